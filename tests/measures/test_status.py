"""Status: both sides of every boundary, both kinds of tolerance, a target of nought, what is not rated."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.measures.intervals import Good, compare_proportion
from lif.measures.status import (
    Basis,
    Polarity,
    Status,
    Target,
    ToleranceKind,
    rate,
    rate_by_significance,
    target_for,
)
from lif.measures.values import Value, ValueStatus

POINTS, RELATIVE = ToleranceKind.POINTS, ToleranceKind.RELATIVE
GREEN, AMBER, RED = Status.GREEN, Status.AMBER, Status.RED


def judged(target: Target | None, number: str) -> Status:
    assert target is not None
    return target.judge(Decimal(number))


@pytest.mark.parametrize(
    ("number", "status"), [("90", GREEN), ("89.999", AMBER), ("85", AMBER), ("84.999", RED), ("100", GREEN)]
)
def test_high_is_good_in_percentage_points(number: str, status: Status) -> None:
    assert judged(target_for(Polarity.HIGH, 90, tolerance=5), number) is status


@pytest.mark.parametrize(
    ("number", "status"), [("200", GREEN), ("200.1", AMBER), ("220", AMBER), ("220.1", RED), ("0", GREEN)]
)
def test_low_is_good_relative_to_the_target(number: str, status: Status) -> None:
    assert judged(target_for(Polarity.LOW, 200, tolerance=10, kind=RELATIVE), number) is status


@pytest.mark.parametrize(
    ("number", "status"),
    [
        *(("10", GREEN), ("15", GREEN), ("12.5", GREEN), ("9.99", AMBER), ("8", AMBER), ("7.99", RED)),
        *(("15.01", AMBER), ("17", AMBER), ("17.01", RED)),
    ],
)
def test_a_band_has_both_sides(number: str, status: Status) -> None:
    assert judged(target_for(Polarity.BAND, band=(10, 15), tolerance=2), number) is status


def test_a_relative_band_widens_each_end_by_its_own_share() -> None:
    target = target_for(Polarity.BAND, band=(10, 20), tolerance=10, kind=RELATIVE)
    assert [judged(target, number) for number in ("9", "8.9", "22", "22.1")] == [AMBER, RED, AMBER, RED]


@pytest.mark.parametrize("kind", [POINTS, RELATIVE])
def test_a_target_of_nought(kind: ToleranceKind) -> None:
    target = target_for(Polarity.LOW, 0, tolerance=2, kind=kind)
    assert judged(target, "0") is GREEN
    assert judged(target, "1") is (AMBER if kind is POINTS else RED)
    assert judged(target, "3") is RED


def test_status_is_of_the_unrounded_figure() -> None:
    target = target_for(Polarity.HIGH, 90)
    value = Value(numerator=2249, denominator=2500, per=100)
    assert value.number == Fraction("89.96")
    assert rate(value, polarity=Polarity.HIGH, target=target).status is RED


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: Target(), "no figure"),
        (lambda: Target(Fraction(5), Fraction(4)), "write the lower end first"),
        (lambda: Target(Fraction(5), tolerance=Fraction(-1)), "cannot be less than 0"),
        (lambda: target_for(Polarity.BAND, 5), "a band measure has a band"),
        (lambda: target_for(Polarity.HIGH, band=(1, 2)), "only a band measure has one"),
    ],
)
def test_a_target_that_makes_no_sense_is_refused(make: object, says: str) -> None:
    assert callable(make)
    with pytest.raises(ValueError, match=says):
        make()


def test_no_target_where_none_is_given() -> None:
    assert target_for(Polarity.HIGH) is None
    assert target_for(Polarity.INFO, 50) is None


NINETY = target_for(Polarity.HIGH, 90)
PERCENT = Value(numerator=9, denominator=10, per=100)


@pytest.mark.parametrize(
    ("value", "polarity", "target", "minimum", "reason"),
    [
        (PERCENT, Polarity.INFO, NINETY, 0, "for information only"),
        (PERCENT, Polarity.HIGH, None, 0, "no target"),
        (PERCENT, Polarity.HIGH, NINETY, 11, "fewer than 11 in the denominator"),
        (Value(ValueStatus.AWAITED), Polarity.HIGH, NINETY, 0, "no figure: awaited"),
        (Value(ValueStatus.NOT_AVAILABLE), Polarity.HIGH, NINETY, 0, "no figure: not available"),
        (
            Value(numerator=0, denominator=0, per=100),
            Polarity.HIGH,
            NINETY,
            0,
            "no figure: not applicable",
        ),
    ],
)
def test_what_is_not_rated_says_why(
    value: Value, polarity: Polarity, target: Target | None, minimum: int, reason: str
) -> None:
    rating = rate(value, polarity=polarity, target=target, minimum_denominator=minimum)
    assert (rating.status, rating.reason) == (Status.NOT_RATED, reason)


def test_the_basis_is_carried() -> None:
    rating = rate(
        PERCENT,
        polarity=Polarity.HIGH,
        target=NINETY,
        basis=Basis.IN_YEAR_PROFILE,
        minimum_denominator=10,
    )
    assert (rating.status, rating.basis, rating.reason) == (GREEN, Basis.IN_YEAR_PROFILE, "")


@pytest.mark.parametrize(
    ("good", "benchmark", "status"),
    [
        (Good.HIGH, 60, GREEN),
        (Good.HIGH, 80, AMBER),
        (Good.HIGH, 99, RED),
        (Good.LOW, 60, RED),
        (Good.NONE, 60, Status.NOT_RATED),
    ],
)
def test_status_by_significance(good: Good, benchmark: int, status: Status) -> None:
    value = Value(numerator=80, denominator=100, per=100)
    comparison = compare_proportion(80, 100, benchmark, good)
    rating = rate_by_significance(value, comparison, polarity=Polarity.HIGH)
    assert (rating.status, rating.basis) == (status, Basis.SIGNIFICANCE)


def test_no_significance_without_a_comparison_or_below_the_minimum() -> None:
    assert rate_by_significance(PERCENT, None, polarity=Polarity.HIGH).reason == "no comparison"
    comparison = compare_proportion(9, 10, 20, Good.HIGH)
    rating = rate_by_significance(PERCENT, comparison, polarity=Polarity.HIGH, minimum_denominator=20)
    assert rating.reason == "fewer than 20 in the denominator"


figures = st.fractions(-100, 100)


@given(aim=figures, slack=st.fractions(0, 50), figure=figures, kind=st.sampled_from(ToleranceKind))
def test_low_is_high_upside_down(
    aim: Fraction, slack: Fraction, figure: Fraction, kind: ToleranceKind
) -> None:
    high = target_for(Polarity.HIGH, aim, tolerance=slack, kind=kind)
    low = target_for(Polarity.LOW, -aim, tolerance=slack, kind=kind)
    assert high is not None
    assert low is not None
    assert high.judge(figure) is low.judge(-figure)
