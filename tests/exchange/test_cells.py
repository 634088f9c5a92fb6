"""One cell at a time: numbers, symbols, and what binary floating point left behind."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.exchange.national.cells import NotAFigure, read_cell, read_float_text, rounded


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1758", "1758"),
        (" 0 ", "0"),
        ("21.40", "21.40"),
        ("-2.02", "-2.02"),
        ("−3", "-3"),
        ("1,234,567", "1234567"),
        ("1.5E2", "150"),
    ],
)
def test_a_number(text: str, number: str) -> None:
    assert str(read_cell(text).number) == number


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("c", "suppressed"),
        ("[c]", "suppressed"),
        ("x", "not-available"),
        (":", "not-available"),
        ("u", "not-available"),
        ("z", "not-applicable"),
        ("Z", "not-applicable"),
        ("k", "low"),
        ("low", "low"),
        ("[low]", "low"),
        ("~", "low"),
    ],
)
def test_a_symbol_keeps_why_there_is_no_number(text: str, status: str) -> None:
    cell = read_cell(text)
    assert (cell.number, cell.status) == (None, status)
    assert cell.reason


def test_nought_and_low_stay_apart() -> None:
    assert read_cell("0").number == 0
    assert read_cell("low").number is None


def test_a_provisional_mark_stays_with_its_number() -> None:
    assert (read_cell("12.5 [p]").number, read_cell("12.5 [p]").status) == (Decimal("12.5"), "provisional")


def test_years_and_months_are_read_as_months() -> None:
    assert read_cell("1:09").number == 21


@pytest.mark.parametrize(
    "text", ["", " ", "NA", "NULL", "..", "-", "12 %", "1,23", "1:15", "inf", "nan", "٣", "9" * 14]
)
def test_anything_else_is_no_figure(text: str) -> None:
    with pytest.raises(NotAFigure, match="blank" if not text.strip() else "neither a number nor|more digits"):
        read_cell(text)


@pytest.mark.parametrize(
    ("text", "places", "number"),
    [
        ("556.79999999999995", None, "556.8"),
        ("65.400000000000006", None, "65.4"),
        ("7.1239999999999998E-2", None, "0.0712"),
        ("7.1239999999999998E-2", 2, "0.07"),
        ("19.800000000000001", 2, "19.8"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("438", None, "438"),
    ],
)
def test_float_tails_are_cut_off(text: str, places: int | None, number: str) -> None:
    assert str(read_float_text(text, places).number) == number


@pytest.mark.parametrize("text", ["-", ""])
def test_a_dash_of_lait_is_not_available(text: str) -> None:
    assert read_float_text(text, 1).status == "not-available"


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4), st.integers(0, 3))
def test_rounding_never_moves_more_than_half_a_place(number: Decimal, places: int) -> None:
    assert abs(rounded(number, places) - number) <= Decimal(1).scaleb(-places) / 2


@given(st.floats(min_value=0, max_value=10**6).map(lambda x: round(x, 2)))
def test_a_published_number_survives_its_way_through_binary(number: float) -> None:
    tail = format(Decimal(number), ".17g")
    found = read_float_text(tail, 2).number
    assert found is not None
    assert float(found) == number


@given(st.text(max_size=12))
def test_any_text_is_a_cell_or_is_refused_in_words(text: str) -> None:
    try:
        cell = read_cell(text)
    except NotAFigure as why:
        assert str(why)
    else:
        assert (cell.number is None) == (cell.status not in ("final", "provisional", "estimated"))
