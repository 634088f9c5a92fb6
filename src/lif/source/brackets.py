"""Lists and groups between brackets: what stands in them, one more, one less."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from lif.source.new_records import Choice, Field, scalar

_SAFE = re.compile(r"[A-Za-z0-9(][A-Za-z0-9 .;()'%/+_-]*")
_SHORT = 100
REMARK = re.compile(r"(?:^|[ \t])#", re.MULTILINE)


def in_brackets(value: Field, quotes: str = "") -> str:
    """A value between brackets, on one line."""
    if isinstance(value, str):
        if quotes and not isinstance(value, Choice):
            return scalar(value, quotes)
        plain = _SAFE.fullmatch(value) and scalar(value) == value and not value.endswith(" ")
        return str(value) if plain or isinstance(value, Choice) else json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {in_brackets(one)}" for name, one in value.items() if one) + "}"
    return "[" + ", ".join(map(in_brackets, value)) + "]"


def short_in_brackets(value: Field) -> str:
    """A list or group between brackets, where it is short enough for that; else nothing."""
    inside = "" if isinstance(value, str) else in_brackets(value)
    return inside if len(inside) <= _SHORT and "\\n" not in inside else ""


def inserted(text: str, start: int, end: int, close: int, inside: str) -> str:
    """The text with one more between brackets, behind the last, which stands from `start` to `end`.

    It gets a line of its own where the last has one. A comma that stands there already is used.
    """
    comma, line_end = _comma(text, end, close), text.find("\n", end, close)
    room = text[text.rfind("\n", 0, start) + 1 : start]
    if "\n" in text[:start] and not room.strip(" ") and not 0 <= line_end < comma:
        lead = f"\n{room}{inside}"
        if line_end >= 0 and comma >= 0:
            return f"{text[:line_end]}{lead},{text[line_end:]}"
        if line_end >= 0:
            return f"{text[:end]},{text[end:line_end]}{lead}{text[line_end:]}"
    else:
        lead = f" {inside}"
    if comma >= 0:
        return text[: comma + 1] + lead + text[comma + 1 :]
    return f"{text[:end]},{lead}{text[end:]}"


def taken_out(text: str, starts: list[int], ends: list[int], number: int) -> str:
    """The text without one of those between brackets; a remark beside it stays, and so does its comma."""
    start, end = starts[number], ends[number]
    if number + 1 < len(starts):
        if not REMARK.search(text[end : starts[number + 1]]):
            return text[:start] + text[starts[number + 1] :]
        comma = _comma(text, end, starts[number + 1])
        return text[:start] + text[comma + 1 :]
    if number and not REMARK.search(text[ends[number - 1] : start]):
        return text[: ends[number - 1]] + text[end:]
    return text[:start] + text[end:]


def _comma(text: str, start: int, stop: int) -> int:
    """The comma between two places, none that stands in a remark; -1 without one."""
    found = re.sub(r"#[^\n]*", lambda remark: " " * len(remark[0]), text[start:stop]).find(",")
    return start + found if found >= 0 else -1
