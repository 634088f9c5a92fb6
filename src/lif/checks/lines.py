"""Every figure of returns and published series as one kind of line, for the checks that look at figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from lif.checks.finding import Finding
from lif.checks.once import once
from lif.records.board import Board
from lif.records.figures import PublishedSeries, Return
from lif.records.indicators import Indicator, Measure
from lif.records.problems import FieldPath
from lif.register import Register

WITH_FIGURE = frozenset(("final", "provisional", "estimated"))
WITHOUT_FIGURE = frozenset(("awaited", "not-available", "not-applicable", "suppressed", "low"))
UNITS = {"count": "count", "percent": "percentage", "rate": "rate", "mean": "mean"}
"""The units in words."""
NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?")

Measures = dict[str, tuple[Indicator, Measure]]


class Line(NamedTuple):
    """One figure, where it stands, and the measure that it belongs to.

    `reason` is what its supplier says of it: it explains what looks odd, and a doubt is not raised again.
    """

    record: str
    path: FieldPath
    row: int | None
    address: str
    indicator: Indicator
    measure: Measure
    period: str
    area: str
    breakdown: str
    numerator: Decimal | None
    denominator: Decimal | None
    value: Decimal | None
    status: str
    supplier: str
    reason: str = ""

    def finding(self, message: str, hint: str, field: str = "") -> Finding:
        """A finding about this figure, or about one of its fields."""
        path = (*self.path, field) if field and self.row is None else self.path
        return Finding(self.record, path, message, hint, row=self.row)


def in_words(kind: str) -> str:
    """A kind of period in words: `financial year`, `single day`."""
    return {"snapshot": "single day", "pooled": "run of years"}.get(kind, kind.replace("-", " "))


def measures(register: Register) -> Measures:
    """Every measure by its address, with its indicator."""
    return {
        f"{indicator.id}/{measure.id}": (indicator, measure)
        for indicator in register.all(Indicator)
        for measure in indicator.measures
    }


@once
def lines(register: Register) -> tuple[Line, ...]:
    """Every figure whose measure is known; a row with a cell that is not understood is left out."""
    known = measures(register)
    return (*_returned(register, known), *_published(register, known))


def _returned(register: Register, known: Measures) -> Iterator[Line]:
    """The figures of returns."""
    board = register.find(Board, register.board_id)
    area = board.area if board else ""
    for return_ in register.all(Return):
        for index, value in enumerate(return_.values):
            found = known.get(value.measure)
            if found is not None:
                yield Line(
                    return_.id,
                    ("values", index),
                    None,
                    value.measure,
                    found[0],
                    found[1],
                    value.period or return_.period,
                    value.area or area,
                    value.breakdown or "",
                    value.numerator,
                    value.denominator,
                    value.value,
                    value.status,
                    return_.agency,
                    value.reason or "",
                )


def _published(register: Register, known: Measures) -> Iterator[Line]:
    """The figures of published series."""
    for series in register.all(PublishedSeries):
        for index, row in enumerate(register.rows(series)):
            found = known.get(row.measure)
            if found is None or row.status not in WITH_FIGURE | WITHOUT_FIGURE:
                continue
            cells = (row.numerator, row.denominator, row.value)
            if all(not cell or NUMBER.fullmatch(cell) for cell in cells):
                numerator, denominator, value = (Decimal(cell) if cell else None for cell in cells)
                yield Line(
                    series.id,
                    (),
                    index,
                    row.measure,
                    found[0],
                    found[1],
                    row.period,
                    row.area,
                    row.breakdown,
                    numerator,
                    denominator,
                    value,
                    row.status,
                    series.id,
                )
