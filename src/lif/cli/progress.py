"""Says on stderr what long work is at, to somebody who watches; nothing to a pipe or a log."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

PATIENCE = 1.0
"""Seconds before anything is said, and between two sayings."""


@contextmanager
def working(what: str, quiet: bool = False) -> Iterator[None]:
    """While the work goes on: after a second `what … 1 s`, in one line that is taken away at the end."""
    if quiet or not _watched():
        yield
        return
    over = Event()
    teller = Thread(target=_tell, args=(what, over), daemon=True)
    teller.start()
    try:
        yield
    finally:
        over.set()
        teller.join()


def _watched() -> bool:
    """Whether stderr is a terminal that can take back what it shows."""
    try:
        terminal = sys.stderr is not None and sys.stderr.isatty()
    except ValueError:  # it is closed
        return False
    return terminal and os.environ.get("TERM", "") != "dumb"


def _tell(what: str, over: Event) -> None:
    seconds, widest = 0, 0
    while not over.wait(PATIENCE):
        seconds += 1
        line = f"{what} ... {seconds} s"
        widest = max(widest, len(line))
        _write(f"\r{line}")
    if widest:
        _write(f"\r{' ' * widest}\r")


def _write(text: str) -> None:
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError):  # nobody can be told any more, and the work goes on
        pass
