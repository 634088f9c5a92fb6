"""`lif show`: one record or item, with what it links to and what links to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from lif.cli.exits import CannotRun
from lif.cli.options import Argument, Option, Out, Reading

if TYPE_CHECKING:
    from lif.views.showing import Shown
    from lif.workspace import Workspace

FORMATS = ("text", "json", "md")


@dataclass(frozen=True, slots=True)
class Form:
    """How the record is shown."""

    form: Annotated[str, Option("--format", "The form of the answer.", "|".join(FORMATS))] = "text"
    out: Out = None


def show(
    address: Annotated[str, Argument("ID", "The id of a record, or record-id/item-id.")],
    form: Form,
    shared: Reading,
) -> int:
    """One record or item: its fields, the file it stands in, what it links to and what links to it.

    \b
    Examples:
      lif show neglect-group
      lif show audit-neglect-2024/train-in-the-tool
      lif show action-hsb-pathway --as-at 2025-03-31

    --as-at in the past leaves out what came later, and says so.
    """
    from lif.cli.opening import left_out, one_of, open_workspace
    from lif.cli.streams import deliver
    from lif.exchange import shown as forms
    from lif.views.showing import shown

    one_of("--format", form.form, FORMATS)
    workspace = open_workspace(shared, checked=False, framework_too=True)
    found = shown(workspace.register, address, workspace.as_at)
    if found is None:
        raise CannotRun(not_there(workspace, address))
    place = _place(workspace, found)
    if form.form == "json":
        from lif.cli.tables import document_head

        deliver(forms.as_json(found, place, document_head("show", workspace)), form.out, data=True)
    else:
        written = forms.as_text if form.form == "text" else forms.as_markdown
        deliver(written(found, place, workspace.as_at), form.out, data=form.form == "md")
    return left_out(workspace, shared)


def _place(workspace: Workspace, found: Shown) -> str:
    """The file, with the line where the record begins in a list; or the framework that it comes from.

    An item that is kept from a framework stands in a file there.
    """
    whole = found.comes_from.whole if found.comes_from else None
    if whole and whole.path != found.path:
        return f"{whole.path}, from the framework {whole.framework}"
    if found.framework:
        return f"{found.path}, from the framework {found.framework}"
    if found.index is None:
        return found.path
    from lif.source import Document, read

    document = read(workspace.root, found.path)
    return (
        f"{found.path}:{document.locate((found.index,)).line}"
        if isinstance(document, Document)
        else found.path
    )


def not_there(workspace: Workspace, address: str) -> str:
    """Why there is nothing to show: it cannot be read, or there is none, with the nearest."""
    from lif.records.problems import nearest

    bad = workspace.register.unreadable.get(address.partition("/")[0])
    if bad:
        return f"'{bad.id}' cannot be read: run lif validate, and see {bad.path}"
    if pattern := workspace.register.patterns.get(address.partition("/")[0]):
        from lif.views.offered import how_to_take_up

        return how_to_take_up(pattern)
    near = nearest(address, workspace.register.addresses())
    advice = f"did you mean {near}?" if near else "lif list names what there is"
    return f"there is no '{address}'; {advice}"
