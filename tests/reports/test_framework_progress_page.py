"""Progress of the framework as a page: each part in its place, and words where there is nothing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from tests.folders import Write
from tests.reports.papers import STAMP
from tests.reports.reader import Page, read, words
from tests.views.framework_progress.test_framework_progress import SEEN, evidence, made
from tests.views.yearly_report.small import listed

from lif.cli.reports import REPORTS, About
from lif.reports.laying_out import lay_out
from lif.views.framework_progress import FrameworkProgress
from lif.workspace import Workspace

PARTS = [
    "What you are asked to do",
    "Where everything stands, and a year before",
    "What is not moving",
    "Elements and priorities",
    "The improvement plan",
    "Strategies",
    "Measures that are wanted",
    "Learning routes",
    "Documents and changes",
    "How this is worked out",
]


def page(view: FrameworkProgress, form: str = "html") -> str:
    return lay_out("framework-progress", view, "Hill Safeguarding Children Partnership", STAMP, form)


@pytest.fixture(scope="module")
def real(root: Path) -> Page:
    loaded = Workspace.load(root, date(2025, 12, 10), checks=())
    made_ = REPORTS["framework-progress"].make("framework-progress", loaded, About(), False)
    return read(made_.text("html"))


def test_the_real_paper_has_its_parts_in_order(real: Page) -> None:
    assert [name for level, name in real.headings if level == 2] == PARTS
    assert real.headings[0] == (1, "Progress of the framework and its effect")


def test_no_id_of_a_record_stands_in_the_words(real: Page) -> None:
    seen = words(real.all("main")[0])
    assert re.findall(r"\b(?:element|priority|evidence|wanted|document|action)-[a-z-]+", seen) == []


def test_what_is_not_there_is_said(workspace: Write) -> None:
    found = read(page(made(workspace)))
    assert found.slips == ()
    seen = words(found.tree)
    for sentence in (
        "No strategy is recorded.",
        "No improvement plan is in force.",
        "No measure is on the list of those that are wanted.",
        "No statement moved in the year.",
        "No document is past its review.",
        "Nothing on record of the year says what became different for children here.",
    ):
        assert sentence in seen


def test_hostile_words_stay_words_in_both_forms(workspace: Write) -> None:
    hostile = "<b onclick=x>[a](javascript:x)</b> | *b* `c`"
    plain = listed("evidence", evidence("ev", "2025-03-10", SEEN))
    bad = {path: text.replace("It was seen.", hostile) for path, text in plain.items()}
    view = made(workspace, bad)
    assert read(page(view)).shape == read(page(made(workspace, plain))).shape
    assert hostile in words(read(page(view)).tree)
    assert r"\<b onclick=x\>\[a\](javascript:x)\</b\> \| \*b\* \`c\`" in page(view, "md")
