"""Incidents and cases considered: who must be told in which age, what must follow, what must agree."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.checks.anyshire import ANYSHIRE, AS_AT, printed, write

INCIDENT = "data/incidents/incident-1.yaml"
CASE = "data/cases-considered/case-1.yaml"
RAPID = "data/reviews/review-r1.yaml"
MET = "criteria_not_met_on: 2024-10-01\n"
CASE_OF_ITS_OWN = {
    CASE: "id: case-1\ngroup: leadership\nincident: incident-1\nconsidered: 2025-03-01\n",
}


def told(tmp_path: Path, files: dict[str, str], as_at: date = AS_AT) -> list[str]:
    """The codes that the added files bring, each once, in the order of the alphabet."""
    lines = printed(write(tmp_path, changed=files), as_at)
    return sorted({line.split(" ")[2] for line in lines})


def incident(body: str, sort: str = "serious-harm") -> dict[str, str]:
    return {INCIDENT: f"id: incident-1\nsort: {sort}\ngroup: leadership\n{body}"}


def notified(on: str, *to: str, sort: str = "serious-harm", more: str = MET) -> dict[str, str]:
    listed = "".join(f"  - {one}\n" for one in to)
    told_to = f"notified_to:\n{listed}" if to else ""
    return incident(f"aware: {on}\nnotified: {on}\ndecision: notify\n{told_to}{more}", sort)


@pytest.mark.parametrize(
    ("on", "sort", "to", "codes"),
    [
        ("2018-06-28", "serious-harm", ("ofsted", "lscb"), []),
        ("2018-06-28", "serious-harm", ("ofsted",), ["A356"]),
        ("2018-06-28", "serious-harm", ("national-panel",), ["A356"]),
        ("2018-06-29", "serious-harm", ("national-panel",), []),
        ("2018-06-29", "death", ("ofsted", "lscb"), ["A356"]),
        ("2024-09-24", "looked-after-child-death", ("department-for-education", "ofsted"), []),
        ("2024-09-24", "looked-after-child-death", ("ofsted",), ["A356"]),
        ("2024-09-24", "care-leaver-death", ("department-for-education",), []),
        ("2024-09-24", "care-leaver-death", (), ["A356"]),
    ],
)
def test_who_must_be_told_depends_on_the_age_and_the_sort(
    on: str, sort: str, to: tuple[str, ...], codes: list[str], tmp_path: Path
) -> None:
    assert told(tmp_path, notified(on, *to, sort=sort)) == codes


@pytest.mark.parametrize(
    ("notified_on", "sort", "more", "codes"),
    [
        ("2025-02-11", "serious-harm", "", []),  # 27 days
        ("2025-02-10", "serious-harm", "", ["A357"]),  # 28 days
        ("2025-02-10", "serious-harm", "criteria_not_met_on: 2025-03-10\n", []),
        ("2025-02-10", "serious-harm", "criteria_not_met_on: 2025-03-11\n", ["A357"]),
        ("2025-02-10", "care-leaver-death", "", []),
        ("2025-02-10", "serious-harm", "rapid_review: review-r2024-1\n", ["A359"]),
    ],
)
def test_something_follows_every_notification(
    notified_on: str, sort: str, more: str, codes: list[str], tmp_path: Path
) -> None:
    assert told(tmp_path, notified(notified_on, "national-panel", sort=sort, more=more)) == codes


def test_a_case_or_review_that_names_the_incident_is_what_followed(tmp_path: Path) -> None:
    files = notified("2025-01-10", "national-panel", more="") | CASE_OF_ITS_OWN
    assert told(tmp_path, files) == []


def test_a_review_that_cannot_be_read_may_be_what_followed(tmp_path: Path) -> None:
    files = notified("2025-01-10", "national-panel", more="") | {RAPID: "id: review-r1\n"}
    assert told(tmp_path, files) == ["S102"]


@pytest.mark.parametrize(
    ("occurred", "precision", "aware", "codes"),
    [
        ("2025-02-20", "exact", "2025-02-20", []),
        ("2025-02-21", "exact", "2025-02-20", ["A355"]),
        ("2025-02-21", "month", "2025-02-20", []),
        ("2025-03-01", "month", "2025-02-28", ["A355"]),
        ("2025-12-01", "month", "2026-01-02", []),
        ("2025-03-01", "approximate", "2025-02-28", []),
        ("2025-03-01", "unknown", "2025-02-28", []),
    ],
)
def test_a_day_counts_as_it_is_known(
    occurred: str, precision: str, aware: str, codes: list[str], tmp_path: Path
) -> None:
    body = f"occurred: {occurred}\noccurred_precision: {precision}\naware: {aware}\n"
    assert told(tmp_path, incident(body)) == codes


@pytest.mark.parametrize(
    ("considered", "agreed", "note", "codes"),
    [
        ("2024-09-20", ("council", "police", "icb"), "", []),
        ("2024-09-20", ("council", "police"), "", ["A354"]),
        ("2024-09-20", ("council", "police"), "note: |\n  The board's seat was empty that week.\n", []),
        ("2022-06-30", ("council", "police", "ccg"), "", []),
        ("2022-06-30", ("council", "police", "icb"), "", ["A354"]),
        ("2018-06-28", (), "", []),
    ],
)
def test_the_partners_of_the_day_agree(
    considered: str, agreed: tuple[str, ...], note: str, codes: list[str], tmp_path: Path
) -> None:
    agencies = ANYSHIRE["framework/agencies.yaml"].replace(
        "  sector:", "  statutory_partner: true\n  sector:"
    )
    listed = "agreed_by:\n" + "".join(f"  - {one}\n" for one in agreed) if agreed else ""
    body = f"considered_on: {considered}\ndecision: do-not-notify\ndecision_reason: |\n  No.\n{listed}{note}"
    assert told(tmp_path, incident(body) | {"framework/agencies.yaml": agencies}) == codes


@pytest.mark.parametrize(
    ("sort", "children", "codes"),
    [
        ("serious-harm", "3", []),
        ("death", "1", []),
        ("death", "2", ["A358"]),
        ("serious-harm", "0", ["A358"]),
    ],
)
def test_a_death_is_of_one_child(sort: str, children: str, codes: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, incident(f"children: {children}\n", sort)) == codes


@pytest.mark.parametrize(
    ("steps", "body", "codes"),
    [
        ({"aware": "2025-02-20"}, "aware: 2025-02-20\n", []),
        ({"aware": "2025-02-21"}, "aware: 2025-02-20\n", ["A360"]),
        ({"occurred": "2025-02-19"}, "occurred: 2025-02-18\noccurred_precision: approximate\n", []),
        ({"occurred": "2025-02-19"}, "occurred: 2025-02-18\n", ["A360"]),
        ({"rapid-review": "2025-03-04"}, "aware: 2025-02-20\n", []),
    ],
)
def test_an_incident_and_its_rapid_review_say_the_same(
    steps: dict[str, str], body: str, codes: list[str], tmp_path: Path
) -> None:
    milestones = "".join(f"  - step: {step}\n    on: {on}\n" for step, on in steps.items())
    review = "id: review-r1\ntitle: Rapid review 1\nsort: rapid-review\ngroup: leadership\nmilestones:\n"
    files = incident(body + "rapid_review: review-r1\n") | {RAPID: review + milestones}
    assert told(tmp_path, files) == codes


def test_a_review_that_follows_another_says_the_same_of_the_event(tmp_path: Path) -> None:
    first = (
        "id: {}\ntitle: Review {}\nsort: {}\ngroup: leadership\nmilestones:\n  - step: aware\n    on: {}\n"
    )
    files = {
        RAPID: first.format("review-r1", "R1", "rapid-review", "2025-02-20"),
        "data/reviews/review-r2.yaml": first.format("review-r2", "R2", "learning-review", "2025-02-21")
        + "follows: review-r1\n",
    }
    lines = printed(write(tmp_path, changed=files))
    assert lines == [
        "data/reviews/review-r2.yaml:7:9: error A360 'aware' on 2025-02-21, and 'review-r1' says 2025-02-20 "
        "(correct the day that is wrong)"
    ]


def test_two_reviews_of_one_event_each_have_days_of_their_own(tmp_path: Path) -> None:
    text = "id: {}\ntitle: Review {}\nsort: learning-review\ngroup: leadership\nmilestones:\n"
    text += "  - step: aware\n    on: 2025-02-20\n  - step: considered\n    on: {}\n"
    files = {
        RAPID: text.format("review-r1", "R1", "2025-02-24"),
        "data/reviews/review-r2.yaml": text.format("review-r2", "R2", "2025-03-03") + "follows: review-r1\n",
    }
    assert told(tmp_path, files) == []


def test_what_is_not_known_yet_is_not_told(tmp_path: Path) -> None:
    files = notified("2025-01-10", "ofsted", more="")
    assert told(tmp_path, files) == ["A356", "A357"]
    assert told(tmp_path, files, date(2025, 1, 9)) == []


REASONS = "decided: 2024-10-02\nreasons: |\n  The criteria were not met.\n"


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("referred: 2024-12-09\n", []),  # 91 days
        ("referred: 2024-12-08\n", ["A372"]),  # 92 days
        ("referred: 2024-10-01\nconsidered: 2025-01-15\n", []),
        ("referred: 2024-10-01\ndecision: no-review\n" + REASONS, []),
        (
            "referred: 2024-10-01\ndecision: no-review\n" + REASONS.replace("2024-10-02", "2025-03-11"),
            ["A372"],
        ),
        ("referred: 2024-10-01\ndecision: no-review\nreasons: |\n  No.\n", ["A370"]),
        ("decision: no-review\n" + REASONS, []),
        ("decision: no-review\nreasons: |\n  No.\n", ["A370"]),
        ("decided: 2024-10-02\n", ["A370"]),
        ("decision: no-review\n" + REASONS + "dissent: |\n  The police and the ICB.\n", ["A371"]),
        (
            "decision: no-review\n" + REASONS + "dissent: |\n  The police, who saw serious harm.\n",
            [],
        ),
        ("decision: other-learning\n" + REASONS, ["A374"]),
        ("decision: other-learning\n" + REASONS + "other_learning: A briefing.\n", []),
        ("decision: review\n" + REASONS + "review: review-r2024-1\n", []),
        ("decision: no-review\n" + REASONS + "review: review-r2024-1\n", ["A373"]),
        ("decision: other-learning\n" + REASONS + "review: review-r2024-1\n", []),
        ("decision: no-review\n" + REASONS + "panel_told: 2024-10-04\npanel_answer: awaited\n", []),
        ("decision: no-review\n" + REASONS + "panel_answer: awaited\n", ["A375"]),
        (
            "decision: no-review\n"
            + REASONS
            + "panel_told: 2024-10-04\npanel_answer: awaited\npanel_answered: 2024-10-20\n",
            ["A375"],
        ),
    ],
)
def test_a_case_says_what_was_decided_and_why(body: str, codes: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, {CASE: f"id: case-1\ngroup: leadership\n{body}"}) == codes


@pytest.mark.parametrize(
    ("sort", "contradicts"),
    [
        ("learning-review", False),
        ("good-practice-review", False),
        ("rapid-review", True),
        ("local-child-safeguarding-practice-review", True),
        ("serious-case-review", True),
    ],
)
def test_other_learning_may_be_a_review_below_the_threshold(
    sort: str, contradicts: bool, tmp_path: Path
) -> None:
    review = (
        f"id: review-r1\ntitle: Review R1\nsort: {sort}\ngroup: leadership\n"
        "milestones:\n  - step: started\n    on: 2025-03-01\n"
    )
    case = "id: case-1\ngroup: leadership\ndecision: other-learning\n" + REASONS + "review: review-r1\n"
    assert ("A373" in told(tmp_path, {CASE: case, RAPID: review})) == contradicts


DISAGREES = "panel_told: 2024-10-04\npanel_answer: disagrees\npanel_answered: {}\n"


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        (DISAGREES.format("2024-12-09"), []),
        (DISAGREES.format("2024-12-08"), ["A391"]),
        (DISAGREES.format("2024-12-08") + "review: review-r2024-1\n", []),
        (DISAGREES.format("2024-12-08").replace("disagrees", "agrees"), []),
    ],
)
def test_the_panels_disagreement_is_answered(body: str, codes: list[str], tmp_path: Path) -> None:
    case = "id: case-1\ngroup: leadership\ndecision: no-review\n" + REASONS
    assert told(tmp_path, {CASE: case + body}) == codes


def test_a_meeting_that_takes_the_panels_answer_is_enough(tmp_path: Path) -> None:
    case = "id: case-1\ngroup: leadership\ndecision: no-review\n" + REASONS + DISAGREES.format("2024-11-01")
    meeting = ANYSHIRE["data/meetings/leadership-2024-12-10.yaml"]
    taken = "decisions:\n  - id: again\n    text: |\n      It stays as it is.\n    about:\n      - case-1\n"
    files = {CASE: case, "data/meetings/leadership-2024-12-10.yaml": meeting + taken}
    assert told(tmp_path, files) == []


@pytest.mark.parametrize(
    ("id_", "codes"),
    [
        ("incident-2024-1", []),
        ("incident-k", []),
        ("sin-2024-003", []),
        ("incident-anyshire-7", []),
        ("r2024-2b", []),
        ("incident-harbour", ["A350"]),
        ("incident-jb-2024", ["A350"]),
        ("incident-2024-09-17", ["A350"]),
        ("incident-baby-k", ["A350"]),
    ],
)
def test_ids_of_incidents_are_codes(id_: str, codes: list[str], tmp_path: Path) -> None:
    text = f"id: {id_}\nsort: serious-harm\ngroup: leadership\n"
    assert told(tmp_path, {f"data/incidents/{id_}.yaml": text}) == codes


def test_the_message_about_an_id_does_not_repeat_the_word(tmp_path: Path) -> None:
    text = "id: incident-harbour\nsort: serious-harm\ngroup: leadership\n"
    (line,) = printed(write(tmp_path, changed={"data/incidents/incident-harbour.yaml": text}))
    assert "harbour" not in line.partition("A350")[2]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("aware: 2025-02-20\nconsidered_on: 2025-02-19\n", ["D101"]),
        ("considered_on: 2025-02-20\nnotified: 2025-02-19\n", ["A354", "A356", "A361", "D101"]),
        ("aware: 2025-02-20\nconsidered_on: 2025-02-20\n", []),
    ],
)
def test_days_of_an_incident_follow_one_another(body: str, codes: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, incident(body)) == codes
