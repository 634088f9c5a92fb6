"""What the public would read, made from the same protected set as a publication, and marked as a preview."""

from __future__ import annotations

from lif.calendars import Period
from lif.cli.exits import CLEAN, PROBLEMS, CannotRun
from lif.cli.forms import write_made
from lif.cli.papers import board_of, has_years_around
from lif.cli.public_files import scorecard_forms
from lif.cli.publishing import prepare, refused_for, standing_against, title_of
from lif.cli.quarters import quarter_called
from lif.cli.scorecard import Wanted
from lif.cli.streams import put, say
from lif.publishing import PublicSet, Stamped
from lif.workspace import Workspace

PREVIEW = "preview, not published"


def scorecard_preview(wanted: Wanted, forms: tuple[str, ...], final: bool, workspace: Workspace) -> int:
    """The scorecard as the public would read it; the exit code.

    Raises CannotRun for what a public scorecard cannot be asked: it is one for the whole board, and it is
    issued by `lif publish` alone.
    """
    for option, words in (
        ("--board", wanted.board),
        ("--group", wanted.group),
        ("--priority", wanted.priority),
    ):
        if words is not None:
            raise CannotRun(f"{option}: the public scorecard is one, of the whole board; leave it out")
    if final:
        raise CannotRun("--final: what the public reads is issued by lif publish")
    if wanted.draft:
        raise CannotRun("--draft: nothing is made for the public while an error stands")
    has_years_around(workspace)
    made = previewed(workspace, quarter_called(wanted.quarter, workspace))
    if made is None:
        return PROBLEMS
    if not forms:
        put(f"{made.publication.title}: {PREVIEW}\n")
        put("name a form to read it, as in --format html; lif publish publishes it\n")
        return CLEAN
    written = write_made(scorecard_forms(made, forms, workspace), wanted.out)
    put("".join(f"{path}\n" for path in written))
    return CLEAN


def previewed(workspace: Workspace, quarter: Period) -> PublicSet | None:
    """The public set of a quarter under the stamp of a preview, or None when something stands against it.

    Says what does on stderr.
    """
    board_of(workspace)
    prepared = prepare(workspace, Stamped("preview", title_of(quarter), workspace.as_at, PREVIEW, quarter))
    against = standing_against(workspace, prepared)
    if against or prepared.made is None:
        refused_for(against)
        return None
    for words in prepared.made.notes:
        say(f"lif: {words}")
    return prepared.made
