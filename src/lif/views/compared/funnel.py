"""A funnel of areas for a reader: its points and limits, and what it means for the board's own area."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.measures.area_funnel import AreaFunnel, AreaPoint, Sort, area_funnel
from lif.measures.funnels import Significance
from lif.measures.intervals import Level
from lif.measures.series import Figure, Figures, Series
from lif.records.indicators import Indicator
from lif.records.references import Area
from lif.register import Register
from lif.views.shown import number_text, with_commas

SPREAD = 0.1
"""The share of areas beyond the outer limits from which on it is said that more than chance is at work."""
PLACE = {
    Significance.HIGH_FAR: "above the 99.8% limits",
    Significance.HIGH: "above the 95% limits",
    Significance.NOT: "within the limits",
    Significance.LOW: "below the 95% limits",
    Significance.LOW_FAR: "below the 99.8% limits",
}


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """One area of the drawing."""

    sort: Sort
    size: float
    number: float


@dataclass(frozen=True, slots=True)
class FunnelLimit:
    """One limit of the drawing: `level` is 95 or 99.8."""

    level: str
    upper: bool
    places: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class FunnelRow:
    """One named area of the data table: the board's own, its neighbours, those of its region."""

    area: str
    what: str
    text: str
    parts: str
    place: str


@dataclass(frozen=True, slots=True)
class Funnel:
    """The funnel of one indicator for one period; `words` say what it means."""

    area: str
    period: str
    size_name: str
    england: float
    england_text: str
    own: FunnelPoint
    own_text: str
    points: tuple[FunnelPoint, ...]
    limits: tuple[FunnelLimit, ...]
    rows: tuple[FunnelRow, ...]
    others: int
    without: int
    words: tuple[str, ...]
    decimals: int
    unit: str


def funnel_of(register: Register, figures: Figures, series: Series, figure: Figure) -> Funnel | None:
    """None where a funnel cannot be drawn (`lif.measures.area_funnel`)."""
    found = area_funnel(register, figures, series, figure.period)
    if found is None:
        return None
    indicator = series.indicator
    named = [each for each in found.points if each.sort != "other"]
    return Funnel(
        _name(register, found.own.area),
        found.period.label,
        series.measure.denominator or indicator.denominator or "size",
        found.baseline,
        number_text(indicator, found.baseline),
        _drawn(found.own),
        number_text(indicator, found.own.number),
        tuple(_drawn(each) for each in found.points[1:]),
        tuple(
            FunnelLimit("95" if each.level is Level.P95 else "99.8", each.upper, each.places)
            for each in found.limits
        ),
        tuple(_row(register, indicator, each) for each in named),
        len(found.points) - len(named),
        found.without,
        tuple(_words(register, indicator, found)),
        indicator.decimals,
        indicator.unit,
    )


def funnel_for(register: Register, figures: Figures, indicator: Indicator, last: date) -> Funnel | None:
    """Of the first measure of an indicator whose latest figure by a day stands in a funnel."""
    for measure in indicator.measures:
        series = figures.find(f"{indicator.id}/{measure.id}")
        latest = series.latest(last) if series else None
        if series is not None and latest is not None:
            found = funnel_of(register, figures, series, latest)
            if found is not None:
                return found
    return None


def _drawn(point: AreaPoint) -> FunnelPoint:
    return FunnelPoint(point.sort, float(point.denominator), point.number)


def _name(register: Register, area: str) -> str:
    found = register.find(Area, area)
    return found.name if found else area


def _row(register: Register, indicator: Indicator, point: AreaPoint) -> FunnelRow:
    what = {"own": "this area", "neighbour": "statistical neighbour", "region": "same region"}
    return FunnelRow(
        _name(register, point.area),
        what[point.sort],
        number_text(indicator, point.number),
        f"{with_commas(point.numerator)} of {with_commas(point.denominator)}",
        PLACE[point.significance],
    )


def _words(register: Register, indicator: Indicator, found: AreaFunnel) -> list[str]:
    name, own = _name(register, found.own.area), found.own
    higher = "higher" if own.number > found.baseline else "lower"
    rare = "five hundred" if "99.8" in PLACE[own.significance] else "twenty"
    said = (
        f"{name} is {PLACE[own.significance]}: {higher} than England by more than chance makes it in all but "
        f"one in {rare} areas of its size{_judged(indicator, own.number > found.baseline)}."
    )
    if own.significance is Significance.NOT:
        said = f"{name} is within the limits: in an area of its size chance alone could make the difference."
    beyond = sum(each.significance in (Significance.HIGH_FAR, Significance.LOW_FAR) for each in found.points)
    lie = f"{beyond} of {len(found.points)} areas {'lies' if beyond == 1 else 'lie'} beyond the 99.8% limits"
    common = ": places differ by more than chance, in need or in practice, so to lie beyond is common"
    return [said, f"{lie}{common if beyond > SPREAD * len(found.points) else ''}."]


def _judged(indicator: Indicator, higher: bool) -> str:
    if indicator.polarity not in ("high", "low"):
        return ""
    return f", which is {'better' if higher == (indicator.polarity == 'high') else 'worse'}"
