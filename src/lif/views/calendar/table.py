"""The calendar as rows of a listing, grouped by month for people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lif.calendars.dates import DAYS, MONTHS
from lif.views.calendar import Calendar
from lif.views.calendar.entries import Entry
from lif.views.listing import Cell, Column, Listing
from lif.views.rows import Made, row_of

COLUMNS = (
    Column("month", "month"),
    Column("start", "date"),
    Column("day", "day", under="start"),
    Column("spans", "until", under="start", as_line="to {}"),
    Column("what", "what"),
    Column("title", "of what", wraps=True),
    Column("record", "record", under="title"),
    Column("note", "note", under="title"),
    Column("who", "who", wraps=True),
    Column("group_name", "group", under="who"),
    Column("standing", "stands"),
    Column("times_moved", "moved", under="standing", as_line="moved {}"),
    Column("illustrative", "example", under="title", as_line="illustrative"),
    *(Column(key, key.replace("_", " "), False) for key in ("key", "sort", "end", "group", "first", "moved")),
    *(Column(key, key.replace("_", " "), False) for key in ("changed_on", "firm")),
)
"""All that is known of an entry; the brief ones stand in tables."""

LATE, UNDER_WAY = "Late", "Under way"
"""What stands in place of a month: for what is late and still wanted, and for what began before."""


def calendar_table(calendar: Calendar, grouped: bool) -> Listing:
    """What is late first, then by day; `grouped` names a month once, in words, as a heading of its rows."""
    entries = (*calendar.late, *calendar.entries)
    if not grouped:
        return _listing(entries, [entry.start.strftime("%Y-%m") for entry in entries])
    names = [LATE for _ in calendar.late] + [_heading(entry, calendar.since) for entry in calendar.entries]
    before = ["", *names]
    return _listing(
        entries, ["" if name == last else name for last, name in zip(before, names, strict=False)]
    )


def _heading(entry: Entry, since: date) -> str:
    """The month in words; what had begun before the calendar does is under way."""
    return UNDER_WAY if entry.start < since else f"{MONTHS[entry.start.month - 1]} {entry.start.year}"


def _listing(entries: Iterable[Entry], months: Iterable[str]) -> Listing:
    made: Made = {"month": _blank, "day": _day, "spans": _spans, "times_moved": _times, "what": _what}
    rows = tuple(
        {**row_of(entry, COLUMNS, made), "month": month} for entry, month in zip(entries, months, strict=True)
    )
    return Listing("entry", COLUMNS, rows)


def _blank(entry: Entry) -> Cell:
    return ""


def _day(entry: Entry) -> Cell:
    """The day of the week, for what has a single day."""
    return DAYS[entry.start.weekday()][:3] if entry.start == entry.end else ""


def _spans(entry: Entry) -> Cell:
    return entry.end if entry.end != entry.start else None


def _what(entry: Entry) -> Cell:
    return entry.label


def _times(entry: Entry) -> Cell:
    if not entry.moved:
        return ""
    return "once" if entry.moved == 1 else f"{entry.moved} times"
