"""The paper on coverage as software and everybody read it: tables, words beside signs, links, the banner."""

from __future__ import annotations

import pytest
from tests.folders import Write
from tests.reports.reader import Page, read, words
from tests.views.coverage.small import covered
from tests.views.coverage.test_coverage import passages
from tests.views.coverage.test_gathering import INTELLIGENCE, VOICE, audit, evidence, numbers

from lif.reports.coverage import render
from lif.reports.papers import Stamp
from lif.views.coverage import Coverage, without_rows

STAMP = Stamp("0.0.0", "0123456789abcdef0123456789abcdef01234567", False)
BODY = "Hill Safeguarding Children Partnership"
EVERYTHING = (
    VOICE
    | INTELLIGENCE
    | audit(9, 1)
    | numbers(("40/50",), "elements: [element-visits/heard]")
    | evidence("element-visits")
    | passages("2025-01-01", "2024-12-01", "2024-11-01", "2024-10-01")
)


@pytest.fixture
def view(workspace: Write) -> Coverage:
    return covered(workspace, EVERYTHING)


def page(view: Coverage) -> Page:
    return read(render(view, BODY, STAMP, "html"))


def text_of(found: Page) -> str:
    return words(found.tree)


def test_a_page_without_slips_that_asks_something_of_its_reader(view: Coverage) -> None:
    found = page(view)
    assert found.slips == ()
    assert found.headings[0] == (1, "Coverage: what shows each statement of the framework")
    assert [name for level, name in found.headings if level == 2] == [
        "What you are asked to do",
        "How much is shown",
        "Statement by statement",
        "Learning routes",
        "Records that show something",
        "Method",
    ]
    assert "script" not in {element.tag for element in found.all()}


def test_each_row_says_its_state_in_words_and_its_sources_by_name(view: Coverage) -> None:
    row = next(e for e in page(view).all("tr") if "Children are seen." in words(e))
    said = words(row)
    assert "contested" in said
    links = {e.attrib["href"]: words(e) for e in row.iter("a")}
    assert set(links) == {"#record--voice-1", "#record--said-1", "#record--audit-1"}
    assert links["#record--said-1"] == "Too little time"
    assert "Too little time, workforce, 1 February 2025, speaks against it" in said
    cells = {e.attrib["data-label"]: words(e) for e in row.iter("td")}
    assert cells["Voice"] == "1 source1 Mar 2025"
    assert cells["Review"] == "none"
    assert len(cells) == 8


def test_every_link_leads_to_something_on_the_page_and_ids_are_single(view: Coverage) -> None:
    found = page(view)
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    targets = [href[1:] for href in found.values("href") if href.startswith("#")]
    assert set(targets) <= set(ids)
    assert "record--voice-1" in targets


def test_an_old_cell_says_so_in_words(workspace: Write) -> None:
    found = text_of(page(covered(workspace, EVERYTHING, "2026-05-20")))
    assert "1 source1 Mar 2025, over a year old" in found
    assert "over two years old" in text_of(page(covered(workspace, EVERYTHING, "2028-01-01")))


def test_the_element_as_a_whole_stands_apart_and_is_not_counted(view: Coverage) -> None:
    row = next(e for e in page(view).all("tr") if "The element as a whole" in words(e))
    assert "not counted" in words(row)


def test_a_route_says_how_long_it_has_been_silent(view: Coverage) -> None:
    row = next(
        e for e in page(view).all("tr") if "audit themes" in words(e) and "From Audit group" in words(e)
    )
    said = words(row)
    assert "silent" in said
    assert "139 days since the last; 90 allowed" in said
    assert "and 1 before that" in said


def test_only_a_paper_with_examples_has_the_banner(workspace: Write, view: Coverage) -> None:
    assert "Holds illustrative figures." not in text_of(page(view))
    made_up = {path: text + "    illustrative: true\n" for path, text in evidence("element-visits").items()}
    found = page(covered(workspace, EVERYTHING | made_up))
    assert "Holds illustrative figures." in text_of(found)
    row = next(e for e in found.all("tr") if "The element as a whole" in words(e))
    assert "illustrative" in words(row)


def test_a_draft_is_marked(view: Coverage) -> None:
    assert "Draft." in text_of(read(render(view, BODY, STAMP, "html", draft=True)))


def test_the_markdown_has_the_same_rows_and_the_same_words(view: Coverage) -> None:
    found = render(view, BODY, STAMP, "md")
    line = next(line for line in found.splitlines() if "Children are seen" in line)
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    assert cells[1:3] == ["element-visits/seen", "contested"]
    assert cells[3].startswith("audit 1 (2 Apr 2025); voice 1 (1 Mar 2025)")
    assert (
        len([line for line in found.splitlines() if line.startswith("| ") and "element-visits" in line])
        == 5 + 1
    )


def test_hostile_words_change_no_element_of_the_page(workspace: Write) -> None:
    plain = page(covered(workspace, VOICE))
    hostile = {
        p: t.replace("Children said", "'<script>alert(1)</script> | \"&amp;'") for p, t in VOICE.items()
    }
    bad = page(covered(workspace, hostile))
    assert bad.shape == plain.shape
    assert "<script>alert(1)</script>" in text_of(bad)


def test_a_page_of_routes_alone_says_nothing_of_statements(view: Coverage) -> None:
    found = page(without_rows(view, ["silent"]))
    assert [name for level, name in found.headings if level == 2] == ["Learning routes", "Method"]
    assert "1, of which none in use" in text_of(found)
