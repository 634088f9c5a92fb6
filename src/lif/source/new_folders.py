"""A new folder of records: filled beside the place where it will stand, and put there when it is whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from lif.source.flushing import flush_folder

WAITING = ".being-filled"
"""The end of the name of a folder that is not whole yet."""


@contextmanager
def new_folder(target: Path, first: str) -> Iterator[Path]:
    """Gives a folder to fill; when the block ends well, what it holds stands at `target`.

    A target that is not there appears in one step. In one that is there each entry is moved in one step, the
    one named `first` before all others: when that is there, `finish` can move what is left. When the block
    fails nothing stays. Raises OSError when the system refuses.
    """
    stage = _stage(target)
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    try:
        yield stage
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    if hasattr(os, "sync"):  # not on Windows
        os.sync()  # once for all, and much faster than one after the other
    if target.exists():
        (stage / first).replace(target / first)
        finish(target)
    else:
        stage.rename(target)
    if target.parent.is_dir():
        flush_folder(target.parent)


def unfinished(target: Path, first: str) -> bool:
    """Whether a folder was being filled when something stopped it, and only the last step is left."""
    return (target / first).exists() and _stage(target).is_dir()


def finish(target: Path) -> None:
    """Moves what waits for a folder into it; an entry that is there already is left as it is."""
    stage = _stage(target)
    for entry in sorted(stage.iterdir()):
        if not (target / entry.name).exists():
            entry.rename(target / entry.name)
    shutil.rmtree(stage, ignore_errors=True)


def fill(stage: Path, files: Mapping[str, bytes]) -> None:
    """Writes files by their paths into a folder that nobody looks into yet."""
    for path, content in files.items():
        target = stage / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _stage(target: Path) -> Path:
    """Beside a folder that is not there yet, and inside one that is: its place must not be taken away."""
    if target.exists():
        return target / WAITING
    return target.with_name(f".{target.name}{WAITING}")


def differing(root: Path, files: Mapping[str, bytes]) -> tuple[list[str], list[str]]:
    """The paths of files that stand there otherwise than given, and of those that are not there."""
    changed, gone = [], []
    for path, content in files.items():
        try:
            if (root / path).read_bytes().replace(b"\r\n", b"\n") != content.replace(b"\r\n", b"\n"):
                changed.append(path)
        except (FileNotFoundError, NotADirectoryError):
            gone.append(path)
    return changed, gone


def holds(root: Path) -> list[str]:
    """What a folder holds besides git's own, by name; nothing for one that is not there."""
    if not root.exists():
        return []
    return sorted(entry.name for entry in os.scandir(root) if entry.name not in (".git", WAITING))
