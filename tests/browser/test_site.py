"""The site in a browser, from a folder: each page opened, each link followed, for all, without a script."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.checker import complaints
from tests.browser.conftest import Open, Opened
from tests.folders import written
from tests.reports.papers import FILES
from tests.small_board import SMALL

from lif.cli.site_folder import Folder
from lif.reports.papers import Stamp
from lif.reports.site import Made, files
from lif.views.papers import Question
from lif.views.site import site
from lif.workspace import Workspace

pytestmark = pytest.mark.xdist_group("browser")

AS_AT = date(2025, 5, 20)
LOOP: Mapping[str, str] = {
    "framework/elements/element-audits.yaml": """
        id: element-audits
        letter: A
        name: Audits
        good:
          - id: risk-reduced
            text: |
              Risk is seen and becomes less.
            audiences: [children]
    """,
    "data/reviews/review-x.yaml": """
        id: review-x
        illustrative: true
        title: Review X
        sort: learning-review
        group: audit-group
        milestones:
          - step: decision
            on: 2025-01-10
          - step: completed
            on: 2025-04-30
        themes: [theme-neglect]
        priorities: [priority-neglect]
        findings:
          - id: unread
            text: |
              Nobody read the file.
            themes: [theme-neglect]
            statements: [element-audits/risk-reduced]
        recommendations:
          - id: read-it
            text: |
              Read the file before the visit.
            finding: unread
            response: accepted
            responded_on: 2025-05-15
            agencies: [police]
    """,
    "data/audits/audit-files.yaml": """
        id: audit-files
        title: Whether files are read
        sort: dip-sample
        group: audit-group
        planned: 2025-26-Q1
        question: |
          Is the file read?
        themes: [theme-neglect]
        priorities: [priority-neglect]
        started: 2025-04-14
    """,
    "data/actions/action-read.yaml": """
        id: action-read
        title: Read files before visits
        text: |
          Ask for it in supervision.
        source: review-x/read-it
        source_sort: review
        owner: police-lead
        group: audit-group
        priorities: [priority-neglect]
        agreed_on: 2025-05-15
        due: 2025-05-18
        success_indicator: visits
    """,
    "data/meetings/audit-group-2025-09-17.yaml": """
        id: audit-group-2025-09-17
        illustrative: true
        group: audit-group
        on: 2025-09-17
    """,
    "data/learning/learning-files.yaml": """
        id: learning-files
        title: The file comes first
        on: 2025-05-16
        text: |
          Read it before you knock.
        sources: [review-x/unread]
        group: audit-group
        themes: [theme-neglect]
        products:
          - id: page
            sort: briefing
            title: One page on files
            on: 2025-05-17
            reach:
              - agency: police
                on: 2025-05-18
                people: 40
        test:
          method: dip-sample
          due: 2025-09-30
    """,
}
ONE_OF_EACH = (
    *("index.html", "a-z.html", "dates.html", "kinds.html", "search.html", "actions/index.html"),
    *("indicators/index.html", "indicators/visits.html", "indicators/plans.html", "actions/action-read.html"),
    *("reviews/review-x.html", "audits/audit-files.html", "learning/learning-files.html"),
    *("priorities/priority-neglect.html", "groups/neglect-group.html", "elements/element-audits.html"),
    *("themes/theme-neglect.html", "meetings/working-board-2025-02-12.html", "boards/hill.html"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small board with one of everything, in a folder whose name has a space."""
    top = tmp_path_factory.mktemp("site")
    loaded = Workspace.load(written(top / "board", {**SMALL, **FILES, **LOOP}), AS_AT, checks=())
    assert [d.message for d in loaded.errors] == []
    view = site(Question(loaded.register, AS_AT, loaded.board))
    made = dict(files(view, Made(Stamp("0.0.0", "0" * 40, False))))
    Folder.at(top / "the site").put({path: text.encode() for path, text in made.items()})
    return top / "the site"


