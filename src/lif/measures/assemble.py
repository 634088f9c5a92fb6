"""From records to figures: returns and published series become exact series, as known on one day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from lif.calendars import Period, PeriodKind, parse_period
from lif.measures.covered import reported_in
from lif.measures.owed import owed
from lif.measures.series import Figure, Figures, Series
from lif.measures.values import Quantity, Value, ValueStatus
from lif.records import figures as records
from lif.records.board import Board
from lif.records.figures import PublishedSeries, Return
from lif.records.governance import Agency
from lif.records.indicators import Indicator, Measure
from lif.records.record import stands
from lif.register import PublishedRow, Register

Key = tuple[str, str, str]
Found = dict[Key, dict[Period, Figure]]
Release = tuple[date, PublishedSeries, tuple[tuple[Key, Figure], ...]]

_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,20})?")


@dataclass(frozen=True, slots=True)
class Known:
    """A measure with its indicator."""

    indicator: Indicator
    measure: Measure

    def takes(self, series: str, illustrative: bool) -> bool:
        """Whether figures of that sort belong to its series: sorts and examples are never mixed."""
        return self.measure.series == series and self.measure.illustrative == illustrative

    def period(self, text: str) -> Period:
        """The period that a figure's text spells; raises ValueError for another kind than the measure's."""
        return parse_period(text, PeriodKind(self.measure.period_kind))


def assemble(register: Register, as_at: date) -> Figures:
    """Every series as it was known on `as_at`: what was supplied or published later is not in it.

    Of several releases the later wins, and what it replaced is kept beside the figure. Of several agencies
    the measure's own supplier wins. What does not belong to its measure is left out, and the checks name
    it: another kind of period, a return's value in a published series or the other way round, parts that
    do not fit, an example among real figures or a real one among examples.
    """
    return register.made((assemble, as_at), lambda: _assembled(register, as_at))


def _assembled(register: Register, as_at: date) -> Figures:
    board = register.find(Board, register.board_id)
    area = board.area if board else ""
    known = _known(register)
    wider = {address: each.measure.area for address, each in known.items() if each.measure.area}
    found: Found = defaultdict(dict)
    for key, figure in _published(register, as_at):
        _release(found[key], figure)
    _returned(register, known, Figures(as_at, area, {}, wider=wider), found)
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
    figures = Figures(as_at, area, series, wider=wider)
    return replace(figures, awaited=frozenset(_awaited(register, known, figures)))


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
    if indicator.unit == "rate" and not per:
        raise ValueError("a rate does not say per how many it is")
    standing = ValueStatus(status)
    if not standing.has_figure:
        return Value(standing, per=per)
    if measure.source_only:
        if finished is None:
            raise ValueError("a finished figure is expected, and there is none")
        return Value(standing, per=per, source_only=finished)
    return Value(standing, numerator, denominator if per is not None else None, per)


def _release(figures: dict[Period, Figure], figure: Figure) -> None:
    """Puts a figure of a later release in its place; one that differs keeps the earlier beside it."""
    before = figures.get(figure.period)
    if before is None:
        figures[figure.period] = figure
    elif before.value != figure.value:
        figures[figure.period] = replace(figure, earlier=before.value, earlier_origin=before.origin)


def _known(register: Register) -> dict[str, Known]:
    """The measures of all indicators by address."""
    return {
        f"{indicator.id}/{measure.id}": Known(indicator, measure)
        for indicator in register.all(Indicator)
        for measure in indicator.measures
    }


def _published(register: Register, as_at: date) -> Iterator[tuple[Key, Figure]]:
    """Figures of published series that were public by the day, earlier releases first."""
    for since, series, figures in register.made(_releases, lambda: _releases(register)):
        if since > as_at:
            return
        if stands(series, as_at):
            yield from figures


def _releases(register: Register) -> tuple[Release, ...]:
    """Every published series with the day since when it was public and its figures, earlier ones first.

    They are read once, whatever the days are on which figures are asked for.
    """
    known = _known(register)
    public = [(series.released_on or series.imported_on, series) for series in register.all(PublishedSeries)]
    public.sort(key=lambda each: (each[0], each[1].id))
    return tuple((since, series, tuple(_rows(register, series, since, known))) for since, series in public)


def _rows(
    register: Register, series: PublishedSeries, since: date, known: dict[str, Known]
) -> Iterator[tuple[Key, Figure]]:
    for row in register.rows(series):
        target = known.get(row.measure)
        if target is None or not target.takes("published", series.illustrative):
            continue
        if figure := _row(series, since, row, target):
            yield (row.measure, row.area, row.breakdown), figure


def _row(series: PublishedSeries, since: date, row: PublishedRow, known: Known) -> Figure | None:
    try:
        value = value_of(
            known.indicator,
            known.measure,
            row.status,
            _number(row.numerator),
            _number(row.denominator),
            _number(row.value),
        )
        period = known.period(row.period)
    except ValueError:
        return None
    return Figure(period, value, series.id, since, series.illustrative)


def _number(text: str) -> Decimal | None:
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        raise ValueError("a cell of the table is not a plain number")
    return Decimal(text)


def _returned(register: Register, known: dict[str, Known], areas: Figures, found: Found) -> None:
    """Puts in the figures of returns that had come by the day, as they stood on it."""
    suppliers: dict[tuple[Key, Period], bool] = {}
    for return_ in register.all(Return):
        if return_.received is None or not stands(return_, areas.as_at):
            continue
        for value in return_.values:
            target = known.get(value.measure)
            since = value.reported_on or return_.received
            if target is None or since > areas.as_at or not stands(value, areas.as_at):
                continue
            if not target.takes("returns", return_.illustrative):
                continue
            if figure := _supplied(return_, value, target, since, areas.as_at):
                key = (value.measure, value.area or areas.own_area(value.measure), value.breakdown or "")
                own = _is_supplier(register, return_.agency, target)
                if own > suppliers.get((key, figure.period), -1):
                    suppliers[key, figure.period] = own
                    found[key][figure.period] = figure


def _is_supplier(register: Register, agency: str, known: Known) -> bool:
    """Whether an agency, or the one that took over from it, is the one that the measure names."""
    supplier = known.measure.supplier or known.indicator.supplier
    passed: set[str] = set()
    here: str | None = agency
    while here is not None and here not in passed:
        if here == supplier:
            return True
        passed.add(here)
        record = register.find(Agency, here)
        here = record.successor if record else None
    return False


def _supplied(return_: Return, value: records.Value, known: Known, since: date, as_at: date) -> Figure | None:
    """A value of a return with the revisions that had been made by the day."""
    revisions = sorted(value.revisions, key=lambda revision: revision.until)
    past = [revision for revision in revisions if revision.until <= as_at]
    stood: records.Value | records.Revision = value if len(past) == len(revisions) else revisions[len(past)]
    try:
        period = known.period(value.period or return_.period)
        current = _version(known, stood)
    except ValueError:
        return None
    if not past:
        reason = value.reason or "" if stood is value else ""
        return Figure(period, current, return_.id, since, return_.illustrative, None, reason)
    since = max(since, past[-1].until)
    return Figure(
        period, current, return_.id, since, return_.illustrative, _replaced(known, past[-1]), past[-1].reason
    )


def _replaced(known: Known, revision: records.Revision) -> Value | None:
    """What stood before a revision, or None where its parts do not fit."""
    try:
        return _version(known, revision)
    except ValueError:
        return None


def _version(known: Known, version: records.Value | records.Revision) -> Value:
    return value_of(
        known.indicator,
        known.measure,
        version.status,
        version.numerator,
        version.denominator,
        version.value,
    )


def _awaited(register: Register, known: dict[str, Known], figures: Figures) -> Iterator[tuple[str, Period]]:
    """Measures that a return should have filled by the day, and that have no figure and no reason for it."""
    for each in owed(register, figures.as_at):
        if each.due >= figures.as_at:
            continue
        for measure in each.measures:
            target = known.get(measure)
            period = reported_in(target.measure, each.period) if target else None
            if period is None:
                continue
            figure = figures.figure(measure, period)
            if figure is None or figure.value.status is ValueStatus.AWAITED:
                yield measure, period
