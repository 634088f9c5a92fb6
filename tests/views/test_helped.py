"""Whether an action that was done has helped: by the look that was made, or the day that was set for it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.views.test_actions import action, register, step

from lif.measures.series import Figures
from lif.views.helped import helped_lines, helped_on

DONE = [step("in-progress", "2024-02-01"), step("reported-complete", "2024-06-20")]
NO_FIGURES = Figures(date(2025, 6, 30), "", {})


@pytest.mark.parametrize(
    ("impact", "day", "helped"),
    [
        (None, "2025-06-30", "no-day-set"),
        ({}, "2025-06-30", "no-day-set"),
        ({"due": "2025-01-31"}, "2025-01-30", "not-yet-due"),
        ({"due": "2025-01-31"}, "2025-01-31", "not-yet-due"),
        ({"due": "2025-01-31"}, "2025-02-01", "overdue"),
        ({"due": "2025-01-31", "checked_on": "2025-03-01", "result": "shown"}, "2025-02-28", "overdue"),
        ({"due": "2025-01-31", "checked_on": "2025-03-01", "result": "shown"}, "2025-03-01", "shown"),
        ({"checked_on": "2025-03-01", "result": "not-shown"}, "2025-03-01", "not-shown"),
        ({"checked_on": "2025-03-01", "result": "not-shown"}, "2025-02-28", "no-day-set"),
        ({"checked_on": "2025-03-01"}, "2025-03-01", "no-day-set"),  # a look without a result says nothing
        ({"checked_on": "2025-03-01", "result": "cannot-be-told"}, "2025-03-02", "cannot-be-told"),
    ],
)
def test_whether_it_helped_on_a_day(impact: dict[str, str] | None, day: str, helped: str) -> None:
    fields: dict[str, Any] = {} if impact is None else {"impact": impact}
    assert helped_on(action(steps=DONE, **fields), date.fromisoformat(day)) == helped


def test_only_what_was_done_is_asked_about() -> None:
    lines = helped_lines(
        register(
            action(id="act-open", steps=DONE[:1]),
            action(id="act-none"),
            action(id="act-done", steps=DONE),
            action(id="act-gone", steps=[step("not-accepted", "2024-02-01")]),
        ),
        NO_FIGURES,
        date(2025, 6, 30),
    )
    assert [(line.id, line.done_on, line.helped) for line in lines] == [
        ("act-done", date(2024, 6, 20), "no-day-set")
    ]


def test_the_least_known_comes_first_and_the_longest_overdue_before_the_rest() -> None:
    impacts = {
        "act-a": {"checked_on": "2025-01-01", "result": "shown"},
        "act-b": {"due": "2025-05-31"},
        "act-c": {"due": "2025-03-31"},
        "act-d": {"due": "2025-12-31"},
        "act-e": {"checked_on": "2025-01-01", "result": "not-shown"},
    }
    made = [action(id=id_, steps=DONE, impact=impact) for id_, impact in impacts.items()]
    lines = helped_lines(register(*made, action(id="act-f", steps=DONE)), NO_FIGURES, date(2025, 6, 30))
    assert [(line.id, line.days_overdue) for line in lines] == [
        ("act-f", 0),
        ("act-c", 91),
        ("act-b", 30),
        ("act-d", 0),
        ("act-e", 0),
        ("act-a", 0),
    ]


def test_it_is_narrowed_as_the_tracker_is() -> None:
    lines = helped_lines(register(action(steps=DONE)), NO_FIGURES, date(2025, 6, 30), group="other-group")
    assert lines == ()
