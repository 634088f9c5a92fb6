"""`lif actions update|extend|report-complete|assure|close`: what is written, and what comes first."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.board import Lif
from tests.cli.test_set import changed

OPEN, ASSURED, FRESH = "act-2024-interviews", "act-2024-briefing", "act-2025-survey"


def path(id_: str) -> str:
    return f"data/actions/{id_}.yaml"


@pytest.mark.parametrize(
    ("words", "id_", "lines", "said"),
    [
        (
            "update {} --note 'The rota runs.'",
            OPEN,
            ["+  - on: 2025-06-30", "+      The rota runs."],
            "a note of 2025-06-30; due 2025-03-31",
        ),
        (
            "update {} --note Begun. --begun --on 2025-06-02",
            FRESH,
            [
                "+steps:",
                "+  - state: in-progress",
                "+    on: 2025-06-02",
                "+    by: business-manager",
                "+progress:",
                "+  - on: 2025-06-02",
                "+    by: business-manager",
                "+    text: |",
                "+      Begun.",
            ],
            "a note of 2025-06-02; due 2025-07-20",
        ),
        (
            "extend {} --to 2025-09-30 --reason 'The rota starts late.' --agreed-by neglect",
            OPEN,
            [
                "+  - on: 2025-06-30",
                "+    from_due: 2025-03-31",
                "+    to_due: 2025-09-30",
                "+      The rota starts late.",
            ],
            "due 2025-09-30, which was 2025-03-31; moved twice",
        ),
        (
            "report-complete {}",
            OPEN,
            ["+  - state: reported-complete", "+    on: 2025-06-30"],
            "reported complete; wanted: evidence, and then to be assured by its group",
        ),
        (
            "close {} --impact partly-shown --seen 'Half of schools use it.' --follows 'A visit.'",
            ASSURED,
            [
                "+  - state: closed",
                "+    on: 2025-06-30",
                "+impact:",
                "+  checked_on: 2025-06-30",
                "+  result: partly-shown",
                "+  text: |",
                "+    Half of schools use it.",
                "+  follows: |",
                "+    A visit.",
            ],
            "closed; impact partly shown",
        ),
    ],
)
def test_what_is_written(lif: Lif, board: Path, words: str, id_: str, lines: list[str], said: str) -> None:
    before = (board / path(id_)).read_text(encoding="utf-8")
    ran = lif(f"actions {words.format(id_)} --as-at workspace")
    assert (ran.code, ran.out) == (0, f"{path(id_)}\n"), ran.err
    assert changed(board, before, path(id_)) == lines
    assert ran.err.splitlines()[-1] == f"lif: {id_}: {said}"
    assert lif("validate --as-at workspace --quiet").code == 0


def test_from_begun_to_closed(lif: Lif, board: Path) -> None:
    """One life of an action by commands alone; every step leaves records without an error."""
    for words in (
        "report-complete act-2024-interviews --note 'It runs.' --on 2025-05-10",
        "assure act-2024-interviews --group neglect-group --minute 4.2 --agencies social-care --on 2025-06-01"
        " --evidence evidence-briefing --impact-due 2025-06-20",
        "close act-2024-interviews --impact shown --seen 'Nine of ten in time.' --on 2025-06-21",
    ):
        ran = lif(f"actions {words} --as-at workspace")
        assert ran.code == 0, ran.err
        assert lif("validate --as-at workspace --quiet").code == 0
    ran = lif("actions list --as-at workspace --status closed --format csv")
    assert "act-2024-interviews" in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("update act-2024-interviews", "--note is missing"),
        ("update act-2024-interviews --note x --by nobody", "--by: there is no 'nobody'"),
        ("update act-2024-interviews --note x --begun", "it has begun already: it is in progress"),
        ("update act-2024-interviews --note x --on 2025-07-01", "that day is still to come"),
        ("update act-2024-interviews --note x --on 1/7/2025", "write a date as in 2025-03-31"),
        ("extend act-2024-interviews --to 2025-09-30 --reason x", "--agreed-by is missing"),
        ("extend act-2024-interviews --to 2025-09-30 --agreed-by neglect", "--reason is missing"),
        (
            "extend act-2024-interviews --to 2025-03-31 --reason x --agreed-by neglect",
            "is its due date already",
        ),
        ("extend act-2024-briefing --to 2025-09-30 --reason x --agreed-by neglect", "its date cannot move"),
        ("report-complete act-2024-briefing", "it is assured already"),
        ("assure act-2024-interviews --group neglect", "its owner reports it complete first"),
        ("close act-2024-interviews --impact shown --seen x", "a group is satisfied first"),
        ("close act-2024-briefing --impact not-shown --seen x", "something follows from it: say what"),
        ("close act-2024-briefing --impact perhaps --seen x", "write shown, partly-shown"),
        ("close nobody --impact shown --seen x", "there is no 'nobody'"),
    ],
)
def test_what_comes_first_is_said(lif: Lif, board: Path, words: str, said: str) -> None:
    before = {each: each.read_bytes() for each in (board / "data").rglob("*.yaml")}
    ran = lif(f"actions {words} --as-at workspace")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert {each: each.read_bytes() for each in (board / "data").rglob("*.yaml")} == before


def test_the_owners_agency_alone_cannot_assure(lif: Lif, board: Path) -> None:
    lif("actions report-complete act-2024-interviews --as-at workspace")
    before = (board / path(OPEN)).read_bytes()
    ran = lif(
        "actions assure act-2024-interviews --group neglect-group --minute 1 --agencies police"
        " --evidence evidence-briefing --as-at workspace"
    )
    assert ran.code == 1
    assert "A104" in ran.err
    assert (board / path(OPEN)).read_bytes() == before


def test_a_reminder_has_its_answer(lif: Lif, board: Path) -> None:
    file = board / path(OPEN)
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}chases:\n  - on: 2025-06-10\n    to: police-lead\n", encoding="utf-8")
    assert lif("actions update act-2024-interviews --note 'It runs.' --as-at workspace").code == 0
    assert "    to: police-lead\n    answered_on: 2025-06-30\n" in file.read_text(encoding="utf-8")


def test_a_group_is_satisfied_on_the_day_of_its_meeting(lif: Lif, board: Path) -> None:
    assert lif("actions report-complete act-2024-interviews --on 2024-09-01 --as-at workspace").code == 1
    assert lif("actions report-complete act-2025-survey --on 2025-05-20 --as-at workspace").code == 0
    before = (board / path(FRESH)).read_text(encoding="utf-8")
    ran = lif(
        "actions assure act-2025-survey --group learning-group --meeting hill-board-2024-09-10 --minute 3"
        " --evidence evidence-briefing,evidence-briefing --agencies police --as-at workspace"
    )
    assert (ran.code, ran.out) == (2, "")  # the meeting was before it was reported complete
    assert "its owner reports it complete first" in ran.err
    assert (board / path(FRESH)).read_text(encoding="utf-8") == before


def test_a_date_does_not_move_into_the_past(lif: Lif, board: Path) -> None:
    ran = lif(f"actions extend {OPEN} --to 2025-05-01 --reason x --agreed-by neglect --as-at workspace")
    assert ran.code == 2
    assert "2025-05-01 is before 2025-06-30, the day on which it is agreed" in ran.err


def test_evidence_is_linked_once_when_it_closes(lif: Lif, board: Path) -> None:
    seen = "--impact shown --seen 'Schools use it.' --evidence evidence-briefing,evidence-briefing"
    assert lif(f"actions close {ASSURED} {seen} --as-at workspace").code == 0
    assert (board / path(ASSURED)).read_text(encoding="utf-8").count("evidence-briefing") == 1
