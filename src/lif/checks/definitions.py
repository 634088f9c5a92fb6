"""Indicators, schedules and benchmarks whose definition does not hold together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.calendars import parse_period
from lif.checks.finding import Finding, check
from lif.checks.lines import UNITS, in_words, measures
from lif.checks.returns import fits
from lif.diagnostics import Severity
from lif.records.figures import Benchmark, ReturnSchedule
from lif.records.indicators import Indicator, Measure
from lif.register import Register

_WITHIN = {
    "month": ("month", "snapshot", "rolling-year", "year-to-date"),
    "quarter": ("quarter", "snapshot", "rolling-year", "year-to-date"),
    "term": ("term", "snapshot"),
    "year": ("financial-year", "academic-year", "calendar-year", "snapshot", "rolling-year", "pooled"),
}


@check("F145")
def unit_incomplete(register: Register, as_at: date) -> Iterator[Finding]:
    """An indicator's unit and what it is divided by do not go together.

    Why:
        "52.4" means nothing until it is said of how many, and of whom.
    Fails:
        unit: rate, without rate_per.
    Mend:
        A rate has `rate_per` and `rate_population`; a percentage or mean has a `denominator`; a count has
        none of them.
    Source:
        The attributes of an indicator.
    """
    for indicator in register.all(Indicator):
        rate = indicator.unit == "rate"
        if rate and not indicator.rate_per:
            yield Finding(
                indicator.id, ("unit",), "a rate, and not per how many", "add 'rate_per:', as in 10000"
            )
        if rate and indicator.rate_population is None:
            message = "a rate, and not of which population"
            yield Finding(
                indicator.id, ("unit",), message, "add 'rate_population:', as in children aged 0 to 17"
            )
        if not rate and indicator.rate_per is not None:
            message = f"a {UNITS[indicator.unit]} has no 'rate_per'"
            yield Finding(
                indicator.id, ("rate_per",), message, "take it out, or write unit: rate", at_key=True
            )
        divided = indicator.denominator or all(one.denominator for one in indicator.measures)
        if indicator.unit in ("percent", "mean") and not divided:
            message = f"a {UNITS[indicator.unit]}, and not of what"
            yield Finding(indicator.id, ("unit",), message, "add 'denominator:'")
        elif indicator.unit == "count" and indicator.denominator is not None:
            message = "a count has no denominator"
            hint = "take it out, or write unit: percent, rate or mean"
            yield Finding(indicator.id, ("denominator",), message, hint, at_key=True)


@check("F146")
def roll_up_impossible(register: Register, as_at: date) -> Iterator[Finding]:
    """A measure says that its periods are added up in a way that would give a wrong year.

    Why:
        Percentages are never averaged or added; how many there are on four days is not how many in a year.
    Fails:
        roll_up: sum for a percentage.
    Mend:
        A percentage, rate or mean rolls up as weighted, last or none; a count as sum, last or none; a
        snapshot, a rolling year or a year to date as last or none; a finished figure as last or none.
    Source:
        Each measure says how it rolls up.
    """
    for indicator in register.all(Indicator):
        for index, measure in enumerate(indicator.measures):
            if why := _wrong_roll_up(indicator, measure):
                path = ("measures", index, "roll_up")
                yield Finding(
                    indicator.id,
                    path,
                    f"{why}, so it cannot roll up as {measure.roll_up}",
                    "write last or none",
                )


def _wrong_roll_up(indicator: Indicator, measure: Measure) -> str:
    """Why a measure cannot roll up as it says, or nothing."""
    if measure.roll_up not in ("sum", "weighted"):
        return ""
    if measure.period_kind in ("snapshot", "rolling-year", "pooled", "year-to-date"):
        return f"each figure is of a {in_words(measure.period_kind)}"
    if measure.source_only:
        return "its parts are not known"
    if measure.roll_up == "sum" and indicator.unit != "count":
        return f"it is a {UNITS[indicator.unit]}"
    return "it is a count" if measure.roll_up == "weighted" and indicator.unit == "count" else ""


@check("F147")
def schedule_impossible(register: Register, as_at: date) -> Iterator[Finding]:
    """A schedule asks for figures that cannot come with its returns.

    Why:
        The return could never be complete, or would never be due.
    Fails:
        every: quarter, with a measure of financial years.
    Mend:
        Name the measure that has the schedule's kind of period; published figures come by import.
    Source:
        The schedule of returns.
    """
    known = measures(register)
    for schedule in register.all(ReturnSchedule):
        for field in ("since", "until"):
            text = getattr(schedule, field)
            if text and not fits(schedule.every, parse_period(text)):
                kind = in_words(parse_period(text).kind)
                message = f"{text} is a {kind}, and returns come every {schedule.every}"
                yield Finding(schedule.id, (field,), message, "write the first or last period owed")
        for index, address in enumerate(schedule.measures):
            if address not in known:
                continue
            measure = known[address][1]
            path = ("measures", index)
            if measure.series == "published":
                message = f"'{address}' is a series of published figures"
                yield Finding(
                    schedule.id, path, message, "name a series of returns; published figures are imported"
                )
            elif measure.period_kind not in _WITHIN[schedule.every]:
                message = (
                    f"'{address}' has one figure a {in_words(measure.period_kind)}, not a {schedule.every}"
                )
                yield Finding(schedule.id, path, message, "name a measure that fits, or correct 'every'")


@check("F148")
def benchmark_incomplete(register: Register, as_at: date) -> Iterator[Finding]:
    """A benchmark does not say what is compared with: which area, which neighbours, mean or median.

    Why:
        "Neighbours: 48.1" can be two different figures.
    Fails:
        sort: neighbours, without average.
    Mend:
        England and a region have an `area`; neighbours have a `neighbour_set` and an `average`.
    Source:
        Benchmarks: mean or median stated, neighbours from a dated model.
    """
    for benchmark in register.all(Benchmark):
        needed = ("neighbour_set", "average") if benchmark.sort == "neighbours" else ("area",)
        for field in needed:
            if getattr(benchmark, field) is None:
                message = f"a benchmark of the sort {benchmark.sort}, without '{field}'"
                yield Finding(benchmark.id, ("sort",), message, f"add '{field}:'")


@check("F149", Severity.WARNING)
def measure_without_source(register: Register, as_at: date) -> Iterator[Finding]:
    """A measure of published figures does not name the publication.

    Why:
        A reader who doubts a figure has to be able to look it up.
    Fails:
        series: published, without source.
    Mend:
        Add `source` with the id of the publication.
    Source:
        Every figure can be traced to who supplied it.
    """
    for indicator in register.all(Indicator):
        for index, measure in enumerate(indicator.measures):
            if measure.series == "published" and measure.source is None:
                message = f"'{indicator.id}/{measure.id}' is of published figures, and names no publication"
                yield Finding(indicator.id, ("measures", index, "series"), message, "add 'source:'")


DEFINITIONS = (
    unit_incomplete,
    roll_up_impossible,
    schedule_impossible,
    benchmark_incomplete,
    measure_without_source,
)
