"""Which series a publication may hold at all: nothing that was not said to be public."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from lif.calendars import Period, PeriodKind
from lif.measures.series import Figures, Series
from lif.records.figures import PublishedSeries
from lif.records.indicators import Indicator, Measure
from lif.records.record import stands
from lif.register import Register


@dataclass(frozen=True, slots=True)
class Chosen:
    """The series that may be shown: `own` have to be protected, `official` and `open` pass as they are."""

    own: tuple[Series, ...]
    official: tuple[Series, ...]
    open: tuple[Series, ...]
    notes: tuple[str, ...]


def chosen(register: Register, figures: Figures, until: date) -> Chosen:
    """The series of indicators that are public; of returns one measure each, of the board's own area."""
    own, official, free = [], [], []
    measures = {indicator.id: _measure(indicator, until) for indicator in register.all(Indicator)}
    for key in sorted(figures.series):
        series = figures.series[key]
        indicator = register.find(Indicator, series.indicator.id)
        if indicator is None or not indicator.public or series.illustrative:
            continue
        if series.measure.series == "published":
            if there := _released(register, series, until):
                official.append(there)
        elif series.area == figures.own_area(series.address):
            if indicator.disclosure == "none":
                free.append(_real(series, until))
            elif measures[indicator.id] == series.measure.id:
                own.append(_real(series, until))
    return Chosen(tuple(own), tuple(official), tuple(free), tuple(_notes(register, measures)))


def _measure(indicator: Indicator, until: date) -> str | None:
    """The one measure from returns that is shown of an indicator: quarters or running totals, never both."""
    return next((one.id for one in indicator.measures if _may(one, until)), None)


def _may(measure: Measure, until: date) -> bool:
    fit = measure.series == "returns" and not measure.illustrative and not measure.source_only
    return fit and stands(measure, until)


def _real(series: Series, until: date) -> Series:
    """The series without examples, and with whole years only where its figures overlap."""
    kept = tuple(
        figure
        for figure in series.figures
        if not figure.illustrative and figure.known_since <= until and not _overlaps(figure.period)
    )
    return replace(series, figures=kept)


def _overlaps(period: Period) -> bool:
    """Whether a running total ends within a year: two of them would give away what lies between."""
    if period.kind is PeriodKind.YEAR_TO_DATE:
        return period.months < 12
    return period.kind is PeriodKind.ROLLING_YEAR and (period.end.month, period.end.day) != (3, 31)


def _released(register: Register, series: Series, until: date) -> Series | None:
    """An official series with the figures of releases whose day has come, or None."""
    kept = []
    for figure in series.figures:
        record = register.find(PublishedSeries, figure.origin)
        if record is None or figure.illustrative or record.released_on is None:
            continue
        if record.released_on <= until:
            kept.append(replace(figure, earlier=None, reason="", earlier_origin=""))
    return replace(series, figures=tuple(kept)) if kept else None


def _notes(register: Register, measures: dict[str, str | None]) -> Iterator[str]:
    for indicator in register.all(Indicator):
        if not indicator.public or indicator.disclosure == "none":
            continue
        left = [
            one.name or one.id
            for one in indicator.measures
            if one.series == "returns" and not one.illustrative and one.id != measures[indicator.id]
        ]
        if left:
            yield f"{indicator.name}: left out, because another series of it is shown: {'; '.join(left)}"
