"""A slower look at a file from which no tree grew: everything that is out of order, with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lif.diagnostics import AnyCode, Diagnostic
from lif.source.characters import hidden_character
from lif.source.document import place
from lif.source.events import (
    AliasEvent,
    DocumentStartEvent,
    Events,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
)
from lif.source.problems import MOST, keys, slips
from lif.source.problems import shapes as problems
from lif.source.problems.characters import escape_of_hidden_character
from lif.source.problems.words import said
from lif.source.slips import explain
from lif.source.tree import MAX_DEPTH, MAX_NODES, is_plain_key

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_SHORT = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85"}
_SHORT |= {"L": "\u2028", "P": "\u2029"}
_NUMBER = re.compile(
    r"[-+]?(?:\.?[0-9][0-9_,.]*(?:[eE][-+]?[0-9]+)?|0[xo][0-9a-fA-F]+|\.inf|\.nan)", re.IGNORECASE
)
_DATE = re.compile(r"[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,4}")


@dataclass
class _Level:
    """A list or mapping that is open; for a mapping the keys so far, in small letters, as first met."""

    mapping: bool
    keys: dict[str, tuple[str, int]] = field(default_factory=dict)
    key_next: bool = True


class _Inspection:
    """Follows the events of one file and keeps what is said about them."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.told: list[Diagnostic] = []
        self.levels: list[_Level] = []
        self.nodes = 0
        self.documents = 0
        self.last: Any = None
        self._references: set[AnyCode] = set()

    def say(self, code: AnyCode, offset: int, *args: Any) -> None:
        self.told.append(said(code, place(self.path, self.text, offset), *args))

    def say_once(self, code: AnyCode, offset: int, *args: Any) -> None:
        """For references and types: the first of them is enough to understand."""
        if code not in self._references:
            self._references.add(code)
            self.say(code, offset, *args)

    def goes_on(self, event: Any) -> bool:
        """Takes one event; False when nothing after it is worth reading."""
        kind = type(event)
        if kind is DocumentStartEvent:
            return self._document(event)
        if kind in (MappingEndEvent, SequenceEndEvent):
            self.levels.pop()
            self._value_done()
        elif kind in (AliasEvent, ScalarEvent, MappingStartEvent, SequenceStartEvent):
            return self._node(event, kind)
        return True

    def _document(self, event: Any) -> bool:
        self.documents += 1
        if event.version is not None or event.tags:
            self.say(problems.directive, self.text.find("%", 0))
        if self.documents > 1:
            self.say(problems.second_document, event.start_mark.index)
            return False
        return True

    def _node(self, event: Any, kind: type[Any]) -> bool:
        self.nodes += 1
        offset = event.start_mark.index
        if self.nodes > MAX_NODES:
            self.say(problems.too_many_values, offset, MAX_NODES)
            return False
        level = self.levels[-1] if self.levels else None
        if level and level.mapping and level.key_next:
            self._key(event, kind, offset, level)
        else:
            self._value(event, kind, offset)
        if kind in (MappingStartEvent, SequenceStartEvent):
            self.levels.append(_Level(kind is MappingStartEvent))
            if len(self.levels) > MAX_DEPTH:
                self.say(problems.too_deep, offset, MAX_DEPTH)
                return False
        else:
            self._value_done()
        return len(self.told) < MOST

    def _value_done(self) -> None:
        if self.levels and self.levels[-1].mapping:
            self.levels[-1].key_next = not self.levels[-1].key_next

    def _value(self, event: Any, kind: type[Any], offset: int) -> None:
        if kind is AliasEvent:
            self.say_once(problems.alias, offset, str(event.anchor))
            return
        if event.anchor is not None:
            self.say_once(problems.anchor, offset, str(event.anchor))
        if event.ctag is not None:
            self.say_once(problems.tag, offset)
        elif not self.levels and kind is ScalarEvent:
            if event.value or event.style:
                self.say(problems.not_a_record, offset, "text")
            else:
                self.say(problems.nothing_in_file, offset, "'---'")
        elif len(self.levels) == 1 and not self.levels[0].mapping and kind is not MappingStartEvent:
            found = "a list" if kind is SequenceStartEvent else "a text"
            self.say_once(problems.not_a_record, offset, f"{found}, as an item of the file's list,")
        if kind is ScalarEvent and event.style == '"':
            self._escapes(event, offset)

    def _escapes(self, event: Any, offset: int) -> None:
        if not hidden_character(event.value):
            return
        for found in _ESCAPE.finditer(self.text, offset, event.end_mark.index):
            digits = found[1] or found[2] or found[3]
            number = int(digits, 16) if digits else -1
            character = chr(number) if 0 <= number < 0x110000 else _SHORT.get(found[4] or "", "")
            if character and hidden_character(character):
                self.say(escape_of_hidden_character, found.start(), character)
                return

    def _key(self, event: Any, kind: type[Any], offset: int, level: _Level) -> None:
        line = event.start_mark.line + 1
        if kind is AliasEvent:
            self.say_once(problems.alias, offset, str(event.anchor))
        elif kind is not ScalarEvent:
            self.say(keys.key_is_not_text, offset, "a mapping" if kind is MappingStartEvent else "a list")
        elif event.anchor is not None:
            self.say_once(problems.anchor, offset, str(event.anchor))
        elif event.ctag is not None:
            self.say_once(problems.tag, offset)
        else:
            self._plain_key(event.value, offset, level, line)

    def _plain_key(self, key: str, offset: int, level: _Level, line: int) -> None:
        met = level.keys.get(key.lower())
        level.keys.setdefault(key.lower(), (key, line))
        if key == "<<":
            self.say_once(keys.merge_key, offset)
        elif not key:
            self.say(keys.empty_key, offset)
        elif met and met[0] == key:
            self.say(keys.duplicate_key, offset, key, met[1])
        elif met:
            self.say(keys.key_differs_by_case, offset, key, *met)
        elif value := _reads_as(key):
            self.say(keys.key_reads_as_value, offset, value)
        elif not is_plain_key(key):
            self._strange_key(key, offset)

    def _strange_key(self, key: str, offset: int) -> None:
        if is_plain_key(key.lower()):
            self.say(keys.key_with_capitals, offset, key)
            return
        self.say(keys.key_is_not_plain, offset, keys.strangeness(key))


