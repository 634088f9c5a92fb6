"""Reads an export again by its descriptor alone, as a stranger would, and says what does not hold."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from hashlib import sha256
from typing import Any

Rows = list[dict[str, Any]]


def _flag(text: str) -> bool:
    return {"true": True, "false": False}[text]


READ: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": Decimal,
    "boolean": _flag,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}


def resources(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """The resources of the descriptor."""
    found: list[dict[str, Any]] = json.loads(files["datapackage.json"])["resources"]
    return found


def tables(files: Mapping[str, bytes]) -> dict[str, Rows]:
    """Every table of a CSV or JSON export with its values as the descriptor types them."""
    found = {}
    for one in resources(files):
        content = files[one["path"]]
        assert one["hash"] == f"sha256:{sha256(content).hexdigest()}"
        assert one["bytes"] == len(content)
        found[one["name"]] = list(_rows(one, content.decode("utf-8")))
    return found


def _rows(resource: Mapping[str, Any], text: str) -> Iterator[dict[str, Any]]:
    fields = {one["name"]: one for one in resource["schema"]["fields"]}
    if resource["format"] == "json":
        raw: Any = json.loads(text)
    else:
        reader = csv.DictReader(io.StringIO(text, newline=""))
        assert reader.fieldnames == list(fields)
        raw = list(reader)
    for row in raw:
        assert list(row) == list(fields), resource["name"]
        yield {name: _value(fields[name], cell, resource["name"]) for name, cell in row.items()}


def _value(field: Mapping[str, Any], cell: Any, table: str) -> Any:
    limits = field.get("constraints", {})
    if cell in ("", None):
        assert not limits.get("required"), f"{table}.{field['name']} is empty"
        return None
    value = cell if isinstance(cell, bool | int) else READ[field["type"]](cell)
    assert "enum" not in limits or value in limits["enum"], f"{table}.{field['name']}: {value}"
    return value


def broken_keys(files: Mapping[str, bytes], found: Mapping[str, Rows]) -> Iterator[str]:
    """Rows that a key does not tell apart, and links that lead nowhere."""
    for one in resources(files):
        name, schema = one["name"], one["schema"]
        keys = [tuple(row[column] for column in schema["primaryKey"]) for row in found[name]]
        if len(set(keys)) < len(keys):
            yield f"{name}: rows with one key"
        for key in schema.get("foreignKeys", ()):
            to = key["reference"]
            there = {tuple(row[c] for c in to["fields"]) for row in found[to["resource"] or name]}
            for row in found[name]:
                value = tuple(row[column] for column in key["fields"])
                if None not in value and value not in there:
                    yield f"{name}: {value} leads nowhere"
