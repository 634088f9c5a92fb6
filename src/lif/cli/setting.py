"""`lif set`: changes one field of a record, and nothing else in its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from lif.cli.altering import Writing, carried_out
from lif.cli.exits import CannotRun
from lif.cli.options import Argument, Option, Shared

if TYPE_CHECKING:
    from pydantic import BaseModel

    from lif.records.problems import FieldPath
    from lif.records.record import Record
    from lif.records.ways import FieldAt
    from lif.source import Node
    from lif.source.new_records import Field
    from lif.workspace import Workspace
    from lif.workspace.alterations import Alterations

Id = Annotated[str, Argument("ID", "A record, or an item in it: record-id/item-id.")]
FieldWords = Annotated[str, Argument("FIELD", "The field, as in due, or assurance.minute.")]
Value = Annotated[str | None, Argument("[VALUE]", "What is to stand there.")]
More = Annotated[list[str] | None, Argument("[FIELD VALUE…]", "Further fields, changed with it.")]


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


def set_(
    id_: Id,
    field: FieldWords,
    value: Value,
    more: More,
    setting: Setting,
    writing: Writing,
    shared: Shared,
) -> int:
    """Change one field of a record, or several at once; every other character of its file stays as it is.

    Links are found by id or by name; what would not be in order is refused with the words of lif validate.
    A text may have several lines, with \\n between them; what begins with - goes behind --.

    \b
    Examples:
      lif set action-advocacy-offer intended_outcome "Every child is offered an advocate."
      lif set action-advocacy-offer themes neglect --add --dry-run
      lif set action-advocacy-offer themes.0 "Child protection" --dry-run
      lif set action-advocacy-offer success_measure --clear --dry-run
      lif set review-c/ask-about-men retired.on 2025-12-01 retired.reason "Said twice." --dry-run
    """
    from lif.cli.opening import workspace_as_read
    from lif.workspace.alterations import Alterations, CannotAlter

    if (value is None and not setting.clear) or (setting.add and setting.clear):
        raise CannotRun("say what is to stand there, or --clear to take the field away")
    further = more or []
    if len(further) % 2 or (further and (setting.add or setting.clear)):
        raise CannotRun("each field is followed by its value, and --add and --clear change one field alone")
    workspace = workspace_as_read(shared)
    alterations = Alterations(workspace)
    try:
        _alter(alterations, id_, field, value, setting)
        for name, words in zip(further[::2], further[1::2], strict=True):
            _alter(alterations, id_, name, words, setting)
    except CannotAlter as fault:
        raise CannotRun(str(fault)) from None
    return carried_out(alterations, writing, shared)


def _alter(alterations: Alterations, id_: str, words: str, value: str | None, setting: Setting) -> None:
    from lif.cli.beneath import kept_beneath, say_otherwise
    from lif.cli.meant import meant
    from lif.records.ways import NoSuchField, field_called
    from lif.source.document import value_at

    workspace = alterations.workspace
    record, _, item = id_.partition("/")
    kind = _kind(workspace, record)
    data: Node = alterations.data(record)
    start, model = _item_in(kind, data, item) if item else ((), kind)
    if start is None:
        say_otherwise(alterations, id_, words, value)
        return
    try:
        at = field_called(model, words, value_at(data, start), start)
    except NoSuchField as none:
        if (
            setting.clear
            and value is None
            and isinstance(there := value_at(data, start), dict)
            and words in there
        ):
            alterations.remove(record, (*start, words))
            return
        raise CannotRun(str(none)) from None
    told = _ELSE.get((kind.kind, ".".join(map(str, at.path))))
    if told:
        raise CannotRun(f"{id_}: {words} is not set by itself: {told}")
    if at.path == ("id",):
        raise CannotRun(f"{id_}: an id never changes; retire the record and begin another")
    if value is None:
        kept_beneath(workspace, id_, at, data, words)
        alterations.remove(record, at.path)
    elif at.part is not None and (not at.many or setting.add):
        one = f"{words}.{_next(data, at)}" if at.many else words
        named = " ".join(f"{one}.{name} …" for name in list(at.part.model_fields)[:2])
        raise CannotRun(
            f"{words} has fields of its own: {', '.join(at.part.model_fields)}; give them by name: "
            f"lif set {id_} {named}"
        )
    elif setting.add or setting.clear:
        _member(alterations, id_, at, words, value, setting)
    elif at.many:
        raise CannotRun(
            f"{words} is a list: --add adds one, --clear takes one away, and {words}.0 is the first of it"
        )
    else:
        _put(alterations, id_, at, data, meant(workspace, at, words, value))


def _put(alterations: Alterations, id_: str, at: FieldAt, data: Node, value: Field) -> None:
    """Puts the value there; where it is of a member of a list that is not there yet, with that member."""
    from lif.cli.beneath import not_of_the_framework
    from lif.source.document import value_at

    record = id_.partition("/")[0]
    for number, step in enumerate(at.path):
        if not isinstance(step, int) or value_at(data, at.path[: number + 1]) is not None:
            continue
        not_of_the_framework(alterations.workspace, id_, at.path[:number], data)
        member: Any = value
        for name in reversed(at.path[number + 1 :]):
            member = {name: member} if isinstance(name, str) else [member]
        alterations.append(record, at.path[:number], member)
        return
    alterations.put(record, at.path, value)


def _member(
    alterations: Alterations, id_: str, at: FieldAt, words: str, value: str, setting: Setting
) -> None:
    """Adds one to a list, or takes one away that goes by the words."""
    from lif.cli.beneath import with_those_beneath
    from lif.cli.meant import meant
    from lif.source.document import value_at

    record = id_.partition("/")[0]
    if not at.many:
        option = "--add" if setting.add else "--clear or the value"
        raise CannotRun(f"{words} is no list: leave out {option}")
    there = value_at(alterations.data(record), at.path)
    if setting.add:
        text = meant(alterations.workspace, at, words, value)
        if there is None:
            with_those_beneath(alterations, id_, at, text)
        elif not isinstance(there, list) or text not in there:
            alterations.append(record, at.path, text)
        return
    members = there if isinstance(there, list) else []
    found = value if value in members else meant(alterations.workspace, at, words, value)
    if found not in members:
        raise CannotRun(f"{id_}: '{value}' does not stand in {words}, so it cannot be taken away")
    alone = len(members) == 1
    alterations.remove(record, at.path if alone else (*at.path, members.index(str(found))))


def _kind(workspace: Workspace, record: str) -> type[Record]:
    """The kind of a record, also of one that is not in order. Raises CannotRun, naming the nearest."""
    from lif.records.kinds import BY_NAME
    from lif.records.problems import nearest

    register = workspace.register
    if (entry := register.entries.get(record)) is not None:
        return type(entry.record)
    if (bad := register.unreadable.get(record)) is not None:
        return BY_NAME[bad.kind]
    near = nearest(record, [*register.entries, *register.unreadable])
    meant = f"did you mean '{near}'?" if near else "lif list KIND names those of a kind"
    raise CannotRun(f"there is no record '{record}': {meant}")


def _next(data: Node, at: FieldAt) -> int:
    from lif.source.document import value_at

    there = value_at(data, at.path)
    return len(there) if isinstance(there, list) else 0


def _item_in(kind: type[BaseModel], data: Node, item: str) -> tuple[FieldPath | None, type[BaseModel]]:
    """The way to the item with this id in the record's own file, or none, and its class or the record's."""
    from lif.records.reading import models_in

    waiting: list[tuple[FieldPath, Node, type[BaseModel]]] = [((), data, kind)]
    while waiting:
        path, there, model = waiting.pop()
        if isinstance(there, dict):
            if path and there.get("id") == item:
                return path, model
            for name, inner in there.items():
                info = model.model_fields.get(name)
                part = next(models_in(info.annotation), None) if info else None
                if part is not None:
                    waiting.append(((*path, name), inner, part))
        elif isinstance(there, list):
            waiting += [((*path, number), inner, model) for number, inner in enumerate(there)]
    return None, kind
