"""The exit codes that other people's scripts rely on, and the way to stop with a reason."""

from __future__ import annotations

CLEAN = 0
PROBLEMS = 1
"""Something is wrong in the records, or `--fail-if-any` found some."""
COULD_NOT_RUN = 2
BUG = 3
STOPPED = 130


class CannotRun(Exception):  # noqa: N818
    """The command cannot do what was asked; the message says why and what to do."""
