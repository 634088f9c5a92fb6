"""LAIT's database file, streamed: only rows of the wanted measures leave the parquet reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lif.exchange.national.tables import CannotRead, ordinary

_BATCH = 20_000
_OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "memory_limit": "400MB",
}
"""Nothing is fetched: extensions are neither looked for nor loaded, and parquet is built in."""


def parquet_rows(path: Path, columns: list[str], key: str, wanted: Iterable[str]) -> Iterator[list[str]]:
    """Rows whose `key` is among the wanted, as text, in the order of `columns`; null is empty text.

    Raises CannotRead when the file is not parquet, lacks a column, or the reader is not installed.
    """
    ordinary(path)
    try:
        import duckdb
    except ImportError:
        raise CannotRead(
            f"{path}: reading parquet needs the extra 'national' (lif doctor says how to install it); "
            "or import the same table as CSV"
        ) from None
    keys = list(wanted)
    with duckdb.connect(":memory:", config=_OFFLINE) as base:
        try:
            described = base.execute("describe select * from read_parquet(?)", [str(path)]).fetchall()
        except duckdb.Error:
            raise CannotRead(f"{path}: this is not a parquet file, or it is cut off") from None
        lacking = [name for name in columns if name not in {row[0] for row in described}]
        if lacking:
            raise CannotRead(f"{path}: the file has no column {', '.join(repr(name) for name in lacking)}")
        chosen = ", ".join(f"coalesce(cast({_quoted(name)} as varchar), '')" for name in columns)
        marks = ", ".join("?" for _ in keys)
        found = base.execute(
            f"select {chosen} from read_parquet(?) where {_quoted(key)} in ({marks})", [str(path), *keys]
        )
        while batch := found.fetchmany(_BATCH):
            yield from (list(row) for row in batch)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
