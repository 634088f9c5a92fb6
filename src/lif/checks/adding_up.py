"""Periods that must add up: quarters to their year, a year to date that grows, a day that is no year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from lif.calendars import Period, PeriodKind, financial_year_of
from lif.checks.finding import Finding, check
from lif.checks.lines import Line
from lif.checks.plausible import own_lines
from lif.diagnostics import Severity
from lif.records.figures import PublishedSeries
from lif.register import Register

_Key = tuple[str, str, str, str, bool]
_ADDED = (PeriodKind.FINANCIAL_YEAR, PeriodKind.YEAR_TO_DATE)


@check("F167", Severity.WARNING)
def quarters_beside_their_year(register: Register, as_at: date) -> Iterator[Finding]:
    """The quarters of an indicator do not add up to the year, or year to date, of the same supplier.

    Why:
        A quarter was revised and the year was not, or the two are counted in different ways; a reader who
        adds them up finds out in the meeting.
    Fails:
        Quarters of 10, 12, 9 and 11, and a year of 52.
    Mend:
        Correct the one that is wrong; if both are right, say in the year's `reason` why, as where one event
        is counted in two quarters and once in the year.
    Source:
        Each measure says how it rolls up: these say that they add up.
    """
    quarters: dict[_Key, dict[Period, Line]] = defaultdict(dict)
    years: list[tuple[_Key, Period, Line]] = []
    for line, period in own_lines(register):
        if line.numerator is None:
            continue
        if period.kind is PeriodKind.QUARTER and line.measure.roll_up in ("sum", "weighted"):
            quarters[_key(register, line)][period] = line
        elif period.kind in _ADDED and period.start.month == 4 and period.months % 3 == 0:
            years.append((_key(register, line), period, line))
    for key, year, line in years:
        there = quarters.get(key, {})
        parts = [part for period, part in there.items() if year.start <= period.start <= year.end]
        added = sum((part.numerator or Decimal(0) for part in parts), Decimal(0))
        if len(parts) == year.months // 3 and added != line.numerator and not line.reason:
            what = "year to date" if year.kind is PeriodKind.YEAR_TO_DATE else "year"
            message = f"the {what} {year} has {line.numerator}, and its quarters add up to {added}"
            yield line.finding(message, "correct one of them, or say why in 'reason'", "numerator")


@check("F168", Severity.WARNING)
def year_to_date_falls(register: Register, as_at: date) -> Iterator[Finding]:
    """A figure that adds up from April is smaller than it was earlier in the same year.

    Why:
        What has been counted stays counted: a total that falls was counted anew, or is a quarter by itself.
    Fails:
        2025-26-to-Q2 of 40 after 2025-26-to-Q1 of 55.
    Mend:
        Write the total from the year's first day; if earlier counts were corrected, revise them too, or say
        why in `reason`.
    Source:
        Arithmetic of a running total.
    """
    found: dict[tuple[_Key, date], list[tuple[Period, Line]]] = defaultdict(list)
    for line, period in own_lines(register):
        if period.kind is PeriodKind.YEAR_TO_DATE and line.numerator is not None:
            found[(_key(register, line), period.start)].append((period, line))
    for points in found.values():
        points.sort(key=lambda one: one[0].end)
        for (before, earlier), (period, line) in pairwise(points):
            assert earlier.numerator is not None
            assert line.numerator is not None
            if line.numerator < earlier.numerator and not line.reason:
                message = f"{period} is {line.numerator}, and it was {earlier.numerator} in {before}"
                hint = "write the total from the year's first day, or say why in 'reason'"
                yield line.finding(message, hint, "numerator")


@check("F169", Severity.WARNING)
def day_is_the_sum_of_quarters(register: Register, as_at: date) -> Iterator[Finding]:
    """How many there are on one day is exactly what the quarters of the year add up to.

    Why:
        A snapshot counts children who are there; four snapshots added up count most of them four times, and a
        flow written as a snapshot counts those who have left.
    Fails:
        2025-03-31 of 42 beside quarters of 10, 12, 9 and 11.
    Mend:
        Write how many there were on the day, or move the figure to a measure of years.
    Source:
        Snapshot and flow are different kinds of period.
    """
    quarters: dict[_Key, dict[Period, Decimal]] = defaultdict(dict)
    for line, period in own_lines(register):
        if period.kind is PeriodKind.QUARTER and line.numerator:
            quarters[_key(register, line)][period] = line.numerator
    for line, period in own_lines(register):
        if period.kind is not PeriodKind.SNAPSHOT or not line.numerator or line.reason:
            continue
        year = financial_year_of(period.end)
        there = quarters.get(_key(register, line), {})
        parts = [
            number for one, number in there.items() if year.contains(one.start) and one.end <= period.end
        ]
        if len(parts) > 1 and sum(parts) == line.numerator:
            message = f"{line.numerator} on {period} is what its quarters add up to"
            yield line.finding(message, "write how many there were on the day", "numerator")


def _key(register: Register, line: Line) -> _Key:
    """What must be the same for two figures to add up: indicator, area, part, supplier, and both examples."""
    series = register.find(PublishedSeries, line.record)
    supplier = series.source if series else line.supplier
    return line.indicator.id, line.area, line.breakdown, supplier, line.measure.illustrative


ADDING_UP = (quarters_beside_their_year, year_to_date_falls, day_is_the_sum_of_quarters)
