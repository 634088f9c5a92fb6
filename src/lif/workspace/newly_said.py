"""What is said of a workspace that was not said before, whatever line it stands in now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lif.diagnostics import Diagnostic

Known = Counter[tuple[str, ...]]
"""What is said already, and how often."""


def known(*before: Iterable[Diagnostic]) -> Known:
    """What is said in any of these, as often as in the one that says it most."""
    found: Known = Counter()
    for each in before:
        found |= Counter(map(_same, each))
    return found


def newly_said(now: Iterable[Diagnostic], before: Known) -> Iterator[Diagnostic]:
    """Those of `now` that were not said before."""
    left = before.copy()
    for diagnostic in now:
        if left[_same(diagnostic)] > 0:
            left[_same(diagnostic)] -= 1
        else:
            yield diagnostic


def _same(one: Diagnostic) -> tuple[str, ...]:
    """What makes two diagnostics the same when lines have moved."""
    return (one.code, one.location.path, one.record, one.field, one.message)
