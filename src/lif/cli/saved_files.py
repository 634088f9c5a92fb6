"""Tells which files of a workspace were saved, for as long as somebody waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import Any

from lif.cli.exits import CannotRun

A_MOMENT = 500
"""Milliseconds after which it is looked at what can be watched."""
ENDINGS = (".yaml", ".yml", ".csv", ".j2")
"""Files that a workspace is read from."""


def watcher(command: str) -> Any:
    """What tells of saved files; raises CannotRun, with what to install, where it is not there."""
    try:
        from watchfiles import watch as changes
    except ModuleNotFoundError:
        raise CannotRun(f"{command} needs the extra 'watch': lif doctor says how to install it") from None
    return changes


def saved(changes: Any, sources: tuple[Path, ...], out: Path | None = None) -> Iterator[tuple[str, ...]]:
    """The names of the files that were saved, those that were saved together at once; never what is in `out`.

    The first of the sources is the settings, the others are folders. No names at all come first of all, when
    it has begun: what is read after that misses nothing that is saved later.

    An editor may take the settings away and put a new file in their place, and a folder may come or go:
    nobody watches what is new yet, so then everything is watched anew.
    """
    inside = out.resolve() if out else None

    def counts(_: Any, path: str) -> bool:
        here = Path(path)
        return here.suffix in ENDINGS and not (inside and here.resolve().is_relative_to(inside))

    often = {"rust_timeout": A_MOMENT, "yield_on_timeout": True, "raise_interrupt": True}
    seen, names = _there(sources), set[str]()
    begun = False
    while True:
        with suppress(FileNotFoundError):  # gone since it was looked for
            for found in changes(*seen, watch_filter=counts, **often):
                before, seen = seen, _there(sources)
                names |= {Path(path).name for _, path in found} | _others(before, seen)
                if before != seen:
                    break  # what is new is watched before it is read, so that no later change is missed
                if names or not begun:
                    begun = True
                    yield tuple(sorted(names))
                    names = set()
        before, seen = seen, _there(sources)
        names |= _others(before, seen)


def _there(sources: tuple[Path, ...]) -> dict[Path, tuple[int, ...]]:
    """Those of the sources that are there, the settings with what tells one file of them from another.

    Waits while the settings are not there, for without them there is no workspace.
    """
    settings, *folders = sources
    while True:
        with suppress(FileNotFoundError):
            found = settings.stat()
            return {settings: (found.st_ino, found.st_mtime_ns)} | {
                each: () for each in folders if each.is_dir()
            }
        sleep(A_MOMENT / 1000)


def _others(before: dict[Path, tuple[int, ...]], now: dict[Path, tuple[int, ...]]) -> set[str]:
    """The names of what came, went, or is another."""
    return {path.name for path in {**before, **now} if before.get(path) != now.get(path)}
