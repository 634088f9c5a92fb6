"""The calendar in a browser: wide and narrow, in the dark, on paper, and for everybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.browser.conftest import Open
from tests.reports.test_calendar import VIEW, made

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("calendar") / "calendar.html"
    path.write_text(made(VIEW, "html"), encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [1280, 640, 320])
def test_it_fits_asks_for_nothing_and_complains_of_nothing(paper: Path, opened: Open, width: int) -> None:
    seen = opened(paper, width)
    assert seen.sideways() <= 0
    assert (seen.requests, seen.complaints) == ([paper.as_uri()], [])


@pytest.mark.parametrize(
    ("width", "settings"),
    [(1280, {}), (320, {}), (1280, {"color_scheme": "dark"}), (320, {"forced_colors": "active"})],
)
def test_axe_finds_nothing_against_it(
    paper: Path, opened: Open, width: int, settings: dict[str, str]
) -> None:
    assert opened(paper, width, **settings).violations() == []


def test_it_says_the_same_without_a_script_and_prints(paper: Path, opened: Open) -> None:
    seen, plain = opened(paper), opened(paper, java_script_enabled=False)
    assert seen.page.inner_text("main") == plain.page.inner_text("main")
    assert seen.page.pdf(format="A4", print_background=True, prefer_css_page_size=True).startswith(b"%PDF-")
