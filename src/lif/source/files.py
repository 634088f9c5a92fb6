"""The first door: an ordinary file of bounded size inside the workspace, opened without waiting."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from lif.diagnostics import Diagnostic, Location
from lif.source.problems import files as problems
from lif.source.problems.words import said, visible

Over: TypeAlias = "Mapping[str, bytes]"
"""Bytes of files as they would stand, by path from the workspace with `/`."""
NOTHING_OVER: Over = MappingProxyType({})

MAX_RECORD = 256_000
"""Most bytes in a record's file."""
MAX_TABLE = 20_000_000
"""Most bytes in a CSV file."""

_NOFOLLOW: int = getattr(os, "O_NOFOLLOW", 0)
_FLAGS: int = (
    os.O_RDONLY
    | _NOFOLLOW
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_LINK = {errno.ELOOP, errno.EMLINK, getattr(errno, "EFTYPE", errno.ELOOP)}
_GONE = {errno.ENOENT, errno.ENOTDIR}


class Door:
    """Reads files of one workspace, and nothing outside it; folders are resolved once.

    What stands in `over`, by path from the workspace, is read in place of the file, or as if there were one.
    """

    def __init__(self, root: Path, over: Over = NOTHING_OVER) -> None:
        self._root = os.path.realpath(root)
        self._over = over
        self._folders: dict[str, str] = {}

    def fetch(self, path: str, limit: int = MAX_RECORD) -> bytes | Diagnostic:
        """The bytes of the file at `path` (`/` between names, from the workspace), or why there are none."""
        if not path.isprintable():
            return said(problems.name_does_not_print, Location(visible(path)))
        if (instead := self._over.get(path)) is not None:
            return said(problems.file_too_large, Location(path), limit) if len(instead) > limit else instead
        folder, _, name = path.rpartition("/")
        real = self._folders.get(folder)
        if real is None:
            real = self._folders[folder] = os.path.realpath(f"{self._root}{os.sep}{folder}")
        if not self._inside(real) or name in ("", "..") or (os.sep != "/" and os.sep in name):
            return said(problems.leaves_workspace, Location(path))
        try:
            return self._open(f"{real}{os.sep}{name}", path, limit)
        except OSError as error:
            return _why(error, path)

    def _open(self, real: str, path: str, limit: int) -> bytes | Diagnostic:
        if not _NOFOLLOW and Path(real).is_symlink():
            return self._follow(real, path, limit)
        try:
            handle = os.open(real, _FLAGS)
        except OSError as error:
            if error.errno in _LINK and Path(real).is_symlink():
                return self._follow(real, path, limit)
            if Path(real).is_dir():
                return said(problems.folder_not_read, Location(path))
            raise
        try:
            return _read(handle, path, limit)
        finally:
            os.close(handle)

    def _follow(self, real: str, path: str, limit: int) -> bytes | Diagnostic:
        """The file behind a link, which has to be inside the workspace too."""
        try:
            target = os.path.realpath(real, strict=True)
        except OSError as error:
            if error.errno in _LINK | _GONE:
                if not self._inside(os.path.realpath(real)):
                    return said(problems.leaves_workspace, Location(path))
                return said(problems.file_missing, Location(path), link=True)
            raise
        if not self._inside(target):
            return said(problems.leaves_workspace, Location(path))
        if Path(target).is_dir():
            return said(problems.folder_not_read, Location(path), link=True)
        return self._open(target, path, limit)

    def _inside(self, real: str) -> bool:
        return real == self._root or real.startswith(self._root.rstrip(os.sep) + os.sep)


def _read(handle: int, path: str, limit: int) -> bytes | Diagnostic:
    status = os.fstat(handle)
    if stat.S_ISDIR(status.st_mode):
        return said(problems.folder_not_read, Location(path))
    if not stat.S_ISREG(status.st_mode):
        return said(problems.special_file, Location(path))
    raw = b"" if status.st_size > limit else os.read(handle, limit + 1)
    while 0 < len(raw) <= limit and len(raw) != status.st_size and (more := os.read(handle, limit + 1)):
        raw += more
    if max(status.st_size, len(raw)) > limit:
        return said(problems.file_too_large, Location(path), limit)
    return raw


def _why(error: OSError, path: str) -> Diagnostic:
    where = Location(path)
    if error.errno in _GONE | {errno.ELOOP}:
        return said(problems.file_missing, where, link=error.errno == errno.ELOOP)
    if error.errno == errno.ENXIO:
        return said(problems.special_file, where)
    reason = {
        errno.EACCES: "permission denied",
        errno.EPERM: "permission denied",
        errno.ENAMETOOLONG: "the name is too long",
        errno.EIO: "the disk does not answer",
    }.get(error.errno or 0, f"system error {error.errno}")
    return said(problems.file_not_readable, where, reason)


def ending(path: str) -> str:
    """The end of a file's name, from its last full stop: `.yml`."""
    name = path.rpartition("/")[2]
    return name[name.rindex(".") :] if "." in name else ""
