"""The parts of one dimension beside each other: each group's figure, and how many times the others' it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from lif.calendars import Period
from lif.measures.breakdowns import Breakdown, NotABreakdown, folded, parse_breakdown, parts_of
from lif.measures.relative import Counted, Relative, enough, relative_proportion, relative_rate
from lif.measures.series import Figure, Figures, Series
from lif.records.indicators import Indicator

Why = Literal["", "reference", "too few", "no figure", "none elsewhere", "shares only"]
"""Why a group is not compared: it is what others are compared with, or cannot be."""


@dataclass(frozen=True, slots=True)
class Group:
    """One part: its figure, and its rate beside the reference's, or why there is no comparison."""

    part: str
    figure: Figure
    relative: Relative | None
    why: Why


@dataclass(frozen=True, slots=True)
class Groups:
    """The parts of one dimension in the latest period that has two of them or more.

    `reference` is the part that the others are compared with; empty: each is compared with all the rest.
    """

    series: Series
    dimension: str
    period: Period
    reference: str
    groups: tuple[Group, ...]


def groups_of(figures: Figures, indicator: Indicator, measure: str, last: date) -> tuple[Groups, ...]:
    """Every dimension of a measure of which parts are there for the board's own area, by a day."""
    address = f"{indicator.id}/{measure}"
    found = parts_of(figures, address, figures.own_area(address))
    made = (_dimension(indicator, parts, last) for parts in found.values())
    return tuple(each for each in made if each is not None)


def _dimension(indicator: Indicator, parts: Sequence[tuple[Breakdown, Series]], last: date) -> Groups | None:
    period = _latest(parts, last)
    if period is None:
        return None
    here = {b.part: figure for b, series in parts if (figure := series.at(period)) is not None}
    dimension = parts[0][0].dimension
    reference = _reference(indicator, dimension, here)
    groups = tuple(_group(part, here, reference) for part in here)
    return Groups(parts[0][1], dimension, period, reference, groups)


def _latest(parts: Sequence[tuple[Breakdown, Series]], last: date) -> Period | None:
    counted: dict[Period, int] = {}
    for _, series in parts:
        for figure in series.until(last):
            if figure.value.number is not None:
                counted[figure.period] = counted.get(figure.period, 0) + 1
    shared = [period for period, parts_there in counted.items() if parts_there > 1]
    return max(shared, key=lambda period: period.sort_key, default=None)


def _reference(indicator: Indicator, dimension: str, here: Mapping[str, Figure]) -> str:
    """The part that the indicator's record names, where it has a figure."""
    for text in indicator.reference_groups:
        try:
            named = parse_breakdown(text)
        except NotABreakdown:
            continue
        if folded(named.dimension) == folded(dimension):
            return next((part for part in here if folded(part) == folded(named.part)), "")
    return ""


def _group(part: str, here: Mapping[str, Figure], reference: str) -> Group:
    figure = here[part]
    if part == reference:
        return Group(part, figure, None, "reference")
    own = _counted(figure)
    others = [here[reference]] if reference else [other for name, other in here.items() if name != part]
    rest = [counted for other in others if (counted := _counted(other)) is not None]
    if figure.value.number is None:
        return Group(part, figure, None, "no figure")
    if own is None or not _comparable(figure):
        return Group(part, figure, None, "shares only")
    if len(rest) < len(others):
        return Group(part, figure, None, "no figure")
    other = Counted(sum(float(r.events) for r in rest), sum(float(r.of) for r in rest))
    if not enough(own, other):
        return Group(part, figure, None, "too few")
    if not other.events:
        return Group(part, figure, None, "none elsewhere")
    return _compared(part, figure, own, other)


def _compared(part: str, figure: Figure, own: Counted, other: Counted) -> Group:
    ratio: Callable[[Counted, Counted], Relative] = (
        relative_proportion if figure.value.per == 100 else relative_rate
    )
    try:
        return Group(part, figure, ratio(own, other), "")
    except ValueError:  # parts that are no counts of people, such as more events than members
        return Group(part, figure, None, "shares only")


def _comparable(figure: Figure) -> bool:
    """A percentage or a rate made of whole numbers."""
    return figure.value.per is not None and figure.value.per >= 100


def _counted(figure: Figure) -> Counted | None:
    top, bottom = figure.value.numerator, figure.value.denominator
    if figure.value.number is None or top is None or bottom is None:
        return None
    return None if Decimal(top) % 1 or Decimal(bottom) % 1 else Counted(top, bottom)
