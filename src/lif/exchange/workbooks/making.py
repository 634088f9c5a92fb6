"""Writes a workbook: locked where it tells, open where it asks, readable on paper and by a screen reader."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from lif.diagnostics import unsealed
from lif.exchange.workbooks.layout import LINE, NOT_ASKED, Column, Passage, Row, Sheet, Workbook
from lif.exchange.workbooks.placing import (
    LETTERS_A_WIDTH,
    LINE_HEIGHT,
    height,
    kept_as,
    letters,
    lines,
    plain,
    put,
    short,
)
from lif.exchange.workbooks.stamp import PROPERTY, SHEET, Stamp, stamp_of, written

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.worksheet import Worksheet

EXPLAINING = "How to fill this in"
_LINE_WIDTH = 7
_HEAD_HEIGHT = 40

_EXPLAINING_WIDTH = 100
_MOST_LISTED = 250
"""Characters of a list that a drop-down holds itself; a longer one stands in the hidden sheet."""

_INK, _PALE, _EDGE, _GREY = "#1F3A4D", "#FFF9DB", "#8A6D00", "#F0F0F0"
_COMMON = {"font_name": "Arial", "font_size": 10, "valign": "top"}
_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": _INK},
    "intro": {},
    "head": {"bold": True, "font_color": "#FFFFFF", "bg_color": _INK, "text_wrap": True, "border": 1},
    "head_open": {"bold": True, "bg_color": _PALE, "text_wrap": True, "border": 2, "border_color": _EDGE},
    "fixed": {"text_wrap": True, "border": 1, "border_color": "#BFBFBF"},
    "closed": {"italic": True, "font_color": "#595959", "bg_color": _GREY, "border": 1, "indent": 1},
    "open": {"locked": False, "bg_color": _PALE, "border": 2, "border_color": _EDGE, "text_wrap": True},
    "heading": {"bold": True, "font_size": 12, "font_color": _INK, "valign": "vcenter"},
    "passage": {"text_wrap": True},
}
_NUMBERS = {"text": "@", "choice": "@", "date": "d mmmm yyyy", "number": "General"}


def made(workbook: Workbook) -> bytes:
    """The workbook's bytes: the same for the same input."""
    import xlsxwriter

    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        _Making(book, workbook).all()
    return buffer.getvalue()


