"""A new record's file: its text from fields, written whole or not at all, and never over another."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from lif.source.document import Document
from lif.source.reading import parse

Field: TypeAlias = "str | Sequence[str] | Sequence[Mapping[str, str]]"
"""Text on one line, a list of such texts, or a list of groups of named texts."""

_PLAIN = re.compile(r"[A-Za-z(][A-Za-z0-9 ,.;()'%/+_-]*|[0-9]{4}(?:-[0-9A-Za-z]{2})+")
"""What YAML cannot read as anything but this text: words, days and periods."""
_OTHERWISE = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))


class NotNew(Exception):  # noqa: N818 - named for what is so
    """A file stands already where the new record was to be; nothing was written."""


def record_text(fields: Mapping[str, Field]) -> str:
    """The record as YAML; a field without text or members is left out."""
    lines = [line for name, value in fields.items() if value for line in _lines(name, value)]
    return "\n".join(lines) + "\n"


def _lines(name: str, value: Field) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{name}: {_scalar(value)}"
        return
    yield f"{name}:"
    for member in value:
        if isinstance(member, str):
            yield f"  - {_scalar(member)}"
            continue
        lead = "  - "
        for key, text in member.items():
            yield f"{lead}{key}: {_scalar(text)}"
            lead = "    "


def _scalar(text: str) -> str:
    """Plain where nobody can misread it, else in double quotes."""
    safe = _PLAIN.fullmatch(text) and not text.endswith(" ") and ": " not in text and " #" not in text
    return text if safe and text.lower() not in _OTHERWISE else json.dumps(text, ensure_ascii=False)


def put_new(root: Path, path: str, fields: Mapping[str, Field]) -> None:
    """Writes the record at `path` (from `root`, with `/`), making its folder.

    Raises NotNew when a file stands there or the folder leads out of the workspace, OSError when the system
    refuses, and RuntimeError when the text could not be read back as these fields: a bug of this module.
    """
    text = record_text(fields)
    document = parse(text.encode("utf-8"), path)
    kept = {name: value for name, value in fields.items() if value}
    if not isinstance(document, Document) or document.data != _as_read(kept):
        raise RuntimeError(f"{path} would not be read back as it was meant")
    target = root / path
    if not target.parent.resolve().is_relative_to(root.resolve()):
        raise NotNew(f"the folder of {path} leads out of the workspace")
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new")
    try:
        with beside.open("wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        _put(beside, target)
    finally:
        beside.unlink(missing_ok=True)
    _flush(target.parent)


def _flush(folder: Path) -> None:
    """Makes the system keep the new name too, where it can be told to."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _put(beside: Path, target: Path) -> None:
    """Gives the finished file its name, unless another has it: a link never takes the place of a file."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise NotNew(f"a file stands already at {target}") from None
    except OSError:  # a disk that knows no links
        try:
            with target.open("xb") as file:
                file.write(beside.read_bytes())
        except FileExistsError:
            raise NotNew(f"a file stands already at {target}") from None


def _as_read(fields: Mapping[str, Field]) -> dict[str, object]:
    return {
        name: value if isinstance(value, str) else [dict(m) if isinstance(m, Mapping) else m for m in value]
        for name, value in fields.items()
    }
