"""Figures in words: rounded at display only, thousands in commas, ages in whole months."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small_board import SMALL

from lif.records.indicators import Indicator
from lif.records.reading import read_record
from lif.views.examples import shows_example
from lif.views.shown import age_text, number_text, with_commas
from lif.views.signs import CHANGING, HOLDING, MEETS, RATED


def made(unit: str, decimals: int) -> Indicator:
    data = {
        "id": "seen",
        "name": "Seen",
        "domain": "D",
        "definition": "d",
        "numerator": "n",
        "unit": unit,
        "decimals": str(decimals),
        "counts": "children",
        "polarity": "high",
        "outcomes_class": "how-well",
        "source_return": "r",
        "supplier": "a",
        "owner": "b",
        "group": "c",
        "measures": [{"id": "quarter", "period_kind": "quarter", "series": "returns"}],
    }
    found = read_record(Indicator, data)
    assert isinstance(found, Indicator)
    return found


@pytest.mark.parametrize(
    ("unit", "decimals", "number", "text"),
    [
        ("percent", 1, Fraction(849, 10), "84.9%"),
        ("percent", 0, Fraction(5, 2), "3%"),
        ("percent", 1, Fraction(1, 3), "0.3%"),
        ("count", 0, 1234567, "1,234,567"),
        ("rate", 1, Fraction(17_580_000, 33522), "524.4"),
        ("mean", 2, Fraction(-1, 8), "−0.13"),
        ("count", 0, 0, "0"),
        ("mean", 1, Fraction(-1, 100), "0.0"),
    ],
)
def test_a_figure_in_words(unit: str, decimals: int, number: Fraction, text: str) -> None:
    assert number_text(made(unit, decimals), number) == text


@given(st.fractions(-10_000, 10_000), st.integers(0, 3))
def test_what_is_shown_is_within_half_a_unit_of_the_last_place(number: Fraction, places: int) -> None:
    text = number_text(made("mean", places), number)
    shown = Fraction(Decimal(text.replace(",", "").replace("−", "-")))
    assert abs(shown - number) <= Fraction(1, 2 * 10**places)
    assert with_commas(number, places) == text


@pytest.mark.parametrize(
    ("end", "as_at", "age"),
    [
        (date(2025, 3, 31), date(2025, 3, 31), "less than a month old"),
        (date(2025, 3, 31), date(2025, 4, 29), "less than a month old"),
        (date(2025, 3, 31), date(2025, 4, 30), "1 month old"),
        (date(2025, 3, 31), date(2025, 5, 1), "1 month old"),
        (date(2024, 2, 29), date(2025, 2, 28), "12 months old"),
        (date(2024, 3, 31), date(2025, 3, 31), "12 months old"),
        (date(2025, 1, 15), date(2025, 2, 14), "less than a month old"),
    ],
)
def test_the_age_of_a_figure_in_whole_months(end: date, as_at: date, age: str) -> None:
    assert age_text(end, as_at) == age


def test_no_two_signs_are_told_in_the_same_words() -> None:
    for signs in (CHANGING, MEETS, RATED):
        words = [sign.words for sign in signs.values()]
        assert len(words) == len(set(words))
    assert {sign.words for sign in HOLDING.values()} == {"Improved, holding", "Worsened, holding"}


def test_only_what_is_true_is_an_example() -> None:
    assert not shows_example((("illustrative", 3), None, SMALL))
