"""Which actions are meant: by group, owner, source, priority or theme, as people name them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from lif.cli.exits import PROBLEMS
from lif.cli.options import Listed, Option, Shared

if TYPE_CHECKING:
    from lif.records.record import Record
    from lif.views.actions import Narrow
    from lif.views.listing import Listing
    from lif.workspace import Workspace


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


def told(
    narrowed: Narrowed,
    listed: Listed,
    shared: Shared,
    ask: Callable[[Workspace, Narrow], Listing],
    what: str,
    output: str = "actions",
) -> int:
    """Asks the workspace, prints the listing, and says how many rows it has on stderr."""
    from lif.cli.opening import left_out, open_workspace
    from lif.cli.streams import say
    from lif.cli.tables import show_listing

    workspace = open_workspace(shared, checked=False)
    listing = ask(workspace, narrow(workspace, narrowed))
    show_listing(listing, output, workspace, listed, shared)
    if not shared.quiet:
        number = len(listing.rows)
        rows = f"{number} {listing.kind}{'' if number == 1 else 's'}"
        say(f"{rows} {what} as at {workspace.as_at.isoformat()}", workspace.words)
    code = left_out(workspace, shared)
    return PROBLEMS if narrowed.fail_if_any and listing.rows else code


def narrow(workspace: Workspace, narrowed: Narrowed) -> Narrow:
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
