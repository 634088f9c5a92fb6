"""The parser under the fourth door: YAML as a stream of events, from C where ruamel.yaml's extension is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

try:
    from _ruamel_yaml import CParser
except ImportError:  # an interpreter for which there is no wheel of the extension
    CParser = None

__all__ = [
    "FAST",
    "AliasEvent",
    "DocumentStartEvent",
    "Events",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "YAMLError",
    "events",
    "slow_events",
]

Events: TypeAlias = Callable[[], Any]
"""Gives the next event each time it is called. Marks carry offsets in code points."""

FAST: bool = CParser is not None
"""Whether events come from C: about twenty times faster."""

_LEAKS = (ValueError, OverflowError, AttributeError, IndexError, TypeError)
"""Errors of Python itself that the slow parser lets through on some texts."""


def fast_events(raw: bytes) -> Events:
    """Events from the C parser."""
    next_event: Events = CParser(raw).get_event
    return next_event


def slow_events(raw: bytes) -> Events:
    """Events from the parser written in Python, for the same bytes."""
    return _contained(raw.decode("utf-8")).__next__


def _contained(text: str) -> Iterator[Any]:
    try:
        yield from YAML(typ="safe", pure=True).parse(text)
    except _LEAKS as leak:
        raise MarkedYAMLError(problem=str(leak)) from leak


events = fast_events if FAST else slow_events
