"""A series judged at the end of a period: status, direction, and the chart that shows its variation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from lif.calendars import Period, PeriodKind, financial_year_of, parse_period
from lif.measures.benchmarks import compared
from lif.measures.icons import Improvement
from lif.measures.points import Point
from lif.measures.rounding import exact
from lif.measures.rules import Rules, rules_of
from lif.measures.run_charts import RunChart, run_chart
from lif.measures.series import Figure, Series
from lif.measures.status import (
    Basis,
    Polarity,
    Rating,
    Status,
    Target,
    ToleranceKind,
    rate,
    rate_by_significance,
    target_for,
)
from lif.measures.travel import Travel, may_travel, travel
from lif.measures.values import Value, ValueStatus
from lif.measures.variation import ControlChart, control_chart
from lif.records import indicators as records
from lif.records.indicators import Forecast, SeriesBreak, StepChange
from lif.records.record import stands
from lif.register import Register

_IMPROVEMENT = {"high": Improvement.INCREASE, "low": Improvement.DECREASE}


@dataclass(frozen=True, slots=True)
class Aim:
    """The target that applies to a period: the record, its judging range, and its number if it has one."""

    record: records.Target
    target: Target | None
    number: Fraction | None


@dataclass(frozen=True, slots=True)
class Judged:
    """What can be said of a series at the end of a period.

    `latest` is the last figure that is there, `points` the figures since the last change of definition, in
    order; `chart` judges them, `run` does when there are too few for limits.
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


def judged(register: Register, series: Series, last: date, as_at: date) -> Judged:
    """The series as it stood at the end of the period that ends on `last`, with changes agreed by `as_at`.

    Charts go by the rules of the workspace (`lif.measures.rules`).
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
    aim = aim_for(series, latest.period) if latest else None
    chart, run = _charts(series, points, steps, aim, rules_of(register.charted_by))
    return Judged(
        series,
        latest,
        points,
        aim,
        _rating(register, series, latest, aim, as_at),
        _travel(series, points, aim),
        chart,
        run,
        breaks,
        steps,
    )


def aim_for(series: Series, period: Period) -> Aim | None:
    """The target in force on the last day of a period, or None."""
    for record in series.indicator.targets:
        if record.measure not in (None, series.measure.id) or not stands(record, period.end):
            continue
        if record.since <= period.end and (record.until is None or period.end <= record.until):
            number = _aimed(record, period)
            return Aim(record, _judging(record, number, Polarity(series.indicator.polarity)), number)
    return None


def _aimed(record: records.Target, period: Period) -> Fraction | None:
    """The target's number for a period: its own, or that of the quarter in a profile."""
    if record.profile and period.kind == "quarter":
        profile = record.profile
        return exact((profile.q1, profile.q2, profile.q3, profile.q4)[period.quarter - 1])
    return None if record.value is None else exact(record.value)


def _judging(record: records.Target, number: Fraction | None, polarity: Polarity) -> Target | None:
    """The range to judge by; None where the target does not fit its indicator, which the checks tell."""
    band = (record.band.low, record.band.high) if record.band else None
    try:
        return target_for(
            polarity,
            number,
            band=band,
            tolerance=record.tolerance or 0,
            kind=ToleranceKind(record.tolerance_kind),
        )
    except ValueError:
        return None


def _rating(
    register: Register, series: Series, latest: Figure | None, aim: Aim | None, as_at: date
) -> Rating:
    """The status of the latest figure by the basis that the target declares.

    By significance the target is the benchmark that the 95% interval is held against; a forecast of the
    year's end is judged in the place of the figure; professional judgement is not the software's to give.
    """
    basis = Basis(aim.record.basis) if aim else Basis.TARGET_NOW
    if latest is None:
        return rate_nothing(basis)
    polarity, minimum = Polarity(series.indicator.polarity), series.indicator.minimum_for_rag
    value = latest.value
    if aim and basis is Basis.SIGNIFICANCE:
        comparison = None if aim.number is None else compared(value, aim.number, polarity)
        return rate_by_significance(value, comparison, polarity=polarity, minimum_denominator=minimum)
    if basis is Basis.PROFESSIONAL_JUDGEMENT:
        return Rating(Status.NOT_RATED, basis, "left to professional judgement")
    if basis is Basis.YEAR_END_FORECAST:
        forecast = _forecast(register, series, latest.period, as_at)
        if forecast is None:
            return Rating(Status.NOT_RATED, basis, "no forecast for the end of the year")
        value = Value(ValueStatus.ESTIMATED, per=value.per, source_only=forecast.value)
    return rate(
        value,
        polarity=polarity,
        target=aim.target if aim else None,
        basis=basis,
        minimum_denominator=minimum,
    )


def _forecast(
    register: Register, series: Series, period: Period, as_at: date
) -> records.ForecastValue | None:
    """What the last forecast made by a day says of the end of the year that a period lies in."""
    made = [
        forecast
        for forecast in register.all(Forecast)
        if forecast.measure == series.address and forecast.made_on <= as_at and stands(forecast, as_at)
    ]
    ends = financial_year_of(period.end).end
    for forecast in sorted(made, key=lambda each: (each.made_on, each.id), reverse=True):
        for value in forecast.values:
            found = parse_period(value.period)
            if found.kind is PeriodKind(series.measure.period_kind) and found.end == ends:
                return value
    return None


def rate_nothing(basis: Basis = Basis.TARGET_NOW) -> Rating:
    """The rating of a measure that has no figure at all."""
    return Rating(Status.NOT_RATED, basis, "no figure")


def _travel(series: Series, points: Sequence[Figure], aim: Aim | None) -> Travel | None:
    """The direction from the figure before to the latest, where an arrow may be drawn."""
    there = [(f.period, f.value.number) for f in points if f.value.number is not None]
    if len(there) < 2 or not may_travel(there[-2][0], there[-1][0]):
        return None
    polarity = Polarity(series.indicator.polarity)
    band = (aim.record.band.low, aim.record.band.high) if aim and aim.record.band else None
    if polarity is Polarity.BAND and band is None:
        polarity = Polarity.INFO
    before, now = there[-2][1], there[-1][1]
    assert before is not None
    assert now is not None
    return travel(before, now, polarity=polarity, band=band)


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
    """The control chart of the figures, and a run chart of the last phase when that is too short."""
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


def _phase_starts(days: Sequence[date], steps: Sequence[StepChange]) -> tuple[date, ...]:
    """The day of the first figure of each phase: where the first period has none, the next that has one."""
    begun = (parse_period(step.period).end for step in steps)
    starts = {next((day for day in days if day >= begin), None) for begin in begun if begin > days[0]}
    return tuple(sorted(start for start in starts if start is not None))
