"""Direction of travel: polarity, dead band, bands, and between which periods an arrow may be drawn."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.calendars import parse_period
from lif.measures.status import Polarity, ToleranceKind
from lif.measures.travel import Arrow, Meaning, may_travel, travel, turns_the_curve


@pytest.mark.parametrize(
    ("earlier", "latest", "polarity", "arrow", "meaning"),
    [
        (80, 84, Polarity.HIGH, Arrow.UP, Meaning.BETTER),
        (84, 80, Polarity.HIGH, Arrow.DOWN, Meaning.WORSE),
        (80, 84, Polarity.LOW, Arrow.UP, Meaning.WORSE),
        (84, 80, Polarity.LOW, Arrow.DOWN, Meaning.BETTER),
        (84, 80, Polarity.INFO, Arrow.DOWN, Meaning.NONE),
        (80, 80, Polarity.INFO, Arrow.LEVEL, Meaning.NONE),
        (80, 80, Polarity.HIGH, Arrow.LEVEL, Meaning.SAME),
        (80, 81, Polarity.HIGH, Arrow.LEVEL, Meaning.SAME),
        (80, Decimal("81.01"), Polarity.HIGH, Arrow.UP, Meaning.BETTER),
    ],
)
def test_change_times_polarity_with_a_dead_band(
    earlier: int, latest: int | Decimal, polarity: Polarity, arrow: Arrow, meaning: Meaning
) -> None:
    found = travel(earlier, latest, polarity=polarity, dead_band=1)
    assert (found.arrow, found.meaning) == (arrow, meaning)
    assert found.change == Fraction(latest) - earlier


@pytest.mark.parametrize(
    ("earlier", "latest", "arrow", "meaning"),
    [
        (18, 16, Arrow.DOWN, Meaning.BETTER),
        (12, 14, Arrow.UP, Meaning.SAME),
        (12, 17, Arrow.UP, Meaning.WORSE),
        (8, 11, Arrow.UP, Meaning.BETTER),
        (8, 17, Arrow.UP, Meaning.SAME),
    ],
)
def test_nearer_to_the_band_is_better(earlier: int, latest: int, arrow: Arrow, meaning: Meaning) -> None:
    found = travel(earlier, latest, polarity=Polarity.BAND, band=(10, 15))
    assert (found.arrow, found.meaning) == (arrow, meaning)


def test_a_band_measure_needs_its_band() -> None:
    with pytest.raises(ValueError, match="needs its band"):
        travel(1, 2, polarity=Polarity.BAND)


@pytest.mark.parametrize(("latest", "arrow"), [(220, Arrow.LEVEL), (221, Arrow.UP), (179, Arrow.DOWN)])
def test_a_relative_dead_band(latest: int, arrow: Arrow) -> None:
    found = travel(200, latest, polarity=Polarity.HIGH, dead_band=10, kind=ToleranceKind.RELATIVE)
    assert found.arrow is arrow


@pytest.mark.parametrize(
    ("earlier", "later", "cumulative", "allowed"),
    [
        ("2024-25-Q1", "2024-25-Q2", False, True),
        ("2024-25-Q2", "2024-25-Q1", False, False),
        ("2024-25-Q1", "2024-25-Q2", True, False),
        ("2023-24-Q2", "2024-25-Q2", True, True),
        ("2024-25-Q1", "2024-25", False, False),
        ("year-to-2024-06-30", "year-to-2024-09-30", False, False),
        ("year-to-2023-09-30", "year-to-2024-09-30", False, True),
        ("2021-22-to-2023-24", "2022-23-to-2024-25", False, False),
        ("2024-03-31", "2025-03-31", False, True),
    ],
)
def test_between_which_periods_an_arrow_may_be_drawn(
    earlier: str, later: str, cumulative: bool, allowed: bool
) -> None:
    assert may_travel(parse_period(earlier), parse_period(later), cumulative=cumulative) is allowed


@pytest.mark.parametrize(
    ("latest", "forecast", "polarity", "turned"),
    [
        (40, 45, Polarity.LOW, True),
        (45, 45, Polarity.LOW, False),
        (50, 45, Polarity.LOW, False),
        (50, 45, Polarity.HIGH, True),
        (50, None, Polarity.HIGH, None),
        (50, 45, Polarity.INFO, None),
        (50, 45, Polarity.BAND, None),
    ],
)
def test_turning_the_curve_is_beating_the_forecast(
    latest: int, forecast: int | None, polarity: Polarity, turned: bool | None
) -> None:
    assert turns_the_curve(latest, forecast, polarity=polarity) is turned


figures = st.fractions(-1000, 1000)
OPPOSITE = {Meaning.BETTER: Meaning.WORSE, Meaning.WORSE: Meaning.BETTER, Meaning.SAME: Meaning.SAME}


@given(earlier=figures, latest=figures, dead=st.fractions(0, 10))
def test_high_and_low_are_opposites(earlier: Fraction, latest: Fraction, dead: Fraction) -> None:
    high = travel(earlier, latest, polarity=Polarity.HIGH, dead_band=dead)
    low = travel(earlier, latest, polarity=Polarity.LOW, dead_band=dead)
    assert high.arrow is low.arrow
    assert OPPOSITE[high.meaning] is low.meaning
