"""`lif actions`: what is open, overdue and due soon, what has helped, what comes back, what is still owed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from lif.cli.action_changes import assure, close, extend, report_complete, update
from lif.cli.action_chase import chase
from lif.cli.action_outcomes import impact, owed, themes
from lif.cli.commands import group
from lif.cli.exits import CannotRun
from lif.cli.narrowing import Narrowed, told
from lif.cli.options import Listed, Option, Reading

if TYPE_CHECKING:
    from lif.views.actions import ActionLine, Narrow
    from lif.views.listing import Listing
    from lif.workspace import Workspace

MOST_DAYS = 36_500


@dataclass(frozen=True, slots=True)
class Within:
    """How far ahead to look."""

    within: Annotated[str, Option("--within", "How many days ahead.", "DAYS")] = "28"


@dataclass(frozen=True, slots=True)
class Stands:
    """How the actions stand that are meant."""

    status: Annotated[
        str | None, Option("--status", "Where it stands: at-risk, awaiting-assurance, closed, …", "STATUS")
    ] = None


def overdue(narrowed: Narrowed, listed: Listed, shared: Reading) -> int:
    """What is past its due date and not reported complete, the longest overdue first.

    \b
    Examples:
      lif actions overdue --group neglect
      lif actions overdue --as-at 2025-03-31 --format csv --out overdue.csv
      lif actions overdue --fail-if-any --quiet
    """
    from lif.views.actions import overdue

    def chosen(w: Workspace, narrow: Narrow) -> Listing:
        return _tracker(overdue(w.register, w.as_at, **narrow))

    return told(narrowed, listed, shared, chosen, "overdue")


def due(within: Within, narrowed: Narrowed, listed: Listed, shared: Reading) -> int:
    """What falls due within so many days from today (or --as-at), and is not overdue yet.

    \b
    Examples:
      lif actions due --within 28
      lif actions due --within 91 --owner humberside-police
    """
    from lif.views.actions import due_within

    days = _days(within.within)

    def chosen(w: Workspace, narrow: Narrow) -> Listing:
        return _tracker(due_within(w.register, w.as_at, days, **narrow))

    return told(narrowed, listed, shared, chosen, f"due within {days} days")


def all_of_them(stands: Stands, narrowed: Narrowed, listed: Listed, shared: Reading) -> int:
    """Every action that had been agreed by the day, the longest overdue first.

    \b
    Examples:
      lif actions list --status awaiting-assurance
      lif actions list --source review --format md
    """
    from lif.cli.opening import one_of
    from lif.views.actions import STANDINGS, action_lines

    status = one_of("--status", stands.status, STANDINGS) if stands.status is not None else None

    def chosen(w: Workspace, narrow: Narrow) -> Listing:
        lines = action_lines(w.register, w.as_at, **narrow)
        return _tracker(line for line in lines if status is None or line.standing == status)

    return told(narrowed, listed, shared, chosen, status or "agreed")


def _meant(options: Sequence[str]) -> str:
    """The list that is meant by options alone: with a source what it still owes, else every action."""
    return "owed" if any(word.partition("=")[0] == "--source" for word in options) else "list"


app = group(
    """The action tracker: who promised what, when it is due, how often that slipped, what was said last.

    \b
    Examples:
      lif actions overdue --group neglect
      lif actions due --within 28
      lif actions list --owner humberside-police --format csv --out actions.csv
      lif actions list --source review --as-at 2025-03-31
      lif actions overdue --fail-if-any --format json
      lif actions impact --group neglect
      lif actions themes
      lif actions --source review-a
      lif actions chase --group neglect --dry-run

    --as-at uses only what had happened by that day: an action closed since is open as at a day before.
    """,
    {
        "list": all_of_them,
        "overdue": overdue,
        "due": due,
        "impact": impact,
        "themes": themes,
        "owed": owed,
        "chase": chase,
        "update": update,
        "extend": extend,
        "report-complete": report_complete,
        "assure": assure,
        "close": close,
    },
    otherwise=_meant,
)


def _tracker(lines: Iterable[ActionLine]) -> Listing:
    from lif.views.tracker import tracker

    return tracker(lines)


def _days(words: str) -> int:
    if words.isascii() and words.isdigit() and int(words) <= MOST_DAYS:
        return int(words)
    raise CannotRun(f"--within {words}: write a number of days from 0 to {MOST_DAYS:,}, as in 28")
