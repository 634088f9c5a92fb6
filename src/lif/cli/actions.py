"""`lif actions`: what is open, what is overdue, what is due soon, as things stood on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from lif.cli.commands import group
from lif.cli.exits import PROBLEMS, CannotRun
from lif.cli.options import Listed, Option, Shared

if TYPE_CHECKING:
    from lif.records.record import Record
    from lif.views.actions import ActionLine, Narrow
    from lif.workspace import Workspace

MOST_DAYS = 36_500


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which actions are meant."""

    group: Annotated[str | None, Option("--group", "The group that follows it.", "GROUP")] = None
    owner: Annotated[
        str | None, Option("--owner", "The role that owns it; an agency for all its roles.", "ROLE")
    ] = None
    source: Annotated[
        str | None,
        Option(
            "--source", "A review, audit or meeting that it comes from; or a sort, as in review.", "ID|SORT"
        ),
    ] = None
    priority: Annotated[str | None, Option("--priority", "A priority that it serves.", "PRIORITY")] = None
    theme: Annotated[str | None, Option("--theme", "A theme of it.", "THEME")] = None
    fail_if_any: Annotated[bool, Option("--fail-if-any", "End with 1 when there is any, for scripts.")] = (
        False
    )


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


def overdue(narrowed: Narrowed, listed: Listed, shared: Shared) -> int:
    """What is past its due date and not reported complete, the longest overdue first.

    \b
    Examples:
      lif actions overdue --group neglect
      lif actions overdue --as-at 2025-03-31 --format csv --out overdue.csv
      lif actions overdue --fail-if-any --quiet
    """
    from lif.views.actions import overdue

    return _told(
        narrowed, listed, shared, lambda w, narrow: overdue(w.register, w.as_at, **narrow), "overdue"
    )


def due(within: Within, narrowed: Narrowed, listed: Listed, shared: Shared) -> int:
    """What falls due within so many days from today (or --as-at), and is not overdue yet.

    \b
    Examples:
      lif actions due --within 28
      lif actions due --within 91 --owner humberside-police
    """
    from lif.views.actions import due_within

    days = _days(within.within)
    what = f"due within {days} days"
    return _told(
        narrowed, listed, shared, lambda w, narrow: due_within(w.register, w.as_at, days, **narrow), what
    )


def all_of_them(stands: Stands, narrowed: Narrowed, listed: Listed, shared: Shared) -> int:
    """Every action that had been agreed by the day, the longest overdue first.

    \b
    Examples:
      lif actions list --status awaiting-assurance
      lif actions list --source review --format md
    """
    from lif.cli.opening import one_of
    from lif.views.actions import STANDINGS, action_lines

    status = one_of("--status", stands.status, STANDINGS) if stands.status is not None else None

    def chosen(w: Workspace, narrow: Narrow) -> Iterable[ActionLine]:
        lines = action_lines(w.register, w.as_at, **narrow)
        return [line for line in lines if status is None or line.standing == status]

    return _told(narrowed, listed, shared, chosen, status or "agreed")


app = group(
    """The action tracker: who promised what, when it is due, how often that slipped, what was said last.

    \b
    Examples:
      lif actions overdue --group neglect
      lif actions due --within 28
      lif actions list --owner humberside-police --format csv --out actions.csv
      lif actions list --source review --as-at 2025-03-31
      lif actions overdue --fail-if-any --format json

    --as-at uses only what had happened by that day: an action closed since is open as at a day before.
    """,
    {"list": all_of_them, "overdue": overdue, "due": due},
)


def _told(
    narrowed: Narrowed,
    listed: Listed,
    shared: Shared,
    ask: Callable[[Workspace, Narrow], Iterable[ActionLine]],
    what: str,
) -> int:
    """Asks the workspace, prints the listing, and says how many there are on stderr."""
    from lif.cli.opening import left_out, open_workspace
    from lif.cli.streams import say
    from lif.cli.tables import show_listing
    from lif.views.tracker import tracker

    workspace = open_workspace(shared, checked=False)
    listing = tracker(ask(workspace, _narrow(workspace, narrowed)))
    show_listing(listing, "actions", workspace, listed, shared)
    if not shared.quiet:
        number = len(listing.rows)
        say(f"{number} action{'' if number == 1 else 's'} {what} as at {workspace.as_at.isoformat()}")
    code = left_out(workspace, shared)
    return PROBLEMS if narrowed.fail_if_any and listing.rows else code


def _narrow(workspace: Workspace, narrowed: Narrowed) -> Narrow:
    """The ids behind the words that were typed; raises CannotRun for what is not known."""
    from lif.records.governance import Agency, Group, Role
    from lif.records.priorities import Priority
    from lif.records.references import Theme

    return {
        "group": _id(workspace, "--group", narrowed.group, Group),
        "owner": _id(workspace, "--owner", narrowed.owner, Role, Agency),
        "source": _source(workspace, narrowed.source),
        "priority": _id(workspace, "--priority", narrowed.priority, Priority),
        "theme": _id(workspace, "--theme", narrowed.theme, Theme),
    }


def _id(workspace: Workspace, option: str, words: str | None, *kinds: type[Record]) -> str | None:
    from lif.cli.opening import id_called

    return None if words is None else id_called(workspace, option, words, *kinds)


def _source(workspace: Workspace, words: str | None) -> str | None:
    """A sort of source, an address, or a record by its title."""
    from typing import get_args

    from lif.cli.opening import id_called
    from lif.records.actions import Action
    from lif.records.kinds import KINDS
    from lif.views.lookup import slug

    if words is None:
        return None
    sorts = get_args(Action.model_fields["source_sort"].annotation)
    if slug(words) in sorts:
        return slug(words)
    if workspace.register.get(words) is not None:
        return words
    used = {action.source.partition("/")[0] for action in workspace.register.all(Action)}
    if words.partition("/")[0] in used:
        return words
    return id_called(workspace, "--source", words, *KINDS)


def _days(words: str) -> int:
    if words.isascii() and words.isdigit() and int(words) <= MOST_DAYS:
        return int(words)
    raise CannotRun(f"--within {words}: write a number of days from 0 to {MOST_DAYS:,}, as in 28")
