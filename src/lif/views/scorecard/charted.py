"""The chart of a series as plain data: points and what they mean, phases with limits, and dated notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.calendars import Period, parse_period
from lif.measures.judged import Judged
from lif.measures.series import Figure
from lif.records.charted import Annotation
from lif.records.record import stands
from lif.views.scorecard.footnotes import breaks_shown, cuts
from lif.views.scorecard.lines import Comparison
from lif.views.scorecard.question import Ask
from lif.views.shown import number_text, value_text

PERIODS_AHEAD = 4
"""Periods still to come that a chart shows at most, for its forecast."""


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One period of the chart: its axis words, its figure or a gap, and what it means.

    A period `ahead` is still to come: it is there for a forecast that speaks of it.
    """

    period: str
    group: str
    value: float | None
    mark: str
    illustrative: bool
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class ChartPhase:
    """Points `first` to `last` with their average, or median, and limits where there are enough points."""

    first: int
    last: int
    centre: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class ChartNote:
    """A dated event, step change or break of the series at a point."""

    sort: str
    at: int
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Plain data of a card's chart: a run chart (median, no limits) where the last phase is too short."""

    sort: str
    points: tuple[ChartPoint, ...]
    phases: tuple[ChartPhase, ...]
    target: float | None
    target_text: str
    comparisons: tuple[Comparison, ...]
    notes: tuple[ChartNote, ...]
    decimals: int
    unit: str
    centre_text: str
    lower_text: str
    upper_text: str
    latest_text: str = ""
    forecast: tuple[float | None, ...] = ()
    forecast_on: date | None = None
    cuts: tuple[int, ...] = ()


def chart_of(
    ask: Ask,
    judged: Judged,
    figures: tuple[Figure, ...],
    comparisons: tuple[Comparison, ...],
    target_text: str,
) -> Chart:
    """The chart of these figures of a judged series, beside its target and its comparisons."""
    indicator = judged.series.indicator
    phases = _phases(judged, figures)
    coming = _coming(judged, figures)
    forecast = _forecast(judged, [*(figure.period for figure in figures), *coming])
    last = phases[-1] if phases else ChartPhase(0, 0, None, None, None)
    limits = last.lower is not None

    def text(number: float | None) -> str:
        return "" if number is None else number_text(indicator, number)

    return Chart(
        sort="control" if limits else "run",
        points=(*(_point(judged, figure) for figure in figures), *(_ahead(period) for period in coming)),
        phases=phases,
        target=float(judged.aim.number) if judged.aim and judged.aim.number is not None else None,
        target_text=target_text,
        comparisons=comparisons,
        notes=_notes(ask, judged, figures),
        decimals=indicator.decimals,
        unit=indicator.unit,
        centre_text=text(last.centre),
        lower_text=text(last.lower),
        upper_text=text(last.upper),
        latest_text=_latest_text(judged, figures),
        forecast=forecast,
        forecast_on=judged.outlook.forecast.made_on if judged.outlook and forecast else None,
        cuts=cuts(judged, figures),
    )


def _latest_text(judged: Judged, figures: tuple[Figure, ...]) -> str:
    """The last figure as the page has it: `3 of 19`, or with the decimals that its colour needs."""
    last = next((each for each in reversed(figures) if each.value.number is not None), None)
    if last is None:
        return ""
    judge = judged.aim.target.judge if last is judged.latest and judged.aim and judged.aim.target else None
    return value_text(judged.series.indicator, last.value, judge)


def _coming(judged: Judged, figures: tuple[Figure, ...]) -> list[Period]:
    """The next few periods that the forecast speaks of and that have no figure yet."""
    if judged.outlook is None or not figures:
        return []
    last = figures[-1].period
    return [period for period, _ in judged.outlook.values if last < period][:PERIODS_AHEAD]


def _ahead(period: Period) -> ChartPoint:
    words, group = period.axis
    return ChartPoint(words, group, None, "ordinary", False, True)


def _forecast(judged: Judged, periods: list[Period]) -> tuple[float | None, ...]:
    """The forecast for each of these periods; nothing at all where it speaks of none of them."""
    values = dict(judged.outlook.values) if judged.outlook else {}
    found = tuple(float(values[period]) if period in values else None for period in periods)
    return found if any(value is not None for value in found) else ()


def _point(judged: Judged, figure: Figure) -> ChartPoint:
    mark = "ordinary"
    if judged.chart and judged.chart.firm:
        found = next((p for p in judged.chart.points if p.day == figure.period.end), None)
        if found and found.special:
            mark = {"improvement": "improvement", "concern": "concern"}.get(found.judgement.value, "neutral")
    period, group = figure.period.axis
    value = None if figure.value.number is None else float(figure.value.number)
    return ChartPoint(period, group, value, mark, figure.illustrative)


def _phases(judged: Judged, figures: tuple[Figure, ...]) -> tuple[ChartPhase, ...]:
    """The phases as they fall on the points shown; limits only where a phase has 13 points or more."""
    if judged.chart is None:
        return ()
    found = []
    for phase in judged.chart.phases:
        on = [i for i, figure in enumerate(figures) if phase.start <= figure.period.end <= phase.end]
        if not on:
            continue
        is_last = phase is judged.chart.phases[-1]
        centre = judged.run.centre if is_last and judged.run else phase.mean
        limits = None if phase.short else phase.limits
        found.append(
            ChartPhase(
                on[0], on[-1], centre, limits.lower if limits else None, limits.upper if limits else None
            )
        )
    return tuple(found)


def _notes(ask: Ask, judged: Judged, figures: tuple[Figure, ...]) -> tuple[ChartNote, ...]:
    places = {figure.period: index for index, figure in enumerate(figures)}
    wanted = [("step-change", step.period, step.label) for step in judged.steps]
    wanted += [
        ("event", note.period, note.label)
        for note in ask.register.all(Annotation)
        if note.measure == judged.series.address and stands(note, ask.as_at)
    ]
    found = [
        ChartNote(sort, places[period], label)
        for sort, spelling, label in wanted
        if (period := parse_period(spelling)) in places
    ]
    found += [
        ChartNote("break", at, "Definition changed")
        for each, at in breaks_shown(judged, figures)
        if not each.comparable
    ]
    return tuple(sorted(found, key=lambda note: (note.at, note.label)))
