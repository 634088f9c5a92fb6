"""Lays out the paper on coverage: the signs of states and of the age of evidence, then the template."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lif.calendars import long_date
from lif.reports.environments import environments
from lif.reports.papers import Stamp, frame
from lif.views.coverage import Cell, Coverage
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
    paper = frame(TITLE, body, view.as_at, stamp, draft=draft, illustrative=shows_example(view))
    return environments(folder).render(
        f"coverage.{form}.j2", paper=paper, view=view, front=_front(view), said=WORDS
    )


def _front(view: Coverage) -> tuple[tuple[str, str], ...]:
    summary = view.summary
    nothing = summary.count("not-shown")
    headings = dict.fromkeys(section.group for section in view.sections)
    used = sum(route.state == "in-use" for route in view.routes)
    along = ("Learning routes", f"{len(view.routes)}, of which {used} in use")
    return (
        ("Purpose", "Assurance, and decisions on what nothing shows"),
        ("Data as at", long_date(view.as_at)),
        *((("Statements", f"{summary.statements}, of which nothing shows {nothing}"),) * bool(headings)),
        *((along,) * bool(view.routes)),
        *((("About", "; ".join(headings)),) * bool(headings)),
    )
