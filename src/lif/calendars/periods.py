"""Periods a figure can be about: quarters, years, months, terms and single days, kept apart by kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property, total_ordering

from lif.calendars import labels
from lif.calendars.dates import add_months, month_end, shift_end


class PeriodKind(StrEnum):
    """What sort of period it is; periods of different kinds are never compared, summed or averaged."""

    QUARTER = "quarter"
    FINANCIAL_YEAR = "financial-year"
    MONTH = "month"
    SNAPSHOT = "snapshot"
    ROLLING_YEAR = "rolling-year"
    ACADEMIC_YEAR = "academic-year"
    TERM = "term"
    CALENDAR_YEAR = "calendar-year"
    POOLED = "pooled"
    YEAR_TO_DATE = "year-to-date"

    @property
    def words(self) -> str:
        """For readers: `financial year`, `single day`."""
        return {"snapshot": "single day", "pooled": "run of pooled years"}.get(
            self.value, self.value.replace("-", " ")
        )


class UnlikePeriods(TypeError):  # noqa: N818 - named for what was found
    """Two periods of different kinds, or pools of different length, were asked which comes first."""


_STEP = {
    PeriodKind.QUARTER: 3,
    PeriodKind.MONTH: 1,
    PeriodKind.FINANCIAL_YEAR: 12,
    PeriodKind.ACADEMIC_YEAR: 12,
    PeriodKind.CALENDAR_YEAR: 12,
    PeriodKind.POOLED: 12,
}


@total_ordering
@dataclass(frozen=True)
class Period:
    """A stretch of days (both ends inclusive) of one kind; a snapshot is a single day.

    `str()` gives the spelling of records, `label` the words for readers, `short` the words for charts.
    Within a kind periods are ordered by time; across kinds `<` raises UnlikePeriods.
    """

    kind: PeriodKind
    start: date
    end: date

    def __lt__(self, other: Period) -> bool:
        self.require_like(other)
        return (self.end, self.start) < (other.end, other.start)

    def __str__(self) -> str:
        return self._spelling

    @cached_property
    def _spelling(self) -> str:
        return labels.spelling(self.kind, self.start, self.end)

    @cached_property
    def label(self) -> str:
        """For readers: `Quarter 3 2024/25 (October to December 2024)`, `year to 30 September 2024`."""
        return labels.label(self.kind, self.start, self.end)

    @cached_property
    def short(self) -> str:
        """For chart axes and narrow columns: `Q3 24/25`, `Jun 24`, `31 Mar 25`."""
        return labels.short(self.kind, self.start, self.end)

    @cached_property
    def axis(self) -> tuple[str, str]:
        """For a chart's axis: the period and the year it is grouped under, `("Q3", "2024/25")`."""
        return labels.axis(self.kind, self.start, self.end)

    @property
    def slug(self) -> str:
        """The spelling in lower case, as it stands in ids: `2025-26-q2`."""
        return self._spelling.lower()

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Orders periods of every kind for a listing: by end, then start, then kind."""
        return (self.end, self.start, self.kind.value)

    @property
    def months(self) -> int:
        """How many months it spans; 0 for a snapshot."""
        if self.kind is PeriodKind.SNAPSHOT:
            return 0
        after = self.end + timedelta(days=1)
        return (after.year - self.start.year) * 12 + after.month - self.start.month

    @property
    def quarter(self) -> int:
        """1 to 4 for a financial quarter. Raises ValueError for any other kind."""
        if self.kind is not PeriodKind.QUARTER:
            raise ValueError(f"{self.label} is not a quarter")
        return labels.quarter_number(self.start)

    def contains(self, day: date) -> bool:
        """Whether the day lies in it, ends included."""
        return self.start <= day <= self.end

    def is_like(self, other: Period) -> bool:
        """Whether figures of the two can stand in one series.

        They are of the same kind; pools are of the same length, and years to date begin in the same month.
        """
        if self.kind is not other.kind:
            return False
        if self.kind is PeriodKind.YEAR_TO_DATE:
            return self.start.month == other.start.month
        pools = self.kind is PeriodKind.POOLED
        return not pools or (self.months == other.months and self.start.month == other.start.month)

    def require_like(self, other: Period) -> None:
        """Raises UnlikePeriods, in plain words, unless `is_like`."""
        if not self.is_like(other):
            raise UnlikePeriods(
                f"{self.label} and {other.label} are different kinds of period and cannot be compared"
            )

    def next(self) -> Period:
        """The period of the same kind that follows; pooled years move on by one year.

        Raises ValueError for a snapshot, a rolling year or a year to date: their step depends on the measure.
        """
        return self._step(1)

    def previous(self) -> Period:
        """The period of the same kind before it; see `next`."""
        return self._step(-1)

    def year_before(self) -> Period:
        """The same period a year earlier; a month's last day stays the last day."""
        end = shift_end(self.end, -12)
        start = end if self.kind is PeriodKind.SNAPSHOT else add_months(self.start, -12)
        return Period(self.kind, start, end)

    def _step(self, by: int) -> Period:
        if self.kind is PeriodKind.TERM:
            return term_of(self.end + timedelta(days=1) if by > 0 else self.start - timedelta(days=1))
        step = _STEP.get(self.kind)
        if step is None:
            raise ValueError(
                f"{self.label} has no next or previous one of itself: say how far apart they are"
            )
        return Period(self.kind, add_months(self.start, by * step), shift_end(self.end, by * step))


