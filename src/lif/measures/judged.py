"""A series judged at the end of a period: status, direction, and the chart that shows its variation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from lif.calendars import Period, PeriodKind, parse_period
from lif.measures.aims import Against, Aim, aim_for
from lif.measures.assemble import assemble
from lif.measures.forecasts import Outlook, outlook_of
from lif.measures.icons import Improvement
from lif.measures.points import Point
from lif.measures.rare_events import RareChart, rare_chart
from lif.measures.rated import rating_of
from lif.measures.rules import Rules, rules_of
from lif.measures.run_charts import RunChart, run_chart
from lif.measures.series import Figure, Figures, Series
from lif.measures.status import Polarity, Rating, ToleranceKind
from lif.measures.travel import Travel, may_travel, travel
from lif.measures.variation import ControlChart, control_chart
from lif.records.charted import SeriesBreak, StepChange
from lif.records.record import stands
from lif.register import Register

_IMPROVEMENT = {"high": Improvement.INCREASE, "low": Improvement.DECREASE}


@dataclass(frozen=True, slots=True)
class Judged:
    """What can be said of a series at the end of a period.

    `latest` is the last figure that is there, `points` the figures since the last change of definition, in
    order; `chart` judges them, `run` does when there are too few for limits, and for a measure of rare events
    `rare` in the place of both.
    """

    series: Series
    latest: Figure | None
    points: tuple[Figure, ...]
    aim: Aim | None
    rating: Rating
    travel: Travel | None
    chart: ControlChart | None
    run: RunChart | None
    breaks: tuple[SeriesBreak, ...]
    steps: tuple[StepChange, ...]
    outlook: Outlook | None = None
    rare: RareChart | None = None


def judged(
    register: Register, series: Series, last: date, as_at: date, figures: Figures | None = None
) -> Judged:
    """The series as it stood at the end of the period that ends on `last`, with changes agreed by `as_at`.

    Charts go by the rules of the workspace (`lif.measures.rules`). `figures` are all series as known on the
    day, for a target that is a benchmark; left out, they are assembled when such a target is in force.
    """
    latest = series.latest(last)
    address = series.address
    breaks = tuple(b for b in register.all(SeriesBreak) if b.measure == address and stands(b, as_at))
    steps = tuple(
        step
        for step in register.all(StepChange)
        if step.measure == address and step.agreed_on <= as_at and stands(step, as_at)
    )
    points = _since_break(series.until(last), breaks)
    against = _against(register, series, as_at, figures)
    aim = aim_for(series, latest.period, against) if latest else None
    rare = _rare(series, points, steps)
    chart, run = (None, None) if rare else _charts(series, points, steps, aim, rules_of(register.charted_by))
    return Judged(
        series,
        latest,
        points,
        aim,
        rating_of(register, series, latest, aim, as_at),
        _travel(series, points, aim),
        chart,
        run,
        breaks,
        steps,
        outlook_of(register, series, points, latest, as_at),
        rare,
    )


def _against(register: Register, series: Series, as_at: date, figures: Figures | None) -> Against | None:
    """Where benchmarks are looked up, where one of the targets is a benchmark."""
    if not any(target.benchmark for target in series.indicator.targets):
        return None
    return Against(register, figures or assemble(register, as_at))


def _travel(series: Series, points: Sequence[Figure], aim: Aim | None) -> Travel | None:
    """The direction from the figure before to the latest, where an arrow may be drawn.

    Of a year to date the figure before is that of the same point a year earlier.
    """
    there = [figure for figure in points if figure.value.number is not None]
    if there and there[-1].period.kind is PeriodKind.YEAR_TO_DATE:
        before = there[-1].period.year_before()
        there = [figure for figure in there if figure.period == before] + there[-1:]
    return direction(series, there[-2], there[-1], aim) if len(there) > 1 else None


def direction(series: Series, before: Figure, now: Figure, aim: Aim | None) -> Travel | None:
    """The direction between two figures of a series, with the dead band of its indicator.

    None where no arrow may be drawn from one period to the other, or where one has no figure.
    """
    if before.value.number is None or now.value.number is None or not may_travel(before.period, now.period):
        return None
    indicator = series.indicator
    polarity = Polarity(indicator.polarity)
    band = (aim.record.band.low, aim.record.band.high) if aim and aim.record.band else None
    if polarity is Polarity.BAND and band is None:
        polarity = Polarity.INFO
    return travel(
        before.value.number,
        now.value.number,
        polarity=polarity,
        dead_band=indicator.dead_band or 0,
        kind=ToleranceKind(indicator.dead_band_kind or "points"),
        band=band,
    )


def _since_break(figures: Sequence[Figure], breaks: Sequence[SeriesBreak]) -> tuple[Figure, ...]:
    """The figures from the last change of definition on: what stands before is another series."""
    starts = [parse_period(b.period).end for b in breaks if not b.comparable]
    past = [start for start in starts if figures and start <= figures[-1].period.end]
    first = max(past) if past else date.min
    return tuple(figure for figure in figures if figure.period.end >= first)


def _charts(
    series: Series,
    figures: Sequence[Figure],
    steps: Sequence[StepChange],
    aim: Aim | None,
    rules: Rules,
) -> tuple[ControlChart | None, RunChart | None]:
    """The control chart of the figures, and a run chart of the last phase when that is too short.

    Figures that add up through the year rise by themselves, and neighbours whose periods overlap are alike
    because they share figures: no rule of charts holds for either.
    """
    if PeriodKind(series.measure.period_kind) is PeriodKind.YEAR_TO_DATE or overlap(figures):
        return None, None
    points = [
        Point(figure.period.end, figure.value.number) for figure in figures if figure.value.number is not None
    ]
    if not points:
        return None, None
    chart = control_chart(
        points,
        improvement=_IMPROVEMENT.get(series.indicator.polarity, Improvement.NEUTRAL),
        target=aim.number if aim else None,
        step_changes=_phase_starts([point.day for point in points], steps),
        rules=rules,
    )
    if not chart.short:
        return chart, None
    since = chart.phases[-1].start
    return chart, run_chart([point for point in points if point.day >= since])


def overlap(figures: Sequence[Figure]) -> bool:
    """Whether two neighbouring periods share days, as rolling years each quarter and pooled years do.

    The rules take each figure to be independent of the one before (Wheeler, Understanding Variation).
    """
    there = [figure.period for figure in figures if figure.value.number is not None]
    return any(later.start <= earlier.end for earlier, later in pairwise(there) if earlier != later)


def _rare(series: Series, figures: Sequence[Figure], steps: Sequence[StepChange]) -> RareChart | None:
    """The chart of rare events since the last step change, for a count that is declared to be one."""
    if series.measure.chart != "rare-events" or series.indicator.unit != "count" or not figures:
        return None
    if PeriodKind(series.measure.period_kind) is PeriodKind.YEAR_TO_DATE:
        return None
    starts = [parse_period(step.period).end for step in steps]
    since = max((start for start in starts if start <= figures[-1].period.end), default=date.min)
    last = max((i for i, figure in enumerate(figures) if figure.value.number is not None), default=-1)
    counts = {figure.period: figure.value.number for figure in figures[: last + 1]}
    points = [Point(period.end, counts.get(period)) for period in _every(figures[: last + 1])]
    return rare_chart([point for point in points if point.day >= since]) if points else None


def _every(figures: Sequence[Figure]) -> list[Period]:
    """Every period from the first figure to the last: one that nothing was supplied for is there too."""
    if not figures:
        return []
    found = [figures[0].period]
    try:
        while found[-1] < figures[-1].period:
            found.append(found[-1].next())
    except ValueError:  # a single day or a rolling year, which have no next
        return [figure.period for figure in figures]
    return found


def _phase_starts(days: Sequence[date], steps: Sequence[StepChange]) -> tuple[date, ...]:
    """The day of the first figure of each phase: where the first period has none, the next that has one."""
    begun = (parse_period(step.period).end for step in steps)
    starts = {next((day for day in days if day >= begin), None) for begin in begun if begin > days[0]}
    return tuple(sorted(start for start in starts if start is not None))
