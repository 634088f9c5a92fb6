"""One line of the public table for each indicator: its latest public figure, beside others."""

from __future__ import annotations

from dataclasses import dataclass

from lif.measures.series import Series
from lif.measures.values import ValueStatus
from lif.records.indicators import Indicator
from lif.views.public_scorecard.asking import Looking
from lif.views.public_scorecard.figures import PublicFigure, direction, public_figure, rounded_series
from lif.views.scorecard.aimed import target_text
from lif.views.scorecard.lines import CLASSES, GEOGRAPHY, GOOD, Comparison, comparisons
from lif.views.shown import flowing


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure of England, the region or areas like this one, of the same measure and period.

    `result` says how the area lies against it by the 95% interval, nothing where that cannot be told.
    """

    sort: str
    name: str
    text: str
    result: str
    held: int
    asked: int


@dataclass(frozen=True, slots=True)
class PublicLine:
    """What the table says about one indicator; `before` is the last figure shown, if not the latest."""

    id: str
    name: str
    question: str
    good: str
    per: str
    class_words: str
    domain: str
    geography: str
    series_name: str
    priorities: tuple[str, ...]
    latest: PublicFigure
    before: PublicFigure | None
    direction: str
    target: str
    beside: tuple[Beside, ...]
    caution: str


def public_line(looking: Looking, indicator: Indicator, of: Series | None = None) -> PublicLine:
    """The line of an indicator that has anything in the set, by one of its series (the headline if None)."""
    series = of or looking.headline(indicator)
    judged = looking.judge(series)
    cells = series.until(looking.last)
    latest, last_shown = cells[-1], judged.latest
    if latest.value.status is not ValueStatus.SUPPRESSED and last_shown:
        latest = last_shown
    as_at, shown_as = looking.ask.as_at, series.indicator
    return PublicLine(
        id=indicator.id,
        name=indicator.name,
        question=indicator.plain_question or "",
        good=GOOD[indicator.polarity],
        per=f"per {indicator.rate_per:,}" if indicator.unit == "rate" and indicator.rate_per else "",
        class_words=CLASSES[indicator.outcomes_class],
        domain=indicator.domain,
        geography=GEOGRAPHY[indicator.geography],
        series_name=series.measure.name or "",
        priorities=indicator.priorities,
        latest=public_figure(shown_as, latest, as_at),
        before=public_figure(shown_as, last_shown, as_at)
        if last_shown and last_shown is not latest
        else None,
        direction=direction(judged, looking.rule(series), looking.last) if latest is cells[-1] else "",
        target=target_text(indicator, judged),
        beside=_beside(looking, comparisons(looking.ask, series, latest), rounded_series(series)),
        caution=flowing(indicator.caution),
    )


def _beside(looking: Looking, found: tuple[Comparison, ...], rounded: bool) -> tuple[Beside, ...]:
    """Each sort once; counts that were rounded have no interval by which to judge."""
    return tuple(
        Beside(each.sort, each.name, each.text, "" if rounded else each.result, each.held, each.asked)
        for each in found
        if each.in_table
    )
