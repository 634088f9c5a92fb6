"""`lif audits`: the calendar narrowed as people name things, gaps said first, JSON by its schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from tests.cli.board import Lif, Write

AUDITS = {
    "data/audits/audit-homes.yaml": """
        id: audit-homes
        illustrative: true
        title: Home visits, and what they saw
        sort: dip-sample
        group: neglect-group
        planned: 2025-26-Q1
        priorities:
          - priority-neglect
        started: 2025-06-02
    """,
    "data/audits/audit-missing.yaml": """
        id: audit-missing
        title: Return interviews
        sort: multi-agency
        group: learning-group
        planned: 2024-25-Q4
    """,
}


def valid(text: str, root: Path, what: str) -> dict[str, object]:
    """The document, which keeps to its schema."""
    document: dict[str, object] = json.loads(text)
    folder = root / "src" / "lif" / "exchange" / "outputs"
    schema = json.loads((folder / f"{what}.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(document)] == []
    return document


@pytest.fixture
def audits(board: Path, workspace: Write) -> Path:
    workspace(AUDITS)
    return board


def test_alone_it_helps(lif: Lif) -> None:
    ran = lif("audits")
    assert (ran.code, "lif audits list --status late" in ran.out) == (0, True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ["audit-missing", "audit-homes"]),
        ("--status late", ["audit-missing"]),
        ("--group neglect", ["audit-homes"]),
        ("--priority 'Neglect'", ["audit-homes"]),
        ("--year 2025-26", ["audit-homes"]),
        ("--year 2024/25", ["audit-missing"]),
        ("--status in-the-field --year 2024-25", []),
    ],
)
def test_the_calendar_is_narrowed(
    lif: Lif, audits: Path, root: Path, words: str, expected: list[str]
) -> None:
    ran = lif(f"audits list --as-at workspace {words} --format json")
    rows = valid(ran.out, root, "audits")["rows"]
    assert isinstance(rows, list)
    assert [row["id"] for row in rows] == expected


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--year 2025", "--year 2025: write a financial year, as in 2025-26"),
        ("--year 2025-26-Q1", "--year 2025-26-Q1: "),
        ("--status lat", "--status lat: did you mean late?"),
        ("--group nobody", "--group: there is no 'nobody'"),
    ],
)
def test_an_unknown_word_is_named(lif: Lif, audits: Path, words: str, said: str) -> None:
    ran = lif(f"audits list {words}")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_priority_that_nobody_looks_at_is_said_first(lif: Lif, board: Path, root: Path) -> None:
    ran = lif("audits list --as-at workspace --format json")
    assert ran.err.splitlines()[0] == (
        "no audit: Neglect (priority-neglect), none reported in the last 12 months, none in the next"
    )
    assert valid(ran.out, root, "audits")["priorities_without_audit"] == ["priority-neglect"]


def test_gaps_and_cycles(lif: Lif, audits: Path, root: Path) -> None:
    gaps = valid(lif("audits gaps --as-at workspace --format json").out, root, "audit-gaps")["rows"]
    assert isinstance(gaps, list)
    assert [(gap["id"], gap["gap"], gap["next"]) for gap in gaps] == [
        ("priority-neglect", False, "audit-homes")
    ]
    ran = lif("audits cycle --as-at workspace --format json")
    assert valid(ran.out, root, "self-assessment")["rows"] == []
    assert "no duty with 'section-11' in its id says how often it comes round" in ran.err


def test_an_example_says_so_in_the_table(lif: Lif, audits: Path) -> None:
    head, _, homes = lif("audits list --as-at workspace").out.splitlines()
    assert head.split()[-1] == "EXAMPLE"
    assert homes.endswith("yes")


def test_options_alone_mean_the_list(lif: Lif, audits: Path) -> None:
    assert lif("audits --as-at workspace --format csv") == lif("audits list --as-at workspace --format csv")
    assert lif("audits --status late --quiet") == lif("audits list --status late --quiet")
