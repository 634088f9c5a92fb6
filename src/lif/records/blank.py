"""The text of a new record, with what each further field is for, as remarks behind the fields that it has."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from inspect import cleandoc
from typing import Literal, get_args, get_origin

from pydantic import BaseModel

from lif.records.reading import models_in
from lif.records.record import Record
from lif.source.new_records import Field, field_lines

WIDTH = 110
MOST_WORDS = 12
"""So many words that a field can be are told; of more the message on a wrong one tells."""
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
            lines += _further(kind, name)
    return "\n".join(lines) + "\n"


def field_order(kind: type[Record]) -> tuple[str, ...]:
    """The order in which the fields of a record stand: what every record may have last."""
    own = [name for name in kind.model_fields if name not in _LATER]
    return (*own, *(name for name in kind.model_fields if name in _LATER))


def _first_sentence(kind: type[Record]) -> str:
    return " ".join(cleandoc(kind.__doc__ or kind.kind).partition("\n\n")[0].split())


def _further(kind: type[BaseModel], name: str) -> Iterator[str]:
    """What a field is for; where it has fields of its own, those that must be there as they are indented."""
    yield from _remark(f"{name}: {_described(kind, name)}", "    ")
    info = kind.model_fields[name]
    part = next(models_in(info.annotation), None)
    if part is None:
        return
    first = "  - " if get_origin(info.annotation) is tuple else "    "
    must = [inner for inner, field in part.model_fields.items() if field.is_required()]
    for inner in must:
        yield from _remark(f"{inner}: {_described(part, inner)}", "        ", first)
        first = "    "
    if may := [inner for inner in part.model_fields if inner not in must]:
        and_also = "and, if you like" if must else "any of"
        yield from _remark(f"({and_also}: {', '.join(may)})", "     ", "    ")


def _described(kind: type[BaseModel], name: str) -> str:
    """What a field is for, and what it can be where that is one of a few words."""
    info = kind.model_fields[name]
    words = _words(info.annotation)
    few = f" ({', '.join(words[:-1])} or {words[-1]})" if 1 < len(words) <= MOST_WORDS else ""
    return f"{(info.description or '').strip()}{few}"


def _words(annotation: object) -> tuple[str, ...]:
    """The words of which a field takes one, or several in a list; none where it takes anything."""
    if get_origin(annotation) is Literal:
        return tuple(str(each) for each in get_args(annotation))
    return tuple(word for inner in get_args(annotation) for word in _words(inner))


def _remark(text: str, further: str = "", before: str = "") -> Iterator[str]:
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent=f"# {before}",
        subsequent_indent=f"# {further}",
        break_long_words=False,
        break_on_hyphens=False,
    )
