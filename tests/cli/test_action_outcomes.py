"""`lif actions impact`, `themes` and `owed`: what became of what was promised, as people ask for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.board import Lif, Write

REVIEW = """
    id: review-a
    title: Review A
    sort: learning-review
    group: learning-group
    milestones:
      - step: completed
        on: 2024-05-01
    findings:
      - id: alone
        text: |
          Each worked alone.
        themes:
          - missing
    recommendations:
      - id: together
        text: |
          Meet before a plan ends.
        response: accepted
        responded_on: 2024-06-01
      - id: later
        text: |
          Write it down.
"""
ACTION = """
    id: act-2024-meet
    title: Meet before a plan ends
    text: |
      Hold the meeting.
    source: review-a/together
    source_sort: review
    owner: police-lead
    group: neglect-group
    themes:
      - missing
    agreed_on: 2024-06-01
    due: 2024-09-30
    steps:
      - state: reported-complete
        on: 2024-09-20
      - state: assured
        on: 2024-11-01
      - state: closed
        on: 2024-12-01
    impact:
      due: 2025-03-31
"""
AUDIT = """
    id: audit-a
    title: Audit A
    sort: dip-sample
    group: learning-group
    planned: 2024-25-Q4
    reported: 2025-02-01
    findings:
      - id: still-alone
        text: |
          They still work alone.
        themes:
          - missing
"""


@pytest.fixture
def filled(board: Path, workspace: Write) -> Path:
    return workspace(
        {
            "data/reviews/review-a.yaml": REVIEW,
            "data/actions/act-2024-meet.yaml": ACTION,
            "data/audits/audit-a.yaml": AUDIT,
        }
    )


def rows(lif: Lif, line: str) -> list[dict[str, Any]]:
    ran = lif(f"{line} --as-at 2025-06-30 --format json")
    assert ran.code == 0, ran.err
    return json.loads(ran.out)["rows"]  # type: ignore[no-any-return]


def test_what_was_done_and_never_looked_at_again(lif: Lif, filled: Path) -> None:
    (row,) = rows(lif, "actions impact --source review-a")
    assert (row["id"], row["helped"], row["due"], row["days_overdue"]) == (
        *("act-2024-meet", "overdue", "2025-03-31", 91),
    )
    assert [each["id"] for each in rows(lif, "actions impact --helped overdue")] == ["act-2024-meet"]
    ran = lif("actions impact --helped overdu")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean overdue?" in ran.err


def test_a_theme_that_came_back(lif: Lif, filled: Path) -> None:
    (row,) = rows(lif, "actions themes")
    assert (row["name"], row["found_in"], row["came_back_in"]) == (
        *("Missing children", ["review-a", "audit-a"], ["audit-a"]),
    )
    assert rows(lif, "actions themes --least 3") == []
    for wrong in ("0", "two", "-1"):
        assert lif(f"actions themes --least={wrong}").code == 2


def test_what_a_source_still_owes(lif: Lif, filled: Path) -> None:
    found = rows(lif, "actions owed --source review-a")
    assert [(row["address"], row["overall"], row["owed"]) for row in found] == [
        ("review-a/later", "unanswered", "the board's answer"),
        (
            "review-a/together",
            "closed",
            "a look at whether “Meet before a plan ends” helped, by 31 March 2025",
        ),
    ]
    assert rows(lif, "actions owed --source review") == found
    assert [row["address"] for row in rows(lif, "actions owed --source review-a/later")] == ["review-a/later"]


def test_a_decision_of_a_meeting_is_a_source_too(lif: Lif, filled: Path) -> None:
    (row,) = rows(lif, "actions owed --source hill-board-2024-09-10/interviews")
    assert (row["overall"], row["owed"]) == (
        "overdue",
        "“Interviews within three days”, 91 days overdue (Detective Superintendent)",
    )


def test_options_alone_mean_a_list_and_a_source_alone_what_it_owes(lif: Lif, filled: Path) -> None:
    assert rows(lif, "actions --source review-a") == rows(lif, "actions owed --source review-a")
    assert lif("actions --source=review-a --as-at 2025-06-30") == lif(
        "actions owed --source=review-a --as-at 2025-06-30"
    )
    assert rows(lif, "actions --group neglect") == rows(lif, "actions list --group neglect")
    assert "Usage: lif actions" in lif("actions --help").out
    assert "Usage: lif actions" in lif("actions").out


def test_a_source_has_to_be_named(lif: Lif, filled: Path) -> None:
    ran = lif("actions owed")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("lif: --source is missing: name a review or audit")


def test_what_recommends_nothing_is_not_said_to_be_owed_nothing(lif: Lif, board: Path) -> None:
    ran = lif("actions owed --source neglect-group")
    assert (ran.code, ran.out) == (2, "")
    assert "--source neglect-group: a record of kind group recommends nothing" in ran.err
