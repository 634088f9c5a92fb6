"""Every link and every item of a record, found by what its class says of each field."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from lif.records.fields import Link
from lif.records.problems import FieldPath
from lif.records.reading import models_in
from lif.records.record import Item


@dataclass(frozen=True, slots=True)
class Tie:
    """A link from one record to an address, with the field it stands in and what may stand there."""

    source: str
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


def link_of(annotation: Any, metadata: Any) -> Link | None:
    """The link rule of a field, or of each member of a list; None where it is no link."""
    found = _link_in(annotation, metadata)
    return found[0] if found else None


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


@dataclass(frozen=True, slots=True)
class Survey:
    """Every link and every item of one record, in the order of its fields."""

    ties: tuple[Tie, ...]
    items: tuple[ItemFound, ...]


def survey(record: BaseModel, id_: str) -> Survey:
    """Each link in the record `id_` with the path of its field, and each item, in one walk."""
    walk = _Walk(id_)
    walk.through(record, ())
    return Survey(tuple(walk.ties), tuple(walk.items))


_NOT_KEPT: set[str] = set()
"""Which fields were written out is not kept with each record: nobody asks, and it takes much memory."""


class _Walk:
    """One walk through a record, with what it has found so far."""

    def __init__(self, id_: str) -> None:
        self.id = id_
        self.ties: list[Tie] = []
        self.items: list[ItemFound] = []

    def through(self, model: BaseModel, path: FieldPath) -> None:
        shape = _shape(type(model))
        values = model.__dict__
        object.__setattr__(model, "__pydantic_fields_set__", _NOT_KEPT)
        for name, rule, many in shape.links:
            if value := values[name]:
                here = (*path, name)
                if many:
                    for index, target in enumerate(value):
                        self.ties.append(Tie(self.id, (*here, index), target, rule))
                else:
                    self.ties.append(Tie(self.id, here, value, rule))
        for name, many in shape.parts:
            if value := values[name]:
                here = (*path, name)
                if many:
                    for index, part in enumerate(value):
                        self._part(part, (*here, index))
                else:
                    self._part(value, here)

    def _part(self, part: BaseModel, path: FieldPath) -> None:
        if isinstance(part, Item):
            self.items.append(ItemFound(path, part))
        self.through(part, path)
