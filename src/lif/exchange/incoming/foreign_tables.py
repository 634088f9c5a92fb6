"""The table that a mapping is of: found by the heads of its columns, on whatever sheet and row it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lif.exchange.incoming.csv_files import CsvFile
from lif.exchange.incoming.values import folded, text_of
from lif.exchange.workbooks.cells import Cell, Grid
from lif.records.return_mappings import ReturnMapping

HEADS_WITHIN = 200
"""A table begins within so many rows of the top of its sheet."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows under a row of heads, down to the next row of the same heads or the end of the sheet."""

    grid: Grid
    head: int
    end: int
    numbered: bool = False
    """Its cells are told by their line and the head of their column, as those of a CSV are."""

    @property
    def heads(self) -> tuple[Cell, ...]:
        return self.grid.rows[self.head]

    @property
    def above(self) -> Iterator[str]:
        """The texts above the table, and the title of the sheet."""
        for row in self.grid.rows[: self.head]:
            yield from (str(cell.value) for cell in row if isinstance(cell.value, str))
        if not self.numbered:
            yield self.grid.title

    @property
    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Every row that holds something, its cells with their addresses, as wide as the heads."""
        width = len(self.heads)
        for number in range(self.head + 1, self.end):
            row = self.grid.rows[number]
            if any(not cell.empty for cell in row):
                yield tuple(self._cell(row, place, number) for place in range(max(width, len(row))))

    def address(self, cell: Cell, place: int) -> str:
        """How the reader of the file finds a cell: `line 14, column "Q2"` in a CSV."""
        if not self.numbered:
            return cell.address
        head = text_of(self.heads[place].value) if place < len(self.heads) else None
        return f"{cell.address}, column " + (f'"{shown_label(head)}"' if head else str(place + 1))

    def _cell(self, row: tuple[Cell, ...], place: int, number: int) -> Cell:
        cell = row[place] if place < len(row) else Cell(None, self._line(number))
        return replace(cell, address=self.address(cell, place))

    def _line(self, number: int) -> str:
        row = self.grid.rows[number]
        return row[0].address if row else self.grid.title


def csv_grid(path: Path, found: CsvFile) -> Grid:
    """A CSV as a sheet whose cells are told by their line."""
    rows = tuple(
        tuple(Cell(text if text.strip() else None, f"line {line}") for text in cells)
        for line, cells in found.rows
    )
    return Grid(path.name, rows)


def is_called(words: str, cell: Cell) -> bool:
    """Whether a head or a label is one of the spellings, parted by |, whatever its case and hyphens."""
    text = text_of(cell.value)
    return text is not None and folded(text) in {folded(one) for one in words.split("|")}


def column_called(heads: tuple[Cell, ...], words: str | None) -> int | None:
    """The place of the column that is called so; None where there is none."""
    if words is None:
        return None
    return next((place for place, cell in enumerate(heads) if is_called(words, cell)), None)


def tables_of(mapping: ReturnMapping, grids: tuple[Grid, ...], numbered: bool) -> list[Table]:
    """Every table that a mapping fits, sheet by sheet."""
    found = []
    for grid in grids:
        if mapping.sheet is not None and not numbered and folded(mapping.sheet) != folded(grid.title):
            continue
        starts = [
            number
            for number, row in enumerate(grid.rows)
            if all(any(is_called(words, cell) for cell in row) for words in mapping.heads)
        ]
        if not starts or starts[0] >= HEADS_WITHIN:
            continue
        ends = [*starts[1:], len(grid.rows)]
        found += [Table(grid, start, end, numbered) for start, end in zip(starts, ends, strict=True)]
    return found


def shown_label(text: str) -> str:
    """A head or a label as a message may print it: never one that could be about a person."""
    from lif.exchange.incoming.person_values import is_name
    from lif.privacy.scanning import mask

    return "…" if is_name(text) or len(text) > 80 else mask(text)
