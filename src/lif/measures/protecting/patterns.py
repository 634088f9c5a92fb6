"""Whether hidden parts of a known total stay unknown, even to one who knows which of them are small."""

from __future__ import annotations

from lif.measures.protecting.rules import Rule

LEAST_RANGE = 3
"""So many values at least remain possible for every hidden count."""


def too_narrow(rule: Rule, parts: int, total: tuple[int, int], free: bool) -> bool:
    """Whether, for some number of small ones among the hidden parts, a small one has fewer than three values.

    Nothing hidden is read: every number of small parts that the total allows is tried. The parts that are
    not small are nought or above the rule's bound; with `free` there may be a rest of any size.
    """
    return any(
        0 < _values(rule, small, parts - small, total, free) < LEAST_RANGE for small in range(1, parts + 1)
    )


def _values(rule: Rule, small: int, others: int, total: tuple[int, int], free: bool) -> int:
    """How many values one of `small` small parts can have beside `others` that are not small."""
    least = 0 if rule.zero_is_hidden else 1
    possible = 0
    for value in range(least, rule.hide_to + 1):
        low = total[0] - value - (small - 1) * rule.hide_to
        high = total[1] - value - (small - 1) * least
        possible += _reachable(rule, others, low, high, free)
    return possible


def _reachable(rule: Rule, others: int, low: int, high: int, free: bool) -> bool:
    """Whether parts that are not small can add up to something from `low` to `high`."""
    if high < 0:
        return False
    if free or (low <= 0 and not (rule.zero_is_hidden and others)):
        return True
    fewest = rule.hide_to + 1
    return others > 0 and high >= (others * fewest if rule.zero_is_hidden else fewest)
