"""The repository of a new board: made where there is none, with the hooks that look for personal data."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from lif.history import NotHere, begun, top
from lif.history.set_up import version
from lif.starting.hooks import WELL, hooks, set_up_hooks


def first_repository(root: Path) -> tuple[str, ...]:
    """Makes it, and says in lines how it stands; a repository of something larger is left as it is.

    Raises OSError when a hook cannot be written.
    """
    made = begun(root)
    if version() is None:
        return ("git is not on this machine: no history is kept yet, and lif doctor says how to get it",)
    try:
        whole = top(root)
    except NotHere:
        return ("git made no repository here: lif doctor says why",)
    if whole.resolve() != root.resolve():
        return tuple(_within(root, whole))
    left = [line for line in set_up_hooks(root, sys.executable) if "git now looks" not in line]
    how = "a git repository" if made else "in the git repository that was here"
    return (f"{how}, nothing committed", *left)


def _within(root: Path, whole: Path) -> Iterator[str]:
    yield f"part of the git repository {whole}: checks at its top count, not .github and .gitlab-ci.yml here"
    if any(hook.standing not in WELL for hook in hooks(root)):
        yield "before the first commit: lif privacy hooks, so that git looks for personal data there too"
