"""One action from meeting to meeting: what was due, what became of it, how far it slipped, who judged it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from tests.views.questions import of
from tests.views.test_actions import LAST, action, actions, days, moved, register, step

from lif.measures.series import Figures
from lif.records.actions import Action
from lif.records.governance import Agency, Group, Role
from lif.register import Register
from lif.views.actions import seen_on
from lif.views.followed import Followed, followed
from lif.views.slippage import Slippage, slippage

SINCE, AS_AT = date(2024, 6, 10), date(2024, 9, 10)


def seen(one: Action, since: date = SINCE, as_at: date = AS_AT, known: Register | None = None) -> Followed:
    return followed(known or register(one), Figures(as_at, "", {}), one, since, as_at)


def satisfied(*agencies: str, on: str = "2024-08-20") -> dict[str, Any]:
    return {"on": on, "group": "neglect-group", "minute": "4", "agencies": list(agencies)}


BEGUN = step("in-progress", "2024-02-01")
DONE = step("reported-complete", "2024-06-28")
TO_SEPTEMBER = moved("2024-06-20", "2024-09-30")


@pytest.mark.parametrize(
    ("fields", "was_due", "happened"),
    [
        ({"steps": [BEGUN]}, "2024-06-30", "overdue"),
        ({"steps": [BEGUN, DONE]}, "2024-06-30", "done-in-time"),
        ({"steps": [BEGUN, step("reported-complete", "2024-06-30")]}, "2024-06-30", "done-in-time"),
        ({"steps": [BEGUN, step("reported-complete", "2024-07-01")]}, "2024-06-30", "done-late"),
        ({"steps": [BEGUN], "due_changes": [TO_SEPTEMBER]}, "2024-06-30", "moved"),
        (
            {"steps": [BEGUN, step("reported-complete", "2024-09-01")], "due_changes": [TO_SEPTEMBER]},
            "2024-06-30",
            "done-by-moved-date",
        ),
        (
            {
                "steps": [BEGUN, step("reported-complete", "2024-09-09")],
                "due_changes": [moved("2024-06-20", "2024-08-31")],
            },
            "2024-06-30",
            "done-late",
        ),
        ({"steps": [BEGUN], "due_changes": [moved("2024-06-20", "2024-08-31")]}, "2024-06-30", "overdue"),
        ({"steps": [BEGUN, step("superseded", "2024-07-20")]}, "2024-06-30", "set-aside"),
        # not due in this time: done before it, promised for after it, or due before it and open still
        ({"steps": [BEGUN, step("reported-complete", "2024-06-10")]}, None, ""),
        ({"steps": [BEGUN], "due": "2024-12-31"}, None, ""),
        ({"steps": [BEGUN], "due": "2024-05-31"}, None, ""),
        (
            {"steps": [BEGUN], "due": "2024-12-31", "due_changes": [moved("2024-07-01", "2025-01-31")]},
            None,
            "moved",
        ),
        (
            {"steps": [BEGUN, step("reported-complete", "2024-07-01")], "due": "2024-12-31"},
            None,
            "done-in-time",
        ),
        ({"agreed_on": "2024-07-01", "due": "2024-12-31"}, None, "agreed"),
    ],
)
def test_what_became_of_it(fields: dict[str, Any], was_due: str | None, happened: str) -> None:
    found = seen(action(**fields))
    assert (found.was_due and found.was_due.isoformat(), found.happened) == (was_due, happened)


@pytest.mark.parametrize(
    ("since", "as_at", "due"),
    [
        ("2024-06-29", "2024-06-30", False),  # due on the day of the paper: still to come
        ("2024-06-30", "2024-07-01", True),  # due on the day of the last meeting
        ("2024-07-01", "2024-09-01", False),
    ],
)
def test_two_papers_running_share_no_date_and_leave_none_out(since: str, as_at: str, due: bool) -> None:
    found = seen(action(steps=[BEGUN]), date.fromisoformat(since), date.fromisoformat(as_at))
    assert (found.was_due is not None) is due


def test_work_that_was_sent_back_counts_from_when_it_was_done_again() -> None:
    steps = [DONE, step("in-progress", "2024-07-10"), step("reported-complete", "2024-08-01")]
    found = seen(action(steps=steps))
    assert (found.completion.done_on, found.completion.kept) == (date(2024, 8, 1), "late")
    assert found.completion.days_waiting == 40
    assert seen(action(steps=steps), as_at=date(2024, 7, 20)).completion.done_on is None


def test_every_move_stands_with_its_reason_and_the_first_date_is_kept() -> None:
    twice = action(due_changes=[moved("2024-06-01", "2024-09-30"), moved("2024-07-01", "2025-01-31")])
    found = seen(twice)
    assert (found.line.first_due, found.line.due) == (date(2024, 6, 30), date(2025, 1, 31))
    assert [(one.was, one.now, one.days, one.lately) for one in found.moves] == [
        (date(2024, 6, 30), date(2024, 9, 30), 92, False),
        (date(2024, 9, 30), date(2025, 1, 31), 123, True),
    ]
    assert [(one.reason, one.agreed_by) for one in found.moves] == [("Late.", "Neglect group")] * 2
    assert found.days_moved == 215
    assert slippage([found.moves, (), seen(action()).moves]) == Slippage(1, 2, 215)


@pytest.mark.parametrize(
    ("assurance", "standing", "doubt"),
    [
        (satisfied("council"), "closed", ""),
        (satisfied("police", "council"), "closed", ""),
        (satisfied("police"), "awaiting-assurance", "called closed, and only its owner's agency judged it"),
        (None, "awaiting-assurance", "called closed, and no group is named that was satisfied"),
        (satisfied("council", on="2024-10-01"), "awaiting-assurance", "no group is named"),
        (satisfied(), "closed", ""),  # a group whose members nobody has named
    ],
)
def test_closed_only_when_another_than_the_owner_was_satisfied(
    assurance: dict[str, Any] | None, standing: str, doubt: str
) -> None:
    steps = [BEGUN, DONE, step("closed", "2024-09-01")]
    fields = {"assurance": assurance} if assurance else {}
    found = seen(action(steps=steps, **fields)).completion
    assert found.standing == standing
    assert doubt in found.doubt
    assert bool(doubt) == bool(found.doubt)
    assert (found.closed_on == date(2024, 9, 1)) is (not doubt)
    assert (found.assured_by, found.minute) == (("", "") if doubt else ("Neglect group", "4"))
    assert found.days_waiting == (74 if doubt else 0)


def test_the_members_of_the_group_count_where_nobody_is_named() -> None:
    one = action(steps=[DONE, step("assured", "2024-08-20")], assurance=satisfied())
    alone = of(
        one,
        Agency.model_validate({"id": "police", "name": "Police", "sector": "police"}),
        Role.model_validate({"id": "police-lead", "name": "Lead", "agency": "police"}),
        Group.model_validate(
            {"id": "neglect-group", "name": "Neglect group", "tier": "subgroup", "members": ["police"]}
        ),
    )
    assert seen(one, known=alone).completion.standing == "awaiting-assurance"


def test_whether_it_helped_is_there_once_it_is_done() -> None:
    assert seen(action(steps=[BEGUN])).helped is None
    helped = seen(action(steps=[DONE], impact={"due": "2024-12-31"})).helped
    assert helped is not None
    assert helped.helped == "not-yet-due"


@given(actions(), days, days)
def test_what_came_later_changes_nothing(one: Action, since: date, day: date) -> None:
    assert seen(one, since, day) == seen(seen_on(one, day), since, day)


@given(actions(), days)
def test_moves_add_up_to_the_way_from_the_first_date(one: Action, day: date) -> None:
    found = seen(one, day, LAST)
    assert sum(move.days for move in found.moves) == found.days_moved == (found.line.due - one.due).days
    assert found.unclosed or not found.open
