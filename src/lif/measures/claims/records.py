"""Claims of a record: the highest ever, the lowest since 2019, for the first time, more than in any "
"quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from lif.calendars import PeriodKind, financial_year_of
from lif.measures.claims.comparisons import bare_words
from lif.measures.claims.facts import QUANTITIES, Facts, Point, Quantity, Track
from lif.measures.claims.numerals import UNITS
from lif.measures.claims.reading import Reading
from lif.measures.claims.subjects import OTHERS, is_about, quantities
from lif.measures.claims.verdicts import Verdict
from lif.measures.status import Polarity

Peak = Literal["high", "low", "best", "worst"]

_COUNT = "two|three|four|five|six|seven|eight|nine|ten|twelve|[0-9]{1,2}"
_HIGH = (
    r"(?:highest|largest|greatest|biggest|peak|record high|record number|record level|all-time high|"
    r"never (?:been )?(?:higher|greater|more))"
)
_LOW = r"(?:lowest|smallest|fewest|record low|all-time low|never (?:been )?(?:lower|fewer))"
_BEST = r"(?:best|strongest|never (?:been )?better)"
_WORST = r"(?:worst|weakest|poorest|never (?:been )?worse)"
_TYPE = r"(?:quarter|year|period|time|month|point)"
_FIND = re.compile(
    rf"\b(?:(?P<high>{_HIGH})|(?P<low>{_LOW})|(?P<best>{_BEST})|(?P<worst>{_WORST})"
    rf"|(?P<any>(?P<way>more|fewer|higher|lower|better|worse|less)\b[^;:,.()]{{0,30}}\bthan (?:in |at |"
    rf"it has |for )?(?:any|ever|been)\b"
    rf"(?: (?:other|previous|earlier))?(?: {_TYPE})?))"
)
_SCOPE = re.compile(
    rf"\b(?:(?P<ever>ever|on record|recorded|to date|so far|we have (?:seen|had|recorded)|yet|since "
    rf"records began|since we began|"
    rf"since (?:recording|reporting) began|at any time|seen|known)\b"
    rf"|(?:in|for|over|of|during|within) (?:the |more than |over |nearly )?(?:last |past |previous |a "
    rf")?(?:(?P<n>{_COUNT}) )?(?P<unit>years?|quarters)\b"
    rf"|(?P<this>this year|of the year|so far this year|the year to date))"
)
_AREA = re.compile(
    r"\b(?:in|of|among|across) (?:the |our |all |its )?(?:statistical )?(?:region|country|county|"
    r"neighbour\w*|england|yorkshire|nation)|nationally|regionally"
)
_NOT = re.compile(
    r"\b(?:best (?:practice|interests?|way|possible|start|evidence|use|outcomes?|time|place|at)|at "
    r"(?:best|worst|most)|highest (?:risk|need|quality|priority|"
    r"standards?|tier|level of (?:need|risk))|record (?:system|keeping)|on record(?:s)? )\b"
)
_PEAKS: dict[str, Peak] = {
    "more": "high",
    "higher": "high",
    "fewer": "low",
    "lower": "low",
    "less": "low",
    "better": "best",
    "worse": "worst",
}


def judge_records(reading: Reading, facts: Facts) -> Iterator[Verdict]:
    """Claims of a record that the figures do not bear out, or that they cannot."""
    for match in _FIND.finditer(reading.low):
        start = match.start()
        clause = reading.clause(start)
        tail = reading.low[match.end() : min(match.end() + 70, len(reading.low))]
        if (
            reading.plans(start)
            or _NOT.match(reading.low, start)
            or _NOT.search(reading.low[max(0, start - 3) : match.end() + 18])
        ):
            continue
        scope = _SCOPE.search(tail)
        since = next((p for p in reading.periods if match.end() <= p.start <= match.end() + 50), None)
        if not (
            scope
            or since
            or match["any"]
            or re.match(r"record|all-time|never", match[0])
            or _AREA.search(tail)
        ):
            continue
        phrase = bare_words(reading.low[clause.start : clause.end])
        phrase = _SCOPE.sub(" ", _FIND.sub(" ", phrase))
        if not is_about(_AREA.sub(" ", OTHERS.sub(" ", phrase)), facts):
            continue
        said = reading.sentence.text[start : match.end()]
        if _AREA.search(tail):
            yield Verdict(
                "untested", start, match.end(), said, "no ranks of other areas are known here to test it"
            )
            continue
        name = next(each for each in ("high", "low", "best", "worst", "any") if match[each])
        peak = _PEAKS[match["way"]] if name == "any" else name
        yield from _judge(reading, facts, peak, (start, match.end()), phrase, scope, since)  # type: ignore[arg-type]


def _judge(
    reading: Reading,
    facts: Facts,
    peak: Peak,
    place: tuple[int, int],
    phrase: str,
    scope: re.Match[str] | None,
    since: object,
) -> Iterator[Verdict]:
    if peak in ("best", "worst") and facts.polarity not in (Polarity.HIGH, Polarity.LOW):
        return
    said = reading.sentence.text[place[0] : place[1]]
    of = quantities(phrase, facts) if peak in ("high", "low") else ("value",)
    latest = facts.latest
    told = [n.number for n in reading.numerals if n.sort in ("count", "pair")]
    of = tuple(
        dict.fromkeys(
            (*of, *(q for q in QUANTITIES[1:] if latest.of(q) in told and latest.of(q) is not None))
        )
    )
    named = reading.period_of(*place)
    results = []
    for track in facts.tracks:
        window, whole = _window(reading, track, scope, since)
        here = (
            named.points(track)[-1:]
            if named and named.sort in ("q", "month", "fy") and named is not since
            else ()
        )
        point = here[0] if here else track.latest
        for quantity in of:
            results.append(
                (_peaks(peak, point, window, quantity, facts), whole, track, window, quantity, point)
            )
    if any(found and whole for found, whole, *_ in results):
        return
    borne = [one for one in results if one[0]]
    if borne:
        first = borne[0][2].points[0].period.short
        yield Verdict("untested", *place, said, f"the figures here begin in {first}")
    elif any(found is not None for found, *_ in results):
        _, _, track, window, quantity, point = results[0]
        yield Verdict("run", *place, said, _beaten(peak, point, window, quantity, facts))


def _window(
    reading: Reading, track: Track, scope: re.Match[str] | None, since: object
) -> tuple[Sequence[Point], bool]:
    """The figures that a record is held against, and whether they go back as far as it says."""
    points = track.points
    if (scope and scope["n"]) or (scope and scope["unit"]):
        number = scope["n"] or "one"
        count = int(number) if number.isdigit() else UNITS.get(number, 1)
        steps = count * _yearly(track) if scope["unit"].startswith("year") else count
        return points[-max(steps, 2) :], len(points) >= steps
    if scope and scope["this"]:
        year = financial_year_of(track.latest.period.end)
        return [p for p in points if p.period.end >= year.start], True
    if since is not None and getattr(since, "sort", "") in (
        "q",
        "month",
        "fy",
        "year",
        "year_ago",
        "over_year",
        "years_ago",
        "quarters_ago",
    ):
        begun = since.points(track)  # type: ignore[attr-defined]
        if not begun:
            return points, False
        return [p for p in points if p.period.end > begun[0].period.end] or points[-1:], True
    return points, True


def _yearly(track: Track) -> int:
    """How many figures a year has."""
    return {PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12}.get(track.latest.period.kind, 1)


def _peaks(
    peak: Peak, point: Point, window: Sequence[Point], quantity: Quantity, facts: Facts
) -> bool | None:
    own = point.of(quantity)
    others = [n for p in window if p is not point and (n := p.of(quantity)) is not None]
    if own is None or not others:
        return None
    return all(own >= each for each in others) if _up(peak, facts) else all(own <= each for each in others)


def _up(peak: Peak, facts: Facts) -> bool:
    if peak in ("high", "low"):
        return peak == "high"
    return (peak == "best") is (facts.polarity is Polarity.HIGH)


def _beaten(peak: Peak, point: Point, window: Sequence[Point], quantity: Quantity, facts: Facts) -> str:
    """The figure that stands against it."""
    held = [p for p in window if p.of(quantity) is not None]
    most = (
        max(held, key=lambda p: p.of(quantity) or 0)
        if _up(peak, facts)
        else min(held, key=lambda p: p.of(quantity) or 0)
    )
    return f"it was {facts.told(most)}, and the figure is {facts.told(point)}"
