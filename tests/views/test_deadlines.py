"""Deadlines of law and of the board's own in one list: local dates by their fields, past days, narrowing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from tests.folders import Write
from tests.views.small_register import register_of

from lif.views.deadline_table import deadline_table
from lif.views.deadlines import DeadlineLine, all_deadlines, deadlines

LOCAL: Mapping[str, str] = {
    "data/partner-reports/report-police.yaml": """
        id: report-police
        title: Police, report 2024-25
        agency: police
        period: 2024-25
        due: 2025-06-30
        received: 2025-07-02
    """,
    "data/section11-returns/s11-police.yaml": """
        id: s11-police
        agency: police
        cycle: "2025"
        group: quality-group
        opened: 2025-05-01
        due: 2025-07-31
    """,
    "data/challenges/challenge-1.yaml": """
        id: challenge-1
        title: Places
        on: 2025-05-12
        by_group: review-group
        to:
          - police
        text: |
          What is done?
        response_due: 2025-06-09
        closed_on: 2025-07-15
    """,
    "data/audits/audit-homes.yaml": """
        id: audit-homes
        illustrative: true
        title: Home visits
        sort: dip-sample
        group: quality-group
        planned: 2025-26-Q2
        postponed:
          - from_quarter: 2025-26-Q1
            to_quarter: 2025-26-Q2
            on: 2025-06-10
            reason: |
              A vacancy.
            agreed_by: quality-group
    """,
    "data/learning/learning-1.yaml": """
        id: learning-1
        title: Ask about men
        on: 2025-04-01
        text: |
          Ask.
        sources:
          - audit-homes
        group: review-group
        products:
          - id: briefing
            sort: briefing
            title: Briefing
            due: 2025-06-01
            on: 2025-05-20
        test:
          method: survey
          due: 2025-10-01
    """,
    "data/risks/risk-1.yaml": """
        id: risk-1
        title: Waits
        cause: |
          Few people.
        event: |
          Children wait.
        consequence: |
          It gets worse.
        group: quality-group
        owner: police-lead
        opened: 2025-01-10
        inherent: {likelihood: 4, impact: 4}
        residual: {likelihood: 3, impact: 4}
        target: {likelihood: 2, impact: 3}
        reviews:
          - on: 2025-05-30
            residual: {likelihood: 3, impact: 4}
        review_due: 2025-08-29
    """,
    "data/reviews/review-1.yaml": """
        id: review-1
        title: Review 1
        sort: learning-review
        group: review-group
        milestones:
          - step: decision
            on: 2025-03-03
          - step: draft
            planned: 2025-06-20
          - step: completed
            planned: 2025-07-08
            on: 2025-07-09
    """,
    "framework/documents/policy.yaml": """
        id: policy
        title: Escalation policy
        sort: policy
        owner: Quality assurance group
        approved_on: 2025-04-10
        review_due: 2026-04-10
    """,
}


def lines(workspace: Write, as_at: str, files: Mapping[str, str] = LOCAL) -> dict[str, DeadlineLine]:
    found = all_deadlines(register_of(workspace, files, as_at), date.fromisoformat(as_at))
    return {f"{line.record}: {line.what}": line for line in found}


def test_local_deadlines_by_their_fields(workspace: Write) -> None:
    found = lines(workspace, "2025-07-05")
    assert {name: (line.state, line.days) for name, line in found.items()} == {
        "report-police: partner's report to the board": ("met-late", -2),
        "s11-police: section 11 return": ("not-yet-due", 26),
        "challenge-1: answer to a challenge": ("breached", -26),
        "audit-homes: audit to begin": ("extended", 87),
        "learning-1/briefing: learning told": ("met", 12),
        "learning-1: test whether learning landed": ("not-yet-due", 88),
        "risk-1: risk to be looked at": ("not-yet-due", 55),
        "review-1: review, planned: draft": ("breached", -15),
        "review-1: review, planned: completed": ("due-soon", 3),
        "policy: review of a document": ("not-yet-due", 279),
    }
    audit = found["audit-homes: audit to begin"]
    assert (audit.due, audit.first_due) == (date(2025, 9, 30), date(2025, 6, 30))
    assert (audit.illustrative, audit.statutory, audit.force, audit.duty) == (True, False, "local-policy", "")
    assert found["challenge-1: answer to a challenge"].group == "review-group"


@pytest.mark.parametrize(
    ("as_at", "known"),
    [
        # an audit carries no day of entry: it is known on any day; a review from its first milestone on
        ("2024-03-31", {"audit-homes"}),
        ("2025-01-01", {"report-police", "audit-homes"}),
        ("2025-04-05", {"report-police", "audit-homes", "review-1", "learning-1", "learning-1/briefing"}),
        (
            "2025-05-13",
            {"report-police", "audit-homes", "review-1", "learning-1", "learning-1/briefing", "policy"}
            | {"s11-police", "challenge-1"},
        ),
    ],
)
def test_a_past_day_knows_only_what_was_there(workspace: Write, as_at: str, known: set[str]) -> None:
    found = lines(workspace, as_at)
    assert {line.record for line in found.values()} == known
    assert all(line.done_on is None for line in found.values())


def test_a_postponement_of_a_later_day_is_not_known_yet(workspace: Write) -> None:
    audit = lines(workspace, "2025-06-01")["audit-homes: audit to begin"]
    assert (audit.state, audit.due, audit.first_due) == ("not-yet-due", date(2025, 6, 30), None)


def test_what_was_closed_is_awaited_no_longer(workspace: Write) -> None:
    assert lines(workspace, "2025-07-14")["challenge-1: answer to a challenge"].state == "breached"
    closed = lines(workspace, "2025-07-15")["challenge-1: answer to a challenge"]
    assert (closed.state, closed.note) == ("not-applicable", "over since 2025-07-15")


def test_what_runs_by_date_and_narrowed(workspace: Write) -> None:
    register, day = register_of(workspace, LOCAL, "2025-07-05"), date(2025, 7, 5)
    assert [line.record for line in deadlines(register, day)] == [
        *(
            "challenge-1",
            "review-1",
            "review-1",
            "s11-police",
            "risk-1",
            "audit-homes",
            "learning-1",
            "policy",
        )
    ]
    assert [line.record for line in deadlines(register, day, within=3)] == [
        "challenge-1",
        "review-1",
        "review-1",
    ]
    assert [line.record for line in deadlines(register, day, within=2)] == ["challenge-1", "review-1"]
    group = deadlines(register, day, group="quality-group")
    assert [line.record for line in group] == ["s11-police", "risk-1", "audit-homes"]
    assert [line.record for line in deadlines(register, day, state="met")] == ["learning-1/briefing"]


PLANS = {
    f"data/training-plans/plan-{year}.yaml": f"""
        id: plan-{year}
        title: Plan {year}
        period: {year}-{int(year[2:]) + 1}
        group: quality-group
        approved_on: {year}-06-01
        review_due: {int(year) + 1}-05-20
    """
    for year in ("2024", "2025")
}


@pytest.mark.parametrize(
    ("as_at", "states"),
    [("2025-05-31", ["breached"]), ("2025-06-01", ["met-late", "not-yet-due"])],
)
def test_the_next_plan_is_the_review_of_the_last(workspace: Write, as_at: str, states: list[str]) -> None:
    assert [line.state for line in lines(workspace, as_at, PLANS).values()] == states


def test_a_count_of_training_is_kept_by_the_next_count(workspace: Write) -> None:
    def count(on: str, due: str) -> str:
        return f"""
        id: count-{on}
        agency: police
        on: {on}
        level: "1"
        required: 10
        in_date: 9
        next_due: {due}
        """

    files = {
        "data/training-currency/count-2025-01-10.yaml": count("2025-01-10", "2025-04-10"),
        "data/training-currency/count-2025-04-12.yaml": count("2025-04-12", "2025-07-10"),
    }
    assert [line.state for line in lines(workspace, "2025-04-11", files).values()] == ["breached"]
    assert [line.state for line in lines(workspace, "2025-07-01", files).values()] == ["met-late", "due-soon"]


def test_how_long_is_said_in_words(workspace: Write) -> None:
    register, day = register_of(workspace, LOCAL, "2025-07-05"), date(2025, 7, 5)
    table = deadline_table(register, all_deadlines(register, day))
    said = {row["record"]: row["how_long"] for row in table.rows}
    assert (said["report-police"], said["learning-1/briefing"]) == ("done 2 days late", "done 12 days early")
    assert (said["challenge-1"], said["s11-police"]) == ("26 days late", "in 26 days")
    assert {row["binding"] for row in table.rows} == {"we have agreed to"}
