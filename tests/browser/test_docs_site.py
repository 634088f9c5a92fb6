"""The documentation's pages: whole, asking for nothing, and usable by everybody on any screen."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.browser.checker import complaints
from tests.browser.conftest import Open

pytestmark = pytest.mark.xdist_group("browser")

SEEN = (
    "index",
    "a-to-z",
    "readme",
    "guides/reviews",
    "guides/publishing",
    "guides/the-working-year",
    "guides/how-figures-are-made",
    "guides/editing-on-github",
    "reference/commands/report",
    "reference/figures/education",
    "reference/index",
    "reference/records/indicator",
    "reference/messages/figures",
    "decisions/0025-pdf-and-word-are-printed-from-the-page",
)
"""Pages of every shape: lists, wide tables, long ones, pictures."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "scripts/docs_site.py", str(folder)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, LexborHTMLParser]:
    return {path: LexborHTMLParser(path.read_bytes()) for path in sorted(site.rglob("*.html"))}


def attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


def test_every_link_leads_to_a_page_a_heading_or_a_file(pages: dict[Path, LexborHTMLParser]) -> None:
    ids = {path: {attribute(each, "id") for each in page.css("[id]")} for path, page in pages.items()}
    broken = []
    for path, page in pages.items():
        for href in (attribute(each, "href") for each in page.css("a[href], link[href]")):
            if re.match(r"(https?|mailto):", href):
                continue
            name, _, fragment = href.partition("#")
            to = (path.parent / unquote(name)).resolve() if name else path
            if not to.is_file() or (fragment and fragment not in ids.get(to, set())):
                broken.append(f"{path.name}: {href}")
    assert broken == []


def test_every_page_is_reached_from_the_first(site: Path, pages: dict[Path, LexborHTMLParser]) -> None:
    """By links in the text and beside it; A to Z, which has everything, is left out."""
    reached, ahead = set(), [site / "index.html"]
    while ahead:
        path = ahead.pop()
        if path in reached or path not in pages:
            continue
        reached.add(path)
        hrefs = (attribute(each, "href").partition("#")[0] for each in pages[path].css("a[href]"))
        ahead += [(path.parent / href).resolve() for href in hrefs if href and "a-to-z" not in href]
    assert {each.relative_to(site).as_posix() for each in pages.keys() - reached} == {"a-to-z.html"}


def test_a_page_holds_no_script_and_nothing_of_another_host(pages: dict[Path, LexborHTMLParser]) -> None:
    for path, page in pages.items():
        assert page.css("script, iframe, object, embed, form") == [], path
        asked = [attribute(each, "src") for each in page.css("[src]")]
        asked += [attribute(each, "href") for each in page.css("link")]
        assert [each for each in asked if "//" in each] == [], path


def test_the_style_asks_for_nothing(site: Path) -> None:
    for path in site.rglob("*.css"):
        assert not re.search(r"@import|url\(", path.read_text(encoding="utf-8")), path


def test_a_page_says_its_language_and_has_its_headings_in_order(pages: dict[Path, LexborHTMLParser]) -> None:
    for path, page in pages.items():
        html = page.css_first("html")
        assert html is not None
        assert attribute(html, "lang") == "en-GB"
        levels = [int((each.tag or "h0")[1]) for each in page.css("main :is(h1, h2, h3, h4, h5, h6)")]
        assert levels[:1] == [1] and levels.count(1) == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_what_heads_a_column_or_a_row_has_words(pages: dict[Path, LexborHTMLParser]) -> None:
    for path, page in pages.items():
        heads = page.css("th")
        assert all(each.text(strip=True) and attribute(each, "scope") for each in heads), path


def test_the_checker_of_html_finds_nothing(pages: dict[Path, LexborHTMLParser]) -> None:
    assert complaints(pages) == []


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", SEEN)
def test_it_fits_and_axe_finds_nothing(site: Path, opened: Open, name: str, width: int) -> None:
    path = site / f"{name}.html"
    seen = opened(path, width)
    assert seen.sideways() <= 0
    assert seen.complaints == []
    assert all(each.startswith(site.as_uri()) for each in seen.requests)
    assert seen.violations() == []


def test_no_page_is_wider_than_a_phone(site: Path, pages: dict[Path, LexborHTMLParser], opened: Open) -> None:
    seen = opened(site / "index.html", 320)
    wide = {}
    for path in pages:
        seen.page.goto(path.as_uri())
        if (by := seen.sideways()) > 0:
            wide[path.relative_to(site).as_posix()] = by
    assert wide == {}


def test_an_option_is_never_broken_after_its_hyphens(site: Path, opened: Open) -> None:
    seen = opened(site / "guides/the-working-year.html", 320)
    options = seen.page.locator("pre .option")
    assert options.count() > 10
    lines = options.evaluate_all("found => found.map(each => each.getClientRects().length)")
    assert set(lines) == {1}


def test_a_long_page_lists_its_parts_beside_it(site: Path, pages: dict[Path, LexborHTMLParser]) -> None:
    page = pages[site / "guides/publishing.html"]
    listed = [each.text() for each in page.css("nav[aria-labelledby=on-this-page] a")]
    assert listed == [each.text(strip=True) for each in page.css("main h2")]


def test_a_page_is_found_by_its_first_word(site: Path, pages: dict[Path, LexborHTMLParser]) -> None:
    """In the A to Z articles do not count, and the numbered decisions stand at the end."""
    page = pages[site / "a-to-z.html"]
    letters = [each.text(strip=True) for each in page.css("main h2")]
    assert letters == [*sorted(letters[:-1]), "0 to 9"]
    assert [each.text(strip=True) for each in page.css(".letters a")] == letters
    section = page.css_first("h2#b + ul")
    assert section is not None
    assert "A board's own repository" in section.text()


def test_a_table_stays_one_on_a_phone(site: Path, opened: Open) -> None:
    seen = opened(site / "reference/records/action.html", 320)
    rows = seen.page.locator("table").first.locator("tr").count()
    assert rows > 5
    assert seen.page.get_by_role("table").first.get_by_role("row").count() == rows
