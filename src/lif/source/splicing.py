"""Cuts and joins in the text of a file, in the manner in which the file is laid out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from lif.source.brackets import REMARK, in_brackets, inserted, short_in_brackets, taken_out
from lif.source.document import FieldPath
from lif.source.layout import Group, Laid, Members, Text
from lif.source.manner import among_fields, among_members, column, manner_of
from lif.source.new_records import (
    Field,
    Manner,
    block_of,
    block_or_none,
    field_lines,
    member_lines,
    scalar,
)

_END = "\n"
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


class CannotSplice(Exception):  # noqa: N818 - named for what is so
    """The layout of the file leaves no safe place; the message says what to do."""


def put(text: str, root: Laid, path: FieldPath, value: Field, order: Sequence[str] = ()) -> str:
    """The text with another value at `path`, or with the field where `order` has it, else at the end."""
    holder, step, rest = _reached(root, path)
    for further in reversed(rest):
        if not isinstance(further, str):
            way = ".".join(map(str, path))
            raise CannotSplice(f"there is no place for {way}: begin the list with one member")
        value = {further: value}
    there = _value(holder, step)
    manner = manner_of(text, root)
    if there is None:
        assert isinstance(holder, Group) and isinstance(step, str)
        behind = neighbour(holder.keys, step, order) if of_the_record(path[: len(path) - len(rest)]) else None
        return _added(text, holder, step, value, among_fields(manner, holder, step), behind)
    return _replaced(text, holder, step, there, value, manner)


def of_the_record(path: FieldPath) -> bool:
    """Whether it is the way to one of the outermost fields of a record, in a list of them or alone."""
    return all(isinstance(step, int) for step in path[:-1])


def neighbour(names: Collection[str], name: str, order: Sequence[str]) -> str | None:
    """The field behind which a new one stands: the nearest before it in the order; None for the end."""
    before = order[: order.index(name)] if name in order else ()
    return next((one for one in reversed(before) if one in names), None)


def appended(text: str, root: Laid, path: FieldPath, value: Field, order: Sequence[str] = ()) -> str:
    """The text with one more member in the list at `path`."""
    there = _find(root, path)
    if not isinstance(there, Members):
        return put(text, root, path, [value], order)
    if not there.members:
        if path:
            return put(text, root, path, [value])
        raise CannotSplice("the list is empty: write its first record in an editor")
    manner = among_members(manner_of(text, root), text, there)
    if there.flow:
        inside = in_brackets(value, manner.members)
        last = there.members[-1]
        return inserted(text, last.start, last.end, there.end - 1, inside)
    lines = _set_in(member_lines(value, manner), column(text, there.hyphens[-1]))
    if _is_apart(text, there):
        lines = ["", *lines]
    return _after(text, max(there.members[-1].end, there.hyphens[-1] + 1), lines)


def _is_apart(text: str, there: Members) -> bool:
    """Whether an empty line stands between the last two members."""
    if len(there.members) < 2:
        return False
    behind = text[there.members[-2].end : there.hyphens[-1]]
    return bool(_EMPTY_LINE.search(behind if behind.startswith("\n") else f"\n{behind}"))


def removed(text: str, root: Laid, path: FieldPath) -> str:
    """The text without the field or member at `path`."""
    holder, last = _find(root, path[:-1]), path[-1]
    if isinstance(holder, Group) and isinstance(last, str):
        starts, ends = list(holder.keys.values()), [one.end for one in holder.values.values()]
        number = list(holder.keys).index(last)
    else:
        assert isinstance(holder, Members) and isinstance(last, int)
        starts = holder.hyphens or [one.start for one in holder.members]
        ends, number = [one.end for one in holder.members], last
    if holder.flow:
        return taken_out(text, starts, ends, number)
    if len(starts) == 1:
        if len(path) == 1:
            raise CannotSplice("it is all that the file holds: take the file away instead")
        return put(text, root, path[:-1], {} if isinstance(holder, Group) else [])
    if _leads(text, starts[number]):
        return _cut_lines(text, starts[number], ends[number])
    if number + 1 == len(starts):
        raise CannotSplice("it stands on the line of another: use an editor")
    start, end = starts[number], ends[number]
    if not REMARK.search(text[end : starts[number + 1]]):
        return text[:start] + text[starts[number + 1] :]
    return text[:start].rstrip(" ") + text[end - 1 if text[end - 1] == "\n" else end :]


def _replaced(
    text: str, holder: Group | Members, step: str | int, there: Laid, value: Field, manner: Manner
) -> str:
    if holder.flow:
        lead = " " if text[there.start - 1 : there.start] == ":" else ""
        quotes = there.style if isinstance(there, Text) else ""
        return text[: there.start] + lead + in_brackets(value, quotes) + text[there.end :]
    if not isinstance(there, Text) and there.flow and (inside := short_in_brackets(value)):
        return text[: there.start] + inside + text[there.end :]
    at = holder.keys[str(step)] if isinstance(holder, Group) else holder.hyphens[int(step)]
    indent = column(text, at)
    if isinstance(there, Text) and isinstance(value, str):
        return _text_replaced(text, there, value, indent + manner.groups)
    sign = _sign(text, holder, step)
    gap = text[sign : there.start]
    inside = gap if isinstance(there, Text) else text[sign : there.end]
    kept = inside.partition("\n")[0].strip()
    remark = kept if kept.startswith("#") else ""
    line, _, below = text[there.end :].partition("\n")
    if text[: there.end].endswith("\n"):
        line, below = "", text[there.end :]
    remark = " ".join(filter(None, (remark, line.strip())))
    first, *others = _lines(value, isinstance(step, int), manner)
    lead = f" {first}" if first else ""
    body = "".join(f"\n{line}" for line in _set_in(others, indent))
    return f"{text[:sign]}{lead}{' ' + remark if remark else ''}{body}\n{below}"


def _sign(text: str, holder: Group | Members, step: str | int) -> int:
    """Behind the colon of a key, or the hyphen of a member."""
    if isinstance(holder, Group):
        return text.index(":", holder.keys[str(step)]) + 1
    return holder.hyphens[int(step)] + 1


def _lines(value: Field, member: bool, manner: Manner) -> list[str]:
    """A value in lines: the first beside its sign, the others below it, from the sign's own column."""
    if member:
        first, *others = member_lines(value, manner)
        return [first[1:].lstrip(" "), *others]
    if not value:
        return [field_lines("x", value)[0].removeprefix("x: ")]
    first, *others = field_lines("x", value, manner)
    return [first.removeprefix("x:").lstrip(" "), *others]


