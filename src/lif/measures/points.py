"""A series of dated values, as charts of variation take it: in order, numbers only, no day twice."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lif.measures.rounding import Number


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series: `day` is the first day of its period, `value` None when there is none."""

    day: date
    value: Number | None


def present(points: Iterable[Point]) -> list[tuple[date, float]]:
    """The points that have a value, as doubles, in order of date.

    A missing point is left out, so its neighbours become neighbours: the advice of the reference package's
    maintainers (nhs-r-community/NHSRplotthedots issue 243), since the package itself fails on some gaps.
    Raises ValueError when a day stands twice, when a value is not a finite number, or when nothing is left.
    """
    found: dict[date, float | None] = {}
    for point in points:
        if point.day in found:
            raise ValueError(f"{point.day} has two values: a series has one value for a day")
        found[point.day] = None if point.value is None else float(point.value)
    values = [(day, value) for day, value in sorted(found.items()) if value is not None]
    if not values:
        raise ValueError("there is no value in the series: a chart needs at least one")
    for day, value in values:
        if not math.isfinite(value):
            raise ValueError(f"{day} has {value}, which is not a number: write the value, or leave it out")
    return values
