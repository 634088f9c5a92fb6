"""A recommendation stands as the worst of its actions; one to several agencies wants an action of each."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.views.test_actions import action, step

from lif.records.governance import Agency, Group, Role
from lif.records.reviews import Review
from lif.register import Entry, Register
from lif.views.owed import owed
from lif.views.recommendations import OVERALL, RecommendationLine, recommendations

AS_AT = date(2025, 6, 30)
DONE = [step("reported-complete", "2024-06-20")]
ASSURED = [*DONE, step("assured", "2024-09-01")]
CLOSED = [*ASSURED, step("closed", "2024-12-01")]
SEEN = {"checked_on": "2025-01-01", "result": "shown"}
LATER = {"due": "2025-12-31"}


def of(*actions: Any, **recommendation: Any) -> Register:
    plain = {"id": "rec-1", "text": "Do it\ntogether.", "response": "accepted", "responded_on": "2024-01-09"}
    given = {key: value for key, value in (plain | recommendation).items() if value is not None}
    review = Review.model_validate(
        {
            "id": "review-a",
            "title": "Review A",
            "sort": "learning-review",
            "group": "neglect-group",
            "milestones": [{"step": "completed", "on": "2024-01-05"}],
            "recommendations": [given],
        }
    )
    others = [
        Agency.model_validate({"id": "police", "name": "Hill Police", "sector": "police"}),
        Agency.model_validate({"id": "council", "name": "Hill Council", "sector": "council"}),
        Role.model_validate({"id": "police-lead", "name": "Superintendent", "agency": "police"}),
        Role.model_validate({"id": "council-lead", "name": "Director", "agency": "council"}),
        Group.model_validate({"id": "neglect-group", "name": "Neglect group", "tier": "subgroup"}),
    ]
    return Register.of(Entry(record, f"{record.id}.yaml") for record in (*others, review, *actions))


def act(id_: str, **fields: Any) -> Any:
    return action(id=id_, source="review-a/rec-1", title=id_.capitalize(), **fields)


def one(register: Register, as_at: date = AS_AT) -> RecommendationLine:
    (line,) = recommendations(register, as_at)
    return line


def test_without_an_answer_the_board_owes_one() -> None:
    line = one(of(response=None, responded_on=None))
    assert (line.overall, line.owed) == ("unanswered", "the board's answer")


def test_accepted_and_without_an_action() -> None:
    line = one(of())
    assert (line.overall, line.owed) == ("no-action", "an action")


def test_not_accepted_is_owed_nothing() -> None:
    line = one(of(response="not-accepted", response_reason="It is done."))
    assert (line.overall, line.owed) == ("not-accepted", "")


@pytest.mark.parametrize(
    ("actions", "overall", "owed"),
    [
        ([act("a")], "overdue", "“A”, 365 days overdue (Superintendent)"),
        ([act("a", due="2025-07-01")], "at-risk", "“A” by 1 July 2025 (Superintendent)"),
        ([act("a", due="2025-12-31")], "on-track", "“A” by 31 December 2025 (Superintendent)"),
        ([act("a", steps=DONE)], "awaiting-assurance", "evidence of “A”"),
        ([act("a", steps=ASSURED)], "assured", "a day to see whether “A” helped"),
        (
            [act("a", steps=CLOSED, impact=LATER)],
            "closed",
            "a look at whether “A” helped, by 31 December 2025",
        ),
        ([act("a", steps=CLOSED, impact=SEEN)], "closed", ""),
        (
            [act("a", steps=CLOSED, impact=SEEN), act("b")],
            "overdue",
            "“B”, 365 days overdue (Superintendent)",
        ),
        (
            [act("a", due="2025-12-31"), act("b", steps=DONE)],
            "on-track",
            "“A” by 31 December 2025 (Superintendent); evidence of “B”",
        ),
        ([act("a", steps=[step("not-accepted", "2024-02-01")])], "no-action", "an action"),
    ],
)
def test_it_stands_as_the_worst_of_its_actions(actions: list[Any], overall: str, owed: str) -> None:
    line = one(of(*actions))
    assert (line.overall, line.owed) == (overall, owed)


def test_the_order_is_from_the_worst_to_the_best() -> None:
    assert OVERALL.index("no-action") < OVERALL.index("overdue") < OVERALL.index("closed")


def test_each_agency_it_is_addressed_to_wants_an_action_of_its_own() -> None:
    """The police's is closed and seen to have helped; the council's is not there, and it is the worst."""
    police = act("a", steps=CLOSED, impact=SEEN)
    line = one(of(police, agencies=["police", "council"]))
    assert (line.overall, line.missing, line.owed) == (
        *("no-action", ("Hill Council",), "an action of Hill Council"),
    )
    council = act("b", steps=CLOSED, impact=SEEN, owner="council-lead")
    line = one(of(police, council, agencies=["police", "council"]))
    assert (line.overall, line.missing, line.owed) == ("closed", (), "")


def test_a_superseded_action_stands_as_the_one_in_its_place() -> None:
    old = act("a", steps=[step("superseded", "2024-03-01")], superseded_by="b")
    new = action(id="b", source="review-z", title="B", agreed_on="2024-03-01", due="2025-12-31")
    line = one(of(old, new))
    assert (line.overall, [each.id for each in line.actions]) == ("on-track", ["b"])
    assert one(of(old)).overall == "no-action"
    round_ = act("b", steps=[step("superseded", "2024-04-01")], superseded_by="a")
    assert one(of(old, round_)).overall == "no-action"


def test_a_past_day_knows_no_later_answer_and_no_later_action() -> None:
    register = of(act("a", agreed_on="2024-02-01"), responded_on="2024-01-20")
    assert recommendations(register, date(2024, 1, 4)) == ()
    assert one(register, date(2024, 1, 19)).overall == "unanswered"
    assert one(register, date(2024, 1, 31)).overall == "no-action"
    assert one(register, date(2024, 2, 1)).overall == "on-track"


def test_it_can_be_asked_for_by_record_and_by_address() -> None:
    register = of()
    assert len(recommendations(register, AS_AT, "review-a")) == 1
    assert len(recommendations(register, AS_AT, "review-a/rec-1")) == 1
    assert recommendations(register, AS_AT, "review-b") == ()


@pytest.mark.parametrize(("as_at", "number"), [(date(2023, 12, 31), 0), (date(2024, 1, 1), 1)])
def test_a_review_that_had_not_begun_recommends_nothing(as_at: date, number: int) -> None:
    fields = {"id": "review-a", "title": "Review A", "sort": "learning-review", "group": "neglect-group"}
    milestones = [{"step": "started", "on": "2024-01-01"}, {"step": "completed", "planned": "2024-09-01"}]
    recommended = [{"id": "rec-1", "text": "Do it."}]
    review = Review.model_validate(fields | {"milestones": milestones, "recommendations": recommended})
    assert len(recommendations(Register.of([Entry(review, "review-a.yaml")]), as_at)) == number


def test_a_review_without_a_day_of_its_report_makes_them_when_the_board_knew() -> None:
    """A national review: the panel published it on 18 June 2024, and nothing else is recorded."""
    review = Review.model_validate(
        {
            "id": "review-n",
            "title": "Review N",
            "sort": "national-review",
            "group": "neglect-group",
            "milestones": [{"step": "published", "on": "2024-06-18"}],
            "recommendations": [{"id": "rec-1", "text": "Ask."}],
        }
    )
    register = Register.of([Entry(review, "review-n.yaml")])
    assert recommendations(register, date(2024, 6, 17)) == ()
    assert one(register, date(2024, 6, 18)).made_on == date(2024, 6, 18)


def test_an_assured_action_of_a_decision_owes_a_look_as_one_of_a_recommendation_does() -> None:
    line = one(of(act("a", steps=ASSURED, impact=LATER)))
    assert line.owed == "a look at whether “A” helped, by 31 December 2025"
    other = action(id="b", source="board-2024/decision", title="B", steps=ASSURED, impact=LATER)
    rows = owed(of(other), AS_AT, {"source": "board-2024/decision"}).rows
    assert [row["owed"] for row in rows] == ["a look at whether “B” helped, by 31 December 2025"]
