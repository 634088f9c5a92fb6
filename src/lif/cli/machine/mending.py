"""What can be mended without asking anybody: files that are not there yet, schemas, and hooks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lif.cli.exits import CannotRun
from lif.cli.reports import views
from lif.cli.streams import reason
from lif.history import NotHere, top
from lif.source.writing import CannotWrite, cut_off, finish
from lif.starting.beside import beside_records, schema_files
from lif.starting.hooks import hooks, set_up_hooks
from lif.starting.wheel import wheel
from lif.workspace import NoWorkspace, Workspace

_ONE_IS_ENOUGH = (".github/workflows/lif.yml", ".gitlab-ci.yml")


def mended(root: Path) -> Iterator[str]:
    """Writes what is missing, and tells it; a file that is there is left, schemas apart. Raises CannotRun."""
    try:
        if cut_off(root):
            finish(root)
            yield "a change that had been cut off: brought to its end or taken back; see git status"
        yield from _files(root)
        if hooks(root):
            yield from set_up_hooks(root, sys.executable)
    except CannotWrite as fault:
        raise CannotRun(f"--mend: {fault}") from None
    except OSError as fault:
        raise CannotRun(f"--mend: {fault.filename} cannot be written: {reason(fault)}") from None


def _files(root: Path) -> Iterator[str]:
    if not _by_itself(root):
        yield "the board is a part of a larger repository, whose own files are left as they are"
        return
    ours = wheel()
    if ours and not (root / "requirements.txt").exists() and not (root / ours.path).exists():
        _write(root / ours.path, ours.raw)
        yield f"{ours.path}: written"
    beside = beside_records(_called(root), ours)
    if any((root / path).exists() for path in _ONE_IS_ENOUGH):
        beside = {path: text for path, text in beside.items() if path not in _ONE_IS_ENOUGH}
    for path, text in beside.items():
        if not (root / path).exists():
            _write(root / path, text.encode())
            yield f"{path}: written"
    made = schema_files(
        views()
    )  # those of lif's own JSON are for programs, and stand where somebody wants them
    wanted = {path: text for path, text in made if "/output/" not in path or (root / path).exists()}
    differ = [(path, text) for path, text in wanted.items() if not _is(root / path, text)]
    for path, text in differ:
        _write(root / path, text.encode())
    if differ:
        yield f"schemas/: {len(differ)} written"


def _by_itself(root: Path) -> bool:
    """Whether the board's folder is the top of a repository, or in none."""
    try:
        return top(root).resolve() == root.resolve()
    except NotHere:
        return True


def _called(root: Path) -> str:
    """The name of the board, or of its folder where no record gives one."""
    from lif.views.bodies import body_of

    try:
        workspace = Workspace.load(root, date.today(), checks=())
        return body_of(workspace.board, workspace.as_at).name
    except (NoWorkspace, KeyError):
        return root.resolve().name


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


def _write(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
