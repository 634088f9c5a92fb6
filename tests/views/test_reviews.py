"""The review tracker on a day: reached, held back, published, and what came of it; cases not reviewed."""

from __future__ import annotations

from datetime import date

import pytest
from tests.folders import Write
from tests.views.small_register import register_of

from lif.checks.recommended import made_on
from lif.records.reviews import Review
from lif.views.cases_considered import considered_lines
from lif.views.review_states import era_of, status_on
from lif.views.review_tables import came_of_it
from lif.views.reviews import ReviewLine, review_lines

REVIEW = """
    id: review-a
    title: Review A
    sort: local-child-safeguarding-practice-review
    group: review-group
    milestones:
      - step: aware
        on: 2024-02-01
      - step: decision
        on: 2024-03-01
      - step: started
        on: 2024-03-20
      - step: report-to-board
        on: 2024-09-10
      - step: completed
        on: 2024-10-01
      - step: published
        planned: 2024-12-01
        on: 2025-02-01
      - step: closed
        on: 2025-09-01
    parallel:
      - process: criminal
        status: ended
        ended: 2025-01-15
        withholds_publication: true
      - process: inquest
        status: unknown
    publish_not_before: 2025-01-20
    publication: published
    keep_published_until: 2026-02-01
    findings:
      - id: missed
        text: |
          Visits were missed.
      - id: warm
        text: |
          One worker stayed.
        good_practice: true
    recommendations:
      - id: visits
        text: |
          Count missed visits.
        response: accepted
        responded_on: 2024-10-15
      - id: law
        text: |
          Change the law.
        response: not-accepted
        responded_on: 2024-11-01
"""
ACTION = """
    id: act-visits
    title: Count missed visits
    text: |
      Count them.
    source: review-a/visits
    source_sort: review
    owner: police-lead
    group: review-group
    agreed_on: 2024-10-20
    due: 2024-12-31
    steps:
      - state: reported-complete
        on: 2025-01-05
"""
FILES = {"data/reviews/review-a.yaml": REVIEW, "data/actions/act-visits.yaml": ACTION}


def only(workspace: Write, as_at: str) -> ReviewLine:
    (line,) = review_lines(register_of(workspace, FILES, as_at), date.fromisoformat(as_at))
    return line


@pytest.mark.parametrize(
    ("as_at", "status", "step", "publication", "held_back"),
    [
        (
            "2024-02-01",
            "running",
            "aware",
            "not-yet-published",
            "criminal process; not before 20 January 2025",
        ),
        ("2024-09-30", "running", "report-to-board", "not-yet-published", None),
        ("2024-10-01", "waiting-to-publish", "completed", "not-yet-published", None),
        ("2025-01-14", "waiting-to-publish", "completed", "not-yet-published", None),
        ("2025-01-15", "waiting-to-publish", "completed", "not-yet-published", "not before 20 January 2025"),
        ("2025-01-20", "waiting-to-publish", "completed", "not-yet-published", ""),
        ("2025-02-01", "published", "published", "published", ""),
        ("2025-09-01", "closed", "closed", "published", ""),
    ],
)
def test_a_review_through_its_life(
    workspace: Write, as_at: str, status: str, step: str, publication: str, held_back: str | None
) -> None:
    line = only(workspace, as_at)
    assert (line.status, line.step, line.publication) == (status, step, publication)
    assert line.held_back == (
        "criminal process; not before 20 January 2025" if held_back is None else held_back
    )


def test_before_anything_had_happened_there_is_no_review(workspace: Write) -> None:
    assert review_lines(register_of(workspace, FILES, "2024-01-31"), date(2024, 1, 31)) == ()


def test_a_process_ends_on_its_day_and_one_not_known_may_go_on(workspace: Write) -> None:
    assert only(workspace, "2025-01-14").parallel == (
        "criminal: open (keeps the report back)",
        "inquest: unknown",
    )
    assert only(workspace, "2025-01-15").parallel == ("criminal: ended", "inquest: unknown")


@pytest.mark.parametrize(
    ("as_at", "words"),
    [
        ("2024-09-30", ""),
        (
            "2024-10-01",
            "1 finding; 1 of good practice; 2 recommendations, 0 answered, 2 with an action wanting; "
            "0 actions",
        ),
        (
            "2024-10-20",
            "1 finding; 1 of good practice; 2 recommendations, 1 answered, 1 with an action wanting; "
            "1 action: 1 open",
        ),
        (
            "2025-01-04",
            "1 finding; 1 of good practice; 2 recommendations, 2 answered; "
            "1 action: 1 open, 1 of those overdue",
        ),
        (
            "2025-01-05",
            "1 finding; 1 of good practice; 2 recommendations, 2 answered; 1 action: 1 awaiting assurance",
        ),
    ],
)
def test_what_came_of_it(workspace: Write, as_at: str, words: str) -> None:
    assert came_of_it(only(workspace, as_at)) == words


