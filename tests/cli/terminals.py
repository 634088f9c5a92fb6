"""A terminal of any width and kind, and what a command prints on it."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

LIF = (sys.executable, "-m", "lif")


@dataclass(frozen=True)
class Printed:
    """What a command printed on a terminal, its remarks elsewhere, and its exit code."""

    code: int
    out: str
    err: str


def on_terminal(folder: Path, columns: int, *words: str, **settings: str) -> Printed:
    """Runs `lif` with its stdout on a terminal of so many columns."""
    return shown(folder, columns, [*LIF, *words], False, settings)


def shown(
    folder: Path, columns: int, command: Sequence[str], stderr: bool, settings: Mapping[str, str]
) -> Printed:
    """Runs a command with stdout, and stderr when it is wanted, on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    plain = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
    environment = {**plain, "TERM": "xterm-256color", **settings}
    with TemporaryFile() as remarks:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=theirs, stderr=theirs if stderr else remarks
        )
        os.close(theirs)
        printed = b"".join(iter(lambda: _read(ours), b""))
        code = process.wait(60)
        os.close(ours)
        remarks.seek(0)
        return Printed(code, printed.decode(), remarks.read().decode())


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # the other end is closed
        return b""
