"""The calendar: everything that has a date, from the day that is looked from, or further back on request."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from lif.calendars import Period, add_months, month, quarter_of
from lif.register import Register
from lif.views.calendar.board_work import audits, meetings, sessions
from lif.views.calendar.clocks import clocks
from lif.views.calendar.due_actions import actions
from lif.views.calendar.entries import SORTS, STANDINGS, WANTED, Entry, Look, Sort, Standing
from lif.views.calendar.promised import promised
from lif.views.calendar.publishing import embargoes, kept_until
from lif.views.calendar.supplied import next_cycles, returns
from lif.views.calendar.undated import Undated, undated

__all__ = [
    "MONTHS_AHEAD",
    "SORTS",
    "STANDINGS",
    "WANTED",
    "Calendar",
    "Entry",
    "Month",
    "Quarter",
    "Sort",
    "Standing",
    "Undated",
    "calendar",
]

MONTHS_AHEAD = 12
"""How far the calendar looks ahead unless it is told."""

SOURCES: tuple[Callable[[Look], Iterator[Entry]], ...] = (
    *(meetings, audits, sessions, actions, clocks, promised, returns, next_cycles, embargoes, kept_until),
)
"""Where entries come from; each is asked once."""


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month with what begins in it, by day; `holds_today` when the day looked from lies in it."""

    month: Period
    entries: tuple[Entry, ...]
    holds_today: bool


@dataclass(frozen=True, slots=True)
class Quarter:
    """A financial quarter: what spans it as a whole (audits), and its months."""

    quarter: Period
    whole: tuple[Entry, ...]
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The entries from one day to another (both included), and what is late and still wanted.

    `late` is what was to be done before `since`; it is empty when the first day was asked for, since the
    range then says what is wanted. `every` also holds what is done or cancelled ahead of its day, so that a
    calendar which took an earlier edition can be put right. `undated` are groups without a meeting ahead.
    """

    as_at: date
    since: date
    until: date
    late: tuple[Entry, ...]
    entries: tuple[Entry, ...]
    quarters: tuple[Quarter, ...]
    every: tuple[Entry, ...]
    undated: tuple[Undated, ...]


def calendar(
    register: Register,
    as_at: date,
    since: date | None = None,
    until: date | None = None,
    group: str | None = None,
    sorts: Collection[Sort] = (),
) -> Calendar:
    """Everything with a date from `since` (the day) to `until` (a year on), of a group and of some sorts.

    What spans several days counts when any of them lies in the range. Raises ValueError when the range ends
    before it begins.
    """
    first, last = since or as_at, until or add_months(since or as_at, MONTHS_AHEAD)
    if last < first:
        raise ValueError(
            f"the calendar would end on {last.isoformat()}, before it begins on {first.isoformat()}"
        )
    look = Look(register, as_at, last)
    found = [
        entry
        for source in SOURCES
        for entry in source(look)
        if group in (None, entry.group) and (not sorts or entry.sort in sorts)
    ]
    found.sort(key=lambda one: (one.start, one.end, SORTS.index(one.sort), one.title, one.key))
    inside = [one for one in found if one.start <= last and one.end >= first]
    late = [one for one in found if one.standing == "late" and one.end < first] if since is None else []
    shown = tuple(one for one in inside if one.standing in WANTED or one.end < as_at)
    return Calendar(
        as_at=as_at,
        since=first,
        until=last,
        late=tuple(late),
        entries=shown,
        quarters=tuple(_quarters(shown, first, last, as_at)),
        every=(*late, *inside),
        undated=tuple(_undated(register, as_at, last, group, sorts)),
    )


def _undated(
    register: Register, as_at: date, last: date, group: str | None, sorts: Collection[Sort]
) -> Iterator[Undated]:
    """Groups without a meeting ahead, where meetings are asked for and the range reaches beyond the day."""
    if last > as_at and (not sorts or "meeting" in sorts):
        yield from (one for one in undated(register, as_at) if group in (None, one.group))


def _quarters(entries: tuple[Entry, ...], since: date, until: date, as_at: date) -> Iterator[Quarter]:
    """Every quarter of the range with its months, also the empty ones."""
    whole = [one for one in entries if one.end > one.start]
    by_month = {
        key: tuple(group)
        for key, group in groupby(
            (x for x in entries if x.end == x.start), lambda x: (x.start.year, x.start.month)
        )
    }
    months = []
    current = month(since.year, since.month)
    while current.start <= until:
        key = (current.start.year, current.start.month)
        months.append(Month(current, by_month.get(key, ()), current.contains(as_at)))
        current = current.next()
    for period, held in groupby(months, lambda one: quarter_of(one.month.start)):
        spans = tuple(one for one in whole if one.start <= period.end and one.end >= period.start)
        yield Quarter(period, spans, tuple(held))
