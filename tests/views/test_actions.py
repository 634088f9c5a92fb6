"""Where an action stands on a day: the examples that matter, and what must hold for every action."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.measures.standing import due_on, state_on
from lif.records.actions import Action, ActionState
from lif.records.evidence import Evidence
from lif.records.governance import Agency, Group, Role
from lif.register import Entry, Register
from lif.views.actions import (
    OPEN,
    STANDINGS,
    action_lines,
    completed_not_assured,
    due_within,
    overdue,
    seen_on,
    standing_on,
)

FIRST, LAST = date(2023, 1, 1), date(2026, 12, 31)
STATES: tuple[ActionState, ...] = (
    *("not-started", "in-progress", "reported-complete", "assured", "closed", "superseded", "not-accepted"),
)


def action(**fields: Any) -> Action:
    plain = {
        "id": "act-1",
        "title": "An action",
        "text": "Do it.",
        "source": "review-a",
        "source_sort": "review",
        "owner": "police-lead",
        "group": "neglect-group",
        "agreed_on": "2024-01-10",
        "due": "2024-06-30",
    }
    return Action.model_validate(plain | fields)


def register(*actions: Action, evidence: tuple[Evidence, ...] = ()) -> Register:
    others = [
        Agency.model_validate({"id": "police", "name": "Police", "sector": "police"}),
        Role.model_validate({"id": "police-lead", "name": "Superintendent", "agency": "police"}),
        Group.model_validate({"id": "neglect-group", "name": "Neglect group", "tier": "subgroup"}),
    ]
    return Register.of(Entry(record, f"{record.id}.yaml") for record in (*others, *actions, *evidence))


def step(state: str, on: str) -> dict[str, str]:
    return {"state": state, "on": on}


def moved(on: str, to: str) -> dict[str, str]:
    return {"on": on, "from_due": "2024-06-30", "to_due": to, "reason": "Late.", "agreed_by": "neglect-group"}


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ("2024-03-01", "on-track"),
        ("2024-06-01", "on-track"),
        ("2024-06-02", "at-risk"),  # not started 28 days before it is due
        ("2024-06-30", "at-risk"),
        ("2024-07-01", "overdue"),
    ],
)
def test_an_action_that_nobody_starts(day: str, standing: str) -> None:
    assert standing_on(action(), date.fromisoformat(day)) == standing


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ("2024-06-29", "on-track"),
        ("2024-06-30", "on-track"),
        ("2024-07-01", "overdue"),
        ("2024-07-09", "overdue"),
        ("2024-07-10", "awaiting-assurance"),
        ("2024-09-01", "assured"),
        ("2025-03-01", "closed"),
    ],
)
def test_a_life_of_an_action(day: str, standing: str) -> None:
    steps = [
        step("in-progress", "2024-02-01"),
        step("reported-complete", "2024-07-10"),
        step("assured", "2024-09-01"),
        step("closed", "2025-03-01"),
    ]
    assert standing_on(action(steps=steps), date.fromisoformat(day)) == standing


def test_a_due_date_holds_from_the_day_it_was_changed() -> None:
    late = action(
        steps=[step("in-progress", "2024-02-01")],
        due_changes=[moved("2024-06-20", "2024-09-30"), moved("2024-09-20", "2024-12-31")],
    )
    assert due_on(late, date(2024, 6, 19)) == date(2024, 6, 30)
    assert due_on(late, date(2024, 6, 20)) == date(2024, 9, 30)
    assert standing_on(late, date(2024, 9, 19)) == "on-track"
    assert standing_on(late, date(2024, 9, 20)) == "at-risk"  # moved twice
    assert standing_on(late, date(2025, 1, 1)) == "overdue"
    (line,) = overdue(register(late), date(2025, 1, 31))
    assert (line.first_due, line.due, line.slips, line.days_overdue) == (
        *(date(2024, 6, 30), date(2024, 12, 31), 2, 31),
    )


def test_work_that_goes_back_is_overdue_again() -> None:
    """Assurance was refused: the last step counts, also when two fall on one day."""
    steps = [step("reported-complete", "2024-06-01"), step("in-progress", "2024-07-15")]
    assert standing_on(action(steps=steps), date(2024, 7, 15)) == "overdue"
    same_day = [step("in-progress", "2024-06-01"), step("reported-complete", "2024-06-01")]
    assert state_on(action(steps=same_day), date(2024, 6, 1)) == "reported-complete"


def test_steps_out_of_order_in_the_file_are_read_by_their_days() -> None:
    steps = [step("closed", "2025-03-01"), step("in-progress", "2024-02-01")]
    assert state_on(action(steps=steps), date(2024, 12, 1)) == "in-progress"


def test_what_is_agreed_later_or_retired_is_not_listed() -> None:
    gone = action(id="act-2", retired={"on": "2024-05-01", "reason": "A double."})
    both = register(action(), gone)
    assert [line.id for line in action_lines(both, date(2024, 1, 9))] == []
    assert [line.id for line in action_lines(both, date(2024, 4, 30))] == ["act-1", "act-2"]
    assert [line.id for line in action_lines(both, date(2024, 5, 1))] == ["act-1"]


def test_evidence_counts_from_its_day_and_once() -> None:
    shown = {"id": "evidence-1", "title": "It", "sort": "document", "text": "It.", "on": "2024-05-01"}
    evidence = Evidence.model_validate(shown | {"shows": ["act-1"]})
    both = register(action(evidence=["evidence-1"]), evidence=(evidence,))
    assert [
        action_lines(both, date(2024, 4, 30))[0].evidence,
        action_lines(both, date(2024, 5, 1))[0].evidence,
    ] == [
        *(0, 1),
    ]


def test_an_owner_whose_record_is_missing_is_still_named() -> None:
    (line,) = action_lines(register(action(owner="nobody")), LAST)
    assert (line.owner, line.owner_name, line.agency) == ("nobody", "nobody", "")


days = st.dates(FIRST, LAST)


@st.composite
def actions(draw: st.DrawFn) -> Action:
    """Any life of an action: steps, changes and notes on any days, in any order."""
    steps = draw(st.lists(st.builds(step, st.sampled_from(STATES), days.map(str)), max_size=4))
    changes = draw(st.lists(st.builds(moved, days.map(str), days.map(str)), max_size=3))
    notes = draw(st.lists(days.map(str), max_size=3))
    return action(
        agreed_on=str(draw(days)),
        due=str(draw(days)),
        steps=steps,
        due_changes=changes,
        progress=[{"on": on, "by": "police-lead", "text": f"Said on {on}."} for on in notes],
    )


@given(actions(), days)
def test_the_future_changes_nothing(one: Action, day: date) -> None:
    """A record without what came later gives the same line as the whole record looked at on that day."""
    assert action_lines(register(one), day) == action_lines(register(seen_on(one, day)), day)


@given(actions(), days)
def test_what_was_seen_on_a_day_is_seen_for_ever(one: Action, day: date) -> None:
    assert seen_on(seen_on(one, LAST), day) == seen_on(one, day) == seen_on(seen_on(one, day), day)


@given(actions(), days)
def test_an_action_is_in_one_standing_and_the_lists_agree(one: Action, day: date) -> None:
    everything = register(one)
    lines = action_lines(everything, day)
    assert all(line.standing in STANDINGS for line in lines)
    late, waiting = overdue(everything, day), completed_not_assured(everything, day)
    soon = due_within(everything, day, 28)
    assert len({line.id for line in (*late, *waiting, *soon)}) == len(late) + len(waiting) + len(soon)
    for line in lines:
        assert (line.standing == "overdue") == (line.days_overdue > 0) == (line in late)
        assert line.standing not in OPEN or (line.due < day) == (line in late)


@given(actions(), days, st.integers(0, 400))
def test_due_within_is_exactly_those_days(one: Action, day: date, ahead: int) -> None:
    for line in due_within(register(one), day, ahead):
        assert day <= line.due <= day + timedelta(days=ahead)
    assert set(due_within(register(one), day, ahead)) <= set(due_within(register(one), day, ahead + 1))


@given(st.lists(actions(), max_size=5), days)
def test_the_longest_overdue_come_first(several: list[Action], day: date) -> None:
    renamed = [one.model_copy(update={"id": f"act-{n}"}) for n, one in enumerate(several)]
    lines = action_lines(register(*renamed), day)
    assert [line.days_overdue for line in lines] == sorted(
        (line.days_overdue for line in lines), reverse=True
    )


@given(actions(), days)
def test_narrowing_only_leaves_out(one: Action, day: date) -> None:
    everything = register(one)
    whole = action_lines(everything, day)
    for narrow in (
        {"group": "neglect-group"},
        {"owner": "police"},
        {"source": "review"},
        {"source": "review-a"},
    ):
        assert action_lines(everything, day, **narrow) == whole
    for narrow in ({"group": "x"}, {"owner": "x"}, {"source": "x"}, {"priority": "x"}, {"theme": "x"}):
        assert action_lines(everything, day, **narrow) == ()


def test_a_look_that_was_made_later_is_not_known_yet() -> None:
    """The day that was set for it stays; the result of a later look does not."""
    looked = action(
        impact={"due": "2025-01-31", "checked_on": "2025-03-01", "result": "shown", "text": "It helped."}
    )
    before, after = seen_on(looked, date(2025, 2, 28)).impact, seen_on(looked, date(2025, 3, 1)).impact
    assert before is not None and after is not None
    assert (before.due, before.checked_on, before.result, before.text) == (
        date(2025, 1, 31),
        None,
        None,
        None,
    )
    assert after.result == "shown"
