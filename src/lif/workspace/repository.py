"""The texts of a repository: as they stand on disk, in the index, in commits; and what is said about them."""

from __future__ import annotations

import os
import posixpath
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from lif.history import (
    Brought,
    NotHere,
    Words,
    branch,
    brought_by,
    commits_between,
    contents,
    every_commit,
    messages,
    names,
    staged,
    top,
    tracked,
)
from lif.workspace.sweep import LARGEST, Text


def standing(root: Path, parts: Iterable[str]) -> Iterator[Text]:
    """Every file that git tracks, and every file of these parts of the workspace, as it is on disk.

    Without git all files of the workspace's folder.
    """
    known: dict[str, None] = {}
    try:
        above = top(root)
        known = {_seen_from(root, above, path): None for path in tracked(root)}
    except NotHere:
        parts = (".",)
    for part in parts:
        known |= dict.fromkeys(_below(root, part))
    yield from files(root, sorted(known))


def files(root: Path, paths: Iterable[str]) -> Iterator[Text]:
    """These files, by their paths from the workspace; what is no file is passed over."""
    for path in paths:
        yield from _on_disk(root, path)


def all_below(root: Path, paths: Iterable[str]) -> Iterator[str]:
    """The files that these paths name, those of folders one by one."""
    for path in paths:
        yield from _below(root, path)


def in_index(root: Path) -> Iterator[Text]:
    """What the next commit would bring, and the name of the branch that it goes to."""
    yield from _of_blobs(root, list(staged(root)))
    yield from _said(branch(root))


def in_range(root: Path, words: str) -> Iterator[Text]:
    """What the commits of a range brought, what was written about them, and the names that lead to them."""
    commits = commits_between(root, words)
    yield from _of_blobs(root, list(brought_by(root, commits)))
    yield from _said(messages(root, commits))
    yield from _said(names(root, commits))
    yield from _said(branch(root))


def in_history(root: Path) -> Iterator[Text]:
    """All that any commit ever brought, each content once; all messages and names."""
    commits = every_commit(root)
    once: dict[str, Brought] = {}
    others: list[Brought] = []
    for brought in brought_by(root, commits):
        if once.setdefault(brought.blob, brought) is not brought:
            others.append(brought)
    yield from _of_blobs(root, list(once.values()))
    above = top(root)
    for each in others:
        yield Text(_seen_from(root, above, each.path), "", "text", each.commit)
    yield from _said(messages(root, commits))
    yield from _said(names(root))


def _of_blobs(root: Path, found: list[Brought]) -> Iterator[Text]:
    above = top(root)
    for brought, content in zip(found, contents(root, [each.blob for each in found]), strict=True):
        yield Text(_seen_from(root, above, brought.path), content.raw, "text", brought.commit)


def _said(words: Iterable[Words]) -> Iterator[Text]:
    for said in words:
        sort, _, name = said.sort.partition(" ")
        path = (
            f"commit {said.of[:12]}"
            if sort == "commit"
            else f"{sort} {said.text}"
            if name == "name"
            else "a tag"
        )
        yield Text(path, said.text, said.sort, said.of)


def _seen_from(root: Path, above: Path, path: str) -> str:
    """A path from the top of the repository as seen from the workspace."""
    here = Path(os.path.relpath(root.resolve(), above.resolve())).as_posix()
    return path if here == "." else posixpath.relpath(path, here)


def _below(root: Path, part: str) -> Iterator[str]:
    """The files of a folder, or the file itself, by their paths from the workspace."""
    place = root / part
    if not place.is_dir():
        yield part
        return
    for folder, inside, found in os.walk(place):
        inside[:] = sorted(name for name in inside if name != ".git")
        for name in sorted(found):
            yield posixpath.normpath(Path(os.path.relpath(Path(folder) / name, root)).as_posix())


def _on_disk(root: Path, path: str) -> Iterator[Text]:
    place = root / path
    try:
        what = place.lstat()
        if stat.S_ISLNK(what.st_mode):
            yield Text(path, str(place.readlink()))
        elif stat.S_ISREG(what.st_mode):
            yield Text(path, None if what.st_size > LARGEST else place.read_bytes())
    except (OSError, ValueError):
        return
