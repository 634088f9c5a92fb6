"""Every link and every item of a record, found by what its class says of each field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from lif.records.fields import Link
from lif.records.problems import FieldPath
from lif.records.reading import models_in
from lif.records.record import Item, Record


@dataclass(frozen=True, slots=True)
class LinkFound:
    """A link as it stands in a record: where, to which address, and what may stand there."""

    path: FieldPath
    target: str
    rule: Link


@dataclass(frozen=True, slots=True)
class ItemFound:
    """An item inside a record, with the path to it."""

    path: FieldPath
    item: Item


@dataclass(frozen=True, slots=True)
class _Shape:
    """Which fields of a model hold links, and which hold further models."""

    links: tuple[tuple[str, Link, bool], ...]
    parts: tuple[tuple[str, bool], ...]


def _link_in(annotation: Any, metadata: Any) -> tuple[Link, bool] | None:
    """The link rule in an annotation, and whether the field is a list of such links."""
    for piece in metadata:
        if isinstance(piece, Link):
            return piece, False
    arguments = getattr(annotation, "__args__", ())
    many = getattr(annotation, "__origin__", None) is tuple
    inner = getattr(annotation, "__metadata__", None)
    if inner is not None:
        found = _link_in(None, inner)
        if found:
            return found
    for argument in arguments:
        found = _link_in(argument, getattr(argument, "__metadata__", ()))
        if found:
            return found[0], many or found[1]
    return None


@cache
def _shape(model: type[BaseModel]) -> _Shape:
    links: list[tuple[str, Link, bool]] = []
    parts: list[tuple[str, bool]] = []
    for name, info in model.model_fields.items():
        if found := _link_in(info.annotation, info.metadata):
            links.append((name, found[0], found[1]))
        elif next(models_in(info.annotation), None) is not None:
            parts.append((name, getattr(info.annotation, "__origin__", None) is tuple))
    return _Shape(tuple(links), tuple(parts))


def links_of(record: Record | Item) -> Iterator[LinkFound]:
    """Each link in the record or item, with the path of the field it stands in."""
    yield from _links(record, ())


def _links(model: BaseModel, path: FieldPath) -> Iterator[LinkFound]:
    shape = _shape(type(model))
    values = model.__dict__
    for name, rule, many in shape.links:
        value = values[name]
        if many:
            for index, target in enumerate(value or ()):
                yield LinkFound((*path, name, index), target, rule)
        elif value is not None:
            yield LinkFound((*path, name), value, rule)
    for name, many in shape.parts:
        value = values[name]
        if many:
            for index, part in enumerate(value or ()):
                yield from _links(part, (*path, name, index))
        elif value is not None:
            yield from _links(value, (*path, name))


def items_of(record: Record) -> Iterator[ItemFound]:
    """Each item inside the record that has an address of its own."""
    yield from _items(record, ())


def _items(model: BaseModel, path: FieldPath) -> Iterator[ItemFound]:
    for name, many in _shape(type(model)).parts:
        value = model.__dict__[name]
        for index, part in enumerate(value or ()) if many else ([] if value is None else [(0, value)]):
            here = (*path, name, index) if many else (*path, name)
            if isinstance(part, Item):
                yield ItemFound(here, part)
            yield from _items(part, here)
