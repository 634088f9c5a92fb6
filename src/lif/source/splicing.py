"""Cuts and joins in the text of a file, in the manner in which the file is laid out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from lif.source.document import FieldPath
from lif.source.layout import Group, Laid, Members, Text
from lif.source.new_records import Choice, Field, block_or_none, field_lines, member_lines, scalar

_FLOW_SAFE = re.compile(r"[A-Za-z0-9(][A-Za-z0-9 .;()'%/+_-]*")


_REMARK = re.compile(r"(?:^|[ \t])#", re.MULTILINE)


class CannotSplice(Exception):  # noqa: N818 - named for what is so
    """The layout of the file leaves no safe place; the message says what to do."""


def put(text: str, root: Laid, path: FieldPath, value: Field) -> str:
    """The text with another value at `path`, or with the field at the end of its mapping."""
    holder, step, rest = _reached(root, path)
    for further in reversed(rest):
        if not isinstance(further, str):
            way = ".".join(map(str, path))
            raise CannotSplice(f"there is no place for {way}: begin the list with one member")
        value = {further: value}
    there = _value(holder, step)
    if there is None:
        assert isinstance(holder, Group) and isinstance(step, str)
        return _added(text, holder, step, value)
    return _replaced(text, holder, step, there, value)


def appended(text: str, root: Laid, path: FieldPath, value: Field) -> str:
    """The text with one more member in the list at `path`."""
    there = _find(root, path)
    if not isinstance(there, Members):
        return put(text, root, path, [value])
    if not there.members:
        if path:
            return put(text, root, path, [value])
        raise CannotSplice("the list is empty: write its first record in an editor")
    if there.flow:
        return _inserted(text, there.members[-1].end, there.end - 1, _in_flow(value))
    column = _column(text, there.hyphens[-1])
    lines = [f"{' ' * column}{line}" if line else "" for line in member_lines(value)]
    return _after(text, max(there.members[-1].end, there.hyphens[-1] + 1), lines)


def removed(text: str, root: Laid, path: FieldPath) -> str:
    """The text without the field or member at `path`."""
    holder, last = _find(root, path[:-1]), path[-1]
    if isinstance(holder, Group) and isinstance(last, str):
        starts, ends = list(holder.keys.values()), [one.end for one in holder.values.values()]
        number = list(holder.keys).index(last)
        nothing = "{}"
    else:
        assert isinstance(holder, Members) and isinstance(last, int)
        starts = holder.hyphens or [one.start for one in holder.members]
        ends, number, nothing = [one.end for one in holder.members], last, "[]"
    if len(starts) == 1:
        if not holder.flow and holder.start < starts[0]:
            raise CannotSplice("it is the only one there: use an editor")
        return _cut(
            text, starts[0], holder.end - 1 if holder.flow else ends[0], "" if holder.flow else nothing
        )
    if holder.flow:
        if number + 1 < len(starts):
            return _cut(text, starts[number], starts[number + 1], "")
        return _cut(text, ends[number - 1], ends[number], "")
    if _leads(text, starts[number]):
        return _cut_lines(text, starts[number], ends[number])
    if number + 1 == len(starts):
        raise CannotSplice("it stands on the line of another: use an editor")
    return _cut(text, starts[number], starts[number + 1], "")


def _replaced(text: str, holder: Group | Members, step: str | int, there: Laid, value: Field) -> str:
    if holder.flow:
        lead = " " if text[there.start - 1 : there.start] == ":" else ""
        return text[: there.start] + lead + _in_flow(value) + text[there.end :]
    indent = _indent(text, holder, step)
    if isinstance(there, Text) and isinstance(value, str):
        return _text_replaced(text, there, value, indent)
    sign = _sign(text, holder, step)
    gap = text[sign : there.start]
    inside = gap if isinstance(there, Text) else text[sign : there.end]
    kept, _, further = inside.partition("\n")
    remark = kept.strip() if kept.lstrip().startswith("#") else ""
    if _REMARK.search(further) or (not remark and _REMARK.search(kept)):
        raise CannotSplice("a comment stands within what would change: take it out, or use an editor")
    line, _, below = text[there.end :].partition("\n")
    if text[: there.end].endswith("\n"):
        line, below = "", text[there.end :]
    remark = " ".join(filter(None, (remark, line.strip())))
    first, *others = _lines(value, isinstance(step, int))
    lead = f" {first}" if first else ""
    body = "".join(f"\n{' ' * indent}{each}" if each else "\n" for each in others)
    return f"{text[:sign]}{lead}{' ' + remark if remark else ''}{body}\n{below}"


def _sign(text: str, holder: Group | Members, step: str | int) -> int:
    """Behind the colon of a key, or the hyphen of a member."""
    if isinstance(holder, Group):
        return text.index(":", holder.keys[str(step)]) + 1
    return holder.hyphens[int(step)] + 1


def _lines(value: Field, member: bool) -> list[str]:
    """A value in lines: the first beside its sign, the others below it, as far in as the value stands."""
    if isinstance(value, str):
        block = block_or_none(value)
        return [scalar(value)] if block is None else ["|", *block]
    if member:
        first, *others = member_lines(value)
        return [first.removeprefix("- "), *(line[2:] for line in others)]
    _, *lines = field_lines("x", value)
    return ["", *(line[2:] for line in lines)]


def _text_replaced(text: str, there: Text, value: str, indent: int) -> str:
    start, end = there.start, there.end
    if there.style in ("|", ">"):
        return _block_replaced(text, there, value, indent)
    lead = " " if start and text[start - 1] in ":-" else ""
    block = block_or_none(value)
    if block is not None:
        rest = text[end:]
        line_end = rest.find("\n") if "\n" in rest else len(rest)
        remark = rest[:line_end].strip()
        body = "".join(f"\n{' ' * indent}{line}" if line else "\n" for line in block)
        return f"{text[:start]}{lead}|{' ' + remark if remark else ''}{body}{rest[line_end:]}"
    return text[:start] + lead + _quoted_like(value, there.style) + text[end:]


def _quoted_like(value: str, style: str) -> str:
    """A line of text in the quotes that stand there, where it can be."""
    if isinstance(value, Choice) or not style:
        return scalar(value)
    if style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return json.dumps(value, ensure_ascii=False)


def _block_replaced(text: str, there: Text, value: str, indent: int) -> str:
    start, end = there.start, there.end
    header_end = text.find("\n", start, end)
    header = text[start : header_end if header_end >= 0 else end]
    block = block_or_none(value)
    if block is None:
        remark = header[header.index("#") :] if "#" in header else ""
        tail = "\n" if text[start:end].endswith("\n") else ""
        return text[:start] + scalar(value) + (f" {remark}" if remark else "") + tail + text[end:]
    first = next((line for line in text[header_end + 1 : end].split("\n") if line.strip()), "")
    deep = len(first) - len(first.lstrip(" ")) if first else indent
    mark = re.sub(r"^[|>][-+0-9]*", "|", header)
    body = "".join(f"\n{' ' * deep}{line}" if line else "\n" for line in block)
    return f"{text[:start]}{mark}{body}\n{text[end:]}"


def _added(text: str, holder: Group, name: str, value: Field) -> str:
    """A field at the end of a mapping."""
    if holder.flow:
        inside = f"{name}: {_in_flow(value)}"
        if not holder.values:
            return text[: holder.end - 1].rstrip(" ") + inside + text[holder.end - 1 :]
        return _inserted(text, [*holder.values.values()][-1].end, holder.end - 1, inside)
    column = _column(text, next(iter(holder.keys.values())))
    lines = [f"{' ' * column}{line}" if line else "" for line in field_lines(name, value)]
    last = [*holder.values.values()][-1]
    return _after(text, _end_of(last, [*holder.keys.values()][-1], text), lines)


def _end_of(last: Laid, key: int, text: str) -> int:
    """Behind the last value, or behind the colon of a key without one."""
    return max(last.end, text.find(":", key) + 1)


def _after(text: str, end: int, lines: list[str]) -> str:
    """The text with lines behind the line in which something ends."""
    if end and text[end - 1] == "\n":
        at = end
    else:
        found = text.find("\n", end)
        at = found + 1 if found >= 0 else len(text)
    gap = "" if at == 0 or text[at - 1] == "\n" else "\n"
    return text[:at] + gap + "".join(f"{line}\n" for line in lines) + text[at:]


def _inserted(text: str, end: int, close: int, inside: str) -> str:
    """The text with one more between brackets, behind the last; a comma that stands there already is used."""
    gap = re.sub(r"#[^\n]*", lambda found: " " * len(found[0]), text[end:close])
    comma = gap.find(",")
    if comma >= 0:
        return f"{text[: end + comma + 1]} {inside}{text[end + comma + 1 :]}"
    return f"{text[:end]}, {inside}{text[end:]}"


def _cut(text: str, start: int, stop: int, instead: str) -> str:
    if _REMARK.search(text[start:stop]):
        raise CannotSplice("a comment stands within what would go: take it out, or use an editor")
    return text[:start] + instead + text[stop:]


def _cut_lines(text: str, start: int, end: int) -> str:
    """The text without these whole lines; a remark at the end of the last stays, on a line of its own."""
    first = text.rfind("\n", 0, start) + 1
    if end and text[end - 1] == "\n":
        return text[:first] + text[end:]
    line, _, below = text[end:].partition("\n")
    remark = f"{text[first:start]}{line.strip()}\n" if line.strip() else ""
    return text[:first] + remark + below


def _leads(text: str, start: int) -> bool:
    """Whether nothing but room stands before it on its line."""
    return not text[text.rfind("\n", 0, start) + 1 : start].strip(" ")


def _indent(text: str, holder: Group | Members, step: str | int) -> int:
    """How far in the lines of a value stand below its key or hyphen."""
    if isinstance(holder, Group):
        return _column(text, holder.keys[str(step)]) + 2
    return _column(text, holder.hyphens[int(step)]) + 2


def _column(text: str, at: int) -> int:
    return at - (text.rfind("\n", 0, at) + 1)


def _in_flow(value: Field) -> str:
    """A value between brackets, on one line."""
    if isinstance(value, str):
        plain = _FLOW_SAFE.fullmatch(value) and scalar(value) == value and not value.endswith(" ")
        return str(value) if plain or isinstance(value, Choice) else json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_in_flow(one)}" for name, one in value.items() if one) + "}"
    return "[" + ", ".join(map(_in_flow, value)) + "]"


def _find(root: Laid, path: FieldPath) -> Laid | None:
    here: Laid | None = root
    for step in path:
        here = _value(here, step) if isinstance(here, (Group, Members)) else None
    return here


def _value(holder: Group | Members, step: str | int) -> Laid | None:
    if isinstance(holder, Group):
        return holder.values.get(str(step))
    return holder.members[int(step)]


def _reached(root: Laid, path: FieldPath) -> tuple[Group | Members, str | int, FieldPath]:
    """The deepest mapping or list on the way that is there, the step in it, and the steps that are left."""
    here = root
    for number, step in enumerate(path):
        assert isinstance(here, (Group, Members))
        there = _value(here, step)
        if number + 1 == len(path) or not isinstance(there, (Group, Members)):
            return here, step, path[number + 1 :]
        here = there
    raise AssertionError("a way without a step")
