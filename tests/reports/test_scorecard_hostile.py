"""Hostile words in every text of every record: they stay words, in every form that they go out in."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from tests.folders import written
from tests.reports.papers import AS_AT, FILES, STAMP
from tests.reports.reader import Page, read
from tests.reports.series import HOSTILE
from tests.small_board import SMALL
from tests.views.small_papers import LAST

from lif.checks.registry import CHECKS
from lif.cli.summary import summary
from lif.diagnostics import Diagnostic, Location, line, visible
from lif.exchange.listings import as_csv, as_json, as_markdown
from lif.measures.assemble import assemble
from lif.records.governance import Group
from lif.records.kinds import KINDS
from lif.records.reading import read_record
from lif.records.record import Record
from lif.register import Entry, Register
from lif.reports.scorecard import render
from lif.views.listing import listing
from lif.views.scorecard import Scorecard, scorecard
from lif.views.scorecard.question import Ask
from lif.workspace import Workspace

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


@cache
def records(folder: Path) -> Mapping[str, Entry]:
    """The records of the board behind the golden papers."""
    loaded = Workspace.load(written(folder, {**SMALL, **FILES}), AS_AT, checks=())
    assert not loaded.errors
    return loaded.register.entries


@cache
def published(folder: Path) -> Register:
    return Workspace.load(written(folder, {**SMALL, **FILES}), AS_AT, checks=()).register


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


def poisoned(folder: Path, word: str, prose: str) -> Register:
    """The board with every free text replaced, prose apart."""
    entries = []
    for entry in records(folder).values():
        kind = type(entry.record)
        text = json.dumps(entry.record.model_dump(mode="json", exclude_defaults=True), default=str)
        data = json.loads(text.replace(": true", ': "true"'))
        data = as_text(data)
        for path in free_texts(kind, json.dumps(data)):
            put(data, path, prose if path[-1] in PROSE else word)
        record = read_record(kind, data)
        assert isinstance(record, kind), record
        entries.append(Entry(record, entry.path))
    return Register.of(entries, (), published(folder).published, "hill")


def as_text(value: object) -> object:
    """Plain data as a file has it: every scalar is text."""
    if isinstance(value, dict):
        return {key: as_text(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_text(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("board")


def view(folder: Path, word: str, group: str = "working-board", prose: str = "two words") -> Scorecard:
    register = poisoned(folder, word, prose)
    return scorecard(Ask(register, assemble(register, AS_AT), AS_AT, LAST, register.find(Group, group), None))


def test_every_sort_of_record_has_texts_that_are_replaced(folder: Path) -> None:
    register = poisoned(folder, "XYZ", "PROSE")
    count = sum(json.dumps(e.record.model_dump(mode="json")).count("XYZ") for e in register.entries.values())
    assert count > 150
    html = render(view(folder, "XYZ", prose="PROSE"), STAMP, "html")
    assert html.count("XYZ") > 100
    assert html.count("PROSE") >= 3


def html(folder: Path, word: str, group: str = "working-board") -> tuple[str, Page]:
    text = render(view(folder, word, group), STAMP, "html")
    return text, read(text)


@pytest.mark.parametrize("word", HOSTILES)
def test_a_page_keeps_its_shape(folder: Path, word: str) -> None:
    text, made = html(folder, word)
    _, plain = html(folder, "two words")
    assert made.slips == ()
    assert made.shape == plain.shape
    assert {(e.tag, name) for e in made.all() for name in e.attrib} <= {
        (e.tag, name) for e in plain.all() for name in e.attrib
    }
    assert visible(text.replace("\n", " ")) == text.replace("\n", " ")
    assert "alert(1)</script" not in text
    assert [href for href in made.values("href") if not href.startswith("#")] == []
    assert "{{ 7 * 7 }}" not in word or "{{ 7 * 7 }}" in text  # shown, not worked out


@pytest.mark.parametrize("group", ["neglect-group", "top-board"])
def test_a_page_of_every_depth_keeps_its_shape(folder: Path, group: str) -> None:
    for word in (HOSTILES[2], HOSTILES[3]):
        assert html(folder, word, group)[1].shape == html(folder, "two words", group)[1].shape


READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def shape(text: str) -> list[str]:
    """What a generous reader of Markdown makes of a text."""
    return [
        f"{token.type} {' '.join(child.type for child in token.children or [])}"
        for token in READER.parse(text)
    ]


@pytest.mark.parametrize("word", HOSTILES)
def test_markdown_keeps_its_shape(folder: Path, word: str) -> None:
    text = render(view(folder, word), STAMP, "md")
    assert shape(text) == shape(render(view(folder, "two words"), STAMP, "md"))
    assert visible(text.replace("\n", " ")) == text.replace("\n", " ")


@pytest.mark.parametrize("word", HOSTILES)
def test_prose_lets_only_what_is_meant_through(folder: Path, word: str) -> None:
    seen = view(folder, "two words", prose=word)
    made = read(render(seen, STAMP, "html"))
    assert made.slips == ()
    plain = {tag for tag, _ in html(folder, "two words")[1].shape}
    meant = {"p", "ul", "ol", "li", "blockquote", "strong", "em", "a"}
    assert {tag for tag, _ in made.shape} <= plain | meant
    assert all(re.match(r"#|https?://|mailto:", href) for href in made.values("href"))
    assert not [name for element in made.all() for name in element.attrib if name.startswith("on")]
    tokens = READER.parse(render(seen, STAMP, "md"))
    kinds = {token.type for token in tokens} | {c.type for token in tokens for c in token.children or []}
    assert not kinds & {"html_block", "html_inline", "image", "fence", "code_block"}


@pytest.mark.parametrize("word", HOSTILES)
def test_the_summary_writes_nothing_to_a_terminal_but_letters(folder: Path, word: str) -> None:
    text = summary(view(folder, word))
    assert all(each.isprintable() for each in text.split("\n"))
    assert not any(each.lstrip().startswith(("::", "##[")) for each in text.split("\n"))


@pytest.mark.parametrize("word", HOSTILES)
def test_listings_keep_their_form(folder: Path, word: str) -> None:
    register = poisoned(folder, word, word)
    for kind in KINDS:
        seen = listing(register, kind, AS_AT)
        document = json.loads(as_json(seen, {}))
        assert len(document["rows"]) == len(register.all(kind))
        for row in document["rows"]:
            texts = [row[path[0]] for path in places(row) if len(path) == 1]
            assert all(visible(text.replace("\n", " ")) == text.replace("\n", " ") for text in texts)
        rows = list(csv.reader(io.StringIO(as_csv(seen))))
        assert {len(row) for row in rows} == {len(seen.columns)}
        for row in rows[1:]:
            for cell in row:
                assert not re.match(r"[=+@|%\t\r]|-(?![0-9])", cell)
                assert visible(cell) == cell
        table = READER.parse(as_markdown(seen))
        assert {token.type for token in table if token.type.startswith("html")} == set()
        assert sum(token.type == "tr_open" for token in table) == (len(seen.rows) + 1)


@pytest.mark.parametrize("word", HOSTILES)
def test_no_message_of_a_check_is_written_through(folder: Path, word: str) -> None:
    register = poisoned(folder, word, word)
    for check in CHECKS:
        for finding in check(register, AS_AT):
            place, words = Location("a.yaml"), (finding.message, finding.hint)
            assert line(Diagnostic(place, check.number, check.severity, *words)).isprintable()
