"""Markdown escaping and prose: what a record says stays what it says, whatever it was written to do."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup
from tests.reports.series import HOSTILE

from lif.reports.characters import one_line, visible
from lif.reports.markdown import MarkdownText, cell, escape, finalized, link, safe_link
from lif.reports.narrative import narrative_html, narrative_markdown

# As generous a reader as there is: HTML on, tables and strikethrough on.
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
MARKS = st.text(alphabet=st.sampled_from("\\`*_{}[]()<>#+-.!|~&;=:\"' 12a\n\t"), max_size=24)


class _Words(HTMLParser):
    """The words and the tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _read(html: str) -> tuple[list[str], str]:
    reader = _Words()
    reader.feed(html)
    reader.close()
    return reader.tags, " ".join("".join(reader.words).split())


@settings(max_examples=300)
@given(st.one_of(MARKS, st.text(max_size=30)))
@example("# Approved by the board")
@example("![x](http://example.org)")
@example("a\n\n<script>alert(1)</script>")
@example("1. one")
@example("&lt;b&gt; &#42;")
@example("---")
def test_escaped_words_read_back_as_the_words(text: str) -> None:
    tags, words = _read(READER.render(f"{escape(text)}\n"))
    expected = " ".join(one_line(text).split())
    assert words == expected
    assert tags == (["p"] if expected else [])


@settings(max_examples=200)
@given(st.one_of(MARKS, st.text(max_size=30)))
@example(HOSTILE)
def test_a_cell_stays_a_cell(text: str) -> None:
    made = cell(text)
    assert "\n" not in made
    tags, words = _read(READER.render(f"| a | b |\n|---|---|\n| {made} | end |\n"))
    assert [tag for tag in tags if tag != "br"] == [
        *("table", "thead", "tr", "th", "th"),
        "tbody",
        "tr",
        "td",
        "td",
    ]
    assert words.endswith("end")


def test_words_that_need_nothing_are_left_alone() -> None:
    for text in ("84.9%", "-5.2", "2,317 of 2,729", "Q4 2025/26", "it's 3 July 2024 (draft)", "Well done!"):
        assert escape(text) == text or text.endswith("!")


def test_what_is_markdown_already_is_not_escaped_again() -> None:
    assert finalized(MarkdownText("**a**")) == "**a**"
    assert finalized("**a**") == r"\*\*a\*\*"
    assert finalized(12) == "12"


@pytest.mark.parametrize("value", [None, 1.5, True, Markup("<b>"), ["a"]])
def test_what_was_not_put_into_words_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match=r"A (Markdown )?template prints"):
        finalized(value)


SAFE = [
    "https://www.gov.uk/x?a=1&b=2",
    "http://a.b",
    "mailto:board@example.org",
    "#mash-02",
    "actions/act-1.html#x",
]
UNSAFE = [
    *(
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
    ),
    *("vbscript:x", "//evil.example", "file:///etc/passwd", "https://a b", "\u202ehttps://a", "", "x:y"),
]


@pytest.mark.parametrize("address", SAFE)
def test_safe_links(address: str) -> None:
    assert safe_link(address)
    assert _read(READER.render(link("a [b]", address))) == (["p", "a"], "a [b]")


@pytest.mark.parametrize("address", UNSAFE)
def test_links_that_are_words_only(address: str) -> None:
    assert not safe_link(address)
    assert _read(READER.render(link("a [b]", address))) == (["p"], "a [b]")


ALLOWED = {"p", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br"}
PROSE = """The **vacancy rate** in the *decision team* was 31%.

- one, with [guidance](https://www.gov.uk/guidance)
- two
  1. nested

> We were not asked. *A young person*
"""


def test_prose_keeps_its_lists_quotations_and_emphasis() -> None:
    tags, words = _read(narrative_html(PROSE))
    assert tags == ["p", "strong", "em", "ul", "li", "a", "li", "ol", "li", "blockquote", "p", "em"]
    again, same = _read(READER.render(narrative_markdown(PROSE)))
    assert same == words
    assert [tag for tag in again if tag != "p"] == [tag for tag in tags if tag != "p"]


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "# Approved by the board",
        "Title\n=====",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,AAAA)",
        "![x](https://example.org/pixel.png)",
        "<https://example.org/auto>",
        "[x]: javascript:alert(1)\n\n[x]",
        "    code",
        "```\ncode\n```",
        "- - - -",
        '[a](https://example.org/" onclick="alert(1))',
        ">" * 200 + "deep",
        "*" * 500 + "a" + "*" * 500,
    ],
)
def test_prose_lets_nothing_else_through(text: str) -> None:
    html = narrative_html(text)
    for made in (html, READER.render(narrative_markdown(text))):
        tags, _ = _read(made)
        assert set(tags) <= ALLOWED
        assert not re.search(r"<[^>]*\s(on\w+|style|src)=", made)
        assert not re.search(r'href="(?!https?://|mailto:)', made)
        assert visible(made) == made


@settings(max_examples=200, deadline=None)
@given(st.one_of(MARKS, st.text(max_size=60)))
def test_prose_says_the_same_in_markdown_as_in_html(text: str) -> None:
    html_tags, html_words = _read(narrative_html(text))
    tags, words = _read(READER.render(narrative_markdown(text)))
    assert set(html_tags) | set(tags) <= ALLOWED
    assert words.replace(" ", "") == html_words.replace(" ", "")
