"""Forecasts: whether a curve has been turned, and how what was forecast before came out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from lif.calendars import Period, PeriodKind, financial_year_of, parse_period
from lif.measures.rounding import exact
from lif.measures.series import Figure, Series
from lif.measures.status import Polarity
from lif.measures.travel import turns_the_curve
from lif.records.charted import Forecast, ForecastValue
from lif.records.record import stands
from lif.register import Register


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """How figures came out beside what had been forecast for them."""

    better: int = 0
    the_same: int = 0
    worse: int = 0

    @property
    def forecast(self) -> int:
        """For how many figures there had been a forecast."""
        return self.better + self.the_same + self.worse


@dataclass(frozen=True, slots=True)
class Outlook:
    """A forecast beside the figures: `values` are all its periods, in order.

    `expected` is what it says of the latest figure's period, if anything; `gain` how much better the figure
    is, in the measure's unit, and below nought when it is worse; `turned` whether the curve was turned, None
    where nothing can be said. `before` is how earlier figures came out beside what was forecast for them.
    """

    forecast: Forecast
    values: tuple[tuple[Period, Fraction], ...]
    expected: Fraction | None
    gain: Fraction | None
    turned: bool | None
    before: TrackRecord


def outlook_of(
    register: Register, series: Series, points: Sequence[Figure], latest: Figure | None, as_at: date
) -> Outlook | None:
    """The forecast that counts for the latest figure, or the last that was made; None without any.

    A forecast counts for a period when it was made by the period's last day: what is written down later is
    no forecast. Of several the last counts. `points` are the figures of one definition.
    """
    made = forecasts_of(register, series, as_at)
    if not made:
        return None
    polarity = Polarity(series.indicator.polarity)
    found = _expected(made, latest.period) if latest else None
    forecast, expected = found if found else (made[-1], None)
    number = latest.value.number if latest else None
    turned = None if number is None else turns_the_curve(number, expected, polarity=polarity)
    gain = None
    if turned is not None and number is not None and expected is not None:
        gain = number - expected if polarity is Polarity.HIGH else expected - number
    before = [figure for figure in points if latest is None or figure.period < latest.period]
    return Outlook(
        forecast, _values(forecast, series), expected, gain, turned, _track(made, before, polarity)
    )


def forecasts_of(register: Register, series: Series, as_at: date) -> list[Forecast]:
    """The forecasts of a series that had been made by a day, in the order in which they were made."""
    made = [
        forecast
        for forecast in register.all(Forecast)
        if forecast.measure == series.address
        and forecast.made_on <= as_at
        and forecast.illustrative == series.illustrative
        and stands(forecast, as_at)
    ]
    return sorted(made, key=lambda each: (each.made_on, each.id))


def at_year_end(register: Register, series: Series, period: Period, as_at: date) -> ForecastValue | None:
    """What the last forecast made by a day says of the end of the year that a period lies in."""
    ends = financial_year_of(period.end).end
    for forecast in reversed(forecasts_of(register, series, as_at)):
        for value in forecast.values:
            found = parse_period(value.period)
            if found.kind is PeriodKind(series.measure.period_kind) and found.end == ends:
                return value
    return None


def _values(forecast: Forecast, series: Series) -> tuple[tuple[Period, Fraction], ...]:
    """The periods of a forecast that are of the series' kind, in order."""
    kind = PeriodKind(series.measure.period_kind)
    parsed = ((parse_period(value.period), exact(value.value)) for value in forecast.values)
    return tuple(sorted(((p, n) for p, n in parsed if p.kind is kind), key=lambda each: each[0].end))


def _expected(made: Sequence[Forecast], period: Period) -> tuple[Forecast, Fraction] | None:
    """The last forecast that had been made by the end of a period and speaks of it, with its number."""
    for forecast in reversed(made):
        if forecast.made_on > period.end:
            continue
        for value in forecast.values:
            if parse_period(value.period) == period:
                return forecast, exact(value.value)
    return None


def _track(made: Sequence[Forecast], figures: Sequence[Figure], polarity: Polarity) -> TrackRecord:
    gains = list(_gains(made, figures, polarity))
    return TrackRecord(
        sum(gain > 0 for gain in gains), sum(gain == 0 for gain in gains), sum(gain < 0 for gain in gains)
    )


def _gains(made: Sequence[Forecast], figures: Sequence[Figure], polarity: Polarity) -> Iterator[Fraction]:
    """How much better each figure was than the forecast for it; nothing where no way is the good one."""
    if polarity not in (Polarity.HIGH, Polarity.LOW):
        return
    for figure in figures:
        found = _expected(made, figure.period)
        if found and figure.value.number is not None:
            ahead = figure.value.number - found[1]
            yield ahead if polarity is Polarity.HIGH else -ahead
