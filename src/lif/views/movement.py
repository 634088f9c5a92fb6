"""How the indicator that should show an action's success has moved since the action was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.measures.aims import aim_for
from lif.measures.judged import Judged, direction, judged
from lif.measures.series import Figure, Figures, Series
from lif.measures.travel import may_travel
from lif.records.indicators import Indicator
from lif.register import Register
from lif.views.shown import Shown, shown
from lif.views.signs import Sign, changing, travelled


@dataclass(frozen=True, slots=True)
class Movement:
    """An indicator from the last figure before a day to the latest one.

    `before` and `now` are figures of like periods, `direction` what lies between them by the indicator's
    polarity (None where an arrow may not be drawn), `variation` what the chart says of the latest periods.
    `said` is the whole in one sentence; where nothing can be said it says why, and the rest is None.
    """

    indicator: str
    name: str
    said: str
    before: Shown | None = None
    now: Shown | None = None
    direction: Sign | None = None
    variation: Sign | None = None
    illustrative: bool = False


def moved_since(
    register: Register, figures: Figures, indicator_id: str, since: date, as_at: date
) -> Movement | None:
    """How an indicator stood before `since` and stands on `as_at`, or None when there is no such indicator.

    The series is the first of the indicator's that has a figure on either side; figures from both sides of
    a change of definition are never set side by side. Two figures prove no change: the chart's word is
    given beside them.
    """
    indicator = register.find(Indicator, indicator_id)
    if indicator is None:
        return None
    for measure in indicator.measures:
        series = figures.find(f"{indicator.id}/{measure.id}")
        found = judged(register, series, as_at, as_at, figures) if series else None
        if series and found and found.latest:
            ends = _ends(found, since)
            if ends is not None:
                return _movement(indicator, series, found, ends, as_at)
    return _unmoved(register, figures, indicator, since, as_at)


def _ends(found: Judged, since: date) -> tuple[Figure, Figure] | None:
    """The last figure whose period had ended by `since`, and the latest of a later, like period."""
    there = [figure for figure in found.points if figure.value.number is not None]
    before = [figure for figure in there if figure.period.end <= since]
    if not before or not there:
        return None
    first, last = before[-1], there[-1]
    return (first, last) if may_travel(first.period, last.period) else None


def _movement(
    indicator: Indicator, series: Series, found: Judged, ends: tuple[Figure, Figure], as_at: date
) -> Movement:
    first, last = ends
    before, now = (shown(indicator, figure, as_at) for figure in ends)
    way, variation = _direction(series, first, last), changing(found)
    said = f"{before.told} in {before.period}, {now.told} in {now.period}"
    if way:
        said += f": {way.words.lower()}"
    return Movement(
        indicator.id,
        indicator.name,
        f"{said}. {_of_variation(variation)}.",
        before,
        now,
        way,
        variation,
        first.illustrative or last.illustrative,
    )


def _direction(series: Series, first: Figure, last: Figure) -> Sign | None:
    """Which way it went between two figures, and whether that is the good way."""
    return travelled(direction(series, first, last, aim_for(series, last.period)))


def _of_variation(sign: Sign) -> str:
    """What the chart says, as a sentence without its full stop."""
    if sign.key == "too-few":
        return "There are too few periods to tell a change from ordinary ups and downs"
    if sign.key == "common-cause" and sign.words == "No significant change":
        return "The chart shows no more than ordinary ups and downs"
    return f"The chart says: {sign.words[0].lower()}{sign.words[1:]}"


def _unmoved(
    register: Register, figures: Figures, indicator: Indicator, since: date, as_at: date
) -> Movement:
    """Why nothing can be said of an indicator."""
    latest = []
    for measure in indicator.measures:
        series = figures.find(f"{indicator.id}/{measure.id}")
        found = judged(register, series, as_at, as_at, figures) if series else None
        if found and found.latest:
            latest.append(found.latest)
    if not latest:
        return Movement(indicator.id, indicator.name, "There is no figure of it.")
    last = max(latest, key=lambda figure: figure.period.end)
    now = shown(indicator, last, as_at)
    if last.period.end <= since:
        said = f"{now.told} in {now.period}; no later figure has come since."
    else:
        said = f"{now.told} in {now.period}; no earlier figure can be set beside it."
    return Movement(indicator.id, indicator.name, said, None, now, illustrative=last.illustrative)
