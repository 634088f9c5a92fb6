"""Training: the arithmetic of places, the day on which waiting becomes too long, counts at the edge."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.checks.given import told

from lif.checks.evaluations import (
    evaluated_by_more_than_asked,
    evaluation_of_other_sessions,
    evaluation_without_numbers,
    more_asked_than_came,
    only_liked,
)
from lif.checks.sessions import (
    agency_twice_at_session,
    called_off_and_held,
    called_off_half_recorded,
    more_than_booked,
    more_than_places,
    places_unaccounted,
    session_of_ended_course,
    session_without_places,
)
from lif.checks.training import (
    content_review_overdue,
    counted_twice,
    more_in_date_than_required,
    more_professions_than_came,
    need_that_nothing_meets,
    next_count_overdue,
    plan_not_approved,
)
from lif.records.governance import Agency
from lif.records.training import Course, TrainingCurrency, TrainingPlan, TrainingSession

FULL = {"agency": "council", "booked": "8", "attended": "6", "no_shows": "1", "cancelled": "1"}


def a_session(*places: dict[str, Any], **fields: Any) -> TrainingSession:
    base = {"id": "ses", "course": "crs", "on": "2025-02-10", "capacity": "16", "places": places}
    return TrainingSession.model_validate(base | fields)


def a_course(*evaluations: dict[str, Any], **fields: Any) -> Course:
    given = [
        {"id": f"e-{i}", "on": "2024-12-03", "question": "A?"} | one for i, one in enumerate(evaluations)
    ]
    base = {"id": "crs", "title": "A", "sort": "multi-agency", "group": "g-a", "evaluations": given}
    return Course.model_validate(base | fields)


@pytest.mark.parametrize(
    ("attended", "walk_ins", "more", "fewer"),
    [("6", "0", False, False), ("7", "0", True, False), ("5", "0", False, True), ("6", "9", False, False)],
)
def test_of_eight_booked_six_came_one_did_not_and_one_cancelled(
    attended: str, walk_ins: str, more: bool, fewer: bool
) -> None:
    one = a_session(FULL | {"attended": attended, "walk_ins": walk_ins})
    place = ["ses.places.0.booked"]
    assert told(more_than_booked, one) == (place if more else [])
    assert told(places_unaccounted, one) == (place if fewer else [])


@pytest.mark.parametrize(
    ("on", "fields", "asked"),
    [
        (date(2025, 2, 23), {}, False),
        (date(2025, 2, 24), {}, True),
        (date(2025, 2, 24), {"cancelled_on": "2025-02-03"}, False),
        (date(2025, 2, 24), {"retired": {"on": "2025-02-24", "reason": "A."}}, False),
        (date(2024, 12, 1), {}, False),
    ],
)
def test_booked_places_are_accounted_for_after_two_weeks(
    on: date, fields: dict[str, Any], asked: bool
) -> None:
    """The session was on 10 February 2025."""
    one = a_session(FULL | {"no_shows": "0"}, **fields)
    assert told(places_unaccounted, one, on=on) == (["ses.places.0.booked"] if asked else [])


def test_an_agency_has_one_entry_at_a_session() -> None:
    assert told(agency_twice_at_session, a_session(FULL, FULL | {"agency": "police"})) == []
    assert told(agency_twice_at_session, a_session(FULL, FULL)) == ["ses.places.1.agency"]
    one, other = {"agency": "council", "number": "1"}, {"agency": "police", "number": "2"}
    assert told(agency_twice_at_session, a_session(FULL, trainers=[one, other])) == []
    assert told(agency_twice_at_session, a_session(trainers=[one, other, one])) == ["ses.trainers.2.agency"]


@pytest.mark.parametrize(("walk_ins", "over"), [("4", False), ("5", True)])
def test_a_room_of_sixteen_is_full_with_twelve_booked_and_four_walk_ins(walk_ins: str, over: bool) -> None:
    one = a_session(FULL, FULL | {"agency": "police", "walk_ins": walk_ins})
    assert told(more_than_places, one) == (["ses.capacity"] if over else [])
    assert told(more_than_places, one, on=date(2025, 2, 9)) == []


@pytest.mark.parametrize(("midwives", "over"), [("3", False), ("4", True)])
def test_professional_groups_are_some_of_the_seven_who_came(midwives: str, over: bool) -> None:
    groups = [{"name": "Health visitors", "came": "4"}, {"name": "Midwives", "came": midwives}]
    one = a_session(FULL | {"walk_ins": "1", "professions": groups})
    assert told(more_professions_than_came, one) == (["ses.places.0.professions"] if over else [])


@pytest.mark.parametrize(
    ("on", "cancelled_on", "asked"),
    [
        (date(2025, 3, 9), None, False),
        (date(2025, 3, 10), None, True),
        (date(2025, 3, 10), "2025-02-03", False),
        (date(2025, 3, 10), "2025-03-11", True),
    ],
)
def test_places_are_entered_within_four_weeks(on: date, cancelled_on: str | None, asked: bool) -> None:
    one = a_session(cancelled_on=cancelled_on)
    assert told(session_without_places, one, on=on) == (["ses.on"] if asked else [])


def test_a_session_that_was_called_off_says_why_and_nobody_came() -> None:
    place = ["ses.cancelled_on"]
    assert told(called_off_half_recorded, a_session(cancelled_on="2025-02-03")) == place
    assert told(called_off_half_recorded, a_session(cancelled_on="2025-02-03", cancelled_reason="A.")) == []
    assert told(called_off_half_recorded, a_session(cancelled_reason="A.")) == ["ses.cancelled_reason"]
    assert told(called_off_half_recorded, a_session()) == []
    nobody = FULL | {"attended": "0"}
    walked_in = nobody | {"walk_ins": "1"}
    assert told(called_off_and_held, a_session(FULL, cancelled_on="2025-02-03")) == place
    assert told(called_off_and_held, a_session(nobody, cancelled_on="2025-02-03")) == []
    assert told(called_off_and_held, a_session(walked_in, cancelled_on="2025-02-03")) == place
    assert told(called_off_and_held, a_session(FULL)) == []


@pytest.mark.parametrize(
    ("since", "until", "outside"),
    [
        ("2025-02-10", "2025-02-10", False),
        ("2025-02-11", None, True),
        (None, "2025-02-09", True),
        (None, None, False),
        (None, "2025-03-11", False),
    ],
)
def test_a_session_is_within_the_days_of_its_course(
    since: str | None, until: str | None, outside: bool
) -> None:
    course = a_course(since=since, until=until)
    assert told(session_of_ended_course, a_session(), course) == (["ses.on"] if outside else [])
    assert told(session_of_ended_course, a_session(cancelled_on="2025-02-03"), course) == []


@pytest.mark.parametrize(
    ("asked", "answered", "positive", "places"),
    [
        ("77", "77", "77", []),
        ("76", "77", "1", ["answered"]),
        ("80", "77", "78", ["positive"]),
        ("70", None, "71", ["positive"]),
        (None, None, "71", []),
        (None, "70", None, []),
    ],
)
def test_counts_of_an_evaluation_may_be_equal(
    asked: str | None, answered: str | None, positive: str | None, places: list[str]
) -> None:
    one = {"level": "reaction", "asked": asked, "answered": answered, "positive": positive}
    found = told(evaluated_by_more_than_asked, a_course(one))
    assert found == [f"crs.evaluations.0.{place}" for place in places]


def test_no_more_answer_with_a_manager_than_answer() -> None:
    one = {"level": "behaviour", "asked": "57", "answered": "19", "with_manager": "20"}
    assert told(evaluated_by_more_than_asked, a_course(one)) == ["crs.evaluations.0.with_manager"]
    assert told(evaluated_by_more_than_asked, a_course(one | {"with_manager": "19"})) == []


@pytest.mark.parametrize(
    ("evaluation", "asked"),
    [
        ({"level": "reaction"}, False),
        ({"level": "learning"}, True),
        ({"level": "behaviour", "asked": "57"}, True),
        ({"level": "behaviour", "asked": "57", "answered": "0"}, False),
        ({"level": "results"}, True),
        ({"level": "results", "shown_by": ["ind-a"]}, False),
        ({"level": "behaviour", "shown_by": ["ind-a"]}, True),
        ({"level": "learning", "on": "2025-03-11"}, False),
    ],
)
def test_what_is_more_than_liking_has_numbers(evaluation: dict[str, Any], asked: bool) -> None:
    found = told(evaluation_without_numbers, a_course(evaluation))
    assert found == (["crs.evaluations.0.level"] if asked else [])


@pytest.mark.parametrize(
    ("since", "until", "evaluation", "asked"),
    [
        ("2024-03-10", None, None, True),
        ("2024-03-11", None, None, False),
        (None, None, None, False),
        ("2020-02-29", None, {"level": "reaction"}, True),
        ("2020-02-29", None, {"level": "learning"}, False),
        ("2020-02-29", None, {"level": "learning", "on": "2025-03-11"}, True),
        ("2020-02-29", "2025-03-10", None, False),
        ("2020-02-29", "2025-03-11", None, True),
    ],
)
def test_after_a_year_a_course_is_more_than_liked(
    since: str | None, until: str | None, evaluation: dict[str, Any] | None, asked: bool
) -> None:
    course = a_course(*([evaluation] if evaluation else []), since=since, until=until)
    assert told(only_liked, course) == (["crs.since"] if asked else [])


def a_count(id_: str, on: str, **fields: Any) -> TrainingCurrency:
    base = {"id": id_, "agency": "council", "on": on, "level": "Level 3", "required": "198", "in_date": "161"}
    return TrainingCurrency.model_validate(base | fields)


def test_as_many_may_be_in_date_as_need_it() -> None:
    assert told(more_in_date_than_required, a_count("cur-a", "2024-12-31", in_date="198")) == []
    more = a_count("cur-a", "2024-12-31", in_date="199")
    assert told(more_in_date_than_required, more) == ["cur-a.in_date"]


@pytest.mark.parametrize(
    ("later", "fields", "late"),
    [
        (None, {}, True),
        ("2025-03-05", {}, False),
        ("2025-03-11", {}, True),
        ("2025-03-05", {"level": "level 3"}, False),
        ("2025-03-05", {"level": "Level 2"}, True),
        ("2025-03-05", {"agency": "police"}, True),
        ("2025-03-05", {"agency": "ccg"}, False),
    ],
)
def test_a_later_count_of_the_same_staff_is_the_next_one(
    later: str | None, fields: dict[str, Any], late: bool
) -> None:
    ccg = Agency.model_validate({"id": "ccg", "name": "C", "sector": "health", "successor": "council"})
    first = a_count("cur-a", "2024-03-31", next_due="2025-02-28")
    second = [a_count("cur-b", later, **fields)] if later else []
    found = told(next_count_overdue, first, *second, ccg)
    assert found == (["cur-a.next_due"] if late else [])


def test_a_count_that_could_not_be_read_may_be_the_next_one() -> None:
    first = a_count("cur-a", "2024-03-31", next_due="2025-02-28")
    assert told(next_count_overdue, first, unreadable="training-currency") == []
    assert told(next_count_overdue, first, unreadable="course") == ["cur-a.next_due"]


@pytest.mark.parametrize(("due", "late"), [("2025-03-10", False), ("2025-03-09", True), (None, False)])
def test_the_day_a_count_is_due_is_not_late_yet(due: str | None, late: bool) -> None:
    found = told(next_count_overdue, a_count("cur-a", "2024-03-31", next_due=due))
    assert found == (["cur-a.next_due"] if late else [])


@pytest.mark.parametrize(
    ("on", "months", "late"),
    [
        ("2022-03-10", "36", False),
        ("2022-03-09", "36", True),
        ("2022-04-01", "36", False),
        ("2022-02-28", "36", True),
        ("2024-12-31", "2", True),
        ("2025-01-31", "1", True),
        ("2025-02-28", "1", False),
        ("2020-01-01", "0", False),
        ("2020-01-01", "999999999", False),
    ],
)
def test_a_count_holds_for_as_long_as_the_training_where_no_other_day_was_agreed(
    on: str, months: str, late: bool
) -> None:
    """On 10 March 2025; two months after 31 December is 28 February."""
    one = a_count("cur-a", on, every_months=months)
    assert told(next_count_overdue, one) == (["cur-a.on"] if late else [])
    assert told(next_count_overdue, a_count("cur-a", on, every_months=months, next_due="2025-03-10")) == []
    assert told(next_count_overdue, one, a_count("cur-b", "2025-03-10")) == []


def test_the_staff_of_an_agency_are_counted_once_on_one_day() -> None:
    one, again = a_count("cur-a", "2024-12-31"), a_count("cur-b", "2024-12-31", level="level 3")
    assert told(counted_twice, one, again) == ["cur-b.on"]
    assert told(counted_twice, one, a_count("cur-b", "2024-12-30")) == []
    assert told(counted_twice, one, a_count("cur-b", "2024-12-31", level="Level 2")) == []
    assert told(counted_twice, one, a_count("cur-b", "2024-12-31", agency="police")) == []
    gone = {"retired": {"on": "2025-01-31", "reason": "A."}}
    assert told(counted_twice, one, a_count("cur-b", "2024-12-31", **gone)) == []


@pytest.mark.parametrize(
    ("approved_on", "on", "late"),
    [
        (None, date(2024, 7, 1), False),
        (None, date(2024, 7, 2), True),
        (None, date(2025, 3, 31), True),
        (None, date(2025, 4, 1), False),
        ("2024-07-02", date(2024, 7, 2), False),
        ("2024-07-03", date(2024, 7, 2), True),
    ],
)
def test_a_plan_is_approved_within_a_quarter_of_its_year(
    approved_on: str | None, on: date, late: bool
) -> None:
    """1 April 2024, 92 days later is 2 July."""
    assert told(plan_not_approved, a_plan("pl-a", approved_on), on=on) == (["pl-a.period"] if late else [])


@pytest.mark.parametrize(
    ("due", "until", "late"),
    [
        ("2025-03-10", None, False),
        ("2025-03-09", None, True),
        ("2025-03-09", "2025-03-10", False),
        (None, None, False),
    ],
)
def test_a_course_that_is_given_is_looked_at_again(due: str | None, until: str | None, late: bool) -> None:
    found = told(content_review_overdue, a_course(review_due=due, until=until))
    assert found == (["crs.review_due"] if late else [])


def a_plan(id_: str, approved_on: str | None, *needs: dict[str, Any], **fields: Any) -> TrainingPlan:
    base = {"id": id_, "title": "A", "period": "2024-25", "group": "g-a", "approved_on": approved_on}
    return TrainingPlan.model_validate(base | {"review_due": "2025-01-31", "needs": needs} | fields)


def test_a_plan_is_followed_by_the_next_one_of_its_group_once_that_is_approved() -> None:
    first, second = a_plan("pl-a", "2024-05-14"), a_plan("pl-b", "2025-03-10", review_due="2026-05-14")
    assert told(content_review_overdue, first) == ["pl-a.review_due"]
    assert told(content_review_overdue, first, second) == []
    assert told(content_review_overdue, first, second, on=date(2025, 3, 9)) == ["pl-a.review_due"]
    other = a_plan("pl-b", "2025-03-10", review_due="2026-05-14", group="g-b")
    assert told(content_review_overdue, first, other) == ["pl-a.review_due"]
    assert told(content_review_overdue, a_plan("pl-a", None)) == ["pl-a.review_due"]


def test_a_need_has_a_course_or_a_gap() -> None:
    need = {"id": "n-a", "text": "A."}
    assert told(need_that_nothing_meets, a_plan("pl-a", None, need)) == ["pl-a.needs.0.text"]
    assert told(need_that_nothing_meets, a_plan("pl-a", None, need | {"courses": ["crs"]})) == []
    assert told(need_that_nothing_meets, a_plan("pl-a", None, need | {"gap": "A."})) == []
    assert told(need_that_nothing_meets, a_plan("pl-a", "2025-03-11", need)) == []


@pytest.mark.parametrize(
    ("day", "course", "wrong"),
    [("2025-02-10", "crs", False), ("2025-02-09", "crs", True), ("2025-02-10", "crs-b", True)],
)
def test_an_evaluation_is_about_sessions_of_its_course_that_were_held(
    day: str, course: str, wrong: bool
) -> None:
    one = a_course({"level": "reaction", "on": day, "sessions": ["ses"]})
    found = told(evaluation_of_other_sessions, one, a_session(course=course))
    assert found == (["crs.evaluations.0.sessions.0"] if wrong else [])
    assert told(evaluation_of_other_sessions, one) == []


@pytest.mark.parametrize(
    ("asked", "sessions", "more"),
    [
        ("7", ["ses"], False),
        ("8", ["ses"], True),
        ("8", ["ses", "ses-empty"], False),
        ("8", ["ses", "ses-nowhere"], False),
        ("8", [], False),
        (None, ["ses"], False),
    ],
)
def test_those_are_asked_who_came_with_or_without_a_booking(
    asked: str | None, sessions: list[str], more: bool
) -> None:
    """Six of the booked came, and one without a booking."""
    one = a_course({"level": "reaction", "on": "2025-03-10", "asked": asked, "sessions": sessions})
    records = (one, a_session(FULL | {"walk_ins": "1"}), a_session(id="ses-empty"))
    assert told(more_asked_than_came, *records) == (["crs.evaluations.0.asked"] if more else [])
    assert told(more_asked_than_came, *records, on=date(2025, 3, 9)) == []
