"""A whole paper of invented figures: held to the byte, read as software does, fed with hostile words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markupsafe import Markup
from tests.reports.demonstration.page import TEMPLATES, Paper, context
from tests.reports.series import HOSTILE

from lif.reports.characters import visible
from lif.reports.environments import environments

GOLDEN = Path(__file__).resolve().parent / "golden"
VOID = {"meta", "br", "link", "img", "input", "hr"}


def page(ending: str, given: dict[str, Any] | None = None) -> str:
    """The demonstration as `html` or `md`."""
    return environments(TEMPLATES).render(f"demonstration.{ending}.j2", **(given or context()))


@pytest.mark.parametrize("ending", ["html", "md"])
def test_the_same_bytes(ending: str, update_golden: bool) -> None:
    made, kept = page(ending).encode(), GOLDEN / f"demonstration.{ending}"
    if update_golden:
        kept.write_bytes(made)
    assert made == kept.read_bytes()
    assert made == page(ending).encode()


class _Reader(HTMLParser):
    """What a page is made of, its elements checked to close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.headings: list[int] = []
        self.cells: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in ("td", "th"):
            self.cells.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if self.cells and tag == "use":
            self.cells[-1] += "sign"

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        if "td" in self.open or "th" in self.open:
            self.cells[-1] += data.strip()

    def values(self, name: str) -> list[str]:
        """All values of an attribute, in order."""
        return [value for _, found, value in self.attributes if found == name]


def read(html: str) -> _Reader:
    """The page, read to its end."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def test_the_page_is_whole() -> None:
    reader = read(page("html"))
    assert reader.wrong == reader.open == []
    ids = reader.values("id")
    assert len(ids) == len(set(ids))
    wanted = [
        part
        for name in ("aria-labelledby", "aria-describedby")
        for value in reader.values(name)
        for part in value.split()
    ]
    wanted += [value[1:] for value in reader.values("href") if value.startswith("#")]
    missing = {name for name in wanted if name not in ids} - {"SAR-01", "DA-05", "VOI-02"}
    assert missing == set()  # the three are rows of the demonstration without a card


def test_the_page_is_for_everybody() -> None:
    html = page("html")
    reader = read(html)
    assert '<html lang="en-GB">' in html
    assert reader.headings[0] == 1 and reader.headings.count(1) == 1
    assert all(b <= a + 1 for a, b in zip(reader.headings, reader.headings[1:], strict=False))
    assert reader.tags["table"] == reader.tags["caption"]
    assert reader.tags["th"] == len(
        [1 for tag, name, _ in reader.attributes if (tag, name) == ("th", "scope")]
    )
    assert [cell for cell in reader.cells if not cell] == []
    assert set(reader.values("role")) <= {
        *("img", "note", "region", "table", "rowgroup", "row", "columnheader", "rowheader", "cell")
    }


def test_the_page_is_one_file_that_asks_for_nothing() -> None:
    html = page("html")
    reader = read(html)
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & set(reader.tags)
    assert reader.values("src") == []
    assert [href for href in reader.values("href") if not href.startswith("#")] == []
    assert [name for _, name, _ in reader.attributes if name.startswith("on") or name == "style"] == []
    assert "default-src 'none'" in html


def test_a_page_that_is_final_and_real_has_no_banner() -> None:
    made = page("html", context() | {"paper": Paper(draft=False, illustrative=False)})
    assert 'class="banner"' not in made
    assert "DRAFT" not in made


KEPT = {"id", "signs", "status", "variation", "assurance", "wide", "narrow", "spark", "illustrative"}


def poisoned(value: Any, word: str) -> Any:
    """The same context with every text in it replaced, except ids, charts and names of signs."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return word
    if isinstance(value, Paper):
        return Paper(**{f.name: poisoned(getattr(value, f.name), word) for f in fields(value)})
    if isinstance(value, SimpleNamespace):
        changed = {k: v if k in KEPT else poisoned(v, word) for k, v in vars(value).items()}
        for name in KEPT & set(changed):
            if name in ("status", "variation", "assurance"):
                changed[name] = (changed[name][0], word)
            elif name == "signs":
                changed[name] = [(kind, word) for kind, _ in changed[name]]
        return SimpleNamespace(**changed)
    if isinstance(value, (list, tuple)):
        return type(value)(poisoned(item, word) for item in value)
    if isinstance(value, dict):
        return {key: poisoned(item, word) for key, item in value.items()}
    return value


def test_hostile_words_change_nothing_but_words_in_html() -> None:
    plain, hostile = (read(page("html", poisoned(context(), word))) for word in ("two words", HOSTILE))
    assert hostile.wrong == hostile.open == []
    assert hostile.tags == plain.tags
    assert [(tag, name) for tag, name, _ in hostile.attributes] == [
        (tag, name) for tag, name, _ in plain.attributes
    ]
    html = page("html", poisoned(context(), HOSTILE))
    assert "{{7*7}}" in html
    assert visible(html) == html
    assert html.count("</style>") == 1


def test_hostile_words_change_nothing_but_words_in_markdown() -> None:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

    def shape(word: str) -> list[str]:
        tokens = reader.parse(page("md", poisoned(context(), word)))
        inner = [[child.type for child in token.children or []] for token in tokens]
        return [f"{token.type} {' '.join(types)}" for token, types in zip(tokens, inner, strict=True)]

    assert shape(HOSTILE) == shape("two words")
    made = page("md", poisoned(context(), HOSTILE))
    assert visible(made) == made
