"""`lif validate`: what it prints, and the exit codes that scripts rely on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.board import Lif, Write

THEMES = "framework/themes.yaml"
MISSPELT = {
    THEMES: """
        - id: neglect
          name: Neglect
          part_off: missing
        - id: missing
          name: Missing children
          aliases:
            - Runaways
    """
}
PLAIN = {"lif.yaml": "extends: []\nboard: hill\n"}


def test_warnings_are_lines_on_stdout_and_a_sum_on_stderr(lif: Lif, board: Path) -> None:
    ran = lif("validate --as-at workspace")
    assert ran.code == 0
    assert [line.split(": ")[1].split()[:2] for line in ran.out.splitlines()] == [
        ["warning", "A201"],
        ["warning", "L106"],
        ["warning", "L103"],
    ]
    assert ran.out.startswith(
        "data/actions/act-2024-interviews.yaml:14:6: warning A201 in-progress, and 91 days"
    )
    assert ran.err == "3 warnings in 12 files\n"


def test_strict_makes_warnings_fail(lif: Lif, board: Path) -> None:
    assert lif("validate --as-at workspace --strict").code == 1


def test_an_error_has_its_place_its_code_and_its_cure(lif: Lif, board: Path, workspace: Write) -> None:
    workspace(MISSPELT)
    ran = lif("validate --as-at workspace")
    assert ran.code == 1
    assert (
        f"{THEMES}:3:3: error S101 there is no field 'part_off' here (did you mean 'part_of'?)\n" in ran.out
    )
    assert ran.err.startswith("1 error, ")


def test_the_same_words_twice_give_the_same_bytes(lif: Lif, board: Path, workspace: Write) -> None:
    workspace(MISSPELT)
    assert lif("validate --as-at workspace") == lif("validate --as-at workspace")


def test_quiet_leaves_out_the_sum(lif: Lif, board: Path) -> None:
    assert lif("validate --as-at workspace --quiet").err == ""


def test_no_record_is_never_a_green_tick(lif: Lif, workspace: Write) -> None:
    folder = workspace({"lif.yaml": "board: hill\n"})
    ran = lif(f"validate --root {folder}")
    assert ran.code == 2
    assert "no record found in framework/ or data/" in ran.err


def test_a_file_where_no_kind_lives_is_a_problem_and_not_nothing(lif: Lif, workspace: Write) -> None:
    folder = workspace({**PLAIN, "data/action/act-1.yaml": "id: act-1\n"})
    ran = lif(f"validate --root {folder}")
    assert ran.code == 1
    assert "S117" in ran.out


def test_a_syntax_error_is_a_problem_in_the_records(lif: Lif, board: Path, workspace: Write) -> None:
    workspace({THEMES: "- id: [neglect\n"})
    assert lif("validate --as-at workspace").code == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "validate --strct",
            "lif: there is no option --strct here; did you mean --strict? (see lif validate --help)",
        ),
        ("validate --format xml", "lif: --format xml: write text, json, github, sarif or junit"),
        (
            "validate --format jsn",
            "lif: --format jsn: did you mean json? write text, json, github, sarif or junit",
        ),
        (
            "validate --format",
            "lif: --format needs a value, or has one that it does not take (see lif validate --help)",
        ),
        (
            "validate --as-at yesterday",
            "lif: --as-at yesterday: write a date as in 2025-03-31, or 'workspace' …",
        ),
        ("validate --as-at 2025-02-30", "lif: --as-at 2025-02-30: there is no such day"),
        ("validate --root nowhere", "lif: --root nowhere: there is no such folder"),
        ("validate --root framework", "lif: --root framework: there is no lif.yaml in that folder, …"),
        ("validate --out lif.yaml/x", "lif: cannot write lif.yaml/x: a file stands where a folder is wanted"),
        ("valdate", "lif: there is no command 'lif valdate'; did you mean validate?"),
        ("validate now", "lif: this is more than the command takes: now (see lif validate --help)"),
    ],
)
def test_what_cannot_run_says_why(lif: Lif, board: Path, line: str, said: str) -> None:
    ran = lif(line)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.rstrip("\n").startswith(said.removesuffix("…"))


def test_the_nearest_folder_upwards_is_the_workspace(
    lif: Lif, board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(board / "data" / "actions")
    assert lif("validate --as-at workspace").code == 0


def test_without_a_workspace_the_reason_is_said(
    lif: Lif, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = lif("validate")
    assert ran.code == 2
    assert "there is no lif.yaml in" in ran.err


def test_a_day_of_the_workspace_must_be_there(lif: Lif, workspace: Write) -> None:
    folder = workspace({"lif.yaml": "board: hill\n"})
    ran = lif(f"validate --as-at workspace --root {folder}")
    assert (ran.code, "lif.yaml names no as_at" in ran.err) == (2, True)


def test_the_short_way_and_the_library_read_the_same(lif: Lif, board: Path) -> None:
    """`--strict=` is not plain, and so is refused by the library: the short way never guesses."""
    assert lif("validate --strict=yes").code == 2
    assert (
        lif("validate --as-at=workspace --format=json").out
        == lif("validate --format json --as-at workspace").out
    )


def test_a_file_holds_the_answer_and_its_path_is_printed(lif: Lif, board: Path) -> None:
    ran = lif("validate --as-at workspace --format json --out build/found.json")
    assert ran.out == "build/found.json\n"
    assert (
        json.loads((board / "build" / "found.json").read_text(encoding="utf-8"))["schema"] == "lif.validate/1"
    )


def test_an_accepted_warning_is_counted_and_not_listed(lif: Lif, board: Path, workspace: Write) -> None:
    workspace(
        {
            "framework/acceptances.yaml": """
                - id: neglect-has-no-measure
                  code: L106
                  record: priority-neglect
                  reason: |
                    Its indicators come next quarter.
                  accepted_by: hill-board
                  accepted_on: 2025-06-01
                  until: 2025-12-31
            """
        }
    )
    ran = lif("validate --as-at workspace")
    assert "L106" not in ran.out
    assert ran.err == "2 warnings in 13 files; 1 warning accepted\n"