class _Making:
    """One workbook on its way to the file."""

    def __init__(self, book: xlsxwriter.Workbook, workbook: Workbook) -> None:
        self.book = book
        self.workbook = workbook
        self.stamp: Stamp = stamp_of(workbook)
        self._formats: dict[tuple[str, str], Any] = {}
        self._lists: list[tuple[str, ...]] = []

    def all(self) -> None:
        """Every sheet, and what the file says of itself."""
        who = self.workbook.identity
        created = datetime(who.made_on.year, who.made_on.month, who.made_on.day)
        self.book.set_properties(
            {"title": self.workbook.title, "author": self.workbook.board_name, "created": created}
        )
        first, *others = self.workbook.sheets
        self._sheet(first)
        self._explaining()
        for sheet in others:
            self._sheet(sheet)
        self._hidden()

    def _look(self, name: str, sort: str = "") -> Any:
        key = (name, sort)
        if key not in self._formats:
            extra: dict[str, Any] = {"num_format": _NUMBERS[sort]} if sort in _NUMBERS else {}
            extra |= {"quote_prefix": True} if sort == "quoted" else {}
            extra |= {"indent": 1, "align": "right" if sort == "number" else "left"} if name == "open" else {}
            self._formats[key] = self.book.add_format({**_COMMON, **_LOOKS[name], **extra})
        return self._formats[key]

    def _sheet(self, sheet: Sheet) -> None:
        page: Worksheet = self.book.add_worksheet(sheet.title)
        head = self._opening_words(page, sheet)
        page.set_column(0, 0, _LINE_WIDTH)
        for place, column in enumerate(sheet.columns, start=1):
            page.set_column(place, place, column.width)
        last = head + max(len(sheet.rows), 1)
        self._table(page, sheet, head, last)
        references = {line.id: line.ref for line in self.stamp.lines if line.sheet == sheet.key}
        for number, row in enumerate(sheet.rows, start=head + 1):
            page.set_row(number, height(sheet, row))
            page.write_string(number, 0, references[row.id], self._look("fixed"))
            for place, column in enumerate(sheet.columns, start=1):
                self._cell(page, number, place, column, row)
        page.freeze_panes(head + 1, 1 + sheet.held)
        self._printed(page, sheet.title)
        page.repeat_rows(head)
        page.print_area(0, 0, last, len(sheet.columns))
        page.protect("", {"format_columns": True, "format_rows": True})

    def _opening_words(self, page: Worksheet, sheet: Sheet) -> int:
        """The title and what is said above the table; gives the row of the heads."""
        page.write_string(0, 0, self.workbook.title, self._look("title"))
        page.set_row(0, 24)
        width = int(min(sum(one.width for one in sheet.columns), 170) * LETTERS_A_WIDTH)
        lines = [line for one in sheet.intro for line in textwrap.wrap(one, width)]
        for number, line in enumerate(lines, start=1):
            page.write_string(number, 0, unsealed(line), self._look("intro"))
        return len(lines) + 2

    def _table(self, page: Worksheet, sheet: Sheet, head: int, last: int) -> None:
        """A table with real heads, which programs and screen readers know as such."""
        heads: list[dict[str, Any]] = [{"header": LINE, "header_format": self._look("head")}]
        heads += [
            {"header": one.head, "header_format": self._look("head_open" if one.open else "head")}
            for one in sheet.columns
        ]
        options = {
            "columns": heads,
            "autofilter": False,
            "style": None,
            "name": "table_" + sheet.key.replace("-", "_"),
        }
        page.set_row(head, _HEAD_HEIGHT)
        page.add_table(head, 0, last, len(sheet.columns), options)

    def _cell(self, page: Worksheet, number: int, place: int, column: Column, row: Row) -> None:
        value = row.cells.get(column.key)
        if column.key in row.closed:
            page.write_string(number, place, NOT_ASKED, self._look("closed"))
        elif not column.open:
            put(page, number, place, value, self._look("fixed", kept_as(value)))
        else:
            look = self._look("open", "date" if isinstance(value, date) else column.sort)
            put(page, number, place, value, look)
            self._asked(page, number, place, column, row.notes.get(column.key, column.note))

    def _asked(self, page: Worksheet, number: int, place: int, column: Column, note: str) -> None:
        """What may be written into an open cell, and the words shown beside it."""
        rule: dict[str, Any] = {"validate": "any"}
        if column.sort == "choice":
            rule = {"validate": "list", "source": self._choices(column.choices)}
            rule["error_message"] = "Please choose one of the list."
        elif column.sort == "number" and column.least is not None:
            rule = {"validate": "decimal", "criteria": ">=", "value": column.least}
            rule["error_message"] = "Please write a number in figures only, such as 12. Nought is 0."
        elif column.sort == "date":
            rule = {"validate": "date", "criteria": ">=", "value": date(1990, 1, 1)}
            rule["error_message"] = "Please write a date, such as 31 March 2026."
        if "error_message" in rule:
            rule["error_title"] = short(column.title, 32)
        if note:
            rule |= {"input_title": short(column.title, 32), "input_message": short(note, 255)}
        if rule["validate"] != "any" or note:
            page.data_validation(number, place, number, place, rule)

    def _choices(self, choices: tuple[str, ...]) -> list[str] | str:
        if len(",".join(choices)) <= _MOST_LISTED and not any("," in one for one in choices):
            return list(choices)
        if choices not in self._lists:
            self._lists.append(choices)
        place = letters(20 + self._lists.index(choices))
        return f"='{SHEET}'!${place}$1:${place}${len(choices)}"

    def _explaining(self) -> None:
        page: Worksheet = self.book.add_worksheet(EXPLAINING)
        page.set_column(0, 0, _EXPLAINING_WIDTH)
        page.write_string(0, 0, EXPLAINING, self._look("title"))
        page.set_row(0, 24)
        number = 1
        for passage in self.workbook.explanation:
            number = self._passage(page, passage, number + 1)
        self._printed(page, EXPLAINING)
        page.protect("", {"format_columns": True, "format_rows": True})

    def _passage(self, page: Worksheet, passage: Passage, number: int) -> int:
        page.set_row(number, 20)
        page.write_string(number, 0, passage.heading, self._look("heading"))
        for line in passage.lines:
            number += 1
            page.set_row(number, lines(line, _EXPLAINING_WIDTH) * LINE_HEIGHT + 3)
            page.write_string(number, 0, unsealed(line), self._look("passage", kept_as(line)))
        return number + 1

    def _printed(self, page: Worksheet, title: str) -> None:
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        page.set_footer(f"&L{plain(title)}&RPage &P of &N")
        page.hide_gridlines(2)

    def _hidden(self) -> None:
        page: Worksheet = self.book.add_worksheet(SHEET)
        rows = written(self.stamp)
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                page.write_string(number, place, text)
        for place, choices in enumerate(self._lists, start=20):
            for number, choice in enumerate(choices):
                page.write_string(number, place, choice)
        page.protect("")
        page.very_hidden()
        self.book.set_custom_property(PROPERTY, rows[-1][1])
