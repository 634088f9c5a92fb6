"""What is accepted from a cell has one meaning; what has two is refused with how to write it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lif.exchange.incoming.cells import Raw, shown
from lif.exchange.incoming.values import (
    Form,
    NoFigure,
    Problem,
    choice_of,
    count_of,
    date_of,
    percentage_of,
    quantity_of,
    text_of,
)

COUNTS = {
    "12": 12,
    " 12 ": 12,
    "12.0": 12,
    "12.00": 12,
    "0": 0,
    "0.0": 0,
    "zero": 0,
    "1,204": 1204,
    "1,204,307": 1204307,
    "1 204": 1204,
    "1\u00a0204": 1204,
    "1\u202f204": 1204,
    "\u00a012\u00a0": 12,
    "\ufeff12": 12,
    "'12": 12,
    "\u201812": 12,
    "１２": 12,
    "１，２０４": 1204,
    12.0: 12,
    11.999999999999998: 12,
    Decimal("12"): 12,
}


@pytest.mark.parametrize(("cell", "count"), COUNTS.items(), ids=repr)
def test_counts_that_have_one_meaning(cell: str, count: int) -> None:
    assert count_of(cell) == count


REFUSED_COUNTS = {
    "1.204": 'can be read as 1204 or as a decimal: write "1204" or "1.2040"',
    "12,5": 'can be read as 125 or as a decimal: write "125" or "12.5"',
    "1,20": 'write "120" or "1.20"',
    "12,04": "can be read as",
    "1O": "a letter that looks like a figure",
    "l2": "a letter that looks like a figure",
    "12 (est)": "the column for the status",
    "12*": "nothing else",
    "~12": "nothing else",
    "c.12": "nothing else",
    "10-15": "nothing else",
    "10+": "nothing else",
    ">10": "nothing else",
    "1e3": "nothing else",
    "12²": "nothing else",
    "½": "no number in figures",
    "١٢": "no number in figures",
    "012": 'write "12"',
    "00": 'write "0"',
    "1 2": "nothing else",
    "12 34": "nothing else",
    "1,204 307": "nothing else",
    "12%": "is a percentage",
    "-": "a dash is not a number",
    "\u2014": "a dash is not a number",
    "n/a": '"not available" or "not applicable"',
    "N/A": '"not available" or "not applicable"',
    "nil": "nought, or that nothing was sent",
    "None": "nought, or that nothing was sent",
    "*": "hidden, or a footnote",
    "#REF!": "an error of the spreadsheet",
    "#DIV/0!": "an error of the spreadsheet",
    "#N/A": "an error of the spreadsheet",
    "#NAME?": "an error of the spreadsheet",
    "twelve": "no number in figures",
    "-3": "a count is 0 or more",
    -3: "a count is 0 or more",
    "12.5": "not a whole number",
    12.5: "not a whole number",
    0.30000000000000004: "0.3 is not a whole number",
    "1000000000": "out of range",
    "9" * 60: "more than a number",
    float("nan"): "no number",
    float("inf"): "no number",
    True: "true or false",
    False: "true or false",
    date(2026, 3, 4): "holds a date",
    datetime(2026, 3, 4, 10, 0): "holds a date",
    time(3, 4): "a time of day",
    timedelta(hours=3): "a time of day",
}


@pytest.mark.parametrize(("cell", "words"), REFUSED_COUNTS.items(), ids=repr)
def test_counts_that_are_refused_and_how_to_write_them(cell: str, words: str) -> None:
    refused = count_of(cell)
    assert isinstance(refused, Problem), refused
    assert words in refused.words


@pytest.mark.parametrize("cell", ["", None, " ", "\u00a0", "\u200b", "'"])
def test_a_blank_is_neither_nought_nor_anything_else(cell: str | None) -> None:
    for read in (count_of, quantity_of, percentage_of, date_of, text_of):
        assert read(cell) is None
    assert choice_of(cell, ["final"]) is None


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        *(("c", "suppressed"), ("[c]", "suppressed"), ("<5", "suppressed"), ("< 5", "suppressed")),
        *(("fewer than 6", "suppressed"), ("less than 5", "suppressed"), ("Suppressed", "suppressed")),
        *(("x", "not-available"), ("..", "not-available"), (":", "not-available")),
        *(("Not available", "not-available"), ("z", "not-applicable"), ("not applicable", "not-applicable")),
        *(("low", "low"), ("[low]", "low"), ("awaited", "awaited"), ("＜5", "suppressed")),
    ],
)
def test_signs_say_why_there_is_no_figure_and_are_never_one(cell: str, status: str) -> None:
    for read in (count_of, quantity_of, percentage_of):
        read_as = read(cell)
        assert isinstance(read_as, NoFigure)
        assert read_as.status == status


def test_nil_is_nought_only_where_the_column_says_so() -> None:
    assert count_of("nil", Form(nil_is_zero=True)) == 0
    assert count_of(" None ", Form(nil_is_zero=True)) == 0
    assert isinstance(count_of("-", Form(nil_is_zero=True)), Problem)


def test_the_mapping_can_say_what_a_word_means() -> None:
    form = Form(statuses={"n/a": "not-applicable", "*": "suppressed", "-": "not-available"})
    assert [count_of(word, form) for word in ("N/A", "*", "-")] == [
        NoFigure("not-applicable"),
        NoFigure("suppressed"),
        NoFigure("not-available"),
    ]


def test_commas_do_not_group_where_semicolons_part_the_cells() -> None:
    refused = count_of("1,204", Form(commas_group=False))
    assert isinstance(refused, Problem)
    assert 'write "1204" or "1.204"' in refused.words


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        *(("12.5", "12.5"), (0.30000000000000004, "0.3"), ("0.30000000000000004", "0.3"), (1.204, "1.204")),
        *(("0.204", "0.204"), ("1,204.5", "1204.5"), (37 / 3, "12.33333333"), ("1.2040", "1.204")),
        *(("556.79999999999995", "556.8"), ("12", "12"), (0.0, "0"), ("0.00", "0"), (-0.0, "0")),
    ],
)
def test_quantities(cell: str | float, number: str) -> None:
    assert str(quantity_of(cell)) == number


def test_a_negative_quantity_is_taken_only_where_it_can_be_one() -> None:
    assert isinstance(quantity_of("-1.5"), Problem)
    assert quantity_of("-1.5", Form(negative=True)) == Decimal("-1.5")
    assert quantity_of("−1.5", Form(negative=True)) == Decimal("-1.5")


def test_places_beyond_what_a_record_keeps_are_rounded_by_whoever_wrote_them() -> None:
    assert isinstance(quantity_of("0.123456789"), Problem)
    assert quantity_of("0.123456780") == Decimal("0.12345678")


@pytest.mark.parametrize(
    ("cell", "number"),
    [("12%", "12"), ("12.5 %", "12.5"), (12, "12"), ("0.4%", "0.4"), (0, "0"), ("100％", "100")],
)
def test_percentages(cell: str | int, number: str) -> None:
    assert str(percentage_of(cell)) == number


@pytest.mark.parametrize("cell", [0.12, "0.12", 1, "1", "%", "c%", "12%%", "%12"])
def test_a_share_of_one_is_not_guessed_to_be_a_percentage(cell: str | float) -> None:
    assert isinstance(percentage_of(cell), Problem)


LAST_OF_MARCH = [
    *("2026-03-31", "2026/3/31", "2026.03.31", "20260331", "2026-03-31 00:00:00", "2026-03-31T09:30"),
    *("31/3/2026", "31.03.2026", "31-3-2026", "3/31/2026", "31 March 2026", "31st March 2026"),
    *("31-Mar-26", "31 Mar 26", "31/Mar/2026", "March 31, 2026", "Mar 31 2026", "Tuesday 31 March 2026"),
    *("Tue, 31 Mar 2026", "31st of March 2026", " 31\u00a0March 2026 ", "３１/3/2026", "'31/3/2026"),
    *(date(2026, 3, 31), datetime(2026, 3, 31, 14, 5), 20260331, 20260331.0),
]


@pytest.mark.parametrize("cell", LAST_OF_MARCH, ids=repr)
def test_days_that_can_be_one_day_only(cell: str) -> None:
    assert date_of(cell) == date(2026, 3, 31)


REFUSED_DAYS = {
    "03/04/2026": "can be read as 4 March 2026 or 3 April 2026",
    "3.4.2026": "can be read as",
    "31/3/26": "a year of two figures",
    "03/04/26": "a year of two figures",
    "31-Mar-62": "a year of two figures",
    "March 2026": "is not a day",
    "Q2": "is not a day",
    "31 Brumaire 2026": "names no month",
    "Monday 31 March 2026": "31 March 2026 is a Tuesday",
    "Frog 31 March 2026": "names no day of the week",
    "31 June 2026": "no such day",
    "31/31/2026": "no day of the calendar",
    "2026-13-01": "no such day",
    "46112": "a bare number is not a day",
    46112: "a bare number is not a day",
    46112.5: "a bare number is not a day",
    "tbc": "is not a day",
    "ongoing": "is not a day",
    "31/3/1926": "the first day it can be",
    "31/3/2126": "the last day it can be",
    True: "true or false",
    time(9, 30): "a time of day",
    "#VALUE!": "an error of the spreadsheet",
    "31/3-2026": "is not a day",
}


@pytest.mark.parametrize(("cell", "words"), REFUSED_DAYS.items(), ids=repr)
def test_days_that_are_refused_and_how_to_write_them(cell: str, words: str) -> None:
    refused = date_of(cell)
    assert isinstance(refused, Problem), refused
    assert words in refused.words


def test_the_same_day_both_ways_is_one_day() -> None:
    assert date_of("04/04/2026") == date(2026, 4, 4)


def test_the_order_of_a_mapping_is_followed_and_holds() -> None:
    assert date_of("03/04/2026", Form(dates="day-first")) == date(2026, 4, 3)
    assert date_of("03/04/2026", Form(dates="month-first")) == date(2026, 3, 4)
    assert date_of("3/4/26", Form(dates="day-first")) == date(2026, 4, 3)
    assert isinstance(date_of("3/31/2026", Form(dates="day-first")), Problem)


def test_day_numbers_of_excel_where_the_column_holds_them() -> None:
    assert date_of(46112, Form(serials=True)) == date(2026, 3, 31)
    assert date_of("46112", Form(serials=True)) == date(2026, 3, 31)
    assert date_of(46112.75, Form(serials=True)) == date(2026, 3, 31)


def test_days_outside_the_period() -> None:
    quarter = (date(2026, 1, 1), date(2026, 3, 31))
    assert date_of("31/3/2026", within=quarter) == date(2026, 3, 31)
    for cell, words in (
        ("1 April 2026", "is after 31 March 2026"),
        ("31/12/2025", "is before 1 January 2026"),
    ):
        refused = date_of(cell, within=quarter)
        assert isinstance(refused, Problem)
        assert words in refused.words


def test_choices_whatever_their_case_and_hyphens() -> None:
    assert choice_of(" Not_Available", ["final", "not-available"]) == "not-available"
    assert choice_of("prov.", {"prov.": "provisional"}) == "provisional"
    refused = choice_of("Kayleigh", ["final", "low"])
    assert isinstance(refused, Problem)
    assert "Kayleigh" not in refused.words
    assert 'write one of "final", "low"' in refused.words


NAMES = ["Kayleigh Marsh", "DN31 1AA", "943 476 5919", "4 Acacia Avenue", "K.M. (aged 13)", "born 3/4/2011"]


@pytest.mark.parametrize("cell", NAMES)
def test_no_message_repeats_what_could_be_about_a_person(cell: str) -> None:
    for read in (count_of, quantity_of, percentage_of, date_of):
        refused = read(cell)
        assert isinstance(refused, Problem)
        assert cell not in refused.words
    assert shown(f"{cell} 12") == "this text"


@given(st.integers(min_value=0, max_value=999_999_999))
def test_every_way_of_writing_a_count_is_the_same_count(number: int) -> None:
    for cell in (
        number,
        float(number),
        str(number),
        f"{number:,}",
        f" {number:,} ".replace(",", " "),
        f"{number}.0",
    ):
        assert count_of(cell) == number or (isinstance(count_of(cell), Problem) and cell == f"{number}.000")


@given(st.dates(date(2000, 1, 1), date(2049, 12, 31)))
def test_every_way_of_writing_a_day_is_that_day_or_refused(day: date) -> None:
    for pattern in ("%Y-%m-%d", "%d %B %Y", "%d-%b-%y", "%A %d %B %Y", "%Y%m%d", "%B %d, %Y"):
        assert date_of(day.strftime(pattern)) == day
    for pattern in ("%d/%m/%Y", "%m/%d/%Y"):
        read = date_of(day.strftime(pattern))
        assert read == day or (isinstance(read, Problem) and day.day <= 12 and day.day != day.month)


def _readings(text: str) -> set[Decimal]:
    """Every number that some reader in some country would take a text of figures and marks to be."""
    ways = {text, text.replace(",", ""), text.replace(".", "").replace(",", "."), text.replace(" ", "")}
    found = set()
    for way in ways:
        try:
            found.add(Decimal(way))
        except ArithmeticError:
            continue
    return found


@given(st.text("0123456789,. ", min_size=1, max_size=9))
@example("1.204")
@example("12,5")
def test_a_quantity_that_is_taken_is_among_its_readings(text: str) -> None:
    read = quantity_of(text)
    if isinstance(read, Decimal):
        assert read in _readings(text.strip())
        if "." in text and "," not in text:
            assert len(text.strip().rpartition(".")[2]) != 3 or text.strip().startswith("0") or len(text) > 7


@given(st.text(max_size=30) | st.floats() | st.integers() | st.datetimes() | st.booleans() | st.none())
def test_any_cell_at_all_is_read_or_refused_and_never_fails(cell: Raw) -> None:
    forms = (
        Form(),
        Form(nil_is_zero=True, dates="day-first", serials=True, commas_group=False, negative=True),
    )
    for form in forms:
        for read in (count_of, quantity_of, percentage_of, date_of):
            answer = read(cell, form)
            if isinstance(answer, Problem) and isinstance(cell, str) and len(cell) > 6:
                assert cell not in answer.words or any(letter.isdigit() for letter in cell)


@given(st.decimals(min_value=0, max_value=10**9, places=4))
def test_a_quantity_is_the_same_from_a_sheet_and_from_text(number: Decimal) -> None:
    assert quantity_of(float(number)) == number
    assert quantity_of(f"{number:f}") == number
