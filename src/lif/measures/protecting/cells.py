"""Cells: the figures that a publication would show, one by one, each with its rule and its whole counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from lif.calendars import Period
from lif.measures.protecting.rules import Rule
from lif.measures.series import Figure, Series
from lif.measures.values import Quantity, ValueStatus
from lif.records.indicators import Indicator, Measure

COMPARED = 1000
"""From here on the denominator of a rate is a population, which everybody knows."""


@dataclass(frozen=True, slots=True)
class Key:
    """Where a figure stands: measure, part of the whole (empty for the whole), period."""

    measure: str
    breakdown: str
    period: Period

    @property
    def order(self) -> tuple[object, ...]:
        """By measure, part and period: the fixed order in which everything is done."""
        return (self.measure, self.breakdown, self.period.sort_key)


@dataclass(frozen=True)
class Cell:
    """A figure from returns, with the rule that protects it.

    `indicator` is the one of the records, whole; its series may carry one with less in it, for the public.
    """

    key: Key
    series: Series
    figure: Figure
    rule: Rule
    indicator: Indicator

    @cached_property
    def measure(self) -> Measure:
        """The measure as the records have it."""
        name = self.key.measure.partition("/")[2]
        return next((one for one in self.indicator.measures if one.id == name), self.series.measure)

    @cached_property
    def numerator(self) -> int | None:
        """What was counted, where that is a whole number of at least 0."""
        return whole(self.figure.value.numerator)

    @cached_property
    def denominator(self) -> int | None:
        """What it is divided by, where that is a whole number of at least 0."""
        return whole(self.figure.value.denominator)

    @property
    def unit(self) -> str:
        """Count, percent, rate or mean."""
        return self.indicator.unit

    @cached_property
    def divided(self) -> bool:
        """Whether it has a denominator at all."""
        return self.unit != "count"

    @cached_property
    def of_population(self) -> bool:
        """Whether its denominator is a population that everybody knows."""
        return self.unit == "rate" and self.denominator is not None and self.denominator >= COMPARED

    @cached_property
    def has_complement(self) -> bool:
        """Whether those who were not counted are a group of persons too."""
        return self.unit == "percent" or (self.unit == "rate" and not self.of_population)

    @cached_property
    def absent(self) -> bool:
        """Whether there is no figure, and nobody keeps one back."""
        value = self.figure.value
        nothing = value.status in (
            ValueStatus.AWAITED,
            ValueStatus.NOT_AVAILABLE,
            ValueStatus.NOT_APPLICABLE,
        )
        return nothing and value.denominator is None

    @cached_property
    def known(self) -> bool:
        """Whether the board has whole counts for it."""
        counted = self.figure.value.status.has_figure or self.denominator == 0
        return counted and self.numerator is not None and (not self.divided or self.denominator is not None)

    @cached_property
    def small(self) -> bool:
        """Whether it has to be hidden for what it is, whatever stands beside it.

        A figure that is not in whole counts is hidden too, and so is one that its supplier kept back.
        """
        if self.absent:
            return False
        if not self.known or self.numerator is None:
            return True
        rule, numerator = self.rule, self.numerator
        if rule.is_small(numerator):
            return True
        if not self.divided:
            return False
        assert self.denominator is not None
        if self.denominator < rule.least_denominator:
            return True
        return self.has_complement and rule.is_small(self.denominator - numerator)


def whole(number: Quantity | None) -> int | None:
    """A whole number of at least 0, or None."""
    if number is None or isinstance(number, bool | float | str):
        return None
    if isinstance(number, Decimal) and (not number.is_finite() or number != number.to_integral_value()):
        return None
    return int(number) if number >= 0 else None
