"""A year made from its parts by the measure's rule: nothing averaged, and nothing missing passed over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small_board import indicator

from lif.calendars import Period, parse_period, quarter
from lif.measures.series import Figure, Series
from lif.measures.values import Value, ValueStatus
from lif.measures.years import YearMade, years_made
from lif.records.charted import SeriesBreak
from lif.records.indicators import Indicator
from lif.records.reading import read_record
from lif.source import Document, parse

LATE = date(2030, 1, 1)


def series(values: Sequence[tuple[Period, Value]], roll_up: str, kind: str = "quarter") -> Series:
    """A series of these values, whose measure rolls up in that way."""
    unit = "count" if all(value.per is None for _, value in values) else "percent"
    measures = f"  - id: q\n    period_kind: {kind}\n    series: returns\n    roll_up: {roll_up}"
    document = parse(indicator("seen", unit=unit, measures=measures).encode(), "seen.yaml")
    assert isinstance(document, Document)
    record = read_record(Indicator, document.data)
    assert isinstance(record, Indicator)
    figures = tuple(Figure(period, value, "r", period.end, False) for period, value in values)
    return Series(record, record.measures[0], "hill", figures)


def percent(numerator: int, denominator: int, status: str = "final") -> Value:
    return Value(ValueStatus(status), numerator, denominator, 100)


def one(values: Sequence[Value], roll_up: str, until: date = LATE) -> YearMade:
    """The year made from the first quarters of 2024/25."""
    dated = [(quarter(2024, n), value) for n, value in enumerate(values, 1)]
    (made,) = years_made(series(dated, roll_up), until)
    return made


def test_a_percentage_is_made_of_its_counts() -> None:
    made = one([percent(1, 2), percent(9, 10), percent(0, 8), percent(4, 4)], "weighted")
    assert made.value.number == Fraction(14 * 100, 24)
    assert (str(made.period), made.whole, made.missing) == ("2024-25", True, ())


def test_so_far_ends_with_the_last_quarter_that_has_ended() -> None:
    made = one([Value(numerator=3), Value(numerator=4)], "sum", date(2024, 10, 1))
    assert (str(made.period), made.value.number, made.whole) == ("2024-25-to-Q2", Fraction(7), False)


def test_a_part_that_was_not_supplied_gives_no_figure() -> None:
    made = one([Value(numerator=3), Value(numerator=4)], "sum")
    assert made.value.status is ValueStatus.NOT_AVAILABLE
    assert [str(period) for period in made.missing] == ["2024-25-Q3", "2024-25-Q4"]


@pytest.mark.parametrize("status", ["suppressed", "awaited", "low", "not-available"])
def test_a_part_without_a_figure_gives_none(status: str) -> None:
    parts = [Value(numerator=3), Value(ValueStatus(status)), Value(numerator=4), Value(numerator=0)]
    made = one(parts, "sum")
    assert (made.value.status.value, [str(p) for p in made.missing]) == (status, ["2024-25-Q2"])


def test_nought_out_of_nought_adds_nothing_and_is_not_missed() -> None:
    made = one([percent(1, 2), percent(0, 0), percent(1, 2), percent(1, 2)], "weighted")
    assert (made.value.number, made.missing) == (Fraction(50), ())


def test_the_last_needs_only_the_last() -> None:
    made = one([Value(ValueStatus.SUPPRESSED), Value(numerator=4)], "last", date(2024, 10, 1))
    assert (made.value.number, made.missing) == (Fraction(4), ())


def test_a_change_of_definition_within_the_year_refuses_it() -> None:
    dated = [(quarter(2024, n), Value(numerator=n)) for n in range(1, 5)]
    change = SeriesBreak(id="b", measure="seen/q", period="2024-25-Q3", reason="counted anew")
    (made,) = years_made(series(dated, "sum"), LATE, [change])
    assert made.value.number is None
    assert made.refused == "its definition changed within the year"
    earlier = change.model_copy(update={"period": "2024-25-Q1"})
    assert years_made(series(dated, "sum"), LATE, [earlier])[0].value.number == 10


def test_months_make_a_year_and_terms_a_school_year() -> None:
    months = [(parse_period(f"2024-{n:02}"), Value(numerator=1)) for n in range(4, 9)]
    (made,) = years_made(series(months, "sum", "month"), date(2024, 8, 31))
    assert (str(made.period), made.value.number) == ("2024-25-to-August", Fraction(5))
    terms = [(parse_period(f"2023-24-{name}"), Value(numerator=2)) for name in ("autumn", "spring", "summer")]
    (made,) = years_made(series(terms, "sum", "term"), LATE)
    assert (str(made.period), made.value.number) == ("2023-24-academic", Fraction(6))


def test_what_does_not_roll_up_or_is_no_part_of_a_year_is_left_alone() -> None:
    dated = [(quarter(2024, 1), Value(numerator=1))]
    assert years_made(series(dated, "none"), LATE) == ()
    day = [(parse_period("2025-03-31"), Value(numerator=1))]
    assert years_made(series(day, "last", "snapshot"), LATE) == ()


def test_finished_figures_are_not_added() -> None:
    dated = [(quarter(2024, n), Value(per=100, source_only=Decimal("5"))) for n in range(1, 5)]
    (made,) = years_made(series(dated, "weighted"), LATE)
    assert made.value.number is None
    assert "without their numerators" in made.refused


shares = st.integers(1, 400).flatmap(lambda n: st.builds(percent, st.integers(0, n), st.just(n)))
firmness = st.sampled_from(["final", "provisional", "estimated"])


@given(st.lists(shares, min_size=4, max_size=4))
def test_a_year_of_percentages_is_that_of_all_children_and_not_the_average(parts: list[Value]) -> None:
    made = one(parts, "weighted")
    numerator, denominator = (sum(getattr(p, name) for p in parts) for name in ("numerator", "denominator"))
    assert made.value.number == Fraction(numerator * 100, denominator)
    numbers = [p.number for p in parts if p.number is not None]
    assert min(numbers) <= made.value.number <= max(numbers)


@given(st.lists(st.tuples(st.integers(0, 500), firmness), min_size=4, max_size=4))
def test_a_year_is_as_firm_as_its_least_firm_part(parts: list[tuple[int, str]]) -> None:
    made = one([Value(ValueStatus(status), numerator=n) for n, status in parts], "sum")
    assert made.value.number == sum(n for n, _ in parts)
    order = ["estimated", "provisional", "final"]
    assert made.value.status == min((status for _, status in parts), key=order.index)


@given(st.lists(st.integers(0, 500), min_size=4, max_size=4), st.integers(0, 3))
def test_a_gap_anywhere_gives_no_figure(numbers: list[int], gap: int) -> None:
    dated = [(quarter(2024, n), Value(numerator=number)) for n, number in enumerate(numbers, 1)]
    del dated[gap]
    (made,) = years_made(series(dated, "sum"), LATE)
    assert made.value.number is None
    assert made.missing == (quarter(2024, gap + 1),)
