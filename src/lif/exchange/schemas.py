"""JSON Schemas: of each kind of record for editors, of lif.yaml, and of the JSON that lif prints."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from lif.exchange.papers import paper_schema
from lif.exchange.published import SCORECARD, scorecard_schema
from lif.records.kinds import KINDS
from lif.records.record import Record
from lif.records.settings import Settings

DRAFT = "http://json-schema.org/draft-07/schema#"
_OUTPUTS = Path(__file__).parent / "outputs"
_SCALAR = ["string", "number", "boolean"]

Schema = dict[str, Any]


def all_schemas(papers: Iterable[tuple[str, str, type[Any]]]) -> Iterator[tuple[str, Schema]]:
    """Every schema with its path: `KIND.json`, `KIND.list.json`, `lif.json`, `output/WHAT.json`.

    `papers` are (name, what it is for, class of its view) of every paper whose JSON is its view.
    """
    for kind in KINDS:
        one = record_schema(kind)
        yield f"{kind.kind}.json", one
        yield f"{kind.kind}.list.json", _list_of(one, kind.plural)
    yield "lif.json", schema_of(Settings, "lif.yaml")
    for path in sorted(_OUTPUTS.glob("*.json")):
        yield f"output/{path.name}", json.loads(path.read_text(encoding="utf-8"))
    for name, what, view in papers:
        yield f"output/{name}.json", paper_schema(name, what, view)
    yield f"output/{SCORECARD}.json", scorecard_schema()


def schema_of(model: type[BaseModel], title: str) -> Schema:
    """The schema of one record as it is written in YAML.

    Draft 7, which every editor knows. Where lif takes the text as it stands, a plain number or
    true is in order for the schema too, because to an editor `model: 2025` is a number.
    """
    made = model.model_json_schema()
    parts = made.pop("$defs", {})
    schema = {"$schema": DRAFT, "title": title, **_for_editors(made)}
    schema["title"] = title
    if parts:
        schema["definitions"] = {name: _for_editors(part) for name, part in parts.items()}
    return schema


def record_schema(kind: type[Record]) -> Schema:
    """The schema of a kind; a record that builds on another need give only what differs, and so its items."""
    schema = schema_of(kind, kind.kind)
    parts: dict[str, Schema] = schema.get("definitions", {})
    lists = {
        name: field
        for name, field in schema["properties"].items()
        if (part := _part_of(field)) and "id" in parts[part]["properties"]
    }
    building: Schema = {}
    if lists:
        some = {_part_of(field) for field in lists.values()}
        parts |= {f"{name}OnTop": {**parts[name], "required": ["id"]} for name in sorted(some)}
        on_top = {name: _with_part(field, f"{_part_of(field)}OnTop") for name, field in lists.items()}
        building["properties"] = on_top
        open_ = {name: {"type": "array", **_spoken(field)} for name, field in lists.items()}
        schema["properties"] = schema["properties"] | open_
    whole = {"required": schema.pop("required", []), **({"properties": lists} if lists else {})}
    waits = {"properties": {"to_be_completed": {"enum": [True, "true"]}}, "required": ["to_be_completed"]}
    loose = {"anyOf": [{"required": ["builds_on"]}, waits]}
    return schema | {"required": ["id"], "if": loose, "then": building, "else": whole}


def _part_of(field: Schema) -> str:
    """The part that the members of a list are, by its name among the definitions."""
    reference = field.get("items", {}).get("$ref", "") if field.get("type") == "array" else ""
    return str(reference).removeprefix("#/definitions/")


def _with_part(field: Schema, part: str) -> Schema:
    return {**field, "items": {"$ref": f"#/definitions/{part}"}}


def _spoken(field: Schema) -> Schema:
    """What an editor shows of a field."""
    return {name: field[name] for name in ("description",) if name in field}


def written(schema: Schema) -> str:
    """The schema as text, the same bytes every time."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _list_of(one: Schema, title: str) -> Schema:
    """The schema of a file that lists records of one kind."""
    member = {key: value for key, value in one.items() if key not in ("$schema", "definitions")}
    listed: Schema = {"$schema": DRAFT, "title": title, "type": "array", "items": member}
    return listed | ({"definitions": one["definitions"]} if "definitions" in one else {})


def _for_editors(node: Any) -> Any:
    """A schema without what only Python needs: nulls, defaults that say nothing, and generated titles."""
    if isinstance(node, list):
        return [_for_editors(one) for one in node]
    if not isinstance(node, dict):
        return node
    found = {name: value for name, value in node.items() if name not in ("title", "anyOf", "properties")}
    if found.get("default", 0) in (None, [], {}):
        del found["default"]
    found = {name: _for_editors(value) for name, value in found.items()}
    if "properties" in node:
        found["properties"] = {name: _for_editors(value) for name, value in node["properties"].items()}
    if "anyOf" in node:
        found |= _one_of([one for one in node["anyOf"] if one.get("type") != "null"])
    if isinstance(found.get("$ref"), str):
        found["$ref"] = found["$ref"].replace("#/$defs/", "#/definitions/")
    return _taken_as_text(found)


def _one_of(choices: list[Schema]) -> Schema:
    plain = [_for_editors(one) for one in choices]
    return plain[0] if len(plain) == 1 else {"anyOf": plain}


def _taken_as_text(node: Schema) -> Schema:
    """Scalars that lif reads as text may look like something else to an editor."""
    if node.get("type") == "string" and "minLength" in node:  # lines and prose: ids and links have a pattern
        return {**node, "type": _SCALAR}
    if node.get("type") == "string" and any(str(one).isdigit() for one in node.get("enum", ())):
        numbers = [int(one) for one in node["enum"] if one.isdigit()]
        return {**node, "type": ["string", "integer"], "enum": [*node["enum"], *numbers]}
    return node
