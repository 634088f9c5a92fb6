"""The table beside a published series: missing, another header, a broken row, and rows that name nothing."""

from __future__ import annotations

from datetime import date

import pytest
from tests.folders import Write
from tests.small_board import SMALL, indicator

from lif.diagnostics import line
from lif.records.figures import PublishedSeries
from lif.workspace import Workspace

YEARLY = "  - id: year\n    period_kind: financial-year\n    series: published"
SERIES = """
    id: r2024
    title: Figures
    source: stats-2025
    release: "2024"
    released_on: 2024-10-31
    file: f.csv
    sha256: "00"
    mapping: m
    imported_on: 2025-01-01
    rows: {rows}
"""
HEADER = "measure,period,area,breakdown,numerator,denominator,value,status\n"
GOOD = "plans/year,2023-24,hill-town,,30,40,,final\n"


def load(workspace: Write, table: str | None, rows: int = 1) -> Workspace:
    files = {
        **SMALL,
        "framework/indicators/plans.yaml": indicator("plans", measures=YEARLY),
        "framework/import-mappings.yaml": """
            - id: m
              title: The file
              format: csv
              source: stats-2025
              period: financial-year
              columns:
                - measure: plans/year
                  numerator: [n]
                  denominator: [d]
        """,
        "data/published/r2024.yaml": SERIES.format(rows=rows),
    }
    if table is not None:
        files["data/published/r2024.csv"] = table
    return Workspace.load(workspace(files), date(2025, 5, 20))


def test_a_table_in_order(workspace: Write) -> None:
    loaded = load(workspace, HEADER + GOOD)
    assert loaded.errors == ()
    (row,) = loaded.register.rows(loaded.register.record(PublishedSeries, "r2024"))
    assert (row.measure, row.area, row.numerator, row.value, row.status) == (
        "plans/year",
        "hill-town",
        "30",
        "",
        "final",
    )


@pytest.mark.parametrize(
    ("table", "place", "words"),
    [
        (None, "data/published/r2024.csv:1:1: error R1", "there is no file here"),
        ("", "data/published/r2024.csv:1:1: error R", "empty"),
        ("measure;period\n", "data/published/r2024.csv:1:1: error R", "semicolons"),
        (HEADER.replace("area,", "") + GOOD, "data/published/r2024.csv:1:1: error R", "measure,period,area"),
        (HEADER + GOOD + "plans/year,2023-24\n", "data/published/r2024.csv:3:1: error R", "2"),
        (HEADER + GOOD + "\n" + GOOD, "data/published/r2024.csv:3:1: error R", "row"),
        (
            HEADER + 'plans/year,2023-24,"hill-town,,30,40,,final\n',
            "data/published/r2024.csv:2:20: error R",
            "",
        ),
    ],
)
def test_a_table_that_cannot_be_read_is_told_with_its_place(
    workspace: Write, table: str | None, place: str, words: str
) -> None:
    found = [line(each) for each in load(workspace, table).errors]
    assert len(found) == 1
    assert found[0].startswith(place)
    assert words in found[0]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("plan/year,2023-24,hill-town,,30,40,,final", "did you mean 'plans/year'?"),
        ("plans/year,2023-24,hill-twon,,30,40,,final", "did you mean 'hill-town'?"),
        ("plans/year,2023-24,hill-town,,30,40,,finel", "did you mean 'final'?"),
        ("plans/year,last year,hill-town,,30,40,,final", "write it as in 2024-25-Q3"),
        ("plans/year,2023-24,hill-town,,c,40,,final", "'c' in the column 'numerator' is not a plain number"),
    ],
)
def test_a_row_that_names_nothing_is_told_in_its_own_line(workspace: Write, row: str, words: str) -> None:
    (found,) = load(workspace, HEADER + GOOD.replace("2023-24", "2022-23") + f"{row}\n", rows=2).errors
    assert line(found).startswith("data/published/r2024.csv:3:1: error F")
    assert words in line(found)


def test_lost_rows_are_noticed(workspace: Write) -> None:
    (found,) = load(workspace, HEADER + GOOD, rows=2).errors
    assert line(found).startswith("data/published/r2024.yaml:10:7: error F132 the table has 1 rows")
