"""Draws the year of audits by month, with what it shows in words."""

from __future__ import annotations

from lif.reports import charts
from lif.views.audit_calendar import AuditCalendar, YearRow
from lif.views.audit_calendar.year import MonthState

CELLS: dict[MonthState, charts.GridCell] = {
    "": charts.GridCell(),
    "planned": charts.GridCell(1, hollow=True, bare=True),
    "late": charts.GridCell(1, charts.Mark.CONCERN, bare=True),
    "worked": charts.GridCell(1, charts.Mark.NEUTRAL, bare=True),
    "reported": charts.GridCell(1, charts.Mark.IMPROVEMENT, bare=True),
    "repeat": charts.GridCell(1, charts.Mark.CONCERN, hollow=True, bare=True),
}
KEY: tuple[tuple[MonthState, str], ...] = (
    ("planned", "planned"),
    ("worked", "in the field or moderation"),
    ("reported", "reported"),
    ("late", "late to begin"),
    ("repeat", "to be repeated by"),
)
"""The shapes with their words; of those only what the year has is shown."""


def drawn(view: AuditCalendar) -> charts.Drawn | None:
    """The audits by month; nothing where no month has any."""
    if not view.rows:
        return None
    there = {state for row in view.rows for state in row.months}
    data = charts.GridData(
        f"The audits of {view.year} by month",
        " ".join(_spoken(row, view.months) for row in view.rows),
        tuple(map(_column, range(len(view.months)), view.months)),
        tuple((row.name, tuple(CELLS[state] for state in row.months)) for row in view.rows),
        tuple((CELLS[state], words) for state, words in KEY if state in there),
        view.here,
    )
    return charts.both(charts.grid, data, "audits-by-month")


def _column(at: int, name: str) -> charts.GridColumn:
    return charts.GridColumn(name[:3], name[:1], f"Q{at // 3 + 1}")


def _spoken(row: YearRow, months: tuple[str, ...]) -> str:
    """One row of the picture in words: each thing with the months it lasts."""
    words = dict(KEY)
    found: list[str] = []
    for state, said in words.items():
        when = [name for name, each in zip(months, row.months, strict=True) if each == state]
        if when:
            found.append(f"{said} {when[0]}" + (f" to {when[-1]}" if len(when) > 1 else ""))
    return f"{row.name}: {'; '.join(found)}."
