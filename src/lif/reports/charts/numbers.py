"""Figures as readers see them: rounded half away from zero at display only, thousands in commas."""

from __future__ import annotations

from dataclasses import dataclass

from lif.measures import rounding
from lif.measures.rounding import Number


def rounded(value: Number, decimals: int) -> str:
    """Plain digits, rounded half away from zero: (2.5, 0) gives `3`, (-2.5, 0) gives `-3`; never `-0`."""
    return f"{rounding.rounded(value, decimals):f}"


def with_commas(digits: str) -> str:
    """Thousands in commas, a true minus sign: `-1234.5` gives `−1,234.5`."""
    sign, digits = ("\u2212", digits[1:]) if digits.startswith("-") else ("", digits)
    whole, point, rest = digits.partition(".")
    return f"{sign}{int(whole):,}{point}{rest}"


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How the figures of one measure are written: decimals, and what stands before and after (`£`, `%`)."""

    decimals: int = 1
    prefix: str = ""
    suffix: str = ""

    def __call__(self, value: Number, decimals: int | None = None) -> str:
        """The figure in words for a reader: `84.9%`, `524.4`, `2,729`."""
        places = self.decimals if decimals is None else decimals
        text = with_commas(rounded(value, places))
        sign, text = ("\u2212", text[1:]) if text.startswith("\u2212") else ("", text)
        return f"{sign}{self.prefix}{text}{self.suffix}"


PERCENT = NumberFormat(decimals=1, suffix="%")
RATE = NumberFormat(decimals=1)
COUNT = NumberFormat(decimals=0)
