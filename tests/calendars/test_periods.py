"""Periods: one spelling in records, words for readers, an order within a kind and none across kinds."""

from __future__ import annotations

import operator
import pickle
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.calendars import (
    Period,
    PeriodKind,
    UnlikePeriods,
    academic_year,
    calendar_year,
    financial_year,
    financial_year_of,
    month,
    parse_period,
    parse_quarter_option,
    pooled,
    quarter,
    quarter_of,
    quarters_between,
    rolling_year,
    snapshot,
    term,
    term_of,
    to_the_end_of,
    year_to_date,
)
from lif.measures.travel import may_travel
from lif.measures.values import RollUp, Value, roll_up

# spelling, kind, first day, last day, label, short, months
TABLE = [
    (
        *("2024-25-Q3", "quarter", "2024-10-01", "2024-12-31"),
        *("Quarter 3 2024/25 (October to December 2024)", "Q3 24/25", 3),
    ),
    (
        *("2024-25-Q4", "quarter", "2025-01-01", "2025-03-31"),
        *("Quarter 4 2024/25 (January to March 2025)", "Q4 24/25", 3),
    ),
    ("2024-25", "financial-year", "2024-04-01", "2025-03-31", "2024/25", "2024/25", 12),
    ("1999-00", "financial-year", "1999-04-01", "2000-03-31", "1999/00", "1999/00", 12),
    ("2011-12-financial", "financial-year", "2011-04-01", "2012-03-31", "2011/12", "2011/12", 12),
    ("2024-06", "month", "2024-06-01", "2024-06-30", "June 2024", "Jun 24", 1),
    ("2024-02", "month", "2024-02-01", "2024-02-29", "February 2024", "Feb 24", 1),
    ("2011-12-month", "month", "2011-12-01", "2011-12-31", "December 2011", "Dec 11", 1),
    ("2025-03-31", "snapshot", "2025-03-31", "2025-03-31", "at 31 March 2025", "31 Mar 25", 0),
    (
        *("year-to-2024-09-30", "rolling-year", "2023-10-01", "2024-09-30"),
        *("year to 30 September 2024", "year to Sep 24", 12),
    ),
    (
        *("year-to-2024-02-29", "rolling-year", "2023-03-01", "2024-02-29"),
        *("year to 29 February 2024", "year to Feb 24", 12),
    ),
    (
        *("2023-24-academic", "academic-year", "2023-09-01", "2024-08-31"),
        *("academic year 2023/24", "school year 23/24", 12),
    ),
    ("2023-24-autumn", "term", "2023-09-01", "2023-12-31", "autumn term 2023/24", "autumn 23/24", 4),
    ("2023-24-spring", "term", "2024-01-01", "2024-03-31", "spring term 2023/24", "spring 23/24", 3),
    ("2023-24-summer", "term", "2024-04-01", "2024-08-31", "summer term 2023/24", "summer 23/24", 5),
    ("2024", "calendar-year", "2024-01-01", "2024-12-31", "2024", "2024", 12),
    (
        *("2021-22-to-2023-24", "pooled", "2021-04-01", "2024-03-31"),
        *("2021/22 to 2023/24 (3 years together)", "21/22–23/24", 36),
    ),
    (
        *("2019-to-2021", "pooled", "2019-01-01", "2021-12-31"),
        *("2019 to 2021 (3 years together)", "2019–2021", 36),
    ),
    (
        *("2025-26-to-Q2", "year-to-date", "2025-04-01", "2025-09-30"),
        *("April to September 2025 (year to date)", "Apr–Sep 25", 6),
    ),
    (
        *("2025-26-to-Q4", "year-to-date", "2025-04-01", "2026-03-31"),
        *("April 2025 to March 2026 (year to date)", "Apr–Mar 26", 12),
    ),
    (
        *("2025-26-to-April", "year-to-date", "2025-04-01", "2025-04-30"),
        *("April 2025 (year to date)", "Apr 25", 1),
    ),
    (
        *("2023-24-to-February", "year-to-date", "2023-04-01", "2024-02-29"),
        *("April 2023 to February 2024 (year to date)", "Apr–Feb 24", 11),
    ),
    (
        *("2025-26-academic-to-March", "year-to-date", "2025-09-01", "2026-03-31"),
        *("September 2025 to March 2026 (year to date)", "Sep–Mar 26", 7),
    ),
    (
        *("2025-to-June", "year-to-date", "2025-01-01", "2025-06-30"),
        *("January to June 2025 (year to date)", "Jan–Jun 25", 6),
    ),
]


