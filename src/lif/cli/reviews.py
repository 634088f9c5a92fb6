"""`lif reviews`: how far each review is and what holds it back, and the cases that led to none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from lif.cli.commands import group
from lif.cli.options import Listed, Option, Reading

if TYPE_CHECKING:
    from lif.records.record import Record
    from lif.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Which:
    """Which reviews are meant."""

    sort: Annotated[
        str | None, Option("--sort", "The kind: rapid-review, serious-case-review, …", "KIND")
    ] = None
    group: Annotated[str | None, Option("--group", "The group that commissions it.", "GROUP")] = None
    status: Annotated[
        str | None,
        Option("--status", "Where it stands: running, waiting-to-publish, completed, …", "STATUS"),
    ] = None


@dataclass(frozen=True, slots=True)
class WhichCases:
    """Which cases are meant."""

    group: Annotated[str | None, Option("--group", "The group that considered it.", "GROUP")] = None
    status: Annotated[
        str | None,
        Option("--status", "What was decided: undecided, no-review, other-learning, or review.", "DECISION"),
    ] = None


def list_(which: Which, listed: Listed, shared: Reading) -> int:
    """Every review: what it has reached, what runs beside it, whether it is published, what came of it.

    \b
    Examples:
      lif reviews list --status running
      lif reviews list --sort rapid-review --as-at 2025-03-31
      lif reviews list --format csv --out reviews.csv
    """
    from lif.cli.opening import left_out, one_of, open_workspace
    from lif.cli.streams import say
    from lif.cli.tables import show_listing
    from lif.records.reviews import Review
    from lif.views.came_of import many
    from lif.views.review_states import STATUSES
    from lif.views.review_tables import review_table
    from lif.views.reviews import review_lines

    sorts = _choices(Review, "sort")
    sort = None if which.sort is None else one_of("--sort", which.sort, sorts)
    known = None if which.status is None else one_of("--status", which.status, STATUSES)
    status = next((one for one in STATUSES if one == known), None)
    workspace = open_workspace(shared, checked=False)
    of = _group(workspace, which.group)
    lines = review_lines(workspace.register, workspace.as_at, sort=sort, group=of, status=status)
    show_listing(review_table(lines), "reviews", workspace, listed, shared)
    if not shared.quiet:
        held = sum(bool(line.held_back) for line in lines)
        say(
            f"{many(len(lines), 'review')} as at {workspace.as_at.isoformat()}, {held} held back",
            workspace.words,
        )
    return left_out(workspace, shared)


def considered(which: WhichCases, listed: Listed, shared: Reading) -> int:
    """Cases that were considered and led to no review: who referred, why not, who disagreed.

    \b
    Examples:
      lif reviews considered
      lif reviews considered --status no-review --format md
      lif reviews considered --status review
    """
    from lif.cli.opening import left_out, one_of, open_workspace
    from lif.cli.streams import say
    from lif.cli.tables import show_listing
    from lif.views.came_of import many
    from lif.views.cases_considered import DECIDED, considered_lines
    from lif.views.review_tables import considered_table

    known = None if which.status is None else one_of("--status", which.status, DECIDED)
    decision = next((one for one in DECIDED if one == known), None)
    workspace = open_workspace(shared, checked=False)
    of = _group(workspace, which.group)
    lines = considered_lines(workspace.register, workspace.as_at, of, decision)
    show_listing(considered_table(lines), "cases-considered", workspace, listed, shared)
    if not shared.quiet:
        say(f"{many(len(lines), 'case')} as at {workspace.as_at.isoformat()}", workspace.words)
    return left_out(workspace, shared)


app = group(
    """Reviews of practice: which are running, what they wait for, what came of them; and cases not reviewed.

    \b
    Examples:
      lif reviews list --status running
      lif reviews list --sort local-child-safeguarding-practice-review
      lif reviews considered --format md
      lif show review-a

    --as-at uses only what had happened by that day.
    """,
    {"list": list_, "considered": considered},
    otherwise=lambda _: "list",
)


def _group(workspace: Workspace, words: str | None) -> str | None:
    from lif.cli.opening import id_called
    from lif.records.governance import Group

    return None if words is None else id_called(workspace, "--group", words, Group)


def _choices(kind: type[Record], field: str) -> tuple[str, ...]:
    from typing import get_args

    found: tuple[str, ...] = get_args(kind.model_fields[field].annotation)
    return found
