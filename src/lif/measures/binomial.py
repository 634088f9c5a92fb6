"""Exact limits of a share: those of Clopper and Pearson (1934), from the binomial distribution itself."""

from __future__ import annotations

import math
from functools import lru_cache


@lru_cache(maxsize=4096)
def exact_share(found: int, of: int, tail: float) -> tuple[float, float]:
    """The shares at which `found` or more, and `found` or fewer, of `of` have the chance `tail`.

    Raises ValueError unless 0 <= found <= of and of is 1 or more.
    """
    if not 0 <= found <= of or of < 1:
        raise ValueError(f"{found} of {of} is no share")
    return _lowest(found, of, tail), 1 - _lowest(of - found, of, tail)


def _lowest(found: int, of: int, tail: float) -> float:
    """The share at which `found` or more have the chance `tail`, by halving; 0 for none found."""
    if found == 0:
        return 0.0
    low, high = 0.0, 1.0
    while True:
        middle = (low + high) / 2
        if not low < middle < high:
            return middle
        if at_most(of - found, of, 1 - middle) < tail:
            low = middle
        else:
            high = middle


def at_most(count: int, of: int, share: float) -> float:
    """The chance of so many or fewer, each of `of` coming with the chance `share`."""
    if count >= of or share <= 0:
        return 1.0
    if share >= 1:
        return 0.0
    if count > of / 2:
        return 1 - _terms(range(count + 1, of + 1), of, share)
    return _terms(range(count + 1), of, share)


def _terms(counts: range, of: int, share: float) -> float:
    log, rest = math.log(share), math.log1p(-share)
    whole = math.lgamma(of + 1)
    return math.fsum(
        math.exp(whole - math.lgamma(k + 1) - math.lgamma(of - k + 1) + k * log + (of - k) * rest)
        for k in counts
    )
