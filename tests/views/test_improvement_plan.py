"""The improvement plan: each aim, its actions, who signed them off, whether it is better, what is left."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.views.questions import made, of, question
from tests.views.test_action_tracker import AROUND, BEGUN, DONE, JUDGED, one
from tests.views.test_actions import moved, step

from lif.records.evidence import Evidence
from lif.records.publications import ImprovementPlan
from lif.records.record import Record
from lif.records.reviews import Review
from lif.views.followed import Followed
from lif.views.improvement_plan import Aim, ImprovementPlans, improvement_plan
from lif.views.improvement_plan.aims import Tally
from lif.views.slippage import Slippage

AS_AT = "2024-09-10"
EVIDENCE = made(
    Evidence,
    "evidence-1",
    title="A sample",
    sort="document",
    text="It.",
    on="2024-08-01",
    shows=["act-shown"],
)
REVIEW = made(
    Review,
    "review-a",
    title="Review A",
    sort="learning-review",
    group="neglect-group",
    milestones=[{"step": "completed", "on": "2023-12-01"}],
)
ACTIONS = (
    one("late", due="2024-07-31", due_changes=[moved("2024-06-01", "2024-08-31")]),
    one("shown", due="2024-08-01", steps=[BEGUN, DONE]),
    one("bare", due="2024-08-01", steps=[BEGUN, DONE]),
    one("signed", steps=[BEGUN, DONE, step("assured", "2024-08-20")], assurance=JUDGED),
    one(
        "closed",
        steps=[BEGUN, DONE, step("closed", "2024-08-20")],
        assurance=JUDGED,
        impact={"due": "2024-08-15", "checked_on": "2024-08-20", "result": "shown", "text": "So."},
    ),
    one("own", steps=[BEGUN, step("closed", "2024-08-20")], assurance=JUDGED | {"agencies": ["police"]}),
    one("gone", steps=[step("superseded", "2024-03-01")]),
    one("coming", agreed_on="2024-09-11"),
    one("outside", priorities=["priority-early"]),
)
NAMES = ("late", "shown", "bare", "signed", "closed", "own", "gone", "coming")
LINE = {
    "id": "aim-1",
    "text": "Families are helped once.\n",
    "priority": "priority-early",
    "actions": [f"act-{name}" for name in NAMES],
}
SEEN = {
    "effect": "shown",
    "effect_on": "2024-09-01",
    "effect_text": "Fewer come back.",
    "shown_by": ["evidence-1"],
}


def plan(*lines: dict[str, Any], id_: str = "improvement-plan-2024-25", **fields: Any) -> ImprovementPlan:
    plain = {
        "title": "The plan",
        "period": "2024-25",
        "group": "neglect-group",
        "approved_on": "2024-05-01",
        "lines": list(lines),
    }
    found: ImprovementPlan = made(ImprovementPlan, id_, **plain | fields)
    return found


def seen(*plans: ImprovementPlan, about: tuple[Record, ...] = (), as_at: str = AS_AT) -> ImprovementPlans:
    records = of(*AROUND, REVIEW, EVIDENCE, *ACTIONS, *plans)
    return improvement_plan(question(records, as_at, *about))


def aim(**fields: Any) -> Aim:
    return seen(plan(LINE | fields)).plans[0].aims[0]


def test_each_action_with_where_it_comes_from_and_what_it_owes_next() -> None:
    found = aim()
    assert [(each.followed.line.id.removeprefix("act-"), each.left) for each in found.actions] == [
        ("late", "the-work"),
        ("closed", ""),
        ("own", "assurance"),
        ("signed", "a-day-to-look"),
        ("bare", "evidence"),
        ("shown", "assurance"),
        ("gone", ""),
    ]
    assert found.sources == ("Review A",)


def test_an_aim_in_numbers() -> None:
    # set aside: gone; not agreed yet: coming; closed by its own agency alone: own, which waits
    assert aim().tally == Tally(
        wanted=6, open=1, overdue=1, waiting=3, signed_off=2, closed=1, slippage=Slippage(1, 1, 31)
    )


def test_what_is_left_is_said_in_words() -> None:
    assert aim().left == (
        "the work of 1 action",
        "assurance of 3 actions",
        "a look at whether 1 action helped",
        "a look at whether it is better",
    )
    assert aim(actions=["act-closed"], **SEEN).left == ()
    assert aim(actions=["act-closed"], **SEEN | {"shown_by": []}).left == ("what shows that it is better",)
    assert aim(actions=[], **SEEN | {"effect": "not-shown"}).left == (
        "an action or an indicator: it has neither",
        "the aim itself, which is not reached",
    )


def test_an_effect_counts_from_the_day_somebody_looked() -> None:
    later = plan(LINE | SEEN)
    (before,) = seen(later, as_at="2024-08-31").plans[0].aims
    assert (before.effect, before.effect_text, before.shown_by) == ("", "", ())
    (after,) = seen(later, as_at="2024-09-01").plans[0].aims
    assert (after.effect, after.effect_on, after.effect_text) == (
        "shown",
        date(2024, 9, 1),
        "Fewer come back.",
    )
    assert after.shown_by == ("A sample",)


def test_a_plan_counts_an_action_once_and_names_what_it_leaves_out() -> None:
    (found,) = seen(plan(LINE, {"id": "aim-2", "text": "Again.", "actions": ["act-late"]})).plans
    assert found.tally.wanted == 6
    assert [each.line.id for each in found.slipped] == ["act-late"]
    assert isinstance(found.slipped[0], Followed)
    assert [line.id for line in found.outside] == ["act-outside"]
    assert (found.group, found.period, found.days_overdue) == ("Neglect group", "2024/25", 0)


def test_what_is_asked_is_worked_out() -> None:
    opening = seen(
        plan(
            LINE | {"actions": ["act-late", "act-closed", "act-signed"]},
            LINE
            | {"id": "aim-2", "text": "It is quick.", "actions": ["act-closed"]}
            | SEEN
            | {"effect": "not-shown"},
            review_due="2024-08-31",
        )
    ).opening
    assert opening.title == "The plan: progress"
    assert opening.name == "improvement-plan"
    assert opening.asked == (
        "Review “The plan”: it was to be looked at again by 31 August 2024.",
        "Decide what happens to 1 overdue action: “Action late” (Superintendent, 10 days).",
        "Challenge what was done for 1 aim that nothing shows to be better: “It is quick”.",
        "Decide who looks, and by when, at whether it is better: “Families are helped once”.",
        "Decide whether the plan takes in 1 open action for its priorities that no aim names: "
        "“Action outside” (Superintendent).",
        "Note that of 2 aims 0 are shown to be reached and 0 in part, and that 2 of 3 actions are signed off "
        "by a group other than their owner.",
    )
    assert opening.unfinished == ()


@pytest.mark.parametrize(
    ("fields", "unfinished"),
    [
        ({"actions": ["act-closed"]}, "All actions for “Families are helped once” are done, and nobody"),
        (SEEN | {"shown_by": []}, "“Families are helped once” is said to be better, and nothing is named"),
    ],
)
def test_it_is_a_draft_while_an_aim_has_no_evidence_of_effect(
    fields: dict[str, Any], unfinished: str
) -> None:
    (said,) = seen(plan(LINE | fields)).opening.unfinished
    assert said.startswith(unfinished)


def test_a_plan_that_nobody_approved_is_asked_to_be_approved() -> None:
    asked = seen(plan(LINE, approved_on="2024-09-11"), about=(plan(approved_on="2024-09-11"),)).opening.asked
    assert asked[0] == "Approve “The plan”, or say what has to change in it."


def test_the_plans_in_force_or_the_one_that_was_named() -> None:
    old = plan(LINE, id_="plan-old", title="The old plan", period="2023-24", approved_on="2023-05-01")
    new = plan(LINE)
    assert [each.id for each in seen(old, new).plans] == ["improvement-plan-2024-25"]
    named = seen(old, new, about=(old,))
    assert [each.id for each in named.plans] == ["plan-old"]
    assert named.opening.name == "improvement-plan-plan-old"
    assert seen(new, about=(new,)).opening.name == "improvement-plan-2024-25"
    second = plan(LINE, id_="plan-second", title="A second plan")
    both = seen(new, second)
    assert both.opening.title == "Improvement plans: progress"
    assert ("Plans in force", "The plan; A second plan") in both.opening.facts


def test_none_in_force() -> None:
    found = seen()
    assert found.plans == ()
    assert found.opening.title == "Improvement plan"
    assert found.opening.asked == ("Decide who draws up an improvement plan, and by when: none is in force.",)
    assert found.opening.facts == (("Plans in force", "none"),)
    assert found.opening.purpose == "Decision"
