"""Year labels of national files, and the periods they stand for under a mapping's rule."""

from __future__ import annotations

import pytest

from lif.exchange.national.years import NotAPeriod, ees_period, lait_period, quarters_of


@pytest.mark.parametrize(
    ("label", "identifier", "rule", "period"),
    [
        ("2025", "Reporting year", "financial-year", "2024-25"),
        ("2025", "Reporting year", "snapshot-31-march", "2025-03-31"),
        ("202425", "Financial year", "financial-year", "2024-25"),
        ("202425", "Academic year", "academic-year", "2024-25-academic"),
        ("199900", "Academic year", "academic-year", "1999-00-academic"),
        ("2025", "RY", "snapshot-30-september", "2025-09-30"),
        ("2025", "reporting year", "year-to-30-september", "year-to-2025-09-30"),
        ("2024", "Calendar year", "calendar-year", "2024"),
        ("2024", "Reporting year", "mid-year", "2024-06-30"),
    ],
)
def test_what_a_year_stands_for(label: str, identifier: str, rule: str, period: str) -> None:
    assert str(ees_period(label, identifier, rule)) == period


@pytest.mark.parametrize(
    ("label", "identifier", "rule", "words"),
    [
        ("202426", "Academic year", "academic-year", "do not follow each other"),
        ("202425", "Calendar year", "calendar-year", "the mapping says calendar year"),
        ("202425", "Financial year Q1", "financial-year", "not a whole year"),
        ("202425", "Autumn term", "academic-year", "not a whole year"),
        ("2024", "", "calendar-year", "blank time_identifier"),
        ("2024-25", "Financial year", "financial-year", "four digits, or of six"),
        ("0025", "Reporting year", "financial-year", "not a year that statistics"),
    ],
)
def test_what_is_no_whole_year(label: str, identifier: str, rule: str, words: str) -> None:
    with pytest.raises(NotAPeriod, match=words):
        ees_period(label, identifier, rule)


@pytest.mark.parametrize(
    ("label", "rule", "period", "provisional"),
    [
        ("2025", "financial-year", "2024-25", False),
        ("2023/24", "financial-year", "2023-24", False),
        ("2021-22", "academic-year", "2021-22-academic", False),
        ("2016-17 (OT)", "academic-year", "2016-17-academic", False),
        ("2018 (Rev)", "academic-year", "2017-18-academic", False),
        ("2020 (Final)", "academic-year", "2019-20-academic", False),
        ("2025 (prov)", "academic-year", "2024-25-academic", True),
        ("2014-16", "calendar-year", "2014-to-2016", False),
        ("2013/14-15/16", "financial-year", "2013-14-to-2015-16", False),
        ("2025", "snapshot-30-september", "2025-09-30", False),
    ],
)
def test_the_labels_of_lait(label: str, rule: str, period: str, provisional: bool) -> None:
    found, marked = lait_period(label, rule)
    assert (str(found), marked) == (period, provisional)


@pytest.mark.parametrize("label", ["0", "", "all years", "2013/15-15/16"])
def test_a_label_that_is_no_year(label: str) -> None:
    with pytest.raises(NotAPeriod):
        lait_period(label, "financial-year")


def test_a_row_of_months_has_four_quarters() -> None:
    assert [str(one) for one in quarters_of("2013", "Reporting year")] == [
        *("2012-13-Q1", "2012-13-Q2", "2012-13-Q3", "2012-13-Q4")
    ]
