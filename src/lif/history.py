"""What git knows of a workspace: the only room that runs git, and that never writes."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

SECONDS = 10.0
"""How long git may take before it is left alone."""


@dataclass(frozen=True, slots=True)
class State:
    """Where a folder stands in history; nothing is known (`None`) without git or outside a repository."""

    commit: str | None = None
    dirty: bool | None = None
    shallow: bool | None = None


def state(root: Path, seconds: float = SECONDS) -> State:
    """The commit that `root` is at, whether changes are uncommitted, and whether older history is missing.

    A repository without a commit has no commit and is dirty. Never raises: what git cannot tell in
    time is not known.
    """
    answer = _git(root, seconds, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository")
    if answer is None or not answer.startswith("true"):
        return State()
    shallow = answer.split()[-1] == "true"
    commit = _git(root, seconds, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    changes = _git(root, seconds, "status", "--porcelain", "--untracked-files=normal", "--", ".")
    return State((commit or "").strip() or None, None if changes is None else bool(changes), shallow)


def _git(root: Path, seconds: float, *words: str) -> str | None:
    """What git prints, or None when it is not there, refuses, or takes too long.

    It takes no lock, and runs no program that the repository's configuration names.
    """
    program = shutil.which("git")
    if program is None:
        return None
    careful = ["--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.hooksPath="]
    try:
        done = subprocess.run(
            [program, "-C", str(root), *careful, *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
