"""A figure beside England, the region and statistical neighbours, with how many areas a mean rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from statistics import median

from lif.calendars import Period, PeriodKind, parse_period
from lif.measures.intervals import (
    Comparison,
    Good,
    Interval,
    compare_proportion,
    compare_rate,
    proportion_interval,
    rate_interval,
)
from lif.measures.rounding import exact
from lif.measures.series import Figures, Series
from lif.measures.values import Value
from lif.records.figures import Benchmark, BenchmarkValue
from lif.records.indicators import Indicator
from lif.records.references import Area, NeighbourSet
from lif.register import Register


@dataclass(frozen=True, slots=True)
class Beside:
    """A comparison figure for one period: `held` of `asked` areas had one; `model` is the neighbours' set."""

    benchmark: Benchmark
    period: Period
    number: Fraction
    held: int
    asked: int
    model: str = ""


def beside(register: Register, figures: Figures, series: Series, period: Period) -> tuple[Beside, ...]:
    """The comparisons of a measure for one period, in the order in which the indicator names them.

    Source of the neighbours' average: the plain mean of the neighbours that have a value, as the Local
    Authority Interactive Tool computes it, or their median, as the benchmark's record says.
    """
    wanted = series.measure.benchmarks or series.indicator.benchmarks
    found = [register.find(Benchmark, id_) for id_ in wanted]
    results = (_beside(register, figures, series, period, benchmark) for benchmark in found if benchmark)
    return tuple(result for result in results if result is not None)


def beside_one(
    register: Register, figures: Figures, series: Series, period: Period, benchmark: str
) -> Beside | None:
    """The figure of one benchmark for the same measure and period, or None when it has none."""
    found = register.find(Benchmark, benchmark)
    return _beside(register, figures, series, period, found) if found else None


def _beside(
    register: Register, figures: Figures, series: Series, period: Period, benchmark: Benchmark
) -> Beside | None:
    if benchmark.illustrative != series.illustrative:
        return None
    if not _may_stand_beside(register, series, benchmark):
        return None
    neighbours = neighbours_used(register, benchmark, figures.as_at)
    if benchmark.neighbour_set and neighbours is None:
        return None
    areas = neighbours.neighbours if neighbours else (benchmark.area,) if benchmark.area else ()
    model = neighbours.model if neighbours else ""
    for ready in benchmark.values:
        if _is_for(ready, series, period):
            held = len(areas) if ready.areas_with_figure is None else ready.areas_with_figure
            return Beside(benchmark, period, exact(ready.value), held, max(held, len(areas)), model)
    if series.illustrative:
        return None
    numbers = [n for area in areas if (n := _number(figures, series, period, area)) is not None]
    if not numbers:
        return None
    found = average(numbers, benchmark.average or "mean")
    return Beside(benchmark, period, found, len(numbers), len(areas), model)


def _may_stand_beside(register: Register, series: Series, benchmark: Benchmark) -> bool:
    """A figure of a wider area, such as a police force's, is set beside the country alone.

    Regions and neighbours are made of local authorities, and it is none.
    """
    own = register.find(Area, series.area)
    if series.indicator.geography == "board" and (own is None or own.sort == "local-authority"):
        return True
    beside = register.find(Area, benchmark.area)
    return beside is not None and beside.sort == "country"


def neighbours_used(register: Register, benchmark: Benchmark, as_at: date) -> NeighbourSet | None:
    """The set that a benchmark is made of as at a day, for every period.

    That is the set which the benchmark names, as the publisher shows every year by its latest model. Before
    the named set was public, it is the set of the same area that was then.
    """
    named = register.find(NeighbourSet, benchmark.neighbour_set)
    if named is None or named.since <= as_at:
        return named
    public = [s for s in register.all(NeighbourSet) if s.area == named.area and s.since <= as_at]
    return max(public, key=lambda each: (each.since, each.id), default=None)


def _is_for(ready: BenchmarkValue, series: Series, period: Period) -> bool:
    """Whether a ready-made figure is of the same measure, the whole of it, and the same period."""
    if ready.measure != series.address or series.breakdown:
        return False
    try:
        return parse_period(ready.period, PeriodKind(series.measure.period_kind)) == period
    except ValueError:
        return False


def _number(figures: Figures, series: Series, period: Period, area: str) -> Fraction | None:
    figure = figures.figure(series.address, period, area, series.breakdown)
    return figure.value.number if figure else None


def average(numbers: Sequence[Fraction], how: str) -> Fraction:
    """The plain mean of numbers, or their median, exactly."""
    return Fraction(median(numbers)) if how == "median" else sum(numbers, Fraction(0)) / len(numbers)


def independent(indicator: Indicator) -> bool:
    """Whether what is counted comes one by one, as intervals suppose; days and sessions come in runs.

    One child who stays away for a term is a hundred missed sessions and one reason.
    """
    return not any(word in indicator.counts.casefold() for word in ("session", "day"))


def compared(value: Value, benchmark: Fraction, polarity: str) -> Comparison | None:
    """How a figure lies against a benchmark by its 95% interval; None where its counts are not known.

    Wilson's interval for percentages, Byar's or the exact one for rates (`lif.measures.intervals`).
    """
    counts = _counts(value)
    if counts is None:
        return None
    good = {"high": Good.HIGH, "low": Good.LOW}.get(polarity, Good.NONE)
    numerator, denominator, per = counts
    if per == 100:
        return compare_proportion(numerator, denominator, benchmark, good)
    return compare_rate(numerator, denominator, benchmark, good, per=per)


def interval_of(value: Value) -> Interval | None:
    """The 95% interval of a figure by the same methods; None where its counts are not known."""
    counts = _counts(value)
    if counts is None:
        return None
    numerator, denominator, per = counts
    if per == 100:
        return proportion_interval(numerator, denominator)
    return rate_interval(numerator, denominator, per=per)


def _counts(value: Value) -> tuple[Decimal, Decimal, int] | None:
    """Numerator, denominator and base of a proportion or a rate that has an interval."""
    if value.number is None or value.denominator is None or value.numerator is None:
        return None
    if value.per is None or value.per < 100:
        return None
    numerator, denominator = Decimal(value.numerator), Decimal(value.denominator)
    if numerator < 0 or denominator <= 0 or numerator % 1 or denominator % 1:
        return None
    return None if value.per == 100 and numerator > denominator else (numerator, denominator, value.per)
