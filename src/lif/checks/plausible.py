"""Figures that are out by ten beside a year ago, and rates of one population that need two of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.calendars import Period
from lif.checks.finding import Finding, check
from lif.checks.jumps import is_far, number_of, period_of, shown_number
from lif.checks.lines import WITH_FIGURE, Line, lines
from lif.checks.once import once
from lif.diagnostics import Severity
from lif.records.board import Board
from lif.records.charted import SeriesBreak
from lif.register import Register

_APART = 3
"""Populations of one place and one period that differ so many times are not the same population."""


@dataclass(frozen=True, slots=True)
class Divided:
    """A population that a figure needs: said in words, with the line that it comes of."""

    line: Line
    people: float
    words: str


@once
def own_lines(register: Register) -> tuple[tuple[Line, Period], ...]:
    """The figures that are there of the board's own areas, with their periods."""
    board = register.find(Board, register.board_id)
    return tuple(
        (line, period)
        for line in lines(register)
        if (board is None or line.area == (line.measure.area or board.area))
        and line.status in WITH_FIGURE
        and (period := period_of(line)) is not None
    )


@check("F163", Severity.WARNING)
def about_ten_times_a_year_ago(register: Register, as_at: date) -> Iterator[Finding]:
    """A figure is eight times that of the same period a year ago or more, or an eighth of it or less.

    Why:
        Where the figure before is missing or small, only the year before shows that a decimal point moved.
    Fails:
        424 in 2024-25-Q3 after 41 in 2023-24-Q3, with nothing supplied between them.
    Mend:
        Look at the source; if the figure is right, say why in the value's `reason`.
    Source:
        A published rate that was wrong by ten; a figure is checked against the same quarter a year ago.
    """
    changed = {one.measure for one in register.all(SeriesBreak)}
    series: dict[tuple[str, str, str], dict[Period, tuple[Line, float]]] = defaultdict(dict)
    for line, period in own_lines(register):
        number = number_of(line)
        if number is not None and number > 0 and line.address not in changed:
            series[line.address, line.breakdown, line.supplier][period] = (line, number)
    for found in series.values():
        ordered = sorted(found, key=lambda one: one.sort_key)
        for place, period in enumerate(ordered):
            before = found.get(period.year_before())
            if before is None or found[period][0].reason:
                continue
            now, last = found[period], found[ordered[place - 1]]
            if is_far((period, *before), (period, *now)) and not is_far((period, *last), (period, *now)):
                ago = f"{shown_number(before[1])} in {period.year_before()}"
                message = f"{period} is {shown_number(now[1])}, and it was {ago}"
                yield now[0].finding(message, "is a decimal point in the wrong place?", "numerator")


@check("F164", Severity.WARNING)
def populations_apart(register: Register, as_at: date) -> Iterator[Finding]:
    """Two rates of one period are of the same population, and need populations that are far apart.

    Why:
        9,645 contacts were printed as 232.9 per 10,000 beside 1,580 referrals as 381.5: the first needs ten
        times the children of the second, so one of the two rates is out by ten.
    Fails:
        A rate of 9645 over 414150 beside one of 1580 over 41415, both of children aged 0 to 17.
    Mend:
        Correct the denominator or the printed rate; if both are right, say why in the value's `reason`, or
        name the population of each in its indicator.
    Source:
        A yearly report of a local safeguarding children board, 2017/18.
    """
    places: dict[tuple[str, str, str], list[Divided]] = defaultdict(list)
    counts = _counts(register)
    for line, _ in own_lines(register):
        found = _divided(line, counts)
        if found and line.indicator.rate_population and not line.breakdown:
            places[_plain(line.indicator.rate_population), line.period, line.area].append(found)
    for together in places.values():
        low, high = (pick(together, key=lambda one: one.people) for pick in (min, max))
        if high.people >= low.people * _APART and not (high.line.reason or low.line.reason):
            both = f"both of {high.line.indicator.rate_population}"
            message = f"this {high.words}, and '{low.line.address}' {low.words}, {both}"
            yield high.line.finding(message, "which of the two is out by ten?", "denominator")


def _divided(line: Line, counts: dict[tuple[str, str, str], float]) -> Divided | None:
    """The population that a rate is divided by, or that its printed figure needs beside its count."""
    if line.indicator.unit != "rate":
        return None
    if not line.measure.source_only:
        if not line.denominator:
            return None
        people = float(line.denominator)
        return Divided(line, people, f"is divided by {people:,.0f}")
    count = counts.get((_plain(line.measure.numerator or line.indicator.numerator), line.period, line.area))
    if not count or not line.value or not line.indicator.rate_per:
        return None
    people = count * line.indicator.rate_per / float(line.value)
    why = f"{line.value} per {line.indicator.rate_per:,} is {count:,.0f}"
    return Divided(line, people, f"needs a population of {people:,.0f} ({why})")


def _counts(register: Register) -> dict[tuple[str, str, str], float]:
    """What was counted, by its words, period and area: the numerators of counts and of computed rates."""
    return {
        (_plain(line.measure.numerator or line.indicator.numerator), line.period, line.area): float(
            line.numerator
        )
        for line, _ in own_lines(register)
        if line.numerator and not line.breakdown and line.indicator.unit in ("count", "rate")
    }


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


PLAUSIBLE = (about_ten_times_a_year_ago, populations_apart)
