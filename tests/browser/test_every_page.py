"""Every paper of `lif report` in a browser: everybody can read it, on any screen and on paper."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest
from tests.browser.checker import complaints
from tests.browser.conftest import Open, Opened
from tests.reports.every_paper import ASKED, NARROWED

from lif.cli.reports import REPORTS, About
from lif.workspace import Workspace

pytestmark = pytest.mark.xdist_group("browser")

AS_AT = date(2025, 12, 10)
FOCUSABLE = "a[href], summary, [tabindex='0']"
TABLES = ("table", "tr", "td", "tbody th", "thead th")
ROLES: tuple[Any, ...] = ("table", "row", "cell", "rowheader", "columnheader")
MOST_STOPS = 400


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, root: Path) -> dict[str, Path]:
    """Each paper of North East Lincolnshire's workspace as a file, those that may be long cut to a part."""
    workspace = Workspace.load(root, AS_AT, checks=())
    folder = tmp_path_factory.mktemp("papers")
    for name, asked in (ASKED | NARROWED).items():
        paper = REPORTS[name].make(name, workspace, About(**asked), False)
        (folder / f"{name}.html").write_text(paper.text("html"), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in ASKED}


def unfold(opened: Opened) -> None:
    opened.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


@pytest.mark.parametrize("width", [1280, 640, 320])
@pytest.mark.parametrize("name", list(REPORTS))
def test_it_fits_asks_for_nothing_and_axe_finds_nothing(
    papers: dict[str, Path], opened: Open, name: str, width: int
) -> None:
    """640 is a window of 1280 at 200%."""
    seen = opened(papers[name], width)
    assert seen.sideways() <= 0
    unfold(seen)
    assert seen.sideways() <= 0
    assert (seen.requests, seen.complaints) == ([papers[name].as_uri()], [])
    if width != 640:
        assert seen.violations() == []


@pytest.mark.parametrize("name", list(REPORTS))
def test_a_table_is_a_table_to_a_screen_reader_on_a_phone_too(
    papers: dict[str, Path], opened: Open, name: str
) -> None:
    seen = opened(papers[name], 320)
    unfold(seen)
    there = [seen.page.locator(tag).count() for tag in TABLES]
    assert [seen.page.get_by_role(role).count() for role in ROLES] == there


@pytest.mark.parametrize("name", list(REPORTS))
def test_the_keyboard_reaches_everything(papers: dict[str, Path], opened: Open, name: str) -> None:
    seen = opened(papers[name])
    wanted = seen.page.evaluate(
        f"[...document.querySelectorAll({FOCUSABLE!r})].filter(e => e.checkVisibility())"
        ".map((e, i) => { e.dataset.stop = i; return i; })"
    )
    assert len(wanted) <= MOST_STOPS, "cut this paper to a part in NARROWED: it takes too long to walk"
    reached = []
    for _ in wanted:
        seen.page.keyboard.press("Tab")
        reached.append(seen.page.evaluate("document.activeElement.dataset.stop"))
    assert reached == [str(number) for number in wanted]


@pytest.mark.parametrize("name", list(REPORTS))
def test_it_prints_whole_with_its_marking_and_number_on_each_page(
    papers: dict[str, Path], opened: Open, name: str
) -> None:
    printed = opened(papers[name]).page.pdf(print_background=True, prefer_css_page_size=True)
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(printed)).pages]
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert "OFFICIAL-SENSITIVE" in text
    assert all(len(text.split()) > 25 for text in pages[:-1]), "a page is all but empty"


def test_the_checker_of_html_finds_nothing(papers: dict[str, Path]) -> None:
    assert complaints(papers.values()) == []
