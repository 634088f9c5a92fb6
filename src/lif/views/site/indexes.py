"""The pages that list: each kind of record, every kind, and everything by its first letter."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

from lif.diagnostics import unsealed
from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.indicators import Indicator
from lif.records.kinds import KINDS
from lif.records.record import Record
from lif.records.reviews import Review
from lif.views.came_of import many
from lif.views.listing import columns
from lif.views.site import tables
from lif.views.site.bodies import (
    Entry,
    IndexBody,
    IndicatorLine,
    IndicatorsBody,
    KindLine,
    KindsBody,
    LettersBody,
)
from lif.views.site.kin import day_of
from lif.views.site.pieces import Ref, Row, Rows, Table, Words, quiet
from lif.views.site.places import index_of, spoken, spoken_many
from lif.views.site.saying import label_of, said, shapes
from lif.views.site.world import World

BEHIND = frozenset(
    [
        *("acceptance", "annotation", "area", "bank-holidays", "benchmark", "disclosure-profile", "forecast"),
        *("import-mapping", "neighbour-set", "published-series", "return", "return-mapping"),
        *("return-schedule", "series-break", "source", "step-change"),
    ]
)
"""Kinds that stand behind the figures: few readers look for them, and every figure leads to them."""
SHELVES: tuple[tuple[str, str], ...] = (
    ("What was found and done", "found--and-done"),
    ("What the framework asks", "framework--asks"),
    ("Behind the figures", "behind--figures"),
)
_LEFT_OUT = frozenset(("id", "title", "name", "label", "text", "illustrative", "path", "framework"))
_OTHERS = "Other"


def index_body(world: World, kind: type[Record]) -> IndexBody:
    """The list of one kind."""
    records = world.known.all(kind)
    count = f"{len(records):,} {spoken(kind)}{'' if len(records) == 1 else ', in all'}"
    nothing = f"No {spoken(kind)} is recorded."
    if kind is Action:
        return IndexBody(_actions_lead(world), tuple(_actions(world)), nothing)
    if kind is Review:
        return IndexBody(
            "", tables.reviews(world, world.reviews.values(), "What is not finished first"), nothing
        )
    if kind is Audit:
        lines = reversed(tuple(world.audits.values()))
        return IndexBody("", tables.audits(world, lines, "The latest quarter first"), nothing)
    return IndexBody(count if records else "", _plain_table(world, kind, records), nothing)


def _actions_lead(world: World) -> str:
    late = sum(bool(line.days_overdue) for line in world.actions.values())
    return f"{many(len(world.actions), 'action')}, of which {late} overdue." if world.actions else ""


def _actions(world: World) -> Iterable[Table]:
    """Actions by where they stand: what is still to be done first."""
    words = {
        "overdue": "Overdue, the longest first",
        "at-risk": "At risk",
        "on-track": "On track",
        "awaiting-assurance": "Reported complete, and nobody was satisfied of it yet",
        "assured": "Assured",
        "closed": "Closed",
        "superseded": "Superseded",
        "not-accepted": "Not accepted",
    }
    for standing, caption in words.items():
        lines = [line for line in world.actions.values() if line.standing == standing]
        yield from tables.actions(world, lines, f"{caption} ({len(lines)})")


def _plain_table(world: World, kind: type[Record], records: tuple[Record, ...]) -> tuple[Table, ...]:
    """The records of any kind with the fields that its listing shows in brief."""
    if not records:
        return ()
    brief = [column.key for column in columns(kind) if column.brief and column.key not in _LEFT_OUT]
    known = {shape.name: shape for shape in shapes(kind)}
    wanted = [known[key] for key in brief if key in known]
    rows = []
    for record in ordered(world, records):
        ref = world.ref(record.id)
        if ref is not None:
            cells = tuple(said(world, shape, getattr(record, shape.name)) for shape in wanted)
            gone = (quiet("retired"),) if record.retired else ()
            rows.append(Row(((Words(ref.name, ref), *gone), *cells), illustrative=record.illustrative))
    used = [i for i in range(len(wanted)) if any(row.cells[i + 1] for row in rows)]
    heads = ((_first(kind), False), *((label_of(wanted[i].name), wanted[i].sort == "number") for i in used))
    cut = tuple(
        Row((row.cells[0], *(row.cells[i + 1] for i in used)), illustrative=row.illustrative) for row in rows
    )
    return (Table(spoken_many(kind), heads, (Rows("", cut),)),) if cut else ()


def _first(kind: type[Record]) -> str:
    words = spoken(kind)
    return words[:1].upper() + words[1:]


def ordered(world: World, records: Iterable[Record]) -> list[Record]:
    """By day, the latest first; those without a day by number or letter, then by name."""

    def key(record: Record) -> tuple[int, int, str, str, str]:
        day = day_of(record)
        place = str(getattr(record, "letter", None) or getattr(record, "number", None) or "")
        name = unsealed(world.title(record)).casefold()
        return (-day.toordinal() if day else 0, len(place) or 99, place, name, record.id)

    return sorted(records, key=key)


def indicators_body(world: World) -> IndicatorsBody:
    """Every indicator by part of the child's journey; those that are not in use come last."""
    used = {line.id for line in world.in_use}
    groups = [
        (domain, f"part--{number}", tuple(_indicator(world, line.id) for line in lines))
        for number, (domain, lines) in enumerate(groupby(world.in_use, key=lambda line: line.domain), 1)
    ]
    others = sorted(set(world.lines) - used, key=lambda id_: (world.lines[id_].name.casefold(), id_))
    if others:
        groups.append(("Not in use", "part--others", tuple(_indicator(world, id_) for id_ in others)))
    return IndicatorsBody(world.quarter.label, tuple(groups), len(world.lines))


