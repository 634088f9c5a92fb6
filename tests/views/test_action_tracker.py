"""The action tracker: groups the worst first, figures worked out by hand, and what its readers are asked."""

from __future__ import annotations

from typing import Any

import pytest
from tests.views.questions import made, of, question
from tests.views.test_actions import action, moved, step
from tests.views.test_between import meeting

from lif.records.actions import Action
from lif.records.governance import Agency, Group, Role
from lif.records.priorities import Priority
from lif.records.record import Record
from lif.views.action_tracker import ActionTracker, GroupPart, action_tracker
from lif.views.action_tracker.counts import Due
from lif.views.slippage import Slippage

AS_AT = "2024-09-10"
POLICE = made(Agency, "police", name="Hill Police", short_name="Police", sector="police")
COUNCIL = made(Agency, "council", name="Hill Council", sector="council")
NEGLECT = made(Group, "neglect-group", name="Neglect group", tier="subgroup")
HEALTH = made(Group, "health-group", name="Health group", tier="subgroup")
EMPTY = made(Group, "empty-group", name="Empty group", tier="subgroup")
EARLY = made(Priority, "priority-early", name="Early help", rationale="It comes first.")
AROUND: tuple[Record, ...] = (
    *(POLICE, COUNCIL, NEGLECT, HEALTH, EMPTY, EARLY),
    made(Role, "police-lead", name="Superintendent", agency="police"),
    made(Role, "council-lead", name="Head of Care", agency="council"),
    meeting("2024-06-10", "true"),
    meeting("2024-10-10"),
)
BEGUN, DONE = step("in-progress", "2024-02-01"), step("reported-complete", "2024-08-01")
JUDGED = {"on": "2024-08-20", "group": "neglect-group", "agencies": ["council"]}


def one(id_: str, **fields: Any) -> Action:
    return action(**{"id": f"act-{id_}", "title": f"Action {id_}", "steps": [BEGUN]} | fields)


EVERY = (
    one("late", due="2024-07-31"),  # 41 days overdue, and nobody has said why
    one("short", due="2024-08-31", progress=[{"on": "2024-09-01", "by": "police-lead", "text": "Soon."}]),
    one("in-time", due="2024-08-01", steps=[BEGUN, DONE]),
    one("too-late", due="2024-07-31", steps=[BEGUN, DONE], owner="council-lead"),
    one("moved", due_changes=[moved("2024-03-01", "2024-08-30"), moved("2024-08-20", "2024-10-10")]),
    one("old", due="2020-06-30", due_changes=[moved("2020-06-01", "2026-06-30")]),
    one("soon", due="2024-10-10", priorities=["priority-early"]),
    one("after", due="2024-10-11"),
    one("assured", steps=[BEGUN, step("assured", "2024-05-20")], assurance=JUDGED | {"on": "2024-05-20"}),
    one(
        "closed",
        steps=[BEGUN, step("reported-complete", "2024-05-01"), step("closed", "2024-08-20")],
        assurance=JUDGED,
        impact={"due": "2024-08-15", "checked_on": "2024-08-20", "result": "partly-shown", "text": "So."},
    ),
    one(
        "long-closed",
        agreed_on="2022-01-01",
        steps=[step("closed", "2023-09-10")],
        assurance=JUDGED | {"on": "2023-09-10"},
    ),
    one("self-closed", steps=[step("closed", "2024-05-01")], assurance=JUDGED | {"agencies": ["police"]}),
    one("gone", steps=[step("not-accepted", "2024-02-01")]),
    one("elsewhere", group="health-group", due="2024-12-31", owner="council-lead"),
)


def seen(*about: Record, actions: tuple[Action, ...] = EVERY, as_at: str = AS_AT) -> ActionTracker:
    return action_tracker(question(of(*AROUND, *actions), as_at, *about))


def ids(some: Any) -> list[str]:
    return [each.line.id.removeprefix("act-") for each in some]


@pytest.fixture(scope="module")
def neglect() -> GroupPart:
    return seen().groups[0]


def test_a_group_in_numbers(neglect: GroupPart) -> None:
    counts = neglect.counts
    assert neglect.name == "Neglect group"
    # open: late, short, moved, old, soon, after; not closed: those, in-time, too-late, self-closed, assured
    assert (counts.open, counts.overdue, counts.longest_overdue, counts.unclosed) == (6, 2, 41, 10)
    assert (counts.coming, counts.waiting, counts.assured) == (2, 3, 1)
    assert (counts.closed, counts.helped) == (1, 1)
    # moved: 30 June to 30 August and on to 10 October, 102 days; old: six years, 2,191 days
    assert counts.slippage == Slippage(actions=2, moves=3, days=102 + 2191)


