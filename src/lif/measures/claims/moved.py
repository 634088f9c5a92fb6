"""Which way a figure went between the periods that a sentence compares."""

from __future__ import annotations

import re
from fractions import Fraction

from lif.measures.claims.directions import Direction, Way
from lif.measures.claims.facts import Facts, Point, Quantity, Track
from lif.measures.claims.numbers import role_of
from lif.measures.claims.periods_named import Named
from lif.measures.claims.reading import Reading
from lif.measures.status import Polarity
from lif.measures.travel import Meaning, travel

Span = tuple[Point, Point]
"""The figure before and the figure after."""

_IN = re.compile(r"\b(?:in|during|at|by|for|to)\s(?:the\s)?$")
_EVENT = frozenset(("q", "month", "fy", "year"))


def spans(reading: Reading, claim: Direction, facts: Facts) -> list[list[Span]]:
    """For each series, the pairs of figures that the claim may compare; any of them may bear it out."""
    named = _named(reading, claim)
    return [found for track in facts.tracks if (found := _spans(reading, named, track, facts))]


def _named(reading: Reading, claim: Direction) -> Named | None:
    """The period since when it is said to be so, or in which it happened."""
    clause = reading.clause(claim.start)
    ends = [one for one in reading.periods if clause.start <= one.start < clause.end]
    later = [one for one in ends if one.start >= claim.end] or ends
    if not later:
        later = [one for one in reading.periods if one.start <= 12 or one.start >= claim.end]
    past = [one for one in later if one.sort != "now"]
    return next(iter(past or later), None)


def _spans(reading: Reading, named: Named | None, track: Track, facts: Facts) -> list[Span]:
    latest = track.latest
    begun = _said_from(reading, track, facts)
    if begun:
        return [(point, latest) for point in begun]
    if named is None or named.sort == "now":
        return [(track.previous, latest)] if track.previous and track is facts.track else []
    points = [p for p in named.points(track) if p.period.end <= latest.period.end]
    if (named.sort in _EVENT and _IN.search(reading.low[: named.start])) or (
        named.sort in _EVENT and named.match[0][:2] in ("in", "du")
    ):
        return [(track.points[at - 1], p) for p in points for at in (track.points.index(p),) if at]
    if named.sort == "this_year" and track.year_ago:
        points.append(track.year_ago)
    return [(point, latest) for point in points if point is not latest]


def _said_from(reading: Reading, track: Track, facts: Facts) -> list[Point]:
    """The points whose figures the sentence itself starts from: `from 18.2%`."""
    starts = [n for n in reading.numerals if role_of(reading, n) == "earlier"]
    found = []
    for number in starts:
        for point in track.points[:-1]:
            parts = (point.value, point.numerator, point.denominator, point.of("rest"))
            if any(each is not None and number.fits(each) for each in parts):
                found.append(point)
    return found[-1:] if found else []


def bears_out(claim: Direction, span: Span, facts: Facts) -> bool:
    """Whether two figures bear out a claim, for any of the quantities that it may be about."""
    return any(went(claim.way, span, quantity, facts) is not claim.denied for quantity in claim.of)


def went(way: Way, span: Span, quantity: Quantity, facts: Facts) -> bool | None:
    """Whether a quantity went a way; None where it is not known, or where neither way is good."""
    before, after = span[0].of(quantity), span[1].of(quantity)
    if before is None or after is None:
        return None
    if way == "level":
        return _level(before, after, quantity, facts, span)
    if way in ("up", "down"):
        return after > before if way == "up" else after < before
    polarity = facts.polarity
    target = span[1].target
    if polarity is Polarity.BAND and (target is None or target.low is None or target.high is None):
        return None
    band = (
        (target.low, target.high) if target and target.low is not None and target.high is not None else None
    )
    if polarity is Polarity.INFO:
        return None
    meaning = travel(before, after, polarity=polarity, band=band).meaning
    return meaning is (Meaning.BETTER if way == "better" else Meaning.WORSE)


def _level(before: Fraction, after: Fraction, quantity: Quantity, facts: Facts, span: Span) -> bool:
    """Whether two figures are as good as the same: two and a half points, a tenth, or one child "
    "either way."""
    change = abs(after - before)
    if quantity == "value" and facts.unit == "percent":
        least = min((p.denominator for p in span if p.denominator), default=None)
        return change <= max(Fraction(5, 2), Fraction(100) / least if least else Fraction(0))
    usual = facts.track.variation.mean_range / 2 if facts.track.variation and quantity == "value" else 0
    return change <= max(
        abs(before) * Fraction(7, 100), Fraction(usual), Fraction(1) if facts.unit == "count" else Fraction(0)
    )
