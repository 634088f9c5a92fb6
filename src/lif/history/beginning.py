"""The one thing that this room does to a disk: an empty repository in a folder, when that is asked for."""

from __future__ import annotations

from pathlib import Path

from lif.history.running import SECONDS, git, told


def begun(root: Path) -> bool:
    """Makes the folder a repository without a commit, unless it is in one; whether it was made.

    Where git is not installed, or refuses, the folder stays as it is.
    """
    if told(root, SECONDS, "rev-parse", "--show-toplevel"):
        return False
    return git(root, SECONDS, "init", "--quiet", "--initial-branch=main") is not None
