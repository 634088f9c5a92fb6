"""`lif set`: changes one field of a record, and nothing else in its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from lif.cli.altering import Writing, carried_out
from lif.cli.exits import CannotRun
from lif.cli.options import Argument, Option, Shared

if TYPE_CHECKING:
    from lif.records.problems import FieldPath
    from lif.source import Node
    from lif.workspace.alterations import Alterations

Id = Annotated[str, Argument("ID", "A record, or an item in it: record-id/item-id.")]
FieldWords = Annotated[str, Argument("FIELD", "The field, as in due, or assurance.minute.")]
Value = Annotated[str | None, Argument("[VALUE]", "What is to stand there.")]


@dataclass(frozen=True, slots=True)
class Setting:
    """Whether a list grows, or a field is emptied."""

    add: Annotated[bool, Option("--add", "Add the value to a list.")] = False
    clear: Annotated[bool, Option("--clear", "Take the field, or the member of a list, away.")] = False


_ELSE = {
    ("action", "due"): "it is the date first agreed and never changes: lif actions extend moves the date",
    ("action", "due_changes"): "lif actions extend writes it",
}
"""Fields that another command changes, with what belongs to the change."""


def set_(id_: Id, field: FieldWords, value: Value, setting: Setting, writing: Writing, shared: Shared) -> int:
    """Change one field of a record; every other character of its file stays as it is.

    Links are found by id or by name. What would not be in order is refused with the words of lif validate.

    \b
    Examples:
      lif set action-advocacy-offer intended_outcome "Every child is offered an advocate."
      lif set action-advocacy-offer themes voice-of-the-child --add --dry-run
      lif set action-advocacy-offer success_measure --clear --dry-run
      lif set review-c/ask-about-men retired.on 2025-12-01 --dry-run
    """
    from lif.cli.opening import workspace_as_read
    from lif.workspace.alterations import Alterations, CannotAlter

    if (value is None) != setting.clear or (setting.add and setting.clear):
        raise CannotRun("say what is to stand there, or --clear to take the field away")
    workspace = workspace_as_read(shared)
    alterations = Alterations(workspace)
    try:
        _alter(alterations, id_, field, value, setting)
    except CannotAlter as fault:
        raise CannotRun(str(fault)) from None
    return carried_out(alterations, writing, shared)


def _alter(alterations: Alterations, id_: str, words: str, value: str | None, setting: Setting) -> None:
    from lif.cli.meant import meant
    from lif.records.ways import NoSuchField, field_called

    workspace = alterations.workspace
    record, _, item = id_.partition("/")
    data: Node = alterations.data(record)
    kind = type(workspace.register.entries[record].record)
    try:
        start, model = _item_in(kind, data, item) if item else ((), kind)
        at = field_called(model, words, _at(data, start), start)
    except NoSuchField as none:
        raise CannotRun(str(none)) from None
    told = _ELSE.get((kind.kind, ".".join(map(str, at.path))))
    if told:
        raise CannotRun(f"{id_}: {words} is not set by itself: {told}")
    if at.path == ("id",):
        raise CannotRun(f"{id_}: an id never changes; retire the record and begin another")
    if value is None:
        alterations.remove(record, at.path)
        return
    text = meant(workspace, at, words, value)
    if setting.add:
        if not at.many:
            raise CannotRun(f"{words} is no list, so nothing can be added: leave out --add")
        if isinstance(there := _at(data, at.path), list) and text in there:
            return
        alterations.append(record, at.path, text)
        return
    if at.many:
        raise CannotRun(f"{words} is a list: --add adds one, and {words}.0 is the first of it")
    if at.part is not None:
        raise CannotRun(f"{words} has fields of its own: {', '.join(at.part.model_fields)}; name one of them")
    alterations.put(record, at.path, text)


def _item_in(kind: type, data: Node, item: str) -> tuple[FieldPath, type]:
    """The way to the item with this id in the record's own file, and its class."""
    from lif.records.reading import models_in

    waiting: list[tuple[FieldPath, Node, type]] = [((), data, kind)]
    while waiting:
        path, there, model = waiting.pop()
        if isinstance(there, dict):
            if path and there.get("id") == item:
                return path, model
            for name, inner in there.items():
                info = model.model_fields.get(name)  # type: ignore[attr-defined]
                part = next(models_in(info.annotation), None) if info else None
                if part is not None:
                    waiting.append(((*path, name), inner, part))
        elif isinstance(there, list):
            waiting += [((*path, number), inner, model) for number, inner in enumerate(there)]
    raise CannotRun(f"the record's own file has no item '{item}'; lif show says where it stands")


def _at(data: Node, path: FieldPath) -> Node:
    here = data
    for step in path:
        if isinstance(here, dict) and isinstance(step, str):
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            return None
    return here
