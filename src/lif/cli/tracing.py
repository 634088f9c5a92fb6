"""`lif trace`: the golden thread of one record, from the case to the change that it made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from lif.cli.exits import PROBLEMS, CannotRun
from lif.cli.forms import PRINTED
from lif.cli.options import Argument, Audience, Option, Reading, Shared

if TYPE_CHECKING:
    from lif.views.thread import Thread
    from lif.workspace import Workspace

FORMATS = ("text", "json", "md", "html", *PRINTED)
LEAST_WIDTH = 40


@dataclass(frozen=True, slots=True)
class Form:
    """How the thread is shown."""

    form: Annotated[str, Option("--format", "The form of the answer.", "|".join(FORMATS))] = "text"
    out: Annotated[
        str | None,
        Option("--out", "Write to this file and print its path (a page: build/trace-ID.html).", "FILE"),
    ] = None
    draft: Annotated[bool, Option("--draft", "Make the page in spite of errors; each page is marked.")] = (
        False
    )
    audience: Audience = None


def trace(
    address: Annotated[str, Argument("ID", "The id of a record, or record-id/item-id.")],
    form: Form,
    shared: Reading,
) -> int:
    """What led to a record and what came of it, and where that thread breaks.

    From an incident or a figure by way of findings, recommendations and actions to evidence, learning, the
    repeat and the indicator; from any record, up and down.

    \b
    Examples:
      lif trace review-d
      lif trace review-d/supervision-question
      lif trace action-step-down-meeting --format html
      lif trace review-d --format pdf
      lif trace element-audits/risk-reduced --as-at 2025-03-31
    """
    from lif.cli.opening import left_out, one_of, open_workspace
    from lif.cli.papers import for_board, refused
    from lif.measures.assemble import assemble
    from lif.views.thread import thread

    one_of("--format", form.form, FORMATS)
    page = form.form in ("html", *PRINTED)
    workspace = open_workspace(shared, checked=page)
    if page or form.form == "md":
        for_board(form.audience, workspace)
    if page and refused(workspace, form.draft):
        return PROBLEMS
    register = workspace.register
    found = thread(register, assemble(register, workspace.as_at), address, workspace.as_at)
    if found is None:
        from lif.cli.showing import not_there

        raise CannotRun(not_there(workspace, address))
    _print(found, workspace, form, shared)
    return left_out(workspace, shared)


def _print(found: Thread, workspace: Workspace, form: Form, shared: Shared) -> None:
    from lif.cli.streams import deliver, put

    name = f"trace-{found.address.replace('/', '--')}.{form.form}"
    path = Path(form.out or Path("build") / name)
    if form.form == "html":
        from lif.cli.papers import write

        put(f"{write(path, _page(found, workspace, 'html').encode())}\n")
    elif form.form in PRINTED:
        from lif.cli.forms import write_printed

        put(f"{write_printed(_page(found, workspace, 'html'), form.form, path, workspace)}\n")
    elif form.form == "md":
        deliver(_page(found, workspace, "md"), form.out, data=True)
    elif form.form == "json":
        from lif.cli.tables import document_head
        from lif.exchange.threads import as_json

        deliver(as_json(found, document_head("trace", workspace)), form.out, data=True)
    else:
        from lif.exchange.threads import as_text

        deliver(workspace.words.plain(as_text(found, _width(form))), form.out)


def _width(form: Form) -> int | None:
    """The width of the terminal; None where the tree goes to a file or a pipe, and lines stay whole."""
    import shutil
    import sys

    terminal = form.out is None and sys.stdout is not None and sys.stdout.isatty()
    return max(shutil.get_terminal_size().columns, LEAST_WIDTH) if terminal else None


def _page(found: Thread, workspace: Workspace, form: str) -> str:
    from lif.cli.papers import body_name, own_templates, stamp
    from lif.reports.trace import render

    draft = bool(workspace.errors)
    return render(found, body_name(workspace), stamp(workspace), form, draft, own_templates(workspace))
