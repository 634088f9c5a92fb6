"""Records with other words in their prose; ids, links, dates, choices and figures stay as they are."""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, StringConstraints

from lif.records.fields import LINE_PATTERN, TEXT_PATTERN

M = TypeVar("M", bound=BaseModel)


def with_prose(part: M, put: Callable[[str], str]) -> M:
    """The record or part of one with `put` applied to everything that somebody wrote in it."""
    changed = {}
    for name in _worth_a_look(type(part)):
        before = getattr(part, name)
        after = _put(before, put, _is_prose(type(part), name))
        if after is not before:
            changed[name] = after
    return part.model_copy(update=changed) if changed else part


def _put(value: Any, put: Callable[[str], str], prose: bool) -> Any:
    """The value with prose put anew; the same object where nothing is different."""
    if isinstance(value, str):
        after = put(value) if prose else value
        return value if after == value else after
    if isinstance(value, BaseModel):
        return with_prose(value, put)
    if isinstance(value, tuple):
        members = tuple(_put(one, put, prose) for one in value)
        return value if all(a is b for a, b in zip(members, value, strict=True)) else members
    if isinstance(value, dict):
        mapped = {key: _put(one, put, prose) for key, one in value.items()}
        return value if all(mapped[key] is one for key, one in value.items()) else mapped
    return value


@cache
def _worth_a_look(kind: type[BaseModel]) -> tuple[str, ...]:
    """The fields that can hold prose, or parts with fields of their own."""
    return tuple(name for name in kind.model_fields if _is_prose(kind, name) or _has_parts(kind, name))


@cache
def _is_prose(kind: type[BaseModel], name: str) -> bool:
    info = kind.model_fields[name]
    return _says(info.annotation, info.metadata)


def _says(annotation: Any, metadata: Iterable[Any]) -> bool:
    """Whether text that people write can stand here: `Line` or `Text`, alone or as a member."""
    for piece in metadata:
        if isinstance(piece, StringConstraints) and piece.pattern in (LINE_PATTERN, TEXT_PATTERN):
            return True
    return any(_says(part, getattr(part, "__metadata__", ())) for part in typing.get_args(annotation))


@cache
def _has_parts(kind: type[BaseModel], name: str) -> bool:
    from lif.records.reading import models_in

    return next(models_in(kind.model_fields[name].annotation), None) is not None