def _span(kind: PeriodKind, start: date, months: int) -> Period:
    return Period(kind, start, add_months(start, months) - timedelta(days=1))


def quarter(year: int, number: int) -> Period:
    """Quarter 1 to 4 of the year that begins in April of `year`: (2024, 3) is October to December 2024."""
    if not 1 <= number <= 4:
        raise ValueError(f"there is no quarter {number}: a year has quarters 1 to 4")
    return _span(PeriodKind.QUARTER, add_months(date(year, 4, 1), 3 * (number - 1)), 3)


def financial_year(year: int) -> Period:
    """1 April of `year` to 31 March of the next."""
    return _span(PeriodKind.FINANCIAL_YEAR, date(year, 4, 1), 12)


def academic_year(year: int) -> Period:
    """1 September of `year` to 31 August of the next: the school year of national figures."""
    return _span(PeriodKind.ACADEMIC_YEAR, date(year, 9, 1), 12)


def calendar_year(year: int) -> Period:
    """1 January to 31 December."""
    return _span(PeriodKind.CALENDAR_YEAR, date(year, 1, 1), 12)


def month(year: int, number: int) -> Period:
    """A calendar month, 1 to 12."""
    if not 1 <= number <= 12:
        raise ValueError(f"there is no month {number}: a year has months 1 to 12")
    return Period(PeriodKind.MONTH, date(year, number, 1), month_end(year, number))


def snapshot(day: date) -> Period:
    """How things stood on one day."""
    return Period(PeriodKind.SNAPSHOT, day, day)


def rolling_year(end: date) -> Period:
    """The twelve months that end on a day."""
    return Period(PeriodKind.ROLLING_YEAR, add_months(end + timedelta(days=1), -12), end)


def pooled(first: Period, last: Period) -> Period:
    """Several whole years taken together, from `first` to `last`, both financial or both calendar years.

    Raises UnlikePeriods when they differ in kind, ValueError when they are not years in order.
    """
    first.require_like(last)
    if first.kind not in (PeriodKind.FINANCIAL_YEAR, PeriodKind.CALENDAR_YEAR) or not first < last:
        raise ValueError(f"{first} to {last} is not a run of years: write the first year, then a later one")
    return Period(PeriodKind.POOLED, first.start, last.end)


def year_to_date(year: Period, last: int) -> Period:
    """A financial, academic or calendar year from its first day to the end of its month `last`, 1 to 12.

    A figure for it adds up through the year: 9 is the end of September, in whichever of the two years it is.
    """
    if year.kind not in (PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR, PeriodKind.CALENDAR_YEAR):
        raise ValueError(f"{year.label} is not a year that can be added up to date")
    if not 1 <= last <= 12:
        raise ValueError(f"there is no month {last}: a year has months 1 to 12")
    return _span(PeriodKind.YEAR_TO_DATE, year.start, (last - year.start.month) % 12 + 1)


def to_the_end_of(period: Period) -> Period:
    """The financial year to date at the end of a quarter or month: what a quarter's return can add up."""
    if period.kind not in (PeriodKind.QUARTER, PeriodKind.MONTH):
        raise ValueError(f"{period.label} is not a quarter or a month")
    return year_to_date(financial_year_of(period.end), period.end.month)


def term(year: int, name: str) -> Period:
    """The `autumn`, `spring` or `summer` term of the academic year that begins in September of `year`.

    Terms end on 31 December, 31 March and 31 August, the days of the Education (Start of Compulsory School
    Age) Order 1998; a school's own term dates lie inside them.
    """
    if name not in labels.TERMS:
        raise ValueError(f"there is no {name!r} term: a year has autumn, spring and summer")
    start = date(year if name == "autumn" else year + 1, {"autumn": 9, "spring": 1, "summer": 4}[name], 1)
    return _span(PeriodKind.TERM, start, {"autumn": 4, "spring": 3, "summer": 5}[name])


def quarter_of(day: date) -> Period:
    """The financial quarter that holds a day."""
    return quarter(_year_from_april(day), labels.quarter_number(day))


def financial_year_of(day: date) -> Period:
    """The financial year, April to March, that holds a day."""
    return financial_year(_year_from_april(day))


def term_of(day: date) -> Period:
    """The school term that holds a day; see `term` for the bounds."""
    start = day.year if day.month >= 9 else day.year - 1
    return term(start, "autumn" if day.month >= 9 else "spring" if day.month <= 3 else "summer")


def quarters_between(first: Period, last: Period) -> tuple[Period, ...]:
    """Every quarter from `first` to `last`, both included; empty when `last` is earlier.

    Raises ValueError when either is not a quarter.
    """
    for period in (first, last):
        if period.kind is not PeriodKind.QUARTER:
            raise ValueError(f"{period.label} is not a quarter")
    found = []
    current = first
    while current <= last:
        found.append(current)
        current = current.next()
    return tuple(found)


def _year_from_april(day: date) -> int:
    return day.year if day.month >= 4 else day.year - 1
