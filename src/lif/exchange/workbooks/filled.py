"""The rows that came back, known by their references; what was done to the workbook that must not be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lif.exchange.workbooks.cells import Cell, Grid
from lif.exchange.workbooks.layout import LINE, NOT_ASKED, TO_FILL_IN, CellValue
from lif.exchange.workbooks.opening import Opened
from lif.exchange.workbooks.stamp import Line, Stamp, as_told, fingerprint


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a workbook: where, in the address its reader knows, and what to do."""

    address: str
    words: str

    def __str__(self) -> str:
        return f"{self.address}: {self.words}" if self.address else self.words


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row that came back: its id, its cells by column, and whether anything was filled in or altered.

    `open` are the columns that could be filled in.
    """

    id: str
    cells: Mapping[str, Cell]
    changed: bool
    line: Line
    open: tuple[str, ...]

    @property
    def address(self) -> str:
        """The row's first cell."""
        return next(iter(self.cells.values())).address


@dataclass(frozen=True, slots=True)
class Filled:
    """What was filled in, sheet by sheet, and what is wrong with the form; `others` are sheets put in."""

    stamp: Stamp
    rows: Mapping[str, tuple[FilledRow, ...]]
    problems: tuple[Problem, ...]
    others: tuple[Grid, ...]
    titles: Mapping[str, str] = field(default_factory=dict)

    def row(self, sheet: str, id_: str) -> FilledRow | None:
        """The row of that id."""
        return next((one for one in self.rows.get(sheet, ()) if one.id == id_), None)


def filled(opened: Opened) -> Filled:
    """What was filled in in a workbook with a stamp."""
    known = opened.stamp
    assert known is not None
    rows: dict[str, tuple[FilledRow, ...]] = {}
    problems: list[Problem] = []
    used: dict[str, str] = {}
    for key, title in known.titles.items():
        reading = _Sheet(known, key, title)
        grid = reading.found(opened, set(used))
        if grid is None:
            problems.append(Problem("", reading.lost))
            rows[key] = ()
            continue
        used[grid.title] = key
        rows[key] = tuple(reading.rows(grid))
        problems += reading.problems
        problems += _merged(opened, grid, reading)
    from lif.exchange.workbooks.making import EXPLAINING

    others = tuple(one for one in opened.grids if one.title not in used and one.title != EXPLAINING)
    return Filled(known, rows, tuple(problems), others, {key: title for title, key in used.items()})


class _Sheet:
    """One sheet of the workbook, looked for and read."""

    def __init__(self, known: Stamp, key: str, title: str) -> None:
        self.key, self.title = key, title
        self.heads = {head: column for column, head in known.heads[key].items()}
        self.lines = known.lines_of(key)
        self.problems: list[Problem] = []
        self.lost = (
            f"the sheet '{title}' is not there, or the heads of its columns were changed: copy what was "
            "filled in into the workbook that was sent out"
        )
        self.head = -1
        self.places: dict[str, int] = {}

    def found(self, opened: Opened, taken: set[str]) -> Grid | None:
        """The sheet by its title, or else the only one with these heads and these references."""
        named = opened.grid(self.title)
        if named is not None and self._heads(named):
            return named
        fitting = [one for one in opened.grids if one.title not in taken and self._fits(one)]
        if len(fitting) != 1:
            return None
        self._heads(fitting[0])
        return fitting[0]

    def _fits(self, grid: Grid) -> bool:
        return self._heads(grid) and any(
            as_told(row[self.places[LINE]].value) in self.lines for row in grid.rows
        )

    def _heads(self, grid: Grid) -> bool:
        """Looks for the row of heads, wherever rows or columns were put in."""
        wanted = {LINE: LINE, **self.heads}
        for number, row in enumerate(grid.rows):
            places: dict[str, int] = {}
            for place, cell in enumerate(row):
                column = wanted.get(as_told(cell.value))
                if column is not None:
                    places.setdefault(column, place)
            if len(places) == len(wanted):
                self.head, self.places = number, places
                return True
        return False

    def rows(self, grid: Grid) -> Iterator[FilledRow]:
        """Every row by its reference; tells of rows that are gone, twice there, changed or put in."""
        seen: dict[str, str] = {}
        for row in grid.rows[self.head + 1 :]:
            ref, where = as_told(row[self.places[LINE]].value), row[self.places[LINE]].address
            line = self.lines.get(ref)
            if line is None:
                self._strange(row, ref, where)
            elif ref in seen:
                self._say(where, f"line {ref} stands twice (also at {seen[ref]}): delete the one not meant")
            else:
                seen[ref] = where
                yield self._row(line, row)
        for ref in self.lines:
            if ref not in seen:
                words = f"line {ref} was deleted: take it from the workbook that was sent out"
                self._say(grid.title, words)

    def _strange(self, row: tuple[Cell, ...], ref: str, where: str) -> None:
        if ref:
            self._say(where, f"'{_shown(ref)}' is no line of this workbook: it was pasted or changed")
        else:
            first = next((cell for cell in row if not cell.empty), None)
            if first is not None:
                self._say(
                    first.address,
                    "this row is none of the workbook's own, and is not read: write in the rows that are "
                    "there, and what has no row in the comment or in the covering message",
                )

    def _row(self, line: Line, row: tuple[Cell, ...]) -> FilledRow:
        cells = {column: row[place] for column, place in self.places.items() if column != LINE}
        cells = {column: cells[column] for column in self.heads.values()}
        told: list[CellValue] = []
        given: list[CellValue] = []
        for column, cell in cells.items():
            fixed = not self._open(column) or column in line.closed
            (told if fixed else given).append(cell.value)
        if fingerprint(told) != line.fixed:
            where = row[self.places[LINE]].address
            self._say(
                where,
                f"a locked cell of line {line.ref} was changed, or one '{NOT_ASKED}' was filled in: copy "
                "what was filled in into the workbook that was sent out",
            )
        changed = fingerprint(given) != line.filled or any(cell.formula for cell in cells.values())
        open_ = tuple(one for one in cells if self._open(one) and one not in line.closed)
        return FilledRow(line.id, cells, changed, line, open_)

    def _open(self, column: str) -> bool:
        head = next(head for head, key in self.heads.items() if key == column)
        return head.endswith(f"({TO_FILL_IN})")

    def _say(self, where: str, words: str) -> None:
        self.problems.append(Problem(where, words))


def _merged(opened: Opened, grid: Grid, reading: _Sheet) -> Iterator[Problem]:
    """Cells that were merged in the table: what stood in all but the first is lost."""
    for (top, left), (bottom, _) in opened.merged.get(grid.title, ()):
        if bottom > reading.head and top < len(grid.rows) and left < len(grid.rows[top]):
            yield Problem(
                grid.rows[top][left].address,
                "cells are merged here, so that it cannot be told what belongs to which: unmerge them",
            )


def _shown(text: str) -> str:
    return text if len(text) <= 20 else text[:19] + "…"
