"""What rates divide by: numerators of other series by measure, area and year, the latest release of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lif.calendars import Period, PeriodKind, financial_year_of, parse_period
from lif.exchange.national.cells import Cell
from lif.exchange.national.figures import NO_DENOMINATOR
from lif.exchange.national.series import Series
from lif.records.figures import PublishedSeries
from lif.register import Register


def year_of(period: Period) -> int:
    """The calendar year in which it ends; for a quarter, in which its financial year ends."""
    return financial_year_of(period.end).end.year if period.kind is PeriodKind.QUARTER else period.end.year


@dataclass
class Populations:
    """Numbers by measure, area and year; of two releases the later counts."""

    _found: dict[tuple[str, str, int], tuple[date, Decimal, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, register: Register) -> Populations:
        """Those that are in the workspace already."""
        known = cls()
        for record in register.all(PublishedSeries):
            for row in register.published.get(record.id, ()):
                if row.numerator and not row.breakdown:
                    key = (row.measure, row.area, year_of(parse_period(row.period)))
                    known._add(key, Decimal(row.numerator), record.id, record.released_on)
        return known

    def remember(self, series: Series) -> None:
        """Adds the numbers of a series that was just made."""
        for one in series.figures:
            if one.numerator is not None and not one.breakdown:
                key = (one.measure, one.area, year_of(one.period))
                self._add(key, one.numerator, series.id, series.released_on)

    def find(self, measure: str, area: str, year: int) -> tuple[Cell, str]:
        """The number for a year as a cell, and the series it stands in."""
        found = self._found.get((measure, area, year))
        return (Cell(found[1]), found[2]) if found else (NO_DENOMINATOR, "")

    def _add(self, key: tuple[str, str, int], number: Decimal, series: str, released: date | None) -> None:
        day = released or date.min
        if key not in self._found or self._found[key][0] <= day:
            self._found[key] = (day, number, series)
