"""The hooks that `lif privacy hooks` writes, as git itself runs them; and how those of others are told."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.board import BOARD, Lif
from tests.repositories import committed, git

from lif.starting.hooks import Standing, hooks, set_up_hooks

NUMBER = "943 476 5919"
SOURCE = Path(__file__).resolve().parents[2] / "src"


@pytest.fixture
def python(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A program that runs this very lif, in a folder with a blank and an apostrophe in its name."""
    program = tmp_path_factory.mktemp("somebody's own") / "python"
    run = f'exec env PYTHONPATH={shlex.quote(str(SOURCE))} {shlex.quote(sys.executable)} "$@"'
    program.write_text(f"#!/bin/sh\n{run}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


@pytest.fixture(autouse=True)
def no_lif_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a desktop where the environment is not switched on."""
    monkeypatch.setenv("PATH", "/usr/bin:/bin")


def standings(root: Path) -> list[Standing]:
    return [hook.standing for hook in hooks(root)]


def refused(folder: Path, *words: str) -> str:
    """What is printed when git does not make a commit."""
    with pytest.raises(subprocess.CalledProcessError) as stopped:
        git(folder, *words)
    return str(stopped.value.stdout + stopped.value.stderr)


@pytest.mark.parametrize("below", ["", "boards/o'hill"])
def test_no_commit_brings_personal_data(tmp_path: Path, python: str, below: str) -> None:
    """However the commit is made, from wherever, and when the board is a part of a larger repository."""
    board = tmp_path / below
    brought = {str(Path(below, path)): text for path, text in BOARD.items()}
    committed(tmp_path, brought, "2025-01-01")
    assert len(set_up_hooks(board, python)) == 2
    assert standings(board) == [Standing.RIGHT] * 2
    notes = board / "notes.md"
    notes.write_text(f"{NUMBER}\n", encoding="utf-8")
    git(board, "add", "notes.md")
    for tried in (("-m", "x"), ("-m", "x", "notes.md"), ("-a", "-m", "x")):
        for folder in {tmp_path, board, board / "data"}:
            named = [str(board / word) if word == "notes.md" else word for word in tried]
            said = refused(folder, "commit", "-q", *named)
            assert "P101" in said
            assert NUMBER not in said
    notes.write_text("clean\n", encoding="utf-8")
    git(board, "add", "notes.md")
    assert "P101" in refused(tmp_path, "commit", "-q", "-m", f"about {NUMBER}")
    git(tmp_path, "commit", "-q", "-m", "clean")


def test_a_second_working_tree_has_them_too(tmp_path: Path, python: str) -> None:
    committed(tmp_path / "one", BOARD, "2025-01-01")
    set_up_hooks(tmp_path / "one", python)
    git(tmp_path / "one", "worktree", "add", "-q", "../two")
    assert standings(tmp_path / "two") == [Standing.RIGHT] * 2
    (tmp_path / "two" / "notes.md").write_text(f"{NUMBER}\n", encoding="utf-8")
    git(tmp_path / "two", "add", "notes.md")
    assert "P101" in refused(tmp_path / "two" / "data", "commit", "-q", "-m", "x")


def test_the_repository_s_own_lif_is_asked_first(tmp_path: Path, python: str) -> None:
    committed(tmp_path, BOARD, "2025-01-01")
    set_up_hooks(tmp_path, python)
    own = tmp_path / ".venv" / "bin" / "lif"
    own.parent.mkdir(parents=True)
    own.write_text('#!/bin/sh\necho "asked: $*" >&2\nexit 1\n', encoding="utf-8")
    own.chmod(0o755)
    assert "asked: privacy scan --staged" in refused(tmp_path, "commit", "-q", "--allow-empty", "-m", "x")


def test_without_lif_no_commit_is_made(tmp_path: Path) -> None:
    """A hook that lets all pass when it cannot look is worse than none: nobody would know."""
    committed(tmp_path, BOARD, "2025-01-01")
    set_up_hooks(tmp_path, str(tmp_path / "gone" / "python"))
    said = refused(tmp_path, "commit", "-q", "--allow-empty", "-m", "x")
    assert "lif is not found" in said


def test_twice_is_as_once(tmp_path: Path, python: str) -> None:
    committed(tmp_path, BOARD, "2025-01-01")
    assert len(set_up_hooks(tmp_path, python)) == 2
    before = [(hook.path.read_bytes(), hook.path.stat().st_mtime_ns) for hook in hooks(tmp_path)]
    assert set_up_hooks(tmp_path, "another") == []
    assert before == [(hook.path.read_bytes(), hook.path.stat().st_mtime_ns) for hook in hooks(tmp_path)]


def put(path: Path, text: str, mode: int = 0o755) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)


def test_what_somebody_else_wrote_is_left_and_said(tmp_path: Path, python: str) -> None:
    committed(tmp_path, BOARD, "2025-01-01")
    mine = "#!/bin/sh\n# lif privacy scan --staged would be good here\nexit 0\n"
    put(tmp_path / ".git/hooks/pre-commit", mine)
    said = set_up_hooks(tmp_path, python)
    assert (tmp_path / ".git/hooks/pre-commit").read_text(encoding="utf-8") == mine
    assert "add this line to it: lif privacy scan --staged" in said[0]
    assert standings(tmp_path) == [Standing.STRANGE, Standing.RIGHT]


def test_how_a_hook_stands(tmp_path: Path, python: str) -> None:
    assert hooks(tmp_path) == ()
    committed(tmp_path, BOARD, "2025-01-01")
    assert standings(tmp_path) == [Standing.MISSING] * 2
    place = tmp_path / ".git" / "hooks" / "pre-commit"
    put(place, "#!/bin/sh\nexec .venv/bin/lif privacy scan --staged\n")
    assert standings(tmp_path)[0] is Standing.OTHER
    put(place, "#!/bin/sh\n# File generated by pre-commit: https://pre-commit.com\n")
    assert standings(tmp_path)[0] is Standing.STRANGE
    put(tmp_path / ".pre-commit-config.yaml", "repos:\n- hooks:\n  - id: lif-privacy\n", 0o644)
    assert standings(tmp_path)[0] is Standing.PRE_COMMIT
    place.unlink()
    set_up_hooks(tmp_path, python)
    text = place.read_text(encoding="utf-8")
    put(place, text.replace("--staged", "--staged || true"))
    assert standings(tmp_path)[0] is Standing.OLD
    set_up_hooks(tmp_path, python)
    assert standings(tmp_path)[0] is Standing.RIGHT


@pytest.mark.skipif(os.name == "nt", reason="Windows has no mark for programs")
def test_a_hook_that_is_no_program_is_passed_by_and_mended(tmp_path: Path, python: str) -> None:
    committed(tmp_path, BOARD, "2025-01-01")
    set_up_hooks(tmp_path, python)
    (tmp_path / ".git/hooks/pre-commit").chmod(0o644)
    assert standings(tmp_path)[0] is Standing.NO_PROGRAM
    set_up_hooks(tmp_path, python)
    assert standings(tmp_path)[0] is Standing.RIGHT


def test_another_folder_for_hooks(tmp_path: Path, python: str) -> None:
    """One in the repository is written to; one for all repositories of this machine is not ours."""
    root = tmp_path / "board"
    committed(root, BOARD, "2025-01-01")
    git(root, "config", "core.hooksPath", "tools/hooks")
    set_up_hooks(root, python)
    assert (root / "tools" / "hooks" / "pre-commit").is_file()
    git(root, "config", "core.hooksPath", str(tmp_path / "all"))
    assert standings(root) == [Standing.MISSING] * 2
    assert all("core.hooksPath leads out of the repository" in words for words in set_up_hooks(root, python))
    assert not (tmp_path / "all").exists()


def test_the_command_says_what_it_did(tmp_path: Path, lif: Lif, monkeypatch: pytest.MonkeyPatch) -> None:
    committed(tmp_path, BOARD, "2025-01-01")
    monkeypatch.chdir(tmp_path)
    ran = lif("privacy hooks")
    assert (ran.code, len(ran.out.splitlines())) == (0, 2)
    assert lif("privacy hooks").out == ""
    put(tmp_path / ".git/hooks/pre-commit", "#!/bin/sh\n")
    assert lif("privacy hooks").code == 1


def test_a_folder_in_no_repository_has_no_hooks(tmp_path: Path, lif: Lif, workspace: object) -> None:
    (tmp_path / "lif.yaml").write_text("board: hill\n", encoding="utf-8")
    ran = lif(f"privacy hooks --root {tmp_path}")
    assert (ran.code, ran.err) == (
        2,
        "lif: this folder is in no repository: make one with git init, and try again\n",
    )