def _indicator(world: World, id_: str) -> IndicatorLine:
    line = world.lines[id_]
    found = world.ref(id_)
    assert found is not None
    return IndicatorLine(found, line)


def kinds_of(world: World) -> tuple[type[Record], ...]:
    """The kinds of which something is known, and those that every board has, in the framework's order."""
    always = (Action, Audit, Indicator, Review)
    return tuple(kind for kind in KINDS if world.known.all(kind) or kind in always)


def kind_line(world: World, kind: type[Record]) -> KindLine:
    """A kind with how many there are of it, and what it is."""
    what = (kind.__doc__ or "").strip().partition("\n\n")[0]
    return KindLine(Ref(index_of(kind), spoken_many(kind)), len(world.known.all(kind)), what)


def kinds_body(world: World) -> KindsBody:
    """Every kind of record of which something is known, under three headings."""
    shelves: dict[str, list[KindLine]] = {name: [] for name, _ in SHELVES}
    for kind in sorted(kinds_of(world), key=spoken_many):
        shelves[_shelf(kind)].append(kind_line(world, kind))
    return KindsBody(tuple((name, anchor, tuple(shelves[name])) for name, anchor in SHELVES))


def _shelf(kind: type[Record]) -> str:
    if kind.kind in BEHIND:
        return SHELVES[2][0]
    framework = kind.folder.startswith("framework/") and kind is not Indicator
    return SHELVES[1][0] if framework else SHELVES[0][0]


def entries(world: World) -> tuple[Entry, ...]:
    """Everything that has a page, by name, with the codes and other names that it goes by."""
    found = []
    for id_, each in world.known.entries.items():
        ref = world.ref(id_)
        if ref is not None:
            others = (*getattr(each.record, "aliases", ()), getattr(each.record, "short_name", None) or "")
            found.append(Entry(ref, "; ".join(filter(None, others))))
    return tuple(sorted(found, key=lambda one: (unsealed(one.ref.name).casefold(), one.ref.path)))


def letters_body(found: tuple[Entry, ...]) -> LettersBody:
    """Everything by the first letter of its name; digits and other marks come last."""
    by_letter: dict[str, list[Entry]] = defaultdict(list)
    for entry in found:
        by_letter[_letter(entry.ref.name)].append(entry)
    ordered = sorted(by_letter, key=lambda letter: (letter == _OTHERS, letter))
    return LettersBody(
        tuple((letter, f"letter--{letter.lower()}", tuple(by_letter[letter])) for letter in ordered),
        len(found),
    )


def _letter(name: str) -> str:
    """The first letter of a name, without its accent; of a number, `Other`."""
    plain = unicodedata.normalize("NFKD", name.lstrip("“”‘’\"'( "))[:1].upper()
    return plain if plain.isascii() and plain.isalpha() else _OTHERS
