"""What a figure covers: which cohort is followed up, and the period that a quarter's return tells of."""

from __future__ import annotations

from lif.calendars import Period, PeriodKind, add_months, financial_year_of, long_date, to_the_end_of
from lif.calendars.dates import MONTHS, month_end, shift_end
from lif.records.indicators import Measure


def reported_in(measure: Measure, quarter: Period) -> Period | None:
    """The period of a measure's own kind that the return of a quarter (or month) tells of, if there is one.

    That is the quarter itself, or for a year to date the year up to its end.
    """
    if PeriodKind(measure.period_kind) is PeriodKind.YEAR_TO_DATE:
        return to_the_end_of(quarter) if quarter.kind in (PeriodKind.QUARTER, PeriodKind.MONTH) else None
    return quarter if PeriodKind(measure.period_kind) is quarter.kind else None


def cohort_words(measure: Measure, period: Period) -> str:
    """Which cohort a figure follows up: `those who began in January to March 2024`; nothing for any other.

    The figure's period is that of the follow-up, and the cohort's is as long and `cohort_lag` months earlier.
    """
    if not measure.cohort_lag:
        return ""
    start, end = add_months(period.start, -measure.cohort_lag), shift_end(period.end, -measure.cohort_lag)
    if period.kind is PeriodKind.SNAPSHOT:
        return f"those there on {long_date(end)}"
    if period.kind is PeriodKind.FINANCIAL_YEAR and start.month == 4:
        return f"those who began in {financial_year_of(start).label}"
    whole = start.day == 1 and end == month_end(end.year, end.month)
    if not whole:
        return f"those who began from {long_date(start)} to {long_date(end)}"
    first, last = f"{MONTHS[start.month - 1]} {start.year}", f"{MONTHS[end.month - 1]} {end.year}"
    if first == last:
        return f"those who began in {first}"
    joint = MONTHS[start.month - 1] if start.year == end.year else first
    return f"those who began in {joint} to {last}"
