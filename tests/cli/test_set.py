"""`lif set`: one field changes, the rest of the file stays, and what is not in order is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.board import Lif

ACTION = "data/actions/act-2024-interviews.yaml"


def changed(board: Path, before: str, path: str = ACTION) -> list[str]:
    """The lines that went and came."""
    was, now = before.splitlines(), (board / path).read_text(encoding="utf-8").splitlines()
    return [f"-{line}" for line in was if line not in now] + [f"+{line}" for line in now if line not in was]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            "title 'Interviews: within 72 hours'",
            ["-title: Interviews within three days", '+title: "Interviews: within 72 hours"'],
        ),
        ("owner 'Business manager'", ["-owner: police-lead", "+owner: business-manager"]),
        ("themes Neglect --add", ["+  - neglect"]),
        (
            "text 'Offer an interview.'",
            ["-  Offer each missing child an interview within three days.", "+  Offer an interview."],
        ),
        ("progress.0.text 'A rota stands.'", ["-      A rota is drafted.", "+      A rota stands."]),
        ("priorities --clear", ["-priorities:", "-  - priority-neglect"]),
        ("success_measure 'Interviews in time.'", ["+success_measure: |", "+  Interviews in time."]),
        ("illustrative true", ["+illustrative: true"]),
    ],
)
def test_one_field_changes(lif: Lif, board: Path, words: str, lines: list[str]) -> None:
    before = (board / ACTION).read_text(encoding="utf-8")
    ran = lif(f"set act-2024-interviews {words} --as-at workspace")
    assert (ran.code, ran.out) == (0, f"{ACTION}\n"), ran.err
    assert changed(board, before) == lines


def test_a_dry_run_shows_it_and_writes_nothing(lif: Lif, board: Path) -> None:
    before = (board / ACTION).read_bytes()
    ran = lif("set act-2024-interviews owner business-manager --as-at workspace --dry-run")
    assert ran.code == 0
    assert "-owner: police-lead\n+owner: business-manager\n" in ran.out
    assert "nothing was written" in ran.err
    assert (board / ACTION).read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("act-2024-interviews ownr x", 2, "action has no field 'ownr': did you mean 'owner'?"),
        ("act-2024-interviews owner nobody-here", 2, "owner: there is no 'nobody-here'"),
        ("act-2024-interviews due 2025-06-30", 2, "lif actions extend moves the date"),
        ("act-2024-interviews id act-2", 2, "an id never changes"),
        ("act-2024-interviews themes neglect", 2, "themes is a list: --add adds one"),
        ("act-2024-interviews title x --add", 2, "title is no list"),
        ("act-2024-interviews title", 2, "say what is to stand there"),
        ("act-2024-interviews assurance x", 2, "assurance has fields of its own"),
        ("act-2024-interviews progress.7.text x", 2, "progress has 2 here, numbered from 0"),
        ("act-2024-interviews title.x y", 2, "'title' has no fields of its own"),
        ("act-2024-interviews agreed_on 31/3/2025", 1, "write the year first, as in 2025-03-31"),
        ("act-2024-interviews title --clear", 1, "the field 'title' is missing"),
        ("nobody title x", 2, "there is no record 'nobody'"),
        ("act-2024-interviews/none title x", 2, "has no item 'none'"),
    ],
)
def test_what_is_refused_is_refused_in_plain_words(
    lif: Lif, board: Path, words: str, code: int, said: str
) -> None:
    before = (board / ACTION).read_bytes()
    ran = lif(f"set {words} --as-at workspace")
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert (board / ACTION).read_bytes() == before


def test_an_item_goes_by_its_address_and_a_record_in_a_list_by_its_id(lif: Lif, board: Path) -> None:
    ran = lif("set police name 'Hill Constabulary' --as-at workspace")
    assert (ran.code, ran.out) == (0, "framework/agencies.yaml\n")
    path = "data/meetings/hill-board-2024-09-10.yaml"
    before = (board / path).read_text(encoding="utf-8")
    ran = lif("set hill-board-2024-09-10/interviews text 'Interviews are offered.' --as-at workspace")
    assert (ran.code, ran.out) == (0, f"{path}\n"), ran.err
    assert "+      Interviews are offered." in changed(board, before, path)


def test_what_stands_there_already_is_no_change(lif: Lif, board: Path) -> None:
    ran = lif("set act-2024-interviews owner police-lead --as-at workspace")
    assert (ran.code, ran.out) == (0, "")
    assert "nothing to change" in ran.err


def test_a_file_of_windows_keeps_its_ends_of_lines(lif: Lif, board: Path) -> None:
    path = board / ACTION
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    assert lif("set act-2024-interviews owner business-manager --as-at workspace").code == 0
    assert path.read_bytes() == before.replace(b"owner: police-lead", b"owner: business-manager")
