"""`lif site --watch`: shows the site on this machine, and makes it again when a record is saved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

from lif.cli.exits import CLEAN, CannotRun
from lif.cli.options import Shared
from lif.cli.site import Wanted, Watching
from lif.cli.site_making import Done, made
from lif.cli.site_server import server
from lif.cli.streams import put, say
from lif.diagnostics import CannotGoOn, visible
from lif.reports.environments import read_anew

USUAL_PORT = 8000
A_MOMENT = 500
"""Milliseconds after which it is looked at what can be watched."""
ENDINGS = (".yaml", ".yml", ".csv", ".j2")
"""Files that a site is made from."""


def watch(wanted: Wanted, watching: Watching, shared: Shared) -> int:
    """Makes the site, shows it, and makes it again after each change, until Ctrl-C.

    A site that cannot be made first of all is not shown; later the last good one stays.
    """
    changes = _watcher()
    port = _port(watching.port)
    done = made(wanted, shared)
    if not done.home:
        return done.code
    with _shown(Path(done.home).parent.resolve(), port) as address:
        put(f"{address}\n")
        if not shared.quiet:
            say("It is made again when a record is saved; Ctrl-C ends it.")
        for changed in _saved(changes, done, Path(wanted.out)):
            if not shared.quiet:
                say(f"{', '.join(changed)} changed")
            _again(wanted, shared)
    return CLEAN


def _watcher() -> Any:
    """What tells of saved files; raises CannotRun, with what to install, where it is not there."""
    try:
        from watchfiles import watch as changes
    except ModuleNotFoundError:
        raise CannotRun("--watch needs the extra 'watch': pip install 'lif[watch]'") from None
    return changes


def _port(words: str | None) -> int:
    if words is None:
        return USUAL_PORT
    if not (words.isascii() and words.isdigit() and int(words) <= 65_535):
        raise CannotRun(f"--port {words}: write a number from 0 (any that is free) to 65535")
    return int(words)


@contextmanager
def _shown(folder: Path, port: int) -> Iterator[str]:
    """The site on this machine, for as long as it lasts; gives its address."""
    address, serve, stop = server(folder, port)
    Thread(target=serve, daemon=True).start()
    try:
        yield address
    finally:
        stop()


def _saved(changes: Any, done: Done, out: Path) -> Iterator[tuple[str, ...]]:
    """The names of the files that were saved, those that were saved together at once.

    An editor may take the settings away and put a new file in their place, and a folder may come or go:
    nobody watches what is new yet, so then everything is watched anew.
    """
    inside = out.resolve()

    def counts(_: Any, path: str) -> bool:
        here = Path(path)
        return here.suffix in ENDINGS and not here.resolve().is_relative_to(inside)

    often = {"rust_timeout": A_MOMENT, "yield_on_timeout": True, "raise_interrupt": True}
    seen, names = _there(done.sources), set[str]()
    while True:
        with suppress(FileNotFoundError):  # gone since it was looked for
            for found in changes(*seen, watch_filter=counts, **often):
                before, seen = seen, _there(done.sources)
                names |= {Path(path).name for _, path in found} | _others(before, seen)
                if before != seen:
                    break  # what is new is watched before it is read, so that no later change is missed
                if names:
                    yield tuple(sorted(names))
                    names = set()
        before, seen = seen, _there(done.sources)
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


def _again(wanted: Wanted, shared: Shared) -> None:
    """The site again; what keeps it from being made is said, and the last good one stays."""
    read_anew()
    try:
        again = bool(made(wanted, shared).home)
    except (CannotRun, CannotGoOn) as why:
        say(f"lif: {visible(str(why))}")
        again = False
    if not again:
        say("lif: the site stays as it was")
