"""The challenge and risk log as a page, on the real workspace: challenges, escalations, risks in order."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from tests.reports.reader import SVG, Page, read, words

from lif.cli.reports import REPORTS, About, Paper
from lif.workspace import Workspace

AS_AT = date(2025, 12, 10)


@pytest.fixture(scope="module")
def workspace(root: Path) -> Workspace:
    return Workspace.load(root, AS_AT, checks=())


def paper(workspace: Workspace, **about: str) -> Paper:
    return REPORTS["challenge-and-risk-log"].make("challenge-and-risk-log", workspace, About(**about), False)


@pytest.fixture(scope="module")
def page(workspace: Workspace) -> Page:
    return read(paper(workspace).text("html"))


def plain(text: str) -> str:
    return text.removesuffix(" illustrative")


def test_parts_in_order_each_open_one_under_its_own_heading(page: Page) -> None:
    headings = [(level, plain(name)) for level, name in page.headings]
    assert [name for level, name in headings if level == 2] == [
        "What you are asked to do",
        "Challenges",
        "Escalations",
        "Risks",
        "How to read it",
    ]
    challenges = headings[headings.index((2, "Challenges")) : headings.index((2, "Escalations"))]
    assert [name for level, name in challenges if level == 3] == [
        "Plans that say what is done about places and adults",
        "An empty chair, and a return that has not come",
        "Children who wait at the front door",
        "Closed challenges, and what they changed",
    ]


def test_tables_say_what_they_hold(page: Page) -> None:
    assert [words(each) for each in page.all("caption")][1:] == [
        "Open challenges, what asks most first",
        "Closed in the last twelve months, the latest first",
        "Who disagreed with whom, and about what: Quarter 2 2025/26 (July to September 2025)",
        "Escalations by quarter and stage, the latest first",
        "Open risks, those whose look is overdue first, then the highest",
        "Risks closed in the last twelve months, the latest first",
    ]


def test_a_risk_is_told_from_cause_to_what_was_seen_last(page: Page) -> None:
    told = next(each for each in page.all("dl") if "Because" in words(each))
    names = [words(each) for each in told.iter("dt")]
    assert names == [
        "Because",
        "What could happen",
        "What that would mean for children",
        "Answers for it",
        "What makes it less",
        "What is done",
        "Last look",
        "Next look",
    ]
    assert "Was due on 3 Dec 2025, 7 days ago" in words(told)


def test_the_open_risks_are_drawn_and_told_to_those_who_do_not_see_it(page: Page) -> None:
    (figure,) = (each for each in page.all("div") if each.attrib.get("class") == "figure")
    drawings = list(figure.iter(SVG))
    assert len(drawings) == 2
    said = words(drawings[0])
    assert "Open risks: the score now (illustrative)" in said
    assert (
        "Promises that outlive those who made them: 8 now, 20 without controls, 6 can be lived with." in said
    )


def test_none_raised_is_said_to_be_a_warning(page: Page) -> None:
    assert "None was raised in Quarter 2 2024/25" in words(page.tree)
    assert "a warning, not a success" in words(page.tree)


def test_no_slug_of_a_record_stands_on_it(workspace: Workspace, page: Page) -> None:
    seen = words(page.all("main")[0])
    assert [id_ for id_ in workspace.register.entries if "-" in id_ and re.search(rf"\b{id_}\b", seen)] == []


def test_the_markdown_holds_what_the_page_holds(workspace: Workspace, page: Page) -> None:
    text = paper(workspace).text("md")
    for level, name in page.headings:
        assert f"{'#' * level} {plain(name)}" in text
    for name in ("Because", "Whether it satisfies", "What came of it"):
        assert f"- **{name}:** " in text


@pytest.mark.parametrize(
    ("about", "open_", "risks"),
    [
        ({"group": "neglect-group"}, "No challenge is open.", "No risk is open."),
        ({"agency": "navigo"}, "", ""),
    ],
)
def test_what_is_not_there_is_said_in_words(
    workspace: Workspace, about: dict[str, str], open_: str, risks: str
) -> None:
    found = read(paper(workspace, **about).text("html"))
    assert found.slips == ()
    assert open_ in words(found.tree)
    assert risks in words(found.tree)
    assert all(list(table.iter("td")) for table in found.all("table"))
    assert bool(risks) == ("The mark is the score now" not in words(found.tree))
