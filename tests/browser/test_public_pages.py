"""What the public reads, in a browser: on any screen, by keyboard and screen reader, as valid HTML."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.browser.checker import complaints
from tests.browser.conftest import Open
from tests.publishing.made_up import made

from lif.calendars import parse_period
from lif.exchange.public_files import public_site_files
from lif.measures.assemble import assemble
from lif.publishing import PublicSet, Stamped, public_set
from lif.reports.public_scorecard import render_public
from lif.views.public_scorecard import public_scorecard
from lif.workspace import Workspace

pytestmark = pytest.mark.xdist_group("browser")

AS_AT = date(2025, 12, 10)
PAGES = (
    *("scorecard.html", "hidden.html", "site/index.html", "site/indicators/index.html", "site/about.html"),
    *("site/indicators/children-in-need-rate.html", "site/priorities/priority-neglect.html"),
    *("site/elements/element-performance.html", "site/notes.html", "site/search.html"),
    *("site/publications.html", "site/priorities/index.html", "site/elements/index.html"),
)
FOCUSABLE = "a[href], summary, [tabindex='0'], input"


def _real(root: Path) -> PublicSet:
    workspace = Workspace.load(root, AS_AT, checks=())
    stamp = Stamped("publication-x", "Figures for the public", AS_AT, "1", parse_period("2024-25-Q4"))
    found = public_set(workspace.register, assemble(workspace.register, AS_AT), stamp, ())
    assert found.made is not None, found.refusals
    return found.made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The scorecard and the site of North East Lincolnshire, and a scorecard with hidden figures."""
    real, out = _real(root), tmp_path_factory.mktemp("public")
    files = {f"site/{path}": content for path, content in public_site_files(real).items()}
    files["scorecard.html"] = render_public(public_scorecard(real), "html").encode()
    files["hidden.html"] = render_public(public_scorecard(made()), "html").encode()
    for path, content in files.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(content)
    return out


@pytest.mark.parametrize("width", [1280, 640, 320])
@pytest.mark.parametrize("path", PAGES)
def test_it_fits_and_axe_finds_nothing(folder: Path, opened: Open, path: str, width: int) -> None:
    """640 is a window of 1280 at 200%."""
    seen = opened(folder / path, width)
    seen.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert seen.sideways() <= 0
    assert seen.complaints == []
    assert all(asked.startswith("file:") for asked in seen.requests)
    if width != 640:
        assert seen.violations() == []


@pytest.mark.parametrize("path", ["hidden.html", "site/index.html", "site/notes.html"])
def test_the_keyboard_reaches_everything(folder: Path, opened: Open, path: str) -> None:
    seen = opened(folder / path)
    wanted = seen.page.evaluate(
        f"[...document.querySelectorAll({FOCUSABLE!r})].filter(e => e.checkVisibility())"
        ".map((e, i) => { e.dataset.stop = i; return i; })"
    )
    reached = []
    for _ in wanted:
        seen.page.keyboard.press("Tab")
        reached.append(seen.page.evaluate("document.activeElement.dataset.stop"))
    assert reached == [str(number) for number in wanted]


def test_the_search_finds_a_figure(folder: Path, opened: Open) -> None:
    seen = opened(folder / "site/search.html")
    seen.page.fill("#search--words", "neglect")
    found = seen.page.locator("#search--found a").all_inner_texts()
    assert "Neglect" in found
    assert "Assessments naming neglect" in found


def test_the_checker_of_html_finds_nothing(folder: Path) -> None:
    """It takes a style sheet beside a page in a folder for one from elsewhere; browsers do not."""
    found = complaints(folder / path for path in PAGES)
    assert [one for one in found if "external stylesheet" not in one and "external script" not in one] == []
