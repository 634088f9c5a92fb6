"""Sums over counts, and what follows from them: bounds by propagation, fixed values by elimination."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

N = TypeVar("N", bound=Hashable)

UNBOUNDED = 10**15
"""Stands for no upper bound; counts are far below it."""
_PASSES = 60
"""How often a sum is looked at again at most: bounds that creep by one at a time add nothing more."""

Bounds = tuple[int, int]
Exact = int | Fraction
Row = dict[int, Exact]


@dataclass(frozen=True, slots=True)
class Sum(Generic[N]):
    """Counts with the factor 1 or -1 that add up to nought, or to at least nought when `at_least`."""

    terms: tuple[tuple[int, N], ...]
    at_least: bool = False

    @classmethod
    def of(cls, total: N, parts: Sequence[N], at_least: bool = False) -> Sum[N]:
        """A total that is the sum of its parts, or at least that."""
        return cls(((1, total), *((-1, part) for part in parts)), at_least)


def propagated(sums: Sequence[Sum[N]], given: Mapping[N, Bounds]) -> dict[N, Bounds]:
    """The bounds of every count that follow from the given ones and the sums, each taken by itself."""
    bounds = dict(given)
    inside: dict[N, list[int]] = defaultdict(list)
    for index, one in enumerate(sums):
        for _, name in one.terms:
            bounds.setdefault(name, (0, UNBOUNDED))
            inside[name].append(index)
    waiting = deque(range(len(sums)))
    queued, seen = set(waiting), [0] * len(sums)
    while waiting:
        index = waiting.popleft()
        queued.discard(index)
        seen[index] += 1
        if seen[index] > _PASSES:
            continue
        for name in _tighten(sums[index], bounds):
            for other in inside[name]:
                if other not in queued:
                    queued.add(other)
                    waiting.append(other)
    return bounds


def _tighten(one: Sum[N], bounds: dict[N, Bounds]) -> list[N]:
    """Narrows the bounds of the counts of one sum; gives those that changed."""
    spans = [_span(factor, bounds[name]) for factor, name in one.terms]
    least, most = sum(low for low, _ in spans), sum(high for _, high in spans)
    changed = []
    for (factor, name), (low, high) in zip(one.terms, spans, strict=True):
        lowest = -(most - high)
        highest = UNBOUNDED if one.at_least else -(least - low)
        if factor < 0:
            lowest, highest = -highest, -lowest
        old = bounds[name]
        new = (max(old[0], lowest), min(old[1], highest))
        if new != old and new[0] <= new[1]:
            bounds[name] = new
            changed.append(name)
    return changed


def _span(factor: int, bounds: Bounds) -> Bounds:
    return bounds if factor > 0 else (-bounds[1], -bounds[0])


def determined(sums: Sequence[Sum[N]], bounds: Mapping[N, Bounds]) -> frozenset[N]:
    """Counts that are not fixed by their bounds and yet follow from the sums, taken together, exactly."""
    numbers: dict[N, int] = {}
    rows: list[Row] = []
    for one in sums:
        if not one.at_least:
            row: Row = {}
            for factor, name in one.terms:
                if bounds[name][0] < bounds[name][1]:
                    number = numbers.setdefault(name, len(numbers))
                    row[number] = row.get(number, 0) + factor
            if row := {number: factor for number, factor in row.items() if factor}:
                rows.append(row)
    found: set[int] = set()
    for together in _components(rows):
        found.update(next(iter(row)) for row in _eliminated(together) if len(row) == 1)
    return frozenset(name for name, number in numbers.items() if number in found)


def _components(rows: list[Row]) -> Iterator[list[Row]]:
    """Rows that hang together by a count they share."""
    of: dict[int, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        for number in row:
            of[number].append(index)
    left = set(range(len(rows)))
    for start in range(len(rows)):
        if start in left:
            left.discard(start)
            together, waiting = [], [start]
            while waiting:
                index = waiting.pop()
                together.append(rows[index])
                near = {other for number in rows[index] for other in of[number]} & left
                left -= near
                waiting.extend(sorted(near))
            yield together


def _eliminated(rows: list[Row]) -> Collection[Row]:
    """The rows in reduced echelon form: each pivot stands in one row alone."""
    pivots: dict[int, Row] = {}
    for given in rows:
        row = dict(given)
        for number in [number for number in row if number in pivots]:
            _subtract(row, row[number], pivots[number])
        if not row:
            continue
        pivot = next(iter(row))
        scale = row[pivot]
        row = {number: _divided(factor, scale) for number, factor in row.items()}
        for other in pivots.values():
            if pivot in other:
                _subtract(other, other[pivot], row)
        pivots[pivot] = row
    return pivots.values()


def _divided(factor: Exact, by: Exact) -> Exact:
    """The exact quotient, as a whole number where it is one."""
    quotient = Fraction(factor) / by
    return quotient.numerator if quotient.denominator == 1 else quotient


def _subtract(row: Row, times: Exact, other: Row) -> None:
    for number, factor in other.items():
        left = row.get(number, 0) - times * factor
        if left:
            row[number] = left
        else:
            row.pop(number, None)
