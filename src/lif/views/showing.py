"""One record or item with all its fields, what it links to, and what links to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import TypeAlias

from pydantic import BaseModel

from lif.measures.assemble import assemble
from lif.records.actions import Action
from lif.records.links import Tie, survey
from lif.records.record import Record
from lif.register import Register
from lif.views.actions import ActionLine, action_line, seen_on
from lif.views.listing import NAMES, known_by
from lif.views.movement import moved_since

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain] | None"
"""Values as JSON has them: exact decimals and dates as text."""


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

    `moved` says how an action's indicator has moved since it was agreed.
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


def shown(register: Register, address: str, as_at: date) -> Shown | None:
    """The record or item at an address, or None; an action is shown as its record was on `as_at`."""
    found = register.get(address)
    if found is None:
        return None
    id_ = address.partition("/")[0]
    entry = register.entries[id_]
    action = found if isinstance(found, Action) else None
    model = seen_on(action, as_at) if action else found
    made = list(survey(model, id_).ties)
    inward = register.links_into(address) if isinstance(found, Record) else register.links_to(address)
    known = [tie for tie in inward if known_by(register.entries[tie.source].record, as_at)]
    return Shown(
        address,
        found.kind if isinstance(found, Record) else f"{_words(type(found).__name__)} of {id_}",
        name_of(found) or address,
        entry.record.illustrative,
        entry.path,
        entry.index,
        entry.framework,
        fields_of(model),
        tuple(one for one, _ in register.items(address)),
        _ends(register, made, outward=True),
        _ends(register, known, outward=False),
        action_line(register, action, as_at) if action and action.agreed_on <= as_at else None,
        _moved(register, action, as_at) if action else "",
    )


def _moved(register: Register, action: Action, as_at: date) -> str:
    """How the indicator that should show an action's success has moved, in a sentence; or nothing."""
    if action.success_indicator is None or action.agreed_on > as_at:
        return ""
    figures = assemble(register, as_at)
    movement = moved_since(register, figures, action.success_indicator, action.agreed_on, as_at)
    return f"{movement.name} since it was agreed: {movement.said}" if movement else ""


def fields_of(model: BaseModel) -> dict[str, Plain]:
    """Every field that says something, in the order of the class, as plain data; `false` is left out."""
    named = ((name, plain(value)) for name, value in model.__dict__.items())
    return {name: value for name, value in named if value not in (None, False, [], {})}


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
