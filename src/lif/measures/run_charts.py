"""Run charts: the median of a series and the two Anhøj rules, for a phase too short for limits."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from lif.measures.points import Point, present


@dataclass(frozen=True, slots=True)
class RunChart:
    """A series about its median.

    `useful` counts the points off the median; the four figures after it are None when there is none.
    `longest` is the longest run on one side and `longest_allowed` the longest that chance explains;
    `crossings` counts the changes of side and `crossings_needed` the fewest that chance explains.
    """

    centre: float
    sides: tuple[int, ...]
    useful: int
    longest: int | None
    longest_allowed: int | None
    crossings: int | None
    crossings_needed: int | None

    @property
    def signal(self) -> bool:
        """Whether a run is unusually long, or the median is crossed unusually seldom."""
        if (
            self.longest is None
            or self.longest_allowed is None
            or self.crossings is None
            or self.crossings_needed is None
        ):
            return False
        return self.longest > self.longest_allowed or self.crossings < self.crossings_needed


def run_chart(points: Iterable[Point]) -> RunChart:
    """The run chart of a series; points without a value are left out, points on the median do not count.

    Source: Anhøj and Olesen, Run charts revisited (PLoS ONE 2014, e113825): a run longer than
    round(log2(n)) + 3, or fewer crossings than the lower 5% point of a binomial (n - 1, 1/2), n being the
    useful points. Agrees with the R package qicharts2 0.8.1. Raises ValueError as `points.present` does.
    """
    values = [value for _, value in present(points)]
    centre = median(values)
    sides = tuple((value > centre) - (value < centre) for value in values)
    useful = [side for side in sides if side]
    if not useful:
        return RunChart(centre, sides, 0, None, None, None, None)
    runs = _runs(useful)
    return RunChart(
        centre=centre,
        sides=sides,
        useful=len(useful),
        longest=max(runs),
        longest_allowed=round(math.log2(len(useful))) + 3,
        crossings=len(runs) - 1,
        crossings_needed=_fewest_crossings(len(useful) - 1),
    )


def _runs(sides: Sequence[int]) -> list[int]:
    """Lengths of the stretches on one side."""
    return [len(list(run)) for _, run in groupby(sides)]


def _fewest_crossings(trials: int) -> int:
    """The smallest k for which a fair coin shows at most k heads in so many throws 5 times in 100 or more."""
    reached = 0
    for heads in range(trials + 1):
        reached += math.comb(trials, heads)
        if 20 * reached >= 2**trials:
            return heads
    return trials
