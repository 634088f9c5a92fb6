"""The place of the board's figure among all local authorities, in words."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from lif.measures.among import among
from lif.measures.ranks import Band
from lif.measures.series import Figure, Figures, Series
from lif.records.indicators import Indicator
from lif.register import Register
from lif.views.shown import number_text


@dataclass(frozen=True, slots=True)
class Standing:
    """`words` is `rank 37 of 145`, `band` is `second quartile (B)` or nothing.

    `change` says how the figure moved on the year before, or nothing; `good` which way the ranks run.
    """

    place: int
    of: int
    words: str
    letter: Band | None
    band: str
    change: str
    good: str


def standing_of(register: Register, figures: Figures, series: Series, figure: Figure) -> Standing | None:
    """None where not all local authorities are held, or neither high nor low is good."""
    found = among(register, figures, series, figure.period)
    if found is None:
        return None
    indicator = series.indicator
    high = indicator.polarity == "high"
    return Standing(
        found.rank.place,
        found.rank.of,
        found.rank.words,
        found.rank.band,
        found.rank.band_words,
        _change(indicator, found.change, found.before.label if found.before else ""),
        f"1 is best, the {'highest' if high else 'lowest'}",
    )


def _change(indicator: Indicator, change: Fraction | None, before: str) -> str:
    """`1.3 percentage points higher than in 2023/24`."""
    if change is None:
        return ""
    size = number_text(indicator, abs(change))
    if indicator.unit == "percent":
        size = f"{size.removesuffix('%')} percentage points"
    if change == 0:
        return f"the same as {before}"
    return f"{size} {'higher' if change > 0 else 'lower'} than {before}"
