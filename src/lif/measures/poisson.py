"""Exact limits of a count: the quantile of chi-squared, from the regularised incomplete gamma function."""

from __future__ import annotations

import math
from functools import lru_cache

_TINY = 1e-300
_STEPS = 100_000


@lru_cache(maxsize=4096)
def gamma_quantile(probability: float, shape: float) -> float:
    """The x at which the regularised lower incomplete gamma function P(shape, x) is `probability`.

    Twice this is the chi-squared quantile with 2 x shape degrees of freedom. Found by halving, to the last
    digits of a double. `shape` must be positive and `probability` between 0 and 1, both excluded.
    """
    if not (shape > 0 and 0 < probability < 1):
        raise ValueError(f"no quantile for a probability of {probability} and a shape of {shape}")
    low, high = 0.0, shape + 1
    while lower_gamma(shape, high) < probability:
        low, high = high, high * 2
    while True:
        middle = (low + high) / 2
        if not low < middle < high:
            return middle
        if lower_gamma(shape, middle) < probability:
            low = middle
        else:
            high = middle


def lower_gamma(shape: float, x: float) -> float:
    """P(shape, x), the chance that a gamma variable of that shape is at most x.

    By the series of Abramowitz and Stegun 6.5.29 below shape + 1, by the continued fraction 6.5.31 above.
    """
    if x <= 0:
        return 0.0
    front = math.exp(shape * math.log(x) - x - math.lgamma(shape))
    return front * _series(shape, x) if x < shape + 1 else 1 - front * _fraction(shape, x)


def _series(shape: float, x: float) -> float:
    term = total = 1 / shape
    for n in range(1, _STEPS):
        term *= x / (shape + n)
        total += term
        if term < total * 1e-17:
            break
    return total


def _fraction(shape: float, x: float) -> float:
    """The continued fraction, evaluated forwards by the method of Lentz."""
    b = x + 1 - shape
    c = 1 / _TINY
    d = 1 / (b or _TINY)
    total = d
    for n in range(1, _STEPS):
        a = n * (shape - n)
        b += 2
        d = 1 / ((a * d + b) or _TINY)
        c = (b + a / c) or _TINY
        total *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return total
