"""Tables as text files: CSV that no spreadsheet takes for formulas, and JSON with one row a line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal

from lif.diagnostics import unsealed, visible
from lif.exchange.listings import starts_a_formula
from lif.exchange.tables.shape import Cell, Column, Export, Filled


def csv_files(export: Export) -> Mapping[str, bytes]:
    """One CSV a table, in UTF-8 with a header of the columns' names."""
    return {f"{one.table.name}.csv": csv_of(one).encode("utf-8") for one in export.tables}


def csv_of(filled: Filled, guarded: bool = True) -> str:
    """A table as CSV; unguarded for a program that takes every cell as it stands."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(one.name for one in filled.table.columns)
    for row in filled.rows:
        cells = [plain(cell) for cell in row]
        writer.writerow(
            [
                f"'{text}" if guarded and _risky(cell, text) else text
                for cell, text in zip(row, cells, strict=True)
            ]
        )
    return out.getvalue()


def _risky(cell: Cell, text: str) -> bool:
    return isinstance(cell, str) and starts_a_formula(text)


def plain(cell: Cell) -> str:
    """A cell as text: dates ISO, decimals exact, true or false, nothing for none."""
    if cell is None:
        return ""
    if cell is True or cell is False:
        return "true" if cell else "false"
    if isinstance(cell, str):
        return printed(cell)
    if isinstance(cell, Decimal):
        return format(cell, "f")
    if isinstance(cell, time):
        return cell.isoformat("minutes") + ":00"
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def printed(text: str) -> str:
    """Text with its line ends, and every other character that does not print shown by its number."""
    if text.isprintable():
        return unsealed(text)
    return unsealed("\n".join(visible(line) for line in text.splitlines()))


def json_files(export: Export) -> Mapping[str, bytes]:
    """One JSON array of rows a table; numbers that are not whole are text, so that they stay exact."""
    return {f"{one.table.name}.json": _json_of(one).encode("utf-8") for one in export.tables}


def _json_of(filled: Filled) -> str:
    columns = filled.table.columns
    lines = [
        json.dumps(
            {one.name: _as_json(one, cell) for one, cell in zip(columns, row, strict=True)},
            ensure_ascii=False,
        )
        for row in filled.rows
    ]
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"


def _as_json(column: Column, cell: Cell) -> object:
    if cell is None or isinstance(cell, bool):
        return cell
    return int(cell) if column.sort == "integer" and isinstance(cell, int) else plain(cell)
