"""Every paper of the real workspace with hostile words in every text of every record: they stay words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from tests.reports.every_paper import ASKED
from tests.reports.poison import HOSTILES, poisoned
from tests.reports.reader import read

from lif.cli.reports import REPORTS, About, Paper
from lif.diagnostics import visible
from lif.workspace import Workspace

AS_AT = date(2025, 12, 10)
WORDS = {
    "marks up": "</style></svg></textarea><svg onload=alert(1)><script>alert(2)</script>",
    "leaves an attribute": '"><img src=x onerror=alert(1)>',
    "is Markdown": "![x](http://example.org/p.png) [x](javascript:alert(1)) | a | ``` <b> # h",
    "hides": next(word for word in HOSTILES if "\u202e" in word and "\u2066" in word),
}
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
LIVE = {"script", "img", "iframe", "object", "embed", "form", "input", "link", "base", "video", "textarea"}


@pytest.fixture(scope="module")
def plain(root: Path) -> Workspace:
    return Workspace.load(root, AS_AT, checks=())


@pytest.fixture(scope="module", params=list(WORDS))
def papers(request: pytest.FixtureRequest, plain: Workspace) -> dict[str, Paper]:
    word = WORDS[request.param]
    workspace = replace(plain, register=poisoned(plain.register, word, word))
    return {name: _made(name, workspace) for name in ASKED}


def _made(name: str, workspace: Workspace) -> Paper:
    """The paper; what it is about is asked for by id, since every name is another now."""
    asked = {key: _id(workspace, words) for key, words in ASKED[name].items()}
    return REPORTS[name].make(name, workspace, About(**asked), False)


def _id(workspace: Workspace, words: str) -> str:
    found = [id_ for id_ in workspace.register.entries if id_ == words or id_.endswith(f"-{words}")]
    return next((id_ for id_ in found if id_ == words or id_.startswith(("theme-", "priority-"))), words)


@pytest.mark.parametrize("name", list(REPORTS))
def test_a_page_holds_nothing_that_a_record_put_there(papers: dict[str, Paper], name: str) -> None:
    text = papers[name].text("html")
    page = read(text)
    assert page.slips == ()
    assert {element.tag for element in page.all()} & LIVE == set()
    assert not [each for element in page.all() for each in element.attrib if each.startswith("on")]
    assert all(re.match(r"#|https?://|mailto:", link) for link in page.values("href"))
    assert visible(text.replace("\n", " ")) == text.replace("\n", " ")
    names = page.values("id")
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", list(REPORTS))
def test_markdown_holds_nothing_that_a_record_put_there(papers: dict[str, Paper], name: str) -> None:
    text = papers[name].text("md")
    tokens = [each for token in READER.parse(text) for each in (token, *(token.children or ()))]
    assert {token.content for token in tokens if token.type == "html_inline"} <= {"<br>"}
    assert not {token.type for token in tokens} & {"html_block", "image", "fence", "code_block"}
    links = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
    assert all(re.match(r"#|https?://|mailto:", link) for link in links)
    assert visible(text.replace("\n", " ")) == text.replace("\n", " ")
