"""Papers of a board that has hardly begun: they say what is not recorded, and count only what is there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import pytest
from tests.folders import Write
from tests.reports.every_paper import ASKED
from tests.small_board import SMALL

from lif.cli.reports import REPORTS, About
from lif.workspace import Workspace

ONE_THEME: Mapping[str, str] = {
    "framework/themes.yaml": """
        - id: neglect
          name: Neglect
    """,
    "framework/priorities.yaml": """
        - id: priority-neglect
          name: Neglect
          rationale: |
            It comes back.
          themes: [neglect]
    """,
}
AN_AUDIT: Mapping[str, str] = {
    "data/audits.yaml": """
        - id: audit-neglect
          title: Neglect in ten files
          sort: multi-agency
          group: neglect-group
          planned: 2024-25-Q3
          themes: [neglect]
          reported: 2025-01-10
          findings:
            - id: chronologies
              text: |
                Half have none.
              themes: [neglect]
          recommendations:
            - id: one-chronology
              text: |
                Use one for all agencies.
              finding: chronologies
    """
}
OF_ONE_RECORD = ("audit-report", "seven-minute-briefing", "changes")
"""Papers about a record or since a meeting, which a board without any cannot ask for."""
COUNTED = re.compile(
    r"\b0 of 0\b|\b0 (?:times|people|things|products|serious|actions? done|risks?|challenges?|self-)"
    r"|of which 0|were heard 0|nobody was heard"
)


def made(workspace: Write, name: str, files: Mapping[str, str], **about: str) -> str:
    loaded = Workspace.load(workspace({**SMALL, **ONE_THEME, **files}), date(2025, 5, 20), checks=())
    assert [d.message for d in loaded.diagnostics] == []
    return REPORTS[name].make(name, loaded, About(**about), False).text("md")


@pytest.mark.parametrize("name", [name for name in ASKED if name not in OF_ONE_RECORD])
def test_a_paper_of_an_empty_board_counts_nothing_that_is_not_there(workspace: Write, name: str) -> None:
    about = {"theme": "neglect"} if "theme" in ASKED[name] else {}
    assert not COUNTED.findall(made(workspace, name, {}, **about))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("learning-log", "1. Ask what was learned from reviews and audits: nothing is recorded"),
        (
            "learning-reach",
            "1. Decide what is told to whom, and by when: by the records nothing has gone out.",
        ),
        ("partner-reports", "| **Reports** | none is recorded |"),
        ("framework-table", "| **Rows** | none |"),
        ("voice-report", "nobody is recorded as heard"),
        ("yearly-report", "Nobody has written down that children or families were heard in the year."),
        ("yearly-report", "No evaluation of a course of the year is recorded."),
        ("yearly-report", "No serious incident is recorded as having become known in the year."),
        (
            "yearly-report",
            "Nothing is recorded on private fostering, allegations against people who work with",
        ),
    ],
)
def test_a_paper_of_an_empty_board_says_what_is_not_recorded(workspace: Write, name: str, said: str) -> None:
    assert said in made(workspace, name, {})


def test_what_a_finding_is_about_the_recommendation_that_answers_it_is_about(workspace: Write) -> None:
    told = made(workspace, "thematic-presentation", AN_AUDIT, theme="neglect")
    assert "- Use one for all agencies. (Neglect in ten files (audit)" in told
    assert "no two of them" not in told


def test_a_long_list_of_what_is_missing_is_asked_for_once(workspace: Write) -> None:
    told = made(workspace, "triangulation", {}, theme="neglect")
    assert told.count("Decide who finds") == 1


A_REVIEW: Mapping[str, str] = {
    "data/reviews.yaml": """
        - id: review-2024-a
          title: Learning review 2024 A
          sort: learning-review
          group: neglect-group
          milestones:
            - step: started
              on: 2024-10-01
            - step: completed
              on: 2024-12-02
    """
}


def test_a_review_that_is_completed_says_so_once(workspace: Write) -> None:
    told = made(workspace, "review-tracker", A_REVIEW)
    assert "Completed on 2 Dec 2024." in told
    assert "Completed; completed" not in told


def test_nobody_is_late_who_was_never_asked(workspace: Write) -> None:
    """No section 11 window was opened: the partners owe nothing by it."""
    agencies = SMALL["framework/agencies.yaml"].replace(
        "sector: police", "sector: police\n          statutory_partner: true", 1
    )
    told = made(workspace, "yearly-report", {"framework/agencies.yaml": agencies})
    assert "No self-assessment came in the year" in told
    assert "Late today" not in told
