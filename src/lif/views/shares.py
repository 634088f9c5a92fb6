"""Counts with what they are of: always n of N, and a percentage only where there are enough of them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from lif.measures.rounding import rounded

ENOUGH = 30
"""From so many on a percentage stands beside the counts; of fewer one person moves it by more than three."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; `words` are `231 of 290 (80%)`, `12 of 15`, or why there is none."""

    some: int | None
    of: int | None
    words: str


def share(some: int | None, of: int | None, nothing: str = "not counted") -> Share:
    """The share in words; without one of its parts, or of nobody, it says so instead."""
    if some is None or not of:
        return Share(some, of, nothing)
    percent = f" ({_percent(some, of)})" if of >= ENOUGH else ""
    return Share(some, of, f"{some:,} of {of:,}{percent}")


def _percent(some: int, of: int) -> str:
    """A whole percentage; a few are never shown as none, nor all but a few as all."""
    number = rounded(Fraction(100 * some, of), 0)
    if number == 0 and some:
        return "under 1%"
    return "over 99%" if number == 100 and some < of else f"{number}%"
