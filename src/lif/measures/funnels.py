"""Funnels: many areas beside their pooled figure, with limits that widen as the area gets smaller.

Source: Spiegelhalter (2005), as the R package PHEindicatormethods 2.1.0 computes it; the tests hold it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lif.measures.intervals import (
    Interval,
    Level,
    exact_count,
    proportion_interval,
    rate_interval,
)
from lif.measures.rounding import Number


class Significance(StrEnum):
    """What a funnel says of an area; in brackets the chance beyond the limit, one way."""

    HIGH_FAR = "High (0.001)"
    HIGH = "High (0.025)"
    NOT = "Not significant"
    LOW = "Low (0.025)"
    LOW_FAR = "Low (0.001)"


@dataclass(frozen=True, slots=True)
class FunnelRow:
    """One area: its figure, its significance, and for proportions the limits at its size, not clipped."""

    value: float
    significance: Significance
    limits95: Interval | None = None
    limits99_8: Interval | None = None


@dataclass(frozen=True, slots=True)
class Funnel:
    """The pooled figure of all areas, each area included, and a row for each in the order given."""

    baseline: float
    rows: tuple[FunnelRow, ...]


def proportion_funnel(areas: Sequence[tuple[Number, Number]], *, per: float = 100) -> Funnel:
    """The funnel of proportions from (numerator, denominator) of each area.

    Raises ValueError as `proportion_interval`, and when there is no area.
    """
    for numerator, denominator in areas:
        proportion_interval(numerator, denominator)
    baseline = _pooled(areas, per)
    rows = []
    for numerator, denominator in areas:
        value = float(numerator) / float(denominator) * per
        near, far = (proportion_limits(baseline, denominator, per=per, level=level) for level in Level)
        found = _significance(_beside(far, value), _beside(near, value))
        rows.append(FunnelRow(value, found, near, far))
    return Funnel(baseline, tuple(rows))


def rate_funnel(areas: Sequence[tuple[Number, Number]], *, per: float = 10_000) -> Funnel:
    """The funnel of rates from (events, population) of each area.

    An area is significant when the pooled rate lies outside the area's own interval.

    Raises ValueError as `rate_interval`, and when there is no area.
    """
    intervals = [
        tuple(rate_interval(events, population, per=per, level=level) for level in Level)
        for events, population in areas
    ]
    baseline = _pooled(areas, per)
    rows = []
    for (events, population), (near, far) in zip(areas, intervals, strict=True):
        found = _significance(-_beside(far, baseline), -_beside(near, baseline))
        rows.append(FunnelRow(float(events) / float(population) * per, found))
    return Funnel(baseline, tuple(rows))


def proportion_limits(
    baseline: float, size: Number, *, per: float = 100, level: Level = Level.P95
) -> Interval:
    """Where chance puts an area of that size: baseline -/+ z sqrt(p (1 - p) / n), not clipped."""
    p = baseline / per
    spread = level.z * math.sqrt(p * (1 - p) / float(size)) * per
    return Interval(baseline - spread, baseline + spread)


def proportion_curve(
    baseline: float,
    size: Number,
    *,
    per: float = 100,
    level: Level = Level.P95,
    ceiling: float | None = None,
) -> Interval:
    """One place of the drawn curve: the limits at a size, kept between 0 and `ceiling` (default `per`)."""
    limits = proportion_limits(baseline, size, per=per, level=level)
    return Interval(max(0.0, limits.lower), min(per if ceiling is None else ceiling, limits.upper))


@dataclass(frozen=True, slots=True)
class RatePlace:
    """One place of a rate's drawn curve: the populations and rates at which the events reach a limit."""

    lower_population: float
    lower: float
    upper_population: float
    upper: float


def rate_curve(baseline: float, events: int, *, per: float = 10_000, level: Level = Level.P95) -> RatePlace:
    """The places of the curve for a number of events, 1 or more: the exact Poisson limits turned round.

    Raises ValueError for a baseline of 0 or less and for fewer than 1 event.
    """
    if baseline <= 0 or events < 1:
        raise ValueError(f"no curve for {events} events about {baseline}: both must be more than 0")
    count = exact_count(events, level)
    low, high = count.upper / baseline * per, count.lower / baseline * per
    return RatePlace(low, events / low * per, high, events / high * per)


def _pooled(areas: Sequence[tuple[Number, Number]], per: float) -> float:
    if not areas:
        raise ValueError("there is no area to compare")
    return math.fsum(float(x) for x, _ in areas) / math.fsum(float(n) for _, n in areas) * per


def _beside(interval: Interval, number: float) -> int:
    """1 when the number is above the interval, -1 below, 0 inside or on an end."""
    return (number > interval.upper) - (number < interval.lower)


def _significance(far: int, near: int) -> Significance:
    """By the 99.8% limits first, then by the 95% limits."""
    if far:
        return Significance.HIGH_FAR if far > 0 else Significance.LOW_FAR
    if near:
        return Significance.HIGH if near > 0 else Significance.LOW
    return Significance.NOT
