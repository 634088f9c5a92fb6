"""Targets that cannot be met or judged, and dated notes on charts whose period is not the measure's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations

from lif.calendars import parse_period
from lif.checks.finding import Finding, check
from lif.checks.lines import Measures, in_words, measures
from lif.records.charted import Annotation, Forecast, SeriesBreak, StepChange
from lif.records.figures import Benchmark
from lif.records.indicators import Indicator, Target
from lif.records.problems import FieldPath
from lif.register import Register


@check("F141")
def period_not_of_the_measure(register: Register, as_at: date) -> Iterator[Finding]:
    """A step change, series break, note, forecast or benchmark names a period of another kind, or one twice.

    Why:
        It would stand nowhere on the chart, or the line would be set beside another kind of period.
    Fails:
        A step change with period: 2024-25 for a measure of quarters.
    Mend:
        Write a period of the measure's kind.
    Source:
        Periods have a kind; unlike periods are not compared.
    """
    known = measures(register)
    for mark in (*register.all(StepChange), *register.all(SeriesBreak), *register.all(Annotation)):
        assert isinstance(mark, StepChange | SeriesBreak | Annotation)
        yield from _unlike(known, mark.id, ("period",), mark.measure, mark.period)
    for forecast in register.all(Forecast):
        seen = set()
        for index, value in enumerate(forecast.values):
            path = ("values", index, "period")
            yield from _unlike(known, forecast.id, path, forecast.measure, value.period)
            if value.period in seen:
                yield Finding(forecast.id, path, f"{value.period} stands here twice", "keep one of the two")
            seen.add(value.period)
    for benchmark in register.all(Benchmark):
        there = set()
        for index, figure in enumerate(benchmark.values):
            path = ("values", index, "period")
            yield from _unlike(known, benchmark.id, path, figure.measure, figure.period)
            if (figure.measure, figure.period) in there:
                yield Finding(benchmark.id, path, f"{figure.period} stands here twice", "keep one of the two")
            there.add((figure.measure, figure.period))


def _unlike(known: Measures, id_: str, path: FieldPath, address: str, text: str) -> Iterator[Finding]:
    period = parse_period(text)
    if address in known and period.kind != known[address][1].period_kind:
        kind = known[address][1].period_kind
        message = f"{text} is a {in_words(period.kind)}, and '{address}' has one figure a {in_words(kind)}"
        yield Finding(id_, path, message, "write a period of the measure's kind")


@check("F142")
def target_out_of_reach(register: Register, as_at: date) -> Iterator[Finding]:
    """A target lies where the figure can never be: over a hundred per cent, below nought, a band upside down.

    Why:
        The colour would be the same for ever, whatever happens.
    Fails:
        value: 950 as the target of a percentage.
    Mend:
        Write percentages as 95, not 0.95 or 950; the lower end of a band first.
    Source:
        Arithmetic of percentages and bands.
    """
    for indicator in register.all(Indicator):
        for index, target in enumerate(indicator.targets):
            path = ("targets", index)
            if target.band and target.band.low > target.band.high:
                message = f"the band runs from {target.band.low} to {target.band.high}"
                yield Finding(indicator.id, (*path, "band"), message, "write the lower end as 'low'")
            if target.tolerance is not None and target.tolerance < 0:
                message = f"the tolerance is {target.tolerance}, below nought"
                yield Finding(
                    indicator.id, (*path, "tolerance"), message, "write how far from the target is amber"
                )
            for field, number in _numbers(target):
                if indicator.unit == "percent" and number > 100:
                    message = f"the target is {number} per cent"
                    yield Finding(indicator.id, (*path, field), message, "write a figure from 0 to 100")
                elif indicator.unit != "mean" and number < 0:
                    message = f"the target is {number}, below nought"
                    yield Finding(indicator.id, (*path, field), message, "correct the figure")


def _numbers(target: Target) -> Iterator[tuple[str, Decimal]]:
    """The field and number of each figure in a target, the worst of a band or profile only."""
    if target.value is not None:
        yield "value", target.value
    if target.band:
        yield "band", target.band.high if target.band.high > 100 else target.band.low
    if target.profile:
        quarters = [target.profile.q1, target.profile.q2, target.profile.q3, target.profile.q4]
        yield "profile", max(quarters) if max(quarters) > 100 else min(quarters)


@check("F143")
def target_unclear(register: Register, as_at: date) -> Iterator[Finding]:
    """A target says nothing to aim at, or two things, or not what the indicator's polarity needs.

    Why:
        No colour can be given, and the page would show an indicator without a target.
    Fails:
        A target with value and band; a band for an indicator whose polarity is high.
    Mend:
        Give one of `value`, `band`, `profile` and `benchmark`; `band` when, and only when, the polarity is
        band. A target by professional judgement needs none.
        An indicator with the polarity info has no target.
    Source:
        Judging against a target: value, band, profile or benchmark.
    """
    for indicator in register.all(Indicator):
        for index, target in enumerate(indicator.targets):
            given = [
                name
                for name in ("value", "band", "profile", "benchmark")
                if getattr(target, name) is not None
            ]
            path = ("targets", index)
            judged = target.basis == "professional-judgement"
            if len(given) > 1 or not (given or judged):
                found = "nothing to aim at" if not given else f"{' and '.join(given)} at once"
                message = f"the target has {found}"
                yield Finding(
                    indicator.id, (*path, "id"), message, "give one of value, band, profile and benchmark"
                )
            elif indicator.polarity == "info":
                message = "the polarity is info, and there is a target"
                hint = "take the target out, or say in 'polarity' which way is good"
                yield Finding(indicator.id, (*path, "id"), message, hint)
            elif given and (given == ["band"]) != (indicator.polarity == "band"):
                message = f"the polarity is {indicator.polarity}, and the target has a {given[0]}"
                yield Finding(
                    indicator.id,
                    (*path, given[0]),
                    message,
                    "a band goes with the polarity band",
                    at_key=True,
                )


@check("F144")
def targets_overlap(register: Register, as_at: date) -> Iterator[Finding]:
    """Two targets of one series apply on the same day.

    Why:
        A figure would be green by one and red by the other.
    Fails:
        A target since 2023-04-01 without a last day, and another since 2024-04-01.
    Mend:
        Give the earlier one its last day in `until`.
    Source:
        A target has its dates.
    """
    for indicator in register.all(Indicator):
        ordered = sorted(enumerate(indicator.targets), key=lambda one: (one[1].since, one[0]))
        for (_, before), (index, after) in combinations(ordered, 2):
            if before.measure and after.measure and before.measure != after.measure:
                continue
            if before.until is None or after.since <= before.until:
                message = (
                    f"'{before.id}' still applies on {after.since.isoformat()}, when '{after.id}' begins"
                )
                hint = f"give '{before.id}' its last day in 'until'"
                yield Finding(indicator.id, ("targets", index, "since"), message, hint)


TARGETS = (period_not_of_the_measure, target_out_of_reach, target_unclear, targets_overlap)
