"""One writer at a time: a lock on a workspace that goes when its holder ends, however it ends."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = ".lif"
"""Where a workspace keeps what is about writing; git and readers pass it by."""
PATIENCE = 10.0
"""Seconds after which somebody who waits is told."""
_A_MOMENT = 0.02


class Locked(Exception):  # noqa: N818 - named for what is so
    """Another program is writing, and has not come to an end in time."""


@contextmanager
def held(root: Path, patience: float = PATIENCE) -> Iterator[Path]:
    """Holds the lock of the workspace; gives the folder for what is about writing.

    Raises Locked when another holds it for longer than `patience` seconds, OSError when it cannot be made.
    """
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    ignored = folder / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*\n", encoding="utf-8")
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    try:
        ends = time.monotonic() + patience
        while not _taken(handle):
            if time.monotonic() > ends:
                raise Locked(
                    "another lif is writing in this folder and has not finished: try again when it has"
                )
            time.sleep(_A_MOMENT)
        yield folder
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    """Takes the lock, or says that another has it; the system gives it back when the file is closed."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
