"""The yearly report as a page: its sections in order, gaps and drafts in words, hostile words kept words."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from tests.folders import Write
from tests.reports.papers import STAMP
from tests.reports.reader import Page, read, words
from tests.views.yearly_report.small import NEGLECT, action, listed, looked, report
from tests.views.yearly_report.test_gate import ACTIVITY

from lif.cli.reports import REPORTS, About
from lif.reports.laying_out import lay_out
from lif.views.yearly_report import YearlyReport
from lif.views.yearly_report.heads import TITLES
from lif.workspace import Workspace

BODY = "Hill Safeguarding Children Partnership"


def page(view: YearlyReport, form: str = "html") -> str:
    return lay_out("yearly-report", view, BODY, STAMP, form)


@pytest.fixture(scope="module")
def real(root: Path) -> Page:
    loaded = Workspace.load(root, date(2025, 12, 10), checks=())
    made = REPORTS["yearly-report"].make("yearly-report", loaded, About(year="2024-25"), False)
    return read(made.text("html"))


def test_the_real_report_has_every_section_in_order(real: Page) -> None:
    numbered = [name for level, name in real.headings if level == 2]
    assert numbered == [
        "What you are asked to do",
        "Why this paper is a draft",
        "What is in this report",
        *(f"{n}. {title}" for n, title in enumerate(TITLES.values(), 1)),
        "How this report was made",
    ]
    assert real.headings[0] == (1, "Yearly report 2024/25")


def test_no_id_of_a_record_stands_in_the_words(real: Page) -> None:
    seen = words(real.all("main")[0])
    named = r"\b(?:element|priority|evidence|duty|action|audit|review|voice|statement|publication)-[a-z0-9-]+"
    assert [each for each in re.findall(named, seen) if each not in ("self-assessment",)] == []


def test_contents_lead_to_each_section(real: Page) -> None:
    links = {link for link in real.values("href") if link.startswith("#section--")}
    assert links == {f"#section--{id_}" for id_ in TITLES}


def test_an_empty_year_says_in_words_what_is_not_recorded(workspace: Write) -> None:
    found = read(page(report(workspace)))
    assert found.slips == ()
    seen = words(found.tree)
    for sentence in (
        "No foreword and no commentary of the independent scrutineer is recorded.",
        "No decision of a board in the year is recorded.",
        "Nothing that children or families said is recorded.",
        "No incident, case or review of the year is recorded.",
        "By the records no audit was reported and no self-assessment came in the year.",
        "No accounts for 2024/25 are recorded.",
        "Not recorded: no secure setting for children, and no review of how restraint is used in one.",
        "Not signed: Hill Police, Social care.",
        "Nothing on record of 2024/25 shows what became different for children here.",
    ):
        assert sentence in seen


def test_only_a_report_that_is_unfinished_is_a_draft(workspace: Write) -> None:
    assert "Why this paper is a draft" in page(report(workspace))
    every = [
        action("a", *looked(), *NEGLECT, "themes: [theme-missing]", "sort: training", sort="review"),
        action("b", *looked(), sort="audit"),
        action("c", *looked(), sort="complaint"),
        action("d", *looked(), sort="scrutiny"),
    ]
    themes = {"framework/themes.yaml": ACTIVITY["framework/themes.yaml"]}
    view = report(workspace, listed("actions", *every) | themes)
    assert view.opening.unfinished == ()
    made = page(view)
    assert "Why this paper is a draft" not in made
    assert "This paper has not been issued" not in made
    assert view.opening.asked[0] == "Approve the yearly report 2024/25 for publication."


def test_the_markdown_says_the_same(workspace: Write) -> None:
    files = listed("actions", action("act", *looked(text="Fewer wait than before."), *NEGLECT))
    text = page(report(workspace, files), "md")
    assert "## 4. Priorities: what was planned, what was done, what is different" in text
    assert (
        "| **Do act**<br>looked at after it was done, 1 Feb 2025 | Fewer wait than before. | A difference |"
        in text
    )
    assert r"\*\*" not in text


def test_hostile_words_stay_words_in_both_forms(workspace: Write) -> None:
    hostile = "<b onclick=x>[a](javascript:x)</b> | *b* `c`"
    plain = report(workspace, listed("actions", action("act", *looked(text="Fewer wait."), *NEGLECT)))
    view = report(workspace, listed("actions", action("act", *looked(text=f"'{hostile}'"), *NEGLECT)))
    assert read(page(view)).shape == read(page(plain)).shape
    assert hostile in words(read(page(view)).tree)
    assert r"\<b onclick=x\>\[a\](javascript:x)\</b\> \| \*b\* \`c\`" in page(view, "md")
