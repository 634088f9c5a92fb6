"""What is published, on its way out for machines: JSON of public views, and open data as CSV and JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any

from lif.exchange.documents import written_as_json
from lif.exchange.listings import spreadsheet
from lif.exchange.papers import paper_schema, plain
from lif.measures.protecting import HIDDEN
from lif.measures.rounding import Number, exact, rounded
from lif.measures.series import Figure, Series
from lif.measures.values import ValueStatus
from lif.publishing import PublicSet, Stamped
from lif.records.figures import Benchmark
from lif.records.references import Area, NeighbourSet
from lif.views.public_scorecard import PublicScorecard

SCORECARD = "public-scorecard"
OPEN_DATA = "open-data"
NOT_APPLICABLE = "z"
"""A part that such a figure does not have: a count is divided by nothing."""
NOT_AVAILABLE = "x"
"""No figure, and nobody keeps one back."""
LOW = "low"
"""More than nought and less than half of what it is rounded to, as its publisher says."""

DICTIONARY: Mapping[str, str] = {
    "indicator": "What is watched, by its short name in the data.",
    "indicator_name": "The same in words.",
    "measure": "Which series of the indicator.",
    "measure_name": "The same in words.",
    "period": "The period, as 2024-25-Q3, 2024-25, 2025-03-31 and so on.",
    "period_name": "The same in words.",
    "area": "The area, by its short name in the data.",
    "area_name": "The same in words.",
    "breakdown": "The part of the whole; empty for the whole.",
    "unit": "count, percent, rate or mean.",
    "per": "For a rate: per how many.",
    "numerator": f"What was counted, as shown. {HIDDEN}: hidden. x: not available. z: not applicable.",
    "denominator": f"What it is divided by, as shown. {HIDDEN}, x and z as before.",
    "value": f"The figure, made from the two beside it, rounded. {HIDDEN}, x and z as before.",
    "status": "final, provisional, estimated, hidden, low, or why there is none.",
    "source": "official: as its publisher released it. board: from the agencies here, protected.",
}
"""The columns of the open data, and what they mean."""


@dataclass(frozen=True, slots=True)
class OpenCell:
    """One row of the open data; every field is text, as it may be shown."""

    indicator: str
    indicator_name: str
    measure: str
    measure_name: str
    period: str
    period_name: str
    area: str
    area_name: str
    breakdown: str
    unit: str
    per: str
    numerator: str
    denominator: str
    value: str
    status: str
    source: str


def scorecard_as_json(view: PublicScorecard) -> str:
    """The public scorecard as one object: no commit, and nothing that is not on the page."""
    found = plain(view)
    assert isinstance(found, dict)
    return written_as_json({"schema": f"lif.{SCORECARD}/1", **found})


def scorecard_schema() -> dict[str, Any]:
    """The schema of that object."""
    what = "The scorecard for the public: protected and official figures, and words that the public may read."
    return paper_schema(SCORECARD, what, PublicScorecard, head={})


def open_data_csv(made: PublicSet) -> str:
    """Every figure of the set, one a row; no text can start a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(DICTIONARY)
    for cell in open_cells(made):
        writer.writerow(spreadsheet(value) for value in asdict(cell).values())
    return out.getvalue()


def dictionary_csv() -> str:
    """What each column of the open data means."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("column", "meaning"))
    writer.writerows((name, spreadsheet(text)) for name, text in DICTIONARY.items())
    return out.getvalue()


def open_data_json(made: PublicSet) -> str:
    """The same with its dictionary, as one object."""
    return written_as_json(
        {
            "schema": f"lif.{OPEN_DATA}/1",
            "publication": _stamp(made.publication),
            "columns": dict(DICTIONARY),
            "rows": [plain(cell) for cell in open_cells(made)],
        }
    )


def _stamp(one: Stamped) -> dict[str, str]:
    return {
        "id": one.id,
        "title": one.title,
        "published": one.on.isoformat(),
        "version": one.version,
        "quarter": str(one.quarter),
    }


def open_cells(made: PublicSet) -> Iterator[OpenCell]:
    """The figures of the area and of those it is set beside, by indicator, measure, area and period."""
    beside = _beside(made)
    for key in sorted(made.figures.series):
        series = made.figures.series[key]
        own = series.area == made.figures.own_area(series.address)
        if made.register.get(series.address) is None or not (own or series.area in beside):
            continue
        for figure in series.figures:
            yield _cell(made, series, figure)


def _beside(made: PublicSet) -> frozenset[str]:
    """The areas that figures are set beside: England, the region, and areas like this one."""
    found = set[str]()
    for benchmark in made.register.all(Benchmark):
        neighbours = made.register.find(NeighbourSet, benchmark.neighbour_set)
        found.update(neighbours.neighbours if neighbours else ())
        found.update((benchmark.area,) if benchmark.area else ())
    return frozenset(found)


def _cell(made: PublicSet, series: Series, figure: Figure) -> OpenCell:
    indicator, measure, value = series.indicator, series.measure, figure.value
    area = made.register.find(Area, series.area)
    numerator, denominator, number = _numbers(series, figure)
    hidden = value.status is ValueStatus.SUPPRESSED
    return OpenCell(
        indicator.id,
        indicator.name,
        measure.id,
        measure.name or "",
        str(figure.period),
        figure.period.label,
        series.area,
        area.name if area else series.area,
        series.breakdown,
        indicator.unit,
        str(value.per) if indicator.unit == "rate" and value.per else "",
        numerator,
        denominator,
        number,
        "hidden" if hidden else value.status.value,
        "official" if measure.series == "published" else "board",
    )


def _numbers(series: Series, figure: Figure) -> tuple[str, str, str]:
    """Numerator, denominator and figure as text, each with its mark where there is none."""
    value, divided = figure.value, series.indicator.unit != "count"
    below = HIDDEN if divided else NOT_APPLICABLE
    if value.status is ValueStatus.SUPPRESSED:
        return HIDDEN, below, HIDDEN
    if value.number is None:
        mark = {ValueStatus.LOW: LOW, ValueStatus.NOT_APPLICABLE: NOT_APPLICABLE}.get(
            value.status, NOT_AVAILABLE
        )
        return mark, mark if divided else NOT_APPLICABLE, mark
    numerator = NOT_AVAILABLE if value.numerator is None else _digits(value.numerator)
    if divided:
        below = NOT_AVAILABLE if value.denominator is None else _digits(value.denominator)
    return numerator, below, str(rounded(value.number, series.indicator.decimals))


def _digits(number: Number) -> str:
    """A count or a quantity in digits, without noughts that say nothing."""
    found: Fraction = exact(number)
    return str(found.numerator) if found.denominator == 1 else str(rounded(found, 1))
