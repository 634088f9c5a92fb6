"""One record or item with all its fields, what it links to, and what links to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Literal, TypeAlias

from pydantic import BaseModel

from lif.measures.assemble import assemble
from lif.records.actions import Action
from lif.records.links import Tie, survey
from lif.records.record import Item, Record
from lif.records.reviews import Review
from lif.register import Register
from lif.views.actions import ActionLine, action_line
from lif.views.as_known import as_known
from lif.views.listing import NAMES, known_by
from lif.views.movement import moved_since
from lif.views.provenance import Provenance, provenance
from lif.views.review_states import known_by as review_known_by

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain] | None"
"""Values as JSON has them: exact decimals and dates as text."""


Known: TypeAlias = Literal["whole", "part", "nothing"]


@dataclass(frozen=True, slots=True)
class Linked:
    """A link seen from either end: the other end, what it is called, and the field that holds the link.

    `kind` is empty when the other end is not there or cannot be read.
    """

    address: str
    kind: str
    name: str
    field: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What `lif show` shows. `path` and `framework` are those of the record, also for one of its items.

    `moved` says how an action's indicator has moved since it was agreed. `known` is how much of what is
    written now was known on the day: where it is not the whole, the rest is left out.
    """

    address: str
    kind: str
    name: str
    illustrative: bool
    path: str
    index: int | None
    framework: str
    fields: dict[str, Plain]
    items: tuple[str, ...]
    links_to: tuple[Linked, ...]
    linked_from: tuple[Linked, ...]
    standing: ActionLine | None = None
    moved: str = ""
    known: Known = "whole"
    comes_from: Provenance | None = None


def shown(register: Register, address: str, as_at: date) -> Shown | None:
    """The record or item at an address as it was known on `as_at`, or None when there is nothing there."""
    found = register.get(address)
    if found is None:
        return None
    id_ = address.partition("/")[0]
    entry = register.entries[id_]
    seen = _as_known(register, address, found, as_at)
    action = found if isinstance(found, Action) else None
    inward = register.links_into(address) if isinstance(found, Record) else register.links_to(address)
    then = [] if seen is None else _then(register, inward, as_at)
    return Shown(
        address,
        found.kind if isinstance(found, Record) else f"{_words(type(found).__name__)} of {id_}",
        name_of(seen) or address,
        entry.record.illustrative,
        entry.path,
        entry.index,
        entry.framework,
        fields_of(seen) if seen is not None else {},
        _items(seen, id_) if isinstance(seen, Record) else (),
        _ends(register, survey(seen, id_).ties, outward=True) if seen is not None else (),
        _ends(register, then, outward=False),
        action_line(register, action, as_at) if action and action.agreed_on <= as_at else None,
        _moved(register, action, as_at) if action else "",
        "nothing" if seen is None else "whole" if seen is found else "part",
        None if seen is None else provenance(register, address, seen),
    )


def record_as_known(register: Register, record: Record, as_at: date) -> Record | None:
    """The record without what came later; None when nothing of it was known on the day."""
    if not known_by(record, as_at) or (isinstance(record, Review) and not review_known_by(record, as_at)):
        return None
    return as_known(register, record, as_at)


def _as_known(register: Register, address: str, found: Record | Item, as_at: date) -> Record | Item | None:
    """The record or item without what came later; None when nothing of it was known."""
    record = register.entries[address.partition("/")[0]].record
    seen = record_as_known(register, record, as_at)
    if seen is None:
        return None
    if isinstance(found, Record) or seen is record:
        return found if seen is record else seen
    return next((one.item for one in survey(seen, record.id).items if one.item.id == found.id), None)


def _items(seen: Record, id_: str) -> tuple[str, ...]:
    return tuple(f"{id_}/{one.item.id}" for one in survey(seen, id_).items)


def _then(register: Register, ties: Iterable[Tie], as_at: date) -> list[Tie]:
    """The links of records that stood in them on the day."""
    made: dict[str, list[Tie]] = {}
    for source in {tie.source for tie in ties}:
        seen = _as_known(register, source, register.entries[source].record, as_at)
        made[source] = [] if seen is None else list(survey(seen, source).ties)
    return [tie for tie in ties if tie.source in made and any(_same(tie, one) for one in made[tie.source])]


def _same(tie: Tie, other: Tie) -> bool:
    """Whether two links stand in the same field and lead to the same place; entries may have moved up."""
    return tie.target == other.target and tie.path[0] == other.path[0]


def _moved(register: Register, action: Action, as_at: date) -> str:
    """How the indicator that should show an action's success has moved, in a sentence; or nothing."""
    if action.success_indicator is None or action.agreed_on > as_at:
        return ""
    figures = assemble(register, as_at)
    movement = moved_since(register, figures, action.success_indicator, action.agreed_on, as_at)
    return f"{movement.name} since it was agreed: {movement.said}" if movement else ""


def fields_of(model: BaseModel) -> dict[str, Plain]:
    """Every field that says something, in the order of the class, as plain data.

    `false` is left out where that is what silence means; a nought and a `false` that answer are kept.
    """
    fields = type(model).model_fields
    said = {
        name: plain(value)
        for name, value in model.__dict__.items()
        if not (value is False and fields[name].default is False)
    }
    return {name: value for name, value in said.items() if value is not None and value != [] and value != {}}


def plain(value: object) -> Plain:
    """A value of a record as JSON has it."""
    if isinstance(value, BaseModel):
        return dict(fields_of(value))
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, Decimal):
        return str(value)
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(f"a record holds a {type(value).__name__}")


def name_of(thing: object) -> str:
    """What a record or item is called: the first of its title, name, label and text."""
    for field in NAMES:
        if text := getattr(thing, field, None):
            return " ".join(str(text).split())
    return ""


def _ends(register: Register, ties: Iterable[Tie], *, outward: bool) -> tuple[Linked, ...]:
    found = []
    for tie in ties:
        address = tie.target if outward else tie.source
        other = register.get(address)
        entry = register.entries.get(address.partition("/")[0])
        kind = entry.record.kind if entry and other is not None else ""
        field = ".".join(str(step) for step in tie.path)
        found.append(Linked(address, kind, name_of(other), field))
    return tuple(found)


def _words(name: str) -> str:
    """`GradeCount` as `grade count`."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()
