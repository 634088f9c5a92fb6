"""The audit calendar on a day: how far each audit is, what came of it, and what nobody looks at."""

from __future__ import annotations

from datetime import date

import pytest
from tests.folders import Write
from tests.views.small_register import register_of

from lif.views.audit_cover import priority_cover
from lif.views.audit_tables import came_of_it, graded_words
from lif.views.audits import AuditLine, audit_lines
from lif.views.self_assessment import cycles

PLANS = {
    "framework/audit-tools/tool.yaml": """
        id: tool
        name: Case audit
        version: "1"
        criteria:
          - id: plan
            text: |
              The plan changes something.
        grades:
          - id: outstanding
            name: Outstanding
            good: true
          - id: good
            name: Good
            good: true
          - id: poor
            name: Poor
    """,
    "data/audits/audit-plans.yaml": """
        id: audit-plans
        title: Plans for neglect
        sort: multi-agency
        group: quality-group
        planned: 2024-25-Q3
        tool: tool
        priorities:
          - priority-neglect
        postponed:
          - from_quarter: 2024-25-Q1
            to_quarter: 2024-25-Q2
            on: 2024-05-10
            reason: |
              The inspection came first.
            agreed_by: quality-group
          - from_quarter: 2024-25-Q2
            to_quarter: 2024-25-Q3
            on: 2024-08-10
            reason: |
              Nobody was free.
            agreed_by: quality-group
        started: 2024-10-07
        fieldwork_ended: 2024-11-01
        moderated_on: 2024-11-15
        reported: 2024-12-04
        re_audit_due: 2025-06-30
        overall:
          - grade: outstanding
            cases: 1
          - grade: good
            cases: 2
          - grade: poor
            cases: 4
          - grade: not-evidenced
            cases: 1
          - grade: not-applicable
            cases: 2
        findings:
          - id: drift
            text: |
              Plans drift.
        recommendations:
          - id: review-plans
            text: |
              Review every plan.
          - id: teach
            text: |
              Teach the tool.
    """,
    "data/actions/act-plans.yaml": """
        id: act-plans
        title: Review every plan
        text: |
          Review every plan at nine months.
        source: audit-plans/review-plans
        source_sort: audit
        owner: police-lead
        group: quality-group
        agreed_on: 2024-12-10
        due: 2025-03-31
    """,
}


def only(workspace: Write, as_at: str, **more: str) -> AuditLine:
    register = register_of(workspace, {**PLANS, **more}, as_at)
    return next(line for line in audit_lines(register, date.fromisoformat(as_at)) if line.id == "audit-plans")


@pytest.mark.parametrize(
    ("as_at", "quarter", "put_off", "stage", "since"),
    [
        ("2024-05-09", "2024-25-Q1", 0, "planned", None),
        ("2024-05-10", "2024-25-Q2", 1, "planned", None),
        ("2024-10-01", "2024-25-Q3", 2, "planned", None),
        ("2024-10-07", "2024-25-Q3", 2, "in-the-field", "2024-10-07"),
        ("2024-11-01", "2024-25-Q3", 2, "moderation", "2024-11-01"),
        ("2024-12-03", "2024-25-Q3", 2, "moderation", "2024-11-15"),
        ("2024-12-04", "2024-25-Q3", 2, "reported", "2024-12-04"),
        ("2025-06-29", "2024-25-Q3", 2, "reported", "2024-12-04"),
        ("2025-06-30", "2024-25-Q3", 2, "repeat-due", "2025-06-30"),
    ],
)
def test_an_audit_through_its_life(
    workspace: Write, as_at: str, quarter: str, put_off: int, stage: str, since: str | None
) -> None:
    line = only(workspace, as_at)
    assert str(line.first) == "2024-25-Q1"
    assert (str(line.quarter), line.put_off, line.stage) == (quarter, put_off, stage)
    assert line.stage_on == (date.fromisoformat(since) if since else None)


def test_what_was_found_is_not_known_before_it_was_told(workspace: Write) -> None:
    before = only(workspace, "2024-11-14")
    assert (before.good, before.cases, before.findings, before.came.recommendations) == (None, None, 0, 0)
    assert (before.reported, before.repeat_due, graded_words(before), came_of_it(before)) == (
        None,
        None,
        "",
        "",
    )
    moderated = only(workspace, "2024-11-15")
    assert graded_words(moderated) == "3 of 8"  # 1 + 2 of 1 + 2 + 4 + 1; two to which it does not apply
    assert moderated.findings == 0


