"""Figures that cannot be, or hardly can: blank, negative, more than the whole, ten times the last."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lif.calendars import Period, parse_period
from lif.checks.finding import Finding, check
from lif.checks.lines import UNITS, WITH_FIGURE, Line, lines
from lif.diagnostics import Severity
from lif.records.board import Board
from lif.records.indicators import SeriesBreak
from lif.register import Register

_Seen = tuple[Period, Line, float]
"""A figure with its period, and its size."""
_PER = {"percent": 100, "mean": 1}
_IN_PARTS = re.compile(r"full-time|equivalent|\bfte\b|\bdays?\b|\bhours?\b|£|\bpounds?\b", re.IGNORECASE)
_FAR = 8
_SMALL = 30
"""Counts below this can grow eightfold by chance, and are let be; so are finished figures below 1."""


@check("F111")
def no_figure(register: Register, as_at: date) -> Iterator[Finding]:
    """A figure is said to be there and is not.

    Why:
        Blank is not nought, not suppressed and not 'not yet': a paper could not say which.
    Fails:
        status: final, without a numerator.
    Mend:
        Write the numerator (nought is 0), or say in `status` why there is none: awaited, not-available,
        not-applicable, suppressed or low.
    Source:
        Government Statistical Service: symbols for what is not a number; blank is none of them.
    """
    for line in lines(register):
        if line.status in WITH_FIGURE:
            field = "value" if line.measure.source_only else "numerator"
            if (line.value if line.measure.source_only else line.numerator) is None:
                message = f"the figure is {line.status}, and its {field} is not there"
                yield line.finding(
                    message, f"write the {field}, or say in 'status' why there is none", "measure"
                )


@check("F112")
def figure_said_not_to_be_there(register: Register, as_at: date) -> Iterator[Finding]:
    """A figure is there and its status says that there is none.

    Why:
        A suppressed figure that is written down all the same will be published by mistake.
    Fails:
        status: suppressed, with numerator: 3
    Mend:
        Take the figure out, or correct the status.
    Source:
        Government Statistical Service: symbols for what is not a number.
    """
    for line in lines(register):
        if line.status in WITH_FIGURE or (line.status == "not-applicable" and line.denominator == 0):
            continue
        if line.numerator is not None or line.value is not None:
            message = f"the status is {line.status}, and a figure stands beside it"
            yield line.finding(message, "take the figure out, or correct the status", "status")


@check("F113")
def denominator_missing(register: Register, as_at: date) -> Iterator[Finding]:
    """A percentage, rate or mean has no denominator.

    Why:
        It is computed from its two parts and cannot be printed without the lower one.
    Fails:
        numerator: 42 of a percentage, without a denominator.
    Mend:
        Write what the numerator is divided by.
    Source:
        Figures are computed from numerator and denominator, never typed.
    """
    for line in lines(register):
        if line.indicator.unit == "count" or line.measure.source_only or line.status not in WITH_FIGURE:
            continue
        if line.numerator is not None and line.denominator is None:
            unit = UNITS[line.indicator.unit]
            message = f"this is a {unit}, and its denominator is not there"
            yield line.finding(message, "write what the numerator is divided by", "numerator")


@check("F114", Severity.WARNING)
def more_than_the_whole(register: Register, as_at: date) -> Iterator[Finding]:
    """The numerator of a percentage is larger than its denominator.

    Why:
        More than a hundred per cent can be right, when the two come from different sources; more often they
        were swapped or mistyped.
    Fails:
        numerator: 120 with denominator: 100
    Mend:
        Correct the two; if it is right, say why in the value's `reason` and accept the warning.
    Source:
        A published take-up of 101 per cent, with parts from two sources.
    """
    for line in lines(register):
        if line.indicator.unit != "percent" or line.numerator is None or line.denominator is None:
            continue
        if line.numerator > line.denominator:
            message = f"{line.numerator} of {line.denominator} is more than the whole"
            yield line.finding(message, "were the two swapped?", "numerator")


@check("F115")
def below_nought(register: Register, as_at: date) -> Iterator[Finding]:
    """A count, a part of a whole, or a rate is below nought.

    Why:
        There are no fewer than no children.
    Fails:
        numerator: -4
    Mend:
        Correct the figure; a correction of an earlier period belongs in that period's `revisions`.
    Source:
        Arithmetic.
    """
    for line in lines(register):
        parts: list[tuple[str, Decimal | None]] = [
            ("numerator", line.numerator),
            ("denominator", line.denominator),
        ]
        if line.indicator.unit != "mean":
            parts.append(("value", line.value))
        for field, number in parts:
            if number is not None and number < 0:
                yield line.finding(f"the {field} is {number}, below nought", "correct the figure", field)


@check("F116")
def part_of_a_count(register: Register, as_at: date) -> Iterator[Finding]:
    """A count is not a whole number.

    Why:
        Half a child points to a rate or an average in the place of a count.
    Fails:
        numerator: 12.5 of an indicator that counts children.
    Mend:
        Write the whole number; if the indicator counts full-time equivalents or days, say so in its `counts`.
    Source:
        Counts are whole numbers; full-time equivalents and days are plain decimals.
    """
    for line in lines(register):
        number = line.numerator
        if line.indicator.unit != "count" or number is None or number == number.to_integral_value():
            continue
        if not _IN_PARTS.search(line.indicator.counts):
            message = f"{number} is not a whole number, and this indicator counts whole ones"
            yield line.finding(message, "write the whole number", "numerator")


@check("F119")
def figure_typed(register: Register, as_at: date) -> Iterator[Finding]:
    """A finished figure is typed for a measure that is computed, or parts are given for one that is not.

    Why:
        A typed percentage can contradict its own numerator; then a paper has two truths.
    Fails:
        value: 42.5 of a measure without source_only.
    Mend:
        Write numerator and denominator instead; or mark the measure `source_only: true` when only the
        finished figure is published.
    Source:
        Figures are computed from numerator and denominator, never typed.
    """
    for line in lines(register):
        if line.value is not None and not line.measure.source_only:
            message = "a finished figure stands here, and this measure is computed from its parts"
            yield line.finding(message, "write numerator and denominator instead", "value")
        elif line.numerator is not None and line.measure.source_only:
            message = "parts stand here, and this measure has finished figures only"
            yield line.finding(message, "write 'value' alone, or let the measure be computed", "numerator")


@check("F120", Severity.WARNING)
def about_ten_times_the_last(register: Register, as_at: date) -> Iterator[Finding]:
    """A figure is eight times the one before or more, or an eighth of it or less.

    Why:
        A decimal point in the wrong place passes every other check; a published rate was once wrong by ten.
    Fails:
        A rate of 524.4 after one of 51.9.
    Mend:
        Look at the source; if the figure is right, accept the warning with the reason.
    Source:
        Children in need statistics: a rate that was corrected after publication.
    """
    breaks = {(one.measure, parse_period(one.period)) for one in register.all(SeriesBreak)}
    board = register.find(Board, register.board_id)
    series: dict[tuple[str, str, str], list[_Seen]] = defaultdict(list)
    for line in lines(register):
        if board is None or line.area != board.area:
            continue  # other areas are only compared with
        number = _number(line)
        period = _period(line.period)
        if number is not None and period is not None and period.kind == line.measure.period_kind:
            series[line.address, line.breakdown, line.supplier].append((period, line, number))
    for found in series.values():
        if len(found) > 1:
            yield from _jumps(sorted(found, key=lambda one: one[0].sort_key), breaks)


def _jumps(found: list[_Seen], breaks: set[tuple[str, Period]]) -> Iterator[Finding]:
    """The figures that are far from the last; a lasting change of level is told once."""
    last = doubtful = found[0]
    for one in found[1:]:
        period, line, number = one
        if (line.address, period) in breaks or not _far(last, one) or not _far(doubtful, one):
            last = doubtful = one
            continue
        doubtful = one
        times = f"{max(number, last[2]) / min(number, last[2]):.0f} times"
        what = f"{times} the last" if number > last[2] else f"the last was {times} as much"
        message = f"{period} is {_shown(number)} after {_shown(last[2])} in {last[0]}: {what}"
        yield line.finding(message, "is a decimal point in the wrong place?", "numerator")


def _far(before: _Seen, after: _Seen) -> bool:
    low, high = sorted((before, after), key=lambda one: one[2])
    if low[2] <= 0 or high[2] < low[2] * _FAR:
        return False
    counted = high[1].numerator
    return high[2] >= 1 if counted is None else counted >= _SMALL


def _number(line: Line) -> float | None:
    """The figure, near enough to compare sizes."""
    if line.status not in WITH_FIGURE:
        return None
    if line.measure.source_only:
        return None if line.value is None else float(line.value)
    if line.numerator is None or line.indicator.unit == "count":
        return None if line.numerator is None else float(line.numerator)
    per = line.indicator.rate_per or _PER.get(line.indicator.unit, 1)
    return float(line.numerator) * per / float(line.denominator) if line.denominator else None


def _period(text: str) -> Period | None:
    try:
        return parse_period(text)
    except ValueError:
        return None


def _shown(number: float) -> str:
    return f"{number:.0f}" if number.is_integer() else f"{number:.1f}"


VALUES = (
    no_figure,
    figure_said_not_to_be_there,
    denominator_missing,
    more_than_the_whole,
    below_nought,
    part_of_a_count,
    figure_typed,
    about_ten_times_the_last,
)
