"""The page of a group: its next meeting, what it follows, and how that stands."""

from __future__ import annotations

from collections.abc import Iterator

from lif.calendars import long_date
from lif.checks.rhythm import Rhythm, rhythm
from lif.records.governance import Group
from lif.records.indicators import Indicator
from lif.records.meetings import Meeting
from lif.views.came_of import many
from lif.views.sentences import times
from lif.views.shown import flowing
from lif.views.site import tables
from lif.views.site.pieces import Panel, Row, Rows, Table, Told, Words, prose, quiet, strong, words
from lif.views.site.statements import summary
from lif.views.site.world import World

MOST_MEETINGS = 8
"""So many meetings before the day are told with what they decided; all of them stand in the list."""


def group(world: World, record: Group) -> Told:
    """What is told of a group."""
    return Told(
        lead=(*prose(record.remit), *words(summary(world, record)), *_stands(world, record)),
        panels=(
            _meetings(world, record),
            _actions(world, record),
            _figures(world, record),
            _looks(world, record),
        ),
        fields=frozenset(("name", "remit")),
    )


def _stands(world: World, record: Group) -> Iterator[Words]:
    late = [line for line in world.actions.values() if line.group == record.id and line.days_overdue]
    if late:
        yield strong(
            f"{many(len(late), 'action')} that it follows {'is' if len(late) == 1 else 'are'} overdue."
        )


def _meetings(world: World, record: Group) -> Panel:
    """The meetings to come, and the last ones with what they decided."""
    mine = sorted(
        (one for one in world.known.all(Meeting) if one.group == record.id), key=lambda one: (one.on, one.id)
    )
    ahead = [one for one in mine if one.on >= world.as_at]
    past = [one for one in reversed(mine) if one.on < world.as_at][:MOST_MEETINGS]
    columns = (("Meeting", False), ("What it decided", False))
    groups = [Rows("To come", tuple(_meeting(world, one) for one in ahead))] if ahead else []
    groups += [Rows("Held before", tuple(_meeting(world, one) for one in past))] if past else []
    return Panel(
        "Meetings",
        "its--meetings",
        paragraphs=tuple(_rhythm(rhythm(world.known, record, world.as_at))),
        tables=(Table("Meetings to come, and the last ones", columns, tuple(groups)),) if groups else (),
        nothing="No meeting of this group is recorded.",
    )


def _rhythm(found: Rhythm | None) -> Iterator[Words]:
    """How often it meets, and how it kept to that."""
    if found is None:
        return
    yield Words(f"It meets {found.promised}; in the last twelve months it met {times(found.held)}.")
    if found.gap and found.since:
        yield strong(f"After {long_date(found.since)} it did not meet for {found.gap} days.")


def _meeting(world: World, one: Meeting) -> Row:
    held = (quiet("not held"),) if one.held is False else ()
    decided = words(*(flowing(decision.text) for decision in one.decisions))
    planned = (quiet("planned"),) if one.on >= world.as_at else (quiet("no decision is recorded"),)
    return Row(
        ((Words(long_date(one.on), world.ref(one.id), "day"), *held), decided or planned),
        illustrative=one.illustrative,
    )


def _actions(world: World, record: Group) -> Panel:
    lines = tables.open_first(line for line in world.actions.values() if line.group == record.id)
    return Panel(
        "Actions that it follows",
        "its--actions",
        tables=tables.actions(world, lines, "The longest overdue first"),
        nothing="It follows no action.",
    )


def _figures(world: World, record: Group) -> Panel:
    lines = [
        world.lines[one.id]
        for one in world.known.all(Indicator)
        if record.id == one.group or record.id in one.also_groups
    ]
    return Panel(
        "Figures that it watches",
        "its--figures",
        tables=tables.indicators(world, lines, f"As they stood at the end of {world.quarter.label}"),
        nothing="No indicator stands in its scorecard.",
    )


def _looks(world: World, record: Group) -> Panel:
    audits = [line for line in world.audits.values() if line.group == record.id]
    reviews = [line for line in world.reviews.values() if line.group == record.id]
    return Panel(
        "Audits and reviews",
        "its--audits",
        tables=(*tables.audits(world, audits, "Audits"), *tables.reviews(world, reviews, "Reviews")),
        nothing="It has commissioned no audit and no review.",
    )
