"""YAML as a stream of events: from C where ruamel.yaml's extension is there, from Python where not."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
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
    from _ruamel_yaml import CParser  # type: ignore[import-not-found]
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

# Chosen by figures: the events of 1,000 records (2.3 kB and 151 events each) take 0.15 s of one core with
# ruamel.yaml's C extension, 0.13 s with PyYAML's (not worth a second library), and 4.5 s in Python.
FAST: bool = CParser is not None
"""Whether events come from C: about thirty times faster."""

_SIGN = re.compile(r"(?:\s|#[^\n]*\n)*[:-]")
_LEAKS = (ValueError, OverflowError, AttributeError, IndexError, TypeError)
"""Errors of Python itself that the slow parser lets through on some texts."""


def fast_events(raw: bytes) -> Events:
    """Events from the C parser."""
    next_event: Events = CParser(raw).get_event
    return next_event


def slow_events(raw: bytes) -> Events:
    """Events from the parser written in Python, for the same bytes and with the same places."""
    text = raw.decode("utf-8")
    yaml = YAML(typ="safe", pure=True)
    parser = yaml.get_constructor_parser(text)[1]
    end = 0

    def next_event() -> Any:
        nonlocal end
        try:
            event = parser.get_event()
        except _LEAKS as leak:
            raise MarkedYAMLError(problem=str(leak), problem_mark=yaml.reader.get_mark()) from leak
        if type(event) is ScalarEvent and not event.value and not event.style:
            _put_after_sign(event, text, end)
        end = event.end_mark.index
        return event

    return next_event


def _put_after_sign(event: Any, text: str, end: int) -> None:
    """Puts an empty value where C puts it: right after its colon or dash, and not at the next line."""
    sign = _SIGN.match(text, end)
    if sign:
        mark = copy(event.start_mark)
        mark.index, mark.line = sign.end(), text.count("\n", 0, sign.end())
        event.start_mark = mark


events = fast_events if FAST else slow_events
