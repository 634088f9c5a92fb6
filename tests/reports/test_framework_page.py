"""The framework as a page: a document with contents that lead somewhere and places that are cited."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from tests.folders import Write
from tests.reports.papers import STAMP
from tests.reports.reader import Page, read, words
from tests.views.framework.test_framework import FILES, made

from lif.cli.reports import REPORTS, About
from lif.reports.laying_out import lay_out
from lif.views.framework import Framework
from lif.workspace import Workspace

BODY = "Hill Safeguarding Children Partnership"


def page(view: Framework, form: str = "html") -> str:
    return lay_out("framework", view, BODY, STAMP, form)


@pytest.fixture(scope="module")
def real(root: Path) -> Page:
    loaded = Workspace.load(root, date(2025, 12, 10), checks=())
    return read(REPORTS["framework"].make("framework", loaded, About(), False).text("html"))


def test_the_real_framework_reads_from_contents_to_annexes(real: Page) -> None:
    assert [name for level, name in real.headings if level == 2] == [
        "What you are asked to do",
        "Contents",
        "1. Introduction",
        "2. Principles",
        "3. What good looks like",
        "4. Priorities",
        "5. The questions and the core data set",
        "6. Who does what",
        "7. How the board learns",
        "8. Audit, review and self-assessment",
        "9. Escalation, challenge and openness",
        "10. What it rests on, and how it is kept true",
        "11. Documents and changes",
        "Annex A. The core data set",
        "Annex B. Documents that are cited",
        "Annex C. What the sources leave out",
    ]
    elements = [name for level, name in real.headings if level == 3 and name.startswith("3.")]
    assert [name[:13] for name in elements] == [
        f"3.{n} Element {letter}" for n, letter in enumerate("ABCDEF", 1)
    ]


def test_no_id_of_a_record_stands_in_the_words(real: Page) -> None:
    seen = words(real.all("main")[0])
    assert (
        re.findall(r"\b(?:element|priority|function|duty|question|document|group|action)-[a-z-]+", seen) == []
    )


def test_every_number_that_is_cited_is_in_the_annex(real: Page) -> None:
    cited = {link for link in real.values("href") if link.startswith("#cited--")}
    assert cited
    assert {link[1:] for link in cited} == {name for name in real.values("id") if name.startswith("cited--")}


def test_contents_lead_to_each_chapter(workspace: Write) -> None:
    found = read(page(made(workspace)))
    assert found.slips == ()
    links = [link[1:] for link in found.values("href") if link.startswith("#chapter--")]
    assert len(links) == 14
    assert set(links) <= set(found.values("id"))


def test_the_markdown_says_the_same_sentences(workspace: Write) -> None:
    view = made(workspace)
    text = page(view, "md")
    assert "- Children are seen.\n- Children are known." in text
    assert "### 4.1 Priority 1: Neglect" in text
    assert "We are open. *[1] page 2*" in text


def test_hostile_words_stay_words_in_both_forms(workspace: Write) -> None:
    plain = made(workspace)
    hostile = {
        path: text.replace("Children are seen.", "<b onclick=x>[a](javascript:x)</b> | *b* `c`")
        for path, text in FILES.items()
    }
    view = made(workspace, hostile)
    assert read(page(view)).shape == read(page(plain)).shape
    assert "<b onclick=x>[a](javascript:x)</b> | *b* `c`" in words(read(page(view)).tree)
    assert r"\<b onclick=x\>\[a\](javascript:x)\</b\> \| \*b\* \`c\`" in page(view, "md")
