"""A field of a record that builds on a framework's: what stands beneath is kept when the board says more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lif.cli.exits import CannotRun
from lif.cli.meant import meant
from lif.records.problems import FieldPath, listed, nearest
from lif.records.ways import FieldAt, NoSuchField, field_called
from lif.source import Node

if TYPE_CHECKING:
    from lif.source.new_records import Field
    from lif.workspace import Workspace
    from lif.workspace.alterations import Alterations


def with_those_beneath(alterations: Alterations, id_: str, at: FieldAt, value: Field) -> None:
    """Begins a list with one more than the framework's, since a list of the board's own takes its place."""
    record = id_.partition("/")[0]
    beneath = _standing(alterations.workspace, record, at.path)
    kept = [str(one) for one in beneath] if isinstance(beneath, tuple) else []
    if value not in kept:
        alterations.put(record, at.path, [*kept, value])


def kept_beneath(workspace: Workspace, id_: str, at: FieldAt, data: Node, words: str) -> None:
    """Raises CannotRun for a field that only the framework's record has: a board cannot take that away."""
    entry = workspace.register.entries.get(id_.partition("/")[0])
    holder: object = data
    for step in at.path[:-1]:
        inside = isinstance(holder, list) and isinstance(step, int) and step < len(holder)
        holder = holder.get(step) if isinstance(holder, dict) else holder[step] if inside else None  # type: ignore[index]
    if entry is None or not entry.beneath or (isinstance(holder, dict) and at.path[-1] in holder):
        return
    raise CannotRun(
        f"{id_}: {words} stands in the framework {entry.beneath[0].framework}, if anywhere: a board cannot "
        "take it away there, and can say otherwise by giving it a value of its own"
    )


def not_of_the_framework(workspace: Workspace, id_: str, path: FieldPath, data: Node) -> None:
    """Raises CannotRun for a list that the board does not have and the framework has.

    A list of the board's own would take its place, and what is in it would be gone without a word.
    """
    record = id_.partition("/")[0]
    entry = workspace.register.entries.get(record)
    if entry is None or not entry.beneath or not _standing(workspace, record, path):
        return
    if isinstance(data, dict) and path and path[0] in data:
        return
    name = ".".join(map(str, path))
    raise CannotRun(
        f"{id_}: {name} stands in the framework {entry.beneath[0].framework}, and a list of the board's own "
        f"takes its place: write the whole list in {entry.path}"
    )


def say_otherwise(alterations: Alterations, id_: str, words: str, value: str | None) -> None:
    """Begins the board's own words for an item that only the framework has. Raises CannotRun for no item."""
    workspace = alterations.workspace
    record, _, item = id_.partition("/")
    items = dict(workspace.register.items(record))
    if id_ not in items:
        known = [one.partition("/")[2] for one in items]
        near = nearest(item, known)
        meant_ = f"did you mean '{near}'?" if near else f"there are {listed(known)}" if known else ""
        raise CannotRun(f"{record} has no item '{item}'{f': {meant_}' if meant_ else ''}")
    path = workspace.register.item_path(id_)
    model = type(items[id_])
    try:
        at = field_called(model, words, None)
    except NoSuchField as none:
        raise CannotRun(str(none)) from None
    if value is None or at.many or at.part is not None or len(at.path) > 1 or len(path) != 2:
        raise CannotRun(
            f"{id_} stands in a framework: lif set gives it one field in the board's own words; for more "
            f"write the item in {workspace.register.entries[record].path}, with its id"
        )
    own: Field = {"id": item, str(at.path[0]): meant(workspace, at, words, value)}
    alterations.append(record, path[:1], own)


def _standing(workspace: Workspace, record: str, path: FieldPath) -> object:
    """What stands at a field of the record as it is read, with what it builds on."""
    here: object = workspace.register.entries[record].record if record in workspace.register.entries else None
    for step in path:
        if isinstance(step, str):
            here = getattr(here, step, None)
        else:
            here = here[step] if isinstance(here, tuple) and step < len(here) else None
    return here
