"""Writes files of a workspace: all or none, never half a file, never over what somebody else wrote."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from lif.source.flushing import flush_folder, put_flushed
from lif.source.journal import Step, Unfinished, digest, forget, note, put_right, take_away, unfinished
from lif.source.locking import FOLDER, PATIENCE, Locked, held

_DENIED = "permission denied" + (", or another program has the file open" if os.name == "nt" else "")


@dataclass(frozen=True, slots=True)
class Write:
    """A file as it was read, None for one that is new, and as it is to be; the path is from the workspace."""

    path: str
    before: bytes | None
    after: bytes


class CannotWrite(Exception):  # noqa: N818 - named for what is so
    """Nothing was written; the message says why and what to do."""


def write(root: Path, writes: Sequence[Write], patience: float = PATIENCE) -> None:
    """Writes all of it, or nothing; waits `patience` seconds for another writer. Raises CannotWrite."""
    if writes:
        _under_lock(root, writes, patience)


def cut_off(root: Path) -> bool:
    """Whether a change was cut off half-way, or is being written at this moment."""
    return unfinished(root / FOLDER)


def finish(root: Path) -> None:
    """Brings a change that was cut off to its end, or takes it back. Raises CannotWrite."""
    if cut_off(root):
        _under_lock(root, (), PATIENCE)


def _under_lock(root: Path, writes: Sequence[Write], patience: float) -> None:
    try:
        with held(root, patience) as folder:
            put_right(folder, root)
            if not writes:
                return
            steps = [_step(root, one) for one in writes]
            if len({step.target for step in steps}) < len(steps):
                raise CannotWrite("nothing was written: two of the paths lead to one file")
            _put(root, folder, writes, steps)
    except (Locked, Unfinished) as fault:
        raise CannotWrite(str(fault)) from None
    except OSError as fault:
        raise CannotWrite(f"nothing was written: {why(fault)}") from None


def _step(root: Path, one: Write) -> Step:
    """Where the file truly stands. Raises CannotWrite unless it is as it was read and may be written."""
    top = root.resolve()
    with _about(one.path):
        try:
            target = (top / one.path).resolve()
        except RuntimeError:  # how Python tells of links in a circle
            raise CannotWrite(f"{one.path} is a link that leads to itself; nothing was written") from None
        if not target.is_relative_to(top):
            raise CannotWrite(f"{one.path} leads out of the workspace, so it is not written")
        _as_read(one, target)
    before = None if one.before is None else digest(one.before)
    return Step(one.path, target, before, digest(one.after))


def _as_read(one: Write, target: Path) -> None:
    """Raises CannotWrite unless the file is as it was read, and may be written."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        if one.before is None:
            return
        raise CannotWrite(f"{one.path} is not there any more; nothing was written") from None
    if one.before is None:
        raise CannotWrite(f"a file stands already at {one.path}; nothing was written")
    if not stat.S_ISREG(mode):
        raise CannotWrite(f"{one.path} is no file any more; nothing was written")
    if target.read_bytes() != one.before:
        raise CannotWrite(
            f"{one.path} was changed by somebody else since it was read; nothing was written: try again"
        )
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(target, os.W_OK):
        raise CannotWrite(f"{one.path} can only be read; nothing was written")


def _put(root: Path, folder: Path, writes: Sequence[Write], steps: Sequence[Step]) -> None:
    made = _missing(root, steps)
    several = len(steps) > 1
    note(folder, root, steps, made, ready=False)
    try:
        for path in made:
            path.mkdir(exist_ok=True)
        for one, step in zip(writes, steps, strict=True):
            with _about(one.path):
                _prepared(one, step, several)
        if several:
            note(folder, root, steps, made, ready=True)
        for one, step in zip(writes, steps, strict=True):
            with _about(one.path):
                _as_read(one, step.target)  # once more: an editor takes no lock
    except BaseException:
        _cleared(folder, steps, made)
        raise
    _named(folder, writes, steps, made)


def _named(folder: Path, writes: Sequence[Write], steps: Sequence[Step], made: Sequence[Path]) -> None:
    """The names, one after another; where one cannot be given, those before it are taken back."""
    for number, (one, step) in enumerate(zip(writes, steps, strict=True)):
        try:
            with _about(one.path):
                step.forward()
        except BaseException as fault:
            try:
                for done in reversed(steps[:number]):
                    done.back()
            except OSError as second:
                raise CannotWrite(
                    f"a part was written, and then no more ({why(second)}): the next change that lif writes "
                    "in this folder brings it to its end first"
                ) from fault
            _cleared(folder, steps, made)
            raise
    for step in steps:
        step.clear()
    for parent in {step.target.parent for step in steps} | {path.parent for path in made}:
        with suppress(OSError):  # it is written; how well the system keeps the name is its own affair
            flush_folder(parent)
    forget(folder)


def _missing(root: Path, steps: Sequence[Step]) -> list[Path]:
    """The folders that have to be made, the outer first."""
    top = root.resolve()
    found: dict[Path, None] = {}
    for step in steps:
        parents = [path for path in step.target.parents if path != top and path.is_relative_to(top)]
        found.update((path, None) for path in reversed(parents) if not path.exists())
    return list(found)


def _prepared(one: Write, step: Step, several: bool) -> None:
    """The file as it is to be, beside the one that it follows, with its owner and its mode."""
    put_flushed(step.beside, one.after)
    if one.before is None:
        return
    was = step.target.stat()
    if hasattr(os, "chown") and (was.st_uid, was.st_gid) != (os.geteuid(), os.getegid()):
        with suppress(OSError):  # only the system's own user may give files away
            os.chown(step.beside, was.st_uid, was.st_gid)
    step.beside.chmod(stat.S_IMODE(was.st_mode))
    if several:
        step.keep_old()


def _cleared(folder: Path, steps: Sequence[Step], made: Sequence[Path]) -> None:
    """Nothing stays of what was begun."""
    with suppress(OSError):  # what cannot be taken away now is noted, and goes with the next change
        for step in steps:
            step.clear()
        take_away(made)
        forget(folder)


@contextmanager
def _about(path: str) -> Iterator[None]:
    """Says which file it was that the system refused."""
    try:
        yield
    except FileExistsError:
        raise CannotWrite(f"a file stands already at {path}; nothing was written") from None
    except OSError as fault:
        raise CannotWrite(f"nothing was written: {why(fault)} ({path})") from None


def why(fault: OSError) -> str:
    """Why the system refused, in plain words."""
    return {
        errno.ENOSPC: "the disk is full",
        errno.EDQUOT: "your share of the disk is full",
        errno.EFBIG: "the disk takes no file of that size",
        errno.EACCES: _DENIED,
        errno.EPERM: _DENIED,
        errno.EROFS: "the disk can only be read",
        errno.ENAMETOOLONG: "the name is too long",
        errno.ENOTDIR: "a part of the path is a file where a folder should be",
        errno.EISDIR: "a folder stands where the file should be",
        errno.ENOENT: "the folder is not there any more",
        errno.EIO: "the disk does not answer as it should",
    }.get(fault.errno or 0, f"the system refused (error {fault.errno})")
