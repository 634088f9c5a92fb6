"""Relative rates: how many times as often a thing is found in one group as in another, with an interval.

Sources: Katz, Baptista, Azen and Pike (1978) for the logarithm of a ratio of proportions; Rothman, Greenland
and Lash, Modern Epidemiology (2008), chapter 14, for that of rates. With fewer than ten events in either
group: Koopman (1984) for proportions (the score interval), and the exact conditional interval of two Poisson
counts (Przyborowski and Wilenski 1940) for rates.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from lif.measures.binomial import exact_share
from lif.measures.intervals import Interval, Level, Position
from lif.measures.rounding import Number

SMALL = 10
"""Events; from here on in both groups the logarithm is near enough to a normal variable."""
LEAST_EXPECTED = 5
"""So many events each group must be expected to have, were both alike, or nothing is said of them.

Source: the rule for expected counts of Cochran (1954)."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A group: events of so many people, or of so much population."""

    events: Number
    of: Number


@dataclass(frozen=True, slots=True)
class Relative:
    """How many times the other group's rate a group's is; an upper end of infinity has no bound."""

    ratio: float
    interval: Interval

    @property
    def position(self) -> Position:
        """Higher or lower where 1 lies outside the interval, else similar."""
        if self.interval.holds(1):
            return Position.SIMILAR
        return Position.HIGHER if self.interval.lower > 1 else Position.LOWER


def enough(group: Counted, other: Counted) -> bool:
    """Whether each group would have five events or more, were the rate the same in both."""
    events, of = float(group.events) + float(other.events), float(group.of) + float(other.of)
    return of > 0 and min(float(group.of), float(other.of)) * events / of >= LEAST_EXPECTED


def relative_proportion(group: Counted, other: Counted) -> Relative:
    """The ratio of two proportions with its 95% interval.

    Raises ValueError when either is no proportion, or the other group has no event.
    """
    x, n, y, m = _parts(group, other)
    if x > n or y > m:
        raise ValueError("a group has more events than members: it is not a proportion")
    if min(x, y) < SMALL:
        return Relative((x / n) / (y / m), _score(x, n, y, m))
    return _by_logarithm((x / n) / (y / m), 1 / x - 1 / n + 1 / y - 1 / m)


def relative_rate(group: Counted, other: Counted) -> Relative:
    """The ratio of two rates with its 95% interval; more events than people are allowed.

    Raises ValueError for a population of nought, and when the other group has no event.
    """
    x, n, y, m = _parts(group, other)
    if min(x, y) < SMALL:
        return Relative((x / n) / (y / m), _conditional(x, n, y, m))
    return _by_logarithm((x / n) / (y / m), 1 / x + 1 / y)


def _parts(group: Counted, other: Counted) -> tuple[float, float, float, float]:
    x, n, y, m = (float(each) for each in (group.events, group.of, other.events, other.of))
    if not all(math.isfinite(each) for each in (x, n, y, m)) or min(n, m) <= 0 or min(x, y) < 0:
        raise ValueError("each group needs some members and a number of events that is not below 0")
    if y == 0:
        raise ValueError("the group that is compared with has no event: there is nothing to divide by")
    return x, n, y, m


def _by_logarithm(ratio: float, variance: float) -> Relative:
    spread = math.exp(Level.P95.z * math.sqrt(variance))
    return Relative(ratio, Interval(ratio / spread, ratio * spread))


def _conditional(x: float, n: float, y: float, m: float) -> Interval:
    """Given all events, those of the group are binomial: the exact limits of their share, as ratios."""
    if x % 1 or y % 1:
        raise ValueError("events are whole numbers")
    low, high = exact_share(int(x), int(x + y), Level.P95.tail)
    return Interval(low / (1 - low) * m / n, high / (1 - high) * m / n)


def _score(x: float, n: float, y: float, m: float) -> Interval:
    """The ratios that a chi-squared test of both groups together does not reject."""
    critical = Level.P95.z**2
    ratio = (x / n) / (y / m)

    def beyond(found: float) -> bool:
        return _koopman(found, x, n, y, m) > critical

    lower = _edge(beyond, ratio, 0.5) if x else 0.0
    return Interval(lower, _edge(beyond, ratio or (1 / n) / (y / m), 2.0))


def _koopman(ratio: float, x: float, n: float, y: float, m: float) -> float:
    """How far the counts lie from what is likeliest at a ratio: a chi-squared of one degree of freedom."""
    a, b, c = (n + m) * ratio, n * ratio + x + m + y * ratio, x + y
    q = (b - math.sqrt(max(b * b - 4 * a * c, 0.0))) / (2 * a)
    p = min(ratio * q, 1.0)
    return _term(x, n, p) + _term(y, m, q)


def _term(found: float, of: float, share: float) -> float:
    away, variance = found - of * share, of * share * (1 - share)
    if variance <= 0:
        return 0.0 if abs(away) < 1e-9 else math.inf
    return away * away / variance


def _edge(beyond: Callable[[float], bool], inside: float, step: float) -> float:
    """The end of the interval on one side of a ratio that lies in it, found by halving."""
    outside = inside * step
    while not beyond(outside):
        inside, outside = outside, outside * step
    for _ in range(200):
        middle = math.sqrt(inside * outside)
        if not min(inside, outside) < middle < max(inside, outside):
            break
        inside, outside = (inside, middle) if beyond(middle) else (middle, outside)
    return inside
