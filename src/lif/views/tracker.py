"""The action tracker as rows: how late, by whom, moved how often, and what was said last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from lif.views.actions import ActionLine
from lif.views.listing import Column, Listing

_BRIEF = (
    Column("days_overdue", "days overdue"),
    Column("title", "action", wraps=True),
    Column("id", "id", under="title"),
    Column("source", "from", under="title", as_line="from {}"),
    Column("first_due", "first due", under="due", as_line="first {}"),
    Column("due", "due"),
    Column("slips", "slips", under="due", as_line="times moved: {}"),
    Column("standing", "stands"),
    Column("owner_name", "owner", wraps=True),
    Column("group_name", "group", under="owner_name"),
    Column("note", "latest note", wraps=True),
    Column("note_on", "note of", under="note"),
    Column("illustrative", "example", under="title", as_line="illustrative"),
)
_KEYS = {column.key for column in _BRIEF}
COLUMNS = (
    *_BRIEF,
    *(Column(f.name, f.name.replace("_", " "), False) for f in fields(ActionLine) if f.name not in _KEYS),
)
"""All that is known of an action's standing; the brief ones stand in tables."""


def tracker(lines: Iterable[ActionLine]) -> Listing:
    """The actions as rows, in the order given."""
    rows = tuple({column.key: getattr(line, column.key) for column in COLUMNS} for line in lines)
    return Listing("action", COLUMNS, rows)
