"""Intervals of proportions and rates, and what they say beside a benchmark.

The methods are those of the Office for Health Improvement and Disparities (Fingertips technical guidance),
as the R package PHEindicatormethods 2.1.0 computes them; the tests hold its results.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum, StrEnum
from statistics import NormalDist

from lif.measures.poisson import gamma_quantile
from lif.measures.rounding import Number

EXACT_BELOW = 10  # events; from here on Byar's approximation is used


class Level(Enum):
    """How sure the interval is: 95%, or 99.8% for "much better" and "much worse"."""

    P95 = 0.95
    P99_8 = 0.998

    @property
    def tail(self) -> float:
        """The chance beyond either end."""
        return _TAIL[self]

    @property
    def z(self) -> float:
        """The normal deviate: 1.959964 or 3.090232."""
        return _Z[self]


_TAIL = {Level.P95: 0.025, Level.P99_8: 0.001}
_Z = {level: -NormalDist().inv_cdf(tail) for level, tail in _TAIL.items()}


@dataclass(frozen=True, slots=True)
class Interval:
    """Lower and upper end, in the unit of the figure; both ends belong to it."""

    lower: float
    upper: float

    def holds(self, number: float) -> bool:
        """Whether the number lies inside or on an end."""
        return self.lower <= number <= self.upper


class Position(StrEnum):
    """Where a figure lies against a benchmark."""

    LOWER = "lower"
    SIMILAR = "similar"
    HIGHER = "higher"


class Good(StrEnum):
    """Which way is good; `none` gives higher and lower without a judgement."""

    HIGH = "high"
    LOW = "low"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure beside a benchmark: its position by both intervals, and which way is good."""

    position95: Position
    position99_8: Position
    good: Good

    @property
    def result(self) -> str:
        """`better`, `similar`, `worse` by the 95% interval; `higher`, `lower` when neither way is good."""
        return _judged(self.position95, self.good)

    @property
    def two_level(self) -> str:
        """As `result`, with `much better (99.8%)` where the 99.8% interval says so too."""
        if self.position99_8 is Position.SIMILAR:
            return self.result
        return f"much {_judged(self.position99_8, self.good)} (99.8%)"


def proportion_interval(
    numerator: Number, denominator: Number, *, per: float = 100, level: Level = Level.P95
) -> Interval:
    """Wilson's score interval of a proportion, without continuity correction, times `per`.

    Source: Wilson (1927); Newcombe (1998), method 3. Raises ValueError for a denominator of 0 or less, and a
    numerator below 0 or above the denominator.
    """
    x, n = _parts(numerator, denominator)
    if x > n:
        raise ValueError(f"{numerator} of {denominator} is more than all: it is not a proportion")
    z = level.z
    spread = z * math.sqrt(z * z + 4 * x * (1 - x / n))
    below, above = 2 * x + z * z - spread, 2 * x + z * z + spread
    base = 2 * (n + z * z)
    return Interval(per * below / base if x else 0.0, per * above / base if x < n else float(per))


def rate_interval(
    events: Number, population: Number, *, per: float = 10_000, level: Level = Level.P95
) -> Interval:
    """The interval of a rate: exact Poisson below 10 events, Byar's approximation from 10 on, times `per`.

    Source: Breslow and Day (1987) for Byar; Ulm (1990) for the exact limits by chi-squared. More events than
    people are allowed. Raises ValueError for a population of 0 or less and for events below 0.
    """
    x, n = _parts(events, population)
    count = exact_count(x, level) if x < EXACT_BELOW else _byar(x, level.z)
    return Interval(count.lower / n * per, count.upper / n * per)


def exact_count(events: float, level: Level = Level.P95) -> Interval:
    """The exact Poisson interval of a count; its lower end is 0 for no events."""
    lower = gamma_quantile(level.tail, events) if events > 0 else 0.0
    return Interval(lower, gamma_quantile(1 - level.tail, events + 1))


def compare(interval95: Interval, interval99_8: Interval, benchmark: Number, good: Good) -> Comparison:
    """A figure's intervals beside a benchmark that is taken as fixed; on an end is similar.

    Source: the comparison of Fingertips (PublicHealthEngland/fingertips-open, 2020).
    """
    fixed = float(benchmark)
    return Comparison(_position(interval95, fixed), _position(interval99_8, fixed), good)


def compare_proportion(
    numerator: Number, denominator: Number, benchmark: Number, good: Good, *, per: float = 100
) -> Comparison:
    """A proportion beside a benchmark in the same unit. Raises as `proportion_interval`."""
    near, far = (
        proportion_interval(numerator, denominator, per=per, level=level)
        for level in (Level.P95, Level.P99_8)
    )
    return compare(near, far, benchmark, good)


def compare_rate(
    events: Number, population: Number, benchmark: Number, good: Good, *, per: float = 10_000
) -> Comparison:
    """A rate beside a benchmark in the same unit. Raises as `rate_interval`."""
    near, far = (
        rate_interval(events, population, per=per, level=level) for level in (Level.P95, Level.P99_8)
    )
    return compare(near, far, benchmark, good)


def _parts(numerator: Number, denominator: Number) -> tuple[float, float]:
    x, n = float(numerator), float(denominator)
    if not (math.isfinite(x) and math.isfinite(n)):
        raise ValueError(f"{numerator} of {denominator} is not a pair of numbers")
    if n <= 0:
        raise ValueError(f"the denominator is {denominator}: it must be more than 0")
    if x < 0:
        raise ValueError(f"the numerator is {numerator}: it cannot be less than 0")
    return x, n


def _byar(x: float, z: float) -> Interval:
    more = x + 1
    return Interval(
        x * (1 - 1 / (9 * x) - z / (3 * math.sqrt(x))) ** 3,
        more * (1 - 1 / (9 * more) + z / (3 * math.sqrt(more))) ** 3,
    )


def _position(interval: Interval, benchmark: float) -> Position:
    if interval.holds(benchmark):
        return Position.SIMILAR
    return Position.HIGHER if interval.lower > benchmark else Position.LOWER


def _judged(position: Position, good: Good) -> str:
    if position is Position.SIMILAR or good is Good.NONE:
        return position.value
    return "better" if (position is Position.HIGHER) == (good is Good.HIGH) else "worse"
