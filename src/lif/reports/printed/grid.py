"""Lays the cells of a table out as a full rectangle, whatever spans and gaps the page had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lif.reports.printed.blocks import Cell, Table

EMPTY = Cell(())


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell and the column where it begins."""

    column: int
    cell: Cell


Row = tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading of their own, or under none."""

    heading: Cell | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with every place filled once: its number of columns, its head, and its groups of rows.

    Cells stand in the row where they begin, in the order of columns; no span reaches out of head or group.
    """

    columns: int
    head: tuple[Row, ...]
    groups: tuple[Group, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row of cells, the head first; headings of groups are none."""
        return (*self.head, *(row for group in self.groups for row in group.rows))


def grid(table: Table) -> Grid:
    """The table as a grid."""
    columns = max(_widest(table.head), _widest(table.body), 1)
    found: list[tuple[Cell | None, list[tuple[Cell, ...]]]] = [(None, [])]
    for row in table.body:
        if _is_heading(row) and row[0].across >= columns:
            found.append((replace(row[0], across=columns, down=1), []))
        else:
            found[-1][1].append(row)
    groups = (Group(heading, _filled(rows, columns)) for heading, rows in found if heading or rows)
    return Grid(columns, _filled(table.head, columns), tuple(groups))


def _is_heading(row: Sequence[Cell]) -> bool:
    """Whether a row may head the rows under it: it is one cell that says so."""
    return len(row) == 1 and row[0].scope == "rowgroup"


def _widest(rows: Sequence[Sequence[Cell]]) -> int:
    """How many columns these rows need, cells from rows above that reach down counted."""
    widest = 0
    reaching: list[tuple[int, int]] = []
    for row in rows:
        reaching = [(down - 1, across) for down, across in reaching if down > 1 and not _is_heading(row)]
        here = [(cell.down, cell.across) for cell in row]
        widest = max(widest, sum(across for _, across in (*reaching, *here)))
        reaching += here
    return widest


def _filled(rows: Sequence[Sequence[Cell]], columns: int) -> tuple[Row, ...]:
    taken: set[tuple[int, int]] = set()
    found = []
    for y, row in enumerate(rows):
        cells: list[Placed] = []
        x = 0
        waiting = list(row)
        while x < columns:
            if (y, x) in taken:
                x += 1
                continue
            cell = waiting.pop(0) if waiting else EMPTY
            cell = _fitting(cell, y, x, (len(rows), columns), taken)
            taken |= {(y + i, x + j) for i in range(cell.down) for j in range(cell.across)}
            cells.append(Placed(x, cell))
            x += cell.across
        found.append(tuple(cells))
    return tuple(found)


def _fitting(cell: Cell, y: int, x: int, size: tuple[int, int], taken: set[tuple[int, int]]) -> Cell:
    """The cell, its spans cut where another cell or the edge of its part stands."""
    across = 1
    while across < cell.across and x + across < size[1] and (y, x + across) not in taken:
        across += 1
    down = min(cell.down, size[0] - y)
    return cell if (across, down) == (cell.across, cell.down) else replace(cell, across=across, down=down)
