"""The framework row by row: the newest report, what shows it, promises kept and missed, by the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from tests.folders import Write
from tests.views.small_question import question_of
from tests.views.small_register import register_of

from lif.views.framework_table import FrameworkTable, framework_table
from lif.views.local_clocks import promises

ELEMENT = {
    "framework/elements/element-reviews.yaml": """
        id: element-reviews
        letter: "1"
        name: Reviews
        good:
          - id: confident
            text: |
              Families are more confident.
            audiences: [families]
          - id: informed
            text: |
              Learning draws on their views.
            audiences: [families]
        board_actions:
          - id: asked
            text: |
              Families are asked.
          - id: told
            text: |
              Families are told.
        activities:
          - id: learning-used
            activity: |
              Use what a review teaches.
            development: |
              More families take part.
            requires: [asked, told]
            expected: |
              Reviews are better.
            expects: [informed, confident]
            groups: [review-group]
        promises:
          - id: asked-in-time
            text: |
              They are asked after each review.
            what: views-after-reviews
            row: learning-used
            review_sorts: [learning-review]
            asked: [families]
            within_days: 30
            since: 2025-01-01
          - id: own-programmes
            text: |
              Each has a programme.
            what: own-audit-programmes
            agencies: [social-care, police]
            within_days: 91
            since: 2025-04-01
    """,
}
PROGRESS = {
    "data/row-progress.yaml": """
        - id: progress-1
          row: element-reviews/learning-used
          on: 2025-05-01
          stage: under-way
          text: |
            Begun.
          next_step: Ask the first family.
          due: 2025-08-31
        - id: progress-2
          row: element-reviews/told
          on: 2025-06-01
          stage: in-place
          text: |
            All are told.
        - id: progress-3
          row: element-reviews/learning-used
          on: 2025-11-01
          stage: in-place
          text: |
            Done.
    """,
}


def review(id_: str, ended: str, views: str = "") -> dict[str, str]:
    """A learning review that ended on a day, with views."""
    return {
        f"data/reviews/{id_}.yaml": f"""
        id: {id_}
        title: {id_.replace("-", " ").capitalize()}
        sort: learning-review
        group: review-group
        milestones:
          - step: completed
            on: {ended}
{views}"""
    }


def said(when: str, on: str, answered: int, confident: int) -> str:
    return f"""
          - of: families
            when: {when}
            on: {on}
            asked: 4
            answered: {answered}
            confident: {confident}"""


def seen(workspace: Write, files: Mapping[str, str], as_at: str, *about: str) -> FrameworkTable:
    return framework_table(question_of(workspace, {**ELEMENT, **files}, as_at, *about))


def test_a_row_holds_its_work_and_outcomes_in_order(workspace: Write) -> None:
    (row,) = seen(workspace, {}, "2025-07-01").rows
    assert row.element == "1. Reviews" and row.groups == ("Review group",)
    assert row.work == ("More families take part.", "Families are asked.", "Families are told.")
    assert [one.text for one in row.expected] == [
        "Reviews are better.",
        "Learning draws on their views.",
        "Families are more confident.",
    ]
    assert {one.state for one in row.expected} == {"not shown"} and not row.progress and not row.shown


@pytest.mark.parametrize(
    ("as_at", "stages", "late"),
    [
        ("2025-04-30", [], 0),
        ("2025-05-31", [(0, "under-way", 0)], 0),
        ("2025-09-10", [(0, "under-way", 10), (3, "in-place", 0)], 10),
        ("2025-11-01", [(0, "in-place", 0), (3, "in-place", 0)], 0),
    ],
)
def test_the_newest_report_by_the_day_counts(
    workspace: Write, as_at: str, stages: list[tuple[int, str, int]], late: int
) -> None:
    view = seen(workspace, PROGRESS, as_at)
    assert [(one.place, one.stage, one.days_late) for one in view.rows[0].progress] == stages
    assert view.rows[0].late == late
    assert any(ask.startswith("Challenge the work") for ask in view.opening.asked) == bool(late)


def test_evidence_of_the_row_and_of_its_outcomes_stands_once_and_newest_first(workspace: Write) -> None:
    files = {
        "data/evidence.yaml": """
            - id: evidence-old
              title: Older
              sort: voice
              text: |
                They said so.
              on: 2025-02-01
              shows: [element-reviews/confident, element-reviews/learning-used]
            - id: evidence-new
              title: Newer
              sort: audit
              text: |
                It was seen.
              on: 2025-05-01
              shows: [element-reviews/asked]
            - id: evidence-later
              title: Later
              sort: audit
              text: |
                It was seen.
              on: 2025-09-01
              shows: [element-reviews/asked]
        """,
    }
    (row,) = seen(workspace, files, "2025-07-01").rows
    assert [one.name for one in row.shown] == ["Newer", "Older"] and row.more == 0
    assert row.expected[2].state == "shown"


REVIEWS = {
    **review("review-a", "2024-11-01"),
    **review(
        "review-b",
        "2025-03-01",
        "        views:" + said("before", "2025-01-10", 3, 1) + said("after", "2025-03-20", 4, 3) + "\n",
    ),
    **review("review-c", "2025-05-01", "        views:" + said("after", "2025-06-20", 2, 2) + "\n"),
    **review("review-d", "2025-06-20"),
}


def test_promises_fall_due_and_are_kept_late_or_missed_as_known_on_the_day(workspace: Write) -> None:
    def told(as_at: str) -> tuple[int, int, int, tuple[str, ...], int]:
        line = seen(workspace, REVIEWS, as_at).kept[0].lines[0]
        return line.times, line.in_time, line.late, line.missed, line.to_come

    assert told("2025-06-10") == (2, 1, 0, ("Review c, families, 10 days late",), 0)
    assert told("2025-07-01") == (3, 1, 1, (), 1)
    assert told("2025-07-21") == (3, 1, 1, ("Review d, families, 1 day late",), 0)


def test_each_agency_owes_its_programme_each_year(workspace: Write) -> None:
    files = {
        "data/audit-programmes/programme-police.yaml": """
            id: programme-police
            agency: police
            period: 2025-26
            agreed_on: 2025-05-01
            lines:
              - id: notices
                title: Notices
                planned: 2025-26-Q2
                done_on: 2025-08-01
                found: |
                  Late at weekends.
        """,
    }
    view = seen(workspace, files, "2025-07-10")
    line = view.kept[0].lines[1]
    assert (line.times, line.in_time, line.missed) == (2, 1, ("Social care, 2025/26, 9 days late",))
    (own,) = view.own
    assert own.agency == "Police" and own.audits[0].done is None and own.audits[0].found == ""
    assert seen(workspace, files, "2025-08-10").own[0].audits[0].found == "Late at weekends."


def test_views_are_pooled_and_never_hold_what_came_later(workspace: Write) -> None:
    words = [
        (line.review, line.before_confident.words, line.after_confident.words)
        for line in seen(workspace, REVIEWS, "2025-07-01").views
    ]
    assert words == [
        ("All reviews together", "1 of 3", "5 of 6"),
        ("Review c", "not asked", "2 of 2"),
        ("Review b", "1 of 3", "3 of 4"),
    ]
    assert [line.after_confident.words for line in seen(workspace, REVIEWS, "2025-03-01").views] == [
        "not asked"
    ]


def test_key_areas_are_those_of_the_newest_year_with_what_was_said_by_the_day(workspace: Write) -> None:
    def area(id_: str, year: str) -> str:
        return f"""
            - id: {id_}
              title: {id_.capitalize()}
              on: 2024-05-01
              text: |
                It works.
              sources: [element-reviews]
              group: quality-group
              key_message_for: {year}
              products:
                - id: card
                  sort: briefing
                  title: Card
                  on: 2025-05-01
                  reach:
                    - agency: police
                      on: 2025-05-10
                      people: 40
              test:
                method: survey
                due: 2025-10-01
                checked_on: 2025-09-01
                follow_up:
                  asked: 50
                  answered: 40
                  aware: 30
        """

    files = {
        "data/good-practice.yaml": area("older", "2024-25").rstrip(" ")
        + area("newer", "2025-26").lstrip("\n")
    }
    (found,) = seen(workspace, files, "2025-08-01").areas
    assert (found.name, found.strength, found.people, found.aware.words) == (
        "Newer",
        True,
        40,
        "not asked yet",
    )
    (found,) = seen(workspace, files, "2025-09-01").areas
    assert found.aware.words == "30 of 40 (75%)" and found.practice_better.words == "not asked yet"


def test_one_element_has_no_parts_that_are_about_all(workspace: Write) -> None:
    view = seen(workspace, REVIEWS, "2025-07-01", "element-reviews")
    assert view.opening.name == "framework-table-element-reviews"
    assert view.rows and view.kept and not (view.whole or view.views or view.own or view.strategies)


def test_a_board_without_rows_is_told_so(workspace: Write) -> None:
    view = framework_table(question_of(workspace, {}, "2025-07-01"))
    assert view.opening.asked == ("Note that no element is laid out in rows of activity.",)


def test_promises_and_work_of_rows_are_deadlines(workspace: Write) -> None:
    register = register_of(workspace, {**ELEMENT, **PROGRESS, **REVIEWS}, "2025-06-10")
    found = {
        (one.address, one.what, one.due, one.done)
        for one in promises(register, date(2025, 6, 10))
        if one.what == "work of a row" or "after a review" in one.what
    }
    assert found == {
        ("element-reviews/learning-used", "work of a row", date(2025, 8, 31), None),
        ("review-b", "families asked after a review", date(2025, 3, 31), date(2025, 3, 20)),
        ("review-c", "families asked after a review", date(2025, 5, 31), None),
    }
