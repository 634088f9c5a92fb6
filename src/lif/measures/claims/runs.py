"""Claims of how long: for the sixth quarter, the third fall in a row, every quarter this year, for "
"the first time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lif.calendars import PeriodKind
from lif.measures.claims.directions import directions
from lif.measures.claims.facts import Facts, Point, Track
from lif.measures.claims.known_numbers import steps
from lif.measures.claims.moved import bears_out
from lif.measures.claims.numerals import UNITS
from lif.measures.claims.reading import Reading
from lif.measures.claims.targets import targets
from lif.measures.claims.verdicts import Verdict

_ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        1,
    )
}
_ORD = "|".join((*_ORDINALS, r"[0-9]{1,2}(?:st|nd|rd|th)"))
_CARD = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,2}"
_UNIT = r"(?:quarters?|years?|quarterly|annual|times?|periods?|months?)"
_ROW = r"(?:running|in a row|in succession|on the trot|consecutively)"
_CHANGE = r"(?:falls?|rises?|increases?|drops?|decreases?|reductions?|improvements?|declines?)"
_FIND = re.compile(
    rf"\b(?:(?P<o1>{_ORD})[ -](?:consecutive|successive|straight)(?: (?P<u1>{_UNIT}|{_CHANGE}))?"
    rf"|(?P<o2>{_ORD}) (?:(?P<u2>{_UNIT}) )?(?:\w+ )?{_ROW}"
    rf"|(?:for (?:the|a) )(?P<o3>{_ORD}) (?P<u3>{_UNIT})\b(?! (?:of|in))"
    rf"|(?P<c1>{_CARD}) (?:consecutive|successive|straight) (?:(?P<u4>{_UNIT}|{_CHANGE}))"
    rf"|(?P<c2>{_CARD}) (?P<u5>{_UNIT}|{_CHANGE}) {_ROW}"
    rf"|(?:in|for) (?:each|all|every one) of the (?:last|past|previous) (?P<c3>{_CARD}) (?P<u6>{_UNIT})"
    rf"|for (?:the (?:last|past|previous) )?(?P<c4>{_CARD}) (?P<u7>quarters|years)\b"
    rf"|(?P<every>(?:every|each) (?:quarter|period)(?: (?:this|of the) year)?)"
    rf"|(?P<first>for the first time))"
)
_LEVEL = (
    re.compile(r"\b(?:above|over|at least|more than)\s$"),
    re.compile(r"\b(?:below|under|less than|fewer than)\s$"),
)


@dataclass(frozen=True, slots=True)
class _Run:
    """What is said to have gone on: how often, in what unit, and whether the words stand for every period."""

    times: int
    years: bool
    place: tuple[int, int]
    first: bool = False


def judge_runs(reading: Reading, facts: Facts) -> Iterator[Verdict]:
    """Claims of a run that is shorter than they say."""
    for match in _FIND.finditer(reading.low):
        run = _run(match, facts)
        if run is None or reading.plans(match.start()):
            continue
        said = reading.sentence.text[run.place[0] : run.place[1]]
        lengths = [n for n in (_went_on(reading, track, facts, run) for track in _tracks(facts, run)) if n]
        if not lengths:
            continue
        held, possible = max(lengths)
        if run.first:
            if held > 1:
                yield Verdict(
                    "run",
                    *run.place,
                    said,
                    f"it was so in the {held} periods up to {facts.latest.period.short}",
                )
        elif held < run.times:
            if held == possible and held:
                yield Verdict(
                    "untested", *run.place, said, f"the figures here go back for {held} of them only"
                )
            else:
                how = "not at all" if not held else "once" if held == 1 else f"{held} times"
                yield Verdict(
                    "run", *run.place, said, f"up to {facts.latest.period.short} it was so {how} in a row"
                )


def _run(match: re.Match[str], facts: Facts) -> _Run | None:
    if match["first"]:
        return _Run(1, False, match.span(), first=True)
    if match["every"]:
        number = facts.latest.period.quarter if facts.latest.period.kind is PeriodKind.QUARTER else 2
        return _Run(max(2, number), False, match.span()) if "year" in match[0] else None
    if match["c4"] and f"{match['c4']} {match['u7']}" in f"{facts.name} {facts.top}".lower():
        return None
    ordinal = match["o1"] or match["o2"] or match["o3"]
    cardinal = match["c1"] or match["c2"] or match["c3"] or match["c4"]
    unit = next((match[u] for u in ("u1", "u2", "u3", "u4", "u5", "u6", "u7") if match[u]), "")
    if ordinal == "first" or (unit or "").startswith("month"):
        return None
    times = _ordinal(ordinal) if ordinal else int(cardinal) if cardinal.isdigit() else UNITS[cardinal]
    return _Run(times, (unit or "").startswith(("year", "annual")), match.span())


def _ordinal(word: str) -> int:
    return _ORDINALS.get(word) or int(re.sub(r"\D", "", word))


def _tracks(facts: Facts, run: _Run) -> list[Track]:
    """The series, or for years the figures a year apart, and series of years."""
    if not run.years or facts.latest.period.kind not in (PeriodKind.QUARTER, PeriodKind.MONTH):
        return [facts.track]
    found = [t for t in facts.tracks if t.latest.period.kind not in (PeriodKind.QUARTER, PeriodKind.MONTH)]
    apart: list[Point] = []
    point: Point | None = facts.latest
    while point is not None:
        apart.insert(0, point)
        point = facts.track.at(point.period.year_before())
    return [Track(tuple(apart)), *found]


def _went_on(reading: Reading, track: Track, facts: Facts, run: _Run) -> tuple[int, int] | None:
    """How often in a row up to the latest it was so, and how often it could have been; None for no event."""
    moves = [one for one in directions(reading, facts) if not one.denied and _near(reading, one.start, run)]
    if moves:
        claim = moves[0]
        spans = steps(track.points)
        return _length([lambda at, c=claim: bears_out(c, spans[at], facts)], len(spans))  # type: ignore[misc]
    tests: list[Callable[[int], bool]] = []
    for aimed in targets(reading, facts):
        tests.append(lambda at, a=aimed: bool(a.holds(track.points[at], facts)))  # type: ignore[misc]
    for number in reading.numerals:
        before = reading.low[: number.start]
        if number.sort not in ("percent", "rate"):
            continue
        if _LEVEL[0].search(before):
            tests.append(lambda at, n=number: track.points[at].value > n.number)  # type: ignore[misc]
        elif _LEVEL[1].search(before):
            tests.append(lambda at, n=number: track.points[at].value < n.number)  # type: ignore[misc]
    if not tests:
        return None
    return _length(tests, len(track.points))


def _near(reading: Reading, place: int, run: _Run) -> bool:
    """Whether a claim of direction stands in the same breath as the words of a run."""
    return not re.search(r"[;:]", reading.low[min(place, run.place[0]) : max(place, run.place[1])])


def _length(tests: list[Callable[[int], bool]], most: int) -> tuple[int, int]:
    held = 0
    for at in range(most - 1, -1, -1):
        if not all(test(at) for test in tests):
            break
        held += 1
    return held, most
