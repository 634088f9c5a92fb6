"""Periods that add up to a longer one which is known elsewhere: the quarters of a year that is published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from lif.calendars import Period, PeriodKind, academic_year, add_months, calendar_year, financial_year
from lif.measures.protecting.cells import Cell, Key
from lif.measures.protecting.tables import Line, part_of
from lif.records.indicators import Indicator

_YEARS = {"financial-year": financial_year, "calendar-year": calendar_year, "academic-year": academic_year}
_FLOWS = (PeriodKind.QUARTER, PeriodKind.MONTH, PeriodKind.TERM)
_STOCKS = ("last",)


@dataclass(frozen=True, slots=True)
class Window:
    """The figures of one series within a longer period; `total` is None while nobody has published it.

    `full` says whether the figures fill the longer period without a gap.
    """

    period: Period
    parts: tuple[Key, ...]
    total: Key | None
    full: bool


def flows(cell: Cell) -> bool:
    """Whether the figures of a series could be added up to a longer period: not those of a single day."""
    return cell.key.period.kind in _FLOWS and cell.measure.roll_up not in _STOCKS


def official_years(indicator: Indicator) -> bool:
    """Whether yearly figures of an indicator are published by somebody else, now or later."""
    return any(one.series == "published" and not one.illustrative for one in indicator.measures)


def windows(cells: Iterable[Cell], known: Iterable[Key]) -> tuple[Window, ...]:
    """The longer periods that hold figures from returns, with their totals where these are known.

    A year that an official series will give one day counts from its first quarter on.
    """
    totals: dict[tuple[str, object], dict[Period, Key]] = defaultdict(dict)
    for key in sorted(known, key=lambda one: one.order):
        totals[_indicator(key), part_of(key.breakdown)].setdefault(key.period, key)
    series: dict[tuple[str, object], list[Cell]] = defaultdict(list)
    for cell in sorted(cells, key=lambda one: one.key.order):
        if flows(cell):
            series[_indicator(cell.key), part_of(cell.key.breakdown)].append(cell)
    return tuple(one for name, own in series.items() for one in _windows(own, totals.get(name, {})))


def _indicator(key: Key) -> str:
    return key.measure.partition("/")[0]


def _windows(own: list[Cell], totals: Mapping[Period, Key]) -> Iterator[Window]:
    longest = max(cell.key.period.months for cell in own)
    long = {period for period in totals if period.months > longest}
    for period in sorted(long | set(_expected(own)), key=lambda one: one.sort_key):
        inside = [cell.key for cell in own if period.start <= cell.key.period.start]
        inside = [key for key in inside if key.period.end <= period.end]
        if inside:
            yield Window(period, tuple(inside), totals.get(period), _fills(inside, period))


def _expected(own: list[Cell]) -> Iterator[Period]:
    """The years that official series of the indicator are bound to give."""
    for measure in own[0].indicator.measures:
        make = _YEARS.get(str(measure.period_kind))
        if make is None or measure.series != "published" or measure.illustrative:
            continue
        for cell in own:
            for year in (cell.key.period.start.year - 1, cell.key.period.start.year):
                yield make(year)


def _fills(keys: list[Key], period: Period) -> bool:
    """Whether the periods follow one another from the first day to the last."""
    day = period.start
    for key in sorted(keys, key=lambda one: one.period.sort_key):
        if key.period.start != day:
            return False
        day = key.period.end + timedelta(days=1)
    return day == add_months(period.start, period.months)


def crossing(cells: Iterable[Cell], elsewhere: Iterable[Key]) -> frozenset[Key]:
    """Figures whose period lies over one that was hidden under another series of the same indicator.

    A year that is shown now would tell the quarter that was hidden then.
    """
    spans: dict[tuple[str, object], list[Period]] = defaultdict(list)
    for key in elsewhere:
        spans[_indicator(key), part_of(key.breakdown)].append(key.period)
    return frozenset(
        cell.key
        for cell in cells
        for period in spans.get((_indicator(cell.key), part_of(cell.key.breakdown)), ())
        if period.start <= cell.key.period.end and cell.key.period.start <= period.end
    )


def sums(found: Iterable[Window]) -> Iterator[Line]:
    """The additions that an attacker can do: windows that are full and whose total is known."""
    for window in found:
        if window.full and window.total is not None:
            yield Line(window.total, window.parts)
