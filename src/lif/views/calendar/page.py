"""The calendar as a page tells it: what is asked of the reader, what is late, then quarters and months."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lif.calendars import long_date, short_date
from lif.calendars.dates import DAYS
from lif.views.calendar import Calendar, Entry, Month, Quarter
from lif.views.calendar.months import Months, months
from lif.views.calendar.undated import Undated

SOON_DAYS = 28
"""How far ahead the reader is told at the top of the page what is coming."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page, in words.

    `day` is the day in its month (`Wed 10`) or, where no month stands above it, the whole date. A row with
    `today` marks the day that is looked from and is about nothing else.
    """

    day: str
    label: str
    title: str
    record: str
    who: str
    group: str
    stands: str
    notes: tuple[str, ...]
    illustrative: bool
    today: bool = False


@dataclass(frozen=True, slots=True)
class MonthRows:
    """A month and what begins in it, by day."""

    name: str
    anchor: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class QuarterRows:
    """A quarter: what spans it, then its months."""

    name: str
    whole: tuple[Row, ...]
    months: tuple[MonthRows, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The page in words. `soon_until` ends the four weeks in which `meetings` and `due` are counted.

    `undated` tells of each group that promises to meet and has no meeting planned.
    """

    group: str
    since: str
    until: str
    as_at: str
    soon_until: str
    meetings: int
    due: int
    late: tuple[Row, ...]
    months: Months
    quarters: tuple[QuarterRows, ...]
    count: int
    undated: tuple[str, ...]
    illustrative: bool


def page(calendar: Calendar, group: str = "") -> Page:
    """The calendar in words; `group` is the name of the group that it was narrowed to."""
    as_at = calendar.as_at
    soon = as_at + timedelta(days=SOON_DAYS)
    coming = [x for x in calendar.entries if as_at <= x.start <= soon and x.standing in ("today", "ahead")]
    meetings = sum(entry.sort in ("meeting", "training") for entry in coming)
    spans = sum(entry.end > entry.start for entry in coming)
    return Page(
        group=group,
        since=long_date(calendar.since),
        until=long_date(calendar.until),
        as_at=long_date(as_at),
        soon_until=long_date(soon),
        meetings=meetings,
        due=len(coming) - meetings - spans,
        late=tuple(_row(entry, as_at, short_date(entry.end)) for entry in calendar.late),
        months=months(calendar),
        quarters=tuple(_quarter(quarter, as_at) for quarter in calendar.quarters),
        count=len(calendar.entries),
        undated=tuple(without_a_day(one) for one in calendar.undated),
        illustrative=any(entry.illustrative for entry in (*calendar.late, *calendar.entries)),
    )


def without_a_day(one: Undated) -> str:
    """How often a group meets, when it last did, and by when the next meeting would fall."""
    if one.last is None or one.by is None:
        return f"{one.group_name} meets {one.promised}, and no meeting of it is recorded or planned."
    last, by = long_date(one.last), long_date(one.by)
    return f"{one.group_name} meets {one.promised} and last met on {last}: the next would fall by {by}."


def _quarter(quarter: Quarter, as_at: date) -> QuarterRows:
    return QuarterRows(
        quarter.quarter.label,
        tuple(_row(entry, as_at, _span(entry)) for entry in quarter.whole),
        tuple(_month(month, as_at) for month in quarter.months),
    )


def _month(month: Month, as_at: date) -> MonthRows:
    rows = tuple(_rows(month.entries, as_at, month.holds_today))
    return MonthRows(month.month.label, f"month-{month.month}", rows)


def _rows(entries: Iterable[Entry], as_at: date, marked: bool) -> Iterator[Row]:
    """The rows of a month; in the month of the day that is looked from, a row marks that day."""
    for entry in entries:
        if marked and entry.start >= as_at:
            marked = False
            yield _today(as_at)
        yield _row(entry, as_at, _day(entry.start))
    if marked:
        yield _today(as_at)


def _today(as_at: date) -> Row:
    return Row(_day(as_at), "", f"Today, {long_date(as_at)}", "", "", "", "", (), False, today=True)


def _row(entry: Entry, as_at: date, day: str) -> Row:
    return Row(
        day=day,
        label=entry.label[:1].upper() + entry.label[1:],
        title=entry.title,
        record=entry.record,
        who=entry.who,
        group=entry.group_name,
        stands=stands(entry, as_at),
        notes=tuple(_notes(entry)),
        illustrative=entry.illustrative,
    )


def stands(entry: Entry, as_at: date) -> str:
    """Where an entry stands, in words: `in 5 days`, `late by 1 day`, `under way until 31 Mar 2026`."""
    match entry.standing:
        case "late":
            return f"late by {_days((as_at - entry.end).days)}"
        case "today":
            return "today"
        case "under-way":
            return f"under way until {short_date(entry.end)}"
        case "ahead":
            return f"in {_days((entry.start - as_at).days)}"
        case "past":
            return "past, and nothing is recorded of it"
        case settled:
            return settled


def _notes(entry: Entry) -> Iterator[str]:
    if entry.note:
        yield entry.note
    if entry.moved and entry.first:
        times = "once" if entry.moved == 1 else f"{entry.moved} times"
        yield f"moved {times}, first {short_date(entry.first)}"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"


def _day(day: date) -> str:
    return f"{DAYS[day.weekday()][:3]} {day.day}"


def _span(entry: Entry) -> str:
    return f"{short_date(entry.start)} to {short_date(entry.end)}"
