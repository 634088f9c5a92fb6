"""The small line of a table: what each of its points means, and what it shows for whoever does not see it."""

from __future__ import annotations

from lif.measures.judged import Judged
from lif.measures.rounding import Number
from lif.measures.series import Figure
from lif.records.indicators import Indicator
from lif.views.shown import number_text


def spark_marks(judged: Judged | None, points: tuple[Figure, ...]) -> tuple[str, ...]:
    """What each point means, once the last phase is long enough for that to be said."""
    meanings: dict[object, str] = {}
    if judged and judged.chart and judged.chart.firm:
        words = {"improvement": "improvement", "concern": "concern"}
        for point in judged.chart.points:
            found = point.judgement.value
            meanings[point.day] = words.get(found, "neutral" if found.startswith("neutral") else "ordinary")
    return tuple(meanings.get(figure.period.end, "ordinary") for figure in points)


def spark_words(indicator: Indicator, points: tuple[Figure, ...]) -> str:
    """What the small line shows, in words; nothing where there are fewer than two figures."""
    there = [(number, each) for each in points if (number := each.value.number) is not None]
    if len(there) < 2:
        return ""

    def text(number: Number) -> str:
        return number_text(indicator, number)

    numbers = [number for number, _ in there]
    (first, begun), (last, ended) = there[0], there[-1]
    return (
        f"{len(there)} periods: {text(first)} in {begun.period.short}, {text(last)} in {ended.period.short}; "
        f"lowest {text(min(numbers))}, highest {text(max(numbers))}"
    )
