"""Comparisons that cannot be made: parts of a whole that are none, neighbours of the past, wider areas."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.lines import lines
from lif.diagnostics import Severity
from lif.measures.breakdowns import NotABreakdown, folded, parse_breakdown
from lif.records.figures import Benchmark
from lif.records.indicators import Indicator
from lif.records.problems import FieldPath
from lif.records.record import stands
from lif.records.references import Area, NeighbourSet
from lif.register import Register

PART = "write 'dimension = part', as in 'age = 10 to 15'"
_SORT = {"police-force": "police-force", "health-board": "health-board", "pan-area": "pan-area"}


@check("F191")
def breakdown_not_a_part(register: Register, as_at: date) -> Iterator[Finding]:
    """A breakdown is no part of a whole.

    Why:
        Groups are set beside each other by what stands before and after the equals sign.
    Fails:
        breakdown: mixed
    Mend:
        Write the dimension and the part: ethnicity = mixed.
    Source:
        The format of published series; the inequality of groups in the guidance of 2026.
    """
    seen: set[tuple[str, str]] = set()
    for line in lines(register):
        if not line.breakdown or (line.record, line.breakdown) in seen:
            continue
        seen.add((line.record, line.breakdown))
        try:
            parse_breakdown(line.breakdown)
        except NotABreakdown:
            yield line.finding("the breakdown is no part of a whole", PART, "breakdown")


@check("F192", Severity.WARNING)
def breakdown_not_declared(register: Register, as_at: date) -> Iterator[Finding]:
    """A breakdown is by something that its indicator does not name.

    Why:
        A dimension spelled in two ways becomes two, and neither holds all groups.
    Fails:
        breakdown: ethnic group = mixed, and the indicator's breakdowns name ethnicity.
    Mend:
        Use the indicator's word, or name the dimension in its 'breakdowns'.
    Source:
        The indicator's own record.
    """
    seen: set[tuple[str, str]] = set()
    for line in lines(register):
        if not line.breakdown:
            continue
        try:
            dimension = parse_breakdown(line.breakdown).dimension
        except NotABreakdown:
            continue
        declared = {folded(each) for each in line.indicator.breakdowns}
        if folded(dimension) in declared or (line.record, dimension) in seen:
            continue
        seen.add((line.record, dimension))
        known = ", ".join(line.indicator.breakdowns) or "none"
        yield line.finding(
            f"the figure is of a part by something else than the indicator names: {known}",
            f"use a word that '{line.indicator.id}' has in 'breakdowns', or add this one there",
            "breakdown",
        )


@check("F193", Severity.WARNING)
def reference_group_unknown(register: Register, as_at: date) -> Iterator[Finding]:
    """The group that others are compared with is no part of a breakdown of the indicator.

    Why:
        The others would silently be compared with all the rest instead.
    Fails:
        reference_groups names 'sex = female', and the breakdowns name only age.
    Mend:
        Write 'dimension = part' with a dimension of 'breakdowns'.
    Source:
        The indicator's own record.
    """
    for indicator in register.all(Indicator):
        declared = {folded(each) for each in indicator.breakdowns}
        for index, text in enumerate(indicator.reference_groups):
            try:
                dimension = parse_breakdown(text).dimension
            except NotABreakdown:
                yield Finding(indicator.id, ("reference_groups", index), "it is no part of a whole", PART)
                continue
            if folded(dimension) not in declared:
                yield Finding(
                    indicator.id,
                    ("reference_groups", index),
                    "its dimension is not among the breakdowns",
                    "add it to 'breakdowns', or use a word that stands there",
                )


@check("F194", Severity.WARNING)
def neighbours_of_the_past(register: Register, as_at: date) -> Iterator[Finding]:
    """A benchmark is made of neighbours of a model that has been replaced.

    Why:
        The publisher's own comparisons go by the new set, and the paper would not agree with them.
    Fails:
        neighbour_set of 2021, whose last day is past, and a set of 2025 for the same area.
    Mend:
        Name the set that is current.
    Source:
        Department for Education: statistical neighbours, model of May 2025.
    """
    sets = [each for each in register.all(NeighbourSet) if each.since <= as_at]
    for benchmark in register.all(Benchmark):
        named = register.find(NeighbourSet, benchmark.neighbour_set)
        if named is None or named.until is None or named.until >= as_at or not stands(benchmark, as_at):
            continue
        later = [each for each in sets if each.area == named.area and each.since > named.since]
        if later:
            newest = max(later, key=lambda each: (each.since, each.id))
            yield Finding(
                benchmark.id,
                ("neighbour_set",),
                f"the model of {named.model} ended on {named.until}; that of {newest.model} is current",
                f"name '{newest.id}'",
            )


@check("F195")
def area_not_of_its_geography(register: Register, as_at: date) -> Iterator[Finding]:
    """The area of a measure is not of the sort that its indicator says.

    Why:
        A figure of a whole police force would pass for the board's own, or the other way round.
    Fails:
        A measure with area: humberside (a police force) of an indicator without geography: police-force.
    Mend:
        Say the indicator's geography, or correct the area.
    Source:
        A figure of a wider area is labelled so.
    """
    for indicator in register.all(Indicator):
        for index, measure in enumerate(indicator.measures):
            area = register.find(Area, measure.area)
            wanted = _SORT.get(indicator.geography)
            if area is None and (wanted is None or not measure.area):
                continue
            if area is not None and area.sort == (wanted or area.sort) and (wanted or not _is_wider(area)):
                continue
            sort = area.sort.replace("-", " ") if area else "unknown"
            yield Finding(
                indicator.id,
                ("measures", index, "area"),
                f"the area is of the sort {sort}, and the indicator's geography is "
                f"{indicator.geography.replace('-', ' ')}",
                "make both say the same, so that the figure is labelled",
            )


def _is_wider(area: Area) -> bool:
    return area.sort in _SORT.values()


@check("F196", Severity.WARNING)
def wider_figure_beside_authorities(register: Register, as_at: date) -> Iterator[Finding]:
    """A figure of a wider area names a benchmark of local authorities.

    Why:
        A police force or health area is no local authority: set beside neighbours it says nothing.
    Fails:
        geography: police-force, with a benchmark of statistical neighbours.
    Mend:
        Take the benchmark out; England may stay.
    Source:
        Like is compared with like.
    """
    for indicator in register.all(Indicator):
        if indicator.geography == "board":
            continue
        named: list[tuple[FieldPath, str]] = []
        named += [(("benchmarks", index), id_) for index, id_ in enumerate(indicator.benchmarks)]
        for place, measure in enumerate(indicator.measures):
            path = ("measures", place, "benchmarks")
            named += [((*path, index), id_) for index, id_ in enumerate(measure.benchmarks)]
        for where, id_ in named:
            benchmark = register.find(Benchmark, id_)
            if benchmark is not None and benchmark.sort != "england":
                yield Finding(
                    indicator.id,
                    where,
                    f"the figure is of a wider area, and '{id_}' is made of local authorities",
                    "take it out: it is never shown",
                )


COMPARING = (
    breakdown_not_a_part,
    breakdown_not_declared,
    reference_group_unknown,
    neighbours_of_the_past,
    area_not_of_its_geography,
    wider_figure_beside_authorities,
)
