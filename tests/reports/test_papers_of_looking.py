"""Audits, reviews, section 11 and partners' reports as papers: what stands in them, and words stay words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.folders import written
from tests.reports import poison
from tests.reports.paper_pages import BODY, STAMP, markdown_shape
from tests.reports.poison import HOSTILES
from tests.reports.reader import Page, read, words
from tests.views import (
    test_audit_calendar,
    test_audit_report,
    test_partner_reports,
    test_review_tracker,
    test_section_11_overview,
)
from tests.views.small_register import ROUND

from lif.cli.reported import question
from lif.cli.reports import REPORTS, About, named
from lif.diagnostics import visible
from lif.records.board import Board
from lif.register import Register
from lif.reports.laying_out import lay_out
from lif.views.papers import Question
from lif.workspace import Workspace

AS_AT = date(2025, 12, 10)

PAPERS: Mapping[str, dict[str, str]] = {
    "audit-calendar": {},
    "audit-report": {"audit": "audit-neglect-2024"},
    "partner-reports": {},
    "review-tracker": {},
    "section-11-overview": {},
}
OTHERS = (
    ("audit-calendar", {"year": "2024-25"}),
    ("audit-report", {"audit": "audit-neglect-2025"}),
    ("audit-report", {"audit": "audit-section-11-2024"}),
    ("partner-reports", {"agency": "nlag"}),
    ("review-tracker", {"review": "review-d"}),
    ("section-11-overview", {"agency": "navigo"}),
    ("section-11-overview", {"year": "2022-23"}),
)
"""The same papers about something narrower."""

HEADINGS: Mapping[str, list[str]] = {
    "audit-calendar": [
        "How far the audits are",
        "The programme, quarter by quarter",
        "What slipped",
        "What is to be repeated",
        "What is covered, and what is not",
        "Self-assessments",
        "What agencies audit alone",
        "How this is worked out",
    ],
    "audit-report": [
        "Why it was held, and how",
        "How cases were graded",
        "What was found",
        "What children and families said",
        "What the audit asks, and where it stands",
        "Has practice changed?",
        "Beside other audits of the same theme",
        "When it is looked at again",
        "How this is worked out",
    ],
    "partner-reports": [
        "Where the reports stand",
        "Received and approved",
        "What each report says",
        "What agencies learned by themselves",
        "How this is worked out",
    ],
    "review-tracker": [
        "Where each review stands",
        "Who led, who took part, and what was answered",
        "Clocks that ask for the eye",
        "Review by review",
        "Cases considered and not reviewed",
        "Incidents that led to no review",
        "How this is worked out",
    ],
    "section-11-overview": [
        "Agency by question",
        "Question by question",
        "Where agency, panel and staff differ",
        "What has moved since the round before",
        "Who returned, and when",
        "Actions that came of it",
        "What agencies wrote",
        "How this is worked out",
    ],
}
ASKED: Mapping[str, str] = {
    "audit-calendar": "Agree when “Sexual exploitation: from screening to safety” is repeated",
    "audit-report": "Ask NAViGO why nothing was returned",
    "partner-reports": "Ask Probation for its report, due on 30 June 2025: it is 163 days late.",
    "review-tracker": "Note that “Complete a rapid review” (Review H) is due by 29 December 2025, in 19 days",
    "section-11-overview": "Ask Probation for its return, due on 8 November 2024: it is 397 days late.",
}
LONGEST_TAG = 14
"""So many letters fit beside a label on a phone."""


@pytest.fixture(scope="module")
def workspace(root: Path) -> Workspace:
    return Workspace.load(root, AS_AT, checks=())


@pytest.fixture(scope="module")
def pages(workspace: Workspace) -> dict[str, Page]:
    return {
        name: read(REPORTS[name].make(name, workspace, About(**asked), False).text("html"))
        for name, asked in PAPERS.items()
    }


@pytest.mark.parametrize("name", PAPERS)
def test_its_parts_are_in_order_and_something_is_asked(name: str, pages: dict[str, Page]) -> None:
    found = [heading for level, heading in pages[name].headings if level == 2]
    assert found[0] == "What you are asked to do"
    assert [heading for heading in found if heading != "Why this paper is a draft"][1:] == HEADINGS[name]
    callout = next(e for e in pages[name].all("section") if "callout" in e.attrib.get("class", ""))
    assert ASKED[name] in words(callout)


def slugs(workspace: Workspace) -> re.Pattern[str]:
    """Ids of records, and words of the records' own choices, that no reader should meet."""
    ids = [id_ for id_ in workspace.register.entries if "-" in id_]
    choices = (
        *("in-the-field", "repeat-due", "given-up", "carried-over", "moved-out", "fully-met", "partly-met"),
        *("not-met", "no-action", "on-track", "at-risk", "awaiting-assurance", "not-accepted", "met-late"),
        *("waiting-to-publish", "not-yet-due", "due-soon", "other-learning", "no-review", "do-not-notify"),
        *("serious-harm", "dip-sample", "rapid-review", "not-applicable", "not-evidenced", "partly-shown"),
        *("partly-landed", "own-audits", "not-taken", "requires-improvement", "parents-and-carers"),
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, [*ids, *choices]))})(?![\w-])")


