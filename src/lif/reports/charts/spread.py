"""Labels beside a chart pushed apart just as far as they need, and no further."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class _Cluster:
    """Labels that touch: how many, the sum of where each would put the first of them."""

    count: int
    total: float

    def start(self, gap: float, low: float, high: float) -> float:
        last = high - (self.count - 1) * gap
        return max(low, min(last, self.total / self.count))


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places for labels that would like to stand at `wanted`, at least `gap` apart, between `low` and `high`.

    Gives the places in the order asked, ties kept in that order; they differ from the wishes by the least sum
    of squares (pool adjacent violators, as in isotonic regression). With too many labels for the room they
    keep the gap and run past `high`: a caller makes the room first.
    """
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    clusters: list[_Cluster] = []
    for index in order:
        clusters.append(_Cluster(1, wanted[index]))
        while len(clusters) > 1 and _touching(clusters[-2], clusters[-1], gap, low, high):
            right = clusters.pop()
            left = clusters[-1]
            left.total += right.total - right.count * left.count * gap
            left.count += right.count
    places = [0.0] * len(wanted)
    position = 0
    for cluster in clusters:
        start = cluster.start(gap, low, high)
        for step in range(cluster.count):
            places[order[position]] = start + step * gap
            position += 1
    return places


def _touching(left: _Cluster, right: _Cluster, gap: float, low: float, high: float) -> bool:
    return left.start(gap, low, high) + left.count * gap > right.start(gap, low, high)
