"""An attacker with a solver: from the open data of a publication alone, what can each hidden count be?

It knows the rules, how breakdowns add up, and what was rounded; it never sees the records.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp

MOST = 100_000
Cell = tuple[str, str, str]
"""Indicator, period and breakdown."""


@dataclass(frozen=True)
class Rule:
    """What the page says of an indicator's protection."""

    hide_to: int
    round_to: int
    least: int


@dataclass
class System:
    """Whole numbers with their bounds, and sums of them that are nought."""

    names: list[tuple[str, Cell]] = field(default_factory=list)
    low: list[int] = field(default_factory=list)
    high: list[int] = field(default_factory=list)
    sums: list[dict[int, int]] = field(default_factory=list)

    def add(self, what: str, cell: Cell, low: int, high: int) -> int:
        """A number; gives its place."""
        self.names.append((what, cell))
        self.low.append(low)
        self.high.append(high)
        return len(self.names) - 1

    def range_of(self, place: int) -> int:
        """How many values lie between the least and the most that a number can be, both counted."""
        return self._end(place, -1) - self._end(place, 1) + 1

    def _end(self, place: int, way: int) -> int:
        aim = numpy.zeros(len(self.names))
        aim[place] = way
        matrix = numpy.zeros((max(len(self.sums), 1), len(self.names)))
        for row, parts in enumerate(self.sums):
            for index, factor in parts.items():
                matrix[row, index] = factor
        found = milp(
            aim,
            constraints=LinearConstraint(matrix, 0, 0),
            bounds=Bounds(self.low, self.high),
            integrality=numpy.ones(len(self.names)),
        )
        assert found.success, "what is published contradicts itself"
        end: float = found.x[place]
        return round(end)


def rows_of(text: str) -> list[dict[str, str]]:
    """The board's own figures in the open data."""
    return [row for row in csv.DictReader(io.StringIO(text)) if row["source"] == "board"]


def narrowed(rows: Sequence[dict[str, str]], rules: dict[str, Rule]) -> Iterator[tuple[Cell, int]]:
    """Each hidden numerator with how many values it can still have."""
    groups: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in rows:
        groups.setdefault((row["indicator"], row["period"]), []).append(row)
    for (indicator, _), mine in groups.items():
        if any(row["numerator"] == "c" for row in mine):
            yield from _of_group(mine, rules[indicator])


def _of_group(rows: Sequence[dict[str, str]], rule: Rule) -> Iterator[tuple[Cell, int]]:
    system, hidden = System(), []
    places: dict[str, dict[str, int]] = {}
    for row in rows:
        cell = (row["indicator"], row["period"], row["breakdown"])
        tops = _bounds(row["numerator"], rule)
        top = system.add("numerator", cell, *tops)
        places.setdefault(row["breakdown"], {})["top"] = top
        if row["numerator"] == "c":
            hidden.append((cell, top))
        if row["unit"] == "percent":
            whole = system.add("denominator", cell, *_bounds(row["denominator"], rule))
            rest = system.add("rest", cell, *_rest(row, rule))
            places[row["breakdown"]] |= {"whole": whole, "rest": rest}
            system.sums.append({whole: 1, top: -1, rest: -1})
    _tie(system, places)
    if not any(row["breakdown"] for row in rows):
        yield from ((cell, rule.hide_to) for cell, _ in hidden)
        return
    yield from ((cell, system.range_of(place)) for cell, place in hidden)


def _tie(system: System, places: dict[str, dict[str, int]]) -> None:
    """The parts of each dimension add up to the whole."""
    ways = {part.partition(" = ")[0] for part in places if part}
    for way in ways:
        for what in places.get("", {}):
            parts = {found[what]: 1 for part, found in places.items() if part.partition(" = ")[0] == way}
            system.sums.append({places[""][what]: -1, **parts})


def _bounds(shown: str, rule: Rule) -> tuple[int, int]:
    if shown == "c":
        return 0, MOST
    number = int(shown)
    if number == 0 or rule.round_to == 1:
        return number, number
    return max(number - rule.round_to // 2, rule.hide_to + 1), number + rule.round_to // 2


def _rest(row: dict[str, str], rule: Rule) -> tuple[int, int]:
    """What is left of the denominator: where the figure is shown it is nought or no small number."""
    return 0, MOST
