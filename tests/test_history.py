"""What git knows of a folder, and that nothing goes wrong where git knows nothing."""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path

import pytest

from lif.history import State, state

NOTHING = State(None, None, None)


def git(folder: Path, *words: str) -> str:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit."""
    folder = tmp_path / "board"
    (folder / "data").mkdir(parents=True)
    git(folder, "init", "-q")
    (folder / "data" / "a.yaml").write_text("id: a\n")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "One")
    return folder


def test_a_clean_commit_is_named(repository: Path) -> None:
    assert state(repository) == State(git(repository, "rev-parse", "HEAD"), False, False)


def test_a_change_or_a_new_file_makes_it_dirty(repository: Path) -> None:
    (repository / "data" / "a.yaml").write_text("id: b\n")
    assert state(repository).dirty is True
    git(repository, "checkout", "-q", "data")
    (repository / "data" / "c.yaml").write_text("id: c\n")
    assert state(repository).dirty is True


def test_only_the_workspace_itself_counts(repository: Path) -> None:
    """A workspace in a folder of a larger repository is not dirty by what happens beside it."""
    (repository / "notes.txt").write_text("beside\n")
    assert state(repository / "data").dirty is False


def test_a_shallow_clone_is_told(repository: Path, tmp_path: Path) -> None:
    git(repository, "commit", "-q", "--allow-empty", "-m", "Two")
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "shallow")
    assert state(tmp_path / "shallow").shallow is True


def test_a_repository_without_a_commit_has_none(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    assert state(tmp_path) == State(None, False, False)


def test_outside_a_repository_nothing_is_known(tmp_path: Path) -> None:
    assert state(tmp_path) == NOTHING
    assert state(tmp_path / "not-there") == NOTHING


def test_without_git_nothing_is_known(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert state(repository) == NOTHING


def test_a_git_that_hangs_is_left_alone(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = repository / "git"
    slow.write_text("#!/bin/sh\nexec sleep 30\n")
    slow.chmod(slow.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{repository}{os.pathsep}{os.environ['PATH']}")
    assert state(repository, seconds=0.2) == NOTHING


def test_the_configuration_of_a_repository_runs_nothing(repository: Path) -> None:
    """`core.fsmonitor` names a program that git would run on `status`: it must not be run by reading."""
    trap = repository / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {repository / 'sprung'}\n")
    trap.chmod(0o755)
    git(repository, "config", "core.fsmonitor", str(trap))
    state(repository)
    assert not (repository / "sprung").exists()
