"""Edits of a record's file: only the characters of what was asked change, and that is proved."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from lif.source.document import BOM, Document, FieldPath, Node, value_at
from lif.source.events import events
from lif.source.layout import comments, laid_out
from lif.source.new_records import Field, as_read
from lif.source.reading import parse
from lif.source.splicing import CannotSplice, appended, neighbour, of_the_record, put, removed


@dataclass(frozen=True, slots=True)
class Put:
    """Replaces the value at `path`; where its last key is not there, adds the field at the end.

    A new field of the record itself stands where `order`, names of fields, has it.
    """

    path: FieldPath
    value: Field
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Append:
    """Adds a member at the end of the list at `path`, which is made as `Put` makes a field."""

    path: FieldPath
    value: Field
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remove:
    """Takes a field, or a member of a list, away; its comments stay."""

    path: FieldPath


Edit: TypeAlias = "Put | Append | Remove"


class CannotEdit(Exception):  # noqa: N818 - named for what is so
    """An edit cannot be made in this file; the message says why and what to do."""


def edited(document: Document, edits: Sequence[Edit]) -> bytes:
    """The bytes of the file with these edits, made one after another.

    What was asked is proved: the file is read again, its data are those of before with the edits made, and
    every comment is still there. Raises CannotEdit, with words for whoever asked, where that is not so.
    """
    now = document
    for edit in edits:
        now = _once(now, edit)
    return now.raw


def _once(document: Document, edit: Edit) -> Document:
    text = document.text
    windows = "\r\n" in text
    if windows and text.count("\r\n") != text.count("\n"):
        raise CannotEdit(
            "its lines end in two ways, as Windows ends them and as others do: save it with one of them"
        )
    plain = text.replace("\r\n", "\n")
    wanted = _wanted(document.data, edit)
    try:
        spliced = _spliced(plain, edit)
    except CannotSplice as fault:
        raise CannotEdit(str(fault)) from None
    raw = (spliced.replace("\n", "\r\n") if windows else spliced).encode("utf-8")
    raw = (BOM if document.raw.startswith(BOM) else b"") + raw
    return _proved(raw, document.path, wanted, plain, spliced)


def _spliced(text: str, edit: Edit) -> str:
    root = laid_out(text, events(text.encode("utf-8")))
    if isinstance(edit, Put):
        return put(text, root, edit.path, edit.value, edit.order)
    if isinstance(edit, Append):
        return appended(text, root, edit.path, edit.value, edit.order)
    return removed(text, root, edit.path)


def _proved(raw: bytes, path: str, wanted: Node, before: str, after: str) -> Document:
    """The file as it would stand. Raises CannotEdit unless it says what was asked and keeps its comments."""
    found = parse(raw, path)
    if not isinstance(found, Document):
        raise CannotEdit(f"the file could not be read any more: {found[0].message}")
    if found.data != wanted or not _in_order(found.data, wanted):
        raise CannotEdit("the file is laid out so that more would change than was asked: use an editor")
    lost = _lost(_comments(before), _comments(after))
    if lost is not None:
        raise CannotEdit(_within(before, lost))
    return found


def _lost(before: list[str], after: list[str]) -> str | None:
    """The first comment that is no more, or no more in its order."""
    still = iter(after)
    return next((one for one in before if one not in still), None)


def _within(text: str, comment: str) -> str:
    """Which comment is in the way, by its line: what it says may be nobody's business."""
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.rstrip().endswith(comment)]
    return f"the comment in line {lines[0]} stands within what would change: move it, or use an editor"


def _comments(text: str) -> list[str]:
    return comments(text, laid_out(text, events(text.encode("utf-8"))))


def _in_order(found: Node, wanted: Node) -> bool:
    """Whether fields stand in the order in which they stood, and new ones in their place."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        return list(found) == list(wanted) and all(_in_order(found[name], wanted[name]) for name in found)
    if isinstance(found, list) and isinstance(wanted, list):
        return all(map(_in_order, found, wanted))
    return True


def _wanted(data: Node, edit: Edit) -> Node:
    """The data with the edit made. Raises CannotEdit where there is nothing to make it in."""
    made = copy.deepcopy(data)
    if isinstance(edit, Append):
        path = edit.path
        there = value_at(made, path)
        if isinstance(there, list):
            there.append(_node(edit.value))
            return made
        if there is not None:
            raise CannotEdit(f"{_said(path)} is no list")
        return _wanted(data, Put(path, [edit.value], edit.order))
    if not edit.path:
        raise CannotEdit("the whole file is not to be replaced")
    if isinstance(edit, Put):
        _set(made, edit.path, _node(edit.value), edit.order)
    else:
        _take(made, edit.path)
    return made


def _set(data: Node, path: FieldPath, value: Node, order: tuple[str, ...]) -> None:
    here: Any = data
    for number, step in enumerate(path[:-1]):
        if not _can_hold(here, step):
            raise CannotEdit(f"there is no {_said(path[: number + 1])}")
        if isinstance(here, dict):
            _place(here, path[: number + 1], order)
        if here[step] is None:
            here[step] = {}
        here = here[step]
    if not _can_hold(here, path[-1]):
        raise CannotEdit(f"there is no {_said(path)}")
    if isinstance(here, dict):
        _place(here, path, order)
    here[path[-1]] = value


def _place(holder: dict[str, Node], path: FieldPath, order: tuple[str, ...]) -> None:
    """Makes room for the last key of the path, where it is not there."""
    name = str(path[-1])
    if name in holder:
        return
    behind = neighbour(holder, name, order) if of_the_record(path) else None
    names = list(holder)
    at = names.index(behind) + 1 if behind else len(names)
    holder[name] = None
    for later in names[at:]:
        holder[later] = holder.pop(later)


def _take(data: Node, path: FieldPath) -> None:
    holder: Any = value_at(data, path[:-1])
    last = path[-1]
    if not _can_hold(holder, last) or (isinstance(holder, dict) and last not in holder):
        raise CannotEdit(f"there is no {_said(path)}")
    del holder[last]


def _can_hold(here: Node, step: str | int) -> bool:
    """Whether a value has, or can be given, something at this step."""
    if isinstance(step, str):
        return isinstance(here, dict)
    return isinstance(here, list) and 0 <= step < len(here)


def _node(value: Field) -> Node:
    read = as_read(value)
    if isinstance(read, Mapping):
        return {str(name): _node(inner) for name, inner in read.items()}
    if isinstance(read, list):
        return [_node(inner) for inner in read]
    return str(read)


def _said(path: FieldPath) -> str:
    """The way to a field as messages name it."""
    return ".".join(str(step) for step in path)
