"""Comparisons: with England, the region and neighbours, and `more than last year`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from lif.measures.claims.directions import Direction, Way
from lif.measures.claims.facts import QUANTITIES, Beside, Facts, Quantity
from lif.measures.claims.moved import bears_out, went
from lif.measures.claims.reading import Reading, counts_noun, noun_after
from lif.measures.claims.subjects import OTHERS, counts_meant, is_about, quantities, subject
from lif.measures.claims.verdicts import Verdict
from lif.measures.status import Polarity

Side = Literal["more", "less", "better", "worse", "like", "twice", "half"]

_BESIDE = re.compile(
    r"\b(?:(?P<twice>(?:more than |over |nearly |almost |about )?(?:twice|double))|(?P<half>(?:less "
    r"than |about )?half)"
    r"|(?P<better>better than|ahead of|outperform(?:s|ed|ing)?|compar(?:es|ed|ing) (?:favourably|well) "
    r"(?:with|to|against))"
    r"|(?P<worse>worse than|behind|compar(?:es|ed|ing) (?:unfavourably|poorly|badly) (?:with|to|against))"
    r"|(?P<more>above|higher than|greater than|larger than|more than|over|exceed(?:s|ed|ing)?)"
    r"|(?P<less>below|lower than|smaller than|less than|fewer than|under)"
    r"|(?P<like>in line with|similar to|close to|(?:the )?same as|comparable (?:with|to)|on a par with|"
    r"consistent with|matches|mirrors|near))"
    r"\s(?P<rest>(?:[^;:.()]|\.(?=[0-9])){0,70})"
)
_UNTIL = re.compile(
    r"\b(?:but|while|whereas|although|where|which|is|was|were|are|has|have|had|by)\b|,\s(?!(?:the\s)?(?:statistical|region|england|nation))"
)
_NO = re.compile(r"(?:\b(?:not|no longer|never|neither|nor)\b|n't)(?!\sonly)(?:\s[\w-]+){0,2}\s$")
_THAN = re.compile(
    r"\b(?P<way>more|fewer|less|higher|lower|greater|smaller|larger|better|worse)\b(?P<mid>[^;:,.()]{0,45}?)\bthan\b(?P<rest>[^;:.]{0,60})"
)
_WAYS: dict[str, Way] = {
    "more": "up",
    "higher": "up",
    "greater": "up",
    "larger": "up",
    "better": "better",
    "worse": "worse",
    "fewer": "down",
    "less": "down",
    "lower": "down",
    "smaller": "down",
}


def judge_comparisons(reading: Reading, facts: Facts) -> Iterator[Verdict]:
    """Comparisons that the figures do not bear out."""
    yield from _beside(reading, facts)
    yield from _than(reading, facts)


def _beside(reading: Reading, facts: Facts) -> Iterator[Verdict]:
    for match in _BESIDE.finditer(reading.low):
        cut = _UNTIL.search(match["rest"])
        rest = match["rest"][: cut.start()] if cut else match["rest"]
        sorts = _sorts(rest)
        start, end = match.start(), match.end() - len(match["rest"]) + len(rest.rstrip())
        before = subject(reading, start)
        if not sorts or reading.plans(start) or OTHERS.search(before) or not is_about(before, facts):
            continue
        side: Side = next(
            name for name in ("twice", "half", "better", "worse", "more", "less", "like") if match[name]
        )
        denied = bool(_NO.search(reading.low[reading.clause(start).start : start]))
        firmly = bool(re.search(r"\b(?:significantly|statistically)\b", reading.clause_text(start)))
        far = bool(re.search(r"\b(?:well|far|much|considerably|substantially)\s$", reading.low[:start]))
        said = reading.sentence.text[start:end]
        for sort in sorts:
            ones = [one for one in facts.beside if one.sort == sort]
            found = [_stands(side, one, facts, firmly) and (not far or _far(one, facts)) for one in ones]
            if not ones:
                yield Verdict(
                    "untested", start, end, said, f"no figure of {_named(sort)} is recorded to test it"
                )
            elif not any(each is not denied for each in found if each is not None) and any(
                e is not None for e in found
            ):
                one = ones[0]
                like = "; by its 95% interval it is similar" if one.position == "similar" else ""
                but = (
                    f"{_named(sort)} had {facts.shown(one.number)} in {one.period.short}, and the figure was "
                    f"{facts.shown(one.own)}{like}"
                )
                yield Verdict("beside", start, end, said, but)


def _far(one: Beside, facts: Facts) -> bool:
    """Whether a figure is more than chance from another's, or far from it where that is not known."""
    if one.position is not None:
        return one.position != "similar"
    return abs(one.own - one.number) >= (Fraction(5) if facts.unit == "percent" else abs(one.number) / 10)