def test_what_came_of_an_audit(workspace: Write) -> None:
    told = only(workspace, "2024-12-09")
    assert came_of_it(told) == "1 finding; 2 recommendations, 0 answered, 2 with an action wanting; 0 actions"
    late = only(workspace, "2025-04-01")
    assert (late.came.actions, late.came.open, late.came.overdue, late.came.unanswered) == (1, 1, 1, 1)
    assert came_of_it(late) == (
        "1 finding; 2 recommendations, 0 answered, 1 with an action wanting; "
        "1 action: 1 open, 1 of those overdue"
    )


REPEAT = """
    id: audit-plans-again
    title: Plans again
    sort: re-audit
    group: quality-group
    planned: 2025-26-Q2
    earlier_round: audit-plans
    priorities:
      - priority-neglect
"""


def test_a_repeat_that_is_planned_is_not_due(workspace: Write) -> None:
    line = only(workspace, "2025-07-15", **{"data/audits/audit-plans-again.yaml": REPEAT})
    assert (line.stage, line.repeat) == ("reported", "audit-plans-again")


def test_a_repeat_that_was_given_up_does_not_count_from_that_day(workspace: Write) -> None:
    given_up = REPEAT + "    cancelled: 2025-07-15\n    cancelled_reason: Nobody was free.\n"
    files = {"data/audits/audit-plans-again.yaml": given_up}
    assert only(workspace, "2025-07-14", **files).stage == "reported"
    line = only(workspace, "2025-07-15", **files)
    assert (line.stage, line.repeat) == ("repeat-due", "")


def test_late_from_the_day_after_its_quarter(workspace: Write) -> None:
    register = register_of(workspace, {"data/audits/audit-plans-again.yaml": REPEAT}, "2025-10-01")
    stages = [audit_lines(register, day)[0].stage for day in (date(2025, 9, 30), date(2025, 10, 1))]
    assert stages == ["planned", "late"]


def test_grades_without_a_tool_are_not_called_good(workspace: Write) -> None:
    line = only(
        workspace,
        "2025-01-01",
        **{
            "data/audits/audit-plans.yaml": """
                id: audit-plans
                title: Plans
                sort: dip-sample
                group: quality-group
                planned: 2024-25-Q3
                reported: 2024-12-04
                overall:
                  - grade: good
                    cases: 5
            """
        },
    )
    assert (line.good, line.cases, graded_words(line)) == (None, 5, "not known, of 5")


@pytest.mark.parametrize(
    ("as_at", "gap", "last_on", "next_quarter"),
    [
        ("2024-06-01", False, None, "2024-25-Q2"),
        ("2025-12-03", False, "2024-12-04", None),  # a year less a day after the report
        ("2025-12-04", True, "2024-12-04", None),
    ],
)
def test_a_priority_that_nobody_looks_at(
    workspace: Write, as_at: str, gap: bool, last_on: str | None, next_quarter: str | None
) -> None:
    register = register_of(workspace, PLANS, as_at)
    covers = {cover.id: cover for cover in priority_cover(register, date.fromisoformat(as_at))}
    neglect = covers["priority-neglect"]
    assert (neglect.gap, neglect.last_on) == (gap, date.fromisoformat(last_on) if last_on else None)
    assert (str(neglect.next_quarter) if neglect.next_quarter else None) == next_quarter
    assert covers["priority-early"].gap
    assert next(iter(covers)) == ("priority-neglect" if gap else "priority-early")


def test_an_audit_beyond_a_year_does_not_fill_a_gap_and_a_late_one_neither(workspace: Write) -> None:
    files = {"data/audits/audit-plans-again.yaml": REPEAT.replace("    earlier_round: audit-plans\n", "")}
    for as_at, gap, late in (
        ("2024-06-30", True, ()),  # its quarter begins on 2025-07-01, a year and a day away
        ("2024-07-01", False, ()),
        ("2025-09-30", False, ()),
        ("2025-10-01", True, ("audit-plans-again",)),
    ):
        covers = priority_cover(register_of(workspace, files, as_at), date.fromisoformat(as_at))
        neglect = next(cover for cover in covers if cover.id == "priority-neglect")
        assert (neglect.gap, neglect.late) == (gap, late)


CYCLE = {
    "framework/duties/duty-hill-section-11-audit.yaml": """
        id: duty-hill-section-11-audit
        title: Hold the section 11 audit every two years
        text: |
          We hold one every two years.
        owner: Quality assurance group
        trigger: The last one was completed
        limit:
          number: 2
          unit: years
        recurs: each-two-years
        force: local-policy
        source: The framework
    """,
    "data/section11-returns/police-2022.yaml": """
        id: police-2022
        agency: police
        cycle: "2022"
        group: quality-group
        opened: 2022-09-01
        due: 2022-11-30
        submitted: 2022-11-25
    """,
    "data/section11-returns/police-2024.yaml": """
        id: police-2024
        agency: police
        cycle: "2024"
        group: quality-group
        opened: 2024-09-02
        due: 2024-11-29
        submitted: 2024-12-06
    """,
}


