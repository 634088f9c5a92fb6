"""Cells as the public sees them: whole counts rounded by the rule, or nothing but the mark."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from lif.measures.protecting.cells import Cell, Key
from lif.measures.protecting.outcome import HIDDEN, ShownCell
from lif.measures.rounding import rounded
from lif.measures.series import Figure, Series
from lif.measures.values import Value, ValueStatus


@dataclass(frozen=True, slots=True)
class Parts:
    """The counts that stand in the publication."""

    numerator: int
    denominator: int | None


def parts_of(cell: Cell) -> Parts:
    """The counts of a cell as the rule shows them. Only for cells that are known and not hidden."""
    assert cell.numerator is not None
    below = cell.denominator if cell.divided else None
    if below is not None and not cell.of_population:
        below = cell.rule.rounded(below)
    return Parts(cell.rule.rounded(cell.numerator), below)


def protected_series(
    cells: Iterable[Cell], hidden: Collection[Key], kept: Mapping[Key, Parts], until: date
) -> tuple[dict[tuple[str, str, str], Series], tuple[ShownCell, ...]]:
    """The series of these cells with nothing in them but what may be shown, and the cells as shown."""
    figures: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    series: dict[tuple[str, str, str], Series] = {}
    shown = []
    for cell in sorted(cells, key=lambda one: one.key.order):
        key = (cell.key.measure, cell.series.area, cell.key.breakdown)
        value = _value(cell, hidden, kept)
        series[key] = _plain(cell.series, cell)
        figures[key].append(Figure(cell.key.period, value, "", until, False))
        if not cell.absent:
            shown.append(_shown(series[key], cell, value))
    return {key: replace(series[key], figures=tuple(figures[key])) for key in series}, tuple(shown)


def _value(cell: Cell, hidden: Collection[Key], kept: Mapping[Key, Parts]) -> Value:
    per = cell.figure.value.per
    if cell.absent:
        return Value(cell.figure.value.status, per=per)
    if cell.key in hidden:
        return Value(ValueStatus.SUPPRESSED, per=per)
    parts = kept.get(cell.key) or parts_of(cell)
    return Value(cell.figure.value.status, parts.numerator, parts.denominator, per)


def _plain(series: Series, cell: Cell) -> Series:
    """The series; a percentage of rounded counts is shown in whole numbers."""
    if not cell.rule.rounds or cell.unit != "percent":
        return series
    return replace(series, indicator=series.indicator.model_copy(update={"decimals": 0}))


def _shown(series: Series, cell: Cell, value: Value) -> ShownCell:
    where = (cell.key.measure, cell.key.period, series.area, cell.key.breakdown)
    number = value.number
    if number is None:
        return ShownCell(*where, None, None, HIDDEN)
    below = None if value.denominator is None else str(value.denominator)
    text = str(rounded(number, 0 if value.per is None else series.indicator.decimals))
    return ShownCell(*where, str(value.numerator), below, text)
