"""Which import mappings fit a file: by its columns, then by its name."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from lif.exchange.national.lait import COLUMNS
from lif.exchange.national.tables import CannotRead, Table, ordinary
from lif.records.references import ImportMapping
from lif.register import Register

FORMATS: dict[str, tuple[str, ...]] = {"ees": ("ees", "ees-months"), "lait": ("lait",)}


def mappings_for(register: Register, kind: str, path: Path, asked: str | None) -> list[ImportMapping]:
    """The mapping that was asked for, or those whose columns are in the file and whose pattern fits its name.

    When no pattern fits, columns alone decide. Raises CannotRead when there is none, with the nearest.
    """
    known = [mapping for mapping in register.all(ImportMapping) if mapping.format in FORMATS[kind]]
    if asked:
        return [_called(asked, known, kind)]
    columns = _header(path)
    fits = [m for m in known if not _lacking(m, columns)]
    named = [m for m in fits if any(fnmatchcase(path.name.lower(), p.lower()) for p in m.file_names)]
    if not fits:
        raise CannotRead(f"{path}: no import mapping fits its columns: {_nearest(known, columns)}")
    return named or fits


def _called(asked: str, known: Sequence[ImportMapping], kind: str) -> ImportMapping:
    found = next((mapping for mapping in known if mapping.id == asked), None)
    if found is None:
        names = ", ".join(mapping.id for mapping in known) or "none"
        raise CannotRead(f"there is no mapping '{asked}' for {kind} files; there are: {names}")
    return found


def _header(path: Path) -> set[str]:
    if path.suffix.lower() == ".parquet":
        ordinary(path)
        return {name.lower() for name in COLUMNS}
    return {name.lower() for name in Table(path).columns}


def _lacking(mapping: ImportMapping, columns: set[str]) -> list[str]:
    """The needed columns that are not there under any of their names."""
    return [
        name
        for name in mapping.needs_columns
        if not any(part.strip().lower() in columns for part in name.split("|"))
    ]


def _nearest(known: Sequence[ImportMapping], columns: set[str]) -> str:
    lacking = {m.id: _lacking(m, columns) for m in known}
    if not lacking:
        return "the workspace has none for files of this kind; write one in framework/import-mappings"
    near = min(lacking, key=lambda name: (len(lacking[name]), name))
    return (
        f"'{near}' comes nearest, and the file lacks its {', '.join(lacking[near])}; "
        "name a mapping with --mapping, or write one in framework/import-mappings"
    )
