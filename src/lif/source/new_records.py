"""A new record's file: its text from fields, written whole or not at all, and never over another."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from lif.source.document import Document
from lif.source.reading import parse
from lif.source.writing import Write, write

Field: TypeAlias = "str | Sequence[Field] | Mapping[str, Field]"
"""Text, a list, or a group of named fields, as deep as a record goes."""

_PLAIN = re.compile(
    r"[A-Za-z(][A-Za-z0-9 ,.;()'%/+_-]*|[0-9]{4}(?:-[0-9A-Za-z]{2})+|-?(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,8})?"
)
"""What every reader takes as these very characters: words, days, periods, numbers as records have them."""
_BLOCK = re.compile(
    r"(?:[^\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*\n)+"
)
"""Lines of text, each with something at its beginning, and the last with its end."""
_OTHERWISE = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))


class Choice(str):
    """`true` or `false` where it answers yes or no and is no text: written plain, as people write it."""

    __slots__ = ()


def record_text(fields: Mapping[str, Field]) -> str:
    """The record as YAML; a field without text or members is left out."""
    return "\n".join(_group(fields)) + "\n"


def field_lines(name: str, value: Field) -> list[str]:
    """A field in lines, as it stands in a record that has it at its outermost; an empty one too."""
    if not value:
        return [f"{name}: {_empty(value)}"]
    return "\n".join(_group({name: value})).split("\n")


def member_lines(value: Field) -> list[str]:
    """A member of a list in lines, with its hyphen."""
    return "\n".join(_list([value])).split("\n")


def block_or_none(text: str) -> list[str] | None:
    """The lines of a text of several lines, for a block; None where it is no such text."""
    return text[:-1].split("\n") if _BLOCK.fullmatch(text) else None


def _group(fields: Mapping[str, Field]) -> Iterator[str]:
    for name, value in fields.items():
        if not value:
            continue
        if isinstance(value, str):
            yield from _named(name, value)
            continue
        yield f"{name}:"
        inner = _group(value) if isinstance(value, Mapping) else _list(value)
        yield from (f"  {line}" if line else "" for line in inner)


def _list(members: Sequence[Field]) -> Iterator[str]:
    for member in members:
        if isinstance(member, str):
            yield f"- {scalar(member)}"
        else:
            yield from _led(list(_group(member) if isinstance(member, Mapping) else _list(member)))


def _led(lines: list[str]) -> Iterator[str]:
    """The lines of one member of a list: a hyphen before the first, room before the others."""
    for index, line in enumerate(lines):
        yield f"{'  ' if index else '- '}{line}" if line else ""


def _named(name: str, text: str) -> Iterator[str]:
    """Text beside its name; as a block where it has lines of its own that a block can hold."""
    if not _BLOCK.fullmatch(text):
        yield f"{name}: {scalar(text)}"
        return
    yield f"{name}: |"
    yield from (f"  {line}" if line else "" for line in text[:-1].split("\n"))


def _empty(value: Field) -> str:
    return '""' if isinstance(value, str) else "{}" if isinstance(value, Mapping) else "[]"


def scalar(text: str) -> str:
    """Plain where nobody can misread it, else in double quotes."""
    if isinstance(text, Choice):
        return str(text)
    safe = _PLAIN.fullmatch(text) and not text.endswith(" ") and ": " not in text and " #" not in text
    return text if safe and text.lower() not in _OTHERWISE else json.dumps(text, ensure_ascii=False)


def put_new(root: Path, path: str, fields: Mapping[str, Field]) -> None:
    """Writes the record at `path` (from `root`, with `/`), making its folder.

    Raises CannotWrite when a file stands there or the system refuses, and RuntimeError when the text could
    not be read back as these fields: a bug of this module.
    """
    text = record_text(fields)
    document = parse(text.encode("utf-8"), path)
    if not isinstance(document, Document) or document.data != as_read(fields):
        raise RuntimeError(f"{path} would not be read back as it was meant")
    write(root, [Write(path, None, text.encode("utf-8"))])


def as_read(value: Field) -> object:
    """The field as it is read back: what is empty was left out."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {name: as_read(inner) for name, inner in value.items() if inner}
    return [as_read(member) for member in value]
