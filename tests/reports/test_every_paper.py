"""Every paper of `lif report` on the real workspace: what all of them owe their readers."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest
from tests.reports.every_paper import ASKED
from tests.reports.reader import SVG, Page, read, words

from lif.calendars import quarter_of
from lif.cli.reports import REPORTS, About, Paper, views
from lif.cli.tables import document_head
from lif.exchange.papers import paper_as_json, paper_schema
from lif.measures.assemble import assemble
from lif.views.scorecard import scorecard
from lif.views.scorecard.question import Ask
from lif.workspace import Workspace

AS_AT = date(2025, 12, 10)
FORMS = ("html", "md", "json")


@pytest.fixture(scope="module")
def workspace(root: Path) -> Workspace:
    return Workspace.load(root, AS_AT, checks=())


@pytest.fixture(scope="module")
def papers(workspace: Workspace) -> dict[str, Paper]:
    return {name: REPORTS[name].make(name, workspace, About(**asked), False) for name, asked in ASKED.items()}


def test_the_table_is_in_order_and_every_paper_is_looked_at() -> None:
    assert list(REPORTS) == sorted(REPORTS)
    assert set(ASKED) == set(REPORTS)


@pytest.fixture(params=list(REPORTS))
def paper(request: pytest.FixtureRequest, papers: dict[str, Paper]) -> Paper:
    return papers[request.param]


@pytest.fixture
def page(paper: Paper) -> Page:
    return read(paper.text("html"))


def test_the_page_has_no_slip_and_its_headings_go_down_one_step_at_a_time(page: Page) -> None:
    assert page.slips == ()
    levels = [level for level, _ in page.headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert all(name for _, name in page.headings)


def test_it_opens_with_what_is_asked_of_its_reader(paper: Paper, page: Page) -> None:
    assert page.headings[1] == (2, "What you are asked to do")
    asked = next(e for e in page.all("section") if "callout" in e.attrib.get("class", ""))
    assert [words(each) for each in asked.iter("li")]
    assert "## What you are asked to do" in paper.text("md")


def test_every_table_has_a_caption_scopes_and_no_empty_cell(page: Page) -> None:
    for table in page.all("table"):
        captions = [words(each) for each in table.iter("caption")]
        assert len(captions) == 1
        assert captions[0]
        assert all(each.attrib.get("scope") for each in table.iter("th"))
        cells = [each for sort in ("th", "td") for each in table.iter(sort)]
        assert [words(each) for each in cells if not words(each) and not list(each.iter(SVG))] == []


def test_every_name_is_there_once_and_every_link_leads_somewhere(page: Page) -> None:
    names = page.values("id")
    assert len(names) == len(set(names))
    within = [link[1:] for link in page.values("href") if link.startswith("#")]
    assert [link for link in within if link not in names] == []


def test_it_runs_nothing_and_asks_for_nothing(page: Page) -> None:
    assert page.all("script", "link", "iframe", "img", "object", "form") == []


SLIPS = re.compile(
    r"\bNone\b(?! (?:of|is|are|has|was|shows)\b)|\bTrue\b|\bFalse\b|\[\]|\(\)|datetime\.|<lif\.|Undefined"
    r"|\b1 (?:days|actions|reviews)\b"
)


@pytest.mark.parametrize("form", ["html", "md"])
def test_no_word_of_the_program_stands_in_it(paper: Paper, form: str) -> None:
    text = paper.text(form)
    seen = words(read(text).all("main")[0]) if form == "html" else text
    assert [seen[found.start() - 40 : found.end() + 40] for found in SLIPS.finditer(seen)] == []


def test_every_form_is_the_same_again(paper: Paper) -> None:
    assert [paper.text(form) for form in FORMS] == [paper.text(form) for form in FORMS]


@pytest.mark.parametrize(("name", "what", "view"), list(views()))
def test_the_json_of_a_view_keeps_to_its_schema(
    name: str, what: str, view: type, papers: dict[str, Paper], workspace: Workspace
) -> None:
    schema = paper_schema(name, what, view)
    jsonschema.Draft7Validator.check_schema(schema)
    text = papers[name].text("json") if name in papers else _scorecard(workspace)
    found = json.loads(text)
    assert found["schema"] == f"lif.{name}/1"
    assert [each.message for each in jsonschema.Draft7Validator(schema).iter_errors(found)] == []


def _scorecard(workspace: Workspace) -> str:
    figures, last = assemble(workspace.register, AS_AT), quarter_of(date(2025, 3, 31))
    return paper_as_json(
        scorecard(Ask(workspace.register, figures, AS_AT, last)), document_head("scorecard", workspace)
    )
