"""How a year to date is written: a year that adds up from its first month to the end of one of its months.

In records `2025-26-to-Q2` where it ends with a quarter of the financial year, and `2025-26-to-August` with
another month; a year from September is `2025-26-academic-to-March`, one from January `2025-to-June`.
"""

from __future__ import annotations

from datetime import date

from lif.calendars.dates import MONTHS

WORDS = "year to date"


def spelling(start: date, end: date) -> str:
    """The spelling of records: the year, then the quarter or month with whose end it ends."""
    return f"{_year(start, '-')}{'-academic' if start.month == 9 else ''}-to-{_until(start, end)}"


def label(start: date, end: date) -> str:
    """Words for readers: `April to September 2025 (year to date)`."""
    first = MONTHS[start.month - 1]
    if start.year != end.year:
        first += f" {start.year}"
    months = MONTHS[end.month - 1] if (start.year, start.month) == (end.year, end.month) else ""
    return f"{months or f'{first} to {MONTHS[end.month - 1]}'} {end.year} ({WORDS})"


def short(start: date, end: date) -> str:
    """A few characters: `Apr–Sep 25`."""
    first, last = MONTHS[start.month - 1][:3], MONTHS[end.month - 1][:3]
    alone = (start.year, start.month) == (end.year, end.month)
    return f"{last if alone else f'{first}–{last}'} {end.year % 100:02}"


def axis(start: date, end: date) -> tuple[str, str]:
    """For a chart: `to Q2` under `2025/26`."""
    until = _until(start, end)
    return f"to {until if until.startswith('Q') else until[:3]}", _year(start, "/")


def _until(start: date, end: date) -> str:
    if start.month == 4 and end.month % 3 == 0:
        return f"Q{(end.month - 4) % 12 // 3 + 1}"
    return MONTHS[end.month - 1]


def _year(start: date, joint: str) -> str:
    return f"{start.year:04}" + ("" if start.month == 1 else f"{joint}{(start.year + 1) % 100:02}")
