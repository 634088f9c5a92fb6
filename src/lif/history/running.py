"""Runs git: without a lock, without a program that the repository names, and without the network."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

SECONDS = 10.0
"""How long git may take before it is left alone."""

_CAREFUL = (
    *("--no-optional-locks", "--no-replace-objects", "--literal-pathspecs"),
    *("-c", "core.fsmonitor=false", "-c", "core.hooksPath=", "-c", "protocol.allow=never"),
)
"""No lock, what a commit truly held, names of files as they are; no hook, and nothing fetched."""


def careful() -> tuple[str, ...]:
    """The words that every run of git begins with."""
    return _CAREFUL


def git(root: Path, seconds: float, *words: str, given: bytes | None = None) -> bytes | None:
    """What git prints when it runs in `root`, or None when it is not there, refuses, or takes too long.

    `given` is what it reads. No word that a person typed may begin with a hyphen: see `revisions`.
    """
    ended = ending(root, seconds, *words, given=given)
    return ended[1] if ended is not None and ended[0] == 0 else None


def ending(root: Path, seconds: float, *words: str, given: bytes | None = None) -> tuple[int, bytes] | None:
    """With which code git ends, and what it prints; None when it is not there, or takes too long."""
    program = shutil.which("git")
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, "-C", str(root), *_CAREFUL, *words],
            input=given if given is not None else b"",
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return done.returncode, done.stdout


def told(root: Path, seconds: float, *words: str) -> str | None:
    """What git prints, as text."""
    answer = git(root, seconds, *words)
    return None if answer is None else answer.decode("utf-8", "replace")
