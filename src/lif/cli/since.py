"""From when changes are told: a day, a meeting or a commit; without one, the board's last meeting."""

from __future__ import annotations

import re
from datetime import date, timedelta

from lif.calendars import long_date
from lif.cli.exits import CannotRun
from lif.cli.months import how_to_write, month_called
from lif.cli.progress import working
from lif.history import NotHere, commit_called, first_commit, last_commit
from lif.records.governance import Group
from lif.records.meetings import Meeting
from lif.views.called import called_at
from lif.views.changes.moments import Moment
from lif.views.changes.since import Since
from lif.workspace import Workspace
from lif.workspace.past import at_commit

_BOARDS = ("leadership", "operational")
_EXAMPLE = "say since when, as in --since 2025-09-10"


def since_of(workspace: Workspace, words: str | None) -> Since:
    """The moment that these words name. Raises CannotRun with the reason."""
    if words is None:
        return _meeting(workspace, _last_meeting(workspace))
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words):
        try:
            day = date.fromisoformat(words)
        except ValueError:
            raise CannotRun(f"--since {words}: there is no such day") from None
        return _day(workspace, day, long_date(day), words)
    if first := month_called("--since", words):
        name = f"the start of {first.strftime('%B')} {first.year}"
        return _day(workspace, first - timedelta(days=1), name, f"{first.year}-{first.month:02}")
    meeting = workspace.register.find(Meeting, words)
    return _meeting(workspace, meeting) if meeting else _revision(workspace, words)


def since_last_met(workspace: Workspace, group: Group | None) -> Since | None:
    """The moment at which the group, or else the board, last met; None where no such meeting is recorded."""
    held = _held(workspace, {group.id}) if group else []
    held = held or _held(workspace, _boards_of(workspace))
    return _meeting(workspace, held[-1]) if held else None


def _last_meeting(workspace: Workspace) -> Meeting:
    """The last meeting of the leadership or operational board that was held before the day."""
    held = _held(workspace, _boards_of(workspace))
    if not held:
        none = f"no meeting of the board is recorded before {workspace.as_at.isoformat()}"
        raise CannotRun(f"changes: {none}: {_EXAMPLE}")
    return held[-1]


def _boards_of(workspace: Workspace) -> set[str]:
    return {group.id for group in workspace.register.all(Group) if group.tier in _BOARDS}


def _held(workspace: Workspace, groups: set[str]) -> list[Meeting]:
    """The meetings of these groups that were held before the day, in order."""
    every = workspace.register.all(Meeting)
    held = [one for one in every if one.group in groups and one.held and one.on < workspace.as_at]
    return sorted(held, key=lambda one: (one.on, one.id))


def _meeting(workspace: Workspace, meeting: Meeting) -> Since:
    if meeting.held is False:
        raise CannotRun(f"--since {meeting.id}: that meeting was not held")
    words = f"the {called_at(workspace.register, meeting.group)} met on {long_date(meeting.on)}"
    return _day(workspace, meeting.on, words, meeting.on.isoformat())


def _day(workspace: Workspace, day: date, words: str, slug: str) -> Since:
    """The records as they stood on a day; by the dates in them where history does not tell."""
    if day >= workspace.as_at:
        before = f"--since {day.isoformat()}: that is not before the day of the paper"
        raise CannotRun(f"{before}, {workspace.as_at.isoformat()}; name an earlier day")
    now = Moment(workspace.register, day)
    try:
        commit = last_commit(workspace.home, day)
        if commit is None:
            return Since(now, words, slug, why=_began(workspace))
        with working("reading the records as they stood then"):
            past = _at(workspace, commit.id, day)
    except NotHere as none:
        return Since(now, words, slug, why=str(none), lacking=none.lacking)
    return Since(Moment(past.register, day), words, slug, commit.id, commit.on)


def _at(workspace: Workspace, commit: str, day: date) -> Workspace:
    """The records as they stood at a commit, sealed where those of now are, so that they can be compared."""
    past = at_commit(workspace.home, commit, day)
    return past.sealed() if workspace.words else past


def _began(workspace: Workspace) -> str:
    first = first_commit(workspace.home)
    return f"the history of the records begins on {long_date(first.on)}" if first else "there is no history"


def _revision(workspace: Workspace, words: str) -> Since:
    """The records at a commit, read on its day, or on that of the paper where this is earlier."""
    try:
        commit = commit_called(workspace.home, words)
        with working("reading the records as they stood then"):
            past = _at(workspace, commit.id, min(commit.on, workspace.as_at))
    except NotHere as none:
        if advice := how_to_write(words, workspace.as_at):
            raise CannotRun(f"--since {words}: {advice}") from None
        raise CannotRun(f"--since {words}: there is no such meeting, and {none}") from None
    moment = Moment(past.register, past.as_at)
    name = f"the commit {commit.id[:12]} of {long_date(commit.on)}"
    return Since(moment, name, commit.id[:12], commit.id, commit.on, named=True)
