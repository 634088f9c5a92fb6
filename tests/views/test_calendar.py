"""The calendar: every date worked by hand, from what was known on the day that is looked from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.folders import Write
from tests.small_board import indicator
from tests.views.small_register import register_of

from lif.views.calendar import Calendar, Entry, calendar
from lif.workspace import Workspace

MEETINGS = {
    "data/meetings/quality-2025-05-07.yaml": """
        id: quality-2025-05-07
        group: quality-group
        on: 2025-05-07
        held: true
    """,
    "data/meetings/quality-2025-06-04.yaml": """
        id: quality-2025-06-04
        group: quality-group
        on: 2025-06-04
        held: false
    """,
    "data/meetings/quality-2025-07-02.yaml": """
        id: quality-2025-07-02
        group: quality-group
        on: 2025-07-02
    """,
}
ACTION = {
    "data/actions/act-plans.yaml": """
        id: act-plans
        title: Review every plan
        text: |
          Review every plan at nine months.
        source: quality-2025-05-07
        source_sort: board-decision
        owner: police-lead
        group: review-group
        agreed_on: 2025-05-07
        due: 2025-06-30
        due_changes:
          - on: 2025-06-20
            from_due: 2025-06-30
            to_due: 2025-09-30
            reason: |
              The post was vacant.
            agreed_by: review-group
        steps:
          - state: reported-complete
            on: 2025-09-15
        impact:
          due: 2026-03-31
          checked_on: 2026-04-02
          result: shown
    """
}


def seen(
    workspace: Write,
    files: dict[str, str],
    as_at: str,
    *,
    since: str | None = None,
    until: str | None = None,
    group: str | None = None,
) -> Calendar:
    first, last = (date.fromisoformat(day) if day else None for day in (since, until))
    return calendar(register_of(workspace, files, as_at), date.fromisoformat(as_at), first, last, group)


def short(entries: tuple[Entry, ...]) -> list[tuple[str, str, str]]:
    return [(one.key, one.start.isoformat(), one.standing) for one in entries]


def test_a_year_ahead_and_no_further(workspace: Write) -> None:
    files = {
        path.replace("quality-2025-07-02", name): text.replace("quality-2025-07-02", name).replace(
            "2025-07-02\n", f"{day}\n"
        )
        for path, text in MEETINGS.items()
        if "07-02" in path
        for name, day in (
            ("quality-a", "2025-05-01"),
            ("quality-b", "2026-05-01"),
            ("quality-c", "2026-05-02"),
        )
    }
    found = seen(workspace, files, "2025-05-01")
    assert (found.since, found.until) == (date(2025, 5, 1), date(2026, 5, 1))
    assert short(found.entries) == [
        ("quality-a.on", "2025-05-01", "today"),
        ("quality-b.on", "2026-05-01", "ahead"),
    ]


@pytest.mark.parametrize(
    ("as_at", "expected"),
    [
        ("2025-05-07", ["today", "ahead", "ahead"]),  # that it was held is known when its day is over
        ("2025-06-05", ["done", "cancelled", "ahead"]),
        ("2025-07-03", ["done", "cancelled", "past"]),
    ],
)
def test_meetings_behind_when_they_are_asked_for(workspace: Write, as_at: str, expected: list[str]) -> None:
    found = seen(workspace, MEETINGS, as_at, since="2025-05-01")
    assert [one.standing for one in found.entries] == expected
    assert found.late == ()


@pytest.mark.parametrize(
    ("as_at", "due", "standing", "moved"),
    [
        ("2025-05-07", "2025-06-30", "ahead", 0),
        ("2025-06-19", "2025-06-30", "ahead", 0),
        ("2025-06-20", "2025-09-30", "ahead", 1),
        ("2025-09-15", "2025-09-30", "done", 1),
    ],
)
def test_an_action_keeps_its_key_when_it_moves(
    workspace: Write, as_at: str, due: str, standing: str, moved: int
) -> None:
    found = seen(workspace, MEETINGS | ACTION, as_at)
    (entry,) = [one for one in found.every if one.sort == "action"]
    assert (entry.key, entry.start.isoformat(), entry.standing) == ("act-plans.due", due, standing)
    assert (entry.moved, entry.first) == (moved, date(2025, 6, 30) if moved else None)
    assert entry.changed_on == (date(2025, 6, 20) if moved else None)
    assert entry.who == "Detective Superintendent"
    assert (entry in found.entries) is (standing == "ahead")


def test_before_it_was_agreed_an_action_has_no_date(workspace: Write) -> None:
    assert [x for x in seen(workspace, MEETINGS | ACTION, "2025-05-06").every if x.sort == "action"] == []


def test_what_is_late_comes_first_unless_a_first_day_is_asked_for(workspace: Write) -> None:
    late = seen(workspace, MEETINGS | ACTION, "2026-04-01")
    assert short(late.late) == [("act-plans.impact.due", "2026-03-31", "late")]
    assert late.entries == ()
    assert seen(workspace, MEETINGS | ACTION, "2026-04-02").late == ()  # looked at on that day
    asked = seen(workspace, MEETINGS | ACTION, "2026-04-01", since="2026-03-01")
    assert (asked.late, short(asked.entries)) == ((), [("act-plans.impact.due", "2026-03-31", "late")])


def test_an_audit_is_its_whole_quarter_and_moves_with_it(workspace: Write) -> None:
    files = {
        "data/audits/audit-plans.yaml": """
            id: audit-plans
            title: Plans
            sort: dip-sample
            group: quality-group
            planned: 2025-26-Q1
            postponed:
              - from_quarter: 2025-26-Q1
                to_quarter: 2025-26-Q2
                on: 2025-06-11
                reason: |
                  Nobody was free.
                agreed_by: quality-group
        """
    }
    for as_at, start, end, standing, moved in (
        ("2025-03-31", "2025-04-01", "2025-06-30", "ahead", 0),
        ("2025-04-01", "2025-04-01", "2025-06-30", "under-way", 0),
        ("2025-06-11", "2025-07-01", "2025-09-30", "ahead", 1),
        ("2025-09-30", "2025-07-01", "2025-09-30", "under-way", 1),
        ("2025-10-01", "2025-07-01", "2025-09-30", "late", 1),
    ):
        found = seen(workspace, files, as_at)
        (entry,) = (*found.late, *found.entries)
        assert (entry.key, entry.start.isoformat(), entry.end.isoformat(), entry.standing, entry.moved) == (
            *("audit-plans.quarter", start, end, standing, moved),
        )


def test_months_and_quarters_of_the_range_also_the_empty_ones(workspace: Write) -> None:
    found = seen(workspace, MEETINGS, "2025-06-10", until="2025-08-15")
    shape = [
        (str(one.quarter), [(str(m.month), len(m.entries), m.holds_today) for m in one.months])
        for one in found.quarters
    ]
    assert shape == [
        ("2025-26-Q1", [("2025-06", 0, True)]),
        ("2025-26-Q2", [("2025-07", 1, False), ("2025-08", 0, False)]),
    ]


def test_a_range_that_ends_before_it_begins_is_refused(workspace: Write) -> None:
    with pytest.raises(ValueError, match="would end on 2025-05-31, before it begins on 2025-06-01"):
        seen(workspace, {}, "2025-06-01", until="2025-05-31")


def test_figures_are_owed_for_quarters_that_have_not_ended(workspace: Write) -> None:
    files = {
        "framework/indicators/front-door.yaml": indicator("front-door"),
        "framework/return-schedules/police-schedule.yaml": """
            id: police-schedule
            agency: police
            every: quarter
            due_days_after: 30
            since: 2025-26-Q1
            measures:
              - front-door/quarter
        """,
        "data/returns/police-2025-26-q1.yaml": """
            id: police-2025-26-q1
            agency: police
            period: 2025-26-Q1
            due: 2025-08-05
            received: 2025-08-06
        """,
    }
    late = seen(workspace, files, "2025-08-05", until="2026-02-01")
    assert short(late.entries) == [
        ("police.2025-26-q1.return", "2025-08-05", "today"),  # the record's own due day counts
        ("police.2025-26-q2.return", "2025-10-30", "ahead"),  # 30 days after 30 September
        ("police.2025-26-q3.return", "2026-01-30", "ahead"),  # 30 days after 31 December
    ]
    assert late.entries[1].title == "Hill Police, Q2 25/26"  # no code of a period
    assert seen(workspace, files, "2025-08-06", until="2025-09-01").every == ()


OTHERS = {
    "data/reviews/review-a.yaml": """
        id: review-a
        title: Review A
        sort: rapid-review
        group: review-group
        milestones:
          - step: started
            on: 2025-05-01
          - step: report-to-board
            planned: 2025-06-10
            on: 2025-06-20
          - step: published
            planned: 2025-07-10
        publish_not_before: 2025-07-01
    """,
    "data/publications/bulletin.yaml": """
        id: bulletin
        title: Bulletin
        sort: bulletin
        group: review-group
        planned: 2025-06-15
        published: 2025-06-16
        keep_until: 2025-12-31
    """,
    "data/risks/risk-gap.yaml": """
        id: risk-gap
        title: Nobody answers
        cause: |
          Vacancies.
        event: |
          A call goes unanswered.
        consequence: |
          A child waits.
        group: quality-group
        owner: police-lead
        opened: 2025-05-01
        inherent:
          likelihood: 4
          impact: 4
        residual:
          likelihood: 3
          impact: 4
        target:
          likelihood: 2
          impact: 3
        review_due: 2025-06-12
        closed_on: 2025-06-20
        reviews:
          - on: 2025-05-20
            residual:
              likelihood: 2
              impact: 4
    """,
    "data/partner-reports/police-report.yaml": """
        id: police-report
        title: Police, yearly report
        agency: police
        period: 2024-25
        due: 2025-06-11
        received: 2025-06-30
    """,
}


@pytest.mark.parametrize(
    ("as_at", "expected"),
    [
        (
            "2025-06-10",
            {
                "review-a.milestones.report-to-board": "today",
                "police-report.due": "ahead",
                "risk-gap.review_due": "ahead",
                "bulletin.planned": "ahead",
                "review-a.publish_not_before": "ahead",
                "review-a.milestones.published": "ahead",
            },
        ),
        (
            "2025-06-13",
            {
                "review-a.milestones.report-to-board": "late",
                "police-report.due": "late",
                "risk-gap.review_due": "late",
                "bulletin.planned": "ahead",
                "review-a.publish_not_before": "ahead",
                "review-a.milestones.published": "ahead",
            },
        ),
        (
            "2025-06-30",
            {
                "review-a.publish_not_before": "ahead",
                "review-a.milestones.published": "ahead",
                "bulletin.keep_until": "ahead",
            },
        ),
        ("2025-07-11", {"review-a.milestones.published": "late", "bulletin.keep_until": "ahead"}),
    ],
)
def test_each_date_is_wanted_until_it_is_done(workspace: Write, as_at: str, expected: dict[str, str]) -> None:
    found = seen(workspace, OTHERS, as_at)
    assert {one.key: one.standing for one in (*found.late, *found.entries)} == expected


def test_a_group_sees_what_it_follows(workspace: Write) -> None:
    found = seen(workspace, OTHERS, "2025-06-10", group="quality-group")
    assert [one.key for one in found.entries] == ["risk-gap.review_due"]


CYCLE = {
    "framework/duties/duty-section-11-audit.yaml": """
        id: duty-section-11-audit
        title: Hold it every two years
        text: |
          Every two years.
        owner: Quality assurance group
        trigger: The last one was completed
        limit:
          number: 2
          unit: years
        force: local-policy
        source: The framework
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
    ("as_at", "expected"),
    [
        ("2024-09-01", []),
        ("2024-11-30", [("police-2024.due", "2024-11-29", "late")]),
        ("2025-12-05", []),  # the next is due on 2026-12-06, a year and a day on
        ("2025-12-06", [("police-2024.next", "2026-12-06", "ahead")]),
        ("2026-12-07", [("police-2024.next", "2026-12-06", "late")]),
    ],
)
def test_section_11_comes_round(workspace: Write, as_at: str, expected: list[tuple[str, str, str]]) -> None:
    found = seen(workspace, CYCLE, as_at)
    assert short((*found.late, *found.entries)) == expected


def test_a_session_that_was_called_off_is_told_to_those_who_have_it(workspace: Write) -> None:
    files = {
        "data/courses/course-neglect.yaml": """
            id: course-neglect
            title: Neglect
            sort: multi-agency
            group: quality-group
        """,
        "data/training-sessions/session-1.yaml": """
            id: session-1
            course: course-neglect
            on: 2025-06-20
            capacity: 20
            cancelled_on: 2025-06-12
            cancelled_reason: |
              Nobody came.
        """,
    }
    before, after = (seen(workspace, files, day) for day in ("2025-06-11", "2025-06-12"))
    assert [(one.title, one.standing) for one in before.entries] == [("Neglect", "ahead")]
    assert (after.entries, short(after.every)) == ((), [("session-1.on", "2025-06-20", "cancelled")])


def test_no_two_entries_of_the_board_share_a_key(root: Path) -> None:
    loaded = Workspace.load(root, date(2025, 12, 10), checks=())
    every = calendar(loaded.register, loaded.as_at, since=date(2015, 4, 1), until=date(2027, 4, 1)).every
    keys = [one.key for one in every]
    assert len(keys) > 100
    assert len(set(keys)) == len(keys)
