"""Days and months: names in English whatever the machine's language, and months that clamp."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later (earlier if negative), at most the month's last day.

    31 August and six months is 28 or 29 February. Raises ValueError beyond the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"{months} months from {long_date(day)} is outside the years 1 to 9999")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift_end(day: date, months: int) -> date:
    """As `add_months`, but a month's last day stays the last day: 28 February 2023 gives 29 February 2024."""
    moved = add_months(day, months)
    return month_end(moved.year, moved.month) if day == month_end(day.year, day.month) else moved


def long_date(day: date) -> str:
    """For readers: `31 March 2025`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """For charts and narrow columns: `31 Mar 2025`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def weekday_date(day: date) -> str:
    """For a count of days: `Wednesday 17 April 2019`."""
    return f"{DAYS[day.weekday()]} {long_date(day)}"
