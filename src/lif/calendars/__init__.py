"""Quarters and other periods, working days and deadlines counted both ways; the clock is never read."""

from __future__ import annotations

from lif.calendars.dates import add_months, long_date, month_end, short_date, weekday_date
from lif.calendars.periods import (
    Period,
    PeriodKind,
    UnlikePeriods,
    academic_year,
    calendar_year,
    financial_year,
    financial_year_of,
    month,
    pooled,
    quarter,
    quarter_of,
    quarters_between,
    rolling_year,
    snapshot,
    term,
    term_of,
    to_the_end_of,
    year_to_date,
)
from lif.calendars.spellings import parse_period, parse_quarter_option
from lif.calendars.working_days import Clock, CountedDay, OutsideRange, WorkingDays, clock_hours

__all__ = [
    "Clock",
    "CountedDay",
    "OutsideRange",
    "Period",
    "PeriodKind",
    "UnlikePeriods",
    "WorkingDays",
    "academic_year",
    "add_months",
    "calendar_year",
    "clock_hours",
    "financial_year",
    "financial_year_of",
    "long_date",
    "month",
    "month_end",
    "parse_period",
    "parse_quarter_option",
    "pooled",
    "quarter",
    "quarter_of",
    "quarters_between",
    "rolling_year",
    "short_date",
    "snapshot",
    "term",
    "term_of",
    "to_the_end_of",
    "weekday_date",
    "year_to_date",
]
