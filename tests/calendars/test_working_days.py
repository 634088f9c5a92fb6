"""Deadlines: the worked examples, the days counted, the edge of the table, months that clamp, hours."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.calendars import Clock, OutsideRange, WorkingDays, add_months, clock_hours

# Bank holidays of England and Wales in the years of the examples.
NAMES = {
    date(2019, 1, 1): "New Year's Day",
    date(2019, 4, 19): "Good Friday",
    date(2019, 4, 22): "Easter Monday",
    date(2019, 5, 6): "Early May bank holiday",
    date(2019, 5, 27): "Spring bank holiday",
    date(2019, 8, 26): "Summer bank holiday",
    date(2019, 12, 25): "Christmas Day",
    date(2019, 12, 26): "Boxing Day",
}
HOLIDAYS_2019 = WorkingDays(frozenset(NAMES), date(2019, 1, 1), date(2019, 12, 31), NAMES)
WINTER = WorkingDays(
    frozenset({date(2025, 12, 25), date(2025, 12, 26), date(2026, 1, 1)}),
    date(2025, 1, 1),
    date(2026, 3, 31),
)


@pytest.mark.parametrize(
    ("calendar", "aware", "days", "due"),
    [
        (HOLIDAYS_2019, date(2019, 4, 17), 5, date(2019, 4, 26)),
        (HOLIDAYS_2019, date(2019, 4, 17), 15, date(2019, 5, 13)),
        (WINTER, date(2025, 12, 22), 5, date(2025, 12, 31)),
        (WINTER, date(2025, 12, 22), 15, date(2026, 1, 15)),
    ],
)
def test_the_worked_examples_forwards(calendar: WorkingDays, aware: date, days: int, due: date) -> None:
    assert calendar.add(aware, days) == due
    assert calendar.between(aware, due) == days


def test_the_worked_example_backwards() -> None:
    publication = date(2019, 4, 30)
    assert HOLIDAYS_2019.back(publication, 7) == date(2019, 4, 17)
    assert HOLIDAYS_2019.between(publication, date(2019, 4, 17)) == -7


def test_a_trigger_on_a_day_off_starts_at_the_next_working_day() -> None:
    saturday, good_friday = date(2019, 4, 13), date(2019, 4, 19)
    assert HOLIDAYS_2019.add(saturday, 1) == date(2019, 4, 15)
    assert HOLIDAYS_2019.add(good_friday, 1) == date(2019, 4, 23)


def test_every_day_is_shown_with_its_reason() -> None:
    shown = [str(day) for day in HOLIDAYS_2019.explain_add(date(2019, 4, 17), 2)]
    assert shown == [
        "Wednesday 17 April 2019: day 0, not counted",
        "Thursday 18 April 2019: working day 1",
        "Friday 19 April 2019: not counted, Good Friday",
        "Saturday 20 April 2019: not counted, Saturday",
        "Sunday 21 April 2019: not counted, Sunday",
        "Monday 22 April 2019: not counted, Easter Monday",
        "Tuesday 23 April 2019: working day 2",
    ]


def test_a_count_backwards_is_shown_too_and_a_holiday_without_a_name() -> None:
    walked = WINTER.explain_back(date(2026, 1, 2), 1)
    assert [(day.day.day, day.number, day.reason) for day in walked] == [
        (2, None, "day 0, not counted"),
        (1, None, "not counted, bank holiday"),
        (31, 1, "working day 1"),
    ]


def test_outside_the_table_nothing_is_said() -> None:
    with pytest.raises(OutsideRange, match=r"known from 1 January 2019 to 31 December 2019.*1 January 2020"):
        HOLIDAYS_2019.add(date(2019, 12, 31), 1)
    with pytest.raises(OutsideRange, match="needs 31 December 2018"):
        HOLIDAYS_2019.back(date(2019, 1, 1), 1)
    with pytest.raises(OutsideRange):
        HOLIDAYS_2019.is_working(date(2030, 6, 1))


@pytest.mark.parametrize("days", [0, -3])
def test_a_count_starts_at_one(days: int) -> None:
    with pytest.raises(ValueError, match="cannot be counted"):
        HOLIDAYS_2019.add(date(2019, 4, 17), days)


@pytest.mark.parametrize(
    ("day", "months", "moved"),
    [
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2022, 8, 31), 6, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2024, 1, 15), -1, date(2023, 12, 15)),
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
    ],
)
def test_months_clamp_to_the_months_end(day: date, months: int, moved: date) -> None:
    assert add_months(day, months) == moved


def test_months_end_with_the_calendar() -> None:
    with pytest.raises(ValueError, match="outside the years"):
        add_months(date(9999, 12, 1), 1)


FRIDAY = datetime(2025, 5, 2, 17, 0)


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (FRIDAY, datetime(2025, 5, 5, 17, 0), Clock.MET),
        (FRIDAY, datetime(2025, 5, 5, 17, 1), Clock.BREACHED),
        (FRIDAY, FRIDAY, Clock.MET),
        (date(2025, 5, 2), date(2025, 5, 2), Clock.UNKNOWN),
        (date(2025, 5, 2), date(2025, 6, 2), Clock.UNKNOWN),
        (FRIDAY, date(2025, 5, 3), Clock.UNKNOWN),
        (date(2025, 5, 2), FRIDAY, Clock.UNKNOWN),
        (FRIDAY, None, Clock.UNKNOWN),
        (FRIDAY, datetime(2025, 5, 1, 17, 0), Clock.UNKNOWN),
        (FRIDAY, datetime(2025, 5, 3, 17, 0, tzinfo=UTC), Clock.UNKNOWN),
    ],
)
def test_seventy_two_hours_are_clock_time(
    start: date | datetime, end: date | datetime | None, found: Clock
) -> None:
    assert clock_hours(start, end, 72) is found


@st.composite
def calendars(draw: st.DrawFn) -> WorkingDays:
    """A table of three years with a few holidays."""
    first = date(2019, 1, 1)
    offsets = draw(st.sets(st.integers(0, 1000), max_size=30))
    return WorkingDays(
        frozenset(first + timedelta(days=offset) for offset in offsets),
        first,
        first + timedelta(days=1095),
    )


middle = st.dates(date(2019, 9, 1), date(2020, 9, 1))


@given(calendar=calendars(), trigger=middle, days=st.integers(1, 60))
def test_there_and_back_again(calendar: WorkingDays, trigger: date, days: int) -> None:
    due = calendar.add(trigger, days)
    assert calendar.is_working(due)
    assert calendar.between(trigger, due) == days
    again = calendar.back(due, days)
    if calendar.is_working(trigger):
        assert again == trigger
    else:
        assert again < trigger


@given(calendar=calendars(), trigger=middle, days=st.integers(1, 60))
def test_a_longer_count_ends_later_and_shows_each_day_once(
    calendar: WorkingDays, trigger: date, days: int
) -> None:
    walked = calendar.explain_add(trigger, days)
    assert [day.day for day in walked] == [trigger + timedelta(days=n) for n in range(len(walked))]
    assert [day.number for day in walked if day.number] == list(range(1, days + 1))
    assert calendar.add(trigger, days + 1) > walked[-1].day
