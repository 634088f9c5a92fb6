"""Which figures add up to which: parts of a whole, cross tables and margins, by their names alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import prod

from lif.calendars import Period
from lif.measures.protecting.cells import Cell, Key

Place = tuple[str, Period]
Part = tuple[tuple[str, str], ...]

_BETWEEN = re.compile(r"[;,](?=[^=;,]+=)")


@dataclass(frozen=True, slots=True)
class Line:
    """Parts that add up to a total, which may be a figure that nobody wrote down."""

    total: Key
    parts: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One breakdown of one measure in one period: by age, by sex, or by age and sex at once.

    It is shown whole or not at all. `margins` are the tables and the whole that it adds up to, `complete`
    says whether each pair of parts has a cell, and `floors` are those of a cross table's cells: a cell is at
    least its two margins less what both are part of. `first` is the dimension that the indicator names first.
    """

    place: Place
    dimensions: tuple[str, ...]
    keys: tuple[Key, ...]
    lines: tuple[Line, ...]
    margins: tuple[Key, ...]
    complete: bool
    floors: tuple[tuple[Key, Key, Key, Key], ...]
    first: str


def part_of(breakdown: str) -> Part:
    """The dimensions and parts that a breakdown names: `age = 10 to 15; sex = girls`; none for the whole."""
    found = []
    for piece in _BETWEEN.split(breakdown):
        left, equals, right = piece.partition("=")
        name, part = (left, right) if equals else ("", left)
        if part.strip() or name.strip():
            found.append((_plain(name), _plain(part)))
    return tuple(sorted(found))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def tables(cells: Iterable[Cell]) -> tuple[Table, ...]:
    """Every breakdown of every measure and period, in a fixed order."""
    places: dict[Place, dict[Part, Key]] = defaultdict(dict)
    named: dict[Place, tuple[str, ...]] = {}
    for cell in sorted(cells, key=lambda one: one.key.order):
        place = (cell.key.measure, cell.key.period)
        places[place][part_of(cell.key.breakdown)] = cell.key
        named[place] = tuple(_plain(name) for name in cell.indicator.breakdowns)
    return tuple(table for place, keys in places.items() for table in _of_place(place, keys, named[place]))


def written_twice(cells: Iterable[Cell]) -> frozenset[Key]:
    """Figures of one part that stand there under two spellings: which of them adds up nobody can say."""
    found: dict[tuple[Place, Part], list[Key]] = defaultdict(list)
    for cell in cells:
        found[(cell.key.measure, cell.key.period), part_of(cell.key.breakdown)].append(cell.key)
    return frozenset(key for keys in found.values() if len(keys) > 1 for key in keys)


def _of_place(place: Place, keys: Mapping[Part, Key], named: tuple[str, ...]) -> Iterator[Table]:
    by_dimensions: dict[tuple[str, ...], dict[Part, Key]] = defaultdict(dict)
    for part, key in keys.items():
        by_dimensions[tuple(name for name, _ in part)][part] = key
    for dimensions in sorted(by_dimensions):
        if dimensions:
            yield _table(place, dimensions, by_dimensions, named)


def _table(
    place: Place,
    dimensions: tuple[str, ...],
    all_: Mapping[tuple[str, ...], Mapping[Part, Key]],
    named: tuple[str, ...],
) -> Table:
    own = all_[dimensions]
    lines: list[Line] = []
    margins: list[Key] = []
    for wider in _subsets(dimensions):
        totals = {(): Key(place[0], "", place[1])} if not wider else all_.get(wider, {})
        margins.extend(totals.values())
        for part, total in totals.items():
            if inside := tuple(key for each, key in own.items() if set(part) <= set(each)):
                lines.append(Line(total, inside))
    counts = [len({dict(part).get(name) for part in own}) for name in dimensions]
    floors = tuple(_floors(place, own, all_))
    complete = prod(counts) == len(own)
    first = next((name for name in named if name in dimensions), dimensions[0])
    return Table(
        place, dimensions, tuple(own.values()), tuple(lines), tuple(margins), complete, floors, first
    )


def _subsets(dimensions: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for size in range(len(dimensions)):
        yield from combinations(dimensions, size)


def _floors(
    place: Place, own: Mapping[Part, Key], all_: Mapping[tuple[str, ...], Mapping[Part, Key]]
) -> Iterator[tuple[Key, Key, Key, Key]]:
    """Cells of a cross table with two of their margins and what both are part of."""
    whole = {(): Key(place[0], "", place[1])}
    everything = {part: key for found in all_.values() for part, key in found.items()} | whole
    for part, key in own.items():
        for first, second in combinations(range(len(part)), 2):
            one = part[:first] + part[first + 1 :]
            other = part[:second] + part[second + 1 :]
            both = tuple(each for each in one if each in other)
            if one in everything and other in everything and both in everything:
                yield key, everything[one], everything[other], everything[both]
