"""Deadlines: working days counted both ways with the days shown, and hours by the clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from lif.calendars.dates import long_date, weekday_date


class OutsideRange(ValueError):  # noqa: N818 - named for what was found
    """A count needs a day for which the table of bank holidays says nothing."""


class Clock(StrEnum):
    """Whether something happened within a number of hours."""

    MET = "met"
    BREACHED = "breached"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One day of a count: `number` is its place among the working days, or None when it was passed over."""

    day: date
    number: int | None
    reason: str

    def __str__(self) -> str:
        return f"{weekday_date(self.day)}: {self.reason}"


@dataclass(frozen=True)
class WorkingDays:
    """A calendar: Monday to Friday without `holidays`, known from `first` to `last` inclusive.

    `names` says what each holiday is, for `explain_add` and `explain_back`. The trigger day is day 0; the
    deadline is the end of the n-th working day after it; a trigger on a day off starts at the next working
    day. These are the conventions of the project's figures, chosen since the guidance itself gives none.
    """

    holidays: frozenset[date]
    first: date
    last: date
    names: Mapping[date, str] = field(default_factory=dict, compare=False)

    def is_working(self, day: date) -> bool:
        """Whether the day counts. Raises OutsideRange beyond the table."""
        if not self.first <= day <= self.last:
            raise OutsideRange(
                f"bank holidays are known from {long_date(self.first)} to {long_date(self.last)}, "
                f"and the count needs {long_date(day)}: extend the table of bank holidays"
            )
        return day.weekday() < 5 and day not in self.holidays

    def add(self, trigger: date, days: int) -> date:
        """The date of the n-th working day after the trigger. Raises OutsideRange; ValueError below 1."""
        return self.explain_add(trigger, days)[-1].day

    def back(self, target: date, days: int) -> date:
        """The date of the n-th working day before the target. Raises OutsideRange; ValueError below 1."""
        return self.explain_back(target, days)[-1].day

    def explain_add(self, trigger: date, days: int) -> tuple[CountedDay, ...]:
        """Each day from the trigger to the deadline, counted or passed over, with the reason."""
        return self._walk(trigger, days, 1)

    def explain_back(self, target: date, days: int) -> tuple[CountedDay, ...]:
        """Each day from the target back to the deadline, counted or passed over, with the reason."""
        return self._walk(target, days, -1)

    def between(self, start: date, end: date) -> int:
        """How many working days after `start`, up to and including `end`; negative when `end` is earlier.

        `between(trigger, add(trigger, n))` is n. Raises OutsideRange.
        """
        if end < start:
            return -self.between(end, start)
        days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
        return sum(self.is_working(day) for day in days)

    def _walk(self, start: date, days: int, step: int) -> tuple[CountedDay, ...]:
        if days < 1:
            raise ValueError(f"{days} working days cannot be counted: the number starts at 1")
        walked = [CountedDay(start, None, "day 0, not counted")]
        counted = 0
        while counted < days:
            day = walked[-1].day + timedelta(days=step)
            if self.is_working(day):
                counted += 1
                walked.append(CountedDay(day, counted, f"working day {counted}"))
            else:
                walked.append(CountedDay(day, None, f"not counted, {self._why_off(day)}"))
        return tuple(walked)

    def _why_off(self, day: date) -> str:
        if day in self.holidays:
            return self.names.get(day, "bank holiday")
        return "Saturday" if day.weekday() == 5 else "Sunday"


def clock_hours(start: date | datetime, end: date | datetime | None, hours: int) -> Clock:
    """Whether `end` came within `hours` of `start` by the clock, the last minute included.

    Both must carry a time of day: a date alone cannot prove it either way and gives `unknown`, as do a
    missing end, an end before the start, and a mixture of times with and without a time zone.
    """
    if not (isinstance(start, datetime) and isinstance(end, datetime)):
        return Clock.UNKNOWN
    if (start.tzinfo is None) != (end.tzinfo is None) or end < start:
        return Clock.UNKNOWN
    return Clock.MET if end - start <= timedelta(hours=hours) else Clock.BREACHED
