"""The action tracker as a page, on the real workspace: what a chair reads before a meeting, in its order."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from tests.reports.reader import Page, read, words

from lif.cli.reported import question
from lif.cli.reports import REPORTS, About, Paper
from lif.reports.laying_out import lay_out
from lif.reports.papers import Stamp
from lif.views.action_tracker import action_tracker
from lif.workspace import Workspace

AS_AT = date(2025, 12, 10)
CAPTIONS = [
    "Due or done since the meeting of 29 October 2025",
    "Overdue, the longest first",
    "Dates that moved, the furthest first",
    "Assured, or closed in the last twelve months: what difference it made",
]


@pytest.fixture(scope="module")
def workspace(root: Path) -> Workspace:
    return Workspace.load(root, AS_AT, checks=())


def paper(workspace: Workspace, **about: str) -> Paper:
    return REPORTS["action-tracker"].make("action-tracker", workspace, About(**about), False)


@pytest.fixture(scope="module")
def neglect(workspace: Workspace) -> Page:
    return read(paper(workspace, group="neglect").text("html"))


@pytest.fixture(scope="module")
def everything(workspace: Workspace) -> Page:
    return read(paper(workspace).text("html"))


def test_one_group_in_order(neglect: Page) -> None:
    assert neglect.headings == [
        (1, "Action tracker: Neglect group"),
        (2, "What you are asked to do"),
        (2, "Neglect group"),
        (2, "Who owns what is not closed"),
        (2, "How to read it"),
    ]
    captions = [words(each) for each in neglect.all("caption")]
    assert [each for each in captions if each in CAPTIONS] == CAPTIONS


def test_all_groups_begin_with_a_table_of_them_the_worst_first(everything: Page) -> None:
    assert everything.headings[2] == (2, "How the groups stand")
    table = everything.all("table")[1]
    groups = [
        words(each).removesuffix(" illustrative")
        for each in table.iter("th")
        if each.attrib["scope"] == "row"
    ]
    assert groups[:2] == ["Quality assurance group", "Neglect group"]
    headings = [name for level, name in everything.headings if level == 2]
    assert headings[2 : 2 + len(groups)] == groups


def test_the_first_date_and_every_reason_stand_beside_the_date_now(neglect: Page) -> None:
    slipped = next(each for each in neglect.all("table") if "Dates that moved" in words(each))
    row = words(list(slipped.iter("tr"))[1])
    assert "31 Mar 2025" in row
    assert "31 Oct 2025" in row
    assert "Twice, by 214 days" in row
    assert "its trainers are the same people" in row
    assert "Half of those trained had not scored a case since" in row


def test_what_is_reported_complete_is_never_shown_as_closed(everything: Page) -> None:
    waiting = [each for each in everything.all("table") if "Reported complete and not yet" in words(each)]
    assert len(waiting) >= 3
    assert all("Closed" not in words(each) for each in waiting)


def test_no_slug_of_a_record_stands_on_it(workspace: Workspace, everything: Page) -> None:
    seen = words(everything.all("main")[0])
    ids = [id_ for id_ in workspace.register.entries if "-" in id_ and re.search(rf"\b{id_}\b", seen)]
    assert ids == []


def test_every_action_that_was_made_up_is_marked(everything: Page) -> None:
    for table in everything.all("table")[1:]:
        for row in list(table.iter("tr"))[1:]:
            assert "illustrative" in words(row)


def test_the_markdown_holds_what_the_page_holds(workspace: Workspace, everything: Page) -> None:
    text = paper(workspace).text("md")
    for level, name in everything.headings:
        assert f"{'#' * level} {name}\n" in text
    for caption in everything.all("caption")[1:]:
        assert f"**{words(caption)}**" in text


def test_a_board_replaces_one_part_of_a_group(workspace: Workspace, tmp_path: Path) -> None:
    own = """{% extends "lif/action-tracker.html.j2" %}
    {% block slipped %}<p>Ask {{ part.name }}.</p>{% endblock %}"""
    (tmp_path / "action-tracker.html.j2").write_text(own, encoding="utf-8")
    view = action_tracker(question(workspace, About(group="neglect")))
    stamp = Stamp("0.0.0", None, None)
    page = read(lay_out("action-tracker", view, "Hill", stamp, "html", tmp_path))
    assert page.slips == ()
    assert "Ask Neglect group." in words(page.tree)
    assert "Dates that moved" not in words(page.tree)
    assert "Overdue, the longest first" in words(page.tree)
