"""A paper's view on its way out as JSON, and the schema of that JSON, made from the view's own classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter

from lif.diagnostics import visible
from lif.exchange.documents import written_as_json

DRAFT = "http://json-schema.org/draft-07/schema#"
_HEAD: dict[str, Any] = {
    "version": {"type": "string", "description": "The version of lif that wrote it."},
    "commit": {
        "type": ["string", "null"],
        "description": "The commit of the workspace; null where git cannot tell.",
    },
    "uncommitted": {
        "type": ["boolean", "null"],
        "description": "Whether the workspace holds changes that the commit does not have.",
    },
    "as_at": {"type": "string", "format": "date", "description": "The day from which things were looked at."},
    "issued": {
        "type": ["string", "null"],
        "format": "date",
        "description": "The day on which it was issued; null for a paper that was not.",
    },
}


def paper_as_json(view: object, head: Mapping[str, object], issued: date | None = None) -> str:
    """One object: the head of every document, the day of issue, then the fields of the view."""
    head = {**head, "issued": issued.isoformat() if issued else None}
    found = plain(view)
    assert isinstance(found, dict)
    return written_as_json({**head, **{key: value for key, value in found.items() if key not in head}})


def plain(value: object) -> object:
    """Plain data: dataclasses as objects, dates as ISO text, decimals as exact text, tuples as lists.

    No control or hidden character is left in its words. Raises TypeError for what is no data.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, str):
        return visible(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list | frozenset | set):
        return [plain(one) for one in (sorted(value) if isinstance(value, frozenset | set) else value)]
    raise TypeError(f"{type(value).__name__} is no plain data")


def paper_schema(
    name: str, what: str, view: type[Any], head: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """The schema of the JSON of the paper `name`, whose view is of this class.

    `head` are the fields that stand before those of the view; left out they are those of every document.
    """
    head = _HEAD if head is None else head
    made = TypeAdapter(view).json_schema(mode="serialization", ref_template="#/definitions/{model}")
    parts = made.pop("$defs", {})
    kind = f"lif.{name}/1"
    schema: dict[str, Any] = {
        "$schema": DRAFT,
        "title": kind,
        "description": what,
        "type": "object",
        "required": ["schema", *head, *(key for key in made["required"] if key not in head)],
        "additionalProperties": False,
        "properties": {"schema": {"const": kind}, **head, **_others(made["properties"], head)},
    }
    return schema | ({"definitions": {key: _closed(part) for key, part in parts.items()}} if parts else {})


def _others(properties: Mapping[str, Any], head: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _lean(value) for key, value in properties.items() if key not in head}


def _closed(part: dict[str, Any]) -> Any:
    """A part of the view: every field is there, and no other."""
    if part.get("type") != "object" or "properties" not in part:
        return _lean(part)
    return {
        **{key: value for key, value in _lean(part).items() if key != "required"},
        "required": list(part["properties"]),
        "additionalProperties": False,
    }


def _lean(node: Any) -> Any:
    """A schema without what only Python needs: generated titles and defaults."""
    if isinstance(node, list):
        return [_lean(one) for one in node]
    if not isinstance(node, dict):
        return node
    found = {
        key: _lean(value) for key, value in node.items() if key not in ("title", "default", "properties")
    }
    if "properties" in node:
        found["properties"] = {key: _lean(value) for key, value in node["properties"].items()}
    return found
