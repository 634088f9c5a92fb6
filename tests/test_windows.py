"""What Windows lacks or does otherwise is not relied on: councils' desktops run it, and most tests do not."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.board import BOARD
from tests.folders import written
from tests.repositories import git
from tests.test_house import imported, modules, place, used

ROOT = Path(__file__).resolve().parent.parent
UNFIT = re.compile(
    r'[<>:"\\|?*\x00-\x1f]|[. ](?=/|$)|(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?(?=/|$)',
    re.IGNORECASE,
)
LONGEST = 160
"""Of 259 characters that Windows takes: the rest is for the folder that somebody clones into."""
FOR_UNIX = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
LACKING = {"os.fork", "os.getuid", "os.geteuid", "os.mkfifo", "os.chown", "os.setsid", "signal.SIGKILL"}
SPARED = {"lif.source.bulk", "lif.source.locking", "lif.source.writing"}
"""Reads in a second process where there is fork, and by itself where there is none: see the last test.

Locks by the means of the system that it is on, and gives a file back to its owner where files have one."""
NOT_UNIX = """
import os, runpy, sys
for name in ("fork", "getuid", "geteuid", "mkfifo", "chown", "setsid", "killpg", "register_at_fork"):
    if hasattr(os, name):
        delattr(os, name)
class Windows:
    def find_spec(self, name, path=None, target=None):
        if name in {"fcntl", "grp", "pwd", "resource", "syslog", "termios", "tty", "pty"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Windows())
for name in ("fcntl", "grp", "pwd", "resource", "termios"):
    sys.modules.pop(name, None)
sys.argv[0] = "lif"
runpy.run_module("lif", run_name="__main__", alter_sys=True)
"""
AS_IT_IS = (
    "import runpy, sys; sys.argv[0] = 'lif'; runpy.run_module('lif', run_name='__main__', alter_sys=True)"
)


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return list(filter(None, listed.decode().split("\0")))


def test_every_file_can_be_checked_out() -> None:
    paths = tracked()
    assert [path for path in paths if UNFIT.search(path)] == []
    assert [path for path in paths if len(path) > LONGEST] == []
    assert len({path.casefold() for path in paths}) == len(paths)


def test_a_clone_on_windows_has_the_same_bytes(tmp_path: Path) -> None:
    """With what the installer of Git for Windows sets unless told otherwise."""
    git(tmp_path, "clone", "-q", "--no-checkout", "-c", "core.autocrlf=true", f"file://{ROOT}", "clone")
    clone = tmp_path / "clone"
    git(clone, "checkout", "-q", "HEAD", "--", ".gitattributes", "lif.yaml", "framework", "data/actions")
    texts = [path for path in clone.rglob("*.yaml") if ".git" not in path.parts]
    assert len(texts) > 100
    assert [path for path in texts if b"\r" in path.read_bytes()] == []


def calls(tree: ast.Module) -> Iterator[tuple[str, int, set[str], int]]:
    """Each call of a method: its name, how many arguments it has, those with a name, its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, len(node.args), {word.arg or "" for word in node.keywords}, node.lineno


def test_texts_are_read_and_written_the_same_everywhere() -> None:
    """Without an encoding Windows takes its own, and without `newline` it writes its own ends of lines."""
    wrong = [
        place(module, line)
        for module in modules()
        for name, count, named, line in calls(module.tree)
        if (name == "read_text" and not count and "encoding" not in named)
        or (name == "write_text" and not {"encoding", "newline"} <= named)
    ]
    assert wrong == []


def test_nothing_that_only_unix_has_is_asked_for() -> None:
    wrong = []
    for module in modules():
        if module.name in SPARED:
            continue
        wrong += [place(module, line) for name, line in imported(module) if name in FOR_UNIX]
        wrong += [place(module, line) for name, line in used(module) if name in LACKING]
        for node in ast.walk(module.tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and re.search(r"%-[a-zA-Z]", node.value)
            ):
                wrong.append(place(module, node.lineno))  # strftime of Windows has no `%-d`
    assert wrong == []


def ran(code: str, folder: Path, *words: str) -> tuple[int, str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", code, *words]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)
    return done.returncode, done.stdout.decode("utf-8") + done.stderr.decode("utf-8")


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small board, in a repository."""
    folder = written(tmp_path_factory.mktemp("board"), BOARD)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x")
    return folder


@pytest.mark.parametrize(
    "words",
    [
        "validate --as-at workspace",
        "actions overdue --as-at workspace --format json",
        "list action --as-at workspace --format csv",
        "show act-2024-interviews --as-at workspace",
        "calendar --as-at workspace --format ics",
        "report action-tracker --as-at workspace --format html,md,pdf,docx --out build",
        "privacy scan --history",
        "privacy scan --staged",
        "schema action",
    ],
)
def test_lif_works_where_there_is_nothing_of_unix(board: Path, words: str) -> None:
    assert ran(NOT_UNIX, board, *words.split()) == ran(AS_IT_IS, board, *words.split())


def test_the_whole_framework_is_read_without_a_second_process() -> None:
    for words in ("validate --as-at workspace --format json", "list --format json"):
        alone, both = ran(NOT_UNIX, ROOT, *words.split()), ran(AS_IT_IS, ROOT, *words.split())
        assert alone == both
        assert json.loads(alone[1].rpartition("}")[0] + "}")


def test_records_with_the_line_ends_of_windows_say_the_same(tmp_path: Path) -> None:
    """As an editor leaves them that does not heed .gitattributes."""
    for name, end in (("unix", "\n"), ("windows", "\r\n")):
        folder = written(tmp_path / name, BOARD)
        for path in folder.rglob("*.yaml"):
            path.write_bytes(path.read_bytes().replace(b"\n", end.encode()))
    for words in (
        "validate --as-at workspace",
        "list action --format json",
        "show act-2024-interviews",
        "actions overdue",
    ):
        unix = ran(AS_IT_IS, tmp_path / "unix", *words.split(), "--quiet")
        assert ran(AS_IT_IS, tmp_path / "windows", *words.split(), "--quiet") == unix
