"""Values: numerator, denominator and standing, with the figure computed exactly and never taken from text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from lif.calendars import Period
from lif.measures.rounding import exact


class ValueStatus(StrEnum):
    """Whether there is a figure, and how firm it is; a true zero is a figure of 0."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    ESTIMATED = "estimated"
    AWAITED = "awaited"
    NOT_AVAILABLE = "not-available"
    NOT_APPLICABLE = "not-applicable"
    SUPPRESSED = "suppressed"
    LOW = "low"

    @property
    def words(self) -> str:
        """For readers: `not available`."""
        return self.value.replace("-", " ")

    @cached_property
    def has_figure(self) -> bool:
        """Final, provisional and estimated values have a figure; the others have none."""
        return self in (ValueStatus.FINAL, ValueStatus.PROVISIONAL, ValueStatus.ESTIMATED)


class RollUp(StrEnum):
    """How the figures of several periods become one."""

    SUM = "sum"
    LAST = "last"
    WEIGHTED = "weighted"
    NONE = "none"


Quantity = int | Decimal


@dataclass(frozen=True)
class Value:
    """One figure.

    `per` is 100 for a percentage, the base of a rate (10,000), 1 for a mean, and None for a count, which
    has no denominator. `source_only` is a finished figure published without its parts. A value whose
    status has no figure carries none; a denominator of 0 makes it not applicable, whatever it was called.
    Raises ValueError, in plain words, when the parts do not fit together.
    """

    status: ValueStatus = ValueStatus.FINAL
    numerator: Quantity | None = None
    denominator: Quantity | None = None
    per: int | None = None
    source_only: Decimal | None = None

    def __post_init__(self) -> None:
        problem = _unfit(self)
        if problem:
            raise ValueError(problem)
        if self.status.has_figure and self.denominator == 0:
            object.__setattr__(self, "status", ValueStatus.NOT_APPLICABLE)

    @cached_property
    def number(self) -> Fraction | None:
        """The figure, exactly and unrounded; None when there is none."""
        if not self.status.has_figure:
            return None
        if self.source_only is not None:
            return exact(self.source_only)
        assert self.numerator is not None
        if self.per is None:
            return exact(self.numerator)
        assert self.denominator is not None
        return exact(self.numerator) * self.per / exact(self.denominator)

    @property
    def is_true_zero(self) -> bool:
        """Whether it is known to be nought, which is not the same as missing, suppressed or low."""
        return self.number == 0

    def below(self, minimum: int) -> bool:
        """Whether its denominator is under a minimum; a count, or a figure without parts, never is."""
        return self.denominator is not None and self.denominator < minimum


def _unfit(value: Value) -> str | None:
    """What is wrong with the parts, in plain words."""
    parts = value.numerator is not None or value.denominator is not None
    if value.status is ValueStatus.NOT_APPLICABLE and value.denominator == 0:
        return None
    if not value.status.has_figure:
        given = value.numerator if value.numerator is not None else value.source_only
        return (
            None if given is None else f"a value that is {value.status} has a figure, {given}: leave one out"
        )
    if value.source_only is not None:
        return "a figure without its parts also has a numerator or denominator" if parts else None
    if value.numerator is None:
        return f"a {value.status} value has no numerator: write it, or say awaited or not-available"
    if value.per is None:
        return "a count has a denominator: leave it out" if value.denominator is not None else None
    if value.denominator is None:
        return "a percentage, rate or mean has no denominator: write what the numerator is divided by"
    if value.denominator < 0:
        return f"the denominator is {value.denominator}: it cannot be less than 0"
    return None


def roll_up(values: Sequence[tuple[Period, Value]], how: RollUp) -> Value:
    """The figures of several like periods as one: added, the last, or numerators over denominators.

    A percentage is never averaged, and added only as numerator over denominator (`weighted`), where nought
    out of nought adds nothing. When a part has no figure the whole has none either, for the same reason or,
    if there are several reasons, as not available. The whole is only as firm as its least firm part.
    Raises ValueError for `none`, for nothing, for a sum of percentages or rates, and for figures without
    their parts; UnlikePeriods for periods of different kinds.
    """
    if not values or how is RollUp.NONE:
        raise ValueError("this measure does not roll up: its periods are shown one by one")
    ordered = _in_order(values)
    if how is RollUp.LAST:
        return ordered[-1]
    _refuse_to_add(ordered, how)
    lacking = {value.status for value in ordered if not value.status.has_figure and value.denominator != 0}
    if lacking:
        reason = lacking.pop() if len(lacking) == 1 else ValueStatus.NOT_AVAILABLE
        return Value(reason, per=ordered[0].per)
    numerator = sum((value.numerator or 0 for value in ordered), 0)
    denominator = sum((value.denominator or 0 for value in ordered), 0) if how is RollUp.WEIGHTED else None
    return Value(_least_firm(ordered), numerator, denominator, ordered[0].per)


def _in_order(values: Sequence[tuple[Period, Value]]) -> list[Value]:
    """The values by period. Raises when a period is of another kind or comes twice."""
    first = values[0][0]
    for period, _ in values:
        first.require_like(period)
    if len({period for period, _ in values}) < len(values):
        raise ValueError("a period comes twice: its figure would be counted twice")
    return [value for _, value in sorted(values, key=lambda each: each[0])]


def _refuse_to_add(values: Sequence[Value], how: RollUp) -> None:
    if len({value.per for value in values}) > 1:
        raise ValueError("figures of different units cannot be added")
    if any(value.source_only is not None for value in values):
        raise ValueError("figures published without their numerators cannot be added or averaged")
    if how is RollUp.SUM and values[0].per is not None:
        raise ValueError("percentages, rates and means cannot be added: roll them up as weighted")
    if how is RollUp.WEIGHTED and values[0].per is None:
        raise ValueError("counts have no denominator: roll them up as a sum")


def _least_firm(values: Sequence[Value]) -> ValueStatus:
    order = (ValueStatus.ESTIMATED, ValueStatus.PROVISIONAL, ValueStatus.FINAL)
    return min(
        (value.status for value in values if value.status in order), key=order.index, default=order[-1]
    )