@pytest.mark.parametrize(
    ("as_at", "cycle", "submitted", "due", "turn"),
    [
        ("2022-08-31", "", None, None, "never"),
        ("2022-09-01", "2022", None, "2022-11-30", "open"),
        ("2022-11-25", "2022", "2022-11-25", "2024-11-25", "in-time"),
        ("2024-05-24", "2022", "2022-11-25", "2024-11-25", "in-time"),
        ("2024-05-25", "2022", "2022-11-25", "2024-11-25", "due-soon"),
        ("2024-09-02", "2024", "2022-11-25", "2024-11-29", "open"),
        ("2024-11-30", "2024", "2022-11-25", "2024-11-29", "late"),
        ("2024-12-06", "2024", "2024-12-06", "2026-12-06", "in-time"),
        ("2026-12-07", "2024", "2024-12-06", "2026-12-06", "late"),
    ],
)
def test_section_11_by_agency(
    workspace: Write, as_at: str, cycle: str, submitted: str | None, due: str | None, turn: str
) -> None:
    day = date.fromisoformat(as_at)
    lines = {line.who: line for line in cycles(register_of(workspace, CYCLE, as_at), day)}
    police = lines["police"]
    assert (police.who_name, police.cycle, police.turn) == ("Police", cycle, turn)
    assert [d and d.isoformat() for d in (police.submitted, police.due)] == [submitted, due]
    assert (lines["social-care"].turn, lines["social-care"].due) == ("never", None)


def test_without_a_rule_nothing_is_said_to_be_due(workspace: Write) -> None:
    files = {path: text for path, text in CYCLE.items() if "duties" not in path}
    lines = cycles(register_of(workspace, files, "2026-01-01"), date(2026, 1, 1))
    assert {line.who: (line.turn, line.due) for line in lines} == {
        "police": ("not-known", None),
        "social-care": ("never", None),
    }


def test_schools_by_type_once_the_summary_was_told(workspace: Write) -> None:
    files = {
        "data/section175-returns/schools-2024.yaml": """
            id: schools-2024
            cycle: 2024-25-academic
            group: quality-group
            opened: 2024-10-01
            due: 2024-12-20
            reported: 2025-02-05
            returners:
              - sort: primary
                asked: 44
                returned: 41
              - sort: all-through
                asked: 2
                returned: 2
        """
    }
    for as_at, counted, turn in (
        ("2024-12-20", (None, None), "open"),
        ("2024-12-21", (None, None), "late"),
        ("2025-02-05", (41, 44), "not-known"),
    ):
        register = register_of(workspace, files, as_at)
        lines = {line.who: line for line in cycles(register, date.fromisoformat(as_at))}
        primary = lines["primary"]
        assert ((primary.returned, primary.asked), primary.turn) == (counted, turn)
        assert lines["all-through"].who_name == "all through"


def test_a_round_that_has_counted_nobody_yet_is_open_to_every_type_of_school(workspace: Write) -> None:
    """Only when the window closes are schools counted; until then the new round is what all are asked for."""
    files = {
        "data/section175-returns.yaml": """
            - id: schools-2024
              cycle: 2024-25-academic
              group: quality-group
              opened: 2024-10-01
              due: 2024-12-20
              reported: 2025-02-05
              returners:
                - sort: primary
                  asked: 44
                  returned: 41
            - id: schools-2025
              cycle: 2025-26-academic
              group: quality-group
              opened: 2025-10-01
              due: 2025-12-19
        """
    }
    for as_at, cycle, due, counted, turn in (
        ("2025-09-30", "2024-25-academic", None, (41, 44), "not-known"),
        ("2025-10-01", "2025-26-academic", date(2025, 12, 19), (None, None), "open"),
        ("2025-12-20", "2025-26-academic", date(2025, 12, 19), (None, None), "late"),
    ):
        (line,) = (
            one
            for one in cycles(register_of(workspace, files, as_at), date.fromisoformat(as_at))
            if one.sort == "section-175"
        )
        assert (line.cycle, line.due, (line.returned, line.asked), line.turn) == (cycle, due, counted, turn)
        assert line.submitted == date(2025, 2, 5)