@pytest.mark.parametrize(("name", "asked"), [*PAPERS.items(), *OTHERS])
def test_no_id_and_no_code_of_a_choice_stands_in_it(
    name: str, asked: dict[str, str], workspace: Workspace
) -> None:
    paper = REPORTS[name].make(name, workspace, About(**asked), False)
    seen = words(read(paper.text("html")).all("main")[0])
    assert slugs(workspace).findall(seen) == []
    assert slugs(workspace).findall(paper.text("md")) == []
    assert re.findall(r"\b20\d\d-\d\d-\d\d\b", seen) == []


@pytest.mark.parametrize("name", PAPERS)
def test_a_tag_fits_on_a_phone(name: str, pages: dict[str, Page]) -> None:
    tags = {words(e) for e in pages[name].all("span") if "tag" in e.attrib.get("class", "").split()}
    assert {tag for tag in tags if len(tag) > LONGEST_TAG} == set()


@pytest.mark.parametrize("name", PAPERS)
def test_markdown_says_what_the_page_says(name: str, pages: dict[str, Page], workspace: Workspace) -> None:
    text = REPORTS[name].make(name, workspace, About(**PAPERS[name]), False).text("md")
    for level, heading in pages[name].headings[1:]:
        assert f"{'#' * level} {heading}\n" in text
    assert "\\*\\*" not in text  # nothing was escaped twice


def test_the_picture_of_the_year_says_what_it_shows(workspace: Workspace) -> None:
    view = named(REPORTS["audit-calendar"].view)(question(workspace, About(year="2025-26")))
    picture = named(REPORTS["audit-calendar"].drawn)(view)
    assert "The audits of 2025/26 by month" in picture.wide
    assert "Neglect: re-audit: in the field or moderation November 2025 to December 2025." in picture.wide
    assert "Early help led by partners: planned January 2026 to March 2026." in picture.narrow
    assert ">1</text>" not in picture.wide  # one audit in a month needs no number


def test_the_paper_on_one_review_draws_its_thread(workspace: Workspace) -> None:
    view = named(REPORTS["review-tracker"].view)(question(workspace, About(review="review-c")))
    picture = named(REPORTS["review-tracker"].drawn)(view)
    assert "The thread of Review C in stages" in picture.wide
    assert "Breaks at 1: One clock for work before birth" in picture.wide
    whole = named(REPORTS["review-tracker"].view)(question(workspace, About()))
    assert named(REPORTS["review-tracker"].drawn)(whole) is None


@pytest.mark.parametrize("form", ["html", "md"])
def test_the_thread_of_a_review_is_told_with_its_spaces(form: str, workspace: Workspace) -> None:
    paper = REPORTS["review-tracker"].make("review-tracker", workspace, About(), False).text(form)
    told = re.findall(r"Golden thread: [^.]*\.", paper)
    assert told
    for line in told:
        assert not re.search(r",\S|;\S|\bno[a-z]+ |[a-z]and no|\bno(?:action|piece|look|finding)", line), line


