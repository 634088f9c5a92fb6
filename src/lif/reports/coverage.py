"""Lays out the paper on coverage: the signs of states and of the age of evidence, then the template."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lif.calendars import long_date
from lif.reports import charts
from lif.reports.charts.text import drawn_in
from lif.reports.environments import environments
from lif.reports.papers import Stamp, frame
from lif.views.coverage import Cell, Coverage, Tally
from lif.views.coverage.pieces import SORT_WORDS, SORTS, Leaning
from lif.views.coverage.routes import ROUTE_WORDS, RouteState
from lif.views.coverage.states import COUNTS, RULE, STATE_WORDS, STATES, State
from lif.views.examples import shows_example

TITLE = "Coverage: what shows each statement of the framework"
_STATE_SIGNS: dict[State, str] = {
    "shown-well": "met",
    "shown": "pass",
    "looked-at": "no-target",
    "contested": "inconsistent",
    "contradicted": "missed",
    "old": "not-judged",
    "not-shown": "unknown",
}
_ROUTE_SIGNS: dict[RouteState, str] = {"in-use": "met", "silent": "near", "never-used": "unknown"}
_LEANS: dict[Leaning, str] = {
    "for": "supports it",
    "against": "speaks against it",
    "mixed": "says mixed things",
    "silent": "",
}


@dataclass(frozen=True, slots=True)
class Words:
    """What the template says for each word of the view: (sign, words) of a state, a kind, a leaning."""

    states: dict[str, tuple[str, str]]
    routes: dict[str, tuple[str, str]]
    sorts: tuple[tuple[str, str], ...]
    leans: dict[Leaning, str]
    rule: str
    counts: str

    def aged(self, cell: Cell) -> tuple[str, str]:
        """The sign and the words for the age of the evidence in a cell that is not empty."""
        if cell.fresh:
            return "met", "within a year"
        return ("near", "over a year old") if cell.counts else ("not-judged", "over two years old")


WORDS = Words(
    {state: (_STATE_SIGNS[state], STATE_WORDS[state]) for state in STATES},
    {state: (_ROUTE_SIGNS[state], words) for state, words in ROUTE_WORDS.items()},
    tuple((sort, SORT_WORDS[sort]) for sort in SORTS),
    _LEANS,
    RULE,
    COUNTS,
)


def render(
    view: Coverage, body: str, stamp: Stamp, form: str, folder: Path | None = None, *, draft: bool = False
) -> str:
    """The paper as `html` or `md`; `body` names the body on the day, `folder` has the board's templates."""
    paper = frame(title(view), body, view.as_at, stamp, draft=draft, illustrative=shows_example(view))
    with drawn_in(stamp.words):
        drawn = _drawn(view)
    return environments(folder).render(
        f"coverage.{form}.j2", paper=paper, view=view, front=_front(view), said=WORDS, drawn=drawn
    )


def title(view: Coverage) -> str:
    """The paper's title, with what it is about where that is one heading."""
    return f"Coverage: what shows “{view.sections[0].name}”" if len(view.sections) == 1 else TITLE


def _drawn(view: Coverage) -> charts.Drawn | None:
    """How many statements of each part have evidence of each kind; nothing without statements."""
    tallies = view.summary.tallies
    if not tallies:
        return None
    rows = tuple(
        (
            f"{tally.name} ({tally.statements})",
            tuple(
                charts.GridCell(count, charts.Mark.ORDINARY if fresh else charts.Mark.NEUTRAL, not fresh)
                for count, fresh in zip(tally.by_sort, tally.fresh, strict=True)
            ),
        )
        for tally in tallies
    )
    names = [SORT_WORDS[sort] for sort in SORTS]
    data = charts.GridData(
        "Statements with evidence of each kind",
        " ".join(_spoken(tally, names) for tally in tallies),
        tuple(charts.GridColumn(name, str(number)) for number, name in enumerate(names, 1)),
        rows,
        (
            (charts.GridCell(1), "some of it from the last year"),
            (charts.GridCell(1, charts.Mark.NEUTRAL, True), "all of it older than a year"),
        ),
    )
    return charts.both(charts.grid, data, "coverage-grid")


def _spoken(tally: Tally, names: list[str]) -> str:
    """One row of the picture in words."""
    found = [f"{name.lower()} {count}" for name, count in zip(names, tally.by_sort, strict=True) if count]
    return f"{tally.name}, {tally.statements} statements: {', '.join(found) or 'no evidence that counts'}."


def _front(view: Coverage) -> tuple[tuple[str, str], ...]:
    summary = view.summary
    nothing = summary.count("not-shown")
    headings = dict.fromkeys(section.group for section in view.sections)
    used = sum(route.state == "in-use" for route in view.routes)
    if len(view.sections) == 1:
        headings = {f"{view.sections[0].group}: {view.sections[0].name}": None}
    along = ("Learning routes", f"{len(view.routes)}, of which {used or 'none'} in use")
    return (
        ("Purpose", "Assurance, and decisions on what nothing shows"),
        ("Data as at", long_date(view.as_at)),
        *((("Statements", _shown(summary.statements, nothing)),) * bool(headings)),
        *((along,) * bool(view.routes)),
        *((("About", "; ".join(headings)),) * bool(headings)),
    )


def _shown(statements: int, nothing: int) -> str:
    if not nothing:
        return f"{statements}; something shows or bears on {'it' if statements == 1 else 'each'}"
    return f"{statements}, of which nothing shows {nothing}"
