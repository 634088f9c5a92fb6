"""What is computed for tables: how actions and returns stand, what is owed, and every address there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

from lif.exchange.tables.deriving import Level
from lif.exchange.tables.filling import Found
from lif.exchange.tables.shape import ADDRESSES, About, Cell, Column, Row, Table
from lif.measures.owed import owed
from lif.records.actions import Action, ActionState
from lif.records.figures import Return
from lif.records.record import Record, stands
from lif.register import Register
from lif.views.actions import Standing, action_line
from lif.views.called import called_at


@dataclass(frozen=True, slots=True)
class Standings:
    """Columns that are computed of each record of a kind, and how."""

    columns: tuple[Column, ...]
    cells: Callable[[Register, Any, date], tuple[Cell, ...]]


def _of_action(register: Register, action: Action, as_at: date) -> tuple[Cell, ...]:
    line = action_line(register, action, as_at)
    retired = not stands(action, as_at)
    return (
        line.due,
        line.state,
        "retired" if retired else line.standing,
        0 if retired else line.days_overdue,
        line.slips,
        line.agency or None,
        line.agency_name or None,
        line.group or None,
    )


def _of_return(register: Register, one: Return, as_at: date) -> tuple[Cell, ...]:
    came = one.received if one.received and one.received <= as_at else None
    late = max(((came or as_at) - one.due).days, 0)
    return (came is not None, late)


STANDINGS: Mapping[type[Record], Standings] = {
    Action: Standings(
        (
            Column("current_due", "date", "The due date that held on the day, after every change."),
            Column("state", "text", "The last step that was reported by the day.", get_args(ActionState)),
            Column(
                "standing",
                "text",
                "How it stood on the day, computed; retired where it no longer counted.",
                (*get_args(Standing), "retired"),
            ),
            Column("days_overdue", "integer", "Days past the due date that held; 0 unless it is overdue."),
            Column("times_moved", "integer", "How often the due date had been changed by the day."),
            Column("agency", "text", "The agency of its owner, or the one that took over.", (),
                   ("agencies", "id")),
            Column("agency_name", "text", "That agency in words."),
            Column("group_now", "text", "The group that follows it, or the one that took over.", (),
                   ("groups", "id")),
        ),
        _of_action,
    ),
    Return: Standings(
        (
            Column("has_come", "boolean", "Whether it had come by the day."),
            Column("days_late", "integer", "Days past the due day, to the day it came or that looked from."),
        ),
        _of_return,
    ),
}  # fmt: skip

OWED = Table(
    "returns_owed",
    "Every return that was owed for a period that had ended by the day, whether there is a record or not.",
    (
        Column("agency", "text", "The agency that owes it.", (), ("agencies", "id")),
        Column("period", "text", "The period."),
        Column("due", "date", "The day it was due."),
        Column("received", "date", "The day it came; empty where it had not come by the day."),
        Column(
            "days_late", "integer", "Days past the due day, to the day it came or to the day looked from."
        ),
        Column("measures", "integer", "How many series it must fill."),
        Column("return_id", "text", "Its record, where there is one.", (), ("returns", "id")),
    ),
    ("agency", "period"),
)
EVERYWHERE = Table(
    ADDRESSES,
    "Every record and every item that can be linked to, whatever its kind.",
    (
        Column("address", "text", "The record's id, or record/item."),
        Column("record_id", "text", "The record that it is or stands in."),
        Column("item_id", "text", "The item in it; empty for the record itself."),
        Column("kind", "text", "The kind of record."),
        Column("table_name", "text", "The table that has the row of it."),
        Column("name", "text", "What readers call it."),
        Column("illustrative", "boolean", "True when the record is an example and not a fact."),
        Column("retired_on", "date", "The day from which it no longer counted."),
        Column("framework", "text", "The framework that the record stands in; empty for the board's own."),
    ),
    ("address",),
)
LINKS = Table(
    "links",
    "Every link from one record to a record or item, whatever the field.",
    (
        Column("record_id", "text", "The record that links.", (), (ADDRESSES, "address")),
        Column("position", "integer", "Its place among the links of that record, from 1."),
        Column("kind", "text", "The kind of that record."),
        Column(
            "field", "text", "The field that the link stands in, with a dot between a part and its field."
        ),
        Column("address", "text", "The record or item it leads to.", (), (ADDRESSES, "address")),
    ),
    ("record_id", "position"),
)
ABOUT = Table(
    "about",
    "What this export is: one row.",
    (
        Column("board", "text", "The board."),
        Column("board_name", "text", "What it is called."),
        Column("as_at", "date", "The day that everything is looked at from."),
        Column("audience", "text", "For whom it was made.", ("board", "public")),
        Column("quarter", "text", "For the public: the quarter of the protected figures."),
        Column("draft", "boolean", "True when errors stood in the records."),
        Column("version", "text", "The version of lif that made it."),
        Column("commit_id", "text", "The commit of the records, where git can tell."),
        Column("uncommitted", "boolean", "Whether the folder held changes that the commit does not have."),
    ),
    ("as_at",),
)


def with_standings(level: Level, kind: type[Record]) -> Level:
    """The tables of a kind with the columns that are computed of it."""
    more = STANDINGS.get(kind)
    if more is None:
        return level
    return replace(level, table=replace(level.table, columns=(*level.table.columns, *more.columns)))


def standing(register: Register, kind: type[Record], record: Record, as_at: date) -> tuple[Cell, ...]:
    """The cells that are computed of a record, if its kind has any."""
    more = STANDINGS.get(kind)
    return more.cells(register, record, as_at) if more else ()


def owed_rows(register: Register, as_at: date) -> Iterator[Row]:
    """What was owed for periods that had ended, by agency and period."""
    found = [each for each in owed(register, as_at) if each.period.end <= as_at]
    for each in sorted(found, key=lambda one: (one.agency, one.period.sort_key)):
        came = each.received(as_at)
        late = max(((came or as_at) - each.due).days, 0)
        held = each.held.id if each.held else None
        yield (each.agency, str(each.period), each.due, came, late, len(each.measures), held)


def address_rows(register: Register, found: Found) -> Iterator[Row]:
    """Every address that has a row, records and their items in order."""
    for address, (record, thing, table) in sorted(found.addresses.items()):
        retired = getattr(thing, "retired", None) or record.retired
        yield (
            address,
            record.id,
            address.partition("/")[2] or None,
            record.kind,
            table,
            " ".join(called_at(register, address).split()),
            record.illustrative,
            retired.on if retired else None,
            register.entries[record.id].framework or None,
        )


def about_row(about: About) -> Row:
    """The one row of what the export says of itself."""
    return (
        about.board or None,
        about.board_name,
        about.as_at,
        about.audience,
        about.quarter or None,
        about.draft,
        about.version or None,
        about.commit or None,
        about.uncommitted,
    )