def test_the_next_step_is_the_earliest_that_is_planned_and_has_not_happened(workspace: Write) -> None:
    before = only(workspace, "2025-01-31")
    assert (before.next_step, before.next_on) == ("published", date(2024, 12, 1))  # it was late
    assert only(workspace, "2025-02-01").next_step == ""


@pytest.mark.parametrize(
    ("milestones", "era"),
    [
        ([("aware", "2019-09-20"), ("decision", "2019-09-28"), ("completed", "2020-06-01")], "lscb"),
        ([("aware", "2019-09-20"), ("decision", "2019-09-29")], "partnership"),
        ([("occurred", "2018-01-01"), ("aware", "2019-10-02")], "partnership"),
        ([("completed", "2012-05-01")], "lscb"),
    ],
)
def test_the_era_comes_from_the_reviews_own_dates(
    workspace: Write, milestones: list[tuple[str, str]], era: str
) -> None:
    register = register_of(workspace, {}, "2025-01-01")
    review = Review.model_validate(
        {
            "id": "review-b",
            "title": "Review B",
            "sort": "learning-review",
            "group": "review-group",
            "milestones": [{"step": step, "on": on} for step, on in milestones],
        }
    )
    assert era_of(register, review, date(2025, 1, 1)) == era


def test_a_decision_that_is_still_to_come_makes_no_era(workspace: Write) -> None:
    register = register_of(workspace, {}, "2019-09-28")
    steps = [("aware", "2019-09-20"), ("decision", "2019-09-29")]
    review = Review.model_validate(
        {
            "id": "review-b",
            "title": "Review B",
            "sort": "learning-review",
            "group": "review-group",
            "milestones": [{"step": step, "on": on} for step, on in steps],
        }
    )
    days = (date(2019, 9, 19), date(2019, 9, 28), date(2019, 9, 29))
    assert [era_of(register, review, day) for day in days] == [None, "lscb", "partnership"]


def test_what_is_not_to_be_published_is_not_held_back(workspace: Write) -> None:
    text = REVIEW.replace("publication: published", "publication: not-applicable").replace(
        "      - step: published\n        planned: 2024-12-01\n        on: 2025-02-01\n", ""
    )
    register = register_of(workspace, {"data/reviews/review-a.yaml": text}, "2024-12-01")
    (line,) = review_lines(register, date(2024, 12, 1))
    assert (line.status, line.publication, line.held_back) == ("completed", "not-applicable", "")


CASE = """
    id: case-1
    group: review-group
    referred: 2018-03-14
    referred_by: police
    considered: 2018-03-29
    decision: no-review
    decided: 2018-04-05
    reasons: |
      The criteria were
      not met.
    dissent: |
      The police disagreed.
    panel_told: 2018-04-12
    panel_answer: disagrees
    panel_answered: 2018-05-03
    panel_text: |
      Think again.
    review: review-a
"""


@pytest.mark.parametrize(
    ("as_at", "decision", "dissent", "panel"),
    [
        ("2018-03-14", "undecided", "", ""),
        ("2018-04-04", "undecided", "", ""),
        ("2018-04-05", "no-review", "The police disagreed.", ""),
        ("2018-04-12", "no-review", "The police disagreed.", "awaited"),
        ("2018-05-03", "no-review", "The police disagreed.", "disagrees"),
    ],
)
def test_a_case_that_was_not_reviewed(
    workspace: Write, as_at: str, decision: str, dissent: str, panel: str
) -> None:
    register = register_of(workspace, {"data/cases-considered/case-1.yaml": CASE, **FILES}, as_at)
    (line,) = considered_lines(register, date.fromisoformat(as_at))
    assert (line.decision, line.dissent, line.panel) == (decision, dissent, panel)
    assert line.reasons == ("The criteria were not met." if decision == "no-review" else "")
    assert line.panel_text == ("Think again." if panel == "disagrees" else "")
    assert (line.referred_by_name, line.review) == ("Police", "")