@pytest.fixture
def as_it_is(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Opens a page under its own policy: what `opened` switches off so that axe can be brought in."""
    contexts = []

    def open_(path: Path, width: int = 1280, **settings: object) -> Opened:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            offline=True,
            **settings,  # type: ignore[arg-type]
        )
        contexts.append(context)
        found = Opened(context.new_page())
        found.page.on("request", lambda request: found.requests.append(request.url))
        found.page.on("console", lambda said: found.complaints.append(said.text))
        found.page.on("pageerror", lambda fault: found.complaints.append(str(fault)))
        found.page.goto(path.as_uri())
        return found

    yield open_
    for context in contexts:
        context.close()


def pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_fits_has_its_style_and_asks_for_nothing_else(
    folder: Path, as_it_is: Callable[..., Opened], width: int
) -> None:
    seen = as_it_is(folder / "index.html", width)
    style, script = (folder / "style.css").as_uri(), (folder / "search.js").as_uri()
    assert len(pages(folder)) > 80
    for path in pages(folder):
        seen.requests.clear()
        seen.page.goto(path.as_uri())
        assert seen.sideways() <= 0, path
        assert set(seen.requests) == {path.as_uri(), style, *([script] if path.name == "search.html" else [])}
        assert (
            seen.page.evaluate("getComputedStyle(document.querySelector('.top')).borderBottomStyle")
            == "solid"
        )
    assert seen.complaints == []


_STYLED = "getComputedStyle(document.querySelector('.top')).borderBottomStyle"
_ADDRESSES = "all => all.map(a => a.href)"


def test_every_link_leads_to_a_page_and_to_the_place_it_names(
    folder: Path, as_it_is: Callable[..., Opened]
) -> None:
    seen = as_it_is(folder / "index.html")
    waiting, followed = {seen.page.url}, set()
    while waiting:
        url = waiting.pop()
        followed.add(url)
        seen.page.goto(url, wait_until="domcontentloaded")
        assert seen.page.locator("h1").count() == 1, url
        if "#" in url:
            assert seen.page.evaluate("document.querySelector(':target') !== null"), url
        links = seen.page.eval_on_selector_all(
            "main a[href], nav a[href], a.skip", "all => all.map(a => a.href)"
        )
        waiting |= {link for link in links if link.partition("#")[0].endswith(".html")} - followed
    opened = {url.partition("#")[0] for url in followed}
    assert opened == {path.as_uri() for path in pages(folder)}
    assert seen.complaints == []


def test_the_checker_of_html_finds_nothing_against_any_page(folder: Path) -> None:
    """It takes a page in a folder for one without an origin, and says that its style would be refused."""
    found = complaints(sorted(folder.rglob("*.html")))
    assert [each for each in found if "Resource violates Content Security Policy" not in each] == []


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_axe_finds_nothing_against_one_page_of_each_kind(
    folder: Path, opened: Open, path: str, width: int
) -> None:
    assert opened(folder / path, width).violations() == []


@pytest.mark.parametrize("settings", [{"color_scheme": "dark"}, {"forced_colors": "active"}])
@pytest.mark.parametrize("path", ["index.html", "indicators/visits.html", "reviews/review-x.html"])
def test_axe_finds_nothing_in_other_colours(
    folder: Path, opened: Open, path: str, settings: dict[str, str]
) -> None:
    assert opened(folder / path, 1280, **settings).violations() == []


@pytest.mark.parametrize("path", ["index.html", "indicators/visits.html", "a-z.html"])
def test_the_keyboard_reaches_everything_and_can_be_seen(
    folder: Path, as_it_is: Callable[..., Opened], path: str
) -> None:
    page = as_it_is(folder / path).page
    wanted = page.locator("a[href], summary, input").count()
    reached = []
    for _ in range(wanted):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(_FOCUSED))
    assert len({place for place, _ in reached}) == wanted
    assert all(seen for _, seen in reached)
    assert page.evaluate("document.activeElement.tagName") in ("A", "SUMMARY")


_FOCUSED = """() => {
  const here = document.activeElement;
  const all = [...document.querySelectorAll('a[href], summary, input')];
  return [all.indexOf(here), getComputedStyle(here).outlineStyle !== 'none'];
}"""


def test_the_first_tab_skips_the_navigation(folder: Path, as_it_is: Callable[..., Opened]) -> None:
    page = as_it_is(folder / "actions/action-read.html").page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main--content"


def test_nothing_needs_a_script(folder: Path, as_it_is: Callable[..., Opened]) -> None:
    plain = as_it_is(folder / "index.html", java_script_enabled=False).page
    script = as_it_is(folder / "index.html").page
    for name in ("index.html", "indicators/visits.html", "a-z.html", "dates.html"):
        plain.goto((folder / name).as_uri())
        script.goto((folder / name).as_uri())
        assert plain.inner_text("body") == script.inner_text("body")
    plain.goto((folder / "search.html").as_uri())
    assert plain.locator("input").is_hidden()
    plain.get_by_role("link", name="Everything stands from A to Z").first.click()
    assert plain.inner_text("h1") == "A–Z of everything"
    plain.get_by_role("link", name="Read files before visits").click()
    assert plain.inner_text("h1") == "Read files before visits"


def _search(page: Page, words: str) -> list[str]:
    page.get_by_label("Words to look for").fill(words)
    return page.locator("#search--found a").all_inner_texts()


def test_the_search_finds_pages_by_any_of_their_words(folder: Path, as_it_is: Callable[..., Opened]) -> None:
    seen = as_it_is(folder / "search.html")
    page = seen.page
    assert _search(page, "visits read") == ["Read files before visits"]
    assert _search(page, "VISITS")[0] == "Visits"
    assert page.locator("#search--count").inner_text() == "4 pages"
    assert _search(page, "pl02") == ["Reviews"]  # the code that it has elsewhere
    assert _search(page, "réview x") == ["Review X"]
    assert _search(page, "<img src=x onerror=alert(1)>") == []
    assert page.locator("#search--count").inner_text() == "0 pages"
    assert _search(page, "  ") == []
    assert _search(page, "review x") == ["Review X"]
    assert "illustrative" in page.locator("#search--found").inner_text()
    page.get_by_role("link", name="Review X").click()
    assert page.inner_text("h1") == "Review X"
    page.go_back()
    assert page.get_by_label("Words to look for").input_value() == "review x"
    assert page.locator("#search--found a").count() == 1
    assert seen.complaints == []


def test_a_page_prints_with_its_marking_and_without_the_navigation(
    folder: Path, as_it_is: Callable[..., Opened]
) -> None:
    page = as_it_is(folder / "indicators/visits.html").page
    page.emulate_media(media="print")
    assert page.locator("nav.pages").is_hidden()
    assert page.locator("details dl").first.is_visible()
    assert page.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF-")


def test_on_a_phone_the_figures_stand_under_their_words(
    folder: Path, as_it_is: Callable[..., Opened]
) -> None:
    page = as_it_is(folder / "indicators/visits.html", 320).page
    cell = page.locator("section.series td").first
    assert page.evaluate("e => getComputedStyle(e, '::before').content", cell.element_handle()) == '"Figure"'
    assert page.locator(".at-narrow svg").first.is_visible()
    assert page.locator(".at-wide svg").first.is_hidden()
