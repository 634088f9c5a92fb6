"""A year made from its quarters, months or terms, by the measure's own rule, whole or so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lif.calendars import (
    Period,
    PeriodKind,
    academic_year,
    financial_year_of,
    parse_period,
    year_to_date,
)
from lif.measures.series import Figure, Series
from lif.measures.values import RollUp, Value, ValueStatus, roll_up
from lif.records.charted import SeriesBreak

_PARTS = (PeriodKind.QUARTER, PeriodKind.MONTH, PeriodKind.TERM)


@dataclass(frozen=True, slots=True)
class YearMade:
    """A year, or the year up to its last part that has ended, as one figure; `how` is the measure's rule.

    `value` has no figure where a part has none: then `missing` are those parts. `refused` says in words why
    the parts cannot be one figure at all, and is empty otherwise.
    """

    period: Period
    year: Period
    how: RollUp
    parts: tuple[Figure, ...]
    missing: tuple[Period, ...]
    value: Value
    refused: str = ""

    @property
    def whole(self) -> bool:
        """Whether all parts of the year have ended."""
        return self.period.end == self.year.end


def years_made(series: Series, until: date, breaks: Sequence[SeriesBreak] = ()) -> tuple[YearMade, ...]:
    """Each year for which a part was supplied that had ended by a day, the first first.

    None for a measure that does not roll up, or whose figures are not parts of a year. A percentage is never
    averaged: its numerators are added, and its denominators (`lif.measures.values.roll_up`).
    """
    how = RollUp(series.measure.roll_up)
    if how is RollUp.NONE or PeriodKind(series.measure.period_kind) not in _PARTS:
        return ()
    years: dict[Period, list[Figure]] = {}
    for figure in series.until(until):
        years.setdefault(_year_of(figure.period), []).append(figure)
    starts = [parse_period(each.period).start for each in breaks if not each.comparable]
    return tuple(_made(how, year, figures, until, starts) for year, figures in years.items())


def _made(how: RollUp, year: Period, figures: list[Figure], until: date, starts: list[date]) -> YearMade:
    wanted = _parts_of(year, figures[0].period, until)
    there = {figure.period: figure for figure in figures}
    parts = tuple(there[period] for period in wanted if period in there)
    needed = wanted[-1:] if how is RollUp.LAST else wanted
    missing = tuple(p for p in needed if p not in there or not _adds(there[p].value))
    covers = year if wanted[-1].end == year.end else year_to_date(year, wanted[-1].end.month)
    per = figures[0].value.per
    if any(parts[0].period.start < start <= parts[-1].period.end for start in starts):
        why = "its definition changed within the year"
        return YearMade(covers, year, how, parts, (), Value(ValueStatus.NOT_APPLICABLE, per=per), why)
    if any(period not in there for period in needed):
        return YearMade(covers, year, how, parts, missing, Value(ValueStatus.NOT_AVAILABLE, per=per))
    try:
        value = roll_up([(figure.period, figure.value) for figure in parts if figure.period in needed], how)
    except ValueError as problem:
        nothing = Value(ValueStatus.NOT_AVAILABLE, per=per)
        return YearMade(covers, year, how, parts, missing, nothing, str(problem))
    return YearMade(covers, year, how, parts, missing, value)


def _adds(value: Value) -> bool:
    """Whether a part has a figure; nought out of nought adds nothing and is not missed."""
    return value.number is not None or value.denominator == 0


def _year_of(part: Period) -> Period:
    if part.kind is PeriodKind.TERM:
        return academic_year(part.end.year - (part.end.month < 9))
    return financial_year_of(part.end)


def _parts_of(year: Period, part: Period, until: date) -> tuple[Period, ...]:
    """The parts of a year, of the kind of `part`, that had ended by a day."""
    first = part
    while first.start > year.start:
        first = first.previous()
    found = []
    while first.end <= min(year.end, until):
        found.append(first)
        first = first.next()
    return tuple(found)
