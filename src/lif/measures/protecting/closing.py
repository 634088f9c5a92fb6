"""Secondary protection by structure: what is hidden with a small figure, without a look at its size."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from lif.measures.protecting.balances import Balance
from lif.measures.protecting.cells import Cell, Key
from lif.measures.protecting.tables import Line, Place, Table, part_of
from lif.measures.protecting.ties import Tie
from lif.measures.protecting.windows import Window

PLAIN = 2
"""Cross tables of so many dimensions keep the figures of one of them when they are hidden."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What is tied to what in a publication."""

    tables: tuple[Table, ...]
    windows: tuple[Window, ...]
    ties: tuple[Tie, ...]
    classes: tuple[tuple[Key, ...], ...] = ()
    balances: tuple[Balance, ...] = ()


def closed(
    cells: Mapping[Key, Cell], hidden: Collection[Key], kept: Collection[Key], shape: Shape
) -> frozenset[Key]:
    """What is hidden, with everything that is shown whole or not at all; what is `kept` is known already."""
    found = set(hidden)
    while True:
        more = {key for key in _drawn_in(found, shape) if key in cells and not cells[key].absent}
        more -= found.union(kept)
        if not more:
            return frozenset(found)
        found |= more


def _drawn_in(hidden: Collection[Key], shape: Shape) -> Iterator[Key]:
    for table in shape.tables:
        if any(key in hidden for key in (*table.keys, *table.margins)):
            yield from table.keys
            yield from _margins(table)
    for window in shape.windows:
        if any(key in hidden for key in window.parts):
            yield from window.parts
    for balance in shape.balances:
        if any(key in hidden for key in (balance.before, balance.after, balance.came, balance.went)):
            yield from (balance.came, balance.went)
    for together in shape.classes:
        if any(key in hidden for key in together):
            yield from together
    for tie in shape.ties:
        for (key, side), (other, _) in ((tie.one, tie.other), (tie.other, tie.one)):
            if side == "n" and key in hidden:
                yield other


def _margins(table: Table) -> Iterator[Key]:
    """What is hidden with a cross table: all its margins but those of one dimension.

    With one, each cell stands in a single sum of something that is shown; with two a cell could be worked
    out from how its rows and columns cross. Of three dimensions and more, and where a pair of parts has no
    cell, none is left.
    """
    if len(table.dimensions) > 1:
        left = table.first if table.complete and len(table.dimensions) == PLAIN else ""
        for key in table.margins:
            names = [name for name, _ in part_of(key.breakdown)]
            if names and names != [left]:
                yield key


def leftovers(cells: Mapping[Key, Cell], shape: Shape) -> frozenset[Key]:
    """Cells beside which a small rest would stand: what the whole has more than all the parts together.

    Parts that add up to more than the whole overlap; what can be worked out of them nobody knows, and they
    are not shown.
    """
    found: set[Key] = set()
    for table in shape.tables:
        if any(_rest_is_small(line, cells, shape.tables, table.place) for line in table.lines):
            found.update(table.keys)
    return frozenset(key for key in found if not cells[key].absent)


def _rest_is_small(line: Line, cells: Mapping[Key, Cell], tables: tuple[Table, ...], place: Place) -> bool:
    parts = [cells[key] for key in line.parts if cells[key].known]
    if not parts or any(cells[key].small for key in line.parts):
        return False
    rule = parts[0].rule
    rests = _rests(line, parts, cells, tables, place)
    counted = any(rest < 0 or 1 <= rest <= rule.hide_to for rest, side in rests if side != "d")
    return counted or any(
        rest < 0 or 1 <= rest < rule.least_denominator for rest, side in rests if side == "d"
    )


def _rests(
    line: Line, parts: list[Cell], cells: Mapping[Key, Cell], tables: tuple[Table, ...], place: Place
) -> list[tuple[int, str]]:
    """What is left of numerators, denominators and those not counted, after the parts."""
    whole = cells.get(line.total)
    above = sum(part.numerator or 0 for part in parts)
    if whole is None or not whole.known:
        return _beside_others(parts, above, cells, tables, place) if not line.total.breakdown else []
    rests = [((whole.numerator or 0) - above, "n")]
    if not parts[0].divided or parts[0].unit == "rate":
        return rests
    of, below = whole.denominator or 0, sum(part.denominator or 0 for part in parts)
    if all(part.denominator == of for part in parts):
        return [(of - above, "n")] if above > (whole.numerator or 0) else rests
    rests.append((of - below, "d"))
    if parts[0].has_complement:
        rests.append(((of - (whole.numerator or 0)) - (below - above), "c"))
    return rests


def _beside_others(
    parts: list[Cell], above: int, cells: Mapping[Key, Cell], tables: tuple[Table, ...], place: Place
) -> list[tuple[int, str]]:
    """Where nobody gives the whole: what the breakdown that adds up to most has more than this one."""
    beside = [
        [cells[key] for key in table.keys if cells[key].known] for table in tables if table.place == place
    ]
    rests = [(max(sum(one.numerator or 0 for one in table) for table in beside) - above, "n")]
    if parts[0].divided and parts[0].unit != "rate":
        below = sum(part.denominator or 0 for part in parts)
        rests.append((max(sum(one.denominator or 0 for one in table) for table in beside) - below, "d"))
    return rests
