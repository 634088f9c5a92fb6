"""`lif list`: all records of a kind as a listing, with filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from lif.cli.exits import CannotRun
from lif.cli.options import Argument, Listed, Option, Reading

if TYPE_CHECKING:
    from lif.records.record import Record
    from lif.views.listing import Listing
    from lif.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Filters:
    """Which records of the kind are meant."""

    group: Annotated[str | None, Option("--group", "Those of a group.", "GROUP")] = None
    priority: Annotated[str | None, Option("--priority", "Those of a priority.", "PRIORITY")] = None
    theme: Annotated[str | None, Option("--theme", "Those with a theme.", "THEME")] = None
    status: Annotated[str | None, Option("--status", "Those with this status.", "STATUS")] = None
    framework: Annotated[
        str | None,
        Option(
            "--framework", "Those of a framework, or built on it; own for the workspace's own.", "NAME|own"
        ),
    ] = None
    offered: Annotated[
        bool, Option("--offered", "Patterns of the frameworks that were not taken up, and how one is.")
    ] = False


def list_(
    kind: Annotated[
        str | None, Argument("KIND", "A kind of record, as in action or actions; none lists the kinds.")
    ],
    filters: Filters,
    listed: Listed,
    shared: Reading,
) -> int:
    """All records of a kind; without a kind, the kinds and how many records of each there are.

    \b
    Examples:
      lif list
      lif list indicators --group neglect
      lif list action --status overdue --as-at workspace
      lif list indicators --framework own
      lif list --offered
      lif list reviews --format csv --out reviews.csv
    """
    from lif.cli.opening import left_out, open_workspace
    from lif.cli.streams import say
    from lif.cli.tables import show_listing

    cls = None if kind is None else kind_called(kind)
    workspace = open_workspace(shared, checked=False, framework_too=True)
    if filters.offered:
        listing, what = _offered(workspace, cls, filters), "offered"
    elif cls is None:
        from lif.views.listing import kinds

        listing, what = kinds(workspace.register), "kinds"
    else:
        listing, what = _of_kind(workspace, cls, filters), "list"
    show_listing(listing, what, workspace, listed, shared)
    if not shared.quiet and (cls is not None or filters.offered):
        number = len(listing.rows)
        say(_counted(number, None if filters.offered else cls), workspace.words)
    return left_out(workspace, shared)


def _counted(number: int, cls: type[Record] | None) -> str:
    if cls is not None:
        return f"{number} {cls.kind if number == 1 else cls.plural}"
    what = f"{number} pattern{'' if number == 1 else 's'} not taken up"
    return f"{what}; lif show ID says how one is taken up" if number else what


def kind_called(words: str) -> type[Record]:
    """The kind of that name, singular or plural; raises CannotRun for another, naming the nearest."""
    from lif.records.kinds import BY_WORD
    from lif.records.problems import nearest
    from lif.views.lookup import slug

    found = BY_WORD.get(slug(words))
    if found is None:
        near = nearest(slug(words), BY_WORD)
        advice = f"did you mean {near}?" if near else "lif list names the kinds"
        raise CannotRun(f"there is no kind of record '{words}'; {advice}")
    return found


def _of_kind(workspace: Workspace, cls: type[Record], filters: Filters) -> Listing:
    from lif.cli.opening import id_called
    from lif.records.governance import Group
    from lif.records.priorities import Priority
    from lif.records.references import Theme
    from lif.views.listing import listing
    from lif.views.lookup import NotFoundError

    asked: dict[str, tuple[str | None, type[Record]]] = {
        "group": (filters.group, Group),
        "priority": (filters.priority, Priority),
        "theme": (filters.theme, Theme),
    }
    ids = {
        name: id_called(workspace, f"--{name}", words, kind)
        for name, (words, kind) in asked.items()
        if words is not None
    }
    framework = _framework(workspace, filters)
    try:
        return listing(
            workspace.register, cls, workspace.as_at, status=filters.status, framework=framework, **ids
        )
    except NotFoundError as none:
        raise CannotRun(str(none)) from None


def _framework(workspace: Workspace, filters: Filters) -> str | None:
    """The framework that was named; raises CannotRun for one that is not extended, naming the nearest."""
    from lif.records.problems import listed, nearest
    from lif.views.listing import OWN, frameworks

    words = filters.framework
    known = (OWN, *frameworks(workspace.register))
    if words is None or words in known:
        return words
    near = nearest(words, known)
    meant = f"did you mean {near}?" if near else f"write {listed(known)}"
    raise CannotRun(f"--framework {words}: no framework of that name is extended here; {meant}")


def _offered(workspace: Workspace, cls: type[Record] | None, filters: Filters) -> Listing:
    from lif.views.offered import offered

    narrowed = {"group": filters.group, "priority": filters.priority, "theme": filters.theme}
    for name, words in {**narrowed, "status": filters.status}.items():
        if words is not None:
            raise CannotRun(f"--{name}: a pattern that was not taken up has none yet; leave it out")
    return offered(workspace.register, cls, _framework(workspace, filters))
