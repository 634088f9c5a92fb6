"""The README of each example: every command in its table of promises is typed, and answers what it says."""

from __future__ import annotations

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from lif.cli.running import run
from lif.diagnostics import line
from lif.workspace import Workspace

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
BOARDS = {"hull": 60, "liverpool": 29, "southend": 41}
"""How many promises each table asks for."""
AS_AT = date(2025, 12, 10)


def _asked(board: str) -> list[tuple[str, str, str]]:
    table = (EXAMPLES / board / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\|.*\| `lif ([^`]+)` \| ([^|]+) \|$", table, re.MULTILINE)
    return [(board, command, says.strip()) for command, says in rows]


ASKED = [row for board in BOARDS for row in _asked(board)]


@pytest.mark.parametrize("board", BOARDS)
def test_a_table_has_all_its_lines(board: str) -> None:
    assert sum(row[0] == board for row in ASKED) == BOARDS[board]


@pytest.fixture(scope="module")
def answers() -> dict[tuple[str, str], str]:
    """What each command answered, so that each is run once."""
    return {}


@pytest.mark.parametrize(
    ("board", "command", "says"), ASKED, ids=[f"{one[0]}: {one[1]}: {one[2]}" for one in ASKED]
)
def test_a_command_of_a_table_answers(
    board: str,
    command: str,
    says: str,
    answers: dict[tuple[str, str], str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if (board, command) not in answers:
        words = shlex.split(command)
        if words[0] != "explain":
            words += ["--root", str(EXAMPLES / board), "--as-at", "workspace"]
        if words[0] in ("report", "scorecard"):
            words += ["--out", str(tmp_path)]
        code = run(words)
        printed = capsys.readouterr()
        assert code == 0, printed.err
        files = (one.read_text(encoding="utf-8") for one in tmp_path.rglob("*") if one.is_file())
        answers[board, command] = " ".join(" ".join((printed.out, printed.err, *files)).split())
    assert says in answers[board, command]


@pytest.mark.parametrize("board", BOARDS)
def test_nothing_stands_against_an_example(board: str) -> None:
    found = Workspace.load(EXAMPLES / board, AS_AT).diagnostics
    assert [line(each) for each in found] == []
