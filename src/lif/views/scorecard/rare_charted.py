"""The chart of rare events as plain data."""

from __future__ import annotations

from lif.calendars import Period
from lif.measures.judged import Judged
from lif.views.scorecard.charted import Chart, ChartNote, ChartPhase, ChartPoint
from lif.views.shown import with_commas

LATEST = 48
"""Intervals that a chart shows at most."""


def rare_chart_of(judged: Judged) -> Chart | None:
    """The intervals with their median, and the limit where there are enough of them; None below two.

    The limit is drawn at the longest whole number within it, since intervals are whole.
    """
    rare = judged.rare
    if rare is None or len(rare.intervals) < 2:
        return None
    shown = rare.intervals[-LATEST:]
    periods = {figure.period.end: figure for figure in judged.series.figures}
    polarity = judged.series.indicator.polarity
    points = [
        _point(periods[each.end].period, each.without, each.long, polarity, periods[each.end].illustrative)
        for each in shown
    ]
    runs_on = rare.now is not None and rare.now > 0
    if rare.now is not None and runs_on:
        now = ChartPoint("now", "", float(rare.now), _mark(rare.long_now, polarity), points[-1].illustrative)
        points.append(now)
    limits = (0.0, float(int(rare.upper))) if rare.upper is not None else (None, None)
    return Chart(
        sort="rare",
        points=tuple(points),
        phases=(ChartPhase(0, len(points) - 1, rare.median, *limits),),
        target=None,
        target_text="",
        comparisons=(),
        notes=(ChartNote("event", len(points) - 1, "Without any until now"),) if runs_on else (),
        decimals=0 if float(rare.median or 0).is_integer() else 1,
        unit="count",
        centre_text=_length(rare.median),
        lower_text="0" if rare.upper is not None else "",
        upper_text="" if rare.upper is None else str(int(rare.upper)),
    )


def _point(period: Period, without: int, long: bool, polarity: str, illustrative: bool) -> ChartPoint:
    words, group = period.axis
    return ChartPoint(words, group, float(without), _mark(long, polarity), illustrative)


def _mark(long: bool, polarity: str) -> str:
    return {"low": "improvement", "high": "concern"}.get(polarity, "neutral") if long else "ordinary"


def _length(number: float | None) -> str:
    return "" if number is None else with_commas(number, 0 if float(number).is_integer() else 1)
