"""What is printed and where: results to stdout or a file, remarks to stderr, and never a crash."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from lif.cli.exits import CannotRun
from lif.diagnostics import unsealed

if TYPE_CHECKING:
    from lif.records.words import Words

_CIRCLE = "links lead in a circle"
_CLOSED = {errno.EPIPE, errno.ESHUTDOWN} | ({errno.EINVAL} if os.name == "nt" else set())
_PLAIN = str.maketrans(
    {"–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "·": "-", "×": "x"}
    | {"→": "->", "←": "<-", "≥": ">=", "≤": "<=", "✓": "yes", "✗": "no", "•": "-", "\u00a0": " "}
    | {"─": "-", **dict(zip("▁▂▃▄▅▆▇█", "12345678", strict=True))}
)
"""What stands for a mark that a console without Unicode cannot show."""


def prepare() -> None:
    """Makes both streams safe: what a console cannot show becomes `?`, and line ends are `\\n`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace", newline="\n")


def put(text: str, data: bool = False) -> None:
    """Prints a result; `data` is for machines and goes out as UTF-8 whatever the console is.

    A reader that has closed the pipe is a quiet end. Raises OSError when the disk is full.
    """
    if data and isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    _write(sys.stdout, text)


def say(text: str, words: Words | None = None) -> None:
    """Prints a remark on stderr, in the `words` of a board; it is lost where stderr is closed."""
    try:
        _write(sys.stderr, f"{words.spoken(text) if words else text}\n")
    except OSError:
        _silence(sys.stderr)


def deliver(text: str, out: str | None, data: bool = False) -> None:
    """Prints a result, or writes it to `out` and prints that path; raises CannotRun when it cannot."""
    if out is None:
        put(text, data)
        return
    path = Path(out)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(unsealed(text), encoding="utf-8", errors="replace", newline="\n")
    except OSError as fault:
        raise CannotRun(f"cannot write {out}: {reason(fault)}") from None
    put(f"{out}\n")


def reason(fault: OSError | RuntimeError) -> str:
    """Why the system refused, in plain words."""
    if isinstance(fault, RuntimeError):
        return _CIRCLE
    return {
        errno.ENOSPC: "the disk is full",
        errno.EDQUOT: "your share of the disk is full",
        errno.EACCES: "permission denied",
        errno.EPERM: "permission denied",
        errno.EROFS: "the disk can only be read",
        errno.ENOENT: "it is not there",
        errno.ENOTDIR: "a part of the path is not a folder",
        errno.EISDIR: "it is a folder, and a file is wanted",
        errno.EEXIST: "a file stands where a folder is wanted",
        errno.ENAMETOOLONG: "the name is too long",
        errno.EIO: "the disk does not answer",
        errno.EMFILE: "too many files are open",
        errno.ELOOP: _CIRCLE,
    }.get(fault.errno or 0, f"system error {fault.errno}")


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None or not text:
        return
    try:
        stream.write(_shown(stream, unsealed(text)))
        stream.flush()
    except OSError as fault:
        _silence(stream)
        if fault.errno not in _CLOSED:
            raise


def _shown(stream: TextIO, text: str) -> str:
    """The text with plain marks where the console's encoding lacks the real ones."""
    encoding = (getattr(stream, "encoding", None) or "utf-8").lower().replace("_", "-")
    if encoding in ("utf-8", "utf8") or text.isascii():
        return text
    return "".join(c if _has(encoding, c) else c.translate(_PLAIN) for c in text)


def _has(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def drop_what_waits(fault: OSError) -> bool:
    """Drops what stdout still holds and cannot print; gives whether its reader had closed it, a quiet end.

    Python buffers stdout, and would try to print it once more at its end, with exit code 120.
    """
    _silence(sys.stdout)
    return fault.errno in _CLOSED and fault.filename is None


def _silence(stream: TextIO | None) -> None:
    """Sends what is still to come nowhere, so that the interpreter's last flush does not complain."""
    try:
        if stream is not None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
    except (OSError, ValueError):
        pass
