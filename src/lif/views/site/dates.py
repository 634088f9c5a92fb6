"""The page of all dates: what is late, then the year to come by month, each with what it is a date of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lif.calendars import long_date, month, short_date
from lif.views.calendar import Entry
from lif.views.calendar.page import stands
from lif.views.site.bodies import DatedMonth, DatesBody
from lif.views.site.pieces import Ref, Row, Table, Words, quiet, softly, strong, table, words
from lif.views.site.world import World
from lif.views.thread.naming import spelled

_QUARTER = re.compile(r"\b[0-9]{4}-[0-9]{2}-Q[1-4]\b")


def dates_body(world: World) -> DatesBody:
    """All dates of the calendar; what spans several days stands in the month in which it begins."""
    asked = world.calendar
    months: dict[tuple[int, int], list[Entry]] = {}
    for entry in asked.entries:
        day = max(entry.start, asked.since)
        months.setdefault((day.year, day.month), []).append(entry)
    return DatesBody(
        long_date(asked.since),
        long_date(asked.until),
        dates_table(world, asked.late, "Late and still wanted, the oldest first"),
        len(asked.late),
        tuple(_month(world, key, entries) for key, entries in sorted(months.items())),
        len(asked.entries),
    )


def _month(world: World, key: tuple[int, int], entries: list[Entry]) -> DatedMonth:
    """A month by name, the id of its heading, and what begins in it."""
    period = month(*key)
    return DatedMonth(
        period.label, f"month--{period}", dates_table(world, entries, f"Dates in {period.label}")
    )


def dates_table(world: World, entries: Iterable[Entry], caption: str) -> tuple[Table, ...]:
    """Dates in the order given; no table where there are none."""
    columns = (("Date", False), ("What", False), ("Who", False), ("Where it stands", False))
    return table(caption, columns, (date_row(world, entry) for entry in entries))


def date_row(world: World, entry: Entry) -> Row:
    """One date: the day, what falls on it, of what, who has to act, and where it stands."""
    when = short_date(entry.start)
    if entry.end != entry.start:
        when = f"{when} to {short_date(entry.end)}"
    ref = world.ref(entry.record)
    said = stands(entry, world.as_at)
    state = strong(said) if entry.standing == "late" else Words(said)
    label = entry.label[:1].upper() + entry.label[1:]
    return Row(
        (
            (Words(when),),
            (Words(_title(entry, ref), ref), quiet(label), *softly(entry.note)),
            words(entry.who or entry.group_name),
            (state,),
        ),
        illustrative=entry.illustrative,
    )


def _title(entry: Entry, ref: Ref | None) -> str:
    """What it is a date of, with its quarter in words; a case without a title goes by its page's name."""
    if ref is not None and entry.title == entry.record:
        return ref.name
    return _QUARTER.sub(lambda found: spelled(found[0]), entry.title)
