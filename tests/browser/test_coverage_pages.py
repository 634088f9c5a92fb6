"""Coverage and triangulation of the illustrative year in a browser: every width, in the dark, by axe-core."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.browser.conftest import Open, Opened

from lif.measures.assemble import assemble
from lif.records.priorities import Priority
from lif.reports import coverage as coverage_paper
from lif.reports import triangulation as triangulation_paper
from lif.reports.papers import Stamp
from lif.views.coverage import coverage
from lif.views.triangulation import triangulation
from lif.workspace import Workspace

pytestmark = pytest.mark.xdist_group("browser")

PAPERS = ("coverage", "triangulation")
AS_AT = date(2025, 12, 10)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, root: Path) -> dict[str, Path]:
    """Each paper of North East Lincolnshire's workspace as a file."""
    register = Workspace.load(root, AS_AT, checks=()).register
    figures, stamp, body = assemble(register, AS_AT), Stamp("0.0.0", None, None), "The board"
    neglect = register.record(Priority, "priority-neglect")
    pages = {
        "coverage": coverage_paper.render(coverage(register, figures, AS_AT), body, stamp, "html"),
        "triangulation": triangulation_paper.render(
            triangulation(register, figures, neglect, AS_AT), body, stamp, "html"
        ),
    }
    folder = tmp_path_factory.mktemp("papers")
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in pages}


def unfold(opened: Opened) -> None:
    opened.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


@pytest.mark.parametrize("width", [1280, 1000, 800, 640, 320])
@pytest.mark.parametrize("name", PAPERS)
def test_it_fits_asks_for_nothing_and_complains_of_nothing(
    papers: dict[str, Path], opened: Open, name: str, width: int
) -> None:
    seen = opened(papers[name], width)
    assert seen.sideways() <= 0
    unfold(seen)
    assert seen.sideways() <= 0
    assert seen.requests == [papers[name].as_uri()]
    assert seen.complaints == []


@pytest.mark.parametrize(
    ("name", "width", "settings"),
    [
        ("coverage", 1280, {}),
        ("coverage", 320, {"color_scheme": "dark"}),
        ("triangulation", 1280, {}),
        ("triangulation", 320, {"color_scheme": "dark"}),
        ("triangulation", 1280, {"forced_colors": "active"}),
    ],
)
def test_axe_finds_nothing_against_it(
    papers: dict[str, Path], opened: Open, name: str, width: int, settings: dict[str, str]
) -> None:
    seen = opened(papers[name], width, **settings)
    assert seen.violations() == []


def test_the_states_of_an_empty_cell_are_not_lost_on_a_phone(papers: dict[str, Path], opened: Open) -> None:
    """Empty cells fold away at 320 pixels; the state beside them still says that nothing is shown."""
    seen = opened(papers["coverage"], 320)
    row = seen.page.locator(".cover tr", has_text="not shown").first
    assert row.locator("td.none").first.is_hidden()
    assert row.get_by_text("not shown").first.is_visible()
