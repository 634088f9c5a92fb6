"""Schemas for the peers, made from the classes of the records, so that all check the same fields."""

from __future__ import annotations

import json
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic.json_schema import models_json_schema

from lif.records import fields
from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.figures import Return
from lif.records.indicators import Indicator
from lif.records.record import Part, Record
from lif.records.reviews import Review

# Which class a record of the corpus has, by its id: one schema for one run over all files.
BY_ID: dict[str, type[Record]] = {
    "^act-": Action,
    "^audit-": Audit,
    "^review-": Review,
    "^ind-": Indicator,
    "-q[1-4]$": Return,
}
YAMALE = (
    (fields.Date, "day("),
    (fields.Count, "int(min=0"),
    (fields.Quantity, "num("),
    (fields.Flag, "bool("),
)


def write(folder: Path) -> None:
    """Write `records.json` for JSON Schema tools and `yamale/KIND.yaml` for yamale."""
    (folder / "yamale").mkdir(parents=True, exist_ok=True)
    (folder / "records.json").write_text(json.dumps(json_schema()), encoding="utf-8")
    for cls in BY_ID.values():
        (folder / "yamale" / f"{cls.kind}.yaml").write_text(yamale_schema(cls), encoding="utf-8")


def json_schema() -> dict[str, Any]:
    """One JSON Schema for records of five kinds; others pass.

    Dates are left unchecked: ajv-cli's reader makes objects of them.
    """
    _, combined = models_json_schema([(cls, "validation") for cls in BY_ID.values()])
    rules = [
        {"if": {"properties": {"id": {"pattern": pattern}}}, "then": {"$ref": f"#/$defs/{cls.__name__}"}}
        for pattern, cls in BY_ID.items()
    ]
    one = {"type": "object", "required": ["id"], "allOf": rules}
    many = {"if": {"type": "array"}, "then": {"items": one}, "else": one}
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **many, **combined}
    return {key: _without_dates(one) for key, one in schema.items()}


def _without_dates(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_without_dates(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _without_dates(one) for key, one in schema.items()}
    if kept.get("format") == "date":
        del kept["format"], kept["type"]
    return kept


def yamale_schema(cls: type[Any]) -> str:
    """A class and its parts in yamale's language."""
    parts: dict[str, type[Any]] = {}
    lines = _fields(cls, parts)
    written: set[str] = set()
    while left := [name for name in parts if name not in written]:
        written.add(left[0])
        lines += ["---", f"{left[0]}:", *(f"  {line}" for line in _fields(parts[left[0]], parts))]
    return "\n".join(lines) + "\n"


def _fields(cls: type[Any], parts: dict[str, type[Any]]) -> list[str]:
    hints = get_type_hints(cls, include_extras=True)
    return [
        f"{name}: {_yamale(hints[name], parts, field.is_required())}"
        for name, field in cls.model_fields.items()
    ]


def _yamale(hint: Any, parts: dict[str, type[Any]], required: bool = True) -> str:
    end = ")" if required else ", required=False)"
    for known, said in YAMALE:
        if hint == known:
            return (said + end).replace("(, ", "(")
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _yamale(next(one for one in arguments if one is not NoneType), parts, required)
    if origin is tuple:
        return f"list({_yamale(arguments[0], parts)}{end}"
    if origin is Literal:
        return "enum(" + ", ".join(repr(choice) for choice in arguments) + end
    if origin is Annotated:
        return _yamale(arguments[0], parts, required)
    if isinstance(hint, type) and issubclass(hint, Part):
        parts[hint.__name__] = hint
        return f"include('{hint.__name__}'{end}"
    return f"str({end}".replace("(, ", "(")
