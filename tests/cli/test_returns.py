"""`lif returns`: who owes what, as it was known on a day, narrowed as people name things."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.board import BOARD, Lif, Write
from tests.cli.returns_board import RETURNS
from tests.cli.test_audits import valid


@pytest.fixture
def returns(workspace: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = workspace({**BOARD, **RETURNS})
    monkeypatch.chdir(folder)
    return folder


def rows(lif: Lif, line: str) -> dict[str, dict[str, Any]]:
    found = json.loads(lif(f"returns {line} --format json").out)["rows"]
    return {f"{row['agency']} {row['period']}": row for row in found}


MONTHS = [f"social-care 2025-0{number}" for number in (4, 5, 6)]


def test_without_a_quarter_what_is_collected_and_what_is_owed_from_before(lif: Lif, returns: Path) -> None:
    found = rows(lif, "--as-at 2025-06-18")
    assert {name: row["state"] for name, row in found.items()} == {
        "ccg 2023-24": "late",
        "police 2024-25-Q3": "late",
        "police 2025": "late",
        "police 2024-25-Q4": "queried",
        "social-care 2025-05": "not-due-yet",
    }
    assert list(found)[:3] == ["ccg 2023-24", "police 2024-25-Q3", "police 2025"], "the longest owed first"


def test_the_latest_quarter_is_the_one_being_collected(lif: Lif, returns: Path) -> None:
    assert set(rows(lif, "--quarter latest --as-at 2025-07-02")) == {"police 2025-26-Q1", *MONTHS}
    assert list(rows(lif, "--quarter latest --as-at 2024-01-02")) == []


def test_a_quarter_holds_every_period_that_ended_in_it(lif: Lif, returns: Path) -> None:
    found = rows(lif, "--quarter 2024-25-Q4 --as-at 2025-06-18")
    assert list(found) == ["police 2024-25-Q4"]
    found = rows(lif, "--quarter current --as-at 2025-06-18")
    assert list(found) == ["social-care 2025-04", "social-care 2025-05"]


def test_what_is_filled_queried_and_missing(lif: Lif, returns: Path) -> None:
    row = rows(lif, "--quarter 2024-25-Q4 --as-at 2025-06-18")["police 2024-25-Q4"]
    assert (row["owed"], row["filled"], row["not_available"], row["missing"]) == (
        2,
        1,
        0,
        ["notices/quarter"],
    )
    assert (row["open_queries"], row["queried_since"]) == (1, "2025-05-06")
    assert (row["late_before"], row["of_before"]) == (2, 3), "one late by five days, and one that never came"
    row = rows(lif, "--quarter 2024-25-Q2 --as-at 2025-06-18")["police 2024-25-Q2"]
    assert (row["filled"], row["not_available"], row["state"], row["days_late"]) == (1, 1, "received-late", 5)
    assert (row["late_before"], row["of_before"]) == (0, 1)


def test_a_monthly_measure_of_a_quarter_is_filled_when_each_month_is(
    lif: Lif, returns: Path, workspace: Write
) -> None:
    schedules = returns / "framework" / "return-schedules.yaml"
    text = schedules.read_text("utf-8").replace("    - notices/quarter\n", "    - notices/month\n")
    schedules.write_text(text, "utf-8")
    months = """
        id: police-2024-25-q3
        agency: police
        period: 2024-25-Q3
        due: 2025-01-30
        received: 2025-01-30
        values:
          - id: calls
            measure: calls/quarter
            numerator: 4
          - id: notices-10
            measure: notices/month
            period: 2024-10
            numerator: 4
          - id: notices-11
            measure: notices/month
            period: 2024-11
            status: not-available
            reason: The system was replaced.
    """
    last = """
          - id: notices-12
            measure: notices/month
            period: 2024-12
            numerator: 1
            reported_on: 2025-02-14
    """
    workspace({"data/returns/police-2024-25-q3.yaml": months})
    one = rows(lif, "--quarter 2024-25-Q3 --as-at 2025-06-18")["police 2024-25-Q3"]
    assert (one["state"], one["filled"], one["missing"]) == ("incomplete", 1, ["notices/month"])
    workspace({"data/returns/police-2024-25-q3.yaml": months.rstrip() + last})
    one = rows(lif, "--quarter 2024-25-Q3 --as-at 2025-06-18")["police 2024-25-Q3"]
    assert (one["state"], one["filled"], one["missing"]) == ("received", 2, [])
    one = rows(lif, "--quarter 2024-25-Q3 --as-at 2025-02-13")["police 2024-25-Q3"]
    assert (one["state"], one["filled"]) == ("incomplete", 1), "the last month was not reported yet"


@pytest.mark.parametrize(
    ("day", "state", "queries", "late"),
    [
        ("2025-04-27", "not-due-yet", 0, 0),
        ("2025-04-28", "incomplete", 0, 0),
        ("2025-05-06", "queried", 1, 0),
        ("2025-05-09", "queried", 2, 0),
        ("2025-05-12", "queried", 1, 0),
    ],
)
def test_the_past_knows_only_what_was_known(
    lif: Lif, returns: Path, day: str, state: str, queries: int, late: int
) -> None:
    row = rows(lif, f"--quarter 2024-25-Q4 --as-at {day}")["police 2024-25-Q4"]
    assert (row["state"], row["open_queries"], row["days_late"]) == (state, queries, late)


def test_a_return_that_came_late_was_late_before_it_came(lif: Lif, returns: Path) -> None:
    row = rows(lif, "--quarter 2024-25-Q2 --as-at 2024-11-03")["police 2024-25-Q2"]
    assert (row["state"], row["received"], row["days_late"], row["filled"]) == ("late", None, 4, 0)


def test_who_is_asked_after_a_post_was_merged_or_ended(lif: Lif, returns: Path) -> None:
    found = rows(lif, "--as-at 2025-06-18")
    assert found["social-care 2025-05"]["role"] == "assistant-director"
    gone = found["ccg 2023-24"]
    assert (gone["role"], gone["role_ended"], gone["agency_name"]) == ("old-nurse", True, "CCG (now ICB)")
    assert gone["role_name"] == "Designated Nurse, CCG (the post has ended)"


def test_an_agency_stands_for_those_before_it(lif: Lif, returns: Path) -> None:
    assert list(rows(lif, "--agency icb --as-at 2025-06-18")) == ["ccg 2023-24"]
    assert list(rows(lif, "--agency icb --as-at 2024-12-01")) == [], "it had not taken over"


def test_the_table_says_it_in_words(lif: Lif, returns: Path) -> None:
    ran = lif("returns --as-at 2025-06-18 --format md")
    for words in (
        "late by 139 days",
        "1 open question since 6 May 2025",
        "1 of 2, 1 missing",
        "section 11, 2025",
    ):
        assert words in ran.out
    assert ran.err == "5 returns, 4 with something still owed, as at 2025-06-18\n"


def test_an_agency_without_a_schedule_is_said_to_have_none(lif: Lif, returns: Path) -> None:
    schedules = returns / "framework" / "return-schedules.yaml"
    schedules.write_text(
        schedules.read_text("utf-8").replace("agency: police", "agency: social-care"), "utf-8"
    )
    ran = lif("returns --agency police --as-at 2025-06-18 --quarter 2023-24-Q4")
    assert "no schedule in framework/return-schedules says what 'police' owes" in ran.err
    found = rows(lif, "--agency police --as-at 2025-06-18")
    assert (found["police 2024-25-Q4"]["owed"], found["police 2024-25-Q4"]["missing"]) == (0, [])


def test_a_name_that_begins_like_a_formula_is_text_in_a_spreadsheet(lif: Lif, returns: Path) -> None:
    roles = returns / "framework" / "roles.yaml"
    sly = roles.read_text("utf-8").replace("name: Detective Superintendent", 'name: "=1+1"')
    roles.write_text(sly, "utf-8")
    lines = list(csv.DictReader(io.StringIO(lif("returns --as-at 2025-06-18 --format csv").out)))
    assert {line["role_name"] for line in lines if line["agency"] == "police"} == {"'=1+1"}


def test_fail_if_any_looks_at_what_is_owed_alone(lif: Lif, returns: Path) -> None:
    assert lif("returns --agency social-care --as-at 2025-06-18 --fail-if-any --quiet").code == 0
    assert lif("returns --agency police --as-at 2025-06-18 --fail-if-any --quiet").code == 1
    assert lif("returns --agency police --as-at 2025-06-18 --quiet").code == 0


def test_json_keeps_to_its_schema(lif: Lif, returns: Path, root: Path) -> None:
    document = valid(lif("returns --as-at 2025-06-18 --format json").out, root, "returns")
    assert (document["schema"], document["quarter"]) == ("lif.returns/1", None)
    document = valid(
        lif("returns --quarter 2024-25-Q4 --as-at 2025-06-18 --format json").out, root, "returns"
    )
    assert document["quarter"] == "2024-25-Q4"


@pytest.mark.parametrize(
    "words", ["--quarter soon", "--quarter 2031-32-Q1", "--agency nobody", "--agency ''"]
)
def test_what_is_not_known_is_said(lif: Lif, returns: Path, words: str) -> None:
    ran = lif(f"returns {words} --as-at 2025-06-18")
    assert (ran.code, ran.out) == (2, "")
