"""From one meeting of a group to the next: which meetings count on a day, and what holds without any."""

from __future__ import annotations

from datetime import date

import pytest
from tests.views.questions import made, of

from lif.records.meetings import Meeting
from lif.register import Register
from lif.views.between import between


def meeting(on: str, held: str = "", group: str = "neglect-group", **fields: object) -> Meeting:
    known = {"held": held} if held else {}
    found: Meeting = made(Meeting, f"{group}-{on}", group=group, on=on, **known, **fields)
    return found


@pytest.fixture
def register() -> Register:
    return of(
        meeting("2025-01-10", "true"),
        meeting("2025-02-10", "false"),
        meeting("2025-03-10"),
        meeting("2025-04-10"),
        meeting("2025-02-20", "true", "other-group"),
    )


@pytest.mark.parametrize(
    ("day", "since", "until"),
    [
        ("2025-02-09", "2025-01-10", "2025-03-10"),  # the one of 10 February is called off
        ("2025-03-09", "2025-01-10", "2025-03-10"),
        ("2025-03-10", "2025-01-10", "2025-04-10"),  # the day's own meeting takes the paper
        ("2025-03-11", "2025-01-10", "2025-04-10"),  # nobody has said yet that it was held
    ],
)
def test_from_the_last_that_was_held_to_the_next(
    register: Register, day: str, since: str, until: str
) -> None:
    found = between(register, "neglect-group", date.fromisoformat(day))
    assert (found.since, found.until) == (date.fromisoformat(since), date.fromisoformat(until))


def test_the_words_name_the_meetings(register: Register) -> None:
    found = between(register, "neglect-group", date(2025, 3, 1))
    assert found.since_words == "the meeting of 10 January 2025"
    assert found.until_words == "the meeting of 10 March 2025"


def test_without_meetings_it_is_a_quarter_each_way_and_says_so() -> None:
    found = between(of(), "neglect-group", date(2025, 7, 1))
    assert (found.since, found.until) == (date(2025, 4, 1), date(2025, 9, 30))
    assert found.since_words == "1 April 2025 (no earlier meeting is recorded)"
    assert found.until_words == "30 September 2025 (no meeting is planned)"


def test_a_meeting_taken_out_does_not_count() -> None:
    gone = {"on": "2025-02-01", "reason": "Entered twice."}
    found = between(of(meeting("2025-01-10", "true", retired=gone)), "neglect-group", date(2025, 3, 1))
    assert "no earlier meeting" in found.since_words
