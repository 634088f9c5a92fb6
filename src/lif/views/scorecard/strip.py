"""An indicator's figure beside England, the region and the neighbours, of the same measure and period."""

from __future__ import annotations

from dataclasses import dataclass

from lif.measures.benchmarks import independent, interval_of
from lif.records.indicators import Indicator
from lif.records.references import Area
from lif.views.compared.standing import Standing, standing_of
from lif.views.scorecard.lines import Comparison, comparisons
from lif.views.scorecard.question import Ask
from lif.views.shown import value_text


@dataclass(frozen=True, slots=True)
class Strip:
    """The board's figure with its 95% interval (None where its counts are not known) and what it is beside.

    `comparisons` has each sort once: of two averages of neighbours the first. `standing` is its place among
    all local authorities, where the workspace holds them.
    """

    area: str
    period: str
    number: float
    text: str
    low: float | None
    high: float | None
    comparisons: tuple[Comparison, ...]
    decimals: int
    unit: str
    illustrative: bool
    standing: Standing | None = None


def strip_of(ask: Ask, indicator: Indicator) -> Strip | None:
    """The latest figure that has anything to stand beside it, of the first of its measures that has one."""
    for measure in indicator.measures:
        series = ask.figures.find(f"{indicator.id}/{measure.id}")
        latest = series.latest(ask.last) if series else None
        if series is None or latest is None or latest.value.number is None:
            continue
        found = tuple(each for each in comparisons(ask, series, latest) if each.in_table)
        if found:
            interval = interval_of(latest.value) if independent(indicator) else None
            return Strip(
                _named(ask, series.area),
                latest.period.label,
                float(latest.value.number),
                value_text(indicator, latest.value),
                interval.lower if interval else None,
                interval.upper if interval else None,
                found,
                indicator.decimals,
                indicator.unit,
                latest.illustrative,
                standing_of(ask.register, ask.figures, series, latest),
            )
    return None


def _named(ask: Ask, area: str) -> str:
    found = ask.register.find(Area, area)
    return found.name if found else area
