"""`lif site --watch`: shows the site on this machine, and makes it again when a record is saved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from lif.cli.exits import CLEAN, CannotRun
from lif.cli.options import Shared
from lif.cli.saved_files import saved, watcher
from lif.cli.site import Wanted, Watching
from lif.cli.site_making import made
from lif.cli.site_server import server
from lif.cli.streams import put, say
from lif.diagnostics import CannotGoOn, visible
from lif.reports.environments import read_anew

USUAL_PORT = 8000


def watch(wanted: Wanted, watching: Watching, shared: Shared) -> int:
    """Makes the site, shows it, and makes it again after each change, until Ctrl-C.

    A site that cannot be made first of all is not shown; later the last good one stays.
    """
    changes = watcher("--watch")
    port = _port(watching.port)
    done = made(wanted, shared)
    if not done.home:
        return done.code
    with _shown(Path(done.home).parent.resolve(), port) as address:
        put(f"{address}\n")
        if not shared.quiet:
            say("It is made again when a record is saved; Ctrl-C ends it.")
        for changed in saved(changes, done.sources, Path(wanted.out)):
            if changed and not shared.quiet:
                say(f"{', '.join(changed)} changed")
            if changed:
                _again(wanted, shared)
    return CLEAN


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
