"""The way to a field of a record as people write it, and what its class says of what may stand there."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType
from typing import Any

from pydantic import BaseModel

from lif.records.fields import Line, Link, OneLine, Text
from lif.records.links import link_of
from lif.records.problems import FieldPath, listed, nearest
from lif.records.reading import models_in
from lif.records.record import Record

_TEXT, _LINE = typing.get_args(Text)[1:], typing.get_args(Line)[1:]


LONGEST_ID = 80


class NoSuchField(Exception):  # noqa: N818 - named for what is so
    """The words name no field of that kind; the message says which are near, or all."""


@dataclass(frozen=True, slots=True)
class FieldAt:
    """A field, or a member of a list, and what may stand there."""

    path: FieldPath
    description: str
    many: bool
    """Whether it is a list."""
    prose: bool
    """Whether it is a text of one or more lines."""
    link: Link | None
    part: type[BaseModel] | None
    """The class of the group of fields, or of each member of the list, that stands there."""
    choices: tuple[str, ...] = ()
    """The words of which one may stand there, where there are only some."""


def field_called(kind: type[BaseModel], words: str, data: object, start: FieldPath = ()) -> FieldAt:
    """The field that words such as `due`, `assurance.minute` or `targets.0.value` name.

    A member of a list goes by its position from 0, where the next is one that is yet to be, or by its id in
    `data`, which is what the file says of the record; of a list that is not there any position is taken.
    Raises NoSuchField.
    """
    steps = words.replace("/", ".").split(".")
    model: type[BaseModel] | None = kind
    path, found, there = start, None, data
    for number, step in enumerate(steps):
        if found is not None and found.many and not isinstance(path[-1], int):
            index = _position(there, step, ".".join(steps[:number]))
            path, there = (*path, index), _inside(there, index)
            found = FieldAt(path, found.description, False, found.prose, found.link, found.part)
            continue
        if model is None:
            raise NoSuchField(f"'{'.'.join(steps[:number])}' has no fields of its own")
        found = _field(model, step, path)
        path, there, model = found.path, _inside(there, step), found.part
    assert found is not None
    return found


def _field(model: type[BaseModel], step: str, path: FieldPath) -> FieldAt:
    name = step.replace("-", "_")
    info = model.model_fields.get(name)
    if info is None:
        near = nearest(name, model.model_fields)
        words = [piece for piece in path if isinstance(piece, str)]
        what = model.kind if issubclass(model, Record) else words[-1] if words else "it"
        meant = f"did you mean '{near}'? " if near else ""
        raise NoSuchField(
            f"{what} has no field '{step}': {meant}{'Its' if near else 'its'} fields are "
            f"{', '.join(model.model_fields)}"
        )
    metadata = [*info.metadata, *_metadata(info.annotation)]
    return FieldAt(
        (*path, name),
        info.description or "",
        _is_list(info.annotation),
        all(piece in metadata for piece in _TEXT[:1]) and not any(isinstance(m, OneLine) for m in metadata),
        link_of(info.annotation, info.metadata),
        next(models_in(info.annotation), None),
        tuple(_choices(info.annotation)),
    )


def _metadata(annotation: Any) -> list[Any]:
    """What is said of a type anywhere in it, without what lies inside further models."""
    found = list(getattr(annotation, "__metadata__", ()))
    for part in typing.get_args(annotation):
        if part is not NoneType:
            found += _metadata(part)
    return found


def _is_list(annotation: Any) -> bool:
    if typing.get_origin(annotation) is tuple:
        return True
    return any(_is_list(part) for part in typing.get_args(annotation) if part is not NoneType)


def _choices(annotation: Any) -> Iterator[str]:
    if typing.get_origin(annotation) is typing.Literal:
        yield from map(str, typing.get_args(annotation))
        return
    for part in typing.get_args(annotation):
        yield from _choices(part)


def _position(there: object, step: str, name: str) -> int:
    members = there if isinstance(there, list) else []
    if step.isascii() and step.isdigit():
        if there is None:
            return int(step)
        if int(step) <= len(members):
            return int(step)
        raise NoSuchField(f"{name} has {len(members)} here, numbered from 0")
    ids = [member.get("id") if isinstance(member, dict) else member for member in members]
    if step in ids:
        return ids.index(step)
    known = [one for one in ids if isinstance(one, str) and len(one) <= LONGEST_ID]
    among = f": there are {listed(known)}" if known else "; name a member by its position, from 0"
    raise NoSuchField(f"{name} has no '{step}'{among}")


def _inside(there: object, step: str | int) -> object:
    if isinstance(there, dict) and isinstance(step, str):
        return there.get(step.replace("-", "_"))
    return there[step] if isinstance(there, list) and isinstance(step, int) and step < len(there) else None
