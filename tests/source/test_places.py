"""One parse gives data and places: every key and value is where `locate` says, whatever the layout."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lif.source import Document, FieldPath, Node, parse
from lif.source.events import Events, fast_events, slow_events
from lif.source.tree import NULLS, is_plain_key

RECORD = """\
# A comment
id: act-2026-visits
title: "Visits – and children’s views"
due: 2026-03-31
groups: [quality, {name: 'it''s', at: 1.10}]
empty:
source:
  kind:   review
  lines: |
    one
      two
history:
- on: 2026-01-05
  note: >-
    folded
    text
-
"""

PARSERS = pytest.mark.parametrize("events", [fast_events, slow_events])


def document(text: str, events: Callable[[bytes], Events] = fast_events) -> Document:
    read = parse(text.encode(), "x.yaml", events)
    assert isinstance(read, Document), read
    return read


def at(read: Document, *path: str | int, key: bool = False) -> tuple[int, int]:
    place = read.locate(path, key)
    assert place.path == "x.yaml"
    return place.line, place.column


@PARSERS
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places(events: Callable[[bytes], Events], ends: str, mark: str) -> None:
    read = document(mark + RECORD.replace("\n", ends), events)
    assert at(read) == (2, 1)
    assert at(read, "id", key=True) == (2, 1)
    assert at(read, "id") == (2, 5)
    assert at(read, "title") == (3, 8)
    assert at(read, "groups", key=True) == (5, 1)
    assert at(read, "groups") == (5, 9)
    assert at(read, "groups", 0) == (5, 10)
    assert at(read, "groups", 1, "name") == (5, 26)
    assert at(read, "groups", 1, "at", key=True) == (5, 35)
    assert at(read, "empty") == (6, 7)
    assert at(read, "source") == (8, 3)
    assert at(read, "source", key=True) == (7, 1)
    assert at(read, "source", "kind") == (8, 11)
    assert at(read, "source", "lines") == (9, 10)
    assert at(read, "history", 0, "on") == (13, 7)
    assert at(read, "history", 0, "note") == (14, 9)
    assert at(read, "history", 1) == (17, 2)


def test_data_is_the_text_of_the_file() -> None:
    assert document(RECORD).data == {
        "id": "act-2026-visits",
        "title": "Visits – and children’s views",
        "due": "2026-03-31",
        "groups": ["quality", {"name": "it's", "at": "1.10"}],
        "empty": None,
        "source": {"kind": "review", "lines": "one\n  two\n"},
        "history": [{"on": "2026-01-05", "note": "folded text"}, None],
    }


def test_a_missing_path_gives_the_nearest_that_would_hold_it() -> None:
    read = document(RECORD)
    assert at(read, "source", "none") == at(read, "source")
    assert at(read, "source", "kind", "none", 3) == at(read, "source", "kind")
    assert at(read, "history", 9, "on") == at(read, "history")
    assert at(read, "none", key=True) == at(read)
    assert at(read, "history", 0, key=True) == at(read, "history", 0)


def test_lines_that_are_joined_without_quotes_are_told() -> None:
    read = document("a: one\n  two\nb: |\n  one\n  two\nc:\n  - one\n    two\n  - three\nd: 'one\n  two'\n")
    assert read.folded == {("a",), ("c", 0)}
    assert document("a: b\n").folded == frozenset()


def test_a_released_document_grows_again() -> None:
    read = document(RECORD)
    before = (read.data, at(read, "source", "kind"), read.text)
    read.release()
    assert (read.data, at(read, "source", "kind"), read.text) == before
    read.release()
    assert at(read, "groups", 1, "name") == (5, 26)


def test_a_document_travels_between_processes() -> None:
    read = document(RECORD)
    back = Document.unpacked(read.packed())
    assert (back.path, back.data, back.text) == (read.path, read.data, read.text)
    assert at(back, "source", "kind") == (8, 11)


# Generated records: mappings of plain keys, lists and texts, written in two unlike layouts.

FILLERS = "\u115f\u1160\u3164\uffa0"
"""Letters of Korean that take no width: reading refuses them, as the tests of characters hold."""
texts = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Mn", "Me"],
        exclude_characters=FILLERS + "\ufffd",
    ),
    max_size=12,
)
keys = st.from_regex(r"[a-z][a-z0-9_-]{0,8}", fullmatch=True).filter(is_plain_key)
nodes: st.SearchStrategy[Node] = st.recursive(
    st.none() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)
records = st.dictionaries(keys, nodes, min_size=1, max_size=5)


def flow(node: Node) -> str:
    """The node in brackets and double quotes, as JSON has it."""
    return json.dumps(node, ensure_ascii=False).replace("\x7f", "\\x7f")


def block(node: Node, depth: int = 0) -> str:
    """The node indented, with plain text where that is safe and single quotes where not."""
    indent = "  " * depth
    if isinstance(node, dict) and node:
        return "".join(f"\n{indent}{key}:{block(value, depth + 1)}" for key, value in node.items())
    if isinstance(node, list) and node:
        return "".join(f"\n{indent}-{block(value, depth + 1)}" for value in node)
    if isinstance(node, str):
        safe = node.isascii() and node.isalnum() and node not in NULLS
        return f" {node}" if safe else " '" + node.replace("'", "''") + "'"
    return "" if node is None else f" {flow(node)}"


def paths(node: Node, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Node]]:
    yield path, node
    if isinstance(node, dict):
        for key, value in node.items():
            yield from paths(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from paths(value, (*path, index))


def begins(node: Node, text: str) -> bool:
    """Whether a text begins as the node was written."""
    if isinstance(node, str):
        return text.startswith(
            (f"{json.dumps(node, ensure_ascii=False)}", "'" + node.replace("'", "''"), node)
        )
    if node is None:
        return True
    return text[0] in "[{-" or text[0].isalpha()


@settings(max_examples=150, deadline=None)
@given(records, st.sampled_from([flow, block]), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_what_was_written_is_read_and_found(
    record: dict[str, Node], write: Callable[[Node], str], ends: str, fast: bool
) -> None:
    text = (write(record).lstrip("\n") + "\n").replace("\n", ends)
    read = document(text, fast_events if fast else slow_events)
    assert read.data == record
    lines = text.split("\n")
    for path, node in paths(record):
        place = read.locate(path)
        rest = "\n".join([lines[place.line - 1][place.column - 1 :], *lines[place.line :]])
        assert begins(node, rest), (path, rest)
        if path and isinstance(path[-1], str):
            place = read.locate(path, key=True)
            key = lines[place.line - 1][place.column - 1 :]
            assert key.startswith((path[-1], f'"{path[-1]}"'))


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_reading_never_raises(raw: bytes) -> None:
    for events in (fast_events, slow_events):
        result = parse(raw, "x.yaml", events)
        assert isinstance(result, Document) or result
