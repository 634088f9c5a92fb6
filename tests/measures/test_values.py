"""Values are computed exactly, keep their standing, and roll up only as their measure may."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.calendars import Period, UnlikePeriods, month, quarter
from lif.measures.rounding import rounded
from lif.measures.values import RollUp, Value, ValueStatus, roll_up

NO_FIGURE = [status for status in ValueStatus if not status.has_figure]


def percent(numerator: int, denominator: int, status: ValueStatus = ValueStatus.FINAL) -> Value:
    return Value(status, numerator, denominator, 100)


def test_a_published_rate_comes_out_of_its_counts() -> None:
    """Children in need in North East Lincolnshire, 31 March 2025: 1,758 of 33,522 is 524.4 per 10,000."""
    number = Value(numerator=1758, denominator=33522, per=10_000).number
    assert number == Fraction(17_580_000, 33522)
    assert rounded(number, 1) == Decimal("524.4")


@pytest.mark.parametrize(
    ("numerator", "denominator", "per", "places", "shown"),
    [
        (Decimal("5254.6"), Decimal("33119.1"), 100, 1, "15.9"),
        (Decimal("7173.5"), Decimal("40292.6"), 100, 1, "17.8"),
        (Decimal("7722.7"), Decimal("40841.8"), 100, 1, "18.9"),
        (337_055, Decimal("21111.4"), 1, 1, "16.0"),
    ],
)
def test_the_workforce_figures_of_england_in_2023(
    numerator: int | Decimal, denominator: int | Decimal, per: int, places: int, shown: str
) -> None:
    """Turnover, agency, vacancy and caseload as published for England, year to 30 September 2023."""
    number = Value(numerator=numerator, denominator=denominator, per=per).number
    assert number is not None
    assert str(rounded(number, places)) == shown


def test_a_count_is_its_numerator_and_a_published_figure_is_itself() -> None:
    assert Value(numerator=Decimal("12.50")).number == Fraction(25, 2)
    assert Value(source_only=Decimal("63.2"), per=100).number == Fraction(316, 5)


def test_a_true_zero_is_not_a_missing_value() -> None:
    assert Value(numerator=0).is_true_zero
    assert percent(0, 8).is_true_zero
    for status in NO_FIGURE:
        missing = Value(status, per=100)
        assert missing.number is None
        assert not missing.is_true_zero


@pytest.mark.parametrize("numerator", [0, 3])
def test_of_nothing_is_not_applicable(numerator: int) -> None:
    value = percent(numerator, 0)
    assert value.status is ValueStatus.NOT_APPLICABLE
    assert value.number is None


def test_a_hundred_and_one_per_cent_is_computed_not_refused() -> None:
    assert percent(101, 100).number == 101


@pytest.mark.parametrize("status", NO_FIGURE)
def test_what_has_no_figure_carries_none(status: ValueStatus) -> None:
    with pytest.raises(ValueError, match=f"a value that is {status} has a figure, 3: leave one out"):
        Value(status, numerator=3)
    assert Value(status, denominator=20, per=100).number is None


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (lambda: Value(), "has no numerator: write it, or say awaited"),
        (lambda: Value(numerator=3, per=100), "has no denominator"),
        (lambda: Value(numerator=3, denominator=9), "a count has a denominator"),
        (lambda: Value(numerator=3, denominator=-9, per=100), "cannot be less than 0"),
        (lambda: Value(source_only=Decimal(3), numerator=3), "also has a numerator"),
    ],
)
def test_parts_that_do_not_fit(value: object, says: str) -> None:
    assert callable(value)
    with pytest.raises(ValueError, match=says):
        value()


def test_a_minimum_denominator_is_met_exactly() -> None:
    assert percent(2, 9).below(10)
    assert not percent(2, 10).below(10)
    assert not Value(numerator=2).below(10)


def quarters(*values: Value) -> list[tuple[Period, Value]]:
    return [(quarter(2024, n), value) for n, value in enumerate(values, start=1)]


def test_percentages_roll_up_over_their_denominators_never_as_averages() -> None:
    whole = roll_up(quarters(percent(1, 2), percent(9, 10)), RollUp.WEIGHTED)
    assert (whole.numerator, whole.denominator, whole.number) == (10, 12, Fraction(250, 3))


def test_counts_are_added_and_a_snapshot_is_the_last() -> None:
    values = quarters(*(Value(numerator=n) for n in (3, 5, 7)))
    assert roll_up(values, RollUp.SUM).number == 15
    assert roll_up(list(reversed(values)), RollUp.LAST).number == 7


def test_nought_of_nought_adds_nothing() -> None:
    whole = roll_up(quarters(percent(0, 0), percent(3, 4)), RollUp.WEIGHTED)
    assert whole.number == 75
    assert roll_up(quarters(percent(0, 0)), RollUp.WEIGHTED).status is ValueStatus.NOT_APPLICABLE


def test_a_gap_is_not_filled() -> None:
    awaited, low = Value(ValueStatus.AWAITED), Value(ValueStatus.LOW)
    counted = Value(numerator=3)
    assert roll_up(quarters(counted, awaited), RollUp.SUM).status is ValueStatus.AWAITED
    assert roll_up(quarters(counted, awaited, low), RollUp.SUM).status is ValueStatus.NOT_AVAILABLE


def test_the_whole_is_as_firm_as_its_least_firm_part() -> None:
    parts = quarters(percent(1, 2), percent(1, 2, ValueStatus.PROVISIONAL))
    assert roll_up(parts, RollUp.WEIGHTED).status is ValueStatus.PROVISIONAL


@pytest.mark.parametrize(
    ("values", "how", "says"),
    [
        ([], RollUp.SUM, "does not roll up"),
        (quarters(percent(1, 2)), RollUp.NONE, "does not roll up"),
        (quarters(percent(1, 2)), RollUp.SUM, "roll them up as weighted"),
        (quarters(Value(numerator=1)), RollUp.WEIGHTED, "roll them up as a sum"),
        (quarters(Value(numerator=1), percent(1, 2)), RollUp.SUM, "different units"),
        (quarters(Value(source_only=Decimal(3))), RollUp.SUM, "published without their numerators"),
        ([*quarters(Value(numerator=1)), *quarters(Value(numerator=1))], RollUp.SUM, "comes twice"),
    ],
)
def test_what_does_not_roll_up(values: list[tuple[Period, Value]], how: RollUp, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        roll_up(values, how)


def test_unlike_periods_are_not_added() -> None:
    one = Value(numerator=1)
    with pytest.raises(UnlikePeriods):
        roll_up([(quarter(2024, 1), one), (month(2024, 4), one)], RollUp.SUM)


pairs = st.tuples(st.integers(0, 10**6), st.integers(1, 10**6))


@given(st.lists(pairs, min_size=1, max_size=4))
def test_a_rolled_up_percentage_lies_between_its_parts(parts: list[tuple[int, int]]) -> None:
    values = quarters(*(percent(x, n) for x, n in parts))
    numbers = [value.number for _, value in values if value.number is not None]
    whole = roll_up(values, RollUp.WEIGHTED).number
    assert whole is not None
    assert min(numbers) <= whole <= max(numbers)
