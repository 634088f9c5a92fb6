"""Themes that come back: found by several sources, and found again after an action had been closed."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.views.test_actions import action, step

from lif.measures.found import found_on
from lif.records.audits import Audit
from lif.records.inspections import Inspection
from lif.records.references import Theme
from lif.records.reviews import Review
from lif.register import Entry, Register
from lif.views.recurring import recurring

AS_AT = date(2025, 6, 30)


def theme(id_: str, part_of: str | None = None) -> Theme:
    return Theme.model_validate(
        {"id": id_, "name": id_.capitalize()} | ({"part_of": part_of} if part_of else {})
    )


def review(id_: str, on: str, *themes: str, **fields: Any) -> Review:
    plain = {
        "id": id_,
        "title": id_,
        "sort": "learning-review",
        "group": "neglect-group",
        "milestones": [{"step": "completed", "on": on}],
        "findings": [{"id": f"f-{one}", "text": "It was so.", "themes": [one]} for one in themes],
    }
    return Review.model_validate(plain | fields)


def audit(id_: str, on: str | None, *themes: str) -> Audit:
    return Audit.model_validate(
        {
            "id": id_,
            "title": id_,
            "sort": "multi-agency",
            "group": "neglect-group",
            "planned": "2024-25-Q1",
            "findings": [{"id": f"f-{one}", "text": "It was so.", "themes": [one]} for one in themes],
        }
        | ({"reported": on} if on else {})
    )


def of(*records: Any) -> Register:
    return Register.of(
        Entry(record, f"{record.id}.yaml") for record in (*records, theme("training"), theme("health"))
    )


def test_a_theme_of_two_sources_recurs_and_of_one_does_not() -> None:
    register = of(
        review("review-a", "2024-01-10", "training", "health"), audit("audit-a", "2024-05-01", "training")
    )
    (line,) = recurring(register, AS_AT)
    assert (line.theme, line.name) == ("training", "Training")
    assert [(one.source, one.on) for one in line.sources] == [
        ("review-a", date(2024, 1, 10)),
        ("audit-a", date(2024, 5, 1)),
    ]
    assert [one.theme for one in recurring(register, AS_AT, 1)] == ["training", "health"]


def test_two_findings_of_one_source_are_one_source() -> None:
    twice = review("review-a", "2024-01-10", "training")
    more = twice.model_copy(update={"findings": (*twice.findings, *twice.findings)})
    assert recurring(of(more), AS_AT) == ()


def test_what_was_found_later_is_not_known_yet() -> None:
    register = of(review("review-a", "2024-01-10", "training"), audit("audit-a", "2024-05-01", "training"))
    assert recurring(register, date(2024, 4, 30)) == ()
    assert len(recurring(register, date(2024, 5, 1))) == 1


def test_an_audit_that_was_not_reported_has_found_nothing() -> None:
    assert (
        recurring(of(review("review-a", "2024-01-10", "training"), audit("audit-a", None, "training")), AS_AT)
        == ()
    )


def test_what_worked_well_is_no_recurrence() -> None:
    good = [{"id": "f-1", "text": "It worked.", "themes": ["training"], "good_practice": "true"}]
    register = of(review("review-a", "2024-01-10", findings=good), audit("audit-a", "2024-05-01", "training"))
    assert recurring(register, AS_AT) == ()


def test_it_came_back_when_found_after_an_action_from_elsewhere_was_closed() -> None:
    """Closed on 1 March 2024: the audit of May found it again; the review of January had asked for it."""
    closed = action(
        source="review-a/rec-1",
        themes=["training"],
        steps=[step("closed", "2024-03-01")],
        agreed_on="2024-01-15",
    )
    register = of(
        review("review-a", "2024-01-10", "training"), audit("audit-a", "2024-05-01", "training"), closed
    )
    (line,) = recurring(register, AS_AT)
    assert [one.source for one in line.again] == ["audit-a"]
    assert (line.actions, line.still_open, line.done) == (1, 0, 1)
    still_open = closed.model_copy(update={"steps": ()})
    (line,) = recurring(
        of(
            review("review-a", "2024-01-10", "training"),
            audit("audit-a", "2024-05-01", "training"),
            still_open,
        ),
        AS_AT,
    )
    assert line.again == ()
    assert (line.still_open, line.overdue) == (1, 1)


def test_its_own_source_does_not_find_it_again() -> None:
    closed = action(source="audit-a/rec-1", themes=["training"], steps=[step("closed", "2024-03-01")])
    register = of(
        review("review-a", "2024-01-10", "training"), audit("audit-a", "2024-05-01", "training"), closed
    )
    (line,) = recurring(register, AS_AT)
    assert line.again == ()


def test_a_narrower_theme_counts_for_the_wider_one() -> None:
    register = of(
        theme("induction", "training"),
        review("review-a", "2024-01-10", "induction"),
        audit("audit-a", "2024-05-01", "training"),
    )
    assert [line.theme for line in recurring(register, AS_AT)] == ["training"]


def test_inspections_find_things_too() -> None:
    inspection = Inspection.model_validate(
        {
            "id": "inspection-a",
            "title": "An inspection",
            "sort": "police",
            "inspectorates": ["The inspectorate"],
            "agencies": ["police"],
            "group": "neglect-group",
            "published": "2024-07-01",
            "areas_for_improvement": [{"id": "a-1", "text": "Improve.", "themes": ["health"]}],
        }
    )
    register = of(inspection, review("review-a", "2024-01-10", "health"))
    (line,) = recurring(register, AS_AT)
    assert [one.kind for one in line.sources] == ["review", "inspection"]


def test_a_running_review_found_a_theme_once_the_board_answered_it() -> None:
    answered = {
        "milestones": [{"step": "started", "on": "2024-03-01"}],
        "recommendations": [
            {"id": "rec", "text": "Do it.", "response": "accepted", "responded_on": "2024-07-10"}
        ],
    }
    register = of(
        review("review-a", "2024-03-01", "training", **answered), audit("a", "2024-01-01", "training")
    )
    assert recurring(register, date(2024, 7, 9)) == ()
    (line,) = recurring(register, date(2024, 7, 10))
    assert [(one.source, one.on) for one in line.sources] == [
        ("a", date(2024, 1, 1)),
        ("review-a", date(2024, 7, 10)),
    ]


def test_a_rapid_review_is_known_from_its_own_day_and_no_other_review_from_it() -> None:
    milestones = [{"step": "rapid-review", "on": "2024-03-01"}, {"step": "closed", "on": "2024-05-01"}]
    for sort, day in (
        ("rapid-review", date(2024, 3, 1)),
        ("local-child-safeguarding-practice-review", date(2024, 5, 1)),
    ):
        found = review("review-a", "2024-03-01", "training", milestones=milestones, sort=sort)
        assert found_on(found) == day
