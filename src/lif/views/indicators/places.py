"""Where a figure stands in its record: which value of a return, which row of a published table."""

from __future__ import annotations

from lif.calendars import PeriodKind, parse_period
from lif.measures.series import Figure, Series
from lif.records.figures import PublishedSeries, Return
from lif.records.problems import FieldPath
from lif.register import Register


def stands_at(register: Register, series: Series, figure: Figure) -> tuple[FieldPath, int | None]:
    """The path of a figure in its return, or the number of its row in the table; neither where not found."""
    found = register.get(figure.origin)
    if isinstance(found, PublishedSeries):
        for index, row in enumerate(register.rows(found)):
            mine = (row.measure, row.area, row.breakdown) == (series.address, series.area, series.breakdown)
            if mine and _same(series, figure, row.period):
                return (), index
    if isinstance(found, Return):
        for index, value in enumerate(found.values):
            same = value.measure == series.address and (value.breakdown or "") == series.breakdown
            same = same and value.area in (None, series.area)
            if same and _same(series, figure, value.period or found.period):
                return ("values", index), None
    return (), None


def _same(series: Series, figure: Figure, text: str) -> bool:
    try:
        return parse_period(text, PeriodKind(series.measure.period_kind)) == figure.period
    except ValueError:
        return False
