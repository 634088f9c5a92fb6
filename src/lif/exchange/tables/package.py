"""The descriptor of an export, as the Data Package standard has it: schemas, keys, sources, fingerprints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from lif.exchange.documents import written_as_json
from lif.exchange.tables.as_sqlite import FILE as DATABASE
from lif.exchange.tables.as_workbook import FILE as WORKBOOK
from lif.exchange.tables.as_workbook import sheet_name, title
from lif.exchange.tables.shape import Column, Export, Filled, Sort, Table

FILE = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
VERSION = "1.0.0"
"""The version of the tables: another where a column goes or changes its type."""
TYPES: Mapping[Sort, str] = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "date": "date",
    "time": "time",
}
_MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def descriptor(export: Export, form: str, files: Mapping[str, bytes]) -> str:
    """The descriptor of files of an export in one form."""
    about = export.about
    package: dict[str, Any] = {
        "$schema": PROFILE,
        "name": f"{about.board or 'board'}-{about.audience}-{about.as_at.isoformat()}",
        "title": title(export),
        "description": said(export),
        "version": VERSION,
        "created": f"{about.as_at.isoformat()}T00:00:00Z",
        "draft": about.draft,
        "audience": about.audience,
        "lif": about.version or None,
        "commit": about.commit or None,
        "uncommitted": about.uncommitted,
        "sources": list(_sources(export)),
        "resources": [_resource(one, form, files) for one in export.tables if one.rows or form != "xlsx"],
    }
    return written_as_json({key: value for key, value in package.items() if value not in (None, [])})


def said(export: Export) -> str:
    """What whoever opens it should know first."""
    about = export.about
    draft = "A draft: errors stood in the records when it was made. " if about.draft else ""
    if about.audience == "public":
        what = (
            "What the public may read, with small numbers protected as in a publication of "
            f"{about.quarter}; a preview until lif publish has entered it."
        )
    else:
        what = "For the board and its partners: not for publication. It may hold numbers that are small."
    missing = "A figure that is missing is empty, and its status says why; a true zero is 0."
    return f"{draft}{what} {missing}{_lost(export)}"


def _lost(export: Export) -> str:
    """How many links were left out, and where."""
    if not export.lost:
        return ""
    where = ", ".join(f"{name} ({count})" for name, count in export.lost.items())
    return f" Links to what was not there on the day are left out: {where}."


def _sources(export: Export) -> Iterator[dict[str, str]]:
    """The publications that the figures come from, with their licence where it is known."""
    tables = {one.table.name: one for one in export.tables}
    if "sources" not in tables or "published_series" not in tables:
        return
    used = {row["source"] for row in _rows(tables["published_series"])}
    for row in _rows(tables["sources"]):
        if row["id"] in used:
            address = str(row.get("address") or "")
            path = {"path": address} if address.startswith(("https://", "http://")) else {}
            licence = {"licence": str(row["licence"])} if row.get("licence") else {}
            yield {"title": str(row["title"]), **path, **licence}


def _rows(filled: Filled) -> Iterator[dict[str, Any]]:
    names = [one.name for one in filled.table.columns]
    for row in filled.rows:
        yield dict(zip(names, row, strict=True))


def _resource(filled: Filled, form: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    table = filled.table
    path = {"xlsx": WORKBOOK, "sqlite": DATABASE}.get(form, f"{table.name}.{form}")
    dialects = {"xlsx": {"sheetName": sheet_name(table.name)}, "sqlite": {"table": table.name}}
    found: dict[str, Any] = {
        "name": table.name,
        "path": path,
        "type": "table",
        "description": table.meaning,
        "format": form,
        "mediatype": _MEDIA[form],
        "encoding": "utf-8" if form in ("csv", "json") else None,
        "bytes": len(files[path]),
        "hash": f"sha256:{sha256(files[path]).hexdigest()}",
        "dialect": dialects.get(form),
        "schema": schema(table),
    }
    return {key: value for key, value in found.items() if value is not None}


def schema(table: Table) -> dict[str, Any]:
    """The schema of a table: its fields with their types, its key, and the keys of others in it."""
    found: dict[str, Any] = {
        "fields": [_field(one, table) for one in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    keys = [
        {
            "fields": list(one.columns),
            "reference": {
                "resource": "" if one.table == table.name else one.table,
                "fields": list(one.key),
            },
        }
        for one in table.parents
    ]
    return {**found, "foreignKeys": keys} if keys else found


def _field(column: Column, table: Table) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.name in table.key:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    found: dict[str, Any] = {"name": column.name, "type": TYPES[column.sort], "description": column.meaning}
    return {**found, "constraints": constraints} if constraints else found
