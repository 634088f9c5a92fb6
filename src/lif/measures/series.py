"""Series: the figures of one measure for one area in order of time, each with where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from lif.calendars import Period
from lif.measures.values import Value, ValueStatus
from lif.records.indicators import Indicator, Measure


@dataclass(frozen=True, slots=True)
class Figure:
    """One value as it was known on the day of the question.

    `origin` is the id of the return or published series it stands in; `known_since` the day this value was
    supplied; `earlier` the value it replaced, if it replaced one, `reason` why, and `earlier_origin` where
    that stands when it is another release.
    """

    period: Period
    value: Value
    origin: str
    known_since: date
    illustrative: bool
    earlier: Value | None = None
    reason: str = ""
    earlier_origin: str = ""

    @property
    def revised(self) -> bool:
        """Whether a figure was replaced by another, or by none; firmer standing alone is no revision."""
        old, new = self.earlier, self.value
        if old is None or old.number is None:
            return False
        parts = (old.numerator, old.denominator, old.source_only)
        return new.number is None or parts != (new.numerator, new.denominator, new.source_only)


@dataclass(frozen=True)
class Series:
    """The figures of one measure, area and breakdown, by period; real and illustrative never share one."""

    indicator: Indicator
    measure: Measure
    area: str
    figures: tuple[Figure, ...]
    breakdown: str = ""

    @property
    def address(self) -> str:
        """The measure's address: `cin-rate/year`."""
        return f"{self.indicator.id}/{self.measure.id}"

    @property
    def illustrative(self) -> bool:
        """Whether its figures are examples."""
        return self.measure.illustrative

    @cached_property
    def _by_period(self) -> Mapping[Period, Figure]:
        return {figure.period: figure for figure in self.figures}

    def at(self, period: Period) -> Figure | None:
        """The figure of a period, or None when none was supplied."""
        return self._by_period.get(period)

    def until(self, last: date) -> tuple[Figure, ...]:
        """The figures of periods that end on a day or before it."""
        return tuple(figure for figure in self.figures if figure.period.end <= last)

    def latest(self, last: date) -> Figure | None:
        """The last figure that is there of a period ending by a day; None when no period has one."""
        return next((f for f in reversed(self.until(last)) if f.value.number is not None), None)


@dataclass(frozen=True)
class Figures:
    """Every series of a workspace as it was known on `as_at`, and what was awaited on that day.

    `wider` are the areas of measures that are not the board's own, such as a police force's.
    """

    as_at: date
    board_area: str
    series: Mapping[tuple[str, str, str], Series]
    awaited: frozenset[tuple[str, Period]] = field(default_factory=frozenset)
    wider: Mapping[str, str] = field(default_factory=dict)

    def own_area(self, measure: str) -> str:
        """The area that a measure's own figures are about: the board's, or a wider one."""
        return self.wider.get(measure, self.board_area)

    def find(self, measure: str, area: str = "", breakdown: str = "") -> Series | None:
        """The series of a measure for an area (the measure's own when left out), or None."""
        return self.series.get((measure, area or self.own_area(measure), breakdown))

    def figure(self, measure: str, period: Period, area: str = "", breakdown: str = "") -> Figure | None:
        """The figure of a measure for a period and area, or None."""
        found = self.find(measure, area, breakdown)
        return found.at(period) if found else None

    def status(self, measure: str, period: Period) -> ValueStatus | None:
        """How a figure stands: its own status, awaited when it was due and did not come, or None."""
        found = self.figure(measure, period)
        if found:
            return found.value.status
        return ValueStatus.AWAITED if (measure, period) in self.awaited else None
