"""Where a folder stands in history: its commit, and what in it no commit has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lif.history.running import SECONDS, told

_READ = (".yaml", ".yml", ".csv", ".j2")
"""Files that records and templates are read from, where git has been told to overlook them."""


_NEW = ("??", "A ")
"""How git marks a file that no commit had."""


@dataclass(frozen=True, slots=True)
class State:
    """Where a folder stands in history; nothing is known (`None`) without git or outside a repository."""

    commit: str | None = None
    dirty: bool | None = None
    shallow: bool | None = None


def state(root: Path, seconds: float = SECONDS, parts: Sequence[str] = (), apart: str = "") -> State:
    """The commit that `root` is at, whether changes are uncommitted, and whether older history is missing.

    With `parts` only changes in these count, as `uncommitted` finds them. A repository without a commit has
    no commit and is dirty. Never raises: what git cannot tell in time is not known.
    """
    answer = told(root, seconds, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository")
    if answer is None or not answer.startswith("true"):
        return State()
    shallow = answer.split()[-1] == "true"
    commit = told(root, seconds, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    words = ("status", "--porcelain", "--untracked-files=normal", "--", ".")
    changes = uncommitted(root, parts, seconds, apart) if parts else told(root, seconds, *words)
    return State((commit or "").strip() or None, None if changes is None else bool(changes), shallow)


def uncommitted(
    root: Path, parts: Sequence[str], seconds: float = SECONDS, apart: str = ""
) -> tuple[str, ...] | None:
    """Files under these parts of `root` that are not as the commit has them, or None when git cannot tell.

    New files in the folder `apart` do not count. What git was told to overlook counts too where lif would
    read it: a record that is ignored stands in a paper, and in no commit.
    """
    words = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignored")
    answer = told(root, seconds, *words, "--", *parts)
    if answer is None:
        return None
    found = [(line[:2], line[3:]) for line in answer.split("\0") if line]
    here = (told(root, seconds, "rev-parse", "--show-prefix") or "").strip("\n") if apart else ""
    new = f"{here}{apart}/" if apart else ""
    return tuple(
        path
        for how, path in found
        if (how != "!!" or _is_read(path)) and not (new and how in _NEW and path.startswith(new))
    )


def _is_read(path: str) -> bool:
    hidden = any(part.startswith(".") for part in path.split("/"))
    return not hidden and path.lower().endswith(_READ)
