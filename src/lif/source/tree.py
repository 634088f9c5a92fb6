"""The fourth door: a tree of text grown from events without recursion, or nothing if something is amiss."""

from __future__ import annotations

import re
from array import array
from typing import Any, TypeAlias

from lif.source.characters import hidden_character
from lif.source.document import Root
from lif.source.events import (
    Events,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

MAX_DEPTH = 16
"""Most levels of lists and mappings inside one another."""
MAX_NODES = 20_000
"""Most keys and values in a file."""

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""Spellings, without quotes, of "no value"."""

_KEY = re.compile(r"[a-z_][a-z0-9_-]{0,79}")
_READS_AS_VALUE = frozenset(("true", "false", "null", "yes", "no", "off"))
_KEYS_KEPT = 5_000

Tree: TypeAlias = "tuple[Root, array[int], tuple[int, ...]]"
"""Data, the offset of every key and value in order, and the numbers of plain values over several lines."""


def is_plain_key(key: str) -> bool:
    """Whether every program reads a key as the same word in small letters. (`on` is a field of records.)"""
    return _KEY.fullmatch(key) is not None and key not in _READS_AS_VALUE


class _Keys(dict[str, "str | None"]):
    """Keys seen before, so that each is looked at once and kept once; None for a key that is not plain."""

    def __missing__(self, key: str) -> str | None:
        plain = key if is_plain_key(key) else None
        if len(self) < _KEYS_KEPT:
            self[key] = plain
        return plain


_known = _Keys()


def grow(next_event: Events) -> Tree | None:
    """The tree, or None where something asks for a closer look; passes on what the parser raises.

    This is the path that every record takes, so it is one loop that only says that something is wrong; what
    it is, `lif.source.inspection` finds out, where time does not matter.
    """
    next_event()  # start of the stream
    event = next_event()
    if type(event) is StreamEndEvent or event.version is not None or event.tags:
        return None
    places = array("I")
    put = places.append
    folded: list[int] = []
    above: list[Any] = []
    known = _known
    here: Any = []  # the one item of this list will be the root
    in_mapping = False
    root = here
    while True:
        event = next_event()
        kind = type(event)
        if in_mapping:
            if kind is ScalarEvent:
                key = known[event.value]
                if key is None or key in here or event.anchor is not None or event.ctag is not None:
                    return None
                put(event.start_mark.index)
                event = next_event()
                kind = type(event)
            elif kind is MappingEndEvent:
                here, in_mapping = above.pop()
                if here is root:
                    break
                continue
            else:
                return None
        elif kind is SequenceEndEvent:
            here, in_mapping = above.pop()
            if here is root:
                break
            continue
        mark = event.start_mark
        put(mark.index)
        if kind is ScalarEvent:
            child = event.value
            if not event.style:
                if len(child) < 5 and child in NULLS:
                    child = None
                elif event.end_mark.line != mark.line:
                    folded.append(len(places) - 1)
            elif event.style == '"' and not child.isprintable() and hidden_character(child):
                return None
        elif kind is MappingStartEvent:
            child = {}
        elif kind is SequenceStartEvent:
            child = []
        else:
            return None
        if event.anchor is not None or event.ctag is not None:
            return None
        if in_mapping:
            here[key] = child
        else:
            here.append(child)
        if kind is not ScalarEvent:
            above.append((here, in_mapping))
            if len(above) > MAX_DEPTH or len(places) > MAX_NODES:
                return None
            here = child
            in_mapping = kind is MappingStartEvent
        elif here is root:
            return None
    next_event()  # end of the document
    if type(next_event()) is not StreamEndEvent or len(places) > MAX_NODES:
        return None
    data = root[0]
    if not data or (isinstance(data, list) and not all(isinstance(record, dict) for record in data)):
        return None
    return data, places, tuple(folded)
