"""The facts that a text about an indicator is held against, from the records as known on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Literal

from lif.calendars import Period, PeriodKind
from lif.measures.aims import Against, aim_for
from lif.measures.benchmarks import beside, compared
from lif.measures.claims.facts import Beside, Facts, Point, Track, Variation
from lif.measures.icons import Judgement
from lif.measures.judged import Judged, judged
from lif.measures.rounding import exact
from lif.measures.series import Figure, Figures, Series
from lif.measures.status import Polarity
from lif.measures.values import Value
from lif.measures.variation import ControlChart
from lif.records.indicators import Indicator
from lif.register import Register

_POSITION: dict[str, Literal["lower", "similar", "higher"]] = {
    "lower": "lower",
    "similar": "similar",
    "higher": "higher",
}
_TONES: dict[Judgement, Literal["better", "worse", "higher", "lower", "usual"]] = {
    Judgement.COMMON: "usual",
    Judgement.IMPROVEMENT: "better",
    Judgement.CONCERN: "worse",
    Judgement.NEUTRAL_HIGH: "higher",
    Judgement.NEUTRAL_LOW: "lower",
}


class Gathering:
    """Facts by indicator and last day; each is made once."""

    def __init__(self, register: Register, figures: Figures, as_at: date) -> None:
        self._register, self._figures, self._as_at = register, figures, as_at
        self._made: dict[tuple[str, date, str], Facts | None] = {}

    def facts(self, indicator: Indicator, last: date, kind: PeriodKind | None = None) -> Facts | None:
        """What was known of an indicator at the end of a period; None where no series has a figure.

        The series of the wanted kind of period comes first.
        """
        key = (indicator.id, last, kind.value if kind else "")
        if key not in self._made:
            self._made[key] = self._make(indicator, last, kind)
        return self._made[key]

    def _make(self, indicator: Indicator, last: date, kind: PeriodKind | None) -> Facts | None:
        found: list[tuple[Series, Judged]] = []
        for measure in indicator.measures:
            series = self._figures.find(f"{indicator.id}/{measure.id}")
            if series and series.latest(last):
                found.append((series, judged(self._register, series, last, self._as_at, self._figures)))
        if kind is not None:
            found.sort(key=lambda each: each[0].measure.period_kind != kind.value)
        tracks = tuple(
            _track(series, each, last, Against(self._register, self._figures)) for series, each in found
        )
        if not tracks:
            return None
        named = [(one.numerator, one.denominator) for one in indicator.measures]
        named.append((indicator.numerator, indicator.denominator))
        return Facts(
            name=indicator.name,
            unit=indicator.unit,
            polarity=Polarity(indicator.polarity),
            counts=indicator.counts,
            tracks=tracks,
            beside=tuple(one for series, _ in found for one in self._beside(series, last)),
            top=" ".join(top for top, _ in named if top),
            bottom=" ".join(bottom for _, bottom in named if bottom),
            aliases=(*indicator.aliases, indicator.id.replace("-", " ")),
            decimals=indicator.decimals,
            turned=found[0][1].outlook.turned if found[0][1].outlook else None,
        )

    def _beside(self, series: Series, last: date) -> Iterable[Beside]:
        """The latest comparisons of a series with a figure of its own for the same period."""
        told: set[str] = set()
        wanted = set(series.measure.benchmarks or series.indicator.benchmarks)
        for figure in reversed(series.until(last)):
            if wanted <= told:
                return
            if figure.value.number is None:
                continue
            for one in beside(self._register, self._figures, series, figure.period):
                if one.benchmark.id not in told:
                    told.add(one.benchmark.id)
                    yield Beside(
                        one.benchmark.sort,
                        figure.period,
                        one.number,
                        figure.value.number,
                        _position(figure.value, one.number, series),
                    )


def _position(value: Value, number: object, series: Series) -> Literal["lower", "similar", "higher"] | None:
    found = compared(value, exact(number), series.indicator.polarity)  # type: ignore[arg-type]
    return _POSITION[found.position95.value] if found else None


def _track(series: Series, each: Judged, last: date, against: Against) -> Track:
    latest = each.latest
    assert latest is not None
    points = tuple(
        point
        for figure in series.until(latest.period.end)
        if (point := _point(series, figure, against)) is not None
    )
    return Track(points, _variation(each.chart), last)


def _point(series: Series, figure: Figure, against: Against) -> Point | None:
    now = _parts(figure.period, figure.value)
    if now is None:
        return None
    aim = aim_for(series, figure.period, against)
    old = _parts(figure.period, figure.earlier) if figure.earlier else None
    return replace(
        now,
        before=(old,) if old else (),
        target=aim.target if aim else None,
        aim=aim.number if aim else None,
    )


def _parts(period: Period, value: Value) -> Point | None:
    number = value.number
    if number is None:
        return None
    top = exact(value.numerator) if value.numerator is not None else None
    bottom = exact(value.denominator) if value.denominator is not None else None
    return Point(period, number, top, bottom)


def _variation(chart: ControlChart | None) -> Variation | None:
    """The last point of a chart that is long enough to have limits."""
    if chart is None or not chart.firm:
        return None
    phase = chart.phases[-1]
    assert phase.limits is not None
    return Variation(
        phase.limits.lower, phase.limits.upper, _TONES[chart.latest.judgement], phase.mean_range or 0.0
    )
