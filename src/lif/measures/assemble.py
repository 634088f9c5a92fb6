"""From records to figures: returns and published series become exact series, as known on one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from lif.calendars import Period, parse_period
from lif.measures.series import Figure, Figures, Series
from lif.measures.values import Quantity, Value, ValueStatus
from lif.records import figures as records
from lif.records.board import Board
from lif.records.figures import PublishedSeries, Return
from lif.records.indicators import Indicator, Measure
from lif.register import PublishedRow, Register

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """A measure with its indicator."""

    indicator: Indicator
    measure: Measure


def assemble(register: Register, as_at: date) -> Figures:
    """Every series as it was known on `as_at`: what was supplied or published later is not in it.

    Of several releases the later wins, and what it replaced is kept beside the figure. A value that does
    not fit its measure is left out, and so is an example in a real series or a real one among examples:
    the checks name them.
    """
    board = register.find(Board, register.board_id)
    area = board.area if board else ""
    known = {
        f"{indicator.id}/{measure.id}": Known(indicator, measure)
        for indicator in register.all(Indicator)
        for measure in indicator.measures
    }
    found: dict[Key, dict[Period, Figure]] = defaultdict(dict)
    for key, figure in (*_published(register, known, as_at), *_returned(register, known, area, as_at)):
        if figure.illustrative == known[key[0]].measure.illustrative:
            _add(found[key], figure)
    series = {
        key: Series(
            known[key[0]].indicator,
            known[key[0]].measure,
            key[1],
            tuple(sorted(figures.values(), key=lambda f: f.period.sort_key)),
            key[2],
        )
        for key, figures in found.items()
    }
    return Figures(as_at, area, series, frozenset(_awaited(register, as_at)))


def _add(figures: dict[Period, Figure], figure: Figure) -> None:
    """Puts a figure in its place; one that differs from an earlier release keeps that beside it."""
    before = figures.get(figure.period)
    if before is not None and before.value != figure.value:
        figure = replace(figure, earlier=before.value)
    elif before is not None:
        figure = before
    figures[figure.period] = figure


def value_of(
    indicator: Indicator,
    measure: Measure,
    status: str,
    numerator: Quantity | None,
    denominator: Quantity | None,
    finished: Decimal | None,
) -> Value:
    """The exact value of a measure from its parts. Raises ValueError when they do not fit the measure."""
    per = {"count": None, "percent": 100, "rate": indicator.rate_per, "mean": 1}[indicator.unit]
    standing = ValueStatus(status)
    if not standing.has_figure:
        return Value(standing, per=per)
    if measure.source_only:
        if finished is None:
            raise ValueError("a finished figure is expected, and there is none")
        return Value(standing, per=per, source_only=finished)
    return Value(standing, numerator, denominator if per is not None else None, per)


def _published(register: Register, known: dict[str, Known], as_at: date) -> Iterator[tuple[Key, Figure]]:
    """Figures of published series that were public by the day, earlier releases first."""
    public = [s for s in register.all(PublishedSeries) if (s.released_on or s.imported_on) <= as_at]
    for series in sorted(public, key=lambda s: (s.released_on or s.imported_on, s.id)):
        for row in register.rows(series):
            if (target := known.get(row.measure)) and (figure := _row(series, row, target)):
                yield (row.measure, row.area, row.breakdown), figure


def _row(series: PublishedSeries, row: PublishedRow, known: Known) -> Figure | None:
    try:
        value = value_of(
            known.indicator,
            known.measure,
            row.status,
            _number(row.numerator),
            _number(row.denominator),
            _number(row.value),
        )
        period = parse_period(row.period)
    except (ValueError, ArithmeticError):
        return None
    since = series.released_on or series.imported_on
    return Figure(period, value, series.id, since, series.illustrative)


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _returned(
    register: Register, known: dict[str, Known], area: str, as_at: date
) -> Iterator[tuple[Key, Figure]]:
    """Figures of returns that had come by the day, as they stood on it."""
    for return_ in register.all(Return):
        if return_.received is None:
            continue
        for value in return_.values:
            since = value.reported_on or return_.received
            target = known.get(value.measure)
            if since > as_at or target is None:
                continue
            if figure := _supplied(return_, value, target, since, as_at):
                yield (value.measure, value.area or area, value.breakdown or ""), figure


def _supplied(return_: Return, value: records.Value, known: Known, since: date, as_at: date) -> Figure | None:
    """A value of a return with the revisions that had been made by the day."""
    versions: list[records.Value | records.Revision] = [*value.revisions, value]
    past = [revision for revision in value.revisions if revision.until <= as_at]
    try:
        period = parse_period(value.period or return_.period)
        current = _version(known, versions[len(past)])
        earlier = _version(known, past[-1]) if past else None
    except ValueError:
        return None
    reason = (past[-1].reason if past else value.reason) or ""
    return Figure(period, current, return_.id, since, return_.illustrative, earlier, reason)


def _version(known: Known, version: records.Value | records.Revision) -> Value:
    return value_of(
        known.indicator,
        known.measure,
        version.status,
        version.numerator,
        version.denominator,
        version.value,
    )


def _awaited(register: Register, as_at: date) -> Iterator[tuple[str, Period]]:
    """Measures of returns that were due by the day and had not come."""
    schedules = {schedule.agency: schedule for schedule in register.all(records.ReturnSchedule)}
    for return_ in register.all(Return):
        late = return_.received is None or return_.received > as_at
        if return_.due < as_at and late and return_.agency in schedules:
            for measure in schedules[return_.agency].measures:
                yield measure, parse_period(return_.period)
