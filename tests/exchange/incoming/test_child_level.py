"""One row a person is refused whatever its shape, with no value in the words; totals are never refused."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from tests.exchange.incoming.sheet_corpus import corpus

from lif.exchange.incoming.cells import Raw, is_blank
from lif.exchange.incoming.child_level import refusal, signs_in
from lif.exchange.incoming.sheets import Sheet

CHILDREN = corpus("child-level")
TOTALS = corpus("aggregate")


def test_the_sheets_are_as_many_as_was_asked() -> None:
    assert len(CHILDREN) >= 40
    assert len(TOTALS) >= 40


@pytest.mark.parametrize("sheet", CHILDREN, ids=lambda sheet: sheet.title)
def test_one_row_a_person_is_refused(sheet: Sheet) -> None:
    assert refusal([sheet]) is not None


@pytest.mark.parametrize("sheet", TOTALS, ids=lambda sheet: sheet.title)
def test_totals_are_not_refused(sheet: Sheet) -> None:
    assert [(sign.place, sign.what) for sign in signs_in(sheet)] == []


@pytest.mark.parametrize("sheet", CHILDREN, ids=lambda sheet: sheet.title)
def test_the_words_hold_no_value_of_the_sheet(sheet: Sheet) -> None:
    words = re.sub(
        r'column [A-Z]+ "[^"]*"|row [0-9]+ "[^"]*"|cell [A-Z]+[0-9]+|sheet "[^"]*"',
        "",
        refusal([sheet]) or "",
    )
    for row in sheet.rows[1:]:
        for cell in row:
            if not is_blank(cell) and len(str(cell)) > 5 and str(cell)[:1].isupper() and " " in str(cell):
                assert str(cell) not in words
    for name in ("Kayleigh", "Marsh", "Tyler", "03/04/2011", "9990000018", "DN31"):
        assert name not in (refusal([sheet]) or "")


def test_the_words_say_where_what_to_send_and_what_to_do() -> None:
    words = refusal(
        [Sheet("Figures", [["Measure", "Q1"], ["Contacts", 12]]), Sheet("Data", CHILDREN[0].rows)]
    )
    assert words is not None
    assert 'sheet "Data", column A "forename" (names of people)' in words
    assert 'column C "dob" (dates of birth)' in words
    assert "Figures" not in words
    assert "Ask for totals instead" in words
    assert "delete it" in words
    assert "lif explain P101" in words
    assert "data protection officer" in words


def test_what_cannot_be_seen_is_looked_at_and_named() -> None:
    rows: list[list[Raw]] = [["Measure", "Q1", "DOB"], ["Contacts", 12, "03/04/2011"]]
    words = refusal([Sheet("Lookup", rows, "hidden sheet", frozenset({2}))])
    assert words is not None
    assert 'hidden sheet "Lookup", hidden column C "dob"' in words


def test_a_sheet_that_is_called_by_a_name_is_not_called_by_it() -> None:
    words = refusal([Sheet("Kayleigh Marsh", CHILDREN[0].rows)])
    assert words is not None
    assert "Kayleigh" not in words
    assert "sheet number 1" in words


def test_a_sheet_for_each_child_is_refused_by_the_titles() -> None:
    plain: list[list[Raw]] = [["Measure", "Score"], ["Home", 3], ["School", 4]]
    assert refusal([Sheet("Home", plain), Sheet("School", plain)]) is None
    words = refusal([Sheet("Kayleigh Marsh", plain), Sheet("Tyler Brook", plain)])
    assert words is not None
    assert "Tyler" not in words


def test_days_as_a_workbook_holds_them() -> None:
    days = [datetime(2011, 4, 3), datetime(2009, 9, 14), datetime(2015, 12, 22), datetime(2018, 7, 8)]
    assert refusal([Sheet("x", [["Birth date"], *([day] for day in days)])]) is not None
    assert refusal([Sheet("x", [[None, day] for day in [*days, datetime(2013, 2, 19)]])]) is not None
    assert refusal([Sheet("x", [["Published on"], *([day] for day in days)])]) is None


def test_heads_with_nothing_beneath_them_are_an_empty_form() -> None:
    assert refusal([Sheet("x", [["Forename", "Surname", "DOB", "NHS number"], ["", "", "", ""]])]) is None


@pytest.mark.parametrize("rows", [[], [[]], [[None]], [[""], [" "]], [["a"]]])
def test_an_empty_sheet_says_nothing(rows: list[list[str]]) -> None:
    assert refusal([Sheet("x", rows)]) is None


LEAST_FOUND, MOST_FALSE = 20 / 24, 0.0
"""The rates that were measured, on sheets for which the rules were not changed (20 of 24, none of 24)."""


def test_the_rates_on_sheets_that_nothing_was_tuned_on() -> None:
    children, totals = corpus("child-level-untuned"), corpus("aggregate-untuned")
    found = sum(refusal([sheet]) is not None for sheet in children) / len(children)
    false = sum(refusal([sheet]) is not None for sheet in totals) / len(totals)
    assert found >= LEAST_FOUND
    assert false <= MOST_FALSE
