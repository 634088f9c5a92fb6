"""Draws how many statements of the framework stood in which state, on days or by group of headings."""

from __future__ import annotations

from collections.abc import Sequence

from lif.reports import charts
from lif.views.coverage.states import STATE_WORDS, State
from lif.views.framework_progress import FrameworkProgress
from lif.views.yearly_report import YearlyReport

LOOKS: dict[State, tuple[charts.Mark, bool]] = {
    "shown-well": (charts.Mark.IMPROVEMENT, False),
    "shown": (charts.Mark.IMPROVEMENT, True),
    "looked-at": (charts.Mark.NEUTRAL, True),
    "contested": (charts.Mark.NEUTRAL, False),
    "contradicted": (charts.Mark.CONCERN, False),
    "old": (charts.Mark.ORDINARY, True),
    "not-shown": (charts.Mark.CONCERN, True),
}
"""Each state's shape, and whether it is hollow."""


def of_progress(view: FrameworkProgress) -> charts.Drawn | None:
    """All statements on the day and a year before."""
    if not view.stood:
        return None
    rows = [
        ("Now", [sum(each.now[at] for each in view.stood) for at in range(len(STATE_WORDS))]),
        ("A year before", [sum(each.before[at] for each in view.stood) for at in range(len(STATE_WORDS))]),
    ]
    return _drawn("How many statements of the framework stand how", rows, "statements-stood")


def of_year(view: YearlyReport) -> charts.Drawn | None:
    """The statements at the end of the year and a year before; nothing where there are none."""
    part = view.figures
    if not part.statements:
        return None
    tallies = {each.state: each for each in part.states}
    rows = [
        ("End of the year", [tallies[words].now for words in STATE_WORDS.values()]),
        ("A year before", [tallies[words].before for words in STATE_WORDS.values()]),
    ]
    return _drawn("What shows the statements of the framework", rows, "statements-shown")


def _drawn(title: str, rows: Sequence[tuple[str, Sequence[int]]], prefix: str) -> charts.Drawn:
    columns = (words.capitalize() for words in STATE_WORDS.values())
    data = charts.GridData(
        title,
        " ".join(f"{name}: {_spoken(counts)}." for name, counts in rows),
        tuple(charts.GridColumn(words, str(at)) for at, words in enumerate(columns, start=1)),
        tuple((name, tuple(map(_cell, STATE_WORDS, counts))) for name, counts in rows),
    )
    return charts.both(charts.grid, data, prefix)


def _cell(state: State, count: int) -> charts.GridCell:
    return charts.GridCell(count, *LOOKS[state])


def _spoken(counts: Sequence[int]) -> str:
    return ", ".join(f"{count} {words}" for count, words in zip(counts, STATE_WORDS.values(), strict=True))
