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
        way = _way(root)
        known = {_seen_from(way, path): None for path in tracked(root)}
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
    yield from _of_blobs(root, staged(root))
    yield from _said(branch(root))


def in_range(root: Path, words: str) -> Iterator[Text]:
    """What the commits of a range brought, what was written about them, and the names that lead to them."""
    commits = commits_between(root, words)
    yield from _of_blobs(root, brought_by(root, commits))
    yield from _said(messages(root, commits))
    yield from _said(names(root, commits))
    yield from _said(branch(root))


def branch_called(name: str) -> Iterator[Text]:
    """The name of a branch that is known from elsewhere."""
    if name:
        yield from _said([Words("branch name", "", name)])


def in_history(root: Path) -> Iterator[Text]:
    """All that any commit ever brought, all messages and names."""
    commits = every_commit(root)
    yield from _of_blobs(root, brought_by(root, commits))
    yield from _said(messages(root, commits))
    yield from _said(names(root))


def _of_blobs(root: Path, found: Iterable[Brought]) -> Iterator[Text]:
    """Each content once, with every path that it came under."""
    way = _way(root)
    places: dict[str, list[tuple[str, str]]] = {}
    for brought in found:
        places.setdefault(brought.blob, []).append((_seen_from(way, brought.path), brought.commit))
    for content in contents(root, tuple(places)):
        (path, commit), *again = places[content.name]
        yield Text(path, content.raw, "text", commit, tuple(again))


def _said(words: Iterable[Words]) -> Iterator[Text]:
    for said in words:
        yield Text(_called(said), said.text, said.sort, said.of)


def _called(said: Words) -> str:
    """What stands in the place of a path for what is no file."""
    if said.sort == "commit message":
        return f"commit {said.of[:12]}"
    return f"{said.sort.removesuffix(' name')} {said.text}" if said.sort.endswith(" name") else "a tag"


def _way(root: Path) -> str:
    """The way from the top of the repository to the workspace; a dot when it is the same folder."""
    return Path(os.path.relpath(root.resolve(), top(root).resolve())).as_posix()


def _seen_from(way: str, path: str) -> str:
    """A path from the top of the repository as seen from the workspace."""
    return path if way == "." else posixpath.relpath(path, way)


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
