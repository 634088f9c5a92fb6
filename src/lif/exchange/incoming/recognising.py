"""What a file is: told by the stamp inside it, whatever it is called; and who reads it then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from lif.exchange.incoming.child_level import refusal
from lif.exchange.incoming.comments import personal
from lif.exchange.incoming.outcome import Incoming, Told
from lif.exchange.incoming.sheets import Sheet
from lif.exchange.incoming.unseen import unseen
from lif.exchange.workbooks.filled import Filled, filled
from lif.exchange.workbooks.opening import Opened, opened
from lif.exchange.workbooks.package import CannotOpen, is_package, parts_of
from lif.exchange.workbooks.stamp import Stamp
from lif.records.board import Board
from lif.workspace import Workspace

StampedReader = Callable[[Workspace, Opened, Filled, Told], Incoming]
OtherReader = Callable[[Workspace, Path, "Opened | None", Told], Incoming]


class Sort(NamedTuple):
    """A sort of workbook that `lif export` makes: what it is called, and what reads it."""

    called: str
    reader: str


STAMPED: Mapping[str, Sort] = {
    "returns": Sort("a return of figures", "lif.exchange.incoming.returns:returns"),
    "actions": Sort("answers for actions", "lif.exchange.incoming.actions:actions"),
    "training": Sort("an agency's training", "lif.exchange.incoming.training:training"),
    "section11": Sort("a section 11 self-assessment", "lif.exchange.incoming.section11:section11"),
}
"""By the word in the stamp. A reader is `(workspace, opened, filled, told) -> Incoming`."""

OTHERS = "lif.exchange.incoming.foreign:foreign"
"""What reads files without a stamp, CSV too: `(workspace, path, opened or None, told) -> Incoming`."""

_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
_NATIONAL = {
    b"PAR1": "it is a database of national figures: lif import lait reads it",
    b"time_period,": "it is a file of national figures: lif import ees reads it",
}


def recognised(workspace: Workspace, path: Path, told: Told) -> Incoming:
    """The file as it is understood. Raises CannotOpen for one that nothing here can read."""
    if not is_package(path):
        _is_national(path)
        if path.suffix.lower() in _WORKBOOKS:
            raise CannotOpen("it is no workbook, whatever its name says: ask for it again")
        return _other(workspace, path, None, told)
    found = opened(path)
    if found.stamp is None:
        if found.was_stamped:
            raise CannotOpen(found.unknown)
        return _other(workspace, path, found, told)
    sort = STAMPED.get(found.stamp.identity.what)
    if sort is None:
        raise CannotOpen("it was made by a later lif, which knows more workbooks: use that one")
    _is_ours(workspace, found.stamp)
    read = filled(found)
    _is_no_list_of_people(found, read)
    reader: StampedReader = _loaded(sort.reader)
    return reader(workspace, found, read, told)


def _is_ours(workspace: Workspace, stamp: Stamp) -> None:
    """Raises CannotOpen for another board's workbook."""
    board = workspace.register.find(Board, workspace.register.board_id)
    if stamp.identity.board != workspace.register.board_id:
        ours = board.name if board else workspace.register.board_id
        theirs = stamp.identity.board
        raise CannotOpen(f"it belongs to another board, '{theirs}', and this is the workspace of {ours}")


def _is_no_list_of_people(found: Opened, read: Filled) -> None:
    """Raises CannotOpen for a workbook into which a list of single people was put, anywhere.

    Words in cells to fill in that tell of a person are told of one by one, by their cells.
    """
    cells = (row.cells[key] for rows in read.rows.values() for row in rows if row.changed for key in row.open)
    apart = {problem.address for problem, sure in personal(cells) if sure}
    sheets = [
        Sheet(
            grid.title,
            [[None if cell.address in apart else cell.value for cell in row] for row in grid.rows],
            "hidden sheet" if grid.hidden else "",
        )
        for grid in found.grids
    ]
    words = refusal([*sheets, *unseen(parts_of(found.path))])
    if words is not None:
        raise CannotOpen(words)


def _is_national(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(64).removeprefix(b"\xef\xbb\xbf")
    except OSError as fault:
        raise CannotOpen(f"it cannot be read: {(fault.strerror or 'the disk refused').lower()}") from None
    for mark, words in _NATIONAL.items():
        if start.startswith(mark):
            raise CannotOpen(words)


def _other(workspace: Workspace, path: Path, found: Opened | None, told: Told) -> Incoming:
    reader: OtherReader = _loaded(OTHERS)
    return reader(workspace, path, found, told)


def _loaded(name: str) -> Callable[..., Incoming]:
    module, _, function = name.partition(":")
    found: Callable[..., Incoming] = getattr(import_module(module), function)
    return found
