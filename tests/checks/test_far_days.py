"""A mistyped year is found wherever it stands: in every kind of record, in parts of parts too."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lif.checks.far_days import day_far_off
from lif.records.incidents import Incident
from lif.records.learning import Learning
from lif.records.oversight import Risk
from lif.records.reviews import Review
from lif.register import Entry, Register

AS_AT = date(2025, 3, 10)
RATING = {"likelihood": "3", "impact": "3"}
LEARNING = {
    "id": "learning-a",
    "title": "A",
    "on": "2025-02-01",
    "text": "A.",
    "sources": ["review-a"],
    "group": "g-a",
}
RISK = {
    "id": "risk-a",
    "title": "A",
    "cause": "A.",
    "event": "B.",
    "consequence": "C.",
    "group": "g-a",
    "owner": "r-a",
    "opened": "2025-02-01",
    "inherent": RATING,
    "residual": RATING,
    "target": RATING,
}


@pytest.mark.parametrize(
    ("record", "place", "said"),
    [
        (
            Incident.model_validate(
                {"id": "incident-a", "sort": "death", "group": "g-a", "aware": "0205-02-01"}
            ),
            ("aware",),
            "the year 205 is far off",
        ),
        (
            Review.model_validate(
                {
                    "id": "review-a",
                    "title": "A",
                    "sort": "peer-review",
                    "group": "g-a",
                    "milestones": [
                        {"step": "decision", "on": "2025-01-01"},
                        {"step": "started", "on": "2052-01-01"},
                    ],
                }
            ),
            ("milestones", 1, "on"),
            "the year 2052 is far off",
        ),
        (
            Learning.model_validate(
                LEARNING
                | {
                    "products": [
                        {
                            "id": "p-1",
                            "sort": "briefing",
                            "title": "A",
                            "reach": [{"agency": "a-a", "on": "1925-02-01"}],
                        }
                    ]
                }
            ),
            ("products", 0, "reach", 0, "on"),
            "the year 1925 is far off",
        ),
        (
            Risk.model_validate(RISK | {"review_due": "2036-01-01"}),
            ("review_due",),
            "the year 2036 is far off",
        ),
    ],
)
def test_a_far_day_is_found(record: Any, place: tuple[Any, ...], said: str) -> None:
    (found,) = day_far_off(Register.of([Entry(record, "a.yaml")]), AS_AT)
    assert (found.path, found.message) == (place, said)


@pytest.mark.parametrize("day", ["1980-01-01", "2035-12-31"])
def test_the_first_and_the_last_day_are_near_enough(day: str) -> None:
    record = Risk.model_validate(RISK | {"review_due": day})
    assert list(day_far_off(Register.of([Entry(record, "a.yaml")]), AS_AT)) == []
