"""The page of a theme: whether it comes back, and everything that is about it."""

from __future__ import annotations

from collections.abc import Iterator

from lif.calendars import long_date
from lif.records.references import Theme
from lif.views.came_of import many
from lif.views.recurring import ThemeLine
from lif.views.site import tables
from lif.views.site.pieces import Panel, Row, Told, Words, day, quiet, strong, table, words
from lif.views.site.world import World


def theme(world: World, record: Theme) -> Told:
    """What is told of a theme."""
    line = world.themes.get(record.id)
    return Told(
        lead=tuple(_lead(line)) if line else (),
        panels=(*_found(world, line), *_actions(world, record)),
        fields=frozenset(("name",)),
    )


def _lead(line: ThemeLine) -> Iterator[Words]:
    yield Words(
        f"Found by {many(len(line.sources), 'source')}, first on {long_date(line.first)} and last on "
        f"{long_date(line.last)}."
    )
    if line.again:
        yield strong(
            f"It came back: {many(len(line.again), 'source')} found it after an action on it had been closed."
        )


def _found(world: World, line: ThemeLine | None) -> Iterator[Panel]:
    if line is None:
        return
    again = {one.source for one in line.again}
    rows = tuple(
        Row(
            (
                day(one.on),
                (Words(one.name, world.ref(one.source)), quiet(one.kind.replace("-", " "))),
                (strong("yes, after an action on it had been closed"),)
                if one.source in again
                else words("no"),
            ),
            illustrative=one.illustrative,
        )
        for one in reversed(line.sources)
    )
    columns = (("Date", False), ("Found by", False), ("Again?", False))
    yield Panel(
        "Where it was found",
        "where-it--was-found",
        tables=table("Latest first", columns, rows),
    )


def _actions(world: World, record: Theme) -> Iterator[Panel]:
    lines = tables.open_first(line for line in world.actions.values() if record.id in line.themes)
    found = tables.actions(world, lines, "Actions on it, the longest overdue first")
    if found:
        yield Panel("What is being done", "what-is--being-done", tables=found)
