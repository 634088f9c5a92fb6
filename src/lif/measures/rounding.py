"""Rounding for display, half away from zero, and one more decimal where the display would mislead."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

Number = int | float | Decimal | Fraction

Verdict = TypeVar("Verdict")

EXTRA = 6


def exact(number: Number) -> Fraction:
    """The number without any rounding; a float is taken as the decimal it prints as.

    Raises ValueError when it is not finite.
    """
    if isinstance(number, float | Decimal) and not math.isfinite(number):
        raise ValueError(f"{number} is not a number that can be shown")
    return Fraction(repr(number)) if isinstance(number, float) else Fraction(number)


def rounded(number: Number, places: int) -> Decimal:
    """The number to so many decimal places, a half away from zero: 2.5 is 3, -2.5 is -3, never -0.

    Keeps trailing noughts (`80.0`). Only for display: comparisons use the unrounded number.
    Raises ValueError when the number is not finite or `places` is negative.
    """
    if places < 0:
        raise ValueError(f"{places} decimal places cannot be shown: write 0 or more")
    scaled = exact(number) * 10**places
    digits = math.floor(abs(scaled) + Fraction(1, 2))
    sign = 1 if scaled < 0 and digits else 0
    return Decimal((sign, tuple(int(digit) for digit in str(digits)), -places))


def rounded_beside(number: Number, places: int, judge: Callable[[Fraction], Verdict]) -> Decimal:
    """As `rounded`, with more decimals while the shown number would be judged unlike the true one.

    `judge` gives the status of a number: 89.96 against a target of 90 is off target, so it is shown as
    89.96 and not as 90.0. At most six more places.
    """
    true = judge(exact(number))
    for extra in range(EXTRA + 1):
        shown = rounded(number, places + extra)
        if judge(Fraction(shown)) == true:
            break
    return shown
