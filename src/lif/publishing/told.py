"""A record rebuilt from what the public may read of it, field by field; nothing else is ever put in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel

from lif.records.governance import Expectation
from lif.records.indicators import Indicator
from lif.records.problems import FieldPath
from lif.records.record import Item, stands
from lif.records.references import NeighbourSet

M = TypeVar("M", bound=BaseModel)

ALWAYS = frozenset(("id", "cites"))
"""An id is the address under which others are linked; where something comes from is said with it."""
WHOLE: Mapping[type[BaseModel], frozenset[str]] = {
    Expectation: frozenset(("agencies",)),  # none named means all
    Indicator: frozenset(("disclosure_profile",)),  # without it another rule would hold
    NeighbourSet: frozenset(("neighbours",)),  # an average of fewer is another average
}
"""Fields that would say something else if a link in them were left out."""


def may_read(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that a class itself declares publishable; a class made from another says it anew."""
    found: tuple[str, ...] = vars(model).get("publishable", ())
    return found


def told(thing: M, day: date) -> M | None:
    """The record, or part of one, with its publishable fields alone; None where there can be none.

    A field that may not be read is as if it had been left out. A class without publishable fields gives
    nothing, and so does one that must have a field for which neither the record nor its class has an
    answer for the public. Parts that are retired, examples, or sentences that break off are left out.
    """
    kind = type(thing)
    readable = may_read(kind)
    if not readable or _gone(thing, day):
        return None
    neutral: Mapping[str, object] = vars(kind).get("neutral", {})
    values: dict[str, Any] = {}
    for name, info in kind.model_fields.items():
        if name in readable or name in ALWAYS:
            value = _told(getattr(thing, name), day)
            if value is _NOTHING and info.is_required():
                return None
            values[name] = info.get_default(call_default_factory=True) if value is _NOTHING else value
        elif name in neutral:
            values[name] = neutral[name]
        elif info.is_required():
            return None
        else:
            values[name] = info.get_default(call_default_factory=True)
    return kind.model_construct(set(), **values)


_NOTHING = object()


def _gone(thing: BaseModel, day: date) -> bool:
    if isinstance(thing, Item) and not stands(thing, day):
        return True
    return bool(getattr(thing, "illustrative", False) or getattr(thing, "incomplete", None))


def _told(value: Any, day: date) -> Any:
    """A value for the public; `_NOTHING` for a part, or a list of parts, of which nothing may be read."""
    if isinstance(value, BaseModel):
        part = told(value, day)
        return _NOTHING if part is None else part
    if isinstance(value, tuple) and any(isinstance(one, BaseModel) for one in value):
        parts = tuple(part for one in value if (part := told(one, day)) is not None)
        return parts or _NOTHING
    return value


def without(thing: M, paths: Iterable[FieldPath]) -> M | None:
    """The record without the links at these paths; None where it cannot do without one of them."""
    by_field: dict[str, list[FieldPath]] = defaultdict(list)
    for path in paths:
        by_field[str(path[0])].append(path[1:])
    kind, changed = type(thing), {}
    for name, rests in by_field.items():
        info = kind.model_fields[name]
        value = _less(getattr(thing, name), rests)
        lost = value is _NOTHING or name in WHOLE.get(kind, ())
        if lost and (info.is_required() or name in WHOLE.get(kind, ())):
            return None
        changed[name] = info.get_default(call_default_factory=True) if lost else value
    return thing.model_copy(update=changed)


def _less(value: Any, paths: list[FieldPath]) -> Any:
    """A value without what stands at these paths below it; `_NOTHING` where nothing is left."""
    if () in paths:
        return _NOTHING
    if isinstance(value, BaseModel):
        part = without(value, paths)
        return _NOTHING if part is None else part
    kept = []
    for index, one in enumerate(value):
        here = [path[1:] for path in paths if path[0] == index]
        left = _less(one, here) if here else one
        if left is not _NOTHING:
            kept.append(left)
    return tuple(kept) or _NOTHING
