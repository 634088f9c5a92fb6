"""How a paper is made from the command line: refused while errors stand, stamped, and written to a file."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lif import __version__
from lif.cli.exits import CannotRun
from lif.cli.looking_back import commit_of
from lif.cli.opening import one_of
from lif.cli.streams import reason, say
from lif.records.board import Board

if TYPE_CHECKING:
    from lif.cli.issuing import Issue
    from lif.reports.papers import Stamp
    from lif.workspace import Workspace

MOST_ERRORS = 20
FIRST, LAST = date(4, 4, 1), date(9996, 12, 31)
"""Days that have some years before and after them."""


def refused(workspace: Workspace, draft: bool) -> bool:
    """Whether no paper can be made: errors stand and no draft is wanted. Says so, and which, on stderr."""
    if draft or not workspace.errors:
        return False
    from lif.diagnostics import line

    for diagnostic in workspace.errors[:MOST_ERRORS]:
        say(line(diagnostic))
    count = len(workspace.errors)
    say(
        f"lif: no paper was made: {count} error{'s stand' if count > 1 else ' stands'} in the records. "
        "Put them right (lif validate shows all), or make a marked draft with --draft."
    )
    return True


def audience_of(audience: str | None, workspace: Workspace | None = None) -> str:
    """`board` or `public`: what was asked for, else what the workspace's settings say, else the board.

    Raises CannotRun for an audience that there is not.
    """
    if audience is not None:
        one_of("--audience", audience, ("board", "public"))
        return audience
    return workspace.settings.audience if workspace is not None else "board"


def for_board(audience: str | None, workspace: Workspace | None = None) -> None:
    """Raises CannotRun where the public is meant: what is asked for tells of what is the board's own."""
    if audience_of(audience, workspace) == "public":
        why = "this tells of what is the board's own, and has no public form"
        what = "lif publish makes what the public may read"
        if audience is None:
            raise CannotRun(f"lif.yaml says 'audience: public': {why}; add --audience board ({what})")
        raise CannotRun(f"--audience public: {why}; {what}")


def has_years_around(workspace: Workspace) -> None:
    """Raises CannotRun for a day so early or so late that papers have no years to compare."""
    day = workspace.as_at
    if not FIRST <= day <= LAST:
        raise CannotRun(f"--as-at {day.isoformat()}: a paper looks at the years before and after its day")


def board_of(workspace: Workspace) -> Board:
    """The board whose paper it is; raises CannotRun when its record is not there."""
    board = workspace.register.find(Board, workspace.settings.board)
    if board is None:
        raise CannotRun("there is no board's record to make a paper for: lif.yaml names it under 'board'")
    return board


def body_name(workspace: Workspace) -> str:
    """The name of the legal body on the day, as papers carry it; raises CannotRun as `board_of` does."""
    from lif.views import bodies

    return bodies.body_name(workspace.register, board_of(workspace), workspace.as_at)


def stamp(workspace: Workspace, issue: Issue | None = None) -> Stamp:
    """Which version of lif and which commit of the records a paper is made from, and how it was issued."""
    from lif.reports.papers import Stamp

    known = commit_of(workspace, workspace.parts, workspace.issues)
    issued, since = (issue.on, issue.since) if issue else (None, None)
    return Stamp(
        __version__, known.commit, known.dirty, issued, since, len(workspace.errors), workspace.words
    )


def own_templates(workspace: Workspace) -> Path | None:
    """The folder of the board's own templates, if there is one.

    Raises CannotRun where it cannot be read, or a link makes it a folder outside of the workspace, whose
    files no commit of the records holds.
    """
    folder = workspace.root / workspace.settings.folders.templates
    try:
        if not folder.is_dir():
            return None
        next(folder.iterdir(), None)
        (folder / "lif").exists()
    except OSError as fault:
        raise CannotRun(f"cannot read {folder}: {reason(fault)}") from None
    if not folder.resolve().is_relative_to(workspace.root.resolve()):
        raise CannotRun(
            f"{folder} is a link that leads out of the workspace: keep templates with the records"
        )
    return folder


def write(path: Path, content: bytes) -> str:
    """Writes a paper whole or not at all, making its folder; gives the path to print.

    Raises CannotRun with the reason.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(path)
    except (OSError, RuntimeError) as fault:  # Python tells of links in a circle by a RuntimeError
        with suppress(OSError):
            beside.unlink()
        raise CannotRun(f"cannot write {path}: {reason(fault)}") from None
    return path.as_posix()
