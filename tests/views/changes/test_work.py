"""Reviews and audits that moved on, and audits whose quarter was moved with or without a reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

from tests.views.changes.two_states import between, by_dates

from lif.views.changes.altered import altered
from lif.views.changes.work import put_off, work_changes

REVIEW = "data/reviews/review-r1.yaml"
BEGUN = """
    id: review-r1
    title: Review R1
    sort: learning-review
    group: working-board
    milestones:
      - step: started
        on: 2025-02-01
"""
AUDIT = "data/audits/audit-plans.yaml"
PLANNED = """
    id: audit-plans
    title: Plans that are clear
    sort: multi-agency
    group: audit-group
    planned: 2025-26-Q2
"""
LATER = """
    postponed:
      - from_quarter: 2025-26-Q2
        to_quarter: 2025-26-Q4
        on: 2025-05-12
        reason: Nobody had time.
        agreed_by: audit-group
"""


def text(*parts: str) -> str:
    return "\n".join(line for part in parts for line in dedent(part).splitlines() if line.strip()) + "\n"


def test_a_review_moves_from_one_milestone_to_the_next(tmp_path: Path) -> None:
    told = text(BEGUN) + "  - step: report-to-board\n    on: 2025-05-05\n"
    (one,) = work_changes(between(tmp_path, {REVIEW: text(BEGUN)}, {REVIEW: told}))
    assert (one.title, one.sort, one.group) == ("Review R1", "review", "Working board")
    assert (one.was, one.now, one.on) == ("running: started", "running: report to board", date(2025, 5, 5))


def test_a_review_that_began_in_between_was_not_there(tmp_path: Path) -> None:
    begun = text(BEGUN).replace("2025-02-01", "2025-03-02")
    for number, found in enumerate(
        (between(tmp_path, {}, {REVIEW: begun}), by_dates(tmp_path, {REVIEW: begun}))
    ):
        (one,) = work_changes(found)
        assert (one.was, one.now, one.on) == ("", "running: started", date(2025, 3, 2)), number


def test_a_review_that_was_deleted_is_not_forgotten(tmp_path: Path) -> None:
    (one,) = work_changes(between(tmp_path, {REVIEW: text(BEGUN)}, {REVIEW: ""}))
    assert (one.title, one.was, one.now) == ("Review R1", "running: started", "")


def test_nothing_moved(tmp_path: Path) -> None:
    assert work_changes(between(tmp_path, {REVIEW: text(BEGUN), AUDIT: text(PLANNED)}, {})) == ()


def test_an_audit_that_began(tmp_path: Path) -> None:
    begun = text(PLANNED) + "started: 2025-05-01\n"
    (one,) = work_changes(between(tmp_path, {AUDIT: text(PLANNED)}, {AUDIT: begun}))
    assert (one.sort, one.was, one.now, one.on) == ("audit", "planned", "in the field", date(2025, 5, 1))


def test_an_audit_that_was_put_off_with_its_reason(tmp_path: Path) -> None:
    found = between(tmp_path, {AUDIT: text(PLANNED)}, {AUDIT: text(PLANNED, LATER)})
    (one,) = put_off(found)
    assert (one.was, one.now) == (
        "Quarter 2 2025/26 (July to September 2025)",
        "Quarter 4 2025/26 (January to March 2026)",
    )
    assert (one.why, one.by, one.on) == ("Nobody had time.", "Audit group", date(2025, 5, 12))
    assert altered(found) == ()


def test_an_audit_whose_quarter_was_overwritten_is_named(tmp_path: Path) -> None:
    later = text(PLANNED).replace("2025-26-Q2", "2025-26-Q4")
    found = between(tmp_path, {AUDIT: text(PLANNED)}, {AUDIT: later})
    assert put_off(found) == ()
    (one,) = altered(found)
    assert (one.what, one.was[:17], one.now[:17]) == (
        "the quarter it is planned for",
        "Quarter 2 2025/26",
        "Quarter 4 2025/26",
    )


def test_the_day_of_a_return_that_was_altered_is_named(tmp_path: Path) -> None:
    owed = "id: r\nagency: police\nperiod: 2024-25-Q4\ndue: 2025-04-30\n"
    path = "data/returns/r.yaml"
    found = between(tmp_path, {path: owed}, {path: owed.replace("2025-04-30", "2025-06-30")})
    assert [(one.kind, one.what, one.was, one.now) for one in altered(found)] == [
        ("return", "the day it is due", "30 April 2025", "30 June 2025")
    ]


def test_the_day_of_a_step_that_is_another_is_told_as_altered(tmp_path: Path) -> None:
    moved = text(BEGUN).replace("2025-02-01", "2025-02-15")
    (one,) = altered(between(tmp_path, {REVIEW: text(BEGUN)}, {REVIEW: moved}))
    assert (one.what, one.was, one.now) == (
        "the day of 'started'",
        "on 1 February 2025",
        "on 15 February 2025",
    )
    planned = text(BEGUN).replace("on: 2025-02-01", "planned: 2025-07-01")
    later = planned.replace("2025-07-01", "2025-08-01")
    assert altered(between(tmp_path / "planned", {REVIEW: planned}, {REVIEW: later})) == ()


def test_a_day_of_an_incident_that_is_another_is_told_as_altered(tmp_path: Path) -> None:
    path = "data/incidents/incident-2025-1.yaml"
    was = "id: incident-2025-1\nsort: death\ngroup: working-board\naware: 2025-03-03\n"
    now = was.replace("2025-03-03", "2025-03-10")
    (one,) = altered(between(tmp_path, {path: was}, {path: now}))
    assert (one.what, one.was, one.now) == ("the day it became known", "3 March 2025", "10 March 2025")
