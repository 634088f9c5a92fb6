"""Due dates worked by hand: working days both ways, months that clamp, hours by the clock, and refusals."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.law import applies, counted, due, edition_on, working_days
from lif.records.law import Duty, Limit
from lif.register import Register
from lif.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def england() -> Register:
    return Workspace.load(ROOT, date(2025, 12, 10), checks=()).register


def duty(register: Register, short: str) -> Duty:
    return register.record(Duty, f"duty-{short}")


def limit(number: int, unit: str, direction: str = "after") -> Limit:
    return Limit.model_validate({"number": str(number), "unit": unit, "direction": direction})


@pytest.mark.parametrize(
    ("short", "trigger", "on"),
    [
        # Wednesday 17 April 2019; 19 and 22 April are Easter, 6 May is a bank holiday
        ("serious-incident-notification", date(2019, 4, 17), date(2019, 4, 26)),
        ("rapid-review", date(2019, 4, 17), date(2019, 5, 13)),
        # Monday 22 December 2025; 25 and 26 December and 1 January are bank holidays
        ("serious-incident-notification", date(2025, 12, 22), date(2025, 12, 31)),
        ("rapid-review", date(2025, 12, 22), date(2026, 1, 15)),
        # back from Tuesday 30 April 2019 over Easter
        ("practice-review-copies", date(2019, 4, 30), date(2019, 4, 17)),
        # a trigger on Saturday 1 March 2025: day 1 is Monday 3 March
        ("serious-incident-notification", date(2025, 3, 1), date(2025, 3, 7)),
        # a trigger on Good Friday 18 April 2025: day 1 is Tuesday 22 April
        ("serious-incident-notification", date(2025, 4, 18), date(2025, 4, 28)),
        # 8 May 2020 was the bank holiday, and Monday 4 May was not
        ("serious-incident-notification", date(2020, 4, 30), date(2020, 5, 7)),
        ("serious-incident-notification", date(2020, 5, 4), date(2020, 5, 12)),
        # 30 May 2022 counts; 2 and 3 June do not
        ("serious-incident-notification", date(2022, 5, 27), date(2022, 6, 7)),
        # 19 September 2022, the state funeral
        ("serious-incident-notification", date(2022, 9, 16), date(2022, 9, 26)),
        # 1 and 8 May 2023
        ("serious-incident-notification", date(2023, 4, 28), date(2023, 5, 9)),
        ("practice-review-complete", date(2023, 8, 31), date(2024, 2, 29)),
        ("practice-review-complete", date(2024, 8, 31), date(2025, 2, 28)),
        ("yearly-report-by-september", date(2025, 3, 31), date(2025, 9, 30)),
        ("yearly-report-copies", date(2025, 9, 26), date(2025, 10, 3)),
        ("private-fostering-notice", date(2025, 5, 12), date(2025, 3, 31)),
        ("nel-section-11-audit", date(2024, 2, 29), date(2026, 2, 28)),
    ],
)
def test_worked_by_hand(england: Register, short: str, trigger: date, on: date) -> None:
    found = due(england, duty(england, short), trigger)
    assert (found.on, found.why, found.applies) == (on, "", True)
    assert (found.days[0].day, found.days[-1].day) == (trigger, on)


def test_each_day_is_counted_or_passed_over_with_its_reason(england: Register) -> None:
    found = due(england, duty(england, "serious-incident-notification"), date(2022, 5, 27))
    assert [str(day) for day in found.days] == [
        "Friday 27 May 2022: day 0, not counted",
        "Saturday 28 May 2022: not counted, Saturday",
        "Sunday 29 May 2022: not counted, Sunday",
        "Monday 30 May 2022: working day 1",
        "Tuesday 31 May 2022: working day 2",
        "Wednesday 1 June 2022: working day 3",
        "Thursday 2 June 2022: not counted, Spring bank holiday (moved from 30 May)",
        "Friday 3 June 2022: not counted, Platinum Jubilee",
        "Saturday 4 June 2022: not counted, Saturday",
        "Sunday 5 June 2022: not counted, Sunday",
        "Monday 6 June 2022: working day 4",
        "Tuesday 7 June 2022: working day 5",
    ]


def test_months_say_where_they_clamp(england: Register) -> None:
    found = due(england, duty(england, "practice-review-complete"), date(2023, 8, 31))
    assert found.days[-1].reason == "6 months after; the month has no day 31, so its last day"


def test_hours_go_by_the_clock(england: Register) -> None:
    interview = duty(england, "return-home-interview")
    found = due(england, interview, datetime(2025, 3, 7, 17, 0))
    assert found.at == datetime(2025, 3, 10, 17, 0)
    assert found.on == date(2025, 3, 10)
    only_a_date = due(england, interview, date(2025, 3, 7))
    assert (only_a_date.at, only_a_date.on) == (None, date(2025, 3, 10))


@pytest.mark.parametrize("trigger", [date(2028, 12, 27), date(2009, 12, 24)])
def test_outside_the_bank_holidays_nothing_is_said(england: Register, trigger: date) -> None:
    found = due(england, duty(england, "serious-incident-notification"), trigger)
    assert (found.on, found.days) == (None, ())
    assert "bank holidays are known from" in found.why


def test_without_a_table_of_bank_holidays_nothing_is_said(england: Register) -> None:
    other = duty(england, "rapid-review").model_copy(update={"calendar": "scotland"})
    assert due(england, other, date(2025, 3, 3)).why.startswith("there is no record of the bank holidays")
    assert working_days(england, "scotland") is None


@pytest.mark.parametrize(
    ("number", "unit", "direction"), [(6, "months", "after"), (1, "years", "before"), (0, "weeks", "after")]
)
def test_a_count_that_cannot_be_made_is_a_value_with_a_reason(number: int, unit: str, direction: str) -> None:
    trigger = date(9999, 12, 31) if direction == "after" else date(1, 1, 1)
    found = counted(limit(number, unit, direction), trigger, None)
    assert found.on is None
    assert found.why


def test_a_duty_without_days_says_so(england: Register) -> None:
    found = due(england, duty(england, "rapid-review-outcome"), date(2025, 3, 3))
    assert (found.on, found.why) == (None, "the duty names no number of days")


@given(
    st.dates(date(2012, 1, 1), date(2026, 1, 1)),
    st.integers(1, 60),
    st.sampled_from(["working-days", "calendar-days", "weeks", "months", "years"]),
)
def test_a_count_forwards_ends_later_and_a_longer_one_no_earlier(
    england: Register, trigger: date, number: int, unit: str
) -> None:
    calendar = working_days(england, "england-and-wales")
    first = counted(limit(number, unit), trigger, calendar)
    longer = counted(limit(number + 1, unit), trigger, calendar)
    if first.on is None or longer.on is None:
        assert unit == "working-days" or first.why or longer.why
        return
    assert trigger < first.on < longer.on
    if unit == "working-days":
        assert first.on.weekday() < 5


@given(st.dates(date(2012, 1, 1), date(2026, 1, 1)), st.integers(1, 40))
def test_back_and_forth_by_working_days_meet(england: Register, target: date, number: int) -> None:
    calendar = working_days(england, "england-and-wales")
    assert calendar is not None
    back = counted(limit(number, "working-days", "before"), target, calendar).on
    assert back is not None
    forth = counted(limit(number, "working-days"), back, calendar).on
    assert forth is not None
    assert forth == target if calendar.is_working(target) else forth > target - timedelta(days=7)


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (date(2015, 3, 25), "working-together-2013"),
        (date(2015, 3, 26), "working-together-2015"),
        (date(2017, 11, 6), "working-together-2015"),
        (date(2018, 7, 3), "working-together-2015"),
        (date(2018, 7, 4), "working-together-2018"),
        (date(2023, 12, 14), "working-together-2018"),
        (date(2023, 12, 15), "working-together-2023"),
        (date(2030, 1, 1), "working-together-2026"),
        (date(2005, 1, 1), None),
    ],
)
def test_the_edition_follows_from_the_day(england: Register, day: date, edition: str | None) -> None:
    for named in ("Working Together to Safeguard Children", "working together to safeguard children"):
        found = edition_on(england, named, day)
        assert (found.id if found else None) == edition
    by_edition = edition_on(england, "working-together-2023", day)
    assert (by_edition.id if by_edition else None) == edition


def test_a_duty_stands_between_its_days_and_a_case_stays_under_it(england: Register) -> None:
    old, new = (
        duty(england, short) for short in ("lscb-notifiable-incident", "serious-incident-notification")
    )
    assert (applies(old, date(2018, 6, 28)), applies(new, date(2018, 6, 28))) == (True, False)
    assert (applies(old, date(2018, 6, 29)), applies(new, date(2018, 6, 29))) == (False, True)
    copies = duty(england, "lscb-scr-copies")
    assert not applies(copies, date(2021, 3, 1))
    assert applies(copies, date(2021, 3, 1), date(2017, 11, 6))


def test_an_easement_stands_beside_the_date_and_never_moves_it(england: Register) -> None:
    review = due(england, duty(england, "rapid-review"), date(2020, 4, 20))
    assert (review.on, review.relaxed, len(review.easements)) == (date(2020, 5, 12), True, 1)
    notified = due(england, duty(england, "serious-incident-notification"), date(2020, 4, 20))
    assert (notified.on, notified.relaxed, len(notified.easements)) == (date(2020, 4, 27), False, 1)
    running_then = due(england, duty(england, "practice-review-complete"), date(2019, 12, 2))
    assert (running_then.on, running_then.relaxed) == (date(2020, 6, 2), True)
    over = due(england, duty(england, "practice-review-complete"), date(2019, 9, 2))
    assert (over.on, over.relaxed) == (date(2020, 3, 2), False)
    assert due(england, duty(england, "rapid-review"), date(2022, 9, 1)).easements == ()
