"""`lif site`: plain pages of everything, to open from a folder or to put on an intranet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from lif.cli.options import Audience, Option, Reading


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where the site goes, and how it is made."""

    out: Annotated[str, Option("--out", "The folder of the site: a new one, or one of its own.", "DIR")] = (
        "build/site"
    )
    audience: Audience = None
    draft: Annotated[bool, Option("--draft", "Make it in spite of errors; each page is marked.")] = False


@dataclass(frozen=True, slots=True)
class Watching:
    """Whether the site is made again when a record is saved, and where it can be seen meanwhile."""

    watch: Annotated[
        bool, Option("--watch", "Show it on this machine, and make it again when a record is saved.")
    ] = False
    port: Annotated[str | None, Option("--port", "With --watch: the port (default: 8000).", "N")] = None


def site(wanted: Wanted, watching: Watching, shared: Reading) -> int:
    """Plain pages of everything the board keeps, linked by name; they open from a folder.

    \b
    Examples:
      lif site --out build/site
      lif site --out build/site --as-at workspace
      lif site --out build/site --watch
      lif site --out build/public-site --audience public
    """
    from lif.cli.exits import CannotRun
    from lif.cli.papers import audience_of
    from lif.cli.site_making import made
    from lif.cli.streams import put

    if watching.port is not None and not watching.watch:
        raise CannotRun("--port: it says where --watch shows the site; give both, or neither")
    audience_of(wanted.audience)
    if watching.watch and shared.at is not None:
        raise CannotRun("--at and --watch: the records of then are not saved any more")
    if watching.watch:
        from lif.cli.site_watching import watch

        return watch(wanted, watching, shared)
    done = made(wanted, shared)
    if done.home:
        put(f"{done.home}\n")
    return done.code
