"""What each commit on the present line of history altered: paths, and what they held before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lif.history.revisions import NotHere, is_whole, why_not
from lif.history.running import git

SECONDS = 120.0
"""How long listing a line of history may take."""
_FILES = ("100644", "100755")
_BEGINS = "\x01"


@dataclass(frozen=True, slots=True)
class Altering:
    """One file that a commit altered: the names of its contents, empty where there was none."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Altered:
    """A commit, its day, and the files that came with it to this line of history."""

    commit: str
    on: date
    files: tuple[Altering, ...]


def steps(root: Path, base: str, tip: str, parts: Sequence[str]) -> tuple[Altered, ...]:
    """The commits after `base` up to `tip` that altered something in these parts of `root`, the oldest first.

    A merge is one step with all that it brought. `base` may be empty, for the line from its beginning. Paths
    are from the top of the repository. Raises NotHere.
    """
    if not is_whole(tip) or (base and not is_whole(base)):
        raise NotHere("commits are named whole here")
    words = ("log", "--first-parent", "-m", "--raw", "-z", "--no-renames", "--no-abbrev", "--reverse")
    span = (tip, f"^{base}") if base else (tip, "--root")
    answer = git(root, SECONDS, *words, f"--format={_BEGINS}%H %cs", *span, "--", *parts)
    if answer is None:
        raise NotHere(why_not(root, f"what changed up to the commit {tip[:12]}"))
    return tuple(_read(answer.decode("utf-8", "surrogateescape")))


def _read(answer: str) -> Iterator[Altered]:
    for each in answer.split(_BEGINS)[1:]:
        line, *entries = [part.strip("\n") for part in each.split("\0")]
        commit, _, day = line.partition(" ")
        yield Altered(commit, date.fromisoformat(day), tuple(_files(entries)))


def _files(entries: list[str]) -> Iterator[Altering]:
    what = ""
    for entry in entries:
        if what:
            mode_before, mode, before, after, _ = what.removeprefix(":").split()
            if mode in _FILES or mode_before in _FILES:
                yield Altering(entry, before.strip("0") and before, after.strip("0") and after)
            what = ""
        elif entry.startswith(":"):
            what = entry
