"""The text of a new record, with what each further field is for, as remarks behind the fields that it has."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from inspect import cleandoc

from pydantic import BaseModel

from lif.records.reading import models_in
from lif.records.record import Record
from lif.source.new_records import Field, field_lines

WIDTH = 110
_LATER = frozenset({"builds_on", "to_be_completed", "retired", "illustrative", "cites", "note"})
"""Fields that every record may have; a guide tells of them, not each record."""


def explained(kind: type[Record], fields: Mapping[str, Field]) -> str:
    """The record in YAML in the order of its class, then each field that it may have too, behind `#`."""
    known = [
        *(name for name in kind.model_fields if name in fields),
        *(n for n in fields if n not in kind.model_fields),
    ]
    lines = [*_remark(_first_sentence(kind))]
    for name in known:
        lines += field_lines(name, fields[name])
    further = [name for name in kind.model_fields if name not in fields and name not in _LATER]
    if further:
        lines += ["", *_remark("What may stand here too; take away the # and fill it in:")]
        for name in further:
            lines += _remark(f"{name}: {_about(kind, name)}", "    ")
    return "\n".join(lines) + "\n"


def field_order(kind: type[Record]) -> tuple[str, ...]:
    """The order in which the fields of a record stand: what every record may have last."""
    own = [name for name in kind.model_fields if name not in _LATER]
    return (*own, *(name for name in kind.model_fields if name in _LATER))


def _first_sentence(kind: type[Record]) -> str:
    return " ".join(cleandoc(kind.__doc__ or kind.kind).partition("\n\n")[0].split())


def _about(kind: type[BaseModel], name: str) -> str:
    """What a field is for, with the fields of its own where it has some."""
    info = kind.model_fields[name]
    part = next(models_in(info.annotation), None)
    inner = f" ({', '.join(part.model_fields)})" if part is not None else ""
    return f"{info.description or ''}{inner}".strip()


def _remark(text: str, further: str = "") -> Iterator[str]:
    yield from textwrap.wrap(
        text, WIDTH, initial_indent="# ", subsequent_indent=f"# {further}", break_long_words=False
    )