def test_a_case_that_led_to_a_review_is_asked_for(workspace: Write) -> None:
    text = CASE.replace("no-review", "review")
    register = register_of(workspace, {"data/cases-considered/case-1.yaml": text, **FILES}, "2024-05-01")
    assert considered_lines(register, date(2024, 5, 1)) == ()
    (line,) = considered_lines(register, date(2024, 5, 1), decision="review")
    assert line.review == "review-a"


def test_a_case_taken_up_below_the_threshold_stays_among_those_not_reviewed_by_law(workspace: Write) -> None:
    text = CASE.replace("no-review", "other-learning").replace("disagrees", "agrees")
    below = REVIEW.replace("local-child-safeguarding-practice-review", "learning-review")
    files = {**FILES, "data/cases-considered/case-1.yaml": text, "data/reviews/review-a.yaml": below}
    register = register_of(workspace, files, "2024-05-01")
    (line,) = considered_lines(register, date(2024, 5, 1))
    assert (line.decision, line.instead, line.review) == ("other-learning", "Review A", "review-a")


RUNNING = """
    id: review-r
    title: Review R
    sort: local-child-safeguarding-practice-review
    group: review-group
    milestones:
      - step: decision
        on: 2024-03-01
      - step: started
        on: 2024-03-20
    findings:
      - id: pieces
        text: |
          Each agency held a piece.
    recommendations:
      - id: chronology
        text: |
          Keep one chronology.
        finding: pieces
        response: accepted
        responded_on: 2024-07-10
"""


@pytest.mark.parametrize(
    ("sort", "status"),
    [("rapid-review", "completed"), ("local-child-safeguarding-practice-review", "running")],
)
def test_a_rapid_review_that_was_held_is_finished(sort: str, status: str) -> None:
    fields = {
        "id": "review-r",
        "title": "Review R",
        "sort": sort,
        "group": "g",
        "publication": "not-applicable",
    }
    steps = [{"step": "notified", "on": "2025-04-17"}, {"step": "rapid-review", "on": "2025-05-12"}]
    held = Review.model_validate(fields | {"milestones": steps})
    assert status_on(held, date(2025, 5, 12)) == status
    assert status_on(held, date(2025, 5, 11)) == "running"
    assert made_on(held) == (date(2025, 5, 12) if sort == "rapid-review" else None)


@pytest.mark.parametrize(("as_at", "findings"), [("2024-07-09", 0), ("2024-07-10", 1)])
def test_what_the_board_has_answered_it_has_been_told(workspace: Write, as_at: str, findings: int) -> None:
    register = register_of(workspace, {**FILES, "data/reviews/review-r.yaml": RUNNING}, as_at)
    lines = {line.id: line for line in review_lines(register, date.fromisoformat(as_at))}
    assert lines["review-r"].findings == findings


def test_before_it_was_referred_a_case_is_not_known(workspace: Write) -> None:
    register = register_of(workspace, {"data/cases-considered/case-1.yaml": CASE, **FILES}, "2018-03-13")
    assert considered_lines(register, date(2018, 3, 13)) == ()


DUTY = """
    id: duty-complete
    title: Complete a local review
    text: |
      Complete it within six months.
    owner: The partners
    trigger: The decision
    limit:
      number: 6
      unit: months
    clocks:
      - of: review
        starts: decision
        stops: completed
    force: statutory-guidance
    source: The guidance
"""


@pytest.mark.parametrize(
    ("as_at", "clocks", "kept"),
    [
        ("2024-02-28", (), ()),
        ("2024-03-01", ("Complete a local review: not-yet-due 2024-09-01",), ()),
        ("2024-09-02", ("Complete a local review: breached 2024-09-01",), ()),
        ("2024-10-01", ("Complete a local review: met-late 2024-09-01",), ()),
    ],
)
def test_its_clocks(workspace: Write, as_at: str, clocks: tuple[str, ...], kept: tuple[str, ...]) -> None:
    files = {**FILES, "framework/duties/duty-complete.yaml": DUTY}
    (line,) = review_lines(register_of(workspace, files, as_at), date.fromisoformat(as_at))
    assert (line.clocks, line.kept) == (clocks, kept)


def test_a_clock_that_was_kept_stands_apart(workspace: Write) -> None:
    files = {**FILES, "framework/duties/duty-complete.yaml": DUTY.replace("number: 6", "number: 7")}
    (line,) = review_lines(register_of(workspace, files, "2024-10-01"), date(2024, 10, 1))
    assert (line.clocks, line.kept) == ((), ("Complete a local review: met 2024-10-01",))