@pytest.mark.parametrize(("text", "kind", "start", "end", "label", "short", "months"), TABLE)
def test_each_spelling(
    text: str, kind: str, start: str, end: str, label: str, short: str, months: int
) -> None:
    period = parse_period(text)
    assert (period.kind, period.start.isoformat(), period.end.isoformat()) == (kind, start, end)
    assert (str(period), period.slug) == (text, text.lower())
    assert (period.label, period.short, period.months) == (label, short, months)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2024-26", "2024-26 joins 2024 and 26, which do not follow each other: .* is 2024-25"),
        ("2024-24", "do not follow each other"),
        ("2024-25-Q5", "names quarter 5: a year has quarters 1 to 4"),
        ("2024-25-Q0", "names quarter 0"),
        ("2024-25-q3", "not how a quarter is written in records: write 2024-25-Q3"),
        ("Q2 2025/26", "not how a quarter is written in records: write 2025-26-Q2"),
        ("2025-Q2", "could mean two quarters: write 2025-26-Q2 for July to September 2025, or 2025-26-Q1"),
        ("2024-02-30", "names a day that is not in the calendar"),
        ("year-to-2023-02-29", "names a day that is not in the calendar"),
        ("0999", "names the year 0999: years run from 1900"),
        ("2023-24-to-2021-22", "not a run of years"),
        ("2021-to-2021", "not a run of years"),
        ("2011-12", "2011/12 or December 2011: write 2011-12-financial or 2011-12-month"),
        ("2024-13-month", "names month 13"),
        ("2023-24-winter", "is not a period: write one of"),
        ("2025-26-to-Q5", "names quarter 5"),
        ("2025-26-to-June", "ends with a quarter: write 2025-26-to-Q1"),
        ("2025-27-to-Q1", "do not follow each other"),
        ("2025-26-to-Brumaire", "is not a period"),
        ("", "is not a period"),
        (" 2024-25", "is not a period"),
        ("２０２４-25", "is not a period"),
    ],
)
def test_each_refusal_says_what_to_write(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parse_period(text)


def test_the_twelve_spellings_that_could_be_two_things() -> None:
    refused = []
    for year in range(1990, 2030):
        text = f"{year}-{(year + 1) % 100:02}"
        try:
            parse_period(text)
        except ValueError:
            refused.append(text)
            assert str(parse_period(text, PeriodKind.MONTH)) == f"{text}-month"
            assert str(parse_period(text, PeriodKind.FINANCIAL_YEAR)) == f"{text}-financial"
    assert refused[0] == "2000-01"
    assert refused[-1] == "2011-12"
    assert len(refused) == 12


def test_a_kind_that_is_asked_for_is_held() -> None:
    with pytest.raises(ValueError, match="2024-25 is a financial year; a quarter is expected here"):
        parse_period("2024-25", PeriodKind.QUARTER)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2025-26-Q2", "2025-26-Q2"),
        ("2025-26-q2", "2025-26-Q2"),
        ("2025/26 Q2", "2025-26-Q2"),
        ("Q2 2025/26", "2025-26-Q2"),
        ("q2 2025-26", "2025-26-Q2"),
        ("2025/2026 Q2", "2025-26-Q2"),
        (" Q2 2025–26 ", "2025-26-Q2"),
        ("current", "2025-26-Q1"),
        ("Current", "2025-26-Q1"),
    ],
)
def test_a_quarter_on_the_command_line(text: str, meant: str) -> None:
    assert str(parse_quarter_option(text, date(2025, 6, 30))) == meant


