"""The files of one commit: lists them and reads them, without a checkout and without a filter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lif.history.revisions import NotHere, is_whole, why_not
from lif.history.running import git, told

SECONDS = 60.0
"""How long reading the files of a commit may take."""
LARGEST = 20_000_000
"""Most bytes in a file that is read."""
_FILES = ("100644", "100755")
"""Ordinary files; links and repositories inside the repository are left where they are."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The ordinary files of a commit by path, from the top of the repository, with `/` between names.

    `here` is the folder that was asked about, from the top, empty for the top itself.
    """

    root: Path
    commit: str
    here: str
    blobs: Mapping[str, str]

    def read(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The bytes of these files, in their order. Raises NotHere when one of them is not in this clone."""
        wanted = [path for path in paths if path in self.blobs]
        asked = "".join(f"{self.blobs[path]}\n" for path in wanted).encode()
        answer = git(self.root, SECONDS, "cat-file", "--batch", given=asked) or b""
        at = 0
        for path in wanted:
            end = answer.find(b"\n", at)
            said = answer[at:end].split()
            if end < 0 or len(said) != 3 or said[1] != b"blob":
                raise NotHere(f"files of the commit {self.commit[:12]} are not in this clone; fetch it whole")
            size = int(said[2])
            yield path, answer[end + 1 : end + 1 + size]
            at = end + 1 + size + 1


def tree_at(root: Path, commit: str, held_in: Path | None = None) -> Tree:
    """The files of the commit, or of the tree, with this whole name. Raises NotHere with the reason.

    `held_in` is the repository that holds it, where it is not the one of `root`.
    """
    listing = None
    if is_whole(commit):
        words = ("ls-tree", "-r", "-z", "-l", "--full-tree", commit)
        found = git(held_in or root, SECONDS, *words)
        listing = None if found is None else found.decode("utf-8", "replace")
    here = told(root, SECONDS, "rev-parse", "--show-prefix")
    if listing is None or here is None:
        raise NotHere(why_not(root, f"the commit {commit[:12]}"))
    return Tree(held_in or root, commit, here.strip("\n").rstrip("/"), dict(_listed(listing)))


def _listed(listing: str) -> Iterator[tuple[str, str]]:
    """Path and name of the content, of each ordinary file that is not too large."""
    for line in filter(None, listing.split("\0")):
        what, _, path = line.partition("\t")
        mode, _, blob, size = what.split()
        if mode in _FILES and size.isdigit() and int(size) <= LARGEST:
            yield path, blob
