"""What a table is: its columns with their types and meanings, its key, and where its links lead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal
from typing import Literal

Sort = Literal["text", "integer", "number", "boolean", "date", "time"]
Cell = str | int | Decimal | bool | date | time | None
Row = tuple[Cell, ...]

ADDRESSES = "addresses"
"""The table of everything that can be linked to, where a link may lead to more than one kind."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what stands in it, and the table and column where it leads, if it is a link."""

    name: str
    sort: Sort
    meaning: str
    choices: tuple[str, ...] = ()
    to: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Parent:
    """The columns that say to which row of another table a row belongs."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row is, its columns in order, the columns that tell its rows apart, its parent."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    parent: Parent | None = None
    kind: str = ""
    """The kind of record that it is of; empty for those that are computed from all."""

    @property
    def parents(self) -> tuple[Parent, ...]:
        """Where it leads: its parent first, then each link."""
        links = tuple(Parent((one.name,), one.to[0], (one.to[1],)) for one in self.columns if one.to)
        return ((self.parent,) if self.parent else ()) + links

    def among(self, names: Iterable[str]) -> Table:
        """The same table where only these are exported: links to others are columns and no more."""
        kept = set(names)
        columns = tuple(
            replace(one, to=None) if one.to and one.to[0] not in kept else one for one in self.columns
        )
        parent = self.parent if self.parent and self.parent.table in kept else None
        return replace(self, columns=columns, parent=parent)


@dataclass(frozen=True, slots=True)
class Filled:
    """A table with its rows."""

    table: Table
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What an export says of itself; for the public neither a commit nor how the records stand."""

    board: str
    board_name: str
    as_at: date
    audience: str
    quarter: str = ""
    draft: bool = False
    version: str = ""
    commit: str = ""
    uncommitted: bool | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """Every table in order, what it says of itself, and how many links led to what is not there."""

    about: About
    tables: tuple[Filled, ...]
    lost: Mapping[str, int] = field(default_factory=dict)
    """By table and column, how many links led to what was not there on the day, and are left out."""

    def only(self, names: Iterable[str]) -> Export:
        """The same export with these tables alone."""
        kept = set(names)
        tables = tuple(
            Filled(one.table.among(kept), one.rows) for one in self.tables if one.table.name in kept
        )
        lost = {key: count for key, count in self.lost.items() if key.partition(".")[0] in kept}
        return Export(self.about, tables, lost)
