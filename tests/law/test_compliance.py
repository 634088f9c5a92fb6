"""The eight states: kept, late, missed, coming, extended beside the first date, and what cannot be known."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.law import DONE, STATES, State, Verdict, dated, due, judged
from lif.records.law import Duty, Extension
from lif.register import Register

EMPTY = Register.of(())


def duty(number: int = 30, unit: str = "calendar-days", **fields: Any) -> Duty:
    plain = {
        "id": "duty-d",
        "title": "A duty",
        "text": "Do it.",
        "owner": "The council",
        "trigger": "Something happens",
        "limit": {"number": str(number), "unit": unit},
        "force": "statutory-guidance",
        "source": "A text",
    }
    return Duty.model_validate(plain | fields)


def extension(on: str, to: str, *told: str) -> Extension:
    return Extension.model_validate(
        {"duty": "duty-d", "on": on, "to": to, "reason": "A trial.", "told": list(told)}
    )


def verdict(
    as_at: str, done: str | None = None, *extensions: Extension, of: Duty | None = None, unless: str = ""
) -> Verdict:
    """Of a duty of thirty days from 1 March 2025: due on 31 March."""
    found = due(EMPTY, of or duty(), date(2025, 3, 1))
    kept = date.fromisoformat(done) if done else None
    return judged(found, kept, date.fromisoformat(as_at), extensions, unless)


@pytest.mark.parametrize(
    ("as_at", "done", "state", "days"),
    [
        ("2025-06-01", "2025-03-31", "met", 0),
        ("2025-06-01", "2025-03-20", "met", 11),
        ("2025-06-01", "2025-04-01", "met-late", -1),
        ("2025-04-01", None, "breached", -1),
        ("2025-03-31", None, "due-soon", 0),
        ("2025-03-17", None, "due-soon", 14),
        ("2025-03-16", None, "not-yet-due", 15),
    ],
)
def test_by_the_date_alone(as_at: str, done: str | None, state: State, days: int) -> None:
    found = verdict(as_at, done)
    assert (found.state, found.days, found.due, found.first_due) == (state, days, date(2025, 3, 31), None)


@pytest.mark.parametrize(
    ("as_at", "done", "state", "days"),
    [
        ("2025-03-20", None, "extended", 72),
        ("2025-05-31", None, "extended", 0),
        ("2025-06-01", None, "breached", -1),
        ("2025-07-01", "2025-03-31", "met", 0),
        ("2025-07-01", "2025-05-31", "met-late", -61),
        ("2025-07-01", "2025-06-02", "met-late", -63),
    ],
)
def test_an_extension_never_hides_the_first_date(
    as_at: str, done: str | None, state: State, days: int
) -> None:
    found = verdict(as_at, done, extension("2025-03-20", "2025-05-31", "The national panel"))
    assert (found.state, found.days) == (state, days)
    assert (found.due, found.first_due) == (date(2025, 5, 31), date(2025, 3, 31))
    assert "extended on 2025-03-20 to 2025-05-31, The national panel told" in found.note


def test_an_extension_counts_from_the_day_it_was_made() -> None:
    found = verdict("2025-03-10", None, extension("2025-03-20", "2025-05-31", "The national panel"))
    assert (found.state, found.due, found.first_due) == ("not-yet-due", date(2025, 3, 31), None)


def test_an_extension_that_tells_nobody_says_so() -> None:
    assert "nobody named as told" in verdict("2025-04-20", None, extension("2025-03-20", "2025-05-31")).note


def test_an_extension_to_an_earlier_day_moves_nothing() -> None:
    found = verdict("2025-03-30", None, extension("2025-03-20", "2025-03-25"))
    assert (found.state, found.due, found.first_due) == ("due-soon", date(2025, 3, 31), None)


def test_a_relaxed_limit_is_never_breached() -> None:
    eased = duty(easements=[{"since": "2025-02-01", "text": "Relaxed.", "source": "A letter"}])
    missed, late = verdict("2025-08-01", of=eased), verdict("2025-08-01", "2025-07-01", of=eased)
    assert (missed.state, missed.due, missed.days) == ("unknown", date(2025, 3, 31), None)
    assert missed.note == "the limit was relaxed then: later is not a breach"
    assert (late.state, late.note) == ("met-late", "the limit was relaxed then: later is not a breach")
    assert verdict("2025-03-20", of=eased).state == "due-soon"
    left = duty(easements=[{"since": "2025-02-01", "relaxes": "false", "text": "Not this.", "source": "A"}])
    assert verdict("2025-08-01", of=left).state == "breached"


def test_what_is_not_owed_is_not_applicable() -> None:
    found = verdict("2025-08-01", unless="the criteria were not met")
    assert (found.state, found.days, found.note) == ("not-applicable", None, "the criteria were not met")
    assert verdict("2025-08-01", of=duty(until="2025-02-28")).state == "not-applicable"


FRIDAY = datetime(2025, 3, 7, 17, 0)


@pytest.mark.parametrize(
    ("start", "done", "state"),
    [
        (FRIDAY, datetime(2025, 3, 10, 17, 0), "met"),
        (FRIDAY, datetime(2025, 3, 10, 17, 1), "met-late"),
        (FRIDAY, date(2025, 3, 8), "unknown"),
        (FRIDAY, date(2025, 3, 10), "unknown"),
        (FRIDAY.date(), date(2025, 3, 7), "unknown"),
        (FRIDAY.date(), datetime(2025, 3, 8, 9, 0), "unknown"),
        (FRIDAY.date(), date(2025, 3, 10), "unknown"),
        (FRIDAY.date(), date(2025, 3, 11), "met-late"),
    ],
)
def test_hours_are_met_by_times_of_day_and_never_by_dates(
    start: date | datetime, done: date | datetime, state: State
) -> None:
    found = judged(due(EMPTY, duty(72, "hours"), start), done, date(2025, 4, 1))
    assert found.state == state
    assert ("time of day" in found.note) is (state == "unknown")


def test_what_cannot_be_counted_is_unknown_with_the_reason() -> None:
    found = judged(due(EMPTY, duty(5, "working-days"), date(2025, 3, 3)), None, date(2025, 4, 1))
    assert (found.state, found.due) == ("unknown", None)
    assert "bank holidays" in found.note


DAYS = st.dates(date(2020, 1, 1), date(2027, 12, 31))


@given(DAYS, st.none() | DAYS, DAYS, st.none() | DAYS)
def test_states_agree_with_the_dates(
    due_on: date, done: date | None, as_at: date, first: date | None
) -> None:
    found = dated(due_on, done, as_at, first)
    assert found.state in STATES
    assert (found.due, found.first_due) == (due_on, first)
    assert (found.state in DONE) is (done is not None)
    assert found.days is not None
    assert (found.days < 0) is (found.state in ("breached", "met-late"))
