"""The command as the system sees it: closed pipes, full disks, consoles without Unicode, Ctrl-C, crashes."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.board import Write

from lif.cli.crash import tell

LIF = [sys.executable, "-m", "lif"]
FULL = Path("/dev/full")


def started(board: Path, *words: str, **settings: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, **settings}
    pipe = subprocess.PIPE
    return subprocess.Popen([*LIF, *words], cwd=board, env=environment, stdout=pipe, stderr=pipe)


def test_a_closed_pipe_is_a_quiet_end(board: Path, workspace: Write) -> None:
    more = "".join(f"- id: theme-{n}\n  name: {'Long ' * 20}{n}\n" for n in range(1500))
    workspace({"framework/themes.yaml": (board / "framework" / "themes.yaml").read_text() + more})
    for words in (["list", "themes"], ["list", "themes", "--format", "json"], ["validate"]):
        process = started(board, *words)
        assert process.stdout and process.stderr
        process.stdout.read(10)
        process.stdout.close()
        remarks = process.stderr.read().decode()
        assert process.wait(30) == 0, remarks
        assert "Traceback" not in remarks
        assert "Exception" not in remarks


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize(
    "words", [["list", "actions"], ["validate"], ["--version"], ["--help"], ["schema", "action"]]
)
def test_a_full_disk_is_a_message(board: Path, words: list[str]) -> None:
    with FULL.open("w") as full:
        ran = subprocess.run(
            [*LIF, *words], cwd=board, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (ran.returncode, ran.stderr) == (2, "lif: could not go on: the disk is full\n")


def test_no_stdout_at_all_is_no_crash(board: Path) -> None:
    ran = subprocess.run(
        ["/bin/sh", "-c", f"{' '.join(LIF)} list actions >&-"], cwd=board, capture_output=True, check=False
    )
    assert (ran.returncode, b"Traceback" in ran.stderr) == (0, False)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850"])
def test_a_console_without_unicode_never_crashes(board: Path, workspace: Write, encoding: str) -> None:
    title = "title: Interviews – “within” three days ≥ 72 hours → 日本 ✓"
    path = "data/actions/act-2024-interviews.yaml"
    workspace({path: (board / path).read_text().replace("title: Interviews within three days", title)})
    process = started(board, "show", "act-2024-interviews", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    out, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    words = out.decode(encoding).splitlines()[1]
    assert words.endswith("72 hours -> ?? yes")
    if encoding == "ascii":
        assert words.startswith('Interviews - "within" three days >= 72')


def test_data_is_utf_8_on_any_console(board: Path) -> None:
    process = started(
        board, "explain", "--list", "--format", "json", PYTHONIOENCODING="cp1252", PYTHONUTF8="0"
    )
    out, _ = process.communicate(timeout=30)
    out.decode("utf-8")


def test_ctrl_c_is_130_and_says_nothing(board: Path) -> None:
    """Validation waits here for a pipe that nobody fills, so that the signal comes while it is at work."""
    os.mkfifo(board / "found")
    process = started(board, "validate", "--out", "found")
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    _, remarks = process.communicate(timeout=30)
    assert (process.returncode, remarks) == (130, b"")


def test_a_crash_is_three_lines_without_a_value(board: Path) -> None:
    """The check itself is broken here from outside, which no record can do."""
    code = (
        "import sys; from lif.checks import registry; from lif.checks.finding import check\n"
        "def broken(register, as_at):\n    raise ValueError('Kayleigh Example')\n    yield\n"
        "registry.CHECKS = (check('Z999')(broken),)\n"
        "from lif.__main__ import main\nsys.argv = ['lif', 'validate']\nsys.exit(main())\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=board, capture_output=True, text=True, check=False)
    assert ran.returncode == 3
    assert ran.stdout == ""
    assert "'lif validate' stopped because of a fault in lif itself" in ran.stderr
    assert "Z999" in ran.stderr
    assert "Kayleigh" not in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["report", "coverage", "--group", "x"], "lif report coverage"),
        (["actions", "overdue"], "lif actions overdue"),
        (["site", "coverage"], "lif site"),
        (["trace", "review-x"], "lif trace"),
        (["report", "kayleigh"], "lif report"),
        (["kayleigh"], "lif"),
        ([], "lif"),
    ],
)
def test_a_crash_names_the_command_and_no_word_of_the_user(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert tell(ValueError("x"), words) == 3
    assert capsys.readouterr().err.startswith(f"lif: '{said}' stopped because of a fault in lif itself")


@pytest.mark.parametrize(
    ("columns", "expected"), [(200, "days overdue"), (70, "Interviews within three days\r\n")]
)
def test_a_terminal_gets_a_table_when_it_is_wide_and_lines_when_not(
    board: Path, columns: int, expected: str
) -> None:
    out = on_terminal(board, columns, "actions", "overdue", "--as-at", "workspace", "--no-color")
    assert expected in out
    assert "\x1b[" not in out
    assert max(len(line) for line in out.splitlines()) <= columns


def on_terminal(board: Path, columns: int, *words: str) -> str:
    """What a command prints on a terminal that is so wide."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm-256color"}
    process = subprocess.Popen(
        [*LIF, *words], cwd=board, env=environment, stdout=theirs, stderr=subprocess.DEVNULL
    )
    os.close(theirs)
    printed = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        printed += piece
    assert process.wait(30) == 0
    os.close(ours)
    return printed.decode()
