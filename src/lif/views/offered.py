"""Patterns of the frameworks that nobody has taken up: what a board could have, and what it must write."""

from __future__ import annotations

from pathlib import PurePosixPath

from lif.records.record import Record
from lif.register import Pattern, Register
from lif.views.listing import NAMES, Column, Listing

_COLUMNS = (
    Column("id", "id"),
    Column("name", "name", wraps=True),
    Column("domain", "domain"),
    Column("framework", "from"),
    Column("write", "to write", wraps=True),
    Column("kind", "kind", False),
    Column("file", "file", False),
    Column("path", "path", False),
)


def offered(register: Register, kind: type[Record] | None = None, framework: str | None = None) -> Listing:
    """The patterns that wait to be taken up, by domain and id: of one kind, of one framework, or all.

    `write` are the fields that the board must give, and `file` is where it writes them.
    """
    found = [
        each
        for each in register.patterns.values()
        if (kind is None or each.kind is kind) and framework in (None, each.framework)
    ]
    ordered = sorted(found, key=lambda each: (each.kind.kind, _text(each, "domain"), each.id))
    return Listing(
        "pattern",
        _COLUMNS,
        tuple(
            {
                "id": each.id,
                "name": next((said for name in NAMES if (said := _text(each, name))), ""),
                "domain": _text(each, "domain") or None,
                "framework": each.framework or None,
                "write": ("builds_on", *each.lacks),
                "kind": each.kind.kind,
                "file": own_file(each),
                "path": each.path,
            }
            for each in ordered
        ),
    )


def own_file(pattern: Pattern) -> str:
    """Where a board writes the record that takes a pattern up."""
    return str(PurePosixPath(pattern.kind.folder) / f"{pattern.id}.yaml")


def how_to_take_up(pattern: Pattern) -> str:
    """What a board writes to take a pattern up, in a sentence."""
    if not pattern.framework:
        return (
            f"'{pattern.id}' is a pattern, which counts only where a board builds on it: see {pattern.path}"
        )
    lacks = f", and {', '.join(pattern.lacks)}" if pattern.lacks else ""
    return (
        f"'{pattern.id}' is a pattern of {pattern.framework} that was not taken up: "
        f"write {own_file(pattern)} with id: {pattern.id}, builds_on: {pattern.framework}{lacks}"
    )


def _text(pattern: Pattern, name: str) -> str:
    said = pattern.fields.get(name)
    return " ".join(said.split()) if isinstance(said, str) else ""
