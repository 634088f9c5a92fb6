"""Direction of travel: change times polarity with a dead band, and whether a curve has been turned."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from lif.calendars import Period, PeriodKind
from lif.measures.rounding import Number, exact
from lif.measures.status import Polarity, ToleranceKind


class Arrow(StrEnum):
    """Which way the figure went."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"


class Meaning(StrEnum):
    """What it means: `none` for a measure that only informs, which has an arrow and no judgement."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Travel:
    """An arrow, what it means, and the change itself in the measure's unit, unrounded."""

    arrow: Arrow
    meaning: Meaning
    change: Fraction


def travel(
    earlier: Number,
    latest: Number,
    *,
    polarity: Polarity,
    dead_band: Number = 0,
    kind: ToleranceKind = ToleranceKind.POINTS,
    band: tuple[Number, Number] | None = None,
) -> Travel:
    """The direction from the earlier figure to the latest.

    A change within the dead band (points, or per cent of the earlier figure; exactly on it too) is level.
    For a band measure moving nearer to the band is better; both inside is the same. Raises ValueError when
    a band measure comes without its band.
    """
    before, now = exact(earlier), exact(latest)
    change = now - before
    dead = exact(dead_band)
    if kind is ToleranceKind.RELATIVE:
        dead = abs(before) * dead / 100
    if abs(change) <= dead:
        return Travel(Arrow.LEVEL, Meaning.NONE if polarity is Polarity.INFO else Meaning.SAME, change)
    arrow = Arrow.UP if change > 0 else Arrow.DOWN
    gain = _gain(before, now, polarity, band)
    if gain is None:
        return Travel(arrow, Meaning.NONE, change)
    meaning = Meaning.BETTER if gain > 0 else Meaning.WORSE if gain < 0 else Meaning.SAME
    return Travel(arrow, meaning, change)


def _gain(
    before: Fraction, now: Fraction, polarity: Polarity, band: tuple[Number, Number] | None
) -> Fraction | None:
    """How much better it got, in the measure's unit."""
    if polarity is Polarity.INFO:
        return None
    if polarity is not Polarity.BAND:
        return now - before if polarity is Polarity.HIGH else before - now
    if band is None:
        raise ValueError("a band measure needs its band to tell better from worse")
    low, high = exact(band[0]), exact(band[1])
    return _distance(before, low, high) - _distance(now, low, high)


def _distance(figure: Fraction, low: Fraction, high: Fraction) -> Fraction:
    return max(low - figure, figure - high, Fraction(0))


def may_travel(earlier: Period, later: Period, *, cumulative: bool = False) -> bool:
    """Whether an arrow may be drawn from one period's figure to the other's.

    Only between like periods, forwards. Rolling years and pooled years must not overlap, and a figure that
    adds up within the year, as a year to date does, is compared only with the same point of another year.
    """
    if not earlier.is_like(later) or not earlier < later:
        return False
    if earlier.kind in (PeriodKind.ROLLING_YEAR, PeriodKind.POOLED):
        return earlier.end < later.start
    if cumulative or earlier.kind is PeriodKind.YEAR_TO_DATE:
        return (earlier.end.month, earlier.start.month) == (later.end.month, later.start.month)
    return True


def turns_the_curve(latest: Number, forecast: Number | None, *, polarity: Polarity) -> bool | None:
    """Whether the latest figure beats what was forecast for the same period, on the unrounded figures.

    None, nothing to be said, without a forecast and for a band or info measure. Doing better than the
    quarter before is not turning the curve (Friedman, Trying Hard Is Not Good Enough, 2005).
    """
    if forecast is None or polarity not in (Polarity.HIGH, Polarity.LOW):
        return None
    ahead = exact(latest) - exact(forecast)
    return ahead > 0 if polarity is Polarity.HIGH else ahead < 0
