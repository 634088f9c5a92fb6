"""Every file of bad input gives its outcome, at its place, at once and in bounded memory."""

from __future__ import annotations

import time
import tracemalloc

import pytest
from tests.source.cases import (
    BADINPUT,
    FOLDED_CASES,
    KEPT_AS_TEXT,
    PRIVACY_CASES,
    REFUSED,
    SCHEMA_CASES,
    VERDICTS,
    WARNED,
)

from lif.diagnostics import Diagnostic, Severity
from lif.source import Document, parse, read
from lif.source.events import slow_events

# What the two parsers make of the same slip may differ in words, never in the verdict or the data.
SLOW_PARSER_REFUSES_TOO = {"ws-tab-after-colon.yaml"}


def shown(diagnostic: Diagnostic) -> str:
    at = diagnostic.location
    return f"{diagnostic.code} {at.line}:{at.column}"


@pytest.mark.parametrize("name", VERDICTS)
def test_outcome(name: str) -> None:
    began = time.process_time()
    result = read(BADINPUT, name)
    assert time.process_time() - began < 1
    if name in REFUSED:
        assert isinstance(result, tuple)
        assert shown(result[0]) == REFUSED[name]
        assert all(told.location.path == name and told.severity is Severity.ERROR for told in result)
    else:
        assert isinstance(result, Document), result
        assert [shown(told) for told in result.warnings] == ([WARNED[name]] if name in WARNED else [])


@pytest.mark.parametrize("name", VERDICTS)
def test_messages_show_nothing_that_does_not_print(name: str) -> None:
    result = read(BADINPUT, name)
    for told in result.warnings if isinstance(result, Document) else result:
        assert (told.message + told.hint).isprintable()
        assert len(told.message) < 160
        assert "invalid" not in told.message.lower()


def test_every_verdict_is_answered_by_a_room() -> None:
    for name, verdict in VERDICTS.items():
        elsewhere = name in SCHEMA_CASES or name in PRIVACY_CASES
        if verdict == "reject":
            assert (name in REFUSED) != elsewhere, name
        elif verdict == "accept":
            assert name not in REFUSED and name not in WARNED, name
        elif verdict == "warn":
            assert name in WARNED or name in KEPT_AS_TEXT or name in FOLDED_CASES or elsewhere, name
    assert set(VERDICTS) == {path.name for path in BADINPUT.glob("*.yaml")}


@pytest.mark.parametrize("name", VERDICTS)
def test_the_parser_in_python_gives_the_same_verdict(name: str) -> None:
    raw = (BADINPUT / name).read_bytes()
    fast, slow = parse(raw, name), parse(raw, name, slow_events)
    if isinstance(fast, Document) and name not in SLOW_PARSER_REFUSES_TOO:
        assert isinstance(slow, Document), slow
        assert slow.data == fast.data
        assert slow.folded == fast.folded
        assert slow.packed() == fast.packed()
    else:
        assert isinstance(slow, tuple)


def test_what_the_schema_judges_arrives_as_written() -> None:
    written = {"date-compact.yaml": "due: 20260105", "type-version.yaml": "version: 1.10"}
    for name, line in written.items():
        document = read(BADINPUT, name)
        assert isinstance(document, Document) and isinstance(document.data, dict)
        key, _, value = line.partition(": ")
        assert document.data[key] == value


@pytest.mark.parametrize("name", FOLDED_CASES)
def test_a_swallowed_line_is_told_to_the_schema(name: str) -> None:
    document = read(BADINPUT, name)
    assert isinstance(document, Document)
    assert document.folded == {FOLDED_CASES[name]}


def test_null_forms_are_no_value_and_quoted_ones_are_text() -> None:
    document = parse(b"a:\nb: ~\nc: null\nd: Null\ne: NULL\nf: ''\ng: '~'\nh: \"null\"\ni: nULL\n", "x.yaml")
    assert isinstance(document, Document) and isinstance(document.data, dict)
    assert list(document.data.values()) == [None] * 5 + ["", "~", "null", "nULL"]


def test_bombs_need_no_memory() -> None:
    for name in (n for n in VERDICTS if n.startswith(("bomb", "deep", "size", "redos"))):
        tracemalloc.start()
        read(BADINPUT, name)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 12_000_000, (name, peak)