def _set_in(lines: list[str], room: int) -> list[str]:
    return [f"{'':{room}}{line}" if line else "" for line in lines]


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
        body = "".join(f"\n{line}" for line in _set_in(block[1:], indent))
        mark = f"{block[0]} {remark}".rstrip(" ")
        return f"{text[:start]}{lead}{mark}{body}{rest[line_end:] or _END}"
    return text[:start] + lead + scalar(value, there.style) + text[end:]


def _block_replaced(text: str, there: Text, value: str, indent: int) -> str:
    start, end = there.start, there.end
    header_end = text.find("\n", start, end)
    header = text[start : header_end if header_end >= 0 else end]
    block = block_of(value)
    if block is None:
        remark = header[header.index("#") :] if "#" in header else ""
        tail = "\n" if text[start:end].endswith("\n") else ""
        return text[:start] + scalar(value) + (f" {remark}" if remark else "") + tail + text[end:]
    first = next((line for line in text[header_end + 1 : end].split("\n") if line.strip()), "")
    deep = len(first) - len(first.lstrip(" ")) if first else indent
    mark = re.sub(r"^[|>][-+0-9]*", block[0], header)
    body = "".join(f"\n{line}" for line in _set_in(block[1:], deep))
    return f"{text[:start]}{mark}{body}\n{text[end:]}"


def _added(text: str, holder: Group, name: str, value: Field, manner: Manner, behind: str | None) -> str:
    """A field behind another of its mapping, or at the end of that."""
    if holder.flow:
        inside = f"{name}: {in_brackets(value, manner.named.get(name, ''))}"
        if not holder.values:
            return text[: holder.end - 1].rstrip(" ") + inside + text[holder.end - 1 :]
        start, end = [*holder.keys.values()][-1], [*holder.values.values()][-1].end
        return inserted(text, start, end, holder.end - 1, inside)
    room = column(text, next(iter(holder.keys.values())))
    behind = behind or [*holder.keys][-1]
    end = _end_of(holder.values[behind], holder.keys[behind], text)
    return _after(text, end, _set_in(field_lines(name, value, manner), room))


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
