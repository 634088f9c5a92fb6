"""Relative rates agree with another computation, and behave as ratios must."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.measures.binomial import at_most, exact_share
from lif.measures.intervals import Position
from lif.measures.relative import Counted, Relative, enough, relative_proportion, relative_rate

# x of n in the group, y of m in the other; ratio, lower, upper.
# Origin: SciPy 1.17.1. Logarithm: stats.contingency.relative_risk (Katz). Score: the chi-squared of Koopman
# with its constrained likelihood found by scipy.optimize, and the roots by brentq.
PROPORTIONS = [
    (60, 250, 300, 2200, 1.76, 1.3784266383699508, 2.2471997520760674),
    (12, 80, 900, 7000, 1.1666666666666667, 0.6900179230739812, 1.9725735601873313),
    (45, 61, 30, 70, 1.7213114754098362, 1.2635888856250324, 2.3448395511266202),
    (10, 40, 10, 50, 1.25, 0.5778187498632604, 2.70413516413194),
    (1000, 4000, 900, 5000, 1.3888888888888888, 1.2822576871815108, 1.5043874292686923),
    (7, 34, 1, 34, 7.0, 1.2208528535148118, 42.575717609760375),
    (3, 25, 40, 600, 1.8, 0.603968965704122, 4.748484868726991),
    (9, 60, 120, 1500, 1.875, 0.9905216756646171, 3.357206758369715),
    (0, 40, 35, 700, 0.0, 0.0, 1.7671183098141536),
    (5, 9, 12, 40, 1.851851851851852, 0.7954379079897766, 3.640424048095268),
    (2, 300, 9, 5000, 3.703703703703704, 0.9035430752298351, 15.06654265302633),
]
# Logarithm: the formula with SciPy's normal deviate; the first is the example of Rothman's textbook (1.9, 1.0
# to 3.4). Exact: stats.binomtest(x, x + y).proportion_ci(method="exact"), turned into ratios.
RATES = [
    (41, 28010, 15, 19017, 1.8557586576222778, 1.0272259976476372, 3.35256331442787),
    (60, 5200, 300, 48000, 1.8461538461538463, 1.399232270533401, 2.435824341279213),
    (10, 1000, 12, 2500, 2.0833333333333335, 0.9001109316835127, 4.821936524712556),
    (250, 900, 100, 1000, 2.7777777777777777, 2.2028350314839984, 3.502781312460755),
    (3, 1200, 40, 30000, 1.875, 0.3710644265335209, 5.887352821606096),
    (9, 800, 9, 1600, 2.0, 0.703398948105584, 5.686673275205945),
    (0, 2500, 60, 40000, 0.0, 0.0, 1.0145701813862735),
    (12, 3000, 4, 9000, 9.0, 2.727695942654746, 38.287033396437955),
]


def same(ours: Relative, ratio: float, lower: float, upper: float) -> bool:
    found = (ours.ratio, ours.interval.lower, ours.interval.upper)
    return all(
        math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12)
        for a, b in zip(found, (ratio, lower, upper), strict=True)
    )


@pytest.mark.parametrize("case", PROPORTIONS)
def test_ratios_of_proportions(case: tuple[float, ...]) -> None:
    x, n, y, m, *expected = case
    assert same(relative_proportion(Counted(x, n), Counted(y, m)), *expected)


@pytest.mark.parametrize("case", RATES)
def test_ratios_of_rates(case: tuple[float, ...]) -> None:
    x, n, y, m, *expected = case
    assert same(relative_rate(Counted(x, n), Counted(y, m)), *expected)


def test_everybody_in_the_group() -> None:
    ours = relative_proportion(Counted(8, 8), Counted(30, 60))
    assert (round(ours.interval.lower, 6), round(ours.interval.upper, 6)) == (1.301512, 2.650058)


@pytest.mark.parametrize(
    ("group", "other", "position"),
    [
        ((60, 250), (300, 2200), Position.HIGHER),
        ((12, 80), (900, 7000), Position.SIMILAR),
        ((10, 400), (300, 2200), Position.LOWER),
    ],
)
def test_positions(group: tuple[int, int], other: tuple[int, int], position: Position) -> None:
    assert relative_proportion(Counted(*group), Counted(*other)).position is position


@pytest.mark.parametrize(
    ("group", "other"),
    [((1, 10), (0, 10)), ((1, 0), (1, 10)), ((-1, 10), (1, 10)), ((1, math.inf), (1, 10)), ((1, 10), (1, 0))],
)
def test_what_cannot_be_divided(group: tuple[float, float], other: tuple[float, float]) -> None:
    for ratio in (relative_proportion, relative_rate):
        with pytest.raises(ValueError, match=r"nothing to divide by|needs some members"):
            ratio(Counted(*group), Counted(*other))


def test_more_events_than_members_are_a_rate_and_no_proportion() -> None:
    assert relative_rate(Counted(30, 20), Counted(40, 50)).ratio == 1.875
    with pytest.raises(ValueError, match="not a proportion"):
        relative_proportion(Counted(30, 20), Counted(40, 50))


@pytest.mark.parametrize(
    ("group", "other", "expected"),
    [
        ((0, 50), (50, 450), True),  # five would be expected, and none is there: that says something
        ((1, 49), (49, 451), False),
        ((3, 3), (900, 9000), False),
        ((40, 9000), (2, 10), False),
        ((0, 0), (0, 0), False),
    ],
)
def test_few_are_not_compared(group: tuple[int, int], other: tuple[int, int], expected: bool) -> None:
    assert enough(Counted(*group), Counted(*other)) is expected


events, more = st.integers(0, 60), st.integers(0, 300)


@given(x=st.integers(1, 60), a=more, y=st.integers(1, 60), b=more)
def test_the_other_way_round_is_one_over_it(x: int, a: int, y: int, b: int) -> None:
    for ratio in (relative_proportion, relative_rate):
        ours, other = (
            ratio(Counted(x, x + a), Counted(y, y + b)),
            ratio(Counted(y, y + b), Counted(x, x + a)),
        )
        assert math.isclose(ours.interval.lower, 1 / other.interval.upper, rel_tol=1e-6)
        assert ours.interval.lower <= ours.ratio * (1 + 1e-9)
        assert ours.ratio <= ours.interval.upper * (1 + 1e-9)


@given(of=st.integers(1, 80), data=st.data())
def test_the_exact_limits_leave_the_tails_they_promise(of: int, data: st.DataObject) -> None:
    found = data.draw(st.integers(0, of))
    low, high = exact_share(found, of, 0.025)
    if found:
        assert math.isclose(1 - at_most(found - 1, of, low), 0.025, rel_tol=1e-6)
    if found < of:
        assert math.isclose(at_most(found, of, high), 0.025, rel_tol=1e-6)
    assert (low == 0.0) is (found == 0)
    assert (high == 1.0) is (found == of)


@pytest.mark.parametrize(("found", "of"), [(-1, 4), (5, 4), (0, 0)])
def test_no_share(found: int, of: int) -> None:
    with pytest.raises(ValueError, match=r"is no share"):
        exact_share(found, of, 0.025)
