"""Claims about the target: met, missed, above, below, in line with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from lif.measures.claims.facts import Facts, Point
from lif.measures.claims.reading import Reading
from lif.measures.claims.subjects import OTHERS, is_about, subject
from lif.measures.claims.verdicts import Verdict
from lif.measures.status import Polarity, Status, ToleranceKind

State = Literal["met", "missed", "above", "below", "near", "beyond"]

_IT = (
    r"(?:(?:the|our|its|their|this|that|a|an|locally|local|set|agreed|board's|partnership's|board|internal|national|"
    r"council's|own|annual|year-end|quarterly|corporate|stretch|new|current|in-year|[0-9.]+ ?(?:%|per "
    r"cent)(?: \w+)?) )*targets?\b"
)
_VERB = (
    r"(?:has been|had been|have been|has now been|was again|is again|is still|is now|was|is|were|being|now|"
    r"been)"
)
_FIND = re.compile(
    rf"\b(?:(?P<missed>(?:miss(?:ed|es|ing)?|(?:fell|falls?|falling|just|well)? ?short of|behind|off|"
    rf"outside|worse than|"
    rf"adrift of|shy of|fail(?:ed|s|ing)? to (?:meet|reach|achieve|hit)) {_IT}|{_IT}(?: of [0-9.]+ "
    rf"?(?:%|per cent))? {_VERB} (?:\w+ )?missed)"
    rf"|(?P<near>(?:(?:broadly |roughly )?in line with|close to|near(?: to)?|near enough|around|at|"
    rf"within tolerance of|"
    rf"within reach of|matches|equal to|equals|consistent with) {_IT})"
    rf"|(?P<beyond>(?:(?P<over>exceeds?|exceeding)(?= )|exceeded|surpass(?:es|ed)?|beats?|beating|"
    rf"ahead of|better than|"
    rf"outperform(?:s|ed|ing)) {_IT}"
    rf"|{_IT}(?: of [0-9.]+ ?(?:%|per cent))? {_VERB} (?:\w+ )?(?:exceeded|surpassed|beaten))"
    rf"|(?P<above>(?:above|over|higher than|greater than|more than|in excess of) {_IT})"
    rf"|(?P<below>(?:below|under|lower than|less than|fewer than|beneath) {_IT})"
    rf"|(?P<met>on {_IT}|(?:met|meets?|meeting|achiev(?:e|ed|es|ing)|hits?|hitting|reach(?:es|ed|ing)?|"
    rf"attain(?:s|ed)?|satisf(?:y|ies|ied)|"
    rf"within) {_IT}|{_IT}(?: of [0-9.]+ ?(?:%|per cent))? (?:{_VERB} )?(?:\w+ )?(?:met|achieved|reached|"
    rf"hit|attained))"
    rf"|(?P<up>(?:increase|rise|growth) (?:on|over|against|from|compared (?:with|to)) {_IT})"
    rf"|(?P<down>(?:decrease|reduction|drop|fall|decline) (?:on|over|against|from|compared (?:with|"
    rf"to)) {_IT})"
    rf"|(?P<gain>improvement (?:on|over|against|from|compared (?:with|to)) {_IT})"
    rf"|(?P<loss>deterioration (?:on|over|against|from|compared (?:with|to)) {_IT}))"
)
_STATES: dict[str, State] = {
    "met": "met",
    "missed": "missed",
    "above": "above",
    "below": "below",
    "near": "near",
    "beyond": "beyond",
    "up": "above",
    "down": "below",
    "gain": "beyond",
    "loss": "missed",
}
_NO = re.compile(
    r"(?:\b(?:not|never|no longer|nowhere|neither|nor|cannot|without|failed to|yet to|hardly)\b|"
    r"n't)(?!\sonly)(?:\s[\w-]+){0,3}\s$"
)
_LAST_TIME = re.compile(r"\b(?:last time|since we|before we|when we|until)\b[^,;]*$")
_FAR = re.compile(r"\b(?:well|far|much|significantly|considerably|substantially|a long way|way)\s$")


@dataclass(frozen=True, slots=True)
class Aimed:
    """A claim about the target: its state, whether it is denied, and its place."""

    start: int
    end: int
    said: str
    state: State
    denied: bool

    def holds(self, point: Point, facts: Facts) -> bool | None:
        """Whether it is so of a figure; None where there is no target to say it of."""
        found = _is(self.state, point, facts)
        return None if found is None else found is not self.denied


def targets(reading: Reading, facts: Facts) -> Iterator[Aimed]:
    """The claims of a sentence about the target of the indicator."""
    for match in _FIND.finditer(reading.low):
        start, end = match.span()
        before = subject(reading, start)
        if reading.plans(start) or OTHERS.search(before) or not is_about(_NO.sub(" ", before), facts):
            continue
        if _LAST_TIME.search(reading.low[:start]):
            continue
        group = next(name for name in _STATES if match[name])
        if facts.polarity is Polarity.LOW and "exceed" in match[0]:
            if not match["over"]:
                continue  # a ceiling that is exceeded, or a target that is outdone: it can be either
            group = "above"
        state = _STATES[group]
        denied = bool(_NO.search(reading.low[reading.clause(start).start : start])) or bool(
            re.search(r"\b(?:not|never|n't)\b", match[0])
        )
        yield Aimed(start, end, reading.sentence.text[start:end], state, denied)


def judge_targets(reading: Reading, facts: Facts) -> Iterator[Verdict]:
    """Claims about the target that do not hold of the figure of the period they name, or of the latest."""
    for claim in targets(reading, facts):
        points = meant(reading, claim.start, claim.end, facts)
        found = [claim.holds(point, facts) for point in points]
        if _FAR.search(reading.low[: claim.start]) and not claim.denied:
            found = [each and _far(point) for each, point in zip(found, points, strict=True)]
        if any(found):
            continue
        if all(each is None for each in found):
            if facts.polarity is not Polarity.INFO or not any(p.target for p in points):
                yield Verdict(
                    "untested", claim.start, claim.end, claim.said, "no target is recorded to test it"
                )
        else:
            point = points[0]
            but = f"the target is {aim_words(point, facts)}, and the figure is {facts.told(point)}"
            yield Verdict("target", claim.start, claim.end, claim.said, but)


def meant(reading: Reading, start: int, end: int, facts: Facts) -> tuple[Point, ...]:
    """The figures that a claim at a place is about."""
    named = reading.period_of(start, end)
    if named is None or named.sort in ("now", "over", "this_year"):
        return (facts.latest,)
    if re.search(
        r"\b(?:since|from|than|compared with|compared to|before)\s(?:the\s)?$", reading.low[: named.start]
    ):
        return (facts.latest,)
    found = tuple(p for track in facts.tracks for p in named.points(track))
    return found if found and named.sort != "over_year" else (*found, facts.latest)


def _is(state: State, point: Point, facts: Facts) -> bool | None:
    aim, target, value = point.aim, point.target, point.value
    if aim is None and target is None:
        return None
    status = target.judge(value) if target else None
    if state == "met":
        return None if status is None else status is Status.GREEN
    if state == "missed":
        return None if status is None else status is not Status.GREEN
    if state == "near":
        return _near(point, facts)
    if state == "beyond":
        return _beyond(point, facts)
    low = (
        aim
        if aim is not None
        else (target.high if state == "above" and target else target.low if target else None)
    )
    if low is None:
        return None
    return value > low if state == "above" else value < low


def _far(point: Point) -> bool:
    """Whether a figure is so far from its target that the tolerance does not reach."""
    if point.aim is None:
        return True
    slack = point.target.tolerance if point.target else Fraction(0)
    return abs(point.value - point.aim) > slack


def _near(point: Point, facts: Facts) -> bool | None:
    """Within the tolerance that the target has, or one point where it has none; or on the good side of it."""
    if point.target and point.target.judge(point.value) is Status.GREEN:
        return True
    if point.target and point.target.tolerance:
        return point.target.judge(point.value) is not Status.RED
    if point.aim is None:
        return None
    usual = Fraction(1) if facts.unit == "percent" else abs(point.aim) / 50
    return abs(point.value - point.aim) <= usual


def _beyond(point: Point, facts: Facts) -> bool | None:
    """On the good side of the target, and not on it; to exceed a target that is a ceiling can be either."""
    if point.aim is None:
        return None
    if facts.polarity is Polarity.LOW:
        return point.value < point.aim
    return point.value > point.aim


def aim_words(point: Point, facts: Facts) -> str:
    """The target as the page shows it."""
    if point.aim is not None:
        slack = point.target.tolerance if point.target else Fraction(0)
        relative = point.target is not None and point.target.kind is ToleranceKind.RELATIVE
        unit = "%" if relative else " points" if facts.unit == "percent" else ""
        within = f" with a tolerance of {float(slack):g}{unit}" if slack else ""
        return f"{facts.shown(point.aim)}{within}"
    ends = [end for end in (point.target.low, point.target.high) if end is not None] if point.target else []
    return " to ".join(facts.shown(end) for end in ends)
