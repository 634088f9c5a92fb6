"""Reads a workbook that came back: its stamp, and every sheet that can be seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from lif.exchange.workbooks import package, stamp
from lif.exchange.workbooks.cells import Cell, Grid, address, as_value
from lif.exchange.workbooks.package import CannotOpen
from lif.exchange.workbooks.scanning import Scanned, scanned

if TYPE_CHECKING:
    import python_calamine

_STAMP_WIDTH = 8
_MISSING = (
    "it is not one of lif's workbooks, or the hidden sheet by which lif knows it was deleted: copy what was "
    "filled in into the workbook that was sent out"
)
_CHANGED = (
    "the hidden sheet by which lif knows this workbook was changed: copy what was filled in into the "
    "workbook that was sent out"
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it came: every sheet that can be seen, and the stamp if it has one.

    `unknown` says in words why there is no stamp.
    """

    path: Path
    grids: tuple[Grid, ...]
    stamp: stamp.Stamp | None
    unknown: str = ""
    was_stamped: bool = False
    merged: Mapping[str, tuple[tuple[tuple[int, int], tuple[int, int]], ...]] = field(default_factory=dict)

    def grid(self, title: str) -> Grid | None:
        """The sheet of that title."""
        return next((one for one in self.grids if one.title == title), None)


def opened(path: Path) -> Opened:
    """Reads the file. Raises CannotOpen, whose words say what it is and what to do."""
    import python_calamine

    parts = package.parts_of(path)
    marked = stamp.PROPERTY.encode() in parts.get("docProps/custom.xml", b"")
    found = scanned(parts)
    try:
        with python_calamine.CalamineWorkbook.from_filelike(package.packed(parts)) as book:
            return _read(path, book, _by_title(parts, found), marked)
    except (python_calamine.CalamineError, OSError, ValueError):
        raise CannotOpen("it is damaged: it cannot be read as a workbook") from None


def _read(
    path: Path, book: python_calamine.CalamineWorkbook, found: Mapping[str, Scanned], marked: bool
) -> Opened:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    grids = []
    merged = {}
    kept: Sequence[Sequence[str]] | None = None
    for one in book.sheets_metadata:
        if one.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(one.name)
        rows = sheet.to_python(skip_empty_area=False)
        if one.name == stamp.SHEET and rows and rows[0] and rows[0][0] == stamp.FIRST:
            kept = [[str(cell) for cell in row[:_STAMP_WIDTH]] for row in rows]
            continue
        formulas = found[one.name].formulas if one.name in found else set()
        grids.append(_grid(one.name, rows, formulas, one.visible != SheetVisibleEnum.Visible))
        merged[one.name] = tuple(sheet.merged_cell_ranges or ())
    try:
        known = None if kept is None else stamp.as_stamped(kept)
        unknown = _MISSING if kept is None else ""
    except (stamp.Tampered, KeyError, IndexError, TypeError, ValueError):
        known, unknown = None, _CHANGED
    return Opened(path, tuple(grids), known, unknown, marked or kept is not None, merged)


def _grid(title: str, rows: Sequence[Sequence[object]], formulas: set[str], hidden: bool) -> Grid:
    read = []
    for number, row in enumerate(rows, start=1):
        cells = []
        for place, found in enumerate(row, start=1):
            where = address(title, number, place)
            cells.append(Cell(as_value(found), where, where.rpartition("!")[2] in formulas))
        read.append(tuple(cells))
    return Grid(title, tuple(read), hidden)


def _by_title(parts: Mapping[str, bytes], found: Mapping[str, Scanned]) -> dict[str, Scanned]:
    """What was found, by the sheet's title: the workbook says which part holds which sheet."""
    from xml.etree.ElementTree import ParseError, fromstring

    try:
        book = fromstring(parts["xl/workbook.xml"])
        links = fromstring(parts["xl/_rels/workbook.xml.rels"])
    except (KeyError, ParseError):
        raise CannotOpen("it is damaged: it cannot be read as a workbook") from None
    targets = {one.get("Id"): one.get("Target", "") for one in links}
    titles = {}
    for sheet in book.iter():
        if sheet.tag.rpartition("}")[2] == "sheet":
            link = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), None)
            target = targets.get(link, "")
            name = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            if name in found:
                titles[sheet.get("name", "")] = found[name]
    return titles
