"""Draws agency by question at a glance: the score that counts, and where moderation changed it."""

from __future__ import annotations

from collections import Counter

from lif.records.section11 import Met
from lif.reports import charts
from lif.views.section_11_overview import Section11Overview
from lif.views.section_11_overview.grid import Cell, Grid, Row

MARKS: dict[Met, tuple[charts.Mark, str]] = {
    "fully-met": (charts.Mark.IMPROVEMENT, "fully met"),
    "partly-met": (charts.Mark.NEUTRAL, "partly met"),
    "not-met": (charts.Mark.CONCERN, "not met"),
}
CHANGED = "hollow: moderation changed the agency's own score"


def drawn(view: Section11Overview) -> tuple[charts.Drawn | None, ...]:
    """A picture for each standard, in their order; nothing for one agency alone, or without a score."""
    return tuple(_drawn(grid, number) for number, grid in enumerate(view.grids, start=1))


def _drawn(grid: Grid, number: int) -> charts.Drawn | None:
    cells = [cell for row in grid.rows for cell in row.cells]
    scores = [cell.score for cell in cells if cell.score]
    if len(grid.rows) < 2 or not scores:
        return None
    key = [
        (charts.GridCell(1, mark, bare=True), said) for met, (mark, said) in MARKS.items() if met in scores
    ]
    if any(cell.changed for cell in cells):
        key.append((charts.GridCell(1, hollow=True, bare=True), CHANGED))
    data = charts.GridData(
        f"{grid.standard}: the score that counts, agency by question",
        " ".join(_spoken(row, grid) for row in grid.rows),
        tuple(charts.GridColumn(one.name, str(at)) for at, one in enumerate(grid.questions, start=1)),
        tuple((row.agency, tuple(map(_cell, row.cells))) for row in grid.rows),
        tuple(key),
    )
    return charts.both(charts.grid, data, f"agency-by-question-{number}")


def _cell(cell: Cell) -> charts.GridCell:
    if cell.score is None:
        return charts.GridCell()
    return charts.GridCell(1, MARKS[cell.score][0], hollow=cell.changed, bare=True)


def _spoken(row: Row, grid: Grid) -> str:
    """One row of the picture in words: how many of each score, and which questions are not fully met."""
    counts = Counter(cell.score for cell in row.cells if cell.score)
    if not counts:
        return f"{row.agency}: no score."
    said = ", ".join(f"{counts[met]} {words}" for met, (_, words) in MARKS.items() if counts[met])
    short = [
        f"{one.name} {MARKS[cell.score][1]}"
        for one, cell in zip(grid.questions, row.cells, strict=True)
        if cell.score and cell.score != "fully-met"
    ]
    named = f" ({'; '.join(short)})" if short else ""
    return f"{row.agency}: {said}{named}."
