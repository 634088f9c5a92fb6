"""The page of a priority: what figures and people say of it, what is being done, and what was found."""

from __future__ import annotations

from collections.abc import Sequence

from lif.records.priorities import Priority
from lif.records.reviews import Review
from lif.views.came_of import many
from lif.views.scorecard.parts import PriorityPart, Said
from lif.views.site import tables
from lif.views.site.pieces import Panel, Row, Rows, Table, Told, prose, quiet, words
from lif.views.site.world import World


def priority(world: World, record: Priority) -> Told:
    """What is told of a priority."""
    part = world.priority_parts.get(record.id)
    return Told(
        lead=(*prose(record.rationale), *prose(record.rationale_missing)),
        panels=(
            *((_figures(world, record, part), _voices(world, part)) if part else ()),
            _actions(world, record),
            _looks(world, record),
        ),
        fields=frozenset(("name", "rationale", "rationale_missing")),
    )


def _figures(world: World, record: Priority, part: PriorityPart) -> Panel:
    lines = [line for line in world.lines.values() if record.id in line.priorities]
    said = (
        f"{many(len(part.lines), 'indicator')} in {world.quarter.label}: {part.improving} improving, "
        f"{part.worse} getting worse, {part.red} off target."
    )
    return Panel(
        "What the figures say",
        "what-the--figures-say",
        words(said) if part.lines else (),
        tables.indicators(world, lines, "Indicators of this priority"),
        nothing="No indicator is tied to this priority.",
    )


def _voices(world: World, part: PriorityPart) -> Panel:
    """What people, audits and groups said of it in the quarter, each with whose report it stands in."""
    heard: Sequence[tuple[str, tuple[Said, ...]]] = (
        ("What children and parents say", part.children),
        ("What practitioners say", part.practitioners),
        ("What audits and reviews say", part.audits),
        ("What difference was made", part.differences),
    )
    groups = tuple(
        Rows(name, tuple(_said(world, each) for each in entries)) for name, entries in heard if entries
    )
    columns = (("In words", False), ("Reported by", False), ("Where it stands", False))
    missing = [name[:1].lower() + name[1:] for name, entries in heard if not entries]
    return Panel(
        "What people and reports say",
        "what--people-say",
        words(f"Nothing was supplied this quarter on {'; '.join(missing)}.") if missing else (),
        (Table(f"Reported for {world.quarter.label}", columns, groups),) if groups else (),
    )


def _said(world: World, each: Said) -> Row:
    evidence = tuple(link for address in each.evidence for link in world.link(address))
    return Row(
        (words(each.text), words(each.group), evidence or (quiet("no evidence is named"),)),
        illustrative=each.illustrative,
    )


def _actions(world: World, record: Priority) -> Panel:
    lines = tables.open_first(line for line in world.actions.values() if record.id in line.priorities)
    return Panel(
        "What is being done",
        "what-is--being-done",
        tables=tables.actions(world, lines, "Actions, the longest overdue first"),
        nothing="No action serves this priority.",
    )


def _looks(world: World, record: Priority) -> Panel:
    """The audits and reviews that bear on it."""
    reviews = [line for id_, line in world.reviews.items() if record.id in _priorities(world, id_)]
    audits = [line for line in world.audits.values() if record.id in line.priorities]
    return Panel(
        "What was looked at",
        "what-was--looked-at",
        tables=(*tables.audits(world, audits, "Audits"), *tables.reviews(world, reviews, "Reviews")),
        nothing="No audit or review bears on this priority.",
    )


def _priorities(world: World, id_: str) -> tuple[str, ...]:
    found = world.known.find(Review, id_)
    return found.priorities if found else ()
