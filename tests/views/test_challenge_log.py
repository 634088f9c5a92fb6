"""The challenge and risk log: how far each challenge is, stages not added up, and which way risks go."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.views.questions import made, of, question
from tests.views.test_action_tracker import AROUND, COUNCIL, EARLY, HEALTH, NEGLECT, POLICE
from tests.views.test_actions import action, moved, step

from lif.records.meetings import Meeting
from lif.records.oversight import Challenge, Escalations, Risk
from lif.records.priorities import Priority
from lif.records.record import Record
from lif.records.references import Theme
from lif.views.challenge_log import ChallengeAndRiskLog, challenge_and_risk_log
from lif.views.challenge_log.escalated import StageCount
from lif.views.challenge_log.risks import Score

AS_AT = "2024-09-10"


def challenge(id_: str = "challenge-1", **fields: Any) -> Challenge:
    plain = {
        "title": f"Title of {id_}",
        "on": "2024-06-10",
        "by_group": "neglect-group",
        "to": ["police"],
        "text": "Why so few?\nAnd until when?",
        "response_due": "2024-07-31",
    }
    found: Challenge = made(Challenge, id_, **plain | fields)
    return found


def risk(id_: str = "risk-1", **fields: Any) -> Risk:
    plain = {
        "title": f"Title of {id_}",
        "cause": "A post is vacant.",
        "event": "Nobody looks.",
        "consequence": "A child waits.",
        "group": "neglect-group",
        "owner": "police-lead",
        "opened": "2024-01-10",
        "inherent": rated(5, 4),
        "residual": rated(4, 4),
        "target": rated(2, 3),
    }
    found: Risk = made(Risk, id_, **plain | fields)
    return found


def rated(likelihood: int, impact: int) -> dict[str, str]:
    return {"likelihood": str(likelihood), "impact": str(impact)}


def look(on: str, likelihood: int, impact: int, text: str = "Seen.") -> dict[str, Any]:
    return {"on": on, "residual": rated(likelihood, impact), "text": text}


def counted(quarter: str, *counts: dict[str, str], **fields: Any) -> Escalations:
    plain = {"quarter": quarter, "group": "neglect-group", "counts": list(counts)}
    found: Escalations = made(Escalations, f"escalations-{quarter.lower()}", **plain | fields)
    return found


def count(stage: int, raised: int, resolved: int, **fields: str) -> dict[str, str]:
    return {"stage": str(stage), "raised": str(raised), "resolved": str(resolved)} | fields


def seen(*records: Record, about: tuple[Record, ...] = (), as_at: str = AS_AT) -> ChallengeAndRiskLog:
    return challenge_and_risk_log(question(of(*AROUND, *records), as_at, *about))


ANSWERED = {"responded_on": "2024-08-02", "response": "By May."}
CLOSED = {"closed_on": "2024-09-01", "impact": "shown", "impact_text": "Fewer wait."}


@pytest.mark.parametrize(
    ("fields", "day", "state"),
    [
        ({}, "2024-07-31", "awaits-answer"),
        ({}, "2024-08-01", "answer-overdue"),
        ({"response_due": None}, "2024-08-01", "awaits-answer"),
        (ANSWERED, "2024-08-01", "answer-overdue"),
        (ANSWERED, "2024-08-02", "not-judged"),
        (ANSWERED | {"satisfied": "false"}, AS_AT, "not-satisfied"),
        (ANSWERED | {"satisfied": "true"}, AS_AT, "satisfied"),
        (ANSWERED | CLOSED | {"satisfied": "true"}, "2024-08-31", "satisfied"),
        (ANSWERED | CLOSED, "2024-09-01", "closed"),
    ],
)
def test_how_far_a_challenge_is_on_a_day(fields: dict[str, Any], day: str, state: str) -> None:
    fields = {key: value for key, value in ({"response_due": "2024-07-31"} | fields).items() if value}
    plain = challenge().model_dump(exclude={"response_due"}, exclude_defaults=True, mode="json")
    found = seen(Challenge.model_validate(plain | fields), as_at=day)
    (one,) = (*found.challenges, *found.closed_challenges)
    assert one.state == state


def test_what_was_asked_of_whom_by_when_and_what_came_of_it() -> None:
    came = action(
        id="act-came",
        steps=[step("in-progress", "2024-02-01")],
        due_changes=[moved("2024-06-20", "2024-12-31")],
    )
    asked = challenge(**ANSWERED, actions=["act-came"], evidence=["meeting-1"], to=["police", "council"])
    meeting = made(Meeting, "meeting-1", group="health-group", on="2024-05-01")
    (one,) = seen(asked, came, meeting).challenges
    assert (one.by, one.to, one.text) == (
        "Neglect group",
        ("Police", "Hill Council"),
        "Why so few? And until when?",
    )
    assert (one.responded_on, one.days_late, one.days_overdue) == (date(2024, 8, 2), 2, 0)
    assert one.rests_on == ("Meeting, Health group, 1 May 2024",)
    assert [(each.line.title, each.completion.standing, each.line.due) for each in one.actions] == [
        ("An action", "on-track", date(2024, 12, 31))
    ]


def test_open_challenges_come_with_what_asks_most_first_and_closed_ones_for_a_year() -> None:
    found = seen(
        challenge("c-satisfied", **ANSWERED, satisfied="true"),
        challenge("c-late", response_due="2024-08-31"),
        challenge("c-later", response_due="2024-07-31"),
        challenge("c-wanting", **ANSWERED, satisfied="false"),
        challenge("c-closed", **ANSWERED, **CLOSED),
        challenge("c-old", **ANSWERED | CLOSED | {"on": "2022-01-01", "closed_on": "2023-09-10"}),
        challenge("c-coming", on="2024-09-11"),
    )
    assert [one.id for one in found.challenges] == ["c-later", "c-late", "c-wanting", "c-satisfied"]
    assert [(one.id, one.difference) for one in found.closed_challenges] == [("c-closed", "shown")]
    assert found.closed_before == 1
    assert found.challenges[0].days_overdue == 41


def test_a_risk_and_which_way_it_went() -> None:
    watched = risk(
        reviews=[
            look("2024-03-01", 4, 4),
            look("2024-06-01", 3, 4, "Less likely."),
            look("2024-09-11", 5, 5),
        ],
        review_due="2024-12-01",
    )
    (one,) = seen(watched).risks
    assert (one.without, one.entered) == (Score(20, 5, 4), Score(16, 4, 4))
    assert (one.before, one.now, one.target) == (Score(16, 4, 4), Score(12, 3, 4), Score(6, 2, 3))
    assert (one.change, one.above, one.looked_on, one.seen) == (
        "lower",
        True,
        date(2024, 6, 1),
        "Less likely.",
    )
    assert one.review_due is None  # the day was set at the look of 11 September, which has not been
    (later,) = seen(watched, as_at="2024-09-11").risks
    assert (later.change, later.now.score) == ("higher", 25)


@pytest.mark.parametrize(
    ("reviews", "due", "overdue"),
    [
        ([], "2024-09-09", 1),
        ([], "2024-09-10", 0),
        ([look("2024-08-01", 4, 4)], "2024-08-31", 10),
        ([look("2024-09-01", 4, 4)], "2024-08-31", 0),  # looked at, and no next day set since
    ],
)
def test_a_look_at_a_risk_is_overdue(reviews: list[Any], due: str, overdue: int) -> None:
    (one,) = seen(risk(reviews=reviews, review_due=due)).risks
    assert one.days_overdue == overdue
    assert one.change == ("unchanged" if reviews else "")
    assert (one.before is None) is (not reviews)


def test_overdue_risks_come_first_then_the_highest() -> None:
    found = seen(
        risk("r-low", residual=rated(2, 3)),
        risk("r-high"),
        risk("r-late", residual=rated(1, 3), review_due="2024-09-01"),
        risk("r-closed", closed_on="2024-09-01", closed_reason="Over."),
    )
    assert [one.id for one in found.risks] == ["r-late", "r-high", "r-low"]
    assert [(one.id, one.closed_reason) for one in found.closed_risks] == [("r-closed", "Over.")]


SECOND = counted(
    "2024-25-Q1",
    count(1, 5, 2, by_agency="police", to_agency="council", theme="theme-thresholds", in_time="1"),
    count(1, 2, 1, by_agency="council", to_agency="police", in_time="1", days_to_resolve="1.5"),
    count(2, 4, 3, by_agency="police", to_agency="council"),
    received="2024-07-10",
)


def test_escalations_are_counted_by_stage_and_stages_are_not_added_up() -> None:
    (quarter,) = seen(SECOND).escalations.quarters
    assert quarter.stages == (StageCount(1, 7, 3, 2, 4), StageCount(2, 4, 3, None, 1))
    assert [(one.by, one.to, one.raised, one.days) for one in quarter.between] == [
        ("Police", "Hill Council", 5, None),
        ("Hill Council", "Police", 2, Decimal("1.5")),
        ("Police", "Hill Council", 4, None),
    ]


def test_a_quarter_of_which_nothing_came_is_named() -> None:
    first = counted("2023-24-Q2", none_raised="true")
    silent = counted("2023-24-Q4")
    coming = counted("2024-25-Q1", count(1, 1, 1), received="2024-09-11")
    found = seen(first, silent, coming)
    assert [one.none_raised for one in found.escalations.quarters] == [True]
    assert found.escalations.missing == (
        "Quarter 3 2023/24 (October to December 2023), Neglect group",
        "Quarter 4 2023/24 (January to March 2024), Neglect group",
        "Quarter 1 2024/25 (April to June 2024), Neglect group",
    )
    assert found.opening.unfinished != ()


def test_what_is_asked_is_worked_out() -> None:
    found = seen(
        challenge("c-late", title="Late"),
        challenge("c-wanting", title="Wanting", **ANSWERED, satisfied="false"),
        challenge("c-unread", title="Unread", **ANSWERED),
        challenge("c-good", title="Good", **ANSWERED, satisfied="true"),
        challenge("c-closed", **ANSWERED, **CLOSED),
        risk("r-late", title="Unseen", review_due="2024-09-01"),
        risk("r-grew", title="Grown", reviews=[look("2024-06-01", 5, 4)]),
        SECOND,
    )
    assert found.opening.asked == (
        "Ask for the answer to 1 challenge: “Late” (Police, 41 days late).",
        "Decide what follows where the answer to a challenge does not satisfy: “Wanting” (Police).",
        "Decide whether the answer satisfies: “Unread” (Police).",
        "Decide whether to close, and say what changed: “Good” (Police).",
        "Ask the owners to look again at 1 risk: “Unseen” (Superintendent, 9 days late).",
        "Challenge what was done about 1 risk that grew: “Grown” (Superintendent).",
        "Decide what more is done about 2 risks that stand above what the board can live with: "
        "“Grown” (20, and 6 can be lived with); “Unseen” (16, and 6 can be lived with).",
        "Ask what became of 1 disagreement not resolved at stage 2 in Quarter 1 2024/25 (April to June 2024) "
        "(Neglect group).",
        "Note that no risk and 1 challenge were closed in the last twelve months, 1 of the challenges shown, "
        "wholly or in part, to have made a difference.",
    )
    assert found.opening.unfinished == ()
    assert found.opening.purpose == "Decision"


def test_silence_is_asked_about() -> None:
    asked = seen(counted("2024-25-Q1", none_raised="true", received="2024-07-10")).opening.asked
    assert asked[0] == (
        "Ask whether the escalation policy is known and safe to use: none was raised in Quarter 1 2024/25 "
        "(April to June 2024) (Neglect group), which is a warning and not a success."
    )


def test_a_challenge_closed_without_a_word_on_what_changed_leaves_a_draft() -> None:
    found = seen(challenge(**ANSWERED, closed_on="2024-09-01"))
    assert found.opening.unfinished == (
        "“Title of challenge-1” was closed on 1 September 2024, and nobody has said what difference it made.",
    )


def test_narrowed_to_a_group_an_agency_or_a_priority() -> None:
    early: Priority = EARLY.model_copy(update={"themes": ("theme-thresholds",)})
    everything = (
        early,
        made(Theme, "theme-thresholds", name="Thresholds"),
        challenge("c-1", priorities=["priority-early"]),
        challenge("c-2", by_group="health-group", to=["council"]),
        risk("r-1"),
        risk("r-2", group="health-group", owner="council-lead", priorities=["priority-early"]),
        SECOND,
    )

    def ids(*about: Record) -> tuple[list[str], list[str], int]:
        found = seen(*everything, about=about)
        raised = sum(one.raised for each in found.escalations.quarters for one in each.stages)
        return [one.id for one in found.challenges], [one.id for one in found.risks], raised

    assert ids() == (["c-1", "c-2"], ["r-1", "r-2"], 11)
    assert ids(NEGLECT) == (["c-1"], ["r-1"], 11)
    assert ids(HEALTH) == (["c-2"], ["r-2"], 0)
    assert ids(COUNCIL) == (["c-2"], ["r-2"], 11)
    assert ids(POLICE) == (["c-1"], ["r-1"], 11)
    assert ids(early) == (["c-1"], ["r-2"], 5)
    assert seen(*everything, about=(HEALTH, early)).opening.name == (
        "challenge-and-risk-log-health-group-priority-early"
    )


def test_counts_that_name_no_agency_are_said_to_be_left_out() -> None:
    unnamed = counted("2024-25-Q1", count(3, 1, 1), received="2024-07-10")
    (quarter,) = seen(unnamed, about=(POLICE,)).escalations.quarters
    assert (quarter.stages, quarter.not_told_apart) == ((), True)
    assert seen(unnamed).escalations.quarters[0].not_told_apart is False


def test_nothing_at_all() -> None:
    found = seen()
    assert (found.challenges, found.risks, found.escalations.quarters) == ((), (), ())
    assert found.opening.asked == ("Note that no challenge and no risk is recorded for this paper.",)
    assert (found.opening.purpose, found.opening.unfinished) == ("Assurance", ())
