"""`lif reviews`: narrowed by kind, group and status; JSON by its schema; cases that led to no review."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from tests.cli.board import Lif, Write

FILES = {
    "data/reviews/review-a.yaml": """
        id: review-a
        illustrative: true
        title: Review A
        sort: rapid-review
        group: neglect-group
        milestones:
          - step: aware
            on: 2025-05-01
    """,
    "data/reviews/review-b.yaml": """
        id: review-b
        title: Review B
        sort: learning-review
        group: learning-group
        milestones:
          - step: started
            on: 2024-05-01
          - step: completed
            on: 2024-09-01
        publication: not-applicable
    """,
    "data/cases-considered/case-1.yaml": """
        id: case-1
        group: learning-group
        referred: 2025-01-08
        referred_by: police
        decision: no-review
        decided: 2025-01-20
        reasons: |
          The criteria were not met.
    """,
}


def rows(ran_out: str, root: Path, what: str) -> list[dict[str, object]]:
    """The rows of a document, which keeps to its schema."""
    document = json.loads(ran_out)
    folder = root / "src" / "lif" / "exchange" / "outputs"
    schema = json.loads((folder / f"{what}.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(document)] == []
    found: list[dict[str, object]] = document["rows"]
    return found


@pytest.fixture
def reviews(board: Path, workspace: Write) -> Path:
    workspace(FILES)
    return board


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ["review-a", "review-b"]),
        ("--sort learning-review", ["review-b"]),
        ("--group neglect", ["review-a"]),
        ("--status completed", ["review-b"]),
        ("--status closed", []),
    ],
)
def test_the_tracker_is_narrowed(
    lif: Lif, reviews: Path, root: Path, words: str, expected: list[str]
) -> None:
    ran = lif(f"reviews list --as-at workspace {words} --format json")
    assert [row["id"] for row in rows(ran.out, root, "reviews")] == expected


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("list --sort rapid", "--sort rapid: "),
        ("list --status runing", "did you mean running?"),
        ("considered --status no", "--status no: "),
        ("list --group nobody", "--group: there is no 'nobody'"),
    ],
)
def test_an_unknown_word_is_named(lif: Lif, reviews: Path, line: str, said: str) -> None:
    ran = lif(f"reviews {line}")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_cases_that_led_to_no_review(lif: Lif, reviews: Path, root: Path) -> None:
    ran = lif("reviews considered --as-at workspace --format json")
    assert [(row["id"], row["decision"]) for row in rows(ran.out, root, "cases-considered")] == [
        ("case-1", "no-review")
    ]
    assert ran.err == "1 case as at 2025-06-30\n"
    assert lif("reviews considered --as-at 2025-01-07 --format csv").out.count("\n") == 1


def test_what_is_made_up_says_so(lif: Lif, reviews: Path) -> None:
    lines = lif("reviews list --as-at workspace").out.splitlines()
    assert [line.endswith("yes") for line in lines[1:]] == [True, False]
    assert "| yes |" in lif("reviews list --as-at workspace --format md").out


def test_options_alone_mean_the_list(lif: Lif, reviews: Path) -> None:
    assert lif("reviews --as-at workspace --format csv") == lif("reviews list --as-at workspace --format csv")
    assert lif("reviews --sort rapid-review --quiet") == lif("reviews list --sort rapid-review --quiet")
