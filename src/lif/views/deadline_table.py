"""Deadlines as rows of a listing, with how long is left or how late each is in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields

from lif.law import DONE
from lif.register import Register
from lif.views.called import called_at
from lif.views.deadlines import DeadlineLine
from lif.views.listing import Column, Listing
from lif.views.rules import BINDING

_BRIEF = (
    Column("what", "what", wraps=True),
    Column("binding", "binding", under="what"),
    Column("duty", "duty", under="what"),
    Column("due", "due"),
    Column("first_due", "first due", under="due", as_line="first {}"),
    Column("trigger_on", "counted from", under="due", as_line="from {}"),
    Column("state", "state"),
    Column("how_long", "how long", under="state"),
    Column("record_name", "record", wraps=True),
    Column("record", "id", under="record_name"),
    Column("group_name", "group", under="record_name"),
    Column("illustrative", "example", under="record_name", as_line="illustrative"),
    Column("note", "note", wraps=True),
)
_KEYS = {column.key for column in _BRIEF}
COLUMNS = (
    *_BRIEF,
    *(Column(f.name, f.name.replace("_", " "), False) for f in fields(DeadlineLine) if f.name not in _KEYS),
)
"""All that is known of a deadline; the brief ones stand in tables."""


def deadline_table(register: Register, lines: Iterable[DeadlineLine]) -> Listing:
    """The deadlines as rows, in the order given."""
    rows = tuple(
        asdict(line)
        | {
            "what": line.what[:1].upper() + line.what[1:],
            "how_long": how_long(line),
            "binding": BINDING[line.force],
            "group_name": called_at(register, line.group) if line.group else "",
        }
        for line in lines
    )
    return Listing("deadline", COLUMNS, rows)


def how_long(line: DeadlineLine) -> str:
    """What is left or how late it is: `in 9 days`, `today`, `7 days late`, `done 2 days early`."""
    if line.days is None:
        return ""
    number = abs(line.days)
    days = f"{number} day{'' if number == 1 else 's'}"
    if line.state in DONE:
        return "done on the day" if line.days == 0 else f"done {days} {'late' if line.days < 0 else 'early'}"
    return "today" if line.days == 0 else f"{days} late" if line.days < 0 else f"in {days}"
