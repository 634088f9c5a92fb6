"""`lif calendar`: ranges, sorts and forms as people ask for them; the file for Outlook and the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from tests.cli.board import Lif, Write

MEETINGS = {
    f"data/meetings/neglect-{day}.yaml": f"""
        id: neglect-{day}
        illustrative: {made_up}
        group: neglect-group
        on: {day}
    """
    for day, made_up in (("2025-07-09", "true"), ("2025-09-17", "false"), ("2026-07-01", "false"))
}


@pytest.fixture
def dates(board: Path, workspace: Write) -> Path:
    workspace(MEETINGS)
    return board


def rows(lif: Lif, root: Path, words: str) -> list[dict[str, object]]:
    """The rows of the JSON document, which keeps to its schema."""
    document = json.loads(lif(f"calendar --as-at workspace --format json {words}").out)
    folder = root / "src" / "lif" / "exchange" / "outputs"
    schema = json.loads((folder / "calendar.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(document)] == []
    found: list[dict[str, object]] = document["rows"]
    return found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "",
            [
                ("2025-03-31", "act-2024-interviews", "late"),
                ("2025-07-09", "neglect-2025-07-09", "ahead"),
                ("2025-07-20", "act-2025-survey", "ahead"),
                ("2025-09-17", "neglect-2025-09-17", "ahead"),
            ],
        ),
        (
            "--sort meeting",
            [("2025-07-09", "neglect-2025-07-09", "ahead"), ("2025-09-17", "neglect-2025-09-17", "ahead")],
        ),
        ("--sort meeting --within 9", [("2025-07-09", "neglect-2025-07-09", "ahead")]),
        ("--sort meeting --within 8", []),
        ("--sort meeting --from 2026-07-01", [("2026-07-01", "neglect-2026-07-01", "ahead")]),
        (
            "--from 2025-03-01 --until 2025-04-30 --sort action",
            [("2025-03-31", "act-2024-interviews", "late")],
        ),
        ("--group learning --within 30", [("2025-07-20", "act-2025-survey", "ahead")]),
    ],
)
def test_what_is_asked_for(
    lif: Lif, dates: Path, root: Path, words: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [(row["start"], row["record"], row["standing"]) for row in rows(lif, root, words)] == expected


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--from 2025-02-30", "--from 2025-02-30: there is no such day"),
        ("--until soon", "--until soon: write a date as in 2025-03-31"),
        ("--within soon", "--within soon: write a number of days from 0 to 36,500"),
        ("--within 3 --until 2025-08-01", "--until and --within: give one of them"),
        ("--from 2025-08-01 --until 2025-07-01", "would end on 2025-07-01, before it begins on 2025-08-01"),
        ("--from 9999-01-01", "--from 9999-01-01: the calendar looks at most 36,500 days ahead"),
        ("--until 9999-12-31", "--until 9999-12-31: the calendar looks at most 36,500 days ahead"),
        ("--from 2100-01-01 --within 36500", "the calendar looks at most 36,500 days ahead"),
        ("--sort meetin", "--sort meetin: did you mean meeting?"),
        ("--format odt", "--format odt: "),
        ("--group nobody", "--group: there is no 'nobody'"),
        ("--format ics --sort audit", "there is no date in that time"),
    ],
)
def test_what_cannot_be_done_is_said(lif: Lif, dates: Path, words: str, said: str) -> None:
    ran = lif(f"calendar --as-at workspace {words}")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_on_the_screen_a_month_is_named_once(lif: Lif, dates: Path) -> None:
    ran = lif("calendar --as-at workspace --within 60")
    firsts = [line.split("  ")[0] for line in ran.out.splitlines()]
    assert firsts == ["MONTH", "Late", "July 2025", ""]
    assert ran.err == "2 dates from 2025-06-30 to 2025-08-29, 1 late before it\n"


def test_the_file_for_outlook_is_the_same_twice_and_written_as_it_is(lif: Lif, dates: Path) -> None:
    words = "calendar --as-at workspace --sort meeting --format ics"
    first, second = lif(words).out, lif(words).out
    assert first == second
    assert lif(f"{words} --out hill.ics").out == "hill.ics\n"
    assert (dates / "hill.ics").read_bytes() == first.encode("utf-8")
    lines = first.split("\r\n")
    assert "\n" not in first.replace("\r\n", "")
    assert [line for line in lines if line.startswith(("UID", "SUMMARY", "X-WR-CALNAME"))] == [
        "X-WR-CALNAME:Hill Safeguarding Children Partnership",
        "SUMMARY:(Illustrative) Meeting: Neglect sub group",
        "UID:neglect-2025-07-09.on@hill.lif",
        "SUMMARY:Meeting: Neglect sub group",
        "UID:neglect-2025-09-17.on@hill.lif",
    ]


def test_a_date_that_moves_keeps_its_name_in_the_file(lif: Lif, dates: Path) -> None:
    files = {
        day: lif(f"calendar --as-at {day} --sort action --group neglect --format ics").out
        for day in ("2024-12-19", "2024-12-20")
    }
    moved = [
        [line for line in text.split("\r\n") if line.startswith(("UID:act-2024-int", "DTSTART", "SEQUENCE"))]
        for text in files.values()
    ]
    assert "UID:act-2024-interviews.due@hill.lif" in moved[0]
    before = moved[0][moved[0].index("UID:act-2024-interviews.due@hill.lif") - 1 :][:3]
    after = moved[1][moved[1].index("UID:act-2024-interviews.due@hill.lif") - 1 :][:3]
    assert before == ["DTSTART;VALUE=DATE:20241231", "UID:act-2024-interviews.due@hill.lif", "SEQUENCE:0"]
    assert after == ["DTSTART;VALUE=DATE:20250331", "UID:act-2024-interviews.due@hill.lif", "SEQUENCE:1"]