def test_what_became_of_what_was_due(neglect: GroupPart) -> None:
    assert neglect.due == Due(all=5, in_time=1, by_moved_date=0, late=1, moved=1, missed=2, set_aside=0)


def test_each_list_in_its_order(neglect: GroupPart) -> None:
    assert ids(neglect.since) == ["late", "short", "moved", "too-late", "in-time", "closed"]
    assert ids(neglect.overdue) == ["late", "short"]
    assert ids(neglect.slipped) == ["old", "moved"]
    assert ids(neglect.coming) == ["moved", "soon"]
    assert ids(neglect.waiting) == ["self-closed", "in-time", "too-late"]
    assert ids(neglect.assured) == ["assured", "closed"]


def test_the_worst_group_comes_first_and_one_without_actions_is_named() -> None:
    found = seen()
    assert [part.id for part in found.groups] == ["neglect-group", "health-group"]
    assert found.without == ("Empty group",)
    assert (found.all.open, found.all.unclosed) == (7, 11)
    assert [(row.name, row.counts.open, row.counts.overdue) for row in found.owners] == [
        ("Hill Police", 6, 2),
        ("Hill Council", 1, 0),
    ]


def test_what_is_asked_is_worked_out_and_names_the_actions() -> None:
    assert seen().opening.asked == (
        "Decide what happens to 1 action overdue by more than 28 days: “Action late” (41 days).",
        "Ask the owners for a day on which they will have done 1 action overdue by up to 28 days: "
        "“Action short” (Superintendent, 10 days).",
        "Challenge the dates of 1 open action that has moved twice or more: "
        "“Action moved” (30 Jun 2024, now 10 Oct 2024).",
        "Ask for evidence of 2 actions reported complete, which nothing shows yet: "
        "“Action in-time” (Superintendent); “Action too-late” (Head of Care).",
        "Decide who other than the owner judges 1 action: "
        "“Action self-closed” (called closed, and only its owner's agency judged it).",
        "Agree a day on which to see whether 1 assured action helped: “Action assured” (Superintendent).",
        "Note that 7 actions are open, 2 of them due by the next meeting, and that 1 was closed in the last "
        "twelve months, 1 of them shown, wholly or in part, to have helped.",
    )


def test_it_is_a_draft_while_nobody_has_said_why_something_is_overdue() -> None:
    assert seen().opening.unfinished == (
        "“Action late” (Superintendent) is 41 days overdue, and nobody has said why.",
    )
    assert seen(actions=EVERY[1:]).opening.unfinished == ()


def test_one_group() -> None:
    found = seen(HEALTH)
    assert [part.id for part in found.groups] == ["health-group"]
    assert (found.one_group, found.without, found.themes) == (True, (), ())
    assert (found.opening.title, found.opening.name) == (
        "Action tracker: Health group",
        "action-tracker-health-group",
    )
    assert found.opening.purpose == "Assurance"
    assert found.opening.asked == (
        "Note that 1 action is open, and that none was closed in the last twelve months.",
    )


def test_what_one_agency_owns_and_what_serves_a_priority() -> None:
    council = seen(COUNCIL)
    assert [(part.id, part.counts.unclosed) for part in council.groups] == [
        ("health-group", 1),
        ("neglect-group", 1),
    ]
    assert council.opening.name == "action-tracker-council"
    assert council.without == ()
    (early,) = seen(NEGLECT, EARLY).groups
    assert ids(early.coming) == ["soon"]
    assert early.counts.open == 1


def test_a_group_that_ended_with_actions_not_closed_is_asked_about() -> None:
    ended = made(Group, "health-group", name="Health group", tier="subgroup", until="2024-08-31")
    found = action_tracker(question(of(*AROUND, ended, *EVERY), AS_AT))
    asked = "Decide which group follows 1 action of Health group, which ended on 31 August 2024."
    assert asked in found.opening.asked
    assert found.groups[1].ended is not None


def test_nothing_at_all() -> None:
    found = seen(actions=())
    assert (found.groups, found.owners, found.opening.unfinished) == ((), (), ())
    assert found.opening.asked == (
        "Note that no action is open, waits for assurance, or was closed in the last twelve months.",
    )
    (part,) = seen(NEGLECT, actions=()).groups
    assert (part.counts.open, part.since, part.overdue) == (0, (), ())


def test_a_day_in_the_past_knows_only_what_had_happened() -> None:
    (part,) = seen(NEGLECT, as_at="2024-07-31").groups
    assert "late" not in ids(part.overdue)
    assert ids(part.overdue) == []
    assert part.counts.slippage.moves == 2
