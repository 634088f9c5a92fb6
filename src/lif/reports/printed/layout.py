"""How a table is set: its grid, the size of its letters and the widths of its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lif.reports.printed.blocks import (
    Block,
    Callout,
    Card,
    Cell,
    Columns,
    Definitions,
    Details,
    Document,
    Paragraph,
    Quotation,
    Table,
)
from lif.reports.printed.facts import facts_grid, facts_widths
from lif.reports.printed.grid import Grid, Group, Placed, Row, grid
from lif.reports.printed.widths import least_widths, measured, widths

_LARGEST, _SMALLEST = 9.0, 7.0
_TERMS, _WIDEST_TERMS = 0.27, 130.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand: the room from left to right and the size of letters, in points."""

    room: float
    size: float

    def narrower(self, by: float) -> Place:
        """The same place with less room."""
        return replace(self, room=max(self.room - by, 40.0))


@dataclass(frozen=True, slots=True)
class Layout:
    """A table ready to be set; sizes and widths in points."""

    grid: Grid
    size: float
    columns: tuple[float, ...]

    @property
    def width(self) -> float:
        """The width of the table."""
        return sum(self.columns)

    @property
    def lines(self) -> float:
        """About how many lines the table takes."""
        return sum(self.height(row) for row in self.grid.rows) + 2.0 * len(self.grid.groups)

    def room(self, placed: Placed) -> float:
        """The width of a cell, that of all columns over which it reaches."""
        return sum(self.columns[placed.column : placed.column + placed.cell.across])

    def height(self, row: Row) -> float:
        """About how many lines a row takes."""
        return max((measured(each.cell, self.size).height(self.room(each)) for each in row), default=0.0)


class Layouts:
    """The layouts of a document's tables: those under the same headings get the same columns."""

    def __init__(self, document: Document) -> None:
        self._alike: dict[str, list[Grid]] = {}
        self._columns: dict[tuple[str, Place, bool], tuple[float, tuple[float, ...]]] = {}
        for table in _tables(document.blocks):
            self._alike.setdefault(_headings(table), []).append(grid(table))

    def __call__(self, table: Table, place: Place) -> Layout:
        """The layout of a table in this place."""
        size = min(place.size, _LARGEST)
        if table.sort == "facts":
            return Layout(facts_grid(table, place.room, size), size, facts_widths(place.room))
        laid, even = grid(table), table.sort == "matrix"
        key = _headings(table), place, even
        if key not in self._columns:
            alike = [laid, *self._alike.get(key[0], ())] if table.head else [laid]
            groups = tuple(group for each in alike for group in each.groups)
            self._columns[key] = _columns(Grid(laid.columns, laid.head, groups), place, even)
        return Layout(laid, *self._columns[key])


def terms_layout(block: Definitions, place: Place) -> Layout:
    """The layout of terms with what they mean beside them, each the heading of its row."""
    rows = tuple(
        (Placed(0, Cell((Paragraph(term),), "row")), Placed(1, Cell(meant))) for term, meant in block.entries
    )
    terms = min(place.room * _TERMS, _WIDEST_TERMS)
    return Layout(Grid(2, (), (Group(None, rows),)), place.size, (terms, place.room - terms))


def _columns(laid: Grid, place: Place, even: bool) -> tuple[float, tuple[float, ...]]:
    """Size of letters and widths: smaller the more columns there are, and as the words need."""
    size = min(place.size, _LARGEST if laid.columns < 6 else 8.5 if laid.columns < 8 else 8.0)
    while size > _SMALLEST and sum(least_widths(laid, size)) > place.room:
        size -= 0.5
    return size, widths(laid, place.room, size, even)


def _headings(table: Table) -> str:
    """What the columns of a table are called; the same for tables of one kind only."""
    return repr((table.sort, table.head)) if table.head else repr(table)


def _tables(blocks: Sequence[Block]) -> Iterator[Table]:
    """Every table of the blocks that stands in no other."""
    for block in blocks:
        match block:
            case Table():
                yield block
            case Card() | Callout() | Quotation() | Details():
                yield from _tables(block.blocks)
            case Columns(columns=columns):
                for column in columns:
                    yield from _tables(column)
            case _:
                pass
