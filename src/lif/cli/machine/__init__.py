"""What is looked at on a machine and in a folder, before anything is asked of lif there."""

from __future__ import annotations

from collections.abc import Iterator

from lif.cli.machine.rows import Asked, Row


def looked_at(asked: Asked) -> Iterator[Row]:
    """Everything that is looked at, in the order in which it is told."""
    from lif.cli.machine import automatic, folder, git, programs, records, terminal

    yield from programs.rows(asked)
    yield from terminal.rows(asked)
    yield from git.rows(asked)
    yield from folder.rows(asked)
    if asked.root is not None and not programs.missing(programs.NEEDED):
        yield from records.rows(asked.root)
        yield from automatic.rows(asked.root)
