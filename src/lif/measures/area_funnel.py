"""A funnel of areas: each area's figure by its size, with the limits that chance sets about England's.

Source: Spiegelhalter (2005); the limits are those of `lif.measures.funnels`, about England's own figure.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from lif.calendars import Period
from lif.measures.among import authorities
from lif.measures.benchmarks import independent, neighbours_used
from lif.measures.funnels import Significance, proportion_curve
from lif.measures.intervals import Good, Interval, Level, Position, compare_rate, rate_interval
from lif.measures.series import Figure, Figures, Series
from lif.measures.values import Value
from lif.records.figures import Benchmark
from lif.records.references import Area
from lif.register import Register

Sort = Literal["own", "neighbour", "region", "other"]
FEWEST = 8
"""Areas; fewer are no funnel."""
PLACES = 48
"""Places of a drawn limit."""


@dataclass(frozen=True, slots=True)
class AreaPoint:
    """One area: its counts, its figure, and where it lies against England by limits of 95% and 99.8%."""

    area: str
    sort: Sort
    numerator: Decimal
    denominator: Decimal
    number: float
    significance: Significance


@dataclass(frozen=True, slots=True)
class Limit:
    """One drawn limit: (size, figure) from the smallest area to the largest."""

    level: Level
    upper: bool
    places: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class AreaFunnel:
    """The areas, the board's own first, and the limits; `without` areas have a row and no counts."""

    period: Period
    per: int
    baseline: float
    points: tuple[AreaPoint, ...]
    limits: tuple[Limit, ...]
    without: int

    @property
    def own(self) -> AreaPoint:
        """The board's own area."""
        return self.points[0]


def area_funnel(register: Register, figures: Figures, series: Series, period: Period) -> AreaFunnel | None:
    """The funnel of a measure for one period.

    None for a figure that is not of the board's own area or no percentage or rate of whole numbers, where
    England's own is not there, and where there are too few areas.
    """
    if series.illustrative or series.breakdown or not independent(series.indicator):
        return None
    if series.indicator.geography != "board":
        return None
    found = authorities(register, figures, series, period)
    counted = {area: parts for area, one in found.items() if (parts := _parts(one.value)) is not None}
    if series.area != figures.board_area or series.area not in counted or len(counted) < FEWEST:
        return None
    baseline = _england(register, figures, series, period)
    if baseline is None or baseline <= 0:
        return None
    per = found[series.area].value.per or 1
    sorts = _sorts(register, figures, series)
    points = sorted(
        (_point(area, sorts.get(area, "other"), *parts, baseline, per) for area, parts in counted.items()),
        key=lambda each: (_ORDER.index(each.sort), each.area),
    )
    sizes = [float(each.denominator) for each in points]
    limits = tuple(_limits(baseline, min(sizes), max(sizes), per))
    return AreaFunnel(period, per, baseline, tuple(points), limits, len(found) - len(counted))


_ORDER: tuple[Sort, ...] = ("own", "neighbour", "region", "other")


def _parts(value: Value) -> tuple[Decimal, Decimal] | None:
    """Counts in whole numbers of a percentage or a rate; no percentage above its whole."""
    if value.number is None or value.numerator is None or not value.denominator or (value.per or 0) < 100:
        return None
    top, bottom = Decimal(value.numerator), Decimal(value.denominator)
    if top % 1 or bottom % 1 or top < 0 or (value.per == 100 and top > bottom):
        return None
    return top, bottom


def _england(register: Register, figures: Figures, series: Series, period: Period) -> float | None:
    for area in register.all(Area):
        if area.sort == "country":
            figure: Figure | None = figures.figure(series.address, period, area.id)
            if figure is not None and figure.value.number is not None:
                return float(figure.value.number)
    return None


def _sorts(register: Register, figures: Figures, series: Series) -> Mapping[str, Sort]:
    """What each area is to the board: a neighbour, of the same region, or another."""
    found: dict[str, Sort] = {}
    own = register.find(Area, series.area)
    if own is not None and own.region:
        found = {area.id: "region" for area in register.all(Area) if area.region == own.region}
    for id_ in series.measure.benchmarks or series.indicator.benchmarks:
        benchmark = register.find(Benchmark, id_)
        near = neighbours_used(register, benchmark, figures.as_at) if benchmark else None
        found |= dict.fromkeys(near.neighbours, "neighbour") if near else {}
    return {**found, series.area: "own"}


def _point(area: str, sort: Sort, top: Decimal, bottom: Decimal, baseline: float, per: int) -> AreaPoint:
    """An area beside England: a proportion by the limits at its size, a rate by its own interval."""
    number = float(top / bottom * per)
    if per == 100:
        near, far = (_beyond(number, _at(baseline, float(bottom), level)) for level in Level)
    else:
        both = compare_rate(top, bottom, baseline, Good.NONE, per=per)
        near, far = _sign(both.position95), _sign(both.position99_8)
    return AreaPoint(area, sort, top, bottom, number, _significance(near, far))


def _at(baseline: float, size: float, level: Level) -> Interval:
    return proportion_curve(baseline, size, level=level)


def _beyond(number: float, limits: Interval) -> int:
    return (number > limits.upper) - (number < limits.lower)


def _sign(position: Position) -> int:
    return {Position.HIGHER: 1, Position.LOWER: -1, Position.SIMILAR: 0}[position]


def _significance(near: int, far: int) -> Significance:
    if far:
        return Significance.HIGH_FAR if far > 0 else Significance.LOW_FAR
    if near:
        return Significance.HIGH if near > 0 else Significance.LOW
    return Significance.NOT


def _limits(baseline: float, smallest: float, largest: float, per: int) -> Iterator[Limit]:
    sizes = [smallest * (largest / smallest) ** (step / PLACES) for step in range(PLACES + 1)]
    for level in Level:
        for upper in (True, False):
            if per == 100:
                ends = ((size, _at(baseline, size, level)) for size in sizes)
                places = [(size, end.upper if upper else end.lower) for size, end in ends]
            else:
                places = _rate_places(baseline, smallest, largest, per, level, upper)
            yield Limit(level, upper, tuple(places))


def _rate_places(
    baseline: float, smallest: float, largest: float, per: int, level: Level, upper: bool
) -> list[tuple[float, float]]:
    """Where an area's own interval just reaches the baseline: the sizes at which so many events do.

    An area above the upper limit has the whole of its interval above the baseline, and the other way round.
    """
    found = []
    events = 1
    while True:
        ends = rate_interval(events, 1, per=1, level=level)
        size = (ends.lower if upper else ends.upper) / baseline * per
        if size > largest:
            break
        if size >= smallest:
            found.append((size, events / size * per))
        events += max(1, math.ceil(events * 0.04))
    return found
