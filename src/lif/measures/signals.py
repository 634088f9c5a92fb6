"""The four rules that tell a special cause from ordinary variation, inside one phase of a control chart.

Source: NHS England, Making Data Count, as the health service's package NHSRplotthedots 0.2.2 applies them:
strict comparisons, seven points for a trend and for a shift, and points beyond the limits not counted among
two of three. A workspace may choose six points, and the rule of 2023 for two of three (`lif.measures.rules`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from lif.measures.rules import RULES, Rules


class Cause(StrEnum):
    """Why a point stands out; the values are the labels of the reference package."""

    COMMON = "Common Cause"
    ABOVE_LIMIT = "Above UCL"
    BELOW_LIMIT = "Below LCL"
    RISING = "7 Point Trend (Increasing)"
    FALLING = "7 Point Trend (Decreasing)"
    TWO_IN_THREE_HIGH = "2 in 3 Above CL"
    TWO_IN_THREE_LOW = "2 in 3 Below CL"
    SHIFT_HIGH = "7 Points Above CL"
    SHIFT_LOW = "7 Points Below CL"

    @property
    def height(self) -> int:
        """1 for high or rising, -1 for low or falling, 0 for a common cause."""
        return _HEIGHT[self]

    def words(self, rules: Rules = RULES) -> str:
        """For readers: `above the upper limit`, `seven or more points rising`."""
        return _WORDS[self].format(run=_IN_WORDS[rules.run_length])


_HIGH = (Cause.ABOVE_LIMIT, Cause.RISING, Cause.TWO_IN_THREE_HIGH, Cause.SHIFT_HIGH)
_HEIGHT = {cause: 0 if cause is Cause.COMMON else 1 if cause in _HIGH else -1 for cause in Cause}
_WORDS = {
    Cause.COMMON: "within its usual range",
    Cause.ABOVE_LIMIT: "above the upper limit",
    Cause.BELOW_LIMIT: "below the lower limit",
    Cause.RISING: "{run} or more points rising",
    Cause.FALLING: "{run} or more points falling",
    Cause.TWO_IN_THREE_HIGH: "two of three points close to the upper limit",
    Cause.TWO_IN_THREE_LOW: "two of three points close to the lower limit",
    Cause.SHIFT_HIGH: "{run} or more points above the mean",
    Cause.SHIFT_LOW: "{run} or more points below the mean",
}
_IN_WORDS = {6: "six", 7: "seven"}


@dataclass(frozen=True, slots=True)
class Limits:
    """Lower and upper process limits, and the near limits two thirds of the way to them."""

    lower: float
    upper: float
    near_lower: float
    near_upper: float


@dataclass(frozen=True, slots=True)
class Signal:
    """What the rules say of one point.

    `side` of the mean is -1, 0 or 1; `outside` and `near` the limits are None where there are no limits.
    """

    side: int
    outside: bool | None
    near: bool | None
    cause: Cause


def signals(
    values: Sequence[float], mean: float, limits: Limits | None, rules: Rules = RULES
) -> list[Signal]:
    """The signal of each point of one phase, judged against the phase's mean and limits.

    Precedence: outside, then trend, then two in three, then shift.
    """
    sides = [(value > mean) - (value < mean) for value in values]
    outside, near = _places(values, limits)
    close = [bool(far or by) for far, by in zip(outside, near, strict=True)]
    if rules.two_in_three == "classic":
        close = [bool(by) for by in near]
    trends, shifts = _trends(values, rules.run_length), _shifts(sides, rules.run_length)
    pairs = _two_in_three(close, sides)
    found = []
    for n, side in enumerate(sides):
        high = side > 0
        cause = Cause.COMMON
        if outside[n]:
            cause = Cause.ABOVE_LIMIT if high else Cause.BELOW_LIMIT
        elif trends[n]:
            cause = Cause.RISING if trends[n] > 0 else Cause.FALLING
        elif pairs[n]:
            cause = Cause.TWO_IN_THREE_HIGH if high else Cause.TWO_IN_THREE_LOW
        elif shifts[n]:
            cause = Cause.SHIFT_HIGH if high else Cause.SHIFT_LOW
        found.append(Signal(side, outside[n], near[n], cause))
    return found


def _places(
    values: Sequence[float], limits: Limits | None
) -> tuple[list[bool] | list[None], list[bool] | list[None]]:
    """Outside and near for each value: on a process limit is inside and near, on a near limit is neither."""
    if limits is None:
        return [None] * len(values), [None] * len(values)
    outside = [not limits.lower <= value <= limits.upper for value in values]
    near = [
        not out and not limits.near_lower <= value <= limits.near_upper
        for value, out in zip(values, outside, strict=True)
    ]
    return outside, near


def _trends(values: Sequence[float], run: int) -> list[int]:
    """1 or -1 for each point among so many strictly rising or falling; at a peak or trough the later step."""
    found = [0] * len(values)
    steps = [(b > a) - (b < a) for a, b in pairwise(values)]
    for start in range(len(values) - run + 1):
        way = steps[start]
        if way and all(step == way for step in steps[start : start + run - 1]):
            found[start : start + run] = [way] * run
    return found


def _shifts(sides: Sequence[int], run: int) -> list[bool]:
    """Whether each point is among so many in a row on one side; a point on the mean breaks the row."""
    found = [False] * len(sides)
    for start in range(len(sides) - run + 1):
        row = sides[start : start + run]
        if abs(sum(row)) == run:
            found[start : start + run] = [True] * run
    return found


def _two_in_three(near: Sequence[bool], sides: Sequence[int]) -> list[bool]:
    """The near points of each three in a row that are on one side and hold at least two near ones."""
    found = [False] * len(near)
    for start in range(len(near) - 2):
        three = range(start, start + 3)
        if sum(near[n] for n in three) >= 2 and abs(sum(sides[n] for n in three)) == 3:
            for n in three:
                found[n] = found[n] or near[n]
    return found