SMALL: Mapping[str, str] = {
    **ROUND,
    **test_audit_report.BOTH,
    **test_audit_calendar.ELEMENT,
    **test_audit_calendar.FOUR,
    **test_section_11_overview.STANDARD,
    **test_section_11_overview.POLICE,
    **test_section_11_overview.CARE,
    **test_section_11_overview.BEFORE,
    "data/actions/act-supervision.yaml": test_section_11_overview.ACTION,
    **test_review_tracker.MORE,
    "data/cases-considered/case-2024-1.yaml": test_review_tracker.CASE,
    "data/incidents/incident-2.yaml": test_review_tracker.INCIDENT.replace("incident-1", "incident-2"),
    **test_partner_reports.POLICE,
    **test_partner_reports.report("social-care", "2024-25", "received: 2025-07-25"),
    **{
        path: text.replace("[s11-police]", "[s11-police-2024]")
        for path, text in test_partner_reports.LEARNED.items()
        if "section11" not in path
    },
}
SMALL_AS_AT = date(2025, 9, 10)
ABOUT: Mapping[str, tuple[str, ...]] = {"audit-report": ("audit-first",)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("looking"), SMALL)


@cache
def small(folder: Path) -> Register:
    loaded = Workspace.load(folder, SMALL_AS_AT, checks=())
    assert [d.message for d in loaded.diagnostics] == []
    return loaded.register


@cache
def poisoned(folder: Path, word: str) -> Register:
    """The small board with every free text of every record replaced."""
    return poison.poisoned(small(folder), word, word)


@cache
def paper(folder: Path, name: str, word: str, form: str) -> str:
    register = poisoned(folder, word)
    board = register.record(Board, "hill")
    about = tuple(register.entries[id_].record for id_ in ABOUT.get(name, ()))
    view = named(REPORTS[name].view)(Question(register, SMALL_AS_AT, board, about=about))
    return lay_out(name, view, BODY, STAMP, form, drawn=_drawn(name, view))


def _drawn(name: str, view: Any) -> object:
    return named(REPORTS[name].drawn)(view) if REPORTS[name].drawn else None


@pytest.mark.parametrize("name", PAPERS)
def test_the_records_words_reach_the_paper(name: str, folder: Path) -> None:
    assert paper(folder, name, "XYZ", "html").count("XYZ") > 15
    assert paper(folder, name, "XYZ", "md").count("XYZ") > 15


@pytest.mark.parametrize("word", HOSTILES)
@pytest.mark.parametrize("name", PAPERS)
def test_hostile_words_change_no_element_of_a_page(name: str, word: str, folder: Path) -> None:
    text = paper(folder, name, word, "html")
    made, plain = read(text), read(paper(folder, name, "two words", "html"))
    assert made.slips == ()
    assert made.shape == plain.shape
    assert visible(text.replace("\n", " ")) == text.replace("\n", " ")
    assert [href for href in made.values("href") if not href.startswith("#")] == []


@pytest.mark.parametrize("word", HOSTILES)
@pytest.mark.parametrize("name", PAPERS)
def test_hostile_words_change_nothing_of_the_markdown(name: str, word: str, folder: Path) -> None:
    text = paper(folder, name, word, "md")
    assert markdown_shape(text) == markdown_shape(paper(folder, name, "two words", "md"))
    assert visible(text.replace("\n", " ")) == text.replace("\n", " ")


@pytest.mark.parametrize("name", PAPERS)
def test_a_word_is_escaped_once(name: str, folder: Path) -> None:
    text = paper(folder, name, "a*b", "md")
    assert "a\\*b" in text
    assert "a\\\\" not in text
    page = paper(folder, name, "a&b", "html")
    assert "a&amp;b" in page
    assert "&amp;amp;" not in page


@pytest.mark.parametrize("name", [name for name in PAPERS if name != "audit-report"])
@pytest.mark.parametrize("form", ["html", "md"])
def test_a_board_without_a_record_has_a_paper_too(name: str, form: str, tmp_path: Path) -> None:
    loaded = Workspace.load(written(tmp_path, ROUND), SMALL_AS_AT, checks=())
    board = loaded.register.record(Board, "hill")
    view = named(REPORTS[name].view)(Question(loaded.register, SMALL_AS_AT, board))
    text = lay_out(name, view, BODY, STAMP, form, drawn=_drawn(name, view))
    assert view.opening.asked
    if form == "html":
        assert read(text).slips == ()
        empty = [e for e in read(text).all("table") if len(list(e.iter("tr"))) < 2]
        assert [words(e) for e in empty if "front" not in e.attrib.get("class", "")] == []
