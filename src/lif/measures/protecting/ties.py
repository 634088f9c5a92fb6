"""The same count under two names: in two indicators, or as numerator here and denominator there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from lif.calendars import Period
from lif.measures.protecting.cells import Cell, Key
from lif.measures.protecting.tables import Part, part_of

ENOUGH = 3
"""So many figures in which two counts are equal are no accident, whatever they are called."""


MOST = 4
"""So many indicators at most are taken together as the classes of one whole."""
_MANY = {2: 1000, 3: 60, 4: 24}
"""Of more indicators than these that share a denominator only smaller sets are tried."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two quantities that are one: `n` for a numerator, `d` for a denominator."""

    one: tuple[Key, str]
    other: tuple[Key, str]


@dataclass(frozen=True, slots=True)
class _Counted:
    """One side of a measure: its words, and its counts by part and period."""

    side: str
    words: str
    counts: Mapping[tuple[Part, Period], tuple[Key, int]]


def ties(cells: Iterable[Cell]) -> tuple[Tie, ...]:
    """Quantities of different measures that are the same count, part by part and period by period.

    They are when they are equal wherever both are there, and either bear the same words or are equal in three
    figures or more.
    """
    measures: dict[str, list[Cell]] = defaultdict(list)
    for cell in sorted(cells, key=lambda one: one.key.order):
        if cell.known:
            measures[cell.key.measure].append(cell)
    sides = [(measure, side) for measure, found in measures.items() for side in _sides(found)]
    return tuple(tie for one, other in combinations(sides, 2) for tie in _same(one, other))


def classes(cells: Iterable[Cell]) -> tuple[tuple[Key, ...], ...]:
    """Figures of two to four indicators that share a denominator and, together, count all of it.

    Good, fair and poor as three indicators: of three percentages that make a hundred two give the third.
    """
    tops: dict[str, dict[tuple[Part, Period], Cell]] = defaultdict(dict)
    for cell in sorted(cells, key=lambda one: one.key.order):
        if cell.known and cell.unit == "percent" and cell.denominator:
            tops[cell.key.measure][_at(cell)] = cell
    found: list[tuple[Key, ...]] = []
    alike = _alike(tops)
    for size in range(2, MOST + 1):
        for measures in combinations(alike, size) if len(alike) <= _MANY[size] else ():
            found.extend(_made_up_of([tops[measure] for measure in measures]))
    return tuple(found)


def _alike(tops: Mapping[str, Mapping[tuple[Part, Period], Cell]]) -> list[str]:
    """Measures that have the denominator of another in some figure."""
    of: dict[tuple[tuple[Part, Period], int | None], list[str]] = defaultdict(list)
    for measure, by in tops.items():
        for at, cell in by.items():
            of[at, cell.denominator].append(measure)
    return sorted({measure for measures in of.values() if len(measures) > 1 for measure in measures})


def _made_up_of(series: list[Mapping[tuple[Part, Period], Cell]]) -> Iterator[tuple[Key, ...]]:
    """The figures that belong together, where all that these series share are classes of one whole."""
    shared = [at for at in series[0] if all(at in one for one in series[1:])]
    for at in shared:
        there = [one[at] for one in series]
        if len({cell.denominator for cell in there}) > 1:
            return
        if sum(cell.numerator or 0 for cell in there) != there[0].denominator:
            return
    for at in shared:
        yield tuple(one[at].key for one in series)


def _sides(cells: list[Cell]) -> Iterator[_Counted]:
    first = cells[0]
    above = first.measure.numerator or first.indicator.numerator
    yield _Counted("n", _words(above), {_at(cell): (cell.key, cell.numerator or 0) for cell in cells})
    if cells[0].divided:
        below = first.measure.denominator or first.indicator.denominator or ""
        yield _Counted("d", _words(below), {_at(cell): (cell.key, cell.denominator or 0) for cell in cells})


def _at(cell: Cell) -> tuple[Part, Period]:
    return part_of(cell.key.breakdown), cell.key.period


def _words(text: str) -> str:
    return " ".join(text.casefold().split())


def _same(one: tuple[str, _Counted], other: tuple[str, _Counted]) -> Iterator[Tie]:
    (measure, left), (other_measure, right) = one, other
    if measure == other_measure or (left.side, right.side) == ("d", "d"):
        return
    shared = [at for at in left.counts if at in right.counts]
    if not shared or any(left.counts[at][1] != right.counts[at][1] for at in shared):
        return
    many = sum(1 for at in shared if left.counts[at][1]) >= ENOUGH
    if many or (left.words and left.words == right.words):
        for at in shared:
            yield Tie((left.counts[at][0], left.side), (right.counts[at][0], right.side))


def strictest(cells: Iterable[Cell], found: Iterable[Tie]) -> Iterator[Cell]:
    """The cells, those of measures that share a count under one rule: the strictest of all of theirs."""
    given = tuple(cells)
    rules = {cell.key.measure: cell.rule for cell in given}
    pairs = {(tie.one[0].measure, tie.other[0].measure): None for tie in found}
    for _ in pairs:
        for one, other in pairs:
            rules[one] = rules[other] = rules[one].with_other(rules[other])
    for cell in given:
        yield replace(cell, rule=rules[cell.key.measure])
