"""`lif new`: begins a record: asks for what it must have, and writes it with its other fields explained."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

from lif.cli.altering import Writing, carried_out
from lif.cli.exits import CannotRun
from lif.cli.options import Argument, Shared

if TYPE_CHECKING:
    from lif.records.record import Record
    from lif.source.new_records import Field
    from lif.workspace import Workspace

Kind = Annotated[str, Argument("KIND", "What it is: action, meeting, evidence …")]
Given = Annotated[list[str] | None, Argument("[FIELD=VALUE…]", "What is known already.")]


def new(kind: Kind, given: Given, writing: Writing, shared: Shared) -> int:
    """Begin a record of a kind; at a terminal it asks for what the record must have and was not given.

    The id is proposed from the title, and records are found by id or by name. What may be added later
    stands in the file as remarks.

    \b
    Examples:
      lif new action
      lif new action title="Ring the school" owner=business-manager
      lif new theme name="Housing" --dry-run
    """
    from lif.cli.opening import workspace_as_read
    from lif.records.blank import explained
    from lif.records.kinds import BY_NAME, BY_WORD
    from lif.records.problems import nearest
    from lif.workspace.alterations import Alterations, CannotAlter

    found = BY_WORD.get(kind)
    if found is None:
        near = nearest(kind, BY_WORD)
        known = f"did you mean '{near}'?" if near else f"there are {', '.join(BY_NAME)}"
        raise CannotRun(f"there is no kind '{kind}': {known}")
    workspace = workspace_as_read(shared)
    fields = _fields(workspace, found, given or ())
    alterations = Alterations(workspace)
    try:
        path = alterations.new(found, fields, explained(found, fields))
    except CannotAlter as fault:
        raise CannotRun(str(fault)) from None
    code = carried_out(alterations, writing, shared)
    if not code and not writing.dry_run and not shared.quiet:
        from lif.cli.streams import say

        say(f"lif: {fields['id']} is begun in {path}; lif show {fields['id']} shows it")
    return code


def _fields(workspace: Workspace, kind: type[Record], given: Iterable[str]) -> dict[str, Field]:
    """All that the record begins with: what was given, what is asked for, and its id."""
    from lif.cli.asking import can_ask
    from lif.cli.new_answers import Answering

    answering = Answering(workspace, kind)
    for words in given:
        name, equals, value = words.partition("=")
        if not equals:
            raise CannotRun(f"{words}: write what is known as FIELD=VALUE, as in owner=business-manager")
        answering.take(name.strip(), value)
    missing = answering.missing()
    if missing and not can_ask():
        from lif.cli.new_answers import in_lines
        from lif.cli.streams import say

        for name in missing:
            say(in_lines(f"  {name}={answering.about(name)}"))
        raise CannotRun(f"a new {kind.kind} must also have what is named above, each as FIELD=VALUE")
    for name in missing:
        answering.ask(name)
    return answering.with_id(ask=bool(missing))
