"""A card of the public scorecard: an indicator with its chart, what it means, and every public figure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lif.calendars import Period
from lif.measures.rounding import rounded
from lif.measures.series import Series
from lif.records.governance import Agency
from lif.records.indicators import Indicator
from lif.records.priorities import Priority
from lif.records.references import Source
from lif.views.public_scorecard.asking import Looking
from lif.views.public_scorecard.figures import PublicFigure, public_figure
from lif.views.public_scorecard.lines import PublicLine
from lif.views.scorecard.charted import Chart, chart_of
from lif.views.scorecard.lines import comparisons
from lif.views.shown import flowing

MOST_PERIODS = 24
MOST_OF_A_PRIORITY = 4
"""Cards under one priority; all others stand in the table and on the site."""


@dataclass(frozen=True, slots=True)
class PartFigure:
    """The figure of one part of the whole, such as an age group: its name, and what is shown of it."""

    name: str
    figure: PublicFigure


@dataclass(frozen=True, slots=True)
class PublicCard:
    """An indicator told at length; `words` are the board's own, for the public.

    `parts` are those of the period of the latest figure, by name; none where none of them is shown.
    """

    line: PublicLine
    definition: str
    chart: Chart | None
    words: str
    rows: tuple[PublicFigure, ...]
    parts: tuple[PartFigure, ...]
    source: str
    supplier: str


def public_card(
    looking: Looking, indicator: Indicator, line: PublicLine, of: Series | None = None
) -> PublicCard:
    """The card of an indicator, by one of its series (the headline if None), with its last periods."""
    series = of or looking.headline(indicator)
    figures = series.until(looking.last)
    figures = figures if of else figures[-MOST_PERIODS:]
    judged = looking.judge(series)
    chart = None
    if len(judged.points) > 1 and judged.latest and len(figures) > 1:
        beside = tuple(one for one in comparisons(looking.ask, series, judged.latest) if one.in_table)
        chart = _plain(chart_of(looking.ask, judged, figures, beside, line.target))
    words = {each.indicator: each.text for each in looking.made.words}
    return PublicCard(
        line=line,
        definition=flowing(indicator.definition),
        chart=chart,
        words=words.get(indicator.id, "").strip(),
        rows=tuple(
            public_figure(series.indicator, figure, looking.ask.as_at) for figure in reversed(figures)
        ),
        parts=_parts(looking, series, figures[-1].period),
        source=_named(looking, series.measure.source or "") or indicator.source_return,
        supplier=_named(looking, series.measure.supplier or indicator.supplier),
    )


def _parts(looking: Looking, series: Series, period: Period) -> tuple[PartFigure, ...]:
    """What is shown of the parts of the whole in one period, in the order of their names."""
    found = []
    for (measure, area, breakdown), part in sorted(looking.made.figures.series.items()):
        figure = part.at(period) if (measure, area) == (series.address, series.area) and breakdown else None
        if figure:
            seen = public_figure(part.indicator, figure, looking.ask.as_at)
            found.append(PartFigure(breakdown, seen))
    return tuple(found) if any(one.figure.number is not None for one in found) else ()


def _plain(chart: Chart) -> Chart:
    """The chart as its figures are shown, without limits, average and signals.

    Those are for readers who know them, and made of figures that are not all here.
    """

    def shown(number: float | None) -> float | None:
        return None if number is None else float(rounded(number, chart.decimals))

    points = tuple(replace(point, value=shown(point.value), mark="ordinary") for point in chart.points)
    beside = tuple(
        replace(each, number=float(rounded(each.number, chart.decimals))) for each in chart.comparisons
    )
    bare = replace(chart, sort="run", points=points, phases=(), comparisons=beside)
    return replace(bare, centre_text="", lower_text="", upper_text="")


def _named(looking: Looking, id_: str) -> str:
    found = looking.made.register.get(id_)
    if isinstance(found, Source):
        return found.title
    return found.name if isinstance(found, Agency) else ""


def telling(
    lines: tuple[PublicLine, ...], headlines: frozenset[str], priority: Priority
) -> tuple[PublicLine, ...]:
    """The few indicators of a priority with a card: headlines first, by name, never by figure."""
    mine = [line for line in lines if priority.id in line.priorities]
    ranked = sorted(mine, key=lambda line: (line.id not in headlines, line.name, line.id))
    return tuple(ranked[:MOST_OF_A_PRIORITY])
