"""How a figure came by its colour, in words."""

from __future__ import annotations

from lif.calendars import long_date
from lif.measures.aims import Aim
from lif.measures.rounding import exact
from lif.measures.status import Basis, Rating, Status
from lif.measures.values import Value
from lif.records.indicators import Indicator
from lif.views.shown import number_text


def why_rated(indicator: Indicator, value: Value, aim: Aim | None, rating: Rating) -> str:
    """Why it is green, amber or red, or why it is not rated; nothing where no target was in force."""
    if value.number is None:
        return ""
    if rating.status is Status.NOT_RATED:
        return rating.reason if aim or rating.reason != "no target" else ""
    if aim is None:
        return ""
    basis = _BASIS.get(rating.basis)
    if basis:
        return basis
    if aim.target is None:
        return ""
    where = "meets it" if rating.status is Status.GREEN else _short(indicator, value, aim, rating.status)
    return f"{number_text(indicator, value.number)} {where}, by the unrounded figure; {_force(aim)}"


_BASIS = {
    Basis.SIGNIFICANCE: "by the 95% interval: green where it is better, amber similar, red worse",
    Basis.YEAR_END_FORECAST: "the forecast for the end of the year was judged, not this figure",
    Basis.PROFESSIONAL_JUDGEMENT: "a person judged it, and the judgement is a record",
}


def _short(indicator: Indicator, value: Value, aim: Aim, status: Status) -> str:
    """`misses it by 1.2%, within the tolerance of 5 points`."""
    assert value.number is not None
    assert aim.target is not None
    figure, target = exact(value.number), aim.target
    below = target.low is not None and figure < target.low
    end = target.low if below else target.high
    assert end is not None
    gap = number_text(indicator, abs(figure - end))
    if indicator.unit == "percent":
        gap = f"{gap.removesuffix('%')} points"
    amount = f"{aim.record.tolerance or 0}{' points' if aim.record.tolerance_kind == 'points' else '%'}"
    within = f"within the tolerance of {amount}" if status is Status.AMBER else _beyond(aim, amount)
    return f"is {gap} {'below' if below else 'above'}, {within}"


def _beyond(aim: Aim, amount: str) -> str:
    return f"beyond the tolerance of {amount}" if aim.record.tolerance else "and there is no tolerance"


def _force(aim: Aim) -> str:
    until = f" to {long_date(aim.record.until)}" if aim.record.until else ""
    return f"in force from {long_date(aim.record.since)}{until}"
