"""Reads the CSV of a long series as rows of text with places."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path

from lif.diagnostics import AnyCode, Diagnostic, Location
from lif.source.characters import look
from lif.source.document import BOM
from lif.source.files import MAX_TABLE, NOTHING_OVER, Door, Over, ending
from lif.source.problems import MOST, files
from lif.source.problems import tables as problems
from lif.source.problems.words import said
from lif.source.reading import Problems

Row = tuple[str, ...]

_CELL = re.compile(r'"((?>[^"]+|"")*+)"(?=,|\Z)|([^",]*+)(?=,|\Z)')
_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "upright strokes"}


class Table:
    """The rows of a CSV file: cells are text as written, without the quotes that RFC 4180 puts round them."""

    __slots__ = ("_lines", "_text", "columns", "path", "rows", "warnings")

    def __init__(
        self,
        path: str,
        text: str,
        columns: Row,
        rows: list[Row],
        lines: array[int],
        warnings: tuple[Diagnostic, ...],
    ) -> None:
        self.path, self.columns, self.rows, self.warnings = path, columns, rows, warnings
        self._text, self._lines = text, lines

    @property
    def places(self) -> tuple[Location, ...]:
        """The place of each row."""
        return tuple(Location(self.path, line) for line in self._lines)

    def locate(self, row: int, column: str) -> Location:
        """The place of a cell; rows are counted from 0, without the header."""
        first = self._lines[row]
        _, record = next(_records(self._text.split("\n")[first - 1 :]))
        place = _Places(self.path, first, record)
        starts = [start for start, _ in _cells(place)]
        return place.at(starts[self.columns.index(column)])


def read_table(root: Path, path: str, columns: Sequence[str], over: Over = NOTHING_OVER) -> Table | Problems:
    """The rows of the CSV file at `path`, whose header has to be `columns`, or what is wrong with it.

    Text in UTF-8 with commas, rows ended by LF or CRLF, cells in quotes where they hold commas, quotes or
    line ends (RFC 4180). Cells are never understood: one that looks like a formula is text like any other.
    """
    if not path.endswith(".csv"):
        return (said(files.wrong_ending, Location(path), ending(path), ".csv"),)
    fetched = Door(root, over).fetch(path, MAX_TABLE)
    return (fetched,) if isinstance(fetched, Diagnostic) else parse_table(fetched, path, columns)


def parse_table(raw: bytes, path: str, columns: Sequence[str]) -> Table | Problems:
    """`read_table` for bytes at hand."""
    body = raw.removeprefix(BOM)
    seen = look(body, path)
    if broken := seen.errors or seen.long_lines:
        return broken
    text = body.decode("utf-8")
    if not text.strip():
        return (said(problems.empty_table, Location(path)),)
    table = Table(path, text, tuple(columns), [], array("I"), seen.warnings)
    told = list(_fill(table))
    return tuple(told) or table


def _fill(table: Table) -> Iterator[Diagnostic]:
    """Puts the rows into the table and tells what is wrong with them, up to a number that a person reads."""
    told = 0
    for line, record in _records(table._text.split("\n")):
        places = _Places(table.path, line, record)
        cells = tuple(record.split(",")) if '"' not in record else _quoted(places)
        fault = cells if isinstance(cells, Diagnostic) else _shape(table, places, cells)
        if fault is not None:
            yield fault
            told += 1
            if line == 1 or told == MOST:
                return
        elif line > 1 and not isinstance(cells, Diagnostic):
            table.rows.append(cells)
            table._lines.append(line)


def _shape(table: Table, places: _Places, cells: Row) -> Diagnostic | None:
    if places.line == 1:
        if cells == table.columns:
            return None
        separator = next((name for sign, name in _SEPARATORS.items() if sign in places.record), "")
        return places.said(problems.other_columns, 0, ",".join(table.columns), separator)
    if not places.record:
        return places.said(problems.empty_row, 0)
    if len(cells) != len(table.columns):
        return places.said(problems.number_of_cells, 0, len(cells), len(table.columns))
    return None


class _Places:
    """A row's text, and the places in it."""

    __slots__ = ("line", "path", "record")

    def __init__(self, path: str, line: int, record: str) -> None:
        self.path, self.line, self.record = path, line, record

    def at(self, offset: int) -> Location:
        before = self.record[:offset]
        return Location(self.path, self.line + before.count("\n"), offset - before.rfind("\n"))

    def said(self, code: AnyCode, offset: int, *args: object) -> Diagnostic:
        return said(code, self.at(offset), *args)


def _records(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each row with the number of its first line; a cell in quotes may run over several."""
    number = 0
    last = len(lines) - (lines[-1] == "")
    while number < last:
        first = number
        parts = [lines[number].removesuffix("\r")]
        number += 1
        if '"' in parts[0]:
            odd = parts[0].count('"') % 2
            while odd and number < last:
                parts.append(lines[number].removesuffix("\r"))
                odd = (odd + parts[-1].count('"')) % 2
                number += 1
        yield first + 1, "\n".join(parts)


def _quoted(places: _Places) -> Row | Diagnostic:
    """The cells of a row that holds quotation marks, or what is wrong with the marks."""
    cells = []
    end = -1
    for start, cell in _cells(places):
        cells.append(cell)
        end = start
    if end >= 0 and cells[-1] is None:
        code = problems.mark_inside_cell
        if places.record[end : end + 1] == '"' and places.record.count('"', end) % 2:
            code = problems.cell_not_closed
        return places.said(code, end)
    return tuple(cell or "" for cell in cells)


def _cells(places: _Places) -> Iterator[tuple[int, str | None]]:
    """Each cell with its start; None, as the last, for a cell whose quotation marks are out of order."""
    start = 0
    while True:
        found = _CELL.match(places.record, start)
        if found is None:
            yield start, None
            return
        yield start, found[2] if found[1] is None else found[1].replace('""', '"')
        if found.end() == len(places.record):
            return
        start = found.end() + 1
