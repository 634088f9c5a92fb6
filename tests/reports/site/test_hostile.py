"""Hostile words in every text of every record: on pages, in the search and in the feed they stay words."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.reports.poison import HOSTILES, poisoned
from tests.reports.reader import read
from tests.reports.site.conftest import AS_AT, STAMP

from lif.exchange.feeds import Feed, as_atom
from lif.reports.characters import visible
from lif.reports.site import Made, files
from lif.views.papers import Question
from lif.views.site import Site, site
from lif.workspace import Workspace

pytestmark = pytest.mark.xdist_group("site")

WORDS = {
    "marks up": (
        "</style></svg></textarea></title></script><svg onload=alert(1)><script>alert(2)</script>"
        "\"'><img src=x onerror=alert(1)> ![x](http://example.org/p.png) [x](javascript:alert(1)) | a | ```"
        " <b> # h &lt;i&gt; `${alert(1)}` \\u003c ]]> <!-- --!>"
    ),
    "hides": "a\u2028b\u2029c " + next(word for word in HOSTILES if "\u202e" in word and "\u2066" in word),
}
LIVE = (
    "script:not([src='search.js']), img, iframe, object, embed, form, base, video, audio, textarea, "
    "style, template, foreignObject"
)


@pytest.fixture(scope="module", params=list(WORDS))
def hostile(request: pytest.FixtureRequest, root: Path) -> tuple[Site, dict[str, str]]:
    workspace = Workspace.load(root, AS_AT, checks=())
    word = WORDS[request.param]
    register = poisoned(workspace.register, word, word)
    board = next(e.record for e in register.entries.values() if e.record.id == workspace.board.id)
    found = site(Question(register, AS_AT, board))  # type: ignore[arg-type]
    return found, dict(files(found, Made(STAMP)))


def test_no_page_holds_what_a_record_put_there(hostile: tuple[Site, dict[str, str]]) -> None:
    for path, text in hostile[1].items():
        if not path.endswith(".html"):
            continue
        tree = LexborHTMLParser(text)
        assert tree.css(LIVE) == [], path
        for node in tree.css("*"):
            assert not [name for name in node.attributes if name.startswith("on") or name == "style"], path
        for node in tree.css("[href], [src]"):
            link = node.attributes.get("href") or node.attributes.get("src") or ""
            assert re.fullmatch(r"https?://\S+|mailto:\S+|#[\w-]+|(?:\.\./)?[\w./-]+(?:#[\w-]+)?", link), path
        ids = [node.attributes["id"] for node in tree.css("[id]")]
        assert len(ids) == len(set(ids)), path
        assert visible(text) == text, path
        assert tree.css("h1, main, footer") != []


@pytest.mark.parametrize("path", ["index.html", "actions/index.html", "a-z.html", "reviews/review-d.html"])
def test_a_reader_has_nothing_to_put_right(hostile: tuple[Site, dict[str, str]], path: str) -> None:
    assert read(hostile[1][path]).slips == ()


def test_they_can_be_read_as_they_are(hostile: tuple[Site, dict[str, str]]) -> None:
    words = LexborHTMLParser(hostile[1]["actions/index.html"]).css_first("main")
    assert words is not None
    shown = words.text()
    assert "<script>alert(2)</script>" in shown or "\ufffd" in shown


def test_the_search_is_plain_letters_and_holds_its_words_as_text(
    hostile: tuple[Site, dict[str, str]],
) -> None:
    first, _, rest = hostile[1]["search.js"].partition(";\n")
    assert first.isascii()
    assert "\n" not in first
    rows = json.loads(first.removeprefix("const PLACES = "))
    assert len(rows) == len(hostile[0].entries)
    assert "innerHTML" not in rest
    assert "insertAdjacent" not in rest


def test_the_feed_is_well_formed(hostile: tuple[Site, dict[str, str]]) -> None:
    about = Feed("title <b>", "author & co", "nel", "MARKED", "0", date(2025, 12, 10))
    root = ET.fromstring(as_atom(hostile[0].lately, about))
    entries = root.findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == len(hostile[0].lately) > 20
