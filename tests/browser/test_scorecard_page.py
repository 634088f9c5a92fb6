"""The scorecard in a browser: wide and narrow, by keyboard, in the dark, on paper, and for everybody."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import pypdf
import pytest
from tests.browser.conftest import Open, Opened
from tests.folders import written
from tests.reports.papers import STAMP, page

from lif.measures.assemble import assemble
from lif.records.governance import Group
from lif.reports.scorecard import render
from lif.views.changes import Moment
from lif.views.changes.since import Since
from lif.views.scorecard import scorecard
from lif.views.scorecard.question import Ask, latest_quarter
from lif.workspace import Workspace

pytestmark = pytest.mark.xdist_group("browser")

GROUPS = ("working-board", "neglect-group", "top-board")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of each depth as a file."""
    folder = tmp_path_factory.mktemp("papers")
    board = tmp_path_factory.mktemp("board")
    found = {}
    for group in GROUPS:
        path = folder / f"{group}.html"
        path.write_text(page(lambda files: written(board, files), "html", group=group), encoding="utf-8")
        found[group] = path
    return found


def unfold(opened: Opened) -> None:
    opened.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


@pytest.mark.parametrize("width", [1280, 768, 640, 320])
@pytest.mark.parametrize("group", GROUPS)
def test_it_fits_asks_for_nothing_and_complains_of_nothing(
    papers: dict[str, Path], opened: Open, group: str, width: int
) -> None:
    """640 is a window of 1280 at 200%, 320 the same at 400%."""
    seen = opened(papers[group], width)
    assert seen.sideways() <= 0
    unfold(seen)
    assert seen.sideways() <= 0
    assert seen.requests == [papers[group].as_uri()]
    assert seen.complaints == []


@pytest.mark.parametrize(
    ("group", "width", "settings"),
    [
        ("working-board", 1280, {}),
        ("working-board", 320, {}),
        ("working-board", 1280, {"color_scheme": "dark"}),
        ("neglect-group", 1280, {}),
        ("top-board", 1280, {"forced_colors": "active"}),
        ("top-board", 320, {"color_scheme": "dark"}),
    ],
)
def test_axe_finds_nothing_against_it(
    papers: dict[str, Path], opened: Open, group: str, width: int, settings: dict[str, str]
) -> None:
    seen = opened(papers[group], width, **settings)
    unfold(seen)
    assert seen.violations() == []


def test_it_says_the_same_without_a_script_and_by_keyboard(papers: dict[str, Path], opened: Open) -> None:
    seen = opened(papers["working-board"], java_script_enabled=True)
    plain = opened(papers["working-board"], java_script_enabled=False)
    assert seen.page.inner_text("main") == plain.page.inner_text("main")
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement.textContent") == "Skip to the paper"
    assert seen.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    seen.page.keyboard.press("Enter")
    assert seen.page.evaluate("location.hash") == "#paper"


def test_links_lead_to_what_is_seen(papers: dict[str, Path], opened: Open) -> None:
    seen = opened(papers["working-board"])
    for link in seen.page.locator("main a[href^='#']").all()[:6]:
        href = link.get_attribute("href")
        assert href
        link.click()
        assert seen.page.locator(f"[id='{href[1:]}']").is_visible()


@pytest.mark.parametrize(("group", "most"), [("working-board", 12), ("top-board", 4)])
def test_it_prints_on_paper_within_its_pages(
    papers: dict[str, Path], opened: Open, group: str, most: int
) -> None:
    seen = opened(papers[group])
    pdf = seen.page.pdf(format="A4", print_background=True, prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF-")
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert 1 <= pages <= most
    assert seen.requests == [papers[group].as_uri()]


@pytest.mark.parametrize(("group", "most"), [("operational-board", 12), ("leadership-board", 4)])
def test_the_papers_of_a_real_board_keep_to_their_pages(
    tmp_path: Path, opened: Open, root: Path, group: str, most: int
) -> None:
    """What stands before the annex: what a board reads. The annex is for looking things up."""
    loaded = Workspace.load(root, date(2025, 12, 10), checks=())
    register, as_at = loaded.register, loaded.as_at
    quarter = latest_quarter(register, as_at)
    assert quarter
    last_met = Moment(register, date(2025, 9, 10))
    since = Since(last_met, "the board met on 10 September 2025", "2025-09-10", why="git is not there")
    ask = Ask(register, assemble(register, as_at), as_at, quarter, register.record(Group, group), since=since)
    path = tmp_path / "scorecard.html"
    path.write_text(render(scorecard(ask), STAMP, "html"), encoding="utf-8")
    printed = opened(path).page.pdf(print_background=True, prefer_css_page_size=True)
    pages = [each.extract_text() for each in pypdf.PdfReader(io.BytesIO(printed)).pages]
    body = next((number for number, text in enumerate(pages) if "Annex: " in text), len(pages))
    assert 1 <= body <= most
