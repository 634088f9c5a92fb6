"""What a series is beside all areas and between its groups, sentence by sentence."""

from __future__ import annotations

from datetime import date

from lif.measures.series import Figures, Series
from lif.register import Register
from lif.views.compared.funnel import funnel_of
from lif.views.compared.groups import differences_of
from lif.views.compared.standing import standing_of


def said_beside(register: Register, figures: Figures, series: Series, last: date) -> tuple[str, ...]:
    """Of the latest figure by a day: rank and band, the funnel's words, and which groups clearly differ."""
    latest = series.latest(last)
    if latest is None or series.breakdown:
        return ()
    found = []
    standing = standing_of(register, figures, series, latest)
    if standing:
        parts = (standing.band, standing.change)
        more = "".join(f"; {each}" for each in parts if each)
        found.append(
            f"{standing.words[:1].upper()}{standing.words[1:]} local authorities with a figure, "
            f"{latest.period.label} ({standing.good}){more}."
        )
    funnel = funnel_of(register, figures, series, latest)
    found += funnel.words if funnel else ()
    if series.area == figures.own_area(series.address):
        for each in differences_of(figures, series.indicator, series.measure.id, last):
            found.append(f"By {each.dimension}, {each.period}: {each.said[:1].lower()}{each.said[1:]}")
    return tuple(found)
