"""The rows of the tables of records: walked record by record, links kept only where they lead somewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from lif.exchange.tables.deriving import SHARED, Level, Way
from lif.exchange.tables.shape import ADDRESSES, Cell, Column, Filled, Row, Table
from lif.records.record import Record

CITES = Table(
    "cites",
    "Where each record and each item comes from: document and paragraph.",
    (
        Column("address", "text", "The record or item that cites.", (), (ADDRESSES, "address")),
        Column("position", "integer", "Its place in the list, from 1."),
        Column("document", "text", "The document or edition that says so.", (), (ADDRESSES, "address")),
        Column("paragraph", "text", "The paragraph, section or heading in it, as it numbers them."),
        Column("quoted", "boolean", "True where the document itself quotes this edition."),
        Column("slip", "text", "A slip in the source and how it was read."),
    ),
    ("address", "position"),
)


@dataclass
class Found:
    """What a walk through records has found: rows by table, and the addresses of records and items."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    addresses: dict[str, tuple[Record, BaseModel, str]] = field(default_factory=dict)
    """Each address with its record, the record or item that stands there, and the table it is a row of."""

    def add(self, level: Level, record: Record, more: tuple[Cell, ...] = ()) -> None:
        """Everything of one record, with what is computed of it behind its own columns."""
        self._stands(record.id, record, record, level.table.name)
        self.rows[level.table.name].append((*_cells(level, record), *more))
        self._below(level, record, record, (record.id,))

    def _below(self, level: Level, record: Record, part: BaseModel, key: tuple[Cell, ...]) -> None:
        for way, lower in level.below:
            for place, member in enumerate(_at(part, way) or (), start=1):
                own = (*key, place)
                if lower.holds_values:
                    self.rows[lower.table.name].append((*own, member))
                    continue
                address = f"{record.id}/{member.id}" if lower.is_item else ""
                if address:
                    self._stands(address, record, member, lower.table.name)
                cells = (*own, address) if lower.is_item else own
                self.rows[lower.table.name].append((*cells, *_cells(lower, member)))
                self._below(lower, record, member, own)

    def _stands(self, address: str, record: Record, thing: Any, table: str) -> None:
        if address in self.addresses:
            return
        self.addresses[address] = (record, thing, table)
        for place, one in enumerate(getattr(thing, SHARED, ()), start=1):
            cells = (one.document, one.paragraph, one.quoted, one.slip)
            self.rows[CITES.name].append((address, place, *cells))


def _at(thing: Any, way: Way) -> Any:
    """The value at the end of a way; None where a part on it is not there."""
    for name in way:
        thing = getattr(thing, name) if thing is not None else None
    return thing


def _cells(level: Level, thing: Any) -> Row:
    return tuple(_plain(_at(thing, way)) for way in level.ways)


def _plain(value: Any) -> Any:
    """The value without the line end that a block of text in a file ends with."""
    return value.rstrip("\n") if isinstance(value, str) else value


def linked(
    tables: Iterable[Table], rows: Mapping[str, Iterable[Row]]
) -> tuple[tuple[Filled, ...], Counter[str]]:
    """The tables with their rows, and how many links by table and column led to what is not there.

    Such a link is left out, and in a table of links alone its row: every key that is left leads somewhere.
    """
    known = tuple(tables)
    there = _keys(known, rows)
    lost: Counter[str] = Counter()
    filled = tuple(Filled(one, tuple(_kept(one, rows.get(one.name, ()), there, lost))) for one in known)
    return filled, lost


def _keys(
    tables: tuple[Table, ...], rows: Mapping[str, Iterable[Row]]
) -> dict[tuple[str, str], frozenset[Cell]]:
    """The values of each column that some link may lead to."""
    wanted = {one.to for table in tables for one in table.columns if one.to}
    found = {}
    for table in tables:
        for place, column in enumerate(table.columns):
            if (table.name, column.name) in wanted:
                found[table.name, column.name] = frozenset(row[place] for row in rows.get(table.name, ()))
    return found


def _kept(
    table: Table,
    rows: Iterable[Row],
    there: Mapping[tuple[str, str], frozenset[Cell]],
    lost: Counter[str],
) -> Iterator[Row]:
    links = [(place, one.name, there[one.to]) for place, one in enumerate(table.columns) if one.to]
    alone = len(table.columns) == len(table.key) + 1 and table.columns[-1].to is not None
    for row in rows:
        broken = [(at, name) for at, name, keys in links if row[at] is not None and row[at] not in keys]
        lost.update(f"{table.name}.{name}" for _, name in broken)
        if not broken:
            yield row
        elif not alone:
            gone = {at for at, _ in broken}
            yield tuple(None if at in gone else cell for at, cell in enumerate(row))