@pytest.mark.parametrize("text", ["2025-Q2", "2025 Q2", "Q2 2025", "q2/2025", "2025Q2"])
def test_a_quarter_of_one_year_is_refused_with_both_meanings(text: str) -> None:
    with pytest.raises(ValueError, match="could mean two quarters") as refusal:
        parse_quarter_option(text, date(2025, 6, 30))
    assert "2025-26-Q2 for July to September 2025" in str(refusal.value)
    assert "2025-26-Q1 for April to June 2025" in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2025-27 Q2", "2025 and 27, which do not follow each other"),
        ("2025/2027 Q2", "2025 and 2027, which do not follow each other"),
        ("2025-26-Q7", "a year has quarters 1 to 4"),
        ("2025-26", "is not a quarter: write it as 2025-26-Q2"),
        ("last", "is not a quarter: write it as 2025-26-Q2"),
        ("latest", "no latest quarter"),
    ],
)
def test_what_is_no_quarter_is_refused(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parse_quarter_option(text, date(2025, 6, 30))


def test_latest_is_what_the_caller_says() -> None:
    assert parse_quarter_option("latest", date(2025, 6, 30), quarter(2024, 4)) == quarter(2024, 4)


ORDERS = (operator.lt, operator.le, operator.gt, operator.ge)


@pytest.mark.parametrize("order", ORDERS)
def test_unlike_periods_are_not_compared(order: Callable[[Period, Period], bool]) -> None:
    with pytest.raises(UnlikePeriods, match="different kinds of period and cannot be compared"):
        order(quarter(2024, 3), financial_year(2024))


def test_unlike_periods_are_simply_not_equal() -> None:
    one_day = snapshot(date(2024, 4, 1))
    assert one_day != month(2024, 4)
    assert not calendar_year(2024).is_like(rolling_year(date(2024, 12, 31)))


def test_pools_of_other_lengths_and_years_are_unlike() -> None:
    three, two, calendar = (
        parse_period(text) for text in ("2021-22-to-2023-24", "2021-22-to-2022-23", "2021-to-2023")
    )
    assert not three.is_like(two)
    assert not three.is_like(calendar)
    assert three < three.next()


def test_years_to_date_stand_in_one_series_and_only_the_same_points_are_compared() -> None:
    one, two, before = (
        parse_period(f"{text}") for text in ("2025-26-to-Q1", "2025-26-to-Q2", "2024-25-to-Q2")
    )
    assert before < one < two
    assert may_travel(before, two)
    assert not may_travel(one, two)
    assert not two.is_like(parse_period("2025-to-September"))


@pytest.mark.parametrize("kind", PeriodKind)
@pytest.mark.parametrize("other", PeriodKind)
def test_only_periods_of_one_kind_are_ever_set_side_by_side(kind: PeriodKind, other: PeriodKind) -> None:
    ones = {parse_period(text).kind: parse_period(text) for text, *_ in TABLE}
    assert set(ones) == set(PeriodKind)
    one, two = ones[kind], ones[other]
    assert one.is_like(two) == (kind is other)
    if kind is other:
        one.require_like(two)
        return
    assert not may_travel(one, two)
    with pytest.raises(UnlikePeriods):
        _ = one < two
    with pytest.raises(UnlikePeriods):
        roll_up([(one, Value(numerator=1)), (two, Value(numerator=2))], RollUp.SUM)


def test_what_a_quarter_adds_up_to() -> None:
    assert [str(to_the_end_of(quarter(2025, n))) for n in (1, 4)] == ["2025-26-to-Q1", "2025-26-to-Q4"]
    assert str(to_the_end_of(month(2026, 1))) == "2025-26-to-January"
    with pytest.raises(ValueError, match="not a quarter or a month"):
        to_the_end_of(financial_year(2025))
    with pytest.raises(ValueError, match="can be added up"):
        year_to_date(quarter(2025, 1), 6)


def test_pooled_years_must_be_years_of_one_kind() -> None:
    with pytest.raises(UnlikePeriods):
        pooled(financial_year(2021), calendar_year(2023))
    with pytest.raises(ValueError, match="not a run of years"):
        pooled(quarter(2021, 1), quarter(2021, 2))


def test_every_kind_can_be_listed_together() -> None:
    listed = sorted((financial_year(2024), quarter(2024, 4), quarter(2024, 3)), key=lambda p: p.sort_key)
    assert [str(period) for period in listed] == ["2024-25-Q3", "2024-25", "2024-25-Q4"]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("2024-25-Q4", "2025-26-Q1"),
        ("2024-12", "2025-01"),
        ("2024-02", "2024-03"),
        ("2024-25", "2025-26"),
        ("2023-24-academic", "2024-25-academic"),
        ("2023-24-summer", "2024-25-autumn"),
        ("2023-24-autumn", "2023-24-spring"),
        ("2024", "2025"),
        ("2021-22-to-2023-24", "2022-23-to-2024-25"),
    ],
)
def test_next_and_previous(text: str, after: str) -> None:
    assert str(parse_period(text).next()) == after
    assert str(parse_period(after).previous()) == text


@pytest.mark.parametrize(
    "period",
    [snapshot(date(2025, 3, 31)), rolling_year(date(2024, 9, 30)), to_the_end_of(quarter(2024, 2))],
)
def test_a_day_a_rolling_year_and_a_year_to_date_have_no_step_of_their_own(period: Period) -> None:
    with pytest.raises(ValueError, match="say how far apart they are"):
        period.next()


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2024-25-Q3", "2023-24-Q3"),
        ("2025-02", "2024-02"),
        ("2025-02-28", "2024-02-29"),
        ("2024-02-29", "2023-02-28"),
        ("year-to-2025-02-28", "year-to-2024-02-29"),
        ("year-to-2024-09-30", "year-to-2023-09-30"),
        ("2023-24-spring", "2022-23-spring"),
        ("2025-26-to-Q2", "2024-25-to-Q2"),
        ("2024-25-to-February", "2023-24-to-February"),
    ],
)
def test_the_same_period_a_year_before(text: str, before: str) -> None:
    assert str(parse_period(text).year_before()) == before


