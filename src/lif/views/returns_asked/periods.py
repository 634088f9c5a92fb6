"""The periods of a measure that fall due with a return, where they are not the return's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from lif.calendars import (
    Period,
    PeriodKind,
    academic_year,
    calendar_year,
    financial_year_of,
    month,
    quarter_of,
    rolling_year,
    snapshot,
    term_of,
    year_to_date,
)

_OF_A_DAY: Mapping[PeriodKind, Callable[[date], Period]] = {
    PeriodKind.MONTH: lambda day: month(day.year, day.month),
    PeriodKind.QUARTER: quarter_of,
    PeriodKind.TERM: term_of,
    PeriodKind.FINANCIAL_YEAR: financial_year_of,
    PeriodKind.ACADEMIC_YEAR: lambda day: academic_year(day.year if day.month >= 9 else day.year - 1),
    PeriodKind.CALENDAR_YEAR: lambda day: calendar_year(day.year),
}


def due_within(kind: PeriodKind, period: Period) -> tuple[Period, ...]:
    """The periods of a kind that end within a return's period, in order; pooled years are never known."""
    if kind is period.kind:
        return (period,)
    if kind is PeriodKind.SNAPSHOT:
        return (snapshot(period.end),)
    if kind is PeriodKind.ROLLING_YEAR:
        return (rolling_year(period.end),)
    if kind is PeriodKind.YEAR_TO_DATE:
        return (year_to_date(financial_year_of(period.end), period.end.month),)
    if kind not in _OF_A_DAY:
        return ()
    found = []
    each = _OF_A_DAY[kind](period.start)
    while each.end <= period.end:
        if each.end >= period.start:
            found.append(each)
        each = _OF_A_DAY[kind](each.end + timedelta(days=1))
    return tuple(found)
