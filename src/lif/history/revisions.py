"""Commits: the one that words name, the last of a day, and why one is not here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lif.history.running import SECONDS, told
from lif.history.standing import state

_WORDS = re.compile(r"[A-Za-z0-9][\w./~^@{}+-]{0,199}", re.ASCII)
"""What may name a commit. It never begins with a hyphen, so git cannot take it for an option."""
_WHOLE = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_LINE = re.compile(r"([0-9a-f]{40,64}) ([0-9]{4}-[0-9]{2}-[0-9]{2})")


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit and the day on which it was made, where it was made."""

    id: str
    on: date


class NotHere(Exception):  # noqa: N818 - named for what is so
    """A commit cannot be looked at; the message says why, and how to get it.

    `lacking` is true where it is, or may be, somewhere else and could be had.
    """

    def __init__(self, words: str, lacking: bool = True) -> None:
        super().__init__(words)
        self.lacking = lacking


def is_whole(words: str) -> bool:
    """Whether this is the whole name of a commit, as records keep it."""
    return _WHOLE.fullmatch(words) is not None


def commit_called(root: Path, words: str, seconds: float = SECONDS) -> Commit:
    """The commit that these words name: its name or the beginning of it, a tag, a branch, `HEAD~3`.

    Raises NotHere.
    """
    if not _WORDS.fullmatch(words):
        raise NotHere("that cannot name a commit: write its name, a tag, or a branch")
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{words}^{{commit}}")
    found = (told(root, seconds, *asked) or "").strip()
    known = _commits(root, seconds, found, "--max-count=1") if is_whole(found) else ()
    if not known:
        raise NotHere(why_not(root, f"the commit {words}", seconds))
    return known[0]


def last_commit(root: Path, day: date, seconds: float = SECONDS) -> Commit | None:
    """The commit at which the present line of history stood at the end of a day; None before the first.

    What a merge brought in later stood on another line then. Raises NotHere where the line is cut off before
    that day, or nothing is known of it.
    """
    line = _commits(root, seconds, "HEAD", "--first-parent")
    if not line:
        raise NotHere(why_not(root, f"what stood in the records on {day.isoformat()}", seconds))
    found = next((commit for commit in line if commit.on <= day), None)
    if found is None and state(root, seconds).shallow:
        raise NotHere(why_not(root, f"what stood in the records on {day.isoformat()}", seconds))
    return found


def first_commit(root: Path, seconds: float = SECONDS) -> Commit | None:
    """The oldest commit on the present line of history that is here."""
    line = _commits(root, seconds, "HEAD", "--first-parent")
    return line[-1] if line else None


def why_not(root: Path, what: str, seconds: float = SECONDS) -> str:
    """Why `what` cannot be looked at here, and how to get it."""
    here = state(root, seconds)
    if here.shallow is None:
        return f"{what} cannot be looked at: git is not there, or this folder is in no repository of its own"
    if here.shallow:
        return (
            f"{what} is not in this clone, which is shallow: it holds the last commits alone. "
            "Get the others with: git fetch --unshallow"
        )
    return (
        f"{what} is not in this clone: it was never fetched, or history was written anew. "
        "Get what there is with: git fetch --all --tags"
    )


def _commits(root: Path, seconds: float, start: str, *how: str) -> tuple[Commit, ...]:
    """Commits from `start` back, the latest first."""
    answer = told(root, seconds, "rev-list", *how, "--format=%H %cs", start, "--") or ""
    found = (_LINE.fullmatch(line) for line in answer.splitlines())
    return tuple(Commit(one[1], date.fromisoformat(one[2])) for one in found if one)
