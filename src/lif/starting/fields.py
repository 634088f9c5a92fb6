"""A record as the plain fields that its file holds: what was left out stays left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from pydantic import BaseModel

from lif.source.new_records import Field


def plain_fields(record: BaseModel) -> Mapping[str, Field]:
    """The fields that are not what they would be without being written, each as text, list or group."""
    return cast(Mapping[str, Field], _plain(record.model_dump(exclude_defaults=True)))


def _plain(value: object) -> Field:
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
