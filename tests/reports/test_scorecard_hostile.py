"""Hostile words in every text of every record: they stay words, in every form that they go out in."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from tests.folders import written
from tests.reports import poison
from tests.reports.papers import AS_AT, FILES, STAMP
from tests.reports.poison import HOSTILES, places
from tests.reports.reader import Page, read
from tests.small_board import SMALL
from tests.views.small_papers import LAST

from lif.checks.registry import CHECKS
from lif.cli.summary import summary
from lif.diagnostics import Diagnostic, Location, line, visible
from lif.exchange.listings import as_csv, as_json, as_markdown
from lif.measures.assemble import assemble
from lif.records.governance import Group
from lif.records.kinds import KINDS
from lif.register import Register
from lif.reports.scorecard import render
from lif.views.listing import listing
from lif.views.scorecard import Scorecard, scorecard
from lif.views.scorecard.question import Ask
from lif.workspace import Workspace


@cache
def board(folder: Path) -> Register:
    """The records of the board behind the golden papers."""
    loaded = Workspace.load(written(folder, {**SMALL, **FILES}), AS_AT, checks=())
    assert not loaded.errors
    return loaded.register


def poisoned(folder: Path, word: str, prose: str) -> Register:
    """The board with every free text replaced, prose apart."""
    return poison.poisoned(board(folder), word, prose)


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
