"""Rounding is half away from zero, only for display, and never contradicts the colour."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.measures.rounding import exact, rounded, rounded_beside


@pytest.mark.parametrize(
    ("number", "places", "shown"),
    [
        (Decimal("2.5"), 0, "3"),
        (Decimal("-2.5"), 0, "-3"),
        (Decimal("0.5"), 0, "1"),
        (Decimal("1.25"), 1, "1.3"),
        (Decimal("1.35"), 1, "1.4"),
        (2.675, 2, "2.68"),
        (1.005, 2, "1.01"),
        (Fraction(2, 3), 2, "0.67"),
        (80, 1, "80.0"),
        (Decimal("-0.04"), 1, "0.0"),
        (Fraction(-1, 20), 1, "-0.1"),
        (0, 0, "0"),
        (123_456_789, 0, "123456789"),
        (Decimal("99.95"), 1, "100.0"),
    ],
)
def test_half_goes_away_from_zero(number: Decimal | Fraction | float, places: int, shown: str) -> None:
    assert str(rounded(number, places)) == shown


@pytest.mark.parametrize("number", [float("inf"), float("nan"), Decimal("NaN")])
def test_what_is_no_number_is_not_shown(number: float | Decimal) -> None:
    with pytest.raises(ValueError, match="not a number that can be shown"):
        rounded(number, 1)


def test_places_are_not_negative() -> None:
    with pytest.raises(ValueError, match="write 0 or more"):
        rounded(5, -1)


def at_least_90(number: Fraction) -> bool:
    return number >= 90


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (Decimal("89.96"), "89.96"),
        (Decimal("89.996"), "89.996"),
        (Decimal("90.04"), "90.0"),
        (Decimal("89.94"), "89.9"),
        (Fraction(8_999_999_999, 10**8), "90.0000000"),
    ],
)
def test_a_display_that_would_contradict_the_colour_shows_more(
    number: Decimal | Fraction, shown: str
) -> None:
    assert str(rounded_beside(number, 1, at_least_90)) == shown


numbers = st.fractions(min_value=-(10**6), max_value=10**6) | st.decimals(
    -(10**6), 10**6, allow_nan=False, places=6
)


@given(number=numbers, places=st.integers(0, 4))
def test_rounding_moves_at_most_half_a_unit_and_is_even_handed(
    number: Fraction | Decimal, places: int
) -> None:
    shown = rounded(number, places)
    assert abs(Fraction(shown) - exact(number)) <= Fraction(1, 2 * 10**places)
    assert rounded(-number, places) == -shown
    assert rounded(shown, places) == shown
