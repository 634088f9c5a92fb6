"""Months as people type them, 2025-06 or June 2025, and how to write what could be another."""

from __future__ import annotations

import re
from datetime import date

from lif.cli.exits import CannotRun

_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
    *("november", "december"),
)
_LIKE_A_DAY = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}|[0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")


def month_called(option: str, words: str) -> date | None:
    """The first day of the month that these words name with its year, or None where they name none.

    Raises CannotRun for a month that there is not.
    """
    said = " ".join(words.lower().split())
    if found := re.fullmatch(r"([0-9]{4})-([0-9]{2})", said):
        year, month = int(found[1]), int(found[2])
        if not (year and 1 <= month <= len(_NAMES)):
            raise CannotRun(f"{option} {words}: there is no such month; write one as in 2025-06")
        return date(year, month, 1)
    found = re.fullmatch(r"([a-z]{3,9}) ([0-9]{4})", said)
    month = _month(found[1]) if found else 0
    return date(int(found[2]), month, 1) if found and month and int(found[2]) else None


def how_to_write(words: str, as_at: date) -> str:
    """What to write in place of words that name nothing but look like a month or a day; empty for others."""
    said = " ".join(words.lower().split())
    if month := _month(said):
        year = as_at.year - (date(as_at.year, month, 1) > as_at)
        return f"say of which year, as in {year}-{month:02} for {_NAMES[month - 1].title()} {year}"
    return "write a day as in 2025-06-30, or a month as in 2025-06" if _LIKE_A_DAY.fullmatch(said) else ""


def _month(name: str) -> int:
    """The number of the month of that name, whole or its first three letters; 0 for another word."""
    return next((number for number, one in enumerate(_NAMES, 1) if name in (one, one[:3])), 0)
