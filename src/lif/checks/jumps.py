"""Figures about ten times the last: a decimal point in the wrong place passes every other check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from lif.calendars import Period, parse_period
from lif.checks.finding import Finding, check
from lif.checks.lines import WITH_FIGURE, Line, lines
from lif.diagnostics import Severity
from lif.records.board import Board
from lif.records.charted import SeriesBreak
from lif.records.figures import Benchmark
from lif.register import Register

_Seen = tuple[Period, Line, float]
"""A figure with its period, and its size."""
_PER = {"percent": 100, "mean": 1}
_FAR = 8
_SMALL = 30
"""Counts below this can grow eightfold by chance, and are let be; so are finished figures below 1."""


@check("F120", Severity.WARNING)
def about_ten_times_the_last(register: Register, as_at: date) -> Iterator[Finding]:
    """A figure is eight times the one before or more, or an eighth of it or less.

    Why:
        A decimal point in the wrong place passes every other check; a published rate was once wrong by ten.
    Fails:
        A rate of 524.4 after one of 51.9.
    Mend:
        Look at the source; if the figure is right, say why in the value's `reason`.
    Source:
        Children in need statistics: a rate that was corrected after publication.
    """
    breaks = {(one.measure, parse_period(one.period)) for one in register.all(SeriesBreak)}
    for found in _uneven(register):
        dated = [(period, line, number) for line, number in found if (period := period_of(line)) is not None]
        if len(dated) > 1:
            yield from _jumps(sorted(dated, key=lambda one: one[0].sort_key), breaks)


def _uneven(register: Register) -> list[list[tuple[Line, float]]]:
    """The board's own series in which some figure is far from some other: few of them."""
    board = register.find(Board, register.board_id)
    series: dict[tuple[str, str, str], list[tuple[Line, float]]] = defaultdict(list)
    for line in lines(register):
        if board is not None and line.area == board.area:  # other areas are only compared with
            number = number_of(line)
            if number is not None and number > 0:
                series[line.address, line.breakdown, line.supplier].append((line, number))
    return [
        found
        for found in series.values()
        if max(number for _, number in found) >= min(number for _, number in found) * _FAR
    ]


def _jumps(found: list[_Seen], breaks: set[tuple[str, Period]]) -> Iterator[Finding]:
    """The figures that are far from the last; a lasting change of level is told once."""
    last = doubtful = found[0]
    for one in found[1:]:
        period, line, number = one
        if (line.address, period) in breaks or not is_far(last, one) or not is_far(doubtful, one):
            last = doubtful = one
            continue
        doubtful = one
        if line.reason:
            continue
        times = f"{max(number, last[2]) / min(number, last[2]):.0f} times"
        what = f"{times} the last" if number > last[2] else f"the last was {times} as much"
        message = f"{period} is {shown_number(number)} after {shown_number(last[2])} in {last[0]}: {what}"
        yield line.finding(message, "is a decimal point in the wrong place?", "numerator")


def is_far(before: _Seen, after: _Seen) -> bool:
    low, high = sorted((before, after), key=lambda one: one[2])
    if high[2] < low[2] * _FAR:
        return False
    counted = high[1].numerator
    return high[2] >= 1 if counted is None else counted >= _SMALL


@check("F124", Severity.WARNING)
def ten_times_england(register: Register, as_at: date) -> Iterator[Finding]:
    """Every figure of a series is eight times England's or more, or an eighth of it or less.

    Why:
        When the whole series is per 1,000 instead of per 10,000, or a share instead of a percentage, no
        figure differs from the last.
    Fails:
        A rate of 52.4 per 10,000 children in each year, where England has 332.
    Mend:
        Look at what the numerator is divided by, at `rate_per`, and at England's own figure; if both are
        right, say why in the last value's `reason`.
    Source:
        A figure is checked against its benchmark as well as against the one before.
    """
    for beside in _beside_england(register):
        if all(_unlike(*one) for one in beside) and not beside[-1][0].reason:
            line, number, other = beside[-1]
            theirs = f"England has {shown_number(other)}, as in every period"
            its = f"{line.period} is {shown_number(number)}, and {theirs}"
            hint = "is it divided by the right population, and is England's figure right?"
            yield line.finding(its, hint, "numerator")


def _beside_england(register: Register) -> list[list[tuple[Line, float, float]]]:
    """The board's own series that England has too: each figure with its size and that of England's."""
    board = register.find(Board, register.board_id)
    england = {one.area for one in register.all(Benchmark) if one.sort == "england" and one.area}
    theirs: dict[tuple[str, str, str], float] = {}
    for line in lines(register) if england else ():
        if (
            line.area in england
            and line.indicator.unit != "count"
            and (number := number_of(line)) is not None
        ):
            theirs[line.address, line.breakdown, line.period] = number
    ours: dict[tuple[str, str], list[tuple[Line, float, float]]] = defaultdict(list)
    for line in lines(register) if theirs else ():
        if board is None or line.area != board.area:
            continue
        other = theirs.get((line.address, line.breakdown, line.period))
        if other is not None and (number := number_of(line)) is not None:
            ours[line.address, line.breakdown].append((line, number, other))
    return list(ours.values())


def _unlike(line: Line, number: float, england: float) -> bool:
    """Whether a figure is far from England's, where chance does not explain it."""
    low, high = sorted((number, england))
    if low <= 0 or high < low * _FAR:
        return False
    if line.numerator is None:
        return low >= 1
    return max(float(line.numerator), float(line.numerator) * england / number) >= _SMALL


def number_of(line: Line) -> float | None:
    """The figure, near enough to compare sizes."""
    if line.status not in WITH_FIGURE:
        return None
    if line.measure.source_only:
        return None if line.value is None else float(line.value)
    if line.numerator is None or line.indicator.unit == "count":
        return None if line.numerator is None else float(line.numerator)
    per = line.indicator.rate_per or _PER.get(line.indicator.unit, 1)
    return float(line.numerator) * per / float(line.denominator) if line.denominator else None


def period_of(line: Line) -> Period | None:
    """The figure's period, when it is one of its measure's kind."""
    try:
        period = parse_period(line.period)
    except ValueError:
        return None
    return period if period.kind == line.measure.period_kind else None


def shown_number(number: float) -> str:
    return f"{number:.0f}" if number.is_integer() else f"{number:.1f}"


JUMPS = (about_ten_times_the_last, ten_times_england)
