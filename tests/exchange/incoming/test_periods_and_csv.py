"""Periods as sheets say them, and CSV files of every kind: one meaning, or words that say what is wrong."""

from __future__ import annotations

import time
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lif.calendars import Period, financial_year
from lif.exchange.incoming.cells import Form
from lif.exchange.incoming.child_level import refusal
from lif.exchange.incoming.csv_files import read_csv
from lif.exchange.incoming.period_words import period_of, year_in
from lif.exchange.incoming.sheets import Sheet
from lif.exchange.incoming.values import Problem
from lif.exchange.workbooks.package import CannotOpen

YEAR = financial_year(2025)


@pytest.mark.parametrize(
    ("cell", "kind", "spelt"),
    [
        *(
            (text, "quarter", "2025-26-Q2")
            for text in ("2025-26-Q2", "2025/26 Q2", "Q2 2025/26", "Q2", "Qtr 2")
        ),
        *((text, "quarter", "2025-26-Q2") for text in ("Quarter 2", "2nd quarter", "Quarter 2 2025-26")),
        *((text, "quarter", "2025-26-Q2") for text in ("July to September 2025", "Jul-Sep 25", "30/09/2025")),
        *(
            (text, "month", "2025-04")
            for text in ("Apr-25", "April 2025", "2025-04", "Apr 2025", "01/04/2025")
        ),
        (datetime(2025, 4, 1), "month", "2025-04"),
        (date(2025, 9, 30), "quarter", "2025-26-Q2"),
        ("2025/26", "financial-year", "2025-26"),
        ("31 March 2026", "snapshot", "2026-03-31"),
        (2025.0, "calendar-year", "2025"),
    ],
)
def test_periods_that_have_one_meaning(cell: object, kind: str, spelt: str) -> None:
    found = period_of(cell, kind, YEAR, Form(dates="day-first"))  # type: ignore[arg-type]
    assert isinstance(found, Period), found
    assert str(found) == spelt


@pytest.mark.parametrize(
    ("cell", "kind", "words"),
    [
        ("2025/27 Q2", "quarter", "of no year"),
        ("Q5", "quarter", "no period that is known"),
        ("May to July 2025", "quarter", "no period that is known"),
        ("13/07/2025", "quarter", "a single day is no quarter"),
        ("03/04/2025", "month", "can be read as"),
        ("2025/26", "quarter", "of another kind"),
        ("2011-12", "month", "of another kind"),
        ("latest", "quarter", "no period that is known"),
    ],
)
def test_periods_that_are_refused(cell: str, kind: str, words: str) -> None:
    found = period_of(cell, kind, YEAR)
    assert isinstance(found, Problem), found
    assert words in found.words


def test_a_bare_quarter_needs_a_year() -> None:
    assert isinstance(period_of("Q2", "quarter"), Problem)
    assert year_in("Figures for 2025/26") == YEAR
    assert year_in("2024/25 and 2025/26") is None
    assert year_in("2025/27") is None


@given(st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_at_all_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(content)
    try:
        found = read_csv(path)
    except CannotOpen as why:
        assert str(why)
        return
    lines = [line for line, _ in found.rows]
    assert lines == sorted(set(lines))
    refusal([Sheet("any", [list(cells) for _, cells in found.rows])])


@given(
    st.lists(st.lists(st.text("abcX1 ,;\t\"'\n", max_size=6), min_size=2, max_size=4), min_size=1, max_size=5)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_a_csv_writer_wrote_is_what_is_read(tmp_path: Path, rows: list[list[str]]) -> None:
    import csv

    width = max(map(len, rows))
    square = [[*row, *[""] * (width - len(row))] for row in rows]
    path = tmp_path / "written.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("sep=,\r\n")
        csv.writer(file, lineterminator="\r\n").writerows(square)
    read = [list(cells) for _, cells in read_csv(path).rows if any(cells)]
    assert read == [row for row in square if any(row)]


def test_a_long_sheet_is_looked_through_in_seconds() -> None:
    heads: list[object] = ["Measure", "Period", "Numerator", "Denominator", "Comment"]
    rows = [
        [f"Measure {n % 90}", f"2024/25 Q{n % 4 + 1}", n % 900, 1000 + n % 77, f"Said {n}"]
        for n in range(4000)
    ]
    began = time.process_time()
    assert refusal([Sheet("Long", [heads, *rows])]) is None  # type: ignore[list-item]
    assert time.process_time() - began < 15
