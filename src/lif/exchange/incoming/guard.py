"""No file goes further that holds single people: every sheet of it is looked through first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from lif.exchange.incoming.child_level import refusal
from lif.exchange.incoming.csv_files import CsvFile
from lif.exchange.incoming.sheets import Sheet
from lif.exchange.incoming.unseen import hidden_columns, unseen
from lif.exchange.workbooks.opening import Opened
from lif.exchange.workbooks.package import CannotOpen, parts_of


class IsChildLevel(CannotOpen):
    """The file holds single people; the message says where, what to send and what to do now."""


def no_single_people(sheets: Collection[Sheet]) -> None:
    """Raises IsChildLevel."""
    if words := refusal(sheets):
        raise IsChildLevel(words)


def sheets_of(opened: Opened, leave: Collection[str] = ()) -> Iterator[Sheet]:
    """Every sheet of a workbook, seen and unseen; those of titles in `leave` are known already."""
    parts = parts_of(opened.path)
    hidden = hidden_columns(parts)
    for grid in opened.grids:
        if grid.title not in leave:
            rows = [[cell.value for cell in row] for row in grid.rows]
            where = "hidden sheet" if grid.hidden else ""
            yield Sheet(grid.title, rows, where, hidden.get(grid.title, frozenset()))
    yield from unseen(parts)


def sheet_of_csv(path: Path, found: CsvFile) -> Sheet:
    """A CSV as the sheet it is."""
    return Sheet(path.name, [list(cells) for _, cells in found.rows], lettered=False)
