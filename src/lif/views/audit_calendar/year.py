"""The year of audits by month: when each is planned, worked on, reported, and when one is to be repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.calendars import Period, month
from lif.views.audit_calendar.gaps import RepeatLine
from lif.views.audit_calendar.programme import ProgrammeLine

MonthState = Literal["", "planned", "late", "worked", "reported", "repeat"]
"""What happens in a month: nothing, the quarter it is planned for (late where it has not begun and should
have), work on it, its report, or the day by which it is to be repeated."""

MONTHS = 12


@dataclass(frozen=True, slots=True)
class YearRow:
    """One audit over the twelve months of a financial year."""

    name: str
    months: tuple[MonthState, ...]
    illustrative: bool


def months_of(year: Period) -> tuple[Period, ...]:
    """The twelve months of a financial year."""
    first = month(year.start.year, year.start.month)
    found = [first]
    while len(found) < MONTHS:
        found.append(found[-1].next())
    return tuple(found)


def year_rows(
    lines: Sequence[ProgrammeLine], repeats: Sequence[RepeatLine], year: Period, as_at: date
) -> tuple[YearRow, ...]:
    """A row for each audit of the year and for each to be repeated in it; without a month it is left out."""
    months = months_of(year)
    rows = [
        YearRow(line.title, tuple(_state(line, one, as_at) for one in months), line.illustrative)
        for line in lines
    ]
    for line in repeats:
        states: tuple[MonthState, ...] = tuple("repeat" if one.contains(line.due) else "" for one in months)
        rows.append(YearRow(f"Repeat of {line.title}", states, line.illustrative))
    return tuple(row for row in rows if any(row.months))


def _state(line: ProgrammeLine, one: Period, as_at: date) -> MonthState:
    """What happens to an audit in a month, as far as it was known on the day."""
    if line.reported and one.contains(line.reported):
        return "reported"
    until = line.reported or line.moderated_on or line.fieldwork_ended or as_at
    if line.started and line.started <= one.end and one.start <= until:
        return "worked"
    planned = line.stage in ("planned", "late") and line.place != "moved-out"
    if planned and line.begins <= one.start <= line.ends:
        return "late" if line.stage == "late" else "planned"
    return ""
