"""`--at`: the workspace as it stood, for commands that only read; git tells, and nothing here is touched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lif.calendars import long_date
from lif.cli.exits import CannotRun
from lif.cli.progress import working
from lif.cli.streams import say

if TYPE_CHECKING:
    from lif.checks.finding import Check
    from lif.cli.options import Reading
    from lif.history import Commit, State
    from lif.workspace import Workspace
    from lif.workspace.loading import Past

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LIKE_A_DAY = re.compile(r"[0-9]{4}(-[0-9]{1,2}){0,2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}")


def workspace_at(
    shared: Reading, folder: Path, checks: Sequence[Check] | None, history: bool = False
) -> Workspace:
    """The workspace as it stood at what `--at` names, read from that day unless another is named.

    Raises CannotRun with the reason.
    """
    from lif.cli.opening import day_of
    from lif.history import NotHere
    from lif.workspace.past import standing_at

    words = (shared.at or "").strip()
    try:
        commit, day = _meant(folder, words)
        with working("reading the records as they stood then", shared.quiet):
            past = past_of(folder, commit.id) if history else None
            found = standing_at(
                folder,
                commit,
                lambda there: day_of(shared.as_at, there) if shared.as_at else day,
                checks,
                past,
            )
    except NotHere as none:
        raise CannotRun(f"--at {words}: {none}") from None
    if not shared.quiet:
        say(f"the records as they stood at commit {commit.id[:12]} of {long_date(commit.on)}")
    return found


def _meant(folder: Path, words: str) -> tuple[Commit, date]:
    """The commit that was meant, and the day from which it is read."""
    from lif.history import commit_called

    if _DAY.fullmatch(words):
        try:
            day = date.fromisoformat(words)
        except ValueError:
            raise CannotRun(f"--at {words}: there is no such day") from None
        return _by(folder, day), day
    if not words or _LIKE_A_DAY.fullmatch(words):
        raise CannotRun(f"--at {words}: write one day as in 2025-03-31, or a commit, a tag or a branch")
    commit = commit_called(folder, words)
    return commit, commit.on


def _by(folder: Path, day: date) -> Commit:
    """The last commit by the end of a day; raises CannotRun where the records began later."""
    from lif.history import first_commit, last_commit

    found = last_commit(folder, day)
    if found is None:
        first = first_commit(folder)
        began = f"; the history of the records begins on {long_date(first.on)}" if first else ""
        raise CannotRun(f"--at {day.isoformat()}: no commit is as old as that{began}")
    return found


def past_of(folder: Path, words: str) -> Past:
    """The life of the records up to the commit that these words name; raises CannotRun with the reason.

    A shallow clone is refused: what it lacks would pass for what was never altered.
    """
    from lif.history import NotHere, commit_called, state, why_not
    from lif.workspace.past import life_of_records

    try:
        if state(folder).shallow:
            raise NotHere(why_not(folder, "the whole history"))
        with working("looking through the history of the records"):
            return life_of_records(folder, commit_called(folder, words).id)
    except NotHere as none:
        raise CannotRun(f"--history: {none}") from None


def commit_of(workspace: Workspace, parts: Sequence[str] = (), apart: str = "") -> State:
    """The commit that a workspace is of, and whether something in these parts is in no commit."""
    from lif.history import State, state

    if workspace.stood:
        return State(workspace.stood.commit, False, False)
    return state(workspace.root, parts=parts, apart=apart)
