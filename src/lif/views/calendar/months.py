"""The calendar by month: how many dates of each sort fall in each, and the worst standing among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lif.calendars import Period, month, quarter_of
from lif.views.calendar import Calendar, Entry, Sort

State = Literal["none", "late", "to-come", "settled"]
"""What a cell has: something late and still wanted, something to come, or only what is over."""

MONTHS = 13
"""So many months are shown: the one of the day that is looked from, and a year."""

TOGETHER: tuple[tuple[str, tuple[Sort, ...]], ...] = (
    ("Meetings", ("meeting",)),
    ("Audits", ("audit",)),
    ("Reviews and clocks of law", ("review", "clock")),
    ("Actions and impact checks", ("action", "impact-check", "response", "risk", "scrutiny", "plan")),
    ("Learning and training", ("learning", "landing-test", "training")),
    ("Returns and self-assessments", ("data", "return", "self-assessment", "statement")),
    ("Reports and publications", ("group-report", "partner-report", "document", "publication")),
)
"""The sorts of entries as the picture of the year has them."""


@dataclass(frozen=True, slots=True)
class MonthCell:
    """How many dates, and the worst that stands among them."""

    count: int
    state: State


@dataclass(frozen=True, slots=True)
class Months:
    """The months shown, each as (name, quarter), and a row of cells for each sort that has any date."""

    months: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, tuple[MonthCell, ...]], ...]
    here: int | None


def months(calendar: Calendar) -> Months:
    """The year in one picture; what is late from before the first month stands in the first."""
    shown = _shown(calendar)
    entries = (*calendar.late, *calendar.entries)
    rows = []
    for name, sorts in TOGETHER:
        cells = tuple(
            _cell([e for e in entries if e.sort in sorts and _in(e, each, shown)]) for each in shown
        )
        if any(cell.count for cell in cells):
            rows.append((name, cells))
    here = next((i for i, each in enumerate(shown) if each.start <= calendar.as_at <= each.end), None)
    return Months(
        tuple((each.label, quarter_of(each.start).short) for each in shown),
        tuple(rows),
        here,
    )


def _shown(calendar: Calendar) -> tuple[Period, ...]:
    first = month(calendar.since.year, calendar.since.month)
    found = [first]
    while len(found) < MONTHS and found[-1].end < calendar.until:
        last = found[-1].end
        found.append(month(last.year + last.month // 12, last.month % 12 + 1))
    return tuple(found)


def _in(entry: Entry, shown: Period, every: tuple[Period, ...]) -> bool:
    """Whether the entry is counted in this month: where it ends, or in the first when it ended before."""
    return shown.start <= entry.end <= shown.end or (shown == every[0] and entry.end < shown.start)


def _cell(entries: list[Entry]) -> MonthCell:
    if not entries:
        return MonthCell(0, "none")
    if any(entry.standing == "late" for entry in entries):
        return MonthCell(len(entries), "late")
    ahead = any(entry.standing in ("today", "under-way", "ahead") for entry in entries)
    return MonthCell(len(entries), "to-come" if ahead else "settled")
