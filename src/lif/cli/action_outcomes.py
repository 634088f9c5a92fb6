"""What became of actions: whether they helped, which themes come back, what a source is still owed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from lif.cli.exits import CannotRun
from lif.cli.narrowing import Narrowed, told
from lif.cli.options import Listed, Option, Reading

if TYPE_CHECKING:
    from lif.views.actions import Narrow
    from lif.views.listing import Listing
    from lif.workspace import Workspace

MOST_SOURCES = 1_000


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of whether it helped."""

    helped: Annotated[
        str | None,
        Option("--helped", "Only these: no-day-set, overdue, not-yet-due, not-shown, shown, …", "HELPED"),
    ] = None


@dataclass(frozen=True, slots=True)
class Least:
    """How often a theme must have been found."""

    least: Annotated[str, Option("--least", "Found by at least so many sources.", "NUMBER")] = "2"


def impact(known: Known, narrowed: Narrowed, listed: Listed, shared: Reading) -> int:
    """What was done and whether it helped: not looked at yet, not shown, shown; the least known first.

    \b
    Examples:
      lif actions impact
      lif actions impact --group neglect --helped overdue
      lif actions impact --source review-a --format csv --out impact.csv
    """
    from lif.cli.opening import one_of
    from lif.views.helped import HELPED, helped_lines

    asked = one_of("--helped", known.helped, HELPED) if known.helped is not None else None

    def chosen(w: Workspace, narrow: Narrow) -> Listing:
        from lif.measures.assemble import assemble
        from lif.views.tracker import helped

        lines = helped_lines(w.register, assemble(w.register, w.as_at), w.as_at, **narrow)
        return helped(line for line in lines if asked is None or line.helped == asked)

    return told(narrowed, listed, shared, chosen, asked or "done", "helped")


def themes(least: Least, listed: Listed, shared: Reading) -> int:
    """Themes that several reviews, audits, inspections or pieces of scrutiny have found.

    Those come first that were found again after an action on them had been closed.

    \b
    Examples:
      lif actions themes
      lif actions themes --least 3 --as-at 2025-03-31 --format md
    """
    from lif.views.recurring import recurring
    from lif.views.tracker import themes

    number = _number(least.least)

    def chosen(w: Workspace, _: Narrow) -> Listing:
        return themes(recurring(w.register, w.as_at, number))

    return told(Narrowed(), listed, shared, chosen, f"found by {number} sources or more", "themes")


def owed(narrowed: Narrowed, listed: Listed, shared: Reading) -> int:
    """What a review, audit, inspection or piece of scrutiny is still owed, recommendation by recommendation.

    \b
    Examples:
      lif actions owed --source review-a
      lif actions --source audit-neglect-2024
    """
    from lif.views.owed import owed

    if narrowed.source is None:
        raise CannotRun(
            "--source is missing: name a review or audit, as in lif actions owed --source review-a"
        )

    def chosen(w: Workspace, narrow: Narrow) -> Listing:
        _can_be_owed(w, narrow["source"] or "")
        return owed(w.register, w.as_at, narrow)

    return told(narrowed, listed, shared, chosen, "still owed", "owed")


def _can_be_owed(workspace: Workspace, source: str) -> None:
    """Raises CannotRun for a record that recommends nothing and that no action names as its source."""
    from lif.checks.recommended import Recommender
    from lif.records.actions import Action
    from lif.records.record import Record

    record = workspace.register.get(source)
    if not isinstance(record, Record) or isinstance(record, Recommender):
        return
    if all(action.source.partition("/")[0] != source for action in workspace.register.all(Action)):
        raise CannotRun(
            f"--source {source}: a record of kind {record.kind} recommends nothing, and no action comes from "
            "it: name a review, an audit, an inspection or a piece of scrutiny"
        )


def _number(words: str) -> int:
    if words.isascii() and words.isdigit() and 1 <= int(words) <= MOST_SOURCES:
        return int(words)
    raise CannotRun(f"--least {words}: write a number from 1 to {MOST_SOURCES:,}, as in 2")
