"""Lays out the calendar as a page: by quarter and by month, what is asked of the reader first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from lif.reports import charts
from lif.reports.charts.text import drawn_in
from lif.reports.environments import environments
from lif.reports.papers import Frame
from lif.views.calendar.months import MonthCell, Months, State
from lif.views.calendar.page import Page


def render(view: Page, paper: Frame, form: str, folder: Path | None = None) -> str:
    """The calendar as `html` or `md` text; `folder` holds the board's own templates."""
    front = (
        ("For", view.group or "All groups"),
        ("From", view.since),
        ("Until", view.until),
        ("Looked at from", view.as_at),
    )
    with drawn_in(paper.words):
        drawn = _drawn(view.months)
    return environments(folder).render(
        f"calendar.{form}.j2", paper=paper, view=view, front=front, drawn=drawn
    )


def title(view: Page) -> str:
    """The page's title, with whose calendar it is."""
    return f"Calendar: {view.group}" if view.group else "Calendar"


def _drawn(view: Months) -> charts.Drawn | None:
    """The year in one picture: how many dates of each sort in each month; nothing where there is none."""
    if not view.rows:
        return None
    data = charts.GridData(
        "Dates by month",
        " ".join(_spoken(name, cells, view) for name, cells in view.rows),
        tuple(charts.GridColumn(name.split()[0][:3], name[:1], group) for name, group in view.months),
        tuple((name, tuple(_STATES[cell.state](cell.count) for cell in cells)) for name, cells in view.rows),
        (
            (_STATES["late"](1), "something late and still wanted"),
            (_STATES["to-come"](1), "to come"),
            (_STATES["settled"](1), "over"),
        ),
        view.here,
    )
    return charts.both(charts.grid, data, "calendar-months")


_STATES: dict[State, Callable[[int], charts.GridCell]] = {
    "none": charts.GridCell,
    "late": partial(charts.GridCell, mark=charts.Mark.CONCERN),
    "to-come": partial(charts.GridCell, hollow=True),
    "settled": charts.GridCell,
}
_SPOKEN: dict[State, str] = {"none": "", "late": ", some late", "to-come": "", "settled": ", over"}


def _spoken(name: str, cells: tuple[MonthCell, ...], view: Months) -> str:
    """One row of the picture in words."""
    found = [
        f"{month} {cell.count}{_SPOKEN[cell.state]}"
        for (month, _), cell in zip(view.months, cells, strict=True)
        if cell.count
    ]
    return f"{name}: {'; '.join(found)}."
