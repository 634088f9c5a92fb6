"""What people said: when silence about it becomes too long, and which counts cannot be."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.checks.given import ACTION, told

from lif.checks.complaints import (
    complaints_counted_twice,
    more_than_complaints,
    nothing_learned_from_complaints,
    theme_twice,
)
from lif.checks.voice import (
    done_and_not_changed,
    done_half_recorded,
    heard_more_than_asked,
    nobody_told_back,
    nothing_was_done,
    practitioners_can_be_known,
)
from lif.records.actions import Action
from lif.records.voice import ComplaintsAndCompliments, PractitionerIntelligence, Voice


def heard(**fields: Any) -> Voice:
    """Heard on 8 December 2024, 92 days before 10 March 2025."""
    base = {"id": "voi", "title": "A", "on": "2024-12-08", "from_whom": "children", "method": "survey"}
    return Voice.model_validate(base | {"text": "A.", "direction": "poor"} | fields)


def practitioners(**fields: Any) -> PractitionerIntelligence:
    base = {"id": "pra", "title": "A", "on": "2024-12-08", "method": "focus-group", "text": "A."}
    return PractitionerIntelligence.model_validate(base | fields)


@pytest.mark.parametrize(
    ("asked", "number", "more"),
    [("12", "12", False), ("12", "13", True), (None, "13", False), ("12", None, False), ("0", "0", False)],
)
def test_no_more_are_heard_than_asked(asked: str | None, number: str | None, more: bool) -> None:
    voice, staff = heard(asked=asked, heard=number), practitioners(asked=asked, heard=number)
    assert told(heard_more_than_asked, voice, staff) == (["voi.heard", "pra.heard"] if more else [])


@pytest.mark.parametrize(
    ("fields", "on", "silent"),
    [
        ({}, date(2025, 3, 9), False),
        ({}, date(2025, 3, 10), True),
        ({"direction": None}, date(2025, 3, 10), True),
        ({"direction": "mixed"}, date(2025, 3, 10), True),
        ({"direction": "good"}, date(2025, 3, 10), False),
        ({"done": "A.", "done_on": "2025-03-10"}, date(2025, 3, 10), False),
        ({"done": "A.", "done_on": "2025-03-11"}, date(2025, 3, 10), True),
        ({"done": "A."}, date(2025, 3, 10), False),
        ({"no_change_reason": "A."}, date(2025, 3, 10), False),
        ({"retired": {"on": "2025-03-10", "reason": "A."}}, date(2025, 3, 10), False),
    ],
)
def test_a_quarter_is_time_to_do_something_or_say_why_not(
    fields: dict[str, Any], on: date, silent: bool
) -> None:
    assert told(nothing_was_done, heard(**fields), on=on) == (["voi.on"] if silent else [])


def test_practitioners_wait_for_an_answer_as_well() -> None:
    assert told(nothing_was_done, practitioners()) == ["pra.on"]
    assert told(nothing_was_done, practitioners(no_change_reason="A.")) == []


def test_what_was_done_and_why_nothing_was_changed_are_not_both_said() -> None:
    both = {"done": "A.", "done_on": "2025-01-20", "no_change_reason": "B."}
    places = ["voi.no_change_reason", "pra.no_change_reason"]
    assert told(done_and_not_changed, heard(**both), practitioners(**both)) == places
    assert told(done_and_not_changed, heard(no_change_reason="B."), practitioners(done="A.")) == []


def test_an_action_may_be_named_or_name_what_was_heard_from_the_day_it_was_agreed() -> None:
    agreed = Action.model_validate(ACTION | {"source": "x-y", "agreed_on": "2025-03-10"})
    later = Action.model_validate(ACTION | {"source": "voi", "agreed_on": "2025-03-11"})
    source = Action.model_validate(ACTION | {"source": "voi", "agreed_on": "2025-03-10"})
    assert told(nothing_was_done, heard(actions=["act-a"]), agreed) == []
    assert told(nothing_was_done, heard(actions=["act-a"]), later) == ["voi.on"]
    assert told(nothing_was_done, heard(), source) == []
    assert told(nothing_was_done, heard(), agreed) == ["voi.on"]
    assert told(nothing_was_done, heard(actions=["act-a"]), unreadable="action") == []


@pytest.mark.parametrize(
    ("done_on", "told_back_on", "silent"),
    [
        ("2024-12-08", None, True),
        ("2024-12-09", None, False),
        ("2024-12-08", "2025-03-10", False),
        ("2024-12-08", "2025-03-11", True),
        ("2024-12-08", "2024-12-08", False),
        ("2024-12-08", "2024-12-07", True),
        (None, None, False),
    ],
)
def test_those_who_spoke_are_told_within_a_quarter(
    done_on: str | None, told_back_on: str | None, silent: bool
) -> None:
    fields = {"on": "2024-11-01", "done": "A.", "done_on": done_on, "told_back_on": told_back_on}
    found = told(nobody_told_back, heard(**fields), practitioners(**fields))
    assert found == (["voi.done_on", "pra.done_on"] if silent else [])


def test_what_was_done_has_a_day_and_the_day_says_what() -> None:
    assert told(done_half_recorded, heard(done="A.", done_on="2025-01-20"), practitioners()) == []
    assert told(done_half_recorded, heard(done="A.")) == ["voi.done"]
    assert told(done_half_recorded, practitioners(done_on="2025-01-20")) == ["pra.done_on"]


def counts(**fields: Any) -> ComplaintsAndCompliments:
    base = {"id": "com", "agency": "council", "period": "2024-25", "complaints": "17", "compliments": "9"}
    return ComplaintsAndCompliments.model_validate(base | fields)


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        ({"upheld": "17", "answered_in_time": "17"}, []),
        ({"upheld": "18"}, ["upheld"]),
        ({"answered_in_time": "18"}, ["answered_in_time"]),
        ({"complaints": "0", "upheld": "0"}, []),
        ({"by_theme": [{"theme": "t-a", "complaints": "17", "compliments": "9"}]}, []),
        ({"by_theme": [{"theme": "t-a", "complaints": "18"}]}, ["by_theme.0.complaints"]),
        ({"by_theme": [{"theme": "t-a", "compliments": "10"}]}, ["by_theme.0.compliments"]),
        ({"by_theme": [{"theme": t, "complaints": "12"} for t in ("t-a", "t-b")]}, []),
    ],
)
def test_parts_of_complaints_are_no_more_than_all_and_one_may_touch_two_themes(
    fields: dict[str, Any], places: list[str]
) -> None:
    assert told(more_than_complaints, counts(**fields)) == [f"com.{place}" for place in places]


def test_a_theme_has_one_entry() -> None:
    line = {"theme": "t-a", "complaints": "2"}
    assert told(theme_twice, counts(by_theme=[line, line | {"theme": "t-b"}])) == []
    assert told(theme_twice, counts(by_theme=[line, line])) == ["com.by_theme.1.theme"]


@pytest.mark.parametrize(
    ("number", "agencies", "known"),
    [
        ("4", ["council"], True),
        ("5", ["council"], False),
        ("4", [], False),
        (None, ["council"], False),
        ("0", ["council"], False),
        ("1", ["council"], True),
    ],
)
def test_of_fewer_than_five_the_agency_is_not_named(
    number: str | None, agencies: list[str], known: bool
) -> None:
    found = told(practitioners_can_be_known, practitioners(heard=number, agencies=agencies))
    assert found == (["pra.agencies"] if known else [])


@pytest.mark.parametrize(
    ("periods", "twice"),
    [
        (["2024-25-Q1", "2024-25-Q2", "2024-25-Q4"], []),
        (["2024-25-Q1", "2024-25-Q1"], ["com-1.period"]),
        (["2024-25", "2024-25-Q1", "2024-25-Q3", "2025-26-Q1"], ["com-1.period", "com-2.period"]),
        (["2023", "2023-24"], ["com-1.period"]),
    ],
)
def test_complaints_of_one_day_are_counted_in_one_record(periods: list[str], twice: list[str]) -> None:
    each = [counts(id=f"com-{i}", period=period) for i, period in enumerate(periods)]
    assert told(complaints_counted_twice, *each) == twice
    apart = [counts(id=f"com-{i}", period=p, agency=f"a-{i}") for i, p in enumerate(periods)]
    assert told(complaints_counted_twice, *apart) == []


def test_a_record_of_complaints_that_was_retired_counts_nothing_twice() -> None:
    gone = counts(id="com-b", period="2024-25-Q1", retired={"on": "2025-03-10", "reason": "A."})
    assert told(complaints_counted_twice, counts(), gone) == []
    assert told(complaints_counted_twice, counts(), gone, on=date(2025, 3, 9)) == ["com-b.period"]


@pytest.mark.parametrize(
    ("fields", "on", "asked"),
    [
        ({"upheld": "6", "received": "2025-03-10"}, date(2025, 3, 9), False),
        ({"upheld": "6", "received": "2025-03-10"}, date(2025, 3, 10), True),
        ({"upheld": "6"}, date(2025, 3, 30), False),
        ({"upheld": "6"}, date(2025, 3, 31), True),
        ({"upheld": "6", "text": "A."}, date(2025, 3, 31), False),
        ({"upheld": "0"}, date(2025, 3, 31), False),
        ({}, date(2025, 3, 31), False),
    ],
)
def test_what_was_upheld_teaches_something(fields: dict[str, Any], on: date, asked: bool) -> None:
    """The year 2024-25 ended on 31 March 2025."""
    assert told(nothing_learned_from_complaints, counts(**fields), on=on) == (["com.upheld"] if asked else [])


def test_an_action_of_complaints_counts_from_the_day_it_was_agreed() -> None:
    upheld = {"upheld": "6", "received": "2025-02-10"}
    agreed = Action.model_validate(ACTION | {"source": "com", "agreed_on": "2025-03-10"})
    later = Action.model_validate(ACTION | {"source": "com", "agreed_on": "2025-03-11"})
    assert told(nothing_learned_from_complaints, counts(**upheld), agreed) == []
    assert told(nothing_learned_from_complaints, counts(**upheld), later) == ["com.upheld"]
    named = counts(**upheld, actions=["act-a"])
    assert told(nothing_learned_from_complaints, named, later) == ["com.upheld"]