def _sorts(words: str) -> list[str]:
    found = []
    if re.search(r"\b(?:england|nation\w*|the country)\b", words):
        found.append("england")
    if re.search(r"\b(?:neighbour\w*|comparators?|similar (?:areas|authorities|councils))\b", words):
        found.append("neighbours")
    if re.search(r"\b(?:region\w*|yorkshire)\b", words):
        found.append("region")
    return found


def _named(sort: str) -> str:
    return {"england": "England", "region": "the region", "neighbours": "the neighbours"}[sort]


def _stands(side: Side, one: Beside, facts: Facts, firmly: bool) -> bool | None:
    """Whether a figure lies so beside another's; None where neither way is good."""
    own, other = one.own, one.number
    if side == "like":
        near = Fraction(2) if facts.unit == "percent" else abs(other) / 20
        return one.position == "similar" or abs(own - other) <= near
    if side in ("twice", "half"):
        ratio = own / other if other else Fraction(0)
        return Fraction(9, 5) <= ratio if side == "twice" else ratio <= Fraction(11, 20)
    if side in ("better", "worse"):
        if facts.polarity not in (Polarity.HIGH, Polarity.LOW):
            return None
        up = (side == "better") is (facts.polarity is Polarity.HIGH)
    else:
        up = side == "more"
    if firmly and one.position is not None:
        return one.position == ("higher" if up else "lower")
    return own > other if up else own < other


def _than(reading: Reading, facts: Facts) -> Iterator[Verdict]:
    """`More than last quarter`, `fewer children than a year ago`."""
    for match in _THAN.finditer(reading.low):
        start, end = match.start(), match.end() - len(match["rest"])
        named = next((p for p in reading.periods if end - 6 <= p.start <= end + 14), None)
        if (
            named is None
            or named.sort == "now"
            or reading.plans(start)
            or re.search(r"\bany\b", reading.low[end : named.start])
        ):
            continue
        way = _WAYS[match["way"]]
        mid, before = match["mid"], subject(reading, start)
        nouns = noun_after(mid)
        if re.search(r"[0-9]$|\b(?:no|not)\s$", before) or (
            not mid.strip() and reading.low[start - 8 : start].strip().endswith("no")
        ):
            continue
        phrase = mid if nouns and not is_about(before, facts, empty=False) else f"{before} {mid}"
        if OTHERS.search(phrase) or not is_about(bare_words(phrase), facts):
            continue
        of = quantities(phrase, facts)
        counted = match["way"] in ("more", "fewer") and nouns and counts_noun(nouns, facts)
        if counted and facts.unit != "count":
            of = counts_meant(f"{mid} {reading.clause_text(start)}", facts)
        of = ("value",) if way in ("better", "worse") else _numbered(reading, facts, of)
        denied = bool(_NO.search(reading.low[:start]))
        claim = Direction(
            start, named.end, reading.sentence.text[start : named.end], way, denied, of, False, False, False
        )
        points = [
            (p, track.latest) for track in facts.tracks for p in named.points(track) if p is not track.latest
        ]
        known = any(went(way, span, q, facts) is not None for span in points for q in of)
        if known and not any(bears_out(claim, span, facts) for span in points):
            but = f"it was {facts.told(points[0][0])}, and is {facts.told(points[0][1])}"
            yield Verdict("direction", start, named.end, claim.said, but)


def bare_words(phrase: str) -> str:
    """A phrase without figures."""
    return re.sub(r"[0-9][0-9.,%]*", " ", phrase)


def _numbered(reading: Reading, facts: Facts, of: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Also the quantity whose number the sentence gives: `108 were not: more than in any quarter`."""
    latest = facts.latest
    told = [n.number for n in reading.numerals if n.sort in ("count", "pair")]
    more = [q for q in QUANTITIES[1:] if (number := latest.of(q)) is not None and number in told]
    return tuple(dict.fromkeys((*of, *more)))
