"""The review tracker as a paper: clocks, what each review waits for, what came of it, cases not reviewed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from tests.folders import Write
from tests.views.small_question import question_of

from lif.views.called import coded
from lif.views.papers import CannotBeMade
from lif.views.review_tracker import ReviewTracker, review_tracker
from lif.views.review_tracker.clocks import readable
from lif.views.review_tracker.entries import Came

DUTY = {
    "framework/duties/duty-complete.yaml": """
        id: duty-complete
        title: Complete a practice review
        text: |
          It is done in six months.
        owner: The partners
        trigger: The decision
        source: The guidance
        force: statutory-guidance
        limit:
          number: 6
          unit: months
        clocks:
          - of: review
            sorts: [local-child-safeguarding-practice-review]
            starts: decision
            stops: completed
    """
}
REVIEW = """
    id: review-a
    title: Review A
    sort: local-child-safeguarding-practice-review
    group: review-group
    incident: incident-1
    milestones:
      - step: decision
        on: 2024-03-01
      - step: started
        on: 2024-03-20
      - step: report-to-board
        on: 2024-08-10
      - step: completed
        on: 2024-08-20
      - step: published
        planned: 2024-12-01
    parallel:
      - process: criminal
        status: ended
        ended: 2024-11-15
        withholds_publication: true
    monitored:
      - on: 2024-05-01
        timely: true
        text: |
          Interviews go well.
    publish_not_before: 2024-11-20
    publication: withheld
    recommendations:
      - id: visits
        text: Count missed visits.
        response: accepted
        responded_on: 2024-09-01
      - id: forms
        text: Write a form.
        response: partly-accepted
        responded_on: 2024-09-01
      - id: law
        text: Change the law.
        response: not-accepted
        response_reason: It is not ours.
        responded_on: 2024-09-01
      - id: late
        text: Meet more often.
"""
INCIDENT = """
    id: incident-1
    sort: serious-harm
    group: review-group
    aware: 2024-02-20
    considered_on: 2024-02-21
    decision: notify
    notified: 2024-02-22
"""
DONE = """
    id: act-visits
    title: Count visits
    text: |
      Count them.
    source: review-a/visits
    source_sort: review
    owner: police-lead
    group: review-group
    agreed_on: 2024-09-10
    due: 2024-10-01
    steps:
      - state: reported-complete
        on: 2024-09-28
      - state: assured
        on: 2024-10-05
    evidence: [ev-visits]
    assurance:
      on: 2024-10-05
      group: review-group
    impact:
      due: 2024-12-31
      checked_on: 2025-01-10
      result: partly-shown
      text: |
        Fewer are missed.
"""
EVIDENCE = """
    id: ev-visits
    title: The count
    sort: numbers
    text: |
      Forty were counted.
    on: 2024-09-27
    shows: [act-visits]
"""
OTHER = """
    id: review-b
    title: Review B
    sort: rapid-review
    group: review-group
    follows: review-a
    incident: incident-1
    milestones:
      - step: considered
        on: 2024-03-05
    publication: not-applicable
