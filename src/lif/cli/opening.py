"""Opens the workspace that the shared options name, as things stood on the day they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lif.cli.exits import CLEAN, PROBLEMS, CannotRun
from lif.cli.options import Reading, Shared, options_of
from lif.cli.progress import working
from lif.cli.streams import say
from lif.diagnostics import line
from lif.records.problems import listed, nearest
from lif.records.record import Record
from lif.views.lookup import NotFoundError, called
from lif.workspace import NoWorkspace, Workspace, find_root

if TYPE_CHECKING:
    from lif.checks.finding import Check

UNREADABLE = "RSI"
"""Families of codes that say a record was not read: reading, schema, identity."""

MOST_NAMED = 20


def open_workspace(shared: Shared, checked: bool = True, framework_too: bool = False) -> Workspace:
    """The workspace that the options name, on the day they name; raises CannotRun with a reason.

    It speaks the words of its board, if that has any. Commands that only look something up need not have
    everything checked: that halves their time. A framework by itself is opened for those that ask for it
    too; the others need a board.
    """
    return workspace_as_read(shared, checked, framework_too).speaking()


def workspace_as_read(
    shared: Shared, checked: bool = True, framework_too: bool = False, history: bool = False
) -> Workspace:
    """The same for what shows no record to anybody, but judges records or protects them.

    With `history` the checks are told how the records stood in each commit too.
    """
    folder = folder_of(shared.root)
    try:
        with working("reading the records", shared.quiet):
            workspace = _loaded(shared, folder, None if checked else (), history)
    except NoWorkspace as none:
        raise CannotRun(str(none)) from None
    if not framework_too:
        of_a_board(workspace)
    return workspace


def _loaded(shared: Shared, folder: Path, checks: Sequence[Check] | None, history: bool) -> Workspace:
    """The workspace as it stands, or as it stood at what a reading command was told."""
    if isinstance(shared, Reading) and shared.at is not None:
        from lif.cli.looking_back import workspace_at

        return workspace_at(shared, folder, checks, history)
    past = None
    if history:
        from lif.cli.looking_back import past_of

        past = past_of(folder, "HEAD")
    return Workspace.load(folder, day_of(shared.as_at, folder), checks, past=past)


def of_a_board(workspace: Workspace) -> None:
    """Raises CannotRun for a framework by itself, which has no board to do anything for."""
    if workspace.is_framework:
        name = workspace.root.resolve().name
        raise CannotRun(
            f"{name} is a framework that boards extend, and not a board's workspace: "
            "lif validate, lif list and lif show look at it; for the rest go to the folder of a board"
        )


def none_is_blank(options: object) -> None:
    """Raises CannotRun for an option that was given without words, as a script does whose variable is empty.

    What it should have named is not known, and the whole is not what was meant.
    """
    for name, (_, option, _) in options_of(type(options)).items():
        words = getattr(options, name)
        if isinstance(words, str) and not words.strip():
            raise CannotRun(f"{option.flag}: nothing is named; leave it out, or say which is meant")


def one_of(option: str, word: str, words: tuple[str, ...]) -> str:
    """The word, when it is one of these; raises CannotRun for another, naming the nearest."""
    if word in words:
        return word
    near = nearest(word, words)
    raise CannotRun(f"{option} {word}: {f'did you mean {near}? ' if near else ''}write {listed(words)}")


def folder_of(root: str | None) -> Path:
    """The folder that holds lif.yaml; raises CannotRun when there is none."""
    if root is None:
        try:
            return find_root(Path.cwd())
        except NoWorkspace as none:
            raise CannotRun(str(none)) from None
    folder = Path(root)
    if not folder.is_dir():
        raise CannotRun(f"--root {root}: there is no such folder")
    if not (folder / "lif.yaml").exists():
        raise CannotRun(
            f"--root {root}: there is no lif.yaml in that folder, so it is not a board's workspace"
        )
    return folder


def day_of(as_at: str | None, folder: Path) -> date:
    """The day that `--as-at` names: today, a date, or `workspace` for the as_at of lif.yaml."""
    if as_at is None or as_at == "today":
        return date.today()
    if as_at == "workspace":
        return _workspace_day(folder)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", as_at):
        try:
            return date.fromisoformat(as_at)
        except ValueError:
            raise CannotRun(f"--as-at {as_at}: there is no such day") from None
    raise CannotRun(
        f"--as-at {as_at}: write a date as in 2025-03-31, or 'workspace' for the as_at of lif.yaml"
    )


def _workspace_day(folder: Path) -> date:
    from lif.records.reading import read_part
    from lif.records.settings import Settings
    from lif.source import Document, read

    document = read(folder, "lif.yaml")
    settings = read_part(Settings, document.data) if isinstance(document, Document) else None
    if not isinstance(settings, Settings):
        raise CannotRun(
            "--as-at workspace: lif.yaml cannot be read, so its as_at is not known; run lif validate"
        )
    if settings.as_at is None:
        raise CannotRun(
            "--as-at workspace: lif.yaml names no as_at; leave --as-at out for today, or give a date "
            "as in 2025-03-31"
        )
    return settings.as_at


def id_called(workspace: Workspace, option: str, words: str, *kinds: type[Record]) -> str:
    """The id of the record that goes by these words; raises CannotRun for none, naming the nearest.

    A record that is there and cannot be read is not said to be missing.
    """
    try:
        return called(workspace.register, kinds, words)
    except NotFoundError as none:
        bad = workspace.register.unreadable.get(words)
        said = f"'{bad.id}' cannot be read: run lif validate, and see {bad.path}" if bad else str(none)
        raise CannotRun(f"{option}: {said}") from None


def left_out(workspace: Workspace, shared: Shared) -> int:
    """Names on stderr the records that could not be read; 1 when there are any, since they are left out."""
    broken = [d for d in workspace.errors if d.code[0] in UNREADABLE]
    if broken and not shared.quiet:
        for diagnostic in broken[:MOST_NAMED]:
            say(line(diagnostic))
        more = f" ({len(broken) - MOST_NAMED} more problems)" if len(broken) > MOST_NAMED else ""
        say(f"lif: what could not be read is left out{more}; lif validate says all that is wrong")
    return PROBLEMS if broken else CLEAN
