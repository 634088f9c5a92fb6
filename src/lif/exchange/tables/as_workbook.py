"""Tables as one workbook: a sheet of contents, and a sheet for each table that has rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any

from lif.diagnostics import CannotGoOn
from lif.exchange.tables.as_text import plain, printed
from lif.exchange.tables.shape import Cell, Export, Filled, Table

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

FILE = "tables.xlsx"
CONTENTS = "Contents"
LONGEST_NAME = 31
MOST_ROWS = 1_048_575
MOST_CHARACTERS = 32_767
_FIRST_DAY = date(1900, 3, 1)
"""Before it spreadsheets disagree about dates: such a day is written as text."""


def workbook_files(export: Export) -> Mapping[str, bytes]:
    """The workbook: the same bytes for the same tables."""
    import xlsxwriter

    day = export.about.as_at
    buffer = BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": title(export), "created": datetime(day.year, day.month, day.day)})
        looks = {
            "head": book.add_format({"bold": True}),
            "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        _contents(book.add_worksheet(CONTENTS), export, looks)
        for filled in export.tables:
            if filled.rows:
                _sheet(book.add_worksheet(sheet_name(filled.table.name)), filled, looks)
    return {FILE: buffer.getvalue()}


def title(export: Export) -> str:
    """What an export is called: whose it is, of which day, and that it is a draft if it is one."""
    about = export.about
    mark = "DRAFT: " if about.draft else ""
    whom = "for the public" if about.audience == "public" else "for the board"
    return f"{mark}{about.board_name}: records and figures {whom} at {about.as_at.isoformat()}"


def sheet_name(name: str) -> str:
    """The name of a table's sheet: its own, or, too long for one, its beginning and a mark of the rest."""
    if len(name) <= LONGEST_NAME:
        return name
    mark = sha256(name.encode()).hexdigest()[:4]
    return f"{name[: LONGEST_NAME - 5]}~{mark}"


def _contents(page: Worksheet, export: Export, looks: Mapping[str, Any]) -> None:
    """What there is: each table with its sheet, its rows and its meaning."""
    page.set_column(0, 1, 34)
    page.set_column(3, 3, 110)
    page.write_string(0, 0, title(export), looks["head"])
    _head(page, 2, ("table", "sheet", "rows", "meaning"), looks)
    for number, filled in enumerate(export.tables, start=3):
        name = sheet_name(filled.table.name) if filled.rows else ""
        page.write_string(number, 0, filled.table.name)
        page.write_string(number, 1, name or "no rows")
        page.write_number(number, 2, len(filled.rows))
        page.write_string(number, 3, filled.table.meaning)
    page.freeze_panes(3, 0)


def _sheet(page: Worksheet, filled: Filled, looks: Mapping[str, Any]) -> None:
    if len(filled.rows) > MOST_ROWS:
        raise CannotGoOn(f"{filled.table.name} has {len(filled.rows):,} rows, more than a sheet can hold: "
                         "export to csv, sqlite or parquet")  # fmt: skip
    page.set_column(0, len(filled.table.columns) - 1, 18)
    _head(page, 0, [one.name for one in filled.table.columns], looks)
    for number, row in enumerate(filled.rows, start=1):
        for place, cell in enumerate(row):
            if cell is not None:
                _write(page, (number, place), cell, filled.table, looks)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(filled.rows), len(filled.table.columns) - 1)


def _head(page: Worksheet, row: int, words: Sequence[str], looks: Mapping[str, Any]) -> None:
    for place, word in enumerate(words):
        page.write_string(row, place, word, looks["head"])


def _write(page: Worksheet, at: tuple[int, int], cell: Cell, table: Table, looks: Mapping[str, Any]) -> None:
    """One cell by its type: text is never a formula, and a number that would be rounded is text."""
    if isinstance(cell, bool):
        page.write_boolean(*at, cell)
    elif isinstance(cell, int | Decimal) and Decimal(repr(float(cell))) == cell:
        page.write_number(*at, float(cell))
    elif isinstance(cell, date) and cell >= _FIRST_DAY:
        page.write_datetime(*at, datetime(cell.year, cell.month, cell.day), looks["date"])
    else:
        text = printed(cell) if isinstance(cell, str) else plain(cell)
        if isinstance(cell, time):
            text = text[:5]
        if len(text) > MOST_CHARACTERS:
            column = table.columns[at[1]].name
            raise CannotGoOn(f"{table.name}, row {at[0]}: {column} is longer than a cell can hold: "
                             "export to csv, json, sqlite or parquet")  # fmt: skip
        page.write_string(*at, text)