"""
FILES: dict[str, str] = {
    **DUTY,
    "data/reviews/review-a.yaml": REVIEW,
    "data/incidents/incident-1.yaml": INCIDENT,
}
MORE: dict[str, str] = {
    **FILES,
    "data/actions/act-visits.yaml": DONE,
    "data/evidence/ev-visits.yaml": EVIDENCE,
}


def seen(workspace: Write, files: Mapping[str, str], as_at: str, *about: str) -> ReviewTracker:
    return review_tracker(question_of(workspace, files, as_at, *about))


def test_nothing_recorded_is_said_in_words(workspace: Write) -> None:
    view = seen(workspace, {}, "2024-06-01")
    assert view.opening.asked == ("Note that no review is recorded, and that no clock runs.",)
    assert (view.reviews, view.watched, view.cases, view.incidents) == ((), (), (), ())
    assert view.opening.facts == (("Reviews", "0"), ("Clocks", "0 kept in time, 0 missed, 0 running"))


@pytest.mark.parametrize(
    ("as_at", "turn", "done"),
    [
        ("2024-08-01", "running", None),
        ("2024-08-20", "kept", "2024-08-20"),
    ],
)
def test_a_clock_of_law_on_a_review(workspace: Write, as_at: str, turn: str, done: str | None) -> None:
    (entry,) = seen(workspace, FILES, as_at).reviews
    clock = next(one for one in entry.clocks if one.statutory)
    assert (clock.what, clock.due, clock.turn) == ("Complete a practice review", date(2024, 9, 1), turn)
    assert clock.done_on == (date.fromisoformat(done) if done else None)


def test_a_clock_that_ends_soon_and_one_that_was_missed(workspace: Write) -> None:
    unfinished = FILES | {
        "data/reviews/review-a.yaml": REVIEW.replace("on: 2024-08-20", "planned: 2024-08-30")
    }
    soon = seen(workspace, unfinished, "2024-08-05")
    assert (
        "Note that “Complete a practice review” (Review A) is due by 1 September 2024, in 27 days."
        in soon.opening.asked
    )
    assert not any("is due by" in each for each in seen(workspace, unfinished, "2024-08-01").opening.asked)
    missed = seen(workspace, unfinished, "2024-09-02")
    assert missed.watched[0].clock.turn == "missed"
    why = "Challenge why “Complete a practice review” (Review A) was not done by 1 September 2024"
    assert f"{why}, and agree a day." in missed.opening.asked


def test_what_a_review_waits_for(workspace: Write) -> None:
    def waits(as_at: str) -> tuple[str, ...]:
        (entry,) = seen(workspace, FILES, as_at).reviews
        return entry.waits_for

    assert waits("2024-08-31") == (
        "the criminal process to end",
        "20 November 2024, before which it may not be published",
        "published, planned for 1 Dec 2024",
        "the board's answer to what it recommends",
    )
    assert waits("2024-11-19")[0] == "20 November 2024, before which it may not be published"
    assert waits("2024-11-20")[0] == "published, planned for 1 Dec 2024"
    assert waits("2024-12-02")[0] == "published, planned for 1 Dec 2024 (that day has passed)"


def test_a_review_that_runs_without_a_next_step(workspace: Write) -> None:
    bare = REVIEW.split("      - step: report-to-board")[0] + "    publication: planned\n"
    (entry,) = seen(workspace, FILES | {"data/reviews/review-a.yaml": bare}, "2024-04-01").reviews
    assert (entry.status, entry.waits_for) == ("running", ("its next step, for which no day is planned",))


@pytest.mark.parametrize(
    ("as_at", "came"),
    [
        ("2024-08-19", Came(0, 0, 0, 0, 0, 0)),  # not complete: nothing is recommended yet
        ("2024-08-20", Came(4, 0, 0, 0, 0, 0)),
        ("2024-09-01", Came(4, 2, 0, 0, 0, 0)),  # two accepted, one of them in part
        ("2024-09-10", Came(4, 2, 1, 0, 0, 0)),
        ("2024-09-28", Came(4, 2, 1, 1, 1, 0)),
        ("2025-01-10", Came(4, 2, 1, 1, 1, 1)),
    ],
)
def test_recommendations_from_made_to_seen_to_help(workspace: Write, as_at: str, came: Came) -> None:
    (entry,) = seen(workspace, MORE, as_at).reviews
    assert entry.came == came


def test_what_is_owed_on_recommendations_is_asked(workspace: Write) -> None:
    asked = seen(workspace, MORE, "2024-09-28").opening.asked
    assert "Decide on 1 recommendation of “Review A” that has no answer." in asked
    assert "Agree who acts on 1 recommendation of “Review A”: an action is wanting." in asked
    assert "Decide whether what is reported as done is assured: “Count visits” (Review A)." in asked
    assert any(
        each.startswith(
            "Decide whether “Review A” still has to wait for the criminal process to end, and ask how"
        )
        for each in asked
    )
    unseen = MORE | {"data/actions/act-visits.yaml": DONE.replace("2025-01-10", "2026-01-10")}
    assert "Ask who looks at whether these made a difference, and when: “Count visits”." in (
        seen(workspace, unseen, "2025-01-01").opening.asked
    )


@pytest.mark.parametrize(("as_at", "asked"), [("2024-08-01", False), ("2024-08-02", True)])
def test_a_look_at_time_and_quality_is_asked_for_after_a_quarter(
    workspace: Write, as_at: str, asked: bool
) -> None:
    found = [each for each in seen(workspace, FILES, as_at).opening.asked if "time and quality" in each]
    words = "Ask for a look at the time and quality of “Review A”: the last was on 1 May 2024."
    assert found == ([words] if asked else [])  # 92 days after 1 May is 1 August


def test_clocks_of_an_incident_stand_with_the_review_that_came_first(workspace: Write) -> None:
    duty = {
        "framework/duties/duty-notify.yaml": DUTY["framework/duties/duty-complete.yaml"]
        .replace("duty-complete", "duty-notify")
        .replace("Complete a practice review", "Notify")
        .replace("of: review", "of: incident")
        .replace("[local-child-safeguarding-practice-review]", "[serious-harm]")
        .replace("starts: decision", "starts: aware")
        .replace("stops: completed", "stops: notified")
    }
    view = seen(workspace, FILES | duty | {"data/reviews/review-b.yaml": OTHER}, "2024-06-01")
    notify = {
        entry.title: [one.what for one in entry.clocks if one.what == "Notify"] for entry in view.reviews
    }
    assert notify == {"Review A": ["Notify"], "Review B": []}
    began = {entry.title: entry.began for entry in view.reviews}
    assert began == {"Review A": "Incident 1", "Review B": "Review A"}


CASE = """
    id: case-2024-1
    group: review-group
    referred: 2024-04-01
    referred_by: police
    considered: 2024-04-10
    decision: no-review
    decided: 2024-04-20
    reasons: |
      No serious harm.
    dissent: |
      The police would have had one.
    panel_told: 2024-04-21
    panel_answer: agrees
    panel_answered: 2024-05-01
