"""What happened to actions between two states, and what was altered without a trace."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

from tests.views.changes.two_states import ACTION, AFTER, BEFORE, between, by_dates

from lif.views.changes.actions import ActionChanged, action_changes
from lif.views.changes.altered import altered
from lif.views.changes.moments import Between

PATH = "data/actions/act-visits.yaml"
SLIP = """
    due_changes:
      - on: 2025-04-20
        from_due: 2025-04-30
        to_due: 2025-07-31
        reason: |
          The post
          is vacant.
        agreed_by: neglect-group
"""


def action(*more: str) -> dict[str, str]:
    return {PATH: dedent(ACTION) + "".join(dedent(each).lstrip("\n") for each in more)}


def happened(found: Between) -> list[tuple[str, date | None]]:
    return [(one.happened, one.on) for one in action_changes(found)]


def words(found: Between) -> list[tuple[str, str, str]]:
    return [(one.what, one.was, one.now) for one in altered(found)]


def test_a_new_action_is_agreed_with_its_owner_and_day(tmp_path: Path) -> None:
    new = {PATH: action()[PATH].replace("2025-01-10", "2025-05-02").replace("2025-04-30", "2025-08-31")}
    (one,) = action_changes(between(tmp_path, {}, new))
    assert one == ActionChanged(
        "act-visits",
        "Write the visits down",
        "Head of Care",
        "Neglect group",
        "opened",
        on=date(2025, 5, 2),
        now=date(2025, 8, 31),
    )


def test_an_action_entered_late_is_new_to_readers_and_its_slip_too(tmp_path: Path) -> None:
    assert happened(between(tmp_path, {}, action(SLIP))) == [
        ("opened", date(2025, 1, 10)),
        ("slipped", date(2025, 4, 20)),
    ]


def test_a_slip_has_both_days_the_reason_and_who_agreed(tmp_path: Path) -> None:
    (one,) = action_changes(between(tmp_path, action(), action(SLIP)))
    assert (one.happened, one.was, one.now) == ("slipped", date(2025, 4, 30), date(2025, 7, 31))
    assert (one.why, one.by) == ("The post is vacant.", "Neglect group")


def test_a_slip_that_readers_knew_is_told_once(tmp_path: Path) -> None:
    known = SLIP.replace("on: 2025-04-20", "on: 2025-02-20")
    assert action_changes(between(tmp_path, action(known), {})) == ()


def test_brought_forward_is_no_slip(tmp_path: Path) -> None:
    earlier = SLIP.replace("to_due: 2025-07-31", "to_due: 2025-04-22")
    assert [each for each, _ in happened(between(tmp_path, action(), action(earlier)))] == [
        "brought-forward",
        "fell-overdue",
    ]


def test_a_day_that_passed_with_nothing_done_is_told_without_any_edit(tmp_path: Path) -> None:
    assert happened(between(tmp_path, action(), {})) == [("fell-overdue", date(2025, 4, 30))]
    later = (BEFORE, date(2025, 4, 30))
    assert happened(between(tmp_path / "on-the-day", action(), {}, later)) == []
    known = (date(2025, 5, 1), AFTER)
    assert happened(between(tmp_path / "known", action(), {}, known)) == []


STEPS = """
    steps:
      - state: in-progress
        on: 2025-02-01
      - state: reported-complete
        on: 2025-04-10
        by: head-of-care
      - state: assured
        on: 2025-05-10
      - state: closed
        on: 2025-05-20
    assurance:
      on: 2025-05-10
      group: working-board
      agencies: [police]
    impact:
      due: 2025-11-30
      checked_on: 2025-05-25
      result: not-shown
      text: Nothing moved.
"""


def test_reported_assured_closed_and_looked_at_are_four_things(tmp_path: Path) -> None:
    found = action_changes(between(tmp_path, action(), action(STEPS)))
    assert [(one.happened, one.on, one.by) for one in found] == [
        ("begun", date(2025, 2, 1), ""),
        ("reported-complete", date(2025, 4, 10), "Head of Care"),
        ("assured", date(2025, 5, 10), "Working board"),
        ("closed", date(2025, 5, 20), ""),
        ("looked-at", date(2025, 5, 25), ""),
    ]
    assert found[-1].why == "it is not shown to have helped"


def test_by_dates_alone_the_same_is_told(tmp_path: Path) -> None:
    found = happened(by_dates(tmp_path, action(SLIP, STEPS)))
    assert [each for each, _ in found] == ["slipped", "reported-complete", "assured", "closed", "looked-at"]


def test_work_that_was_taken_up_again(tmp_path: Path) -> None:
    done = "steps:\n  - state: reported-complete\n    on: 2025-02-10\n"
    again = done + "  - state: in-progress\n    on: 2025-05-02\n"
    assert happened(between(tmp_path, action(done), action(again))) == [
        ("fell-overdue", date(2025, 4, 30)),
        ("taken-up-again", date(2025, 5, 2)),
    ]


def test_an_action_that_is_not_there_any_more_is_not_forgotten(tmp_path: Path) -> None:
    (one,) = action_changes(between(tmp_path, action(), {PATH: ""}))
    assert (one.happened, one.title, one.owner) == ("taken-away", "Write the visits down", "Head of Care")
    retired = action("retired:\n  on: 2025-05-01\n  reason: It was a double.\n")
    (one,) = action_changes(between(tmp_path / "retired", action(), retired))
    assert (one.happened, one.on, one.why) == ("taken-away", date(2025, 5, 1), "It was a double.")


def test_one_that_could_not_be_read_is_neither_new_nor_gone(tmp_path: Path) -> None:
    bad = {PATH: action()[PATH].replace("owner:", "ovner:")}
    days = (BEFORE, date(2025, 4, 1))
    assert happened(between(tmp_path, bad, action(), days, whole=False)) == []
    assert happened(between(tmp_path / "now", action(), bad, days, whole=False)) == []


def test_a_due_date_that_was_altered_without_a_change_is_named(tmp_path: Path) -> None:
    moved = {PATH: action()[PATH].replace("due: 2025-04-30", "due: 2025-07-31")}
    found = between(tmp_path, action(), moved)
    assert words(found) == [("the due date that was first agreed", "30 April 2025", "31 July 2025")]
    assert happened(found) == []
    assert [(one.id, one.name, one.kind) for one in altered(found)] == [
        ("act-visits", "Write the visits down", "action")
    ]


def test_a_logged_slip_is_not_altered(tmp_path: Path) -> None:
    assert words(between(tmp_path, action(), action(SLIP, STEPS))) == []


def test_a_slip_or_a_step_that_was_taken_out_of_the_log_is_named(tmp_path: Path) -> None:
    fewer = STEPS.replace("on: 2025-04-10", "on: 2025-04-25").replace("closed", "superseded")
    assert words(between(tmp_path, action(SLIP, STEPS), action(fewer))) == [
        ("a logged change of the due date", "to 31 July 2025", "not there any more"),
        ("the step 'reported complete'", "on 10 April 2025", "on 25 April 2025"),
        ("the step 'closed'", "on 20 May 2025", "not there any more"),
    ]


def test_by_dates_alone_nothing_can_be_said_of_altering(tmp_path: Path) -> None:
    assert words(by_dates(tmp_path, action(SLIP))) == []
