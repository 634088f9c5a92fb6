"""The triangulation as a page: the comparison first, every source on it, links that lead somewhere."""

from __future__ import annotations

import pytest
from tests.folders import Write
from tests.reports.reader import Page, read, words
from tests.views.small_papers import RISING
from tests.views.triangulation.test_triangulation import audit, numbers, seen, staff, voice

from lif.reports.papers import Stamp
from lif.reports.triangulation import render
from lif.views.triangulation import Triangulation

STAMP = Stamp("0.0.0", None, None)
BODY = "Hill Safeguarding Children Partnership"


@pytest.fixture
def view(workspace: Write) -> Triangulation:
    return seen(workspace, voice("v1", "poor") | staff("s1", "good") | audit(9, 1) | numbers(RISING))


def page(view: Triangulation) -> Page:
    return read(render(view, BODY, STAMP, "html"))


def test_the_comparison_comes_before_the_sources(view: Triangulation) -> None:
    found = page(view)
    assert found.slips == ()
    assert found.headings == [
        (1, "Triangulation: Neglect"),
        (2, "What you are asked to do"),
        (2, "The sources side by side"),
        (3, "Where sources agree"),
        (3, "Where sources conflict"),
        (3, "What is one-sided"),
        (3, "What is missing"),
        *(
            (2, name)
            for name in (
                "Numbers",
                "Audits",
                "Reviews, inspections and scrutiny",
                "Children and parents",
                "Practitioners",
                "Training",
                "Learning and good practice",
                "Actions",
                "Risks, challenges and escalations",
            )
        ),
        (2, "Method"),
    ]


def test_what_is_asked_is_about_these_sources_and_there_is_always_something(
    workspace: Write, view: Triangulation
) -> None:
    assert view.comparison.conflict and view.comparison.missing
    for form in ("html", "md"):
        made = render(view, BODY, STAMP, form)
        for each in (one.text for one in view.comparison.conflict):
            assert f": {each}" in made
        assert all(each in made for each in view.comparison.missing)
        assert f"the {len(view.comparison.missing)} things that are missing" in made
    none = page(seen(workspace, {}))
    (callout,) = [each for each in none.all("section") if "callout" in each.attrib.get("class", "")]
    assert [words(each) for each in callout.iter("li")]


def test_every_sentence_links_to_its_sources_on_the_page(view: Triangulation) -> None:
    found = page(view)
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in found.values("href") if href.startswith("#source--")}
    assert targets == {"source--visits", "source--audit-1", "source--v1", "source--s1"}
    assert targets <= set(ids)


def test_each_source_says_which_way_in_words(view: Triangulation) -> None:
    rows = {e.attrib["id"]: words(e) for e in page(view).all("tr") if "id" in e.attrib}
    assert rows["source--v1"].endswith("does not speak wellspoke poorly of it")
    assert rows["source--s1"].endswith("speaks wellspoke well of it")
    assert "improving (higher)" in rows["source--visits"]


def test_only_a_paper_with_examples_has_the_banner_and_each_place_its_mark(
    workspace: Write, view: Triangulation
) -> None:
    assert "illustrative" not in words(page(view).tree).lower()
    files = voice("v1", "poor") | staff("s1", "good") | audit(9, 1) | numbers(RISING)
    made_up = files["data/voice/v1.yaml"].replace("title:", "illustrative: true\n        title:")
    found = page(seen(workspace, files | {"data/voice/v1.yaml": made_up}))
    assert "Holds illustrative figures." in words(found.tree)
    told = [e for e in (*found.all("li"), *found.all("tr")) if "Heard v1" in words(e)]
    marked = [words(e).count("Heard v1") == words(e).count("illustrative") for e in told]
    assert len(told) > 2
    assert all(marked)


def test_the_markdown_says_the_same(view: Triangulation) -> None:
    found = render(view, BODY, STAMP, "md")
    for sentence in (*view.comparison.agree, *view.comparison.conflict):
        assert f"- {sentence.text}" in found
    for words_ in view.comparison.missing:
        assert f"- {words_}" in found


def test_hostile_words_change_no_element_of_the_page(workspace: Write, view: Triangulation) -> None:
    hostile = {p: t.replace("Heard v1", "'<b onclick=x>&lt;'") for p, t in voice("v1", "poor").items()}
    found = page(seen(workspace, hostile))
    assert found.shape == page(view).shape
    assert "<b onclick=x>&lt;" in words(found.tree)
