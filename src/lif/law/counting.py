"""A limit counted from its trigger, forwards or back, with every day of the count or the reason for none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lif.calendars import CountedDay, OutsideRange, WorkingDays, add_months
from lif.records.law import BankHolidays, Limit
from lif.register import Register

_MOST_LINES = 62
"""More calendar days than this are not listed one by one."""


@dataclass(frozen=True, slots=True)
class Count:
    """The result of a count: the last day in time, and how it was found.

    `at` is the minute, for a limit in hours whose trigger has a time of day. `on` is None when it cannot
    be said, and `why` then says why. `days` are the days of the count, the trigger first.
    """

    on: date | None
    days: tuple[CountedDay, ...] = ()
    at: datetime | None = None
    why: str = ""


def working_days(register: Register, calendar: str) -> WorkingDays | None:
    """The calendar of working days that a record of bank holidays gives; None where there is no record."""
    found = register.find(BankHolidays, calendar)
    return _calendar(found) if found else None


_MOST_KEPT = 8
_kept: dict[int, tuple[BankHolidays, WorkingDays]] = {}
"""Calendars by the identity of their records, which are kept with them so that no other takes its place."""


def _calendar(record: BankHolidays) -> WorkingDays:
    """The calendar of a record, made once: to compare records would cost more than most counts."""
    if id(record) not in _kept:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        names = {one.on: one.name for one in record.days}
        made = WorkingDays(frozenset(names), record.complete_from, record.complete_until, names)
        _kept[id(record)] = (record, made)
    return _kept[id(record)][1]


def counted(limit: Limit, trigger: date | datetime, calendar: WorkingDays | None) -> Count:
    """The last day on which a limit is kept, counted from the trigger.

    The trigger day is day 0 and the deadline the end of the n-th day; a month's end clamps, so that six
    months after 31 August is the last of February. Hours go by the clock; without a time of day `on` is the
    day on which the last of them can end, and `at` is None. Outside the range of the bank holidays, without
    a calendar, and beyond the years that can be counted `on` is None with the reason.
    """
    day = trigger.date() if isinstance(trigger, datetime) else trigger
    if limit.number < 1:
        return Count(None, why=f"{limit.number} {limit.unit} cannot be counted: the number starts at 1")
    try:
        if limit.unit == "working-days":
            return _working(limit, day, calendar)
        if limit.unit == "hours":
            return _hours(limit, trigger)
        return _calendar_time(limit, day)
    except OutsideRange as outside:
        return Count(None, why=str(outside))
    except (ValueError, OverflowError):
        return Count(None, why=f"{limit.number} {limit.unit} from {day.isoformat()} is beyond the calendar")


def _working(limit: Limit, day: date, calendar: WorkingDays | None) -> Count:
    if calendar is None:
        return Count(None, why="there is no record of the bank holidays, so working days cannot be counted")
    explain = calendar.explain_back if limit.direction == "before" else calendar.explain_add
    days = explain(day, limit.number)
    return Count(days[-1].day, days)


def _hours(limit: Limit, trigger: date | datetime) -> Count:
    span = timedelta(hours=limit.number) * (-1 if limit.direction == "before" else 1)
    day = trigger.date() if isinstance(trigger, datetime) else trigger
    if isinstance(trigger, datetime):
        at = trigger + span
        start = CountedDay(day, None, f"{trigger:%H:%M}, the clock starts")
        return Count(at.date(), (start, CountedDay(at.date(), limit.number, _by_the_clock(limit, at))), at)
    end = (datetime(day.year, day.month, day.day, 23, 59) + span).date()
    start = CountedDay(day, None, "day 0; the time of day is not known")
    last = CountedDay(
        end, limit.number, f"{limit.number} hours {limit.direction}, at a time that is not known"
    )
    return Count(end, (start, last))


def _by_the_clock(limit: Limit, at: datetime) -> str:
    return f"{at:%H:%M}, {limit.number} hours {limit.direction} by the clock"


def _calendar_time(limit: Limit, day: date) -> Count:
    sign = -1 if limit.direction == "before" else 1
    number = limit.number * sign
    start = CountedDay(day, None, "day 0, not counted")
    if limit.unit in ("calendar-days", "weeks"):
        total = limit.number * (7 if limit.unit == "weeks" else 1)
        end = day + timedelta(days=total * sign)
        if limit.unit == "calendar-days" and total <= _MOST_LINES:
            steps = range(1, total + 1)
            days = (CountedDay(day + timedelta(days=n * sign), n, f"day {n}") for n in steps)
            return Count(end, (start, *days))
        return Count(end, (start, CountedDay(end, limit.number, _words(limit))))
    end = add_months(day, number * 12 if limit.unit == "years" else number)
    clamped = f"; the month has no day {day.day}, so its last day" if end.day != day.day else ""
    return Count(end, (start, CountedDay(end, limit.number, f"{_words(limit)}{clamped}")))


def _words(limit: Limit) -> str:
    """As `6 months after` or `1 week before`."""
    return f"{limit_words(limit)} {limit.direction}"


def limit_words(limit: Limit) -> str:
    """How long a limit is, as readers say it: `5 working days`, `1 month`."""
    unit = limit.unit.replace("-", " ")
    return f"{limit.number} {unit.removesuffix('s') if limit.number == 1 else unit}"
