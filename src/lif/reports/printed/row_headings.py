"""Says in a PDF which cells head a row, which its engine cannot be told, so that they are read out.

The structure elements of the file are rewritten, nothing that is seen. A table, or a file, that is not built
as expected is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lif.reports.printed.grid import Grid, Placed, Row
from lif.reports.printed.pdf_objects import Objects, text_string

_KIDS = re.compile(rb"/K\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_KIND = re.compile(rb"\d+ 0 obj\s*<</Type/StructElem/S/(\w+)")
_ROOT = re.compile(rb"/StructTreeRoot (\d+) 0 R")
_ID = re.compile(rb"/ID\((\w+)\)")
_ATTRIBUTES = re.compile(rb"<</O/Table((?:/Scope/\w+|/Headers\[[^\]]*\]|/ColSpan \d+|/RowSpan \d+)*)>>")
_SPANS = re.compile(rb"/(?:Col|Row)Span \d+")
_NAMES = re.compile(rb"/IDTree<</Names\[([^\]]*)\]>>")


@dataclass(frozen=True, slots=True)
class Told:
    """A table as it is printed: its grid, and the caption that is not seen, or ""."""

    grid: Grid
    spoken: str


@dataclass
class _Marks:
    """The structure elements of a file, and the names that were given to cells."""

    objects: Objects
    named: dict[bytes, int] = field(default_factory=dict)

    def kind(self, number: int) -> bytes:
        found = _KIND.match(self.objects[number])
        return found[1] if found else b""

    def kids(self, number: int) -> list[int]:
        found = _KIDS.search(self.objects.without_texts(number))
        return [int(each) for each in _REFERENCE.findall(found[1])] if found else []

    def tables(self, number: int) -> Iterator[int]:
        """Every table under an element, in the order of reading."""
        if self.kind(number) == b"Table":
            yield number
        for kid in self.kids(number):
            if self.kind(kid):
                yield from self.tables(kid)

    def rows(self, table: int) -> list[list[int]]:
        """The cells of each row of a table."""
        rows: list[int] = []
        for part in self.kids(table):
            rows += [part] if self.kind(part) == b"TR" else self.kids(part)
        rows = [row for row in rows if self.kind(row) == b"TR"]
        return [[cell for cell in self.kids(row) if self.kind(cell) in (b"TD", b"TH")] for row in rows]


def with_row_headings(pdf: bytes, tables: Sequence[Told]) -> bytes:
    """The file with the rows of its tables headed; `tables` are those of the document, in their order."""
    try:
        objects = Objects(pdf)
    except ValueError:
        return pdf
    marks = _Marks(objects)
    named = _ROOT.search(objects.without_texts(objects.catalogue))
    root = int(named[1]) if named else 0
    found = [table for kid in marks.kids(root) for table in marks.tables(kid)]
    if len(found) != len(tables):
        return pdf
    for number, (element, table) in enumerate(zip(found, tables, strict=True)):
        _mark(marks, number, element, table)
    if marks.named:
        objects[root] = _with_names(objects[root], marks.named)
    return objects.written()


def _mark(marks: _Marks, number: int, element: int, table: Told) -> None:
    """Marks the cells of one table."""
    if table.spoken:
        _add(marks.objects, element, b"/O/Table/Summary" + text_string(table.spoken))
    grid = table.grid
    expected: list[tuple[str, Row]] = [("head", row) for row in grid.head]
    for group in grid.groups:
        expected += [("group", (Placed(0, group.heading),))] if group.heading else []
        expected += [("body", row) for row in group.rows]
    printed = marks.rows(element)
    if [len(cells) for cells in printed] != [len(row) for _, row in expected]:
        return
    headed = _Headed(marks, number)
    for y, (cells, (sort, row)) in enumerate(zip(printed, expected, strict=True)):
        placed = list(zip(cells, row, strict=True))
        if sort == "group":
            headed.group = [_name(marks.objects, cell) for cell in cells]
        elif sort == "head":
            headed.head_row(placed)
        else:
            headed.body_row(y, placed)


@dataclass
class _Headed:
    """The cells of a table so far that head others: columns, the present group, rows that reach down."""

    marks: _Marks
    table: int
    columns: dict[int, list[bytes]] = field(default_factory=dict)
    group: list[bytes] = field(default_factory=list)
    reaching: list[tuple[range, bytes]] = field(default_factory=list)

    def head_row(self, placed: Sequence[tuple[int, Placed]]) -> None:
        """Remembers the headings of columns."""
        for element, each in placed:
            for x in range(each.column, each.column + each.cell.across):
                self.columns.setdefault(x, []).append(_name(self.marks.objects, element))

    def body_row(self, y: int, placed: Sequence[tuple[int, Placed]]) -> None:
        """Marks the headings of a row, then names for each cell what heads it."""
        for element, each in placed:
            if each.cell.scope == "row":
                name = b"R%dx%dy%d" % (self.table, each.column, y)
                _head_row(self.marks, element, name, self._above(each))
                self.reaching.append((range(y, y + each.cell.down), name))
        beside = [name for rows, name in self.reaching if y in rows]
        for element, each in placed:
            heads = [*self._above(each), *beside]
            if each.cell.scope != "row" and any(heads):
                _set(self.marks.objects, element, _headers(heads))

    def _above(self, each: Placed) -> list[bytes]:
        return [*self.columns.get(each.column, ()), *self.group]


def _name(objects: Objects, cell: int) -> bytes:
    found = _ID.search(objects[cell])
    return found[1] if found else b""


def _head_row(marks: _Marks, cell: int, name: bytes, headed_by: Sequence[bytes]) -> None:
    """Makes a cell the heading of its row, under a name."""
    marks.named[name] = cell
    body = marks.objects[cell].replace(b"/S/TD", b"/S/TH/ID(" + name + b")", 1)
    marks.objects[cell] = body
    _set(marks.objects, cell, b"/Scope/Row" + _headers(headed_by))


def _headers(names: Sequence[bytes]) -> bytes:
    return b"/Headers[" + b"".join(b"(" + name + b")" for name in names if name) + b"]"


def _set(objects: Objects, cell: int, attributes: bytes) -> None:
    """Gives a cell these attributes of tables in place of those it has, but for its spans."""
    body = objects[cell]
    found = _ATTRIBUTES.search(body)
    if found is None:
        _add(objects, cell, b"/O/Table" + attributes)
        return
    spans = b"".join(_SPANS.findall(found[1]))
    objects[cell] = body[: found.start()] + b"<</O/Table" + attributes + spans + b">>" + body[found.end() :]


def _add(objects: Objects, element: int, attributes: bytes) -> None:
    """Gives an element a further set of attributes."""
    body = objects[element]
    if b"/A[" in body:
        objects[element] = body.replace(b"/A[", b"/A[<<" + attributes + b">>", 1)
    else:
        objects[element] = body.replace(b"/K[", b"/A[<<" + attributes + b">>]/K[", 1)


def _with_names(root: bytes, named: dict[bytes, int]) -> bytes:
    """The root of the structure with these names of cells among those it has, in order."""
    found = _NAMES.search(root)
    has = re.findall(rb"\((\w+)\)(\d+) 0 R", found[1]) if found else []
    every = sorted([*((name, int(number)) for name, number in has), *named.items()])
    names = b"/IDTree<</Names[" + b"".join(b"(%s)%d 0 R" % each for each in every) + b"]>>"
    if found:
        return root[: found.start()] + names + root[found.end() :]
    return root.replace(b"/Type/StructTreeRoot", b"/Type/StructTreeRoot" + names, 1)
