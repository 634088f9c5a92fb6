"""One writer at a time: a lock on a workspace that goes when its holder ends, however it ends."""

from __future__ import annotations

import errno
import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

FOLDER = ".lif"
"""Where a workspace keeps what is about writing; git and readers pass it by."""
PATIENCE = 10.0
"""Seconds after which somebody who waits is told."""
_A_MOMENT = 0.02
_FAR_BEHIND = 0x7FFF0000
"""Which byte is locked on Windows: one behind the words of the file, which others want to read."""
_TAKEN = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}


class Locked(Exception):  # noqa: N818 - named for what is so
    """The lock cannot be had; the message says why and what to do."""


@contextmanager
def held(root: Path, patience: float = PATIENCE) -> Iterator[Path]:
    """Holds the lock of the workspace; gives the folder for what is about writing.

    Raises Locked when another holds it for longer than `patience` seconds or it cannot be had, OSError when
    the system refuses to make it.
    """
    folder = _folder(root)
    ends = time.monotonic() + patience
    while True:
        descriptor = _opened(folder / "lock")
        try:
            _wait(descriptor, ends)
            if not _is_still(folder / "lock", descriptor):  # swept away by somebody while this one waited
                continue
            _sign(descriptor)
            yield folder
            return
        finally:
            os.close(descriptor)


def _folder(root: Path) -> Path:
    folder = root / FOLDER
    if folder.is_symlink():
        raise Locked(f"{FOLDER} is a link, and nothing is written through it: delete the link and try again")
    folder.mkdir(exist_ok=True)
    ignored = folder / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*\n", encoding="utf-8", newline="\n")
    return folder


def _opened(path: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, flags, 0o666)


def _wait(descriptor: int, ends: float) -> None:
    while not _taken(descriptor):
        if time.monotonic() > ends:
            raise Locked(
                f"another lif{_holder(descriptor)} is writing in this folder and has not finished: "
                "try again when it has"
            )
        time.sleep(_A_MOMENT)


def _taken(descriptor: int) -> bool:
    """Takes the lock, or says that another has it; the system gives it back when the file is closed."""
    try:
        if os.name == "nt":
            import msvcrt

            os.lseek(descriptor, _FAR_BEHIND, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as fault:
        if fault.errno in _TAKEN:
            return False
        raise Locked(
            "this disk cannot keep two writers apart, so nothing is written on it: "
            "work in a copy of the records on a disk of your own computer"
        ) from None
    return True


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether the file that is locked is the one that others will find."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _sign(descriptor: int) -> None:
    """Says in the lock's file who holds it, for those who wait."""
    with suppress(OSError):  # a full disk keeps nobody from taking something away
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.truncate(descriptor, 0)
        os.write(descriptor, f"process {os.getpid()} on {platform.node() or 'this computer'}".encode())


def _holder(descriptor: int) -> str:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        told = os.read(descriptor, 200).decode("utf-8", "replace")
    except OSError:
        return ""
    return f" ({told})" if told.isprintable() and told else ""
