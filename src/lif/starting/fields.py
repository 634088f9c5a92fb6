"""A record as the plain fields that its file holds: what was left out stays left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar, cast

from pydantic import BaseModel

from lif.source.new_records import Choice, Field

_LAST = ("cites", "retired", "note")
"""What a reader wants to know last."""


def plain_fields(record: BaseModel) -> Mapping[str, Field]:
    """The fields that are not what they would be without being written, each as text, list or group."""
    return cast(Mapping[str, Field], _plain(record.model_dump(exclude_defaults=True)))


def _plain(value: object) -> Field:
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in in_order(value).items() if inner is not None}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    if isinstance(value, bool):
        return Choice("true" if value else "false")
    return str(value)


F = TypeVar("F")


def in_order(fields: Mapping[str, F]) -> dict[str, F]:
    """The same fields, with what a reader wants to know last at the end."""
    names = [*(name for name in fields if name not in _LAST), *(name for name in _LAST if name in fields)]
    return {name: fields[name] for name in names}
