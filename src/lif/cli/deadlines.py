"""`lif deadlines`: every clock that runs, of law and of the board's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from lif.cli.exits import PROBLEMS, CannotRun
from lif.cli.options import Listed, Option, Reading

if TYPE_CHECKING:
    from lif.law import State
    from lif.workspace import Workspace

MOST_DAYS = 36_500


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which deadlines are meant."""

    within: Annotated[str | None, Option("--within", "What is late, or due in so many days.", "DAYS")] = None
    group: Annotated[str | None, Option("--group", "The group that follows it.", "GROUP")] = None
    state: Annotated[
        str | None,
        Option("--state", "Those in a state: breached, due-soon, extended, met, met-late, …", "STATE"),
    ] = None
    statutory: Annotated[bool, Option("--statutory", "Without what the board agreed itself.")] = False
    fail_if_any: Annotated[bool, Option("--fail-if-any", "End with 1 when there is any, for scripts.")] = (
        False
    )


def deadlines(narrowed: Narrowed, listed: Listed, shared: Reading) -> int:
    """Every clock that runs on the day, by date: notifications, reviews, reports, returns, checks.

    The states are met, met-late, breached, not-yet-due, due-soon (within 14 days), unknown, not-applicable
    and extended. What is done is left out unless --state asks for it. Due dates of actions have
    their own list: lif actions due.

    \b
    Examples:
      lif deadlines --within 28
      lif deadlines --state breached --statutory
      lif deadlines --group serious-case-review --state met-late
      lif deadlines --as-at 2025-03-31 --format csv --out deadlines.csv
    """
    from lif.cli.opening import left_out, open_workspace
    from lif.cli.streams import say
    from lif.cli.tables import show_listing
    from lif.views.deadline_table import deadline_table
    from lif.views.deadlines import deadlines as found

    within = None if narrowed.within is None else _days(narrowed.within)
    state = None if narrowed.state is None else _state(narrowed.state)
    workspace = open_workspace(shared, checked=False)
    group = _group(workspace, narrowed.group)
    lines = found(workspace.register, workspace.as_at, within=within, group=group, state=state)
    if narrowed.statutory:
        lines = tuple(line for line in lines if line.statutory)
    listing = deadline_table(workspace.register, lines)
    show_listing(listing, "deadlines", workspace, listed, shared)
    if not shared.quiet:
        number = len(lines)
        say(
            f"{number} deadline{'' if number == 1 else 's'} as at {workspace.as_at.isoformat()}",
            workspace.words,
        )
    code = left_out(workspace, shared)
    return PROBLEMS if narrowed.fail_if_any and lines else code


def _state(word: str) -> State:
    from lif.cli.opening import one_of
    from lif.law import STATES

    known = one_of("--state", word, STATES)
    return next(state for state in STATES if state == known)


def _group(workspace: Workspace, words: str | None) -> str | None:
    from lif.cli.opening import id_called
    from lif.records.governance import Group

    return None if words is None else id_called(workspace, "--group", words, Group)


def _days(words: str) -> int:
    if words.isascii() and words.isdigit() and int(words) <= MOST_DAYS:
        return int(words)
    raise CannotRun(f"--within {words}: write a number of days from 0 to {MOST_DAYS:,}, as in 28")
