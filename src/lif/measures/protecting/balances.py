"""Counts of a day that follow from the day before: what there was, what came and what went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations

from lif.calendars import PeriodKind
from lif.measures.protecting.cells import Cell, Key
from lif.measures.protecting.tables import Part, part_of
from lif.measures.protecting.ties import ENOUGH
from lif.measures.protecting.windows import flows


@dataclass(frozen=True, slots=True)
class Balance:
    """Plans at the end are plans at the start and those begun, less those ended."""

    before: Key
    after: Key
    came: Key
    went: Key


Days = Mapping[date, Cell]
Spans = Mapping[tuple[date, date], Cell]


def balances(cells: Iterable[Cell]) -> tuple[Balance, ...]:
    """Every balance that holds between three measures in three periods or more, part by part."""
    stocks: dict[tuple[Part, str], dict[date, Cell]] = defaultdict(dict)
    moves: dict[Part, dict[str, dict[tuple[date, date], Cell]]] = defaultdict(lambda: defaultdict(dict))
    for cell in sorted(cells, key=lambda one: one.key.order):
        if cell.absent:
            continue
        part, period = part_of(cell.key.breakdown), cell.key.period
        if flows(cell):
            moves[part][cell.key.measure][period.start, period.end] = cell
        elif period.kind is PeriodKind.SNAPSHOT or cell.measure.roll_up == "last":
            stocks[part, cell.key.measure][period.end] = cell
    return tuple(
        balance
        for (part, _), stock in stocks.items()
        for came, went in permutations(moves[part].values(), 2)
        for balance in _held(stock, came, went)
    )


def _held(stock: Days, came: Spans, went: Spans) -> Iterator[Balance]:
    found, checked = [], 0
    for (start, end), one in came.items():
        before, after, other = stock.get(start - timedelta(days=1)), stock.get(end), went.get((start, end))
        if before is None or after is None or other is None:
            continue
        if all(cell.known for cell in (before, after, one, other)):
            if _count(after) - _count(before) != _count(one) - _count(other):
                return
            checked += 1
        found.append(Balance(before.key, after.key, one.key, other.key))
    if checked >= ENOUGH:
        yield from found


def _count(cell: Cell) -> int:
    return cell.numerator or 0
