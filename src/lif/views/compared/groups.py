"""Differences between groups, in words: each part's figure, and how many times as high it is as others'."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lif.measures.groups import Group, Groups, groups_of
from lif.measures.intervals import Position
from lif.measures.rounding import rounded, rounded_beside
from lif.measures.series import Figures
from lif.records.indicators import Indicator
from lif.views.shown import number_text, parts_text, with_commas

LARGEST = 100  # times; beyond this a ratio is said to be more than that
RESULT = {
    "reference": "what the others are compared with",
    "too few": "too few to compare",
    "no figure": "cannot be compared: a figure is missing",
    "none elsewhere": "none in any other group",
    "shares only": "not compared: how many are in each group is not given",
}


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group: its figure with n of N, its share of all, and how it compares.

    `times` is `1.8 times`, `interval` is `1.3 to 2.5`, both empty where no comparison is made; `result` is
    higher, lower, no clear difference, or why there is none.
    """

    name: str
    text: str
    parts: str
    share: str
    times: str
    interval: str
    result: str
    clear: bool


@dataclass(frozen=True, slots=True)
class Differences:
    """The groups of one dimension of one measure in one period; `against` is what each is compared with."""

    indicator: str
    name: str
    dimension: str
    period: str
    against: str
    likely: bool
    rows: tuple[GroupRow, ...]
    shares_only: bool
    illustrative: bool

    @property
    def clear(self) -> tuple[GroupRow, ...]:
        """The groups whose rate clearly differs."""
        return tuple(row for row in self.rows if row.clear)

    @property
    def said(self) -> str:
        """`Mixed: 1.8 times as likely as all others (95% interval 1.4 to 2.3).`"""
        if self.shares_only:
            return "Shares only: how many are in each group is not given, so no rate can be compared."
        what = "as likely as" if self.likely else "the rate of"
        found = [f"{r.name}: {r.times} {what} {self.against} (95% interval {r.interval})" for r in self.clear]
        text = "; ".join(found) or f"no group clearly differs from {self.against}"
        return f"{text[:1].upper()}{text[1:]}."


def differences(figures: Figures, indicator: Indicator, last: date) -> tuple[Differences, ...]:
    """Of the first measure of an indicator that has parts, every dimension."""
    for measure in indicator.measures:
        found = differences_of(figures, indicator, measure.id, last)
        if found:
            return found
    return ()


def differences_of(
    figures: Figures, indicator: Indicator, measure: str, last: date
) -> tuple[Differences, ...]:
    """Every dimension of one measure."""
    return tuple(_differences(indicator, each) for each in groups_of(figures, indicator, measure, last))


def all_differences(figures: Figures, indicators: Iterable[Indicator], last: date) -> tuple[Differences, ...]:
    """Those of several indicators, in their order."""
    return tuple(each for indicator in indicators for each in differences(figures, indicator, last))


def _differences(indicator: Indicator, groups: Groups) -> Differences:
    there = all(each.figure.value.number is not None for each in groups.groups)
    tops = (Decimal(each.figure.value.numerator or 0) for each in groups.groups)
    whole = sum(tops, Decimal(0)) if there else Decimal(0)
    rows = tuple(_row(indicator, each, whole) for each in groups.groups)
    return Differences(
        indicator.id,
        indicator.name,
        groups.dimension,
        groups.period.label,
        groups.reference or "all others",
        indicator.unit == "percent",
        rows,
        all(each.why == "shares only" or each.figure.value.number is None for each in groups.groups),
        groups.series.illustrative,
    )


def _row(indicator: Indicator, group: Group, whole: Decimal) -> GroupRow:
    value = group.figure.value
    text = value.status.words if value.number is None else number_text(indicator, value.number)
    share = ""
    if value.number is not None and value.numerator is not None and whole:
        share = f"{rounded(Decimal(value.numerator) * 100 / whole, 0)}% of {with_commas(whole)}"
    relative = group.relative
    if relative is None:
        row = (text, parts_text(indicator, group.figure), share, "", "", RESULT[group.why], False)
        return GroupRow(group.part, *row)
    position = relative.position
    return GroupRow(
        group.part,
        text,
        parts_text(indicator, group.figure),
        share,
        f"{_times(relative.ratio)} times",
        f"{_times(relative.interval.lower)} to {_times(relative.interval.upper)}",
        "no clear difference" if position is Position.SIMILAR else position.value,
        position is not Position.SIMILAR,
    )


def _times(ratio: float) -> str:
    """`1.8`; two places below 1, and more where it would be shown as 1 and is not."""
    if ratio > LARGEST:
        return f"more than {LARGEST}"
    return str(rounded_beside(ratio, 2 if ratio < 1 else 1, lambda shown: (shown > 1) - (shown < 1)))
