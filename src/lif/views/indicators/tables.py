"""Every figure of an indicator as a row, for spreadsheets and papers."""

from __future__ import annotations

from lif.views.indicators.series import FigureRow, IndicatorShown, SeriesShown, rows
from lif.views.listing import Cell, Column, Listing

_BRIEF = {
    "label": "period",
    "text": "figure",
    "parts": "counts",
    "said": "said of it",
    "target": "target",
    "rating": "against target",
    "beside": "beside it",
    "known_since": "known since",
    "from_": "from",
}
_MORE = (
    *("measure", "area", "breakdown", "period", "period_kind", "number", "numerator", "denominator"),
    *("status", "cohort", "basis", "reason", "was", "was_counts", "was_in", "changed_why", "record"),
    *("release", "place", "computed", "illustrative"),
)
COLUMNS = (
    *(Column(key.rstrip("_"), title) for key, title in _BRIEF.items()),
    *(Column(key, key.replace("_", " "), False) for key in _MORE),
)


def table(shown: IndicatorShown) -> Listing:
    """All figures of the series that are shown."""
    return Listing("figure", COLUMNS, tuple(_row(series, row) for series, row in rows(shown)))


def table_of(series: SeriesShown) -> Listing:
    """The figures of one series; a column in which nothing stands is left out."""
    found = tuple(_row(series, row) for row in series.figures)
    brief = [c for c in COLUMNS if c.brief and any(row[c.key] not in (None, "", ()) for row in found)]
    return Listing("figure", tuple(brief), found)


def said_of(row: FigureRow) -> tuple[str, ...]:
    """What must be said beside a figure: how firm it is, that it was revised, why it is not there."""
    status = row.status_words if row.status_words not in ("final", row.text) else ""
    revised = f"revised, was {row.replaced.text}" if row.replaced else ""
    example = "illustrative" if row.illustrative else ""
    return tuple(filter(None, (status, revised, row.cohort, row.reason, example)))


def beside(row: FigureRow) -> tuple[str, ...]:
    """Each comparison: `England 22.1%, better; Neighbours 19.8%, similar, 8 of 10 areas, model of 2025`."""
    return tuple(
        ", ".join(
            filter(
                None,
                (
                    f"{each.name} {each.text}",
                    each.result,
                    f"{each.held} of {each.asked} areas" if each.average or each.held < each.asked else "",
                    f"model of {each.model}" if each.model else "",
                ),
            )
        )
        for each in row.comparisons
    )


def _row(series: SeriesShown, row: FigureRow) -> dict[str, Cell]:
    old = row.replaced
    return {
        "label": row.label,
        "text": row.text,
        "parts": row.parts,
        "said": said_of(row),
        "target": row.target,
        "rating": row.rating,
        "beside": beside(row),
        "known_since": row.known_since,
        "from": row.release or row.origin,
        "measure": series.measure,
        "area": series.area,
        "breakdown": series.breakdown,
        "period": row.period,
        "period_kind": row.kind,
        "number": row.number,
        "numerator": row.numerator,
        "denominator": row.denominator,
        "status": row.status,
        "cohort": row.cohort,
        "basis": row.basis,
        "reason": row.reason,
        "was": old.text if old else "",
        "was_counts": old.parts if old else "",
        "was_in": (old.release or old.record) if old else "",
        "changed_why": old.why if old else "",
        "record": row.record,
        "release": row.release,
        "place": row.place,
        "computed": row.computed,
        "illustrative": row.illustrative,
    }
