"""A new record's file: its text from fields, written whole or not at all, and never over another."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
_SHOWN = r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]"
_BLOCK = re.compile(rf"(?!\s){_SHOWN}+(?:\n+{_SHOWN}+)*(?<!\s)\n?")
"""Lines of text, empty ones between them too; the first begins with a character that can be seen."""
_OTHERWISE = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))


class Choice(str):
    """`true` or `false` where it answers yes or no and is no text: written plain, as people write it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is laid out: how far in lists and groups stand below their names, what stands behind a
    hyphen, and the quotes of texts, by the names of fields and for members of lists."""

    lists: int = 2
    groups: int = 2
    hyphen: int = 2
    named: Mapping[str, str] = field(default_factory=dict)
    members: str = ""


_OURS = Manner()


def record_text(fields: Mapping[str, Field]) -> str:
    """The record as YAML; a field without text or members is left out."""
    return "\n".join(_group(fields, _OURS)) + "\n"


def field_lines(name: str, value: Field, manner: Manner = _OURS) -> list[str]:
    """A field in lines, as it stands in a record that has it at its outermost; an empty one too."""
    if not value:
        return [f"{name}: {_empty(value)}"]
    return "\n".join(_group({name: value}, manner)).split("\n")


def member_lines(value: Field, manner: Manner = _OURS) -> list[str]:
    """A member of a list in lines, with its hyphen."""
    return "\n".join(_list([value], manner)).split("\n")


def block_or_none(text: str) -> list[str] | None:
    """A text of several lines as a block: its mark, then its lines; None where it is no such text."""
    return _block(text) if "\n" in text else None


def _block(text: str) -> list[str] | None:
    if not _BLOCK.fullmatch(text):
        return None
    return ["|" if text.endswith("\n") else "|-", *text.removesuffix("\n").split("\n")]


def block_of(text: str) -> list[str] | None:
    """The same for a text of one line too, where a block stood before."""
    return _block(text)


def _group(fields: Mapping[str, Field], manner: Manner) -> Iterator[str]:
    for name, value in fields.items():
        if not value:
            continue
        if isinstance(value, str):
            yield from _named(name, value, manner)
            continue
        yield f"{name}:"
        if isinstance(value, Mapping):
            yield from _set_in(_group(value, manner), manner.groups)
        else:
            yield from _set_in(_list(value, manner), manner.lists)


def _list(members: Sequence[Field], manner: Manner) -> Iterator[str]:
    for member in members:
        if isinstance(member, Mapping):
            yield from _led([*_group(member, manner)], manner.hyphen)
        elif not isinstance(member, str):
            yield from _led([*_list(member, manner)], manner.hyphen)
        elif (block := block_or_none(member)) is not None:
            yield from _led(block, manner.hyphen)
        else:
            yield from _led([scalar(member, manner.members)], manner.hyphen)


def _led(lines: list[str], room: int) -> Iterator[str]:
    """The lines of one member of a list: a hyphen before the first, room before the others."""
    yield f"{'-':<{room}}{lines[0]}" if lines else "-"
    yield from _set_in(lines[1:], room)


def _set_in(lines: Iterable[str], room: int) -> Iterator[str]:
    return (f"{'':{room}}{line}" if line else "" for line in lines)


def _named(name: str, text: str, manner: Manner) -> Iterator[str]:
    """Text beside its name; as a block where it has lines of its own that a block can hold."""
    block = block_or_none(text)
    if block is None:
        yield f"{name}: {scalar(text, manner.named.get(name, ''))}"
        return
    yield f"{name}: {block[0]}"
    yield from _set_in(block[1:], manner.groups)


def _empty(value: Field) -> str:
    return '""' if isinstance(value, str) else "{}" if isinstance(value, Mapping) else "[]"


def scalar(text: str, quotes: str = "") -> str:
    """In the quotes that are asked for; without, plain where nobody can misread it, else in double quotes."""
    if isinstance(text, Choice):
        return str(text)
    if quotes == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    safe = _PLAIN.fullmatch(text) and not text.endswith(" ") and ": " not in text and " #" not in text
    if not quotes and safe and text.lower() not in _OTHERWISE:
        return text
    return json.dumps(text, ensure_ascii=False)


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
