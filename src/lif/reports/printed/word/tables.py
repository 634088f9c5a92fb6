"""Tables as Word has them: a head that is repeated, rows that stay whole, columns as wide as they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from lif.reports.printed.blocks import Block, Cell, LineBreak, Paragraph, Table
from lif.reports.printed.grid import Grid, Placed
from lif.reports.printed.layout import Place as Room
from lif.reports.printed.reading import words
from lif.reports.printed.widths import measured
from lif.reports.printed.word.desk import SIZE_IN_TABLES, Desk, Place
from lif.reports.printed.word.elements import TWIPS, Element, on, paragraph, w

Content = Callable[[Sequence[Block], Place], list[Element]]
"""Writes the blocks of a cell."""

_GUTTER = 7.0
_SMALLEST = 7.5
"""Letters of a table with many columns are no smaller, even where a word must be parted for that."""
_SHORT = 14
"""Lines that a row may have and still be kept on one page."""
_LOW = 10
"""Lines that a table may have and still be kept on one page."""
_STYLE = {"facts": "Paper Facts", "records": "Paper Table", "matrix": "Paper Matrix"}


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it is written: its cells, whether it is of the head, and whether it heads a group."""

    cells: tuple[Placed, ...]
    head: bool = False
    group: bool = False


def table(desk: Desk, block: Table, place: Place, content: Content) -> Element:
    """The table across the room of its place; `content` writes what stands in a cell."""
    found = desk.layouts(block, Room(place.room, SIZE_IN_TABLES))
    laid, size = found.grid, max(found.size, _SMALLEST)
    wide = _twips(found.columns, place.room)
    place = replace(place, size=0.0 if size == SIZE_IN_TABLES else size)
    rows = list(_rows(laid))
    low = sum(found.height(row.cells) for row in rows) <= _LOW
    upright: dict[int, tuple[int, Cell]] = {}
    made = w(
        "tbl", _properties(desk, block, laid, wide, place), w("tblGrid", *(w("gridCol", w=x) for x in wide))
    )
    for at, row in enumerate(rows):
        kept = place.kept or ((low or row.head or row.group) and at + 1 < len(rows))
        within = replace(place, kept=kept, about=place.about or _about(row))
        cells = [
            _cell(desk, block, row, cell, reaching, wide, within, content)
            for cell, reaching in _through(row, upright)
        ]
        made.append(w("tr", _row_properties(row, wide), *cells))
    return made


def _rows(laid: Grid) -> Iterator[_Row]:
    for row in laid.head:
        yield _Row(row, head=True)
    for group in laid.groups:
        if group.heading is not None:
            yield _Row((Placed(0, group.heading),), group=True)
        for row in group.rows:
            yield _Row(row)


def _about(row: _Row) -> str:
    """What a row is about: the first line of its first cell."""
    for block in row.cells[0].cell.blocks if row.cells else ():
        if isinstance(block, Paragraph):
            return words(tuple(takewhile(lambda piece: not isinstance(piece, LineBreak), block.pieces)))
    return ""


def _through(row: _Row, upright: dict[int, tuple[int, Cell]]) -> list[tuple[Placed, bool]]:
    """The cells of a row with those that reach down into it from above, each with whether it does."""
    found = []
    for column, (left, cell) in list(upright.items()):
        found.append((Placed(column, cell), True))
        if left > 1:
            upright[column] = (left - 1, cell)
        else:
            del upright[column]
    for placed in row.cells:
        found.append((placed, False))
        if placed.cell.down > 1:
            upright[placed.column] = (placed.cell.down - 1, placed.cell)
    return sorted(found, key=lambda each: each[0].column)


def _twips(points: Sequence[float], room: float) -> list[int]:
    """Widths in twips, rounded so that they add up to the room."""
    edges, total = [0], 0.0
    for each in points:
        total += each
        edges.append(round(total * TWIPS))
    edges[-1] = round(room * TWIPS)
    return [after - before for before, after in pairwise(edges)]


def _properties(desk: Desk, block: Table, laid: Grid, wide: list[int], place: Place) -> Element:
    first_row = [cell for row in block.body[:1] for cell in row[:1]]
    by_row = bool(first_row) and all(cell.scope == "row" for cell in first_row)
    return w(
        "tblPr",
        w("tblStyle", val=desk.styles.id(_STYLE[block.sort])),
        w("tblW", w=sum(wide), type="dxa"),
        w("tblLayout", type="fixed"),
        w(
            "tblLook",
            val=f"{0x0600 | (0x20 if block.head else 0) | (0x80 if by_row else 0):04X}",
            firstRow=int(bool(block.head)),
            lastRow=0,
            firstColumn=int(by_row),
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
        w("tblCaption", val=words(block.caption)),
        w("tblDescription", val=_described(block, laid)),
    )


def _described(block: Table, laid: Grid) -> str:
    """What a person is told who hears the table: how large it is and what its columns are."""
    rows = sum(len(group.rows) for group in laid.groups)
    counted = f"{_counted(rows, 'row')}, {_counted(laid.columns, 'column')}"
    heads = [_cell_words(cell) for cell in block.head[-1]] if block.head else []
    return f"{counted}: {', '.join(filter(None, heads))}" if any(heads) else counted


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _cell_words(cell: Cell) -> str:
    return " ".join(words(block.pieces) for block in cell.blocks if isinstance(block, Paragraph))


def _row_properties(row: _Row, wide: list[int]) -> Element | None:
    tallest = max(
        (
            measured(each.cell, SIZE_IN_TABLES).height(_span(each, wide) / TWIPS)
            for each in row.cells
            if each.cell.down == 1
        ),
        default=1.0,
    )
    whole = row.head or row.group or tallest <= _SHORT
    return w("trPr", on("cantSplit", whole), on("tblHeader", row.head)) if whole or row.head else None


def _span(placed: Placed, wide: list[int]) -> int:
    return sum(wide[placed.column : placed.column + placed.cell.across])


def _cell(
    desk: Desk,
    block: Table,
    row: _Row,
    placed: Placed,
    reaching: bool,
    wide: list[int],
    place: Place,
    content: Content,
) -> Element:
    cell, across = placed.cell, _span(placed, wide)
    upright = w("vMerge") if reaching else w("vMerge", val="restart") if cell.down > 1 else None
    properties = w(
        "tcPr",
        w("tcW", w=across, type="dxa"),
        w("gridSpan", val=cell.across) if cell.across > 1 else None,
        upright,
        w("tcBorders", w("left", val="single", sz=36, space=0, color=desk.colour("worse")))
        if cell.raised
        else None,
        w("shd", val="clear", color="auto", fill=desk.colour("tint")) if cell.raised else None,
    )
    room, plain = across / TWIPS - _GUTTER, _style(block, row, cell)
    within = Place(room, plain=plain, family="Table ", size=place.size, kept=place.kept, about=place.about)
    made = [] if reaching else content(cell.blocks, within)
    if not made or not made[-1].tag.endswith("}p"):
        made.append(paragraph(desk.styles.id("Table Text")))
    return w("tc", properties, *made)


def _style(block: Table, row: _Row, cell: Cell) -> str:
    """The style of the words in a cell."""
    if row.group:
        return "Table Group"
    if row.head:
        return "Table Number Heading" if cell.number else "Table Heading"
    if cell.number:
        return "Table Number"
    return "Table Label" if cell.scope and block.sort != "records" else "Table Text"