def _reads_as(key: str) -> str:
    if key.lower() in ("true", "false", "yes", "no", "off"):
        return "true or false"
    if key.lower() in ("null", "~"):
        return "nothing"
    if _DATE.fullmatch(key):
        return "a date"
    return "a number" if _NUMBER.fullmatch(key) else ""


def inspect(next_event: Events, path: str, text: str) -> tuple[Diagnostic, ...]:
    """What is out of order in a text from which no tree grew; never empty."""
    inspection = _Inspection(path, text)
    try:
        while True:
            event = next_event()
            if type(event) is ScalarEvent:
                inspection.last = event
            if type(event) is StreamEndEvent or not inspection.goes_on(event):
                break
    except YAMLError as fault:
        slip = explain(fault, path, text, inspection.last)
        if inspection.documents == 1 and not inspection.levels and _is_text_at_root(inspection):
            # A first line without its colon is taken for the whole file, until the next line has one.
            inspection.told.clear()
            slip = said(slips.colon_missing, place(path, text, inspection.last.start_mark.index))
        if all(told.location.line != slip.location.line for told in inspection.told):
            inspection.told.append(slip)
    if not inspection.documents and not inspection.told:
        inspection.say(problems.nothing_in_file, 0, "comments" if text.strip() else "")
    if not inspection.told and inspection.nodes == 1:
        inspection.say(problems.nothing_in_file, 0, "empty brackets")
    if not inspection.told:
        inspection.say(slips.not_understood, 0)
    return tuple(sorted(inspection.told, key=lambda d: d.sort_key))


def _is_text_at_root(inspection: _Inspection) -> bool:
    return inspection.nodes == 1 and inspection.last is not None and not inspection.last.style


def block_spans(next_event: Events) -> list[tuple[int, int]]:
    """From where to where the text of each | or > block runs, as far as the file can be read."""
    spans: list[tuple[int, int]] = []
    depth = 0
    try:
        for _ in range(3 * MAX_NODES):
            event = next_event()
            kind = type(event)
            depth += (kind in (MappingStartEvent, SequenceStartEvent)) - (
                kind in (MappingEndEvent, SequenceEndEvent)
            )
            if kind is StreamEndEvent or depth > MAX_DEPTH:
                break
            if kind is ScalarEvent and event.style in ("|", ">"):
                spans.append((event.start_mark.index, event.end_mark.index))
    except YAMLError:
        pass
    return spans
