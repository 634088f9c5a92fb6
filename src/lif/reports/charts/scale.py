"""The value axis: a range that shows the figures and ticks at round numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_MANTISSAS = (1, 2, 5)
_ZERO_WITHIN = 0.4
"""When the lowest figure is under this share of the highest, starting at zero costs little room."""


_NOTHING = 1e-9
"""Below this, a figure is drawn as zero, and (as a share of them) a difference between figures as none."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One round number on the axis, and how many decimals it needs."""

    value: float
    decimals: int


@dataclass(frozen=True, slots=True)
class Scale:
    """The range of values shown, its ticks, and the pixels it stands on (`top` is the pixel of `high`)."""

    low: float
    high: float
    ticks: tuple[Tick, ...]
    top: float
    bottom: float

    def y(self, value: float) -> float:
        """The pixel of a value; a value outside the range stands on the edge."""
        share = (value - self.low) / (self.high - self.low)
        return self.bottom - min(1.0, max(0.0, share)) * (self.bottom - self.top)

    @property
    def starts_at_zero(self) -> bool:
        """Whether zero is on the axis, at an end or between."""
        return self.low <= 0 <= self.high


def value_range(
    values: Sequence[float], floor: float | None = None, ceiling: float | None = None, whole: bool = False
) -> tuple[float, float]:
    """The lowest and highest value that an axis for these values shows, with a little air.

    Zero is taken in where it is near; the air never crosses zero, `floor` or `ceiling`, unless a value does.
    Without values, or with zeros only, it is 0 to 1; `whole` numbers get a range of at least two.
    """
    low, high = min(values, default=0.0), max(values, default=0.0)
    largest = max(abs(low), abs(high))
    if largest < _NOTHING:
        return 0.0, 1.0
    if high - low <= _NOTHING * largest:
        air = max(abs(low) * 0.1, 1.0 if whole else 0.0)
        return _aired(low, -air, (0.0, floor)), _aired(high, air, (0.0, ceiling))
    air = (high - low) * 0.07
    bottom = 0.0 if 0 <= low <= _ZERO_WITHIN * high else _aired(low, -air, (0.0, floor))
    top = 0.0 if _ZERO_WITHIN * low <= high <= 0 else _aired(high, air, (0.0, ceiling))
    return (math.floor(bottom), math.ceil(top)) if whole and high - low < 3 else (bottom, top)


def _aired(edge: float, air: float, stops: Sequence[float | None]) -> float:
    """The edge moved by the air, but not across a stop that it has not crossed already."""
    moved = edge + air
    for stop in stops:
        if stop is not None and (edge - stop) * (moved - stop) <= 0:
            moved = stop
    return moved


def ticks(low: float, high: float, most: int, whole: bool = False) -> tuple[Tick, ...]:
    """Round numbers from `low` to `high`, at most `most`: multiples of 1, 2 or 5 times a power of ten."""
    exponent = int(f"{(high - low):e}".partition("e")[2]) - 2
    while True:
        for mantissa in _MANTISSAS:
            if whole and exponent < 0:
                continue
            found = _multiples(low, high, mantissa, exponent)
            if found is not None and len(found) <= most:
                return found
        exponent += 1


def _multiples(low: float, high: float, mantissa: int, exponent: int) -> tuple[Tick, ...] | None:
    step = mantissa * 10.0**exponent
    slack = step * 1e-6
    first, last = -int(-(low - slack) // step), int((high + slack) // step)
    if last - first > 50:
        return None
    decimals = max(0, -exponent)
    scale = 10 ** abs(exponent)
    values = (k * mantissa * scale if exponent >= 0 else k * mantissa / scale for k in range(first, last + 1))
    return tuple(Tick(float(value), decimals) for value in values)
