"""The small line of a table: what each of its points means, and what it shows for whoever does not see it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from lif.measures.judged import Judged
from lif.measures.series import Figure
from lif.records.indicators import Indicator
from lif.views.shown import value_text

Judge = Callable[[Fraction], Any]
"""What a number is judged, so that what is shown is not judged otherwise."""


def spark_marks(judged: Judged | None, points: tuple[Figure, ...]) -> tuple[str, ...]:
    """What each point means, once the last phase is long enough for that to be said."""
    meanings: dict[object, str] = {}
    if judged and judged.chart and judged.chart.firm:
        words = {"improvement": "improvement", "concern": "concern"}
        for point in judged.chart.points:
            found = point.judgement.value
            meanings[point.day] = words.get(found, "neutral" if found.startswith("neutral") else "ordinary")
    return tuple(meanings.get(figure.period.end, "ordinary") for figure in points)


def spark_words(indicator: Indicator, points: tuple[Figure, ...], judge: Judge | None = None) -> str:
    """What the small line shows, in words; nothing where there are fewer than two figures."""
    there = [each for each in points if each.value.number is not None]
    if len(there) < 2:
        return ""

    def number(figure: Figure) -> Fraction:
        return figure.value.number or Fraction(0)

    first, last = there[0], there[-1]
    ends = [f"{value_text(indicator, each.value, judge)} in {each.period.short}" for each in (first, last)]
    low, high = (value_text(indicator, each(there, key=number).value, judge) for each in (min, max))
    return f"{len(there)} periods: {', '.join(ends)}; lowest {low}, highest {high}"
