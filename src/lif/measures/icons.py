"""What signals mean for a measure: good or bad, the variation and assurance icons, an improvement that holds.

Source: NHS England, Making Data Count, as the package NHSRplotthedots 0.2.2 applies it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from lif.measures.rounding import Number
from lif.measures.signals import Cause, Limits


class Improvement(StrEnum):
    """Which way is better; neutral for a measure that only informs."""

    INCREASE = "increase"
    DECREASE = "decrease"
    NEUTRAL = "neutral"


class Judgement(StrEnum):
    """What a point's signal means for the measure."""

    COMMON = "common"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    NEUTRAL_HIGH = "neutral_high"
    NEUTRAL_LOW = "neutral_low"


class Variation(StrEnum):
    """The variation icon: what the last point says."""

    COMMON_CAUSE = "common_cause"
    IMPROVEMENT_HIGH = "improvement_high"
    IMPROVEMENT_LOW = "improvement_low"
    CONCERN_HIGH = "concern_high"
    CONCERN_LOW = "concern_low"
    NEUTRAL_HIGH = "neutral_high"
    NEUTRAL_LOW = "neutral_low"


class Assurance(StrEnum):
    """The assurance icon: whether the process, as it runs in its last phase, will meet the target."""

    PASS = "pass"
    FAIL = "fail"
    INCONSISTENT = "inconsistent"


class Holding(StrEnum):
    """After a step change with ordinary variation since: said instead of "no change"."""

    IMPROVED = "improved, holding"
    WORSENED = "worsened, holding"


def judge(cause: Cause, improvement: Improvement) -> Judgement:
    """A high signal is an improvement where an increase is, a low one where a decrease is; else a concern."""
    if cause is Cause.COMMON:
        return Judgement.COMMON
    high = cause.height > 0
    if improvement is Improvement.NEUTRAL:
        return Judgement.NEUTRAL_HIGH if high else Judgement.NEUTRAL_LOW
    good = high == (improvement is Improvement.INCREASE)
    return Judgement.IMPROVEMENT if good else Judgement.CONCERN


def variation_icon(last: Cause, improvement: Improvement) -> Variation:
    """The icon: the last point's label alone decides it."""
    judgement = judge(last, improvement)
    if judgement is Judgement.COMMON:
        return Variation.COMMON_CAUSE
    if improvement is Improvement.NEUTRAL:
        return Variation(judgement.value)
    return Variation(f"{judgement.value}_{'high' if last.height > 0 else 'low'}")


def assurance_icon(
    limits: Limits | None, target: Number | None, improvement: Improvement
) -> Assurance | None:
    """By the last phase's limits alone: a target on a limit, or no limits at all, is inconsistent.

    None without a target, and for a neutral measure.
    """
    if target is None or improvement is Improvement.NEUTRAL:
        return None
    aim = float(target)
    if limits is None or limits.lower <= aim <= limits.upper:
        return Assurance.INCONSISTENT
    beyond_reach = (aim > limits.upper) == (improvement is Improvement.INCREASE)
    return Assurance.FAIL if beyond_reach else Assurance.PASS


def holding(means: Sequence[float], last: Cause, improvement: Improvement) -> Holding | None:
    """What the last step change did to the mean (one mean a phase), if the latest point varies only as usual.

    None without a step change, for a neutral measure, and while the latest point is a signal itself.
    """
    if len(means) < 2 or last is not Cause.COMMON or improvement is Improvement.NEUTRAL:
        return None
    before, after = means[-2:]
    if before == after:
        return None
    better = (after > before) == (improvement is Improvement.INCREASE)
    return Holding.IMPROVED if better else Holding.WORSENED
