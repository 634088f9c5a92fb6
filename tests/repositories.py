"""Repositories made in a test, with commits of fixed days."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.folders import written

_IDENTITY = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
_KEPT = ("PATH", "HOME", "SYSTEMROOT")


def git(folder: Path, *words: str, on: str = "2025-01-01") -> str:
    """What git prints; commits are made at noon of the day."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    day = f"{on}T12:00:00+00:00"
    done = subprocess.run(
        ["git", *_IDENTITY, *words],
        cwd=folder,
        env={**kept, "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day, "GIT_CONFIG_NOSYSTEM": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def committed(folder: Path, files: Mapping[str, str], on: str) -> str:
    """Writes the files (an empty text takes one away) and commits everything; the name of the commit."""
    if not (folder / ".git").exists():
        folder.mkdir(parents=True, exist_ok=True)
        git(folder, "init", "-q")
    for path in (path for path, text in files.items() if not text):
        (folder / path).unlink()
    written(folder, {path: text for path, text in files.items() if text})
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", on, on=on)
    return git(folder, "rev-parse", "HEAD")
