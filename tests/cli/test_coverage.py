"""`lif coverage`: parts and states as people name them, forms, exit codes, and what a past day knew."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from tests.cli.board import Lif, Write

FILES = {
    "framework/elements/element-missing.yaml": """
        id: element-missing
        letter: A
        name: Missing children
        good:
          - id: asked
            text: |
              Children are asked why they went.
            audiences: [children]
          - id: found
            text: |
              Children are found.
            audiences: [children]
        learning_routes:
          - id: to-police
            text: |
              What children say reaches the police.
            passes: what children say
            to_agencies: [police]
            silent_after_days: 30
    """,
    "data/voice/voice-1.yaml": """
        id: voice-1
        illustrative: true
        title: Children said
        on: 2025-03-01
        from_whom: children
        method: group
        text: |
          They asked us.
        direction: good
        agency: police
        statements: [element-missing/asked]
    """,
    "data/passages/passage-1.yaml": """
        id: passage-1
        route: element-missing/to-police
        on: 2025-05-01
        text: |
          They were told.
    """,
}


@pytest.fixture
def covered(board: Path, workspace: Write) -> Path:
    workspace(FILES)
    return board


def document(text: str, root: Path, what: str) -> dict[str, Any]:
    """The document, which keeps to its schema."""
    found: dict[str, Any] = json.loads(text)
    path = root / "src" / "lif" / "exchange" / "outputs" / f"{what}.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(found)] == []
    return found


def states(lif: Lif, line: str) -> dict[str, str]:
    rows = json.loads(lif(f"coverage {line} --as-at workspace --format json").out)["rows"]
    return {row["address"]: row["state"] for row in rows}


def test_every_statement_with_what_shows_it(lif: Lif, covered: Path, root: Path) -> None:
    ran = lif("coverage --as-at workspace --format json")
    found = document(ran.out, root, "coverage")
    assert states(lif, "") == {
        "priority-neglect": "not-shown",
        "element-missing/asked": "shown",
        "element-missing/found": "not-shown",
        "element-missing/to-police": "shown",
        "hill/fair": "not-shown",
    }
    assert found["summary"] == {
        "statements": 5,
        "states": {
            "shown-well": 0,
            "shown": 2,
            "looked-at": 0,
            "contested": 0,
            "contradicted": 0,
            "old": 0,
            "not-shown": 3,
        },
        "one_sided": 2,
        "priorities_without_children": ["Neglect"],
        "elements_with_numbers_only": [],
        "nothing_at_all": ["Neglect"],
    }
    assert (ran.code, ran.err) == (0, "5 of 5 statements as at 2025-06-30; nothing shows 3\n")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("--element 'missing children' --state not-shown", ["element-missing/found"]),
        ("--element element-missing --state shown", ["element-missing/asked", "element-missing/to-police"]),
        ("--priority neglect", ["priority-neglect"]),
        ("--priority neglect --commitment", ["priority-neglect", "hill/fair"]),
        ("--state old,not-shown", ["priority-neglect", "element-missing/found", "hill/fair"]),
        ("--function --duty --expectation --question --section11 --tool --responsibility", []),
    ],
)
def test_parts_and_states(lif: Lif, covered: Path, line: str, expected: list[str]) -> None:
    assert list(states(lif, line)) == expected


def test_a_past_day_knows_only_what_was_there(lif: Lif, covered: Path) -> None:
    rows = json.loads(lif("coverage --element missing --as-at 2025-02-28 --format json").out)["rows"]
    assert {row["state"] for row in rows} == {"not-shown"}


def test_the_row_of_an_example_says_so_in_every_form(lif: Lif, covered: Path) -> None:
    line = "coverage --element missing --state shown --as-at workspace"
    for form in ("table", "csv", "md"):
        out = lif(f"{line} --format {form}").out
        head, *rest = out.splitlines()
        assert "example" in head.lower() or "illustrative" in head
        assert [row for row in rest if "Children are asked" in row and "yes" in row]
    rows = list(csv.DictReader(io.StringIO(lif(f"{line} --format csv").out)))
    assert [(row["voice"], row["voice_newest"], row["evidence"]) for row in rows] == [
        ("1", "2025-03-01", "voice-1"),
        ("0", "", "passage-1"),
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("--state not-shown --fail-if-any", 1),
        ("--state old --fail-if-any", 0),
        ("--route --state silent --fail-if-any", 1),
        ("--route --state never-used --fail-if-any", 0),
        ("--state not-shown", 0),
    ],
)
def test_scripts_can_fail_if_any(lif: Lif, covered: Path, line: str, code: int) -> None:
    assert lif(f"coverage {line} --as-at workspace --quiet").code == code


def test_routes_with_their_days_of_silence(lif: Lif, covered: Path, root: Path) -> None:
    ran = lif("coverage --route --as-at workspace --format json")
    (row,) = document(ran.out, root, "routes")["rows"]
    assert (row["state"], row["last"], row["silent_days"], row["allowed_days"], row["passages"]) == (
        "silent",
        "2025-05-01",
        60,
        30,
        ["passage-1"],
    )
    assert ran.err == "1 learning route as at 2025-06-30\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--state shwn", "--state shwn: did you mean shown?"),
        ("--state ,", "--state: name one of shown-well"),
        ("--state silent", "--state silent: "),
        ("--fail-if-any", "--fail-if-any: say of which state"),
        ("--route --duty", "--route: learning routes are listed alone"),
        ("--element nonsense", "--element: there is no 'nonsense'"),
        ("--format pdf", "--format pdf: "),
    ],
)
def test_what_cannot_be_asked(lif: Lif, covered: Path, line: str, said: str) -> None:
    ran = lif(f"coverage {line}")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
