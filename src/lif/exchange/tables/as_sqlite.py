"""Tables as one SQLite file: types, keys between tables, and an index on every link."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from decimal import Decimal

from lif.diagnostics import CannotGoOn
from lif.exchange.tables.as_text import plain
from lif.exchange.tables.shape import Cell, Column, Export, Filled, Sort, Table

FILE = "tables.sqlite"
APPLICATION = int.from_bytes(b"lif1", "big")
"""What the file says of the program that made it."""
MOST_DIGITS = 15
_TYPES: Mapping[Sort, str] = {
    "text": "TEXT",
    "integer": "INTEGER",
    "number": "NUMERIC",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "time": "TIME",
}


def sqlite_files(export: Export) -> Mapping[str, bytes]:
    """The database: the same bytes for the same tables and the same version of SQLite."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("BEGIN")
        for filled in export.tables:
            _put(connection, filled)
        for filled in export.tables:
            for statement in _indexes(filled.table):
                connection.execute(statement)
        connection.execute("COMMIT")
        return {FILE: connection.serialize()}
    finally:
        connection.close()


def _put(connection: sqlite3.Connection, filled: Filled) -> None:
    table = filled.table
    connection.execute(created(table))
    marks = ", ".join("?" for _ in table.columns)
    connection.executemany(
        f"INSERT INTO {table.name} VALUES ({marks})",
        ([_cell(cell, table, row) for cell in row] for row in filled.rows),
    )


def created(table: Table) -> str:
    """The statement that makes a table."""
    lines = [_column(one, one.name in table.key) for one in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    lines += [
        f"FOREIGN KEY ({', '.join(one.columns)}) REFERENCES {one.table} ({', '.join(one.key)})"
        for one in table.parents
    ]
    inside = ",\n  ".join(lines)
    return f"CREATE TABLE {table.name} (\n  {inside}\n)"


def _column(column: Column, in_key: bool) -> str:
    must = " NOT NULL" if in_key else ""
    check = f" CHECK ({column.name} IN (0, 1))" if column.sort == "boolean" else ""
    return f"{column.name} {_TYPES[column.sort]}{must}{check}"


def _indexes(table: Table) -> Iterator[str]:
    """An index on the columns of every link, where the key does not begin with them."""
    seen = {table.key[:1]}
    for one in table.parents:
        if one.columns not in seen and one.columns != table.key[: len(one.columns)]:
            seen.add(one.columns)
            name = f"{table.name}_by_{'_'.join(one.columns)}"
            yield f"CREATE INDEX {name} ON {table.name} ({', '.join(one.columns)})"


def _cell(cell: Cell, table: Table, row: tuple[Cell, ...]) -> str | int | None:
    """A value as SQLite takes it: numbers as text that it keeps as numbers, exact to 15 digits.

    Raises CannotGoOn for a number that it would round.
    """
    if cell is None or isinstance(cell, bool):
        return None if cell is None else int(cell)
    if isinstance(cell, int):
        return cell
    if isinstance(cell, Decimal) and len(cell.normalize().as_tuple().digits) > MOST_DIGITS:
        raise CannotGoOn(
            f"{table.name}: {cell} at {row[0]} has more than {MOST_DIGITS} digits, which SQLite would round; "
            "export to csv, json or parquet"
        )
    return plain(cell)
