"""The page of a golden thread in a browser: every width, in the dark, printed, and by axe-core."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.browser.conftest import Open

from lif.measures.assemble import assemble
from lif.reports.papers import Stamp
from lif.reports.trace import render
from lif.views.thread import thread
from lif.workspace import Workspace

pytestmark = pytest.mark.xdist_group("browser")

AS_AT = date(2025, 12, 10)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The thread of a rapid review of the illustrative year: deep, wide, and broken in a place."""
    register = Workspace.load(root, AS_AT, checks=()).register
    found = thread(register, assemble(register, AS_AT), "review-c", AS_AT)
    assert found is not None and found.joints("broken")
    path = tmp_path_factory.mktemp("trace") / "trace.html"
    path.write_text(render(found, "The board", Stamp("0.0.0", None, None), "html", False), encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [1280, 800, 640, 320])
def test_it_fits_asks_for_nothing_and_complains_of_nothing(page: Path, opened: Open, width: int) -> None:
    seen = opened(page, width)
    assert seen.sideways() <= 0
    assert seen.requests == [page.as_uri()]
    assert seen.complaints == []


@pytest.mark.parametrize(
    ("width", "settings"),
    [(1280, {}), (320, {"color_scheme": "dark"}), (1280, {"forced_colors": "active"})],
)
def test_axe_finds_nothing_against_it(page: Path, opened: Open, width: int, settings: dict[str, str]) -> None:
    assert opened(page, width, **settings).violations() == []


def test_a_break_is_told_apart_without_colour(page: Path, opened: Open) -> None:
    """Words before it, and a line of another shape: double for a break, dashed for what is to come."""
    seen = opened(page, 1280)
    style = "e => getComputedStyle(e).borderLeftStyle"
    broken = seen.page.locator(".joint.broken").first
    assert broken.inner_text().startswith("Breaks here:")
    assert broken.evaluate(style) == "double"
    assert seen.page.locator(".joint.due").first.evaluate(style) == "dashed"