"""


def test_a_case_that_was_considered_and_not_reviewed(workspace: Write) -> None:
    files = {"data/cases-considered/case-2024-1.yaml": CASE}
    before = seen(workspace, files, "2024-04-15")
    assert [(one.code, one.decision, one.reasons) for one in before.cases] == [
        ("Case 2024-1", "undecided", "")
    ]
    assert (
        "Decide on Case 2024-1: considered or referred, and nothing has been decided." in before.opening.asked
    )
    (after,) = seen(workspace, files, "2024-04-20").cases
    assert (after.decision, after.reasons, after.dissent) == (
        "no-review",
        "No serious harm.",
        "The police would have had one.",
    )
    assert seen(workspace, files, "2024-04-30").cases[0].panel == "awaited"
    assert seen(workspace, files, "2024-05-01").cases[0].panel == "agrees"
    assert seen(workspace, files, "2024-03-31").cases == ()


def test_incidents_that_led_to_no_review(workspace: Write) -> None:
    alone = {
        "data/incidents/incident-1.yaml": INCIDENT.replace("decision: notify", "decision: do-not-notify")
    }
    early = seen(workspace, alone, "2024-02-20").incidents
    assert [(one.code, one.decision, one.joint) for one in early] == [("Incident 1", "", "broken")]
    (one,) = seen(workspace, alone, "2024-03-01").incidents
    assert (one.decision, one.joint, one.because) == (
        "do-not-notify",
        "settled",
        "It was decided not to notify it",
    )
    assert seen(workspace, alone, "2024-02-19").incidents == ()


def test_an_incident_that_a_review_followed_is_not_told_again(workspace: Write) -> None:
    assert [one.code for one in seen(workspace, FILES, "2024-02-28").incidents] == ["Incident 1"]
    assert seen(workspace, FILES, "2024-03-01").incidents == ()


def test_one_review_alone(workspace: Write) -> None:
    files = FILES | {"data/reviews/review-b.yaml": OTHER, "data/cases-considered/case-2024-1.yaml": CASE}
    view = seen(workspace, files, "2024-06-01", "review-b")
    assert ([entry.title for entry in view.reviews], view.cases, view.whole) == (["Review B"], (), False)
    assert (view.opening.title, view.opening.name) == ("Review tracker: Review B", "review-tracker-review-b")


def test_a_review_that_was_not_known_cannot_be_asked_for(workspace: Write) -> None:
    with pytest.raises(CannotBeMade, match="nothing of Review A was known"):
        seen(workspace, FILES, "2024-02-29", "review-a")


def test_the_golden_thread_says_what_is_missing(workspace: Write) -> None:
    (entry,) = seen(workspace, MORE, "2024-09-28").reviews
    thread = {line.stage: line for line in entry.thread}
    assert thread["origin"].names == ("Incident 1",)
    assert len(thread["recommendation"].names) == 4
    assert thread["action"].names == ("Count visits",)
    assert "Write a form: no action answers it" in thread["recommendation"].broken


@pytest.mark.parametrize(
    ("id_", "code"),
    [
        ("incident-2024-1", "Incident 2024-1"),
        ("case-2018-1", "Case 2018-1"),
        ("case-a", "Case a"),
        ("c1-2", "C1 2"),
    ],
)
def test_a_code_as_readers_write_it(id_: str, code: str) -> None:
    assert coded(id_) == code


def test_notes_have_dates_and_steps_as_readers_write_them() -> None:
    assert (
        readable("counted from 'report-to-board': 2024-10-09") == "counted from “report to board”: 9 Oct 2024"
    )
