"""Tables in DuckDB, in memory: for parquet files, and for questions in SQL."""

from __future__ import annotations

import tempfile
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lif.diagnostics import CannotGoOn
from lif.exchange.tables.as_text import csv_of
from lif.exchange.tables.shape import Export, Filled, Sort, Table

if TYPE_CHECKING:
    import duckdb

TYPES: Mapping[Sort, str] = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "number": "DECIMAL(24, 8)",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "time": "TIME",
}
"""Numbers of up to 16 digits before the point and 8 behind it, exactly."""

_AS_WRITTEN = (
    "header=true, auto_detect=false, delim=',', quote='\"', escape='\"', new_line='\\n', nullstr='', "
    "parallel=false"
)


def opened() -> duckdb.DuckDBPyConnection:
    """A new database in memory that fetches nothing. Raises CannotGoOn where DuckDB is not installed."""
    try:
        import duckdb
    except ModuleNotFoundError:
        raise CannotGoOn("this needs the extra 'query': lif doctor says how to install it") from None
    return duckdb.connect(
        ":memory:",
        config={
            "threads": "1",
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
            "python_enable_replacements": "false",
        },
    )


def created(table: Table) -> str:
    """The statement that makes a table."""
    inside = ", ".join(f"{one.name} {TYPES[one.sort]}" for one in table.columns)
    return f"CREATE TABLE {table.name} ({inside})"


def load(
    connection: duckdb.DuckDBPyConnection, tables: Iterable[Filled], wanted: Container[str] | None = None
) -> None:
    """Makes the tables and fills them, in order; those that are not among the wanted stay empty."""
    with tempfile.TemporaryDirectory(prefix="lif-") as folder:
        path = Path(folder) / "rows.csv"
        for filled in tables:
            connection.execute(created(filled.table))
            if filled.rows and (wanted is None or filled.table.name in wanted):
                path.write_text(csv_of(filled, guarded=False), encoding="utf-8", newline="")
                _read(connection, filled.table, path)


def _read(connection: duckdb.DuckDBPyConnection, table: Table, path: Path) -> None:
    columns = ", ".join(f"'{one.name}': '{TYPES[one.sort]}'" for one in table.columns)
    how = _AS_WRITTEN
    connection.execute(
        f"INSERT INTO {table.name} SELECT * FROM read_csv(?, columns={{{columns}}}, {how})",
        [path.as_posix()],
    )


def parquet_files(export: Export) -> Mapping[str, bytes]:
    """One parquet file a table: the same bytes for the same tables and the same version of DuckDB."""
    with opened() as connection, tempfile.TemporaryDirectory(prefix="lif-") as folder:
        load(connection, export.tables)
        made = {}
        for filled in export.tables:
            name = f"{filled.table.name}.parquet"
            path = Path(folder) / name
            connection.execute(
                f"COPY {filled.table.name} TO '{path.as_posix()}' (FORMAT parquet, COMPRESSION zstd)"
            )
            made[name] = path.read_bytes()
        return made
