"""Single cells on their way into a sheet: what they are kept as, and the room that they take."""

from __future__ import annotations

import textwrap
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lif.diagnostics import unsealed
from lif.exchange.workbooks.layout import CellValue, Row, Sheet

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LINE_HEIGHT, _MOST_LINES = 12.9, 30
LETTERS_A_WIDTH = 1.12
"""Letters of running text that take the room of one figure, in which the width of a column is told."""

_MOST_DIGITS = 15


def height(sheet: Sheet, row: Row) -> float:
    """Room for all that a row says: LibreOffice makes none itself, and what is cut off is not read."""
    told = (lines(row.cells.get(one.key), one.width) for one in sheet.columns)
    return min(max(sheet.room, *told), _MOST_LINES) * LINE_HEIGHT + 3


def lines(value: CellValue, width: int) -> int:
    """How many lines a text takes in a column."""
    if not isinstance(value, str):
        return 1
    return sum(
        max(1, len(textwrap.wrap(line, max(int(width * LETTERS_A_WIDTH), 4)))) for line in value.split("\n")
    )


def put(page: Worksheet, number: int, place: int, value: CellValue, look: Any) -> None:
    """A value as what it is; a number that a spreadsheet cannot keep is written as text."""
    if value is None or value == "":
        page.write_blank(number, place, None, look)
    elif isinstance(value, date):
        page.write_datetime(number, place, datetime(value.year, value.month, value.day), look)
    elif isinstance(value, int | Decimal) and _kept(Decimal(value)):
        page.write_number(number, place, float(value), look)
    else:
        page.write_string(number, place, unsealed(str(value)), look)


def _kept(value: Decimal) -> bool:
    """Whether a spreadsheet, which keeps fifteen digits, keeps the number as it is."""
    return len(value.normalize().as_tuple().digits) <= _MOST_DIGITS and Decimal(repr(float(value))) == value


def kept_as(value: CellValue) -> str:
    """How a cell that tells keeps its value; text that would be a formula, typed again, is marked as text."""
    if isinstance(value, date):
        return "date"
    return "quoted" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "'") else ""


def letters(place: int) -> str:
    """The letters of a column, counted from 0."""
    from xlsxwriter.utility import xl_col_to_name

    name: str = xl_col_to_name(place)
    return name


def short(text: str, most: int) -> str:
    """Text within what a spreadsheet takes, cut between words."""
    one = " ".join(text.split())
    return one if len(one) <= most else textwrap.shorten(one, most, placeholder=" …")


def plain(text: str) -> str:
    """Text in a footer, where `&` begins an order."""
    return text.replace("&", "&&")
