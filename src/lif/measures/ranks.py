"""Where a figure stands among all local authorities: rank and quartile band, as the national tool has it.

Source: the code of the Department for Education's Local Authority Interactive Tool (commit 2e30e39, 2026).
Band A is the best quarter and D the worst, by which way is good; the boundaries are quantiles of type 7 of
Hyndman and Fan (1996), those of R's `quantile`; a figure on a boundary belongs to the band of lower values.
Rank 1 is the best, and areas with the same figure share the smallest of their ranks.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Band = Literal["A", "B", "C", "D"]

_BEST_FIRST: tuple[Band, ...] = ("A", "B", "C", "D")


@dataclass(frozen=True, slots=True)
class Rank:
    """Place 1 is the best of the `of` areas that have a figure; `band` is None where none is given."""

    place: int
    of: int
    tied: int
    band: Band | None

    @property
    def words(self) -> str:
        """`rank 37 of 145`, and how many share it: `rank 37 of 145, equal with 2 others`."""
        others = self.tied - 1
        shared = f", equal with {others} other{'' if others == 1 else 's'}" if others else ""
        return f"rank {self.place} of {self.of}{shared}"

    @property
    def band_words(self) -> str:
        """`second quartile (B)`, or nothing."""
        if self.band is None:
            return ""
        order = {"A": "best", "B": "second", "C": "third", "D": "worst"}
        return f"{order[self.band]} quartile ({self.band})"


def ranked(numbers: Mapping[str, Fraction], area: str, polarity: str, *, banded: bool = True) -> Rank | None:
    """The rank of an area among the numbers of all areas, itself included.

    None where it has no number, and where neither high nor low is good. `banded` is False for measures for
    which the tool's dictionary says that quartiles are not to be used.
    """
    own = numbers.get(area)
    if own is None or polarity not in ("high", "low"):
        return None
    better = sum(1 for each in numbers.values() if (each > own if polarity == "high" else each < own))
    tied = sum(1 for each in numbers.values() if each == own)
    band = band_of(own, numbers.values(), polarity) if banded else None
    return Rank(better + 1, len(numbers), tied, band)


def band_of(number: Fraction, numbers: Collection[Fraction], polarity: str) -> Band:
    """The quarter in which a number lies. Raises ValueError where neither high nor low is good."""
    if polarity not in ("high", "low"):
        raise ValueError("a band is best or worst, and here neither way is good")
    quarter = sum(1 for boundary in quartiles(numbers) if number > boundary)
    return _BEST_FIRST[quarter] if polarity == "low" else _BEST_FIRST[3 - quarter]


def quartiles(numbers: Collection[Fraction]) -> tuple[Fraction, Fraction, Fraction]:
    """The lower quartile, the median and the upper quartile, exactly. Raises ValueError for no numbers."""
    if not numbers:
        raise ValueError("there are no figures to divide into quarters")
    ordered = sorted(numbers)
    first, second, third = (_quantile(ordered, Fraction(part, 4)) for part in (1, 2, 3))
    return first, second, third


def _quantile(ordered: list[Fraction], share: Fraction) -> Fraction:
    """Type 7: between the two numbers about the place (n - 1) x share, in proportion."""
    place = (len(ordered) - 1) * share
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
