"""What every page of the whole site has, and what none of them has."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from tests.reports.reader import read
from tests.reports.site.conftest import Whole

from lif.records.indicators import Indicator
from lif.views.site.places import page_of

pytestmark = pytest.mark.xdist_group("site")

POLICY = (
    "default-src 'none'; style-src 'self' file:; img-src data:; base-uri 'none'; form-action 'none'",
    "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src data:; base-uri 'none'; "
    "form-action 'none'",
)


def test_four_hundred_pages_take_less_than_two_seconds(whole: Whole) -> None:
    """In time of the processor, beyond reading the records: a busy machine is not a slow program."""
    assert len(whole.pages) > 1_200
    assert whole.seconds / len(whole.pages) * 400 < 4  # 1.3 where this was written


def test_every_page_says_whose_it_is_and_of_when(whole: Whole) -> None:
    for path, page in whole.pages.items():
        assert page.one("html").attributes["lang"] == "en-GB"
        assert page.one(".board").text() == "North East Lincolnshire Safeguarding Children Partnership", path
        assert page.one(".marking").text() == "OFFICIAL-SENSITIVE", path
        stamp = page.one(".stamp").text()
        for words in (
            "Data as at: 10 December 2025",
            "Records at commit: 0123456789ab",
            "Made by lif: 0.0.0",
        ):
            assert words in stamp, path
        assert (
            page.one("head title")
            .text()
            .endswith("North East Lincolnshire Safeguarding Children Partnership")
        )


def test_titles_tell_pages_apart_within_their_kind(whole: Whole) -> None:
    titles = [(path.partition("/")[0], page.one("head title").text()) for path, page in whole.pages.items()]
    twice = {title for title in titles if titles.count(title) > 1}
    assert {folder for folder, _ in twice} <= {"actions"}, twice  # two agencies, one promise each


def test_headings_are_in_order_under_one(whole: Whole) -> None:
    for path, page in whole.pages.items():
        levels = [int(str(node.tag)[1]) for node in page.all("h1, h2, h3, h4, h5, h6")]
        assert levels[0] == 1, path
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
        assert all(node.text().strip() for node in page.all("h1, h2, h3, h4, h5, h6")), path


def test_places_have_one_name_each(whole: Whole) -> None:
    for path, page in whole.pages.items():
        assert len(page.ids) == len(set(page.ids)), path
        for node in page.all("[aria-labelledby]"):
            assert set((node.attributes["aria-labelledby"] or "").split()) <= set(page.ids), path


def test_tables_have_captions_heads_and_no_empty_cell(whole: Whole) -> None:
    for path, page in whole.pages.items():
        for table in page.all("table"):
            caption = table.css_first("caption")
            assert caption is not None, path
            assert caption.text().strip(), path
            assert all(node.attributes.get("scope") for node in table.css("th")), path
            assert all(node.text().strip() or node.css_first("svg") for node in table.css("td, th")), path
            widths = {len(row.css("th, td")) for row in table.css("tr:not(.group)")}
            assert len(widths) == 1 or "front" in (table.attributes.get("class") or ""), path


def test_every_page_can_be_left_and_says_where_it_stands(whole: Whole) -> None:
    for path, page in whole.pages.items():
        assert page.one("a.skip").attributes["href"] == "#main--content"
        assert page.one("main").attributes["id"] == "main--content"
        current = page.all("nav.pages [aria-current]")
        assert len(current) == 1, path
        if path != "index.html":
            crumbs = page.all("nav.crumbs li")
            assert crumbs[0].text().strip() == "Home", path
            assert crumbs[-1].attributes["aria-current"] == "page", path
            assert crumbs[-1].text() == page.one("h1").text(), path


def test_no_page_but_the_search_holds_a_script_and_none_asks_for_anything(whole: Whole) -> None:
    for path, page in whole.pages.items():
        scripts = [node.attributes.get("src") for node in page.all("script")]
        assert scripts == (["search.js"] if path == "search.html" else []), path
        policy = page.one("meta[http-equiv]").attributes["content"]
        assert policy == POLICY[path == "search.html"], path
        assert page.all("style, img, iframe, object, embed, form, base, video, audio, [style]") == [], path
        assert len(page.all("link[rel=stylesheet]")) == 1, path
        assert not re.search(r"<[^>]+\son\w+\s*=", page.text), path


def test_what_is_illustrative_says_so(whole: Whole) -> None:
    entries = whole.world.known.entries
    for id_, entry in entries.items():
        page = whole.pages[page_of(type(entry.record), id_)]
        banners = [node.text() for node in page.all(".banner")]
        assert any("This record was invented" in text for text in banners) is entry.record.illustrative
    named = {page_of(type(e.record), id_) for id_, e in entries.items() if e.record.illustrative}
    for path, page in whole.pages.items():
        if {file for file, _ in page.inside} & named:
            assert any("llustrative" in node.text() for node in page.all(".banner")), path


def test_every_figure_stands_on_the_page_of_its_indicator(whole: Whole) -> None:
    figures = whole.world.question.figures
    for indicator in whole.world.known.all(Indicator):
        page = whole.pages[page_of(Indicator, indicator.id)]
        for measure in indicator.measures:
            section = page.one(f"section[id='{measure.id}']")
            series = figures.find(f"{indicator.id}/{measure.id}")
            rows = [head.text() for head in section.css("tbody th")]
            assert rows == [f.period.label for f in reversed(series.figures)] if series else rows == []
            assert len(section.css("svg.chart")) == (2 if series and len(series.figures) > 1 else 0)


def test_no_word_of_the_machine_stands_on_a_page(whole: Whole) -> None:
    odd = re.compile(r"\bNone\b(?! (?:of|raised|at))|Undefined|object at 0x|\[\]|\{\}|Decimal\(|datetime")
    found = [
        f"{path}: {match[0]}"
        for path, page in whole.pages.items()
        for match in [odd.search(page.one("main").text())]
        if match
    ]
    assert found == []


@pytest.mark.parametrize(
    "path",
    [
        *("index.html", "dates.html", "search.html", "kinds.html", "reviews/index.html"),
        *("indicators/re-referrals.html", "reviews/review-d.html", "audits/audit-neglect-2024.html"),
        *("actions/action-hsb-pathway.html", "learning/learning-every-man.html", "groups/neglect-group.html"),
        *("priorities/priority-neglect.html", "themes/neglect.html", "elements/element-audits.html"),
        *("meetings/operational-board-2025-09-10.html", "section11-standards/section11-workforce.html"),
    ],
)
def test_a_reader_has_nothing_to_put_right(whole: Whole, path: str) -> None:
    assert read(whole.files[path]).slips == ()


def test_the_style_sheet_asks_for_nothing(whole: Whole) -> None:
    style = whole.files["style.css"]
    assert "url(" not in style
    assert "@import" not in style
    assert "Page " in style
