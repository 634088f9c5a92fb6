"""What shows a promise that is no statement of practice: reviews held along a route, figures sent in time."""

from __future__ import annotations

import pytest
from tests.folders import Write
from tests.small_board import SMALL, indicator
from tests.views.coverage.small import covered, rows, told
from tests.views.coverage.test_gathering import REVIEW

ROUTES = {
    "framework/elements/element-reviews.yaml": """
        id: element-reviews
        name: Reviews
        review_routes:
          - id: below
            text: |
              Other cases are reviewed too.
            review_kind: Learning review
            sorts: [learning-review]
          - id: good
            text: |
              Good practice is looked for.
            review_kind: Good practice review
            sorts: [good-practice-review]
    """,
}


def test_a_review_shows_the_route_of_its_sort_and_no_other(workspace: Write) -> None:
    found = rows(covered(workspace, REVIEW | ROUTES))
    assert told(found["element-reviews/below"]) == [("review-1", "review", "2025-01-10", "for")]
    assert found["element-reviews/good"].state == "not-shown"


def returned(period: str, due: str, received: str = "") -> dict[str, str]:
    text = f"id: police-{period.lower()}\nagency: police\nperiod: {period}\ndue: {due}\n"
    text += f"received: {received}\n" if received else ""
    return {f"data/returns/police-{period.lower()}.yaml": text}


VISITS = {"framework/indicators/visits.yaml": indicator("visits")}
OWED = {
    "framework/expectations/expectation-figures.yaml": """
        id: expectation-figures
        title: Figures in time
        text: |
          Each agency sends its figures in time.
    """,
    "framework/return-schedules/returns-police.yaml": """
        id: returns-police
        agency: police
        every: quarter
        due_days_after: 42
        since: 2024-25-Q1
        measures: [visits/quarter]
        answers: [expectation-figures]
    """,
}


@pytest.mark.parametrize(
    ("received", "leaning"), [("2025-02-10", "for"), ("2025-02-12", "against"), ("", "against")]
)
def test_a_return_in_time_speaks_for_what_it_answers_and_a_late_one_against(
    workspace: Write, received: str, leaning: str
) -> None:
    files = OWED | returned("2024-25-Q3", "2025-02-11", received) | VISITS
    came = received or "2025-02-11"
    found = rows(covered(workspace, {**SMALL, **files}))["expectation-figures"]
    assert told(found) == [("police-2024-25-q3", "document", came, leaning)]


def test_a_return_that_is_not_due_yet_shows_nothing(workspace: Write) -> None:
    files = OWED | returned("2024-25-Q4", "2025-05-21") | VISITS
    assert rows(covered(workspace, {**SMALL, **files}))["expectation-figures"].state == "not-shown"
