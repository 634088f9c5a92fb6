"""Status against a target: green, amber or red by a declared basis, or not rated and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from lif.measures.intervals import Comparison
from lif.measures.rounding import Number, exact
from lif.measures.values import Value


class Polarity(StrEnum):
    """Which way is good: high, low, within a band, or neither (a measure that only informs)."""

    HIGH = "high"
    LOW = "low"
    BAND = "band"
    INFO = "info"


class Basis(StrEnum):
    """What a status is judged against; printed beside it."""

    TARGET_NOW = "target-now"
    IN_YEAR_PROFILE = "in-year-profile"
    YEAR_END_FORECAST = "year-end-forecast"
    BENCHMARK = "benchmark"
    SIGNIFICANCE = "significance"
    PROFESSIONAL_JUDGEMENT = "professional-judgement"


class Status(StrEnum):
    """The status itself; a page says the word and shows the symbol beside the colour."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    NOT_RATED = "not-rated"


class ToleranceKind(StrEnum):
    """Points are in the measure's own unit, percentage points for a percentage; relative is in per cent."""

    POINTS = "points"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class Target:
    """The good range with its tolerance on either side; both ends belong to the range.

    A high measure has `low` only (at least), a low measure `high` only (at most), a band has both. A
    relative tolerance is so many per cent of the end it widens: of a target of 0 it is 0, so that there is
    no amber, only met or not. Raises ValueError when neither end is given, when they are crossed, or when
    the tolerance is below 0.
    """

    low: Fraction | None = None
    high: Fraction | None = None
    tolerance: Fraction = Fraction(0)
    kind: ToleranceKind = ToleranceKind.POINTS

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("the target has no figure: write a target or a band")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"the band runs from {self.low} to {self.high}: write the lower end first")
        if self.tolerance < 0:
            raise ValueError(f"the tolerance is {self.tolerance}: it cannot be less than 0")

    def judge(self, number: Number) -> Status:
        """Green inside the range, amber within the tolerance, red beyond; on an end the better one."""
        figure = exact(number)
        short_by = max(
            (self._beyond(self.low, self.low - figure) if self.low is not None else 0),
            (self._beyond(self.high, figure - self.high) if self.high is not None else 0),
        )
        return (Status.GREEN, Status.AMBER, Status.RED)[short_by]

    def _beyond(self, end: Fraction, distance: Fraction) -> int:
        """0 inside, 1 within the tolerance, 2 beyond it."""
        if distance <= 0:
            return 0
        allowed = self.tolerance
        if self.kind is ToleranceKind.RELATIVE:
            allowed = abs(end) * self.tolerance / 100
        return 1 if distance <= allowed else 2


def target_for(
    polarity: Polarity,
    figure: Number | None = None,
    *,
    band: tuple[Number, Number] | None = None,
    tolerance: Number = 0,
    kind: ToleranceKind = ToleranceKind.POINTS,
) -> Target | None:
    """The target of a measure; None for a measure that only informs, or without a figure.

    A band measure takes `band`, the others `figure`. Raises ValueError when the wrong one is given.
    """
    if polarity is Polarity.INFO or (figure is None and band is None):
        return None
    if (polarity is Polarity.BAND) != (band is not None):
        raise ValueError("a band measure has a band as its target, and only a band measure has one")
    slack = exact(tolerance)
    if band is not None:
        return Target(exact(band[0]), exact(band[1]), slack, kind)
    assert figure is not None
    aim = exact(figure)
    return Target(aim, None, slack, kind) if polarity is Polarity.HIGH else Target(None, aim, slack, kind)


@dataclass(frozen=True, slots=True)
class Rating:
    """A status with its basis; `reason` says in words why it is not rated."""

    status: Status
    basis: Basis
    reason: str = ""


def rate(
    value: Value,
    *,
    polarity: Polarity,
    target: Target | None,
    basis: Basis = Basis.TARGET_NOW,
    minimum_denominator: int = 0,
    lacking: str = "no target",
) -> Rating:
    """The status of a value against its target, on the unrounded figure.

    Not rated for a measure that only informs, without a target, without a figure, and when the denominator
    is below the minimum. `lacking` says why there is no target.
    """
    reason = _unrated(value, polarity, minimum_denominator) or ("" if target else lacking)
    number = value.number
    if reason or target is None or number is None:
        return Rating(Status.NOT_RATED, basis, reason)
    return Rating(target.judge(number), basis)


def rate_by_significance(
    value: Value, comparison: Comparison | None, *, polarity: Polarity, minimum_denominator: int = 0
) -> Rating:
    """The status by the 95% interval: better is green, similar amber, worse red."""
    reason = _unrated(value, polarity, minimum_denominator)
    colour = {"better": Status.GREEN, "similar": Status.AMBER, "worse": Status.RED}
    found = colour.get(comparison.result) if comparison else None
    if reason or found is None:
        return Rating(Status.NOT_RATED, Basis.SIGNIFICANCE, reason or "no comparison")
    return Rating(found, Basis.SIGNIFICANCE)


def rate_by_judgement(
    value: Value, given: Status | None, *, polarity: Polarity, minimum_denominator: int = 0
) -> Rating:
    """The status that a person gave; the minimum denominator holds for people too."""
    reason = _unrated(value, polarity, minimum_denominator)
    if reason or given is None:
        return Rating(
            Status.NOT_RATED,
            Basis.PROFESSIONAL_JUDGEMENT,
            reason or "professional judgement not yet recorded",
        )
    return Rating(given, Basis.PROFESSIONAL_JUDGEMENT)


def _unrated(value: Value, polarity: Polarity, minimum: int) -> str:
    if polarity is Polarity.INFO:
        return "for information only"
    if value.number is None:
        return f"no figure: {value.status.words}"
    if value.below(minimum):
        return f"fewer than {minimum} in the denominator"
    return ""
