"""Every free text of every record replaced by other words, to see that words stay words wherever they go."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

from tests.reports.series import HOSTILE

from lif.records.reading import read_record
from lif.records.record import Record
from lif.register import Entry, Register

PROSE = ("story", "so_what", "now_what")
"""Fields whose little Markdown is understood; their marks change the page as they should."""
KEPT = ("id", "measure", "breakdown", "mapping")
"""Fields of plain text that name something: another word there would take the record out of the paper."""
HOSTILES = (
    HOSTILE.replace("\ud800", ""),  # half a character cannot come out of a file, and the schema refuses it
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></svg></textarea><svg onload=alert(1)>",
    "<!-- --> ]]> &lt;b&gt; &#60;",
    "{{ 7 * 7 }}{% for x in y %}{# x #}",
    "[bold red]x[/bold red] [link=http://e]x[/]",
    "| a | b | ``` ` *x* __y__ ~~z~~ # h",
    "![x](http://example.org/p.png) [x](javascript:alert(1)) <http://example.org>",
    "- x",
    "1. x",
    "> x",
    '=HYPERLINK("http://e","x")',
    "+1-cmd|' /C calc'!A0",
    "@SUM(1)",
    "\u202egnp.exe \u2066x\u2069 \u200bzero \ufeff",
    "\x1b[31mred\x1b[0m \x1b]8;;http://e\x07x\x1b]8;;\x07 \x07\x00",
    "::error file=a::b %0A ##[section]x",
    "a\x85b\u2028c\u2029d",
)


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every text in plain data."""
    if isinstance(value, str):
        yield path
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from places(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from places(each, (*path, index))


def put(value: object, path: tuple[str | int, ...], text: str) -> None:
    for step in path[:-1]:
        value = value[step]  # type: ignore[index]
    value[path[-1]] = text  # type: ignore[index]


@cache
def free_texts(kind: type[Record], text: str) -> tuple[tuple[str | int, ...], ...]:
    """The places in a record, given as JSON, where any text may stand: the schema takes it there."""
    found = []
    for path in places(json.loads(text)):
        data = json.loads(text)
        put(data, path, "two words, (three) <b>")
        names = [step for step in path if isinstance(step, str)]
        if names[-1] not in KEPT and isinstance(read_record(kind, data), kind):
            found.append(path)
    return tuple(found)


def poisoned(register: Register, word: str, prose: str) -> Register:
    """The register with every free text replaced, prose apart."""
    entries = []
    for entry in register.entries.values():
        kind = type(entry.record)
        text = json.dumps(entry.record.model_dump(mode="json", exclude_defaults=True), default=str)
        data = as_text(json.loads(text.replace(": true", ': "true"')))
        for path in free_texts(kind, json.dumps(data)):
            put(data, path, prose if path[-1] in PROSE else word)
        record = read_record(kind, data)
        assert isinstance(record, kind), record
        entries.append(Entry(record, entry.path))
    return Register.of(entries, (), register.published, register.board_id)


def as_text(value: object) -> object:
    """Plain data as a file has it: every scalar is text."""
    if isinstance(value, dict):
        return {key: as_text(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_text(each) for each in value]
    if isinstance(value, str) and re.fullmatch(r"[0-9]{2}:[0-9]{2}:00", value):
        return value[:5]  # a time of day, as records write it
    return str(value).lower() if isinstance(value, bool) else str(value)
