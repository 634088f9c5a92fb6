"""The deadlines of a record, of law and of the board's own: due when, and kept or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lif.calendars import long_date
from lif.views.came_of import many
from lif.views.deadlines import DeadlineLine
from lif.views.site.pieces import Panel, Row, Words, day, quiet, softly, strong, table, words
from lif.views.site.world import World

_STATES = {
    "met": "kept",
    "met-late": "kept, but late",
    "breached": "missed",
    "not-yet-due": "not yet due",
    "due-soon": "due soon",
    "unknown": "cannot be told",
    "not-applicable": "does not apply",
    "extended": "extended",
}
_DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_COLUMNS = (("What", False), ("Due", False), ("Stands", False))


def deadlines_of(world: World, *ids: str) -> Iterator[Panel]:
    """The deadlines of these records as one part of a page, or no part where there are none."""
    rows = tuple(_row(world, line) for id_ in ids for line in world.deadlines.get(id_, ()))
    if rows:
        yield Panel("Deadlines", "deadlines--of-it", tables=table("Each deadline", _COLUMNS, rows))


def dated(text: str) -> str:
    """Words that a view has put together, with their days as readers write them."""
    return _DAY.sub(lambda found: long_date(date.fromisoformat(found[0])), text)


def _row(world: World, line: DeadlineLine) -> Row:
    what = line.what[:1].upper() + line.what[1:]
    ref = world.ref(line.duty) if line.duty else None
    due = [*(day(line.due) or words("cannot be told"))]
    if line.first_due and line.first_due != line.due:
        due.append(quiet(f"first {long_date(line.first_due)}"))
    stands = _STATES[line.state]
    if line.state == "breached" and line.days:
        stands += f", {many(abs(line.days), 'day')} late"
    state = strong(stands) if line.state in ("breached", "due-soon", "met-late") else Words(stands)
    done = (quiet(f"done {long_date(line.done_on)}"),) if line.done_on else ()
    note = softly(dated(line.note))
    return Row(((Words(what, ref),), tuple(due), (state, *done, *note)))
