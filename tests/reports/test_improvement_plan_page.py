"""The improvement plan as a page, on the real workspace: its aims at a glance, then each with its actions."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from tests.folders import Write
from tests.reports.reader import Page, read, words
from tests.views.questions import HILL
from tests.views.small_register import register_of

from lif.cli.reports import REPORTS, About, Paper
from lif.records.publications import ImprovementPlan
from lif.reports.laying_out import lay_out
from lif.reports.papers import Stamp
from lif.views.improvement_plan import improvement_plan
from lif.views.papers import Question
from lif.workspace import Workspace

AS_AT = date(2025, 12, 10)
EMPTY = {
    "data/improvement-plans/plan-1.yaml": """
        id: plan-1
        title: The plan
        period: 2025-26
        group: quality-group
        lines:
          - id: aim
            text: |
              Children are safe.
    """,
    "data/improvement-plans/plan-2.yaml": """
        id: plan-2
        title: The other plan
        period: 2025-26
        group: review-group
    """,
}


@pytest.fixture(scope="module")
def paper(root: Path) -> Paper:
    workspace = Workspace.load(root, AS_AT, checks=())
    return REPORTS["improvement-plan"].make("improvement-plan", workspace, About(), False)


@pytest.fixture(scope="module")
def page(paper: Paper) -> Page:
    return read(paper.text("html"))


@pytest.fixture(scope="module")
def record(root: Path) -> ImprovementPlan:
    register = Workspace.load(root, AS_AT, checks=()).register
    return register.record(ImprovementPlan, "improvement-plan-2025-26")


def test_the_plan_first_then_each_aim_then_what_slipped(page: Page, record: ImprovementPlan) -> None:
    headings = [(level, name.removesuffix(" illustrative")) for level, name in page.headings]
    assert headings[0] == (1, "Learning and improvement plan 2025-26: progress")
    assert [name for level, name in headings if level == 2] == [
        "What you are asked to do",
        "The plan and its aims",
        "How to read it",
    ]
    aims = [" ".join(line.text.split()).rstrip(".") for line in record.lines]
    assert [name for level, name in headings if level == 3] == [
        *aims,
        "Dates that moved, and why",
        "Open actions that no aim names",
    ]


def test_every_aim_says_whether_it_is_better_and_what_is_left(page: Page, record: ImprovementPlan) -> None:
    told = [each for each in page.all("dl") if "What is left" in words(each)]
    assert len(told) == len(record.lines)
    assert all("Whether it is better" in words(each) for each in told)
    table = next(each for each in page.all("table") if "The aims at a glance" in words(each))
    assert len(list(table.iter("tr"))) == 1 + len(record.lines)


def test_who_signed_an_action_off_is_named_with_the_minute(page: Page) -> None:
    assert "Signed off 16 Jul 2025 by Quality assurance group, minute 6.3" in words(page.tree)
    assert "Complete since 27 Jun 2025; nothing shows it yet" in words(page.tree)


def test_no_slug_of_a_record_stands_on_it(root: Path, page: Page) -> None:
    seen = words(page.all("main")[0])
    register = Workspace.load(root, AS_AT, checks=()).register
    assert [id_ for id_ in register.entries if "-" in id_ and re.search(rf"\b{id_}\b", seen)] == []


def test_the_markdown_holds_what_the_page_holds(paper: Paper, page: Page) -> None:
    text = paper.text("md")
    for level, name in page.headings:
        assert f"{'#' * level} {name.removesuffix(' illustrative')}" in text
    for caption in page.all("caption")[1:]:
        assert f"**{words(caption)}**" in text


@pytest.mark.parametrize("form", ["html", "md"])
def test_what_is_not_there_is_said_in_words(workspace: Write, form: str) -> None:
    def said(files: dict[str, str]) -> str:
        register = register_of(workspace, files, "2025-12-10")
        view = improvement_plan(Question(register, AS_AT, HILL))
        text = lay_out("improvement-plan", view, "Hill", Stamp("0.0.0", None, None), form)
        if form == "html":
            assert read(text).slips == ()
            return words(read(text).tree)
        return text

    assert "No improvement plan is in force on this day." in said({})
    both = said(EMPTY)
    for sentence in (
        "The plan has no aims yet.",
        "No action is named for this aim.",
        "No date of an action of the plan has moved.",
        "an action or an indicator: it has neither".capitalize(),
    ):
        assert sentence in both
    assert "no action" in both
