"""What the Tab key offers: commands, options, words, ids of the kind that fits, fields; and never a fault."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.board import Lif

from lif.cli.completing import _OF_COMMANDS, _OF_OPTIONS, completed
from lif.cli.completion import SCRIPTS
from lif.records.kinds import KINDS

SRC = Path(__file__).resolve().parents[2] / "src"


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("val", ["validate"]),
        ("actions report", ["report-complete"]),
        ("actions close act-2024", ["act-2024-briefing", "act-2024-interviews"]),
        ("actions close --impact p", ["partly-shown"]),
        ("actions close act-2024-briefing --im", ["--impact"]),
        ("actions list --group n", ["neglect-group"]),
        ("actions list --group neglect-group --format j", ["json"]),
        ("actions update act-2024-briefing --by b", ["business-manager"]),
        ("actions assure act-2024-briefing --evidence ", ["evidence-briefing"]),
        ("set act-2024-briefing impact.r", ["impact.result"]),
        (
            "set act-2024-briefing due",
            ["due", "due_changes", "due_changes.agreed_by", "due_changes.from_due"],
        ),
        ("show pol", ["police", "police-lead"]),
        ("new act", ["action"]),
        ("new action ow", ["owner="]),
        ("new action owner = pol", ["police-lead"]),
        ("new action source_sort = boa", ["board-decision"]),
        ("set act-2024-briefing owner b", ["business-manager"]),
        ("set act-2024-briefing owner police-lead gro", ["group"]),
        ("set police sector c", ["council"]),
        ("set nobody-here ", []),
        ("explain A101", ["A101"]),
        ("report yearly", ["yearly-report"]),
        ("scorecard --quarter lat", ["latest"]),
        ("completion p", ["powershell"]),
        ("nothing-such x", []),
        ("validate --format xml", []),
    ],
)
def test_what_is_offered(board: Path, line: str, offered: list[str]) -> None:
    found = completed(line.split(" "), board / "data")
    assert found[: max(len(offered), 1)] == offered


def test_ids_are_looked_for_where_their_kinds_stand() -> None:
    folders = {one for table in (_OF_OPTIONS, _OF_COMMANDS) for known in table.values() for one in known}
    assert folders <= {kind.folder for kind in KINDS}


def test_no_record_is_read_for_an_id(board: Path) -> None:
    """Whoever waits at the Tab key does not wait for the records, nor for their classes."""
    words = "import sys; from pathlib import Path; from lif.cli.completing import completed"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{words}; print(completed(['actions', 'close', 'act-2'], Path('.')), 'pydantic' in sys.modules)",
        ],
        cwd=board,
        env={**os.environ, "PYTHONPATH": str(SRC)},
        capture_output=True,
        text=True,
        check=True,
    )
    found = "['act-2024-briefing', 'act-2024-interviews', 'act-2025-survey'] False"
    assert done.stdout.strip() == found


def test_every_command_is_offered_and_every_option_of_one(board: Path) -> None:
    assert {"actions", "set", "new", "--help"} <= set(completed([""], board))
    assert {"--format", "--strict", "--root", "--as-at"} <= set(completed(["validate", "--"], board))


def test_where_there_is_no_board_ids_are_not_offered(tmp_path: Path) -> None:
    assert completed(["show", ""], tmp_path) == []


@pytest.mark.parametrize(
    "words", [["show", "x" * 5_000], ["actions", "--", "-"], [""], ["import", "\x00"], []]
)
def test_whatever_is_asked_it_ends_well_and_quietly(board: Path, words: list[str]) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "lif", "--complete", *(word.replace("\x00", "") for word in words)],
        cwd=board,
        env={**kept, "PYTHONPATH": str(SRC)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("shell", SCRIPTS)
def test_each_shell_has_its_script(lif: Lif, shell: str) -> None:
    ran = lif(f"completion {shell}")
    assert ran.code == 0
    assert "lif --complete" in ran.out or "& lif --complete" in ran.out
    assert lif("completion tcsh").code == 2


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_bash_offers_it(lif: Lif, board: Path, tmp_path: Path) -> None:
    program = tmp_path / "bin/lif"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nPYTHONPATH={SRC} exec {sys.executable} -m lif "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = lif("completion bash").out + (
        'COMP_WORDS=(lif actions close act-2024); COMP_CWORD=3; _lif; echo "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=board,
        env={**os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "act-2024-briefing act-2024-interviews\n"
