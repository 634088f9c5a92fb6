"""`lif watch`: checks the records each time that one is saved, and says what that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lif.cli.exits import CLEAN, CannotRun
from lif.cli.options import Shared

if TYPE_CHECKING:
    from pathlib import Path

    from lif.workspace import Workspace

MOST_NAMED = 20


def watch(shared: Shared) -> int:
    """Check the records now, and again whenever a file is saved, until Ctrl-C; nothing is changed.

    After each save it names what is wrong now and was not before, and how many problems are gone.

    \b
    Examples:
      lif watch
    """
    from lif.cli.opening import open_workspace
    from lif.cli.saved_files import saved, watcher
    from lif.cli.streams import say

    changes = watcher("lif watch")
    now = open_workspace(shared, checked=False, framework_too=True)
    for names in saved(changes, _sources(now)):
        if names and not shared.quiet:
            say(f"{', '.join(names)} saved")
        now = _again(now, shared) if names else _begun(shared)
    return CLEAN


def _begun(shared: Shared) -> Workspace:
    """The first reading, when whatever is saved after it will be noticed."""
    from lif.cli.opening import open_workspace
    from lif.cli.streams import say

    now = open_workspace(shared, framework_too=True)
    _tell(now, None, shared)
    if not shared.quiet:
        say("It is checked again when a file is saved; Ctrl-C ends it.")
    return now


def _again(before: Workspace, shared: Shared) -> Workspace:
    """The records as they are now; what keeps them from being read is said, and the last reading stays."""
    from lif.cli.opening import open_workspace
    from lif.cli.streams import say
    from lif.diagnostics import CannotGoOn, visible

    try:
        now = open_workspace(shared, framework_too=True)
    except (CannotRun, CannotGoOn) as why:
        say(f"lif: {visible(str(why))}")
        return before
    _tell(now, before, shared)
    return now


def _tell(now: Workspace, before: Workspace | None, shared: Shared) -> None:
    """What is wrong and was not before, how many are gone, and how all stands."""
    from lif.cli.streams import put, say
    from lif.cli.validate import summary
    from lif.diagnostics import line
    from lif.workspace.newly_said import known, newly_said

    was = before.diagnostics if before else ()
    fresh = list(newly_said(now.diagnostics, known(was)))
    put("".join(f"{line(one)}\n" for one in fresh[:MOST_NAMED]))
    if len(fresh) > MOST_NAMED:
        put(f"… and {len(fresh) - MOST_NAMED:,} more: lif validate names all\n")
    gone = len(list(newly_said(was, known(now.diagnostics))))
    if not shared.quiet:
        mended = f"{gone} mended; " if gone else ""
        say(f"lif: {mended}{summary(now)}")


def _sources(workspace: Workspace) -> tuple[Path, ...]:
    """The settings, and the folders that the workspace is read from."""
    settings, *folders = workspace.parts
    return tuple((workspace.root / part).resolve() for part in (settings, *folders))