@pytest.mark.parametrize(
    ("text", "axis"),
    [
        ("2024-25-Q3", ("Q3", "2024/25")),
        ("2024-06", ("Jun", "2024")),
        ("2023-24-autumn", ("autumn", "2023/24")),
        ("2024-25", ("2024/25", "")),
        ("2025-03-31", ("31 Mar 25", "")),
        ("2025-26-to-Q2", ("to Q2", "2025/26")),
        ("2025-26-to-May", ("to May", "2025/26")),
        ("2025-to-June", ("to Jun", "2025")),
    ],
)
def test_the_two_parts_of_an_axis_label(text: str, axis: tuple[str, str]) -> None:
    assert parse_period(text).axis == axis


@pytest.mark.parametrize(
    ("day", "meant"),
    [
        ("2024-03-31", "2023-24-Q4"),
        ("2024-04-01", "2024-25-Q1"),
        ("2024-12-31", "2024-25-Q3"),
        ("2025-01-01", "2024-25-Q4"),
    ],
)
def test_the_quarter_of_a_day(day: str, meant: str) -> None:
    assert str(quarter_of(date.fromisoformat(day))) == meant
    assert quarter_of(date.fromisoformat(day)).quarter == int(meant[-1])
    assert str(financial_year_of(date.fromisoformat(day))) == meant[:7]


def test_a_quarter_is_asked_only_of_a_quarter() -> None:
    with pytest.raises(ValueError, match="June 2024 is not a quarter"):
        _ = month(2024, 6).quarter


def test_quarters_between_has_both_ends() -> None:
    found = quarters_between(quarter(2023, 4), quarter(2024, 2))
    assert [str(period) for period in found] == ["2023-24-Q4", "2024-25-Q1", "2024-25-Q2"]
    assert quarters_between(quarter(2024, 2), quarter(2023, 4)) == ()
    with pytest.raises(ValueError, match="2024/25 is not a quarter"):
        quarters_between(quarter(2024, 1), financial_year(2024))


@pytest.mark.parametrize(
    "make", [lambda: quarter(2024, 0), lambda: month(2024, 13), lambda: term(2024, "winter")]
)
def test_what_a_year_does_not_have(make: Callable[[], Period]) -> None:
    with pytest.raises(ValueError, match="there is no"):
        make()


def test_a_period_survives_a_process_boundary() -> None:
    period = quarter(2024, 3)
    assert period.label
    assert pickle.loads(pickle.dumps(period)) == period


years = st.integers(1900, 2190)
days = st.dates(date(1901, 1, 1), date(2190, 12, 31))
single_years = (
    st.builds(financial_year, years) | st.builds(academic_year, years) | st.builds(calendar_year, years)
)
steppers = (
    single_years
    | st.builds(quarter, years, st.integers(1, 4))
    | st.builds(month, years, st.integers(1, 12))
    | st.builds(term, years, st.sampled_from(["autumn", "spring", "summer"]))
    | st.builds(lambda y, n: pooled(financial_year(y), financial_year(y + n)), years, st.integers(1, 5))
)
to_dates = st.builds(year_to_date, single_years, st.integers(1, 12))
periods = steppers | st.builds(snapshot, days) | st.builds(rolling_year, days) | to_dates


@given(periods)
def test_what_is_written_is_read_back(period: Period) -> None:
    assert parse_period(str(period)) == period
    assert parse_period(str(period), period.kind) == period


@given(steppers)
def test_one_forward_and_one_back(period: Period) -> None:
    after = period.next()
    assert after.previous() == period
    assert period < after
    assert after.is_like(period)
    if period.kind is not PeriodKind.POOLED:
        assert after.start == period.end + timedelta(days=1)


@given(days)
def test_a_day_lies_in_its_quarter_year_and_term(day: date) -> None:
    for period in (quarter_of(day), financial_year_of(day), term_of(day)):
        assert period.contains(day)
        assert not period.next().contains(day)


@given(st.text(alphabet="0123456789-Q/qto yearMh", max_size=24))
def test_any_text_is_a_period_or_refused_in_words(text: str) -> None:
    try:
        period = parse_period(text)
    except ValueError as refusal:
        assert "write" in str(refusal) or ":" in str(refusal)
    else:
        assert str(period) in (text, f"{text}-financial", f"{text}-month")
