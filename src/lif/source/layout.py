"""How a file is laid out: where each value begins and ends, and every comment."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from lif.source.events import (
    Events,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)


@dataclass(slots=True)
class Text:
    """A scalar: from its first character to behind its last, marks of quotes and blocks included."""

    start: int
    end: int
    style: str


@dataclass(slots=True)
class Group:
    """A mapping: the start of each key with its value, by the key."""

    start: int
    end: int
    flow: bool
    keys: dict[str, int] = field(default_factory=dict)
    values: dict[str, Laid] = field(default_factory=dict)


@dataclass(slots=True)
class Members:
    """A list: each member, and for a list in lines the hyphen before it."""

    start: int
    end: int
    flow: bool
    members: list[Laid] = field(default_factory=list)
    hyphens: list[int] = field(default_factory=list)


Laid: TypeAlias = "Text | Group | Members"

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*", re.MULTILINE)
_FULL_LINES = re.compile(r"(?:[ \t]*\r?\n)*")


def laid_out(text: str, next_event: Events) -> Laid:
    """The root of a file that has been read already, so that its events are known to be in order."""
    next_event()  # start of the stream
    next_event()  # start of the document
    return _node(next_event(), next_event, text)


def _node(event: Any, next_event: Events, text: str) -> Laid:
    kind = type(event)
    start = event.start_mark.index
    if kind is ScalarEvent:
        style = event.style or ""
        if not style and not event.value:  # where that ends, the two parsers are not of one mind
            return Text(start, start, style)
        return Text(start, _end(text, start, event.end_mark.index, style), style)
    if kind is MappingStartEvent:
        group = Group(start, start, bool(event.flow_style))
        while type(key := next_event()) is not MappingEndEvent:
            group.keys[key.value] = key.start_mark.index
            group.values[key.value] = _node(next_event(), next_event, text)
        group.end = _closed(group.flow, key, [*group.values.values()], start)
        return group
    assert kind is SequenceStartEvent
    members = Members(start, start, bool(event.flow_style))
    while type(member := next_event()) is not SequenceEndEvent:
        before = members.members[-1].end if members.members else start
        if not members.flow:
            members.hyphens.append(_hyphen(text, before))
        members.members.append(_node(member, next_event, text))
    members.end = _closed(members.flow, member, members.members, start)
    return members


def _closed(flow: bool, event: Any, inside: list[Laid], start: int) -> int:
    """Where a list or mapping ends: behind its bracket, or with the last that stands in it."""
    if flow:
        return int(event.end_mark.index)
    return inside[-1].end if inside else start


def _end(text: str, start: int, end: int, style: str) -> int:
    """Behind the last character of a scalar: lines that are empty behind a block belong to nobody."""
    if style not in ("|", ">"):
        return max(start, end)
    header = text.find("\n", start)
    if header < 0:
        return len(text)
    kept = "+" in re.sub(r"#.*", "", text[start:header])
    body = _block_end(text, start, header + 1)
    if kept:
        found = _FULL_LINES.match(text, body)
        return found.end() if found else body
    return body


def _block_end(text: str, start: int, at: int) -> int:
    """Behind the last line of a block that is not empty: those further in than the line that names it."""
    line_start = text.rfind("\n", 0, start) + 1
    named = _depth(text[line_start:start])
    end, own = at, -1
    while at < len(text):
        stop = text.find("\n", at) + 1 or len(text)
        line = text[at:stop].rstrip("\r\n")
        if line.strip(" \t"):
            deep = len(line) - len(line.lstrip(" "))
            own = deep if own < 0 else own
            if deep <= named or (deep < own and line.lstrip().startswith("#")):
                break
            end = stop
        at = stop
    return end


def _depth(before: str) -> int:
    """How far in that stands which names a block; hyphens before it count as room."""
    found = re.match(r"[ ]*(?:-[ ]+)*", before)
    led = found[0] if found else ""
    if len(led) == len(before):  # a member of a list that is itself a block
        return max(len(led.rstrip(" ")) - 1, -1)
    return len(led)


def _hyphen(text: str, at: int) -> int:
    """The hyphen of the next member, behind whatever comments stand before it."""
    while at < len(text):
        if text[at] == "#":
            at = text.find("\n", at)
            if at < 0:
                break
        elif text[at] == "-" and (at + 1 == len(text) or text[at + 1] in " \t\r\n"):
            return at
        at += 1
    raise ValueError("a member of a list without a hyphen")


def comments(text: str, root: Laid) -> list[str]:
    """Every comment of the file, without the room before it, in order."""
    spans = sorted(_spans(root, text))
    found: list[str] = []
    at = 0
    for start, end in [*spans, (len(text), len(text))]:
        found += [one.rstrip() for one in _COMMENT.findall(_between(text, at, start))]
        at = max(at, end)
    return found


def _between(text: str, at: int, stop: int) -> str:
    """What stands between two values, led by the character before it, so that `a#b` is no comment."""
    return text[at:stop] if at == 0 or text[at - 1] in "\n \t" else f"x{text[at:stop]}"


def _spans(root: Laid, text: str) -> list[tuple[int, int]]:
    waiting: list[Laid] = [root]
    found: list[tuple[int, int]] = []
    while waiting:
        one = waiting.pop()
        if isinstance(one, Group):
            waiting += one.values.values()
        elif isinstance(one, Members):
            waiting += one.members
        elif one.end > one.start:
            found += _text_spans(one, text)
    return found


def _text_spans(one: Text, text: str) -> list[tuple[int, int]]:
    """What a scalar takes up; a remark behind the mark of a block is none of its words."""
    if one.style in ("|", ">"):
        header = text.find("\n", one.start, one.end)
        remark = text.find("#", one.start, header) if header >= 0 else -1
        if remark >= 0:
            return [(one.start, remark), (header, one.end)]
    return [(one.start, one.end)]
