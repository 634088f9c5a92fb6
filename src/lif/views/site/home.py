"""The home page: the state of the framework on the day, what needs attention, what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lif.calendars import long_date, short_date
from lif.records.elements import Element
from lif.records.governance import Group
from lif.records.meetings import Meeting
from lif.records.record import Record, stands
from lif.views.actions import OPEN, ActionLine
from lif.views.calendar import WANTED, Entry
from lif.views.came_of import many
from lif.views.coverage.states import STATE_WORDS, State
from lif.views.scorecard.headlines import headlines
from lif.views.scorecard.matrix import matrix
from lif.views.site.attention import attention
from lif.views.site.bodies import Happened, HomeBody
from lif.views.site.dates import dates_table
from lif.views.site.indexes import ordered
from lif.views.site.kin import entry
from lif.views.site.pieces import Fact, Kin, Row, Words, quiet, strong, table, words
from lif.views.site.world import World

NEXT_DATES = 8
LATEST = 8
MOST_NAMED = 8
"""So many of a list stand on the home page; the rest stands behind its link."""
_STATES: tuple[State, ...] = ("shown-well", "shown", "contested", "contradicted", "old", "not-shown")


def home_body(world: World, happened: tuple[Happened, ...]) -> HomeBody:
    """The home page; `happened` is what happened lately, the latest first."""
    return HomeBody(
        as_at=world.as_at,
        quarter=world.quarter.label,
        examples=_examples(world),
        attention=attention(world),
        state=_state(world),
        changes=tuple(_changes(world)),
        priorities=table("How figures and actions stand, by priority", _PRIORITIES, _priorities(world)),
        dates=dates_table(world, _next(world), "What comes next"),
        lately=table("What happened, latest first", _LATELY, _lately(happened)),
        elements=table("Statements by how far they are shown", _ELEMENTS, _elements(world)),
        groups=table("Each group, with its next meeting and what it follows", _GROUPS, _groups(world)),
    )


def _examples(world: World) -> str:
    """How many of what this page counts are examples, in a sentence; nothing where none is."""
    counts = (
        (sum(line.illustrative for line in world.in_use), "indicator"),
        (sum(line.illustrative for line in world.actions.values()), "action"),
        (sum(line.illustrative for line in world.reviews.values()), "review"),
        (sum(line.illustrative for line in world.audits.values()), "audit"),
        (sum(entry.illustrative for entry in world.calendar.entries), "date"),
    )
    said = "; ".join(many(count, word) for count, word in counts if count)
    return f"Illustrative among what is counted on this page: {said}." if said else ""


def _state(world: World) -> tuple[Fact, ...]:
    """The latest quarter in numbers, as the scorecard's headlines count them."""
    said = headlines(world.in_use, (), (), (), 0)
    counts = (
        ("Indicators in use", said.indicators),
        ("Improving", len(said.improving)),
        ("Getting worse", len(said.worse)),
        ("Off target", len(said.red)),
        ("Will miss target without change", len(said.will_miss)),
        ("Too early to say, or no figure", matrix(world.in_use).too_early),
    )
    return tuple(Fact(name, words(f"{count:,}")) for name, count in counts)


def _changes(world: World) -> Iterator[Kin]:
    """Which indicators get worse, and which improve: headlines first."""
    for title, lines in (
        ("Getting worse", [line for line in world.in_use if line.getting_worse]),
        ("Improving", [line for line in world.in_use if line.changing.tone == "better"]),
    ):
        chosen = sorted(lines, key=lambda line: (not line.headline, line.name.casefold(), line.id))
        entries = tuple(
            entry(world, ref, line.id)
            for line in chosen[:MOST_NAMED]
            if (ref := world.ref(line.id)) is not None
        )
        left = len(lines) - len(entries)
        if entries:
            yield Kin(f"{title}, {len(entries)} of {len(lines)}" if left else title, entries)


def _next(world: World) -> tuple[Entry, ...]:
    ahead = (one for one in world.calendar.entries if one.start >= world.as_at and one.standing in WANTED)
    return tuple(ahead)[:NEXT_DATES]


_LATELY = (("Date", False), ("What happened", False), ("In words", False))


def _lately(happened: tuple[Happened, ...]) -> Iterator[Row]:
    for one in happened[:LATEST]:
        cells = ((Words(short_date(one.on), weight="day"),), words(one.what), (Words(one.text, one.ref),))
        yield Row(cells, illustrative=one.ref.illustrative)


_PRIORITIES = (
    ("Priority", False),
    ("Indicators", True),
    ("Improving", True),
    ("Getting worse", True),
    ("Off target", True),
    ("Actions still open", False),
)


def _priorities(world: World) -> Iterator[Row]:
    """Each priority with how its figures and its actions stand."""
    for part in world.priority_parts.values():
        ref = world.ref(part.id)
        mine = [line for line in world.actions.values() if part.id in line.priorities]
        figures = (len(part.lines), part.improving, part.worse, part.red)
        name = (Words(part.name, ref),)
        yield Row((name, *((Words(f"{count:,}"),) for count in figures), _open(mine)))


def _open(lines: Iterable[ActionLine]) -> tuple[Words, ...]:
    """How many actions are still open, and how many of them are overdue."""
    still = [line for line in lines if line.standing in OPEN]
    late = sum(bool(line.days_overdue) for line in still)
    return (Words(f"{len(still):,}"), *(strong(f"{late:,} overdue") for _ in range(min(late, 1))))


_ELEMENTS = (
    ("Element", False),
    ("Statements", True),
    *((STATE_WORDS[state][:1].upper() + STATE_WORDS[state][1:], True) for state in _STATES),
)


def _elements(world: World) -> Iterator[Row]:
    """Each element with how many of its statements are shown how."""
    for element in ordered(world, _standing(world, world.known.all(Element))):
        rows = [row for row in world.covered.get(element.id, ()) if row.counted]
        counts = [sum(row.state == state for row in rows) for state in _STATES]
        name = (Words(world.title(element), world.ref(element.id)),)
        yield Row((name, (Words(f"{len(rows):,}"),), *((Words(f"{count:,}"),) for count in counts)))


_GROUPS = (
    ("Group", False),
    ("Next meeting", False),
    ("Actions still open", False),
    ("Indicators", True),
)
_TIERS = ("leadership", "operational", "subgroup")


def _groups(world: World) -> Iterator[Row]:
    """Each group with its next meeting, and how what it follows stands."""
    groups = [one for one in world.known.all(Group) if stands(one, world.as_at)]
    for group in sorted(groups, key=lambda one: (_TIERS.index(one.tier), one.name.casefold(), one.id)):
        ahead = [one for one in world.known.all(Meeting) if one.group == group.id and one.on >= world.as_at]
        after = min(ahead, key=lambda one: (one.on, one.id), default=None)
        meeting = (
            (Words(long_date(after.on), world.ref(after.id), "day"),) if after else (quiet("none planned"),)
        )
        watched = sum(line.group == group.id for line in world.in_use)
        mine = [line for line in world.actions.values() if line.group == group.id]
        yield Row(((Words(group.name, world.ref(group.id)),), meeting, _open(mine), (Words(f"{watched:,}"),)))


def _standing(world: World, records: Iterable[Record]) -> list[Record]:
    return [record for record in records if stands(record, world.as_at)]
