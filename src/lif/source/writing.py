"""Writes files of a workspace: all or none, never half a file, never over what somebody else wrote."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lif.source.locking import PATIENCE, Locked, held
from lif.source.new_records import flush_folder

_PASSING = ".lif-new"
"""How the name of a file ends that is not finished; readers pass over it, since it begins with a dot."""
_JOURNAL = "journal.json"


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
    if not writes:
        return
    try:
        with held(root, patience) as folder:
            finished(root, folder)
            targets = [_target(root, one) for one in writes]
            _put(folder, writes, targets)
    except Locked as fault:
        raise CannotWrite(str(fault)) from None
    except OSError as fault:
        raise CannotWrite(f"nothing was written: {_why(fault)}") from None


def finished(root: Path, folder: Path) -> None:
    """Brings what a writer that was cut off had begun to its end, or takes it back; the lock must be held.

    What stood in the journal was written whole already, and only names were missing.
    """
    journal = folder / _JOURNAL
    if journal.is_file():
        for step in json.loads(journal.read_text(encoding="utf-8")):
            beside, target = Path(step["beside"]), Path(step["target"])
            if beside.is_file() and _fingerprint(target) == step["before"]:
                beside.replace(target)
                flush_folder(target.parent)
        journal.unlink()
        flush_folder(folder)
    for left in _left_over(root):
        left.unlink(missing_ok=True)


def _left_over(root: Path) -> list[Path]:
    """Files that a writer had not finished; no other writes while the lock is held."""
    found = []
    for folder, inside, names in os.walk(root):
        inside[:] = [name for name in inside if name not in (".git", ".venv", "node_modules")]
        found += [Path(folder) / name for name in names if name.endswith(_PASSING) and name.startswith(".")]
    return found


def _target(root: Path, one: Write) -> Path:
    """Where the file truly stands. Raises CannotWrite unless it is as it was read and may be written."""
    top = root.resolve()
    target = (top / one.path).resolve()
    if not target.is_relative_to(top):
        raise CannotWrite(f"{one.path} leads out of the workspace, so it is not written")
    if one.before is None:
        if target.exists():
            raise CannotWrite(f"a file stands already at {one.path}; nothing was written")
        return target
    try:
        now = target.read_bytes()
    except FileNotFoundError:
        raise CannotWrite(f"{one.path} is not there any more; nothing was written") from None
    if now != one.before:
        raise CannotWrite(
            f"{one.path} was changed by somebody else since it was read; nothing was written: try again"
        )
    if not target.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(
        target, os.W_OK
    ):
        raise CannotWrite(f"{one.path} can only be read; nothing was written")
    return target


def _put(folder: Path, writes: Sequence[Write], targets: Sequence[Path]) -> None:
    besides = [_beside(target) for target in targets]
    try:
        for one, target, beside in zip(writes, targets, besides, strict=True):
            target.parent.mkdir(parents=True, exist_ok=True)
            _written(beside, one.after)
            if one.before is not None:
                beside.chmod(stat.S_IMODE(target.stat().st_mode))
        if len(writes) > 1:
            _note(folder, targets, besides)
    except BaseException:
        for beside in besides:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        raise
    for beside, target in zip(besides, targets, strict=True):
        beside.replace(target)
    for parent in {target.parent for target in targets}:
        flush_folder(parent)
    (folder / _JOURNAL).unlink(missing_ok=True)


def _note(folder: Path, targets: Sequence[Path], besides: Sequence[Path]) -> None:
    """Writes down what is about to get its name, so that it can be finished by whoever comes next."""
    steps = [
        {"beside": str(beside), "target": str(target), "before": _fingerprint(target)}
        for beside, target in zip(besides, targets, strict=True)
    ]
    passing = folder / f".journal{_PASSING}"
    _written(passing, json.dumps(steps).encode("utf-8"))
    passing.replace(folder / _JOURNAL)
    flush_folder(folder)


def _written(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _beside(target: Path) -> Path:
    """A short name beside the file, which no reader picks up."""
    mark = hashlib.sha256(target.name.encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return target.with_name(f".{mark}{_PASSING}")


def _fingerprint(path: Path) -> str | None:
    """What tells one content from another; None where there is no file."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None


def _why(fault: OSError) -> str:
    """Why the system refused, in plain words."""
    return {
        errno.ENOSPC: "the disk is full",
        errno.EDQUOT: "your share of the disk is full",
        errno.EFBIG: "the disk takes no file of that size",
        errno.EACCES: "permission denied",
        errno.EPERM: "permission denied",
        errno.EROFS: "the disk can only be read",
        errno.ENAMETOOLONG: "the name is too long",
        errno.ENOTDIR: "a part of the path is not a folder",
    }.get(fault.errno or 0, f"system error {fault.errno}")
