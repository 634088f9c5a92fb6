"""Lays out the quarterly scorecard: drawings from the view's plain data, then the template."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from markupsafe import Markup

from lif.calendars import long_date
from lif.reports.charts import Drawn
from lif.reports.charts.text import drawn_in
from lif.reports.drawn import Said, drawn, drawn_funnel, drawn_strip, spark
from lif.reports.environments import environments
from lif.reports.papers import Frame, Stamp, frame
from lif.views.scorecard import Scorecard
from lif.views.scorecard.cards import Card
from lif.views.scorecard.charted import Chart
from lif.views.scorecard.front import Front
from lif.views.scorecard.matrix import Cell

MATRIX_COLUMNS = ("pass", "inconsistent", "fail", "no-target")
MATRIX_ROWS = {
    "Improving": "improvement-high",
    "No significant change": "common-cause",
    "Getting worse": "concern-high",
    "Unusual, for information": "neutral-high",
    "Too early or no figures": "too-few",
}

Rows = tuple[tuple[str, str], ...]
"""Names with their words."""


@dataclass(frozen=True, slots=True)
class Drawings:
    """Everything drawn for a page, by indicator, and the rows of its front sheet and matrix."""

    cards: MappingProxyType[str, Drawn]
    strips: MappingProxyType[str, Drawn]
    funnels: MappingProxyType[str, Drawn]
    linked: frozenset[str]
    sparks: MappingProxyType[str, Markup]
    front: Rows
    matrix_columns: tuple[tuple[str, str], ...]
    matrix_rows: tuple[tuple[tuple[str, str], tuple[tuple[bool, tuple[tuple[str, str], ...]], ...]], ...]


def render(view: Scorecard, stamp: Stamp, form: str, folder: Path | None = None) -> str:
    """The scorecard as `html` or `md` text; `folder` holds the board's own templates."""
    paper = _frame(view, stamp)
    with drawn_in(stamp.words):
        drawings = _drawings(view, paper.stamp)
    return environments(folder).render(f"scorecard.{form}.j2", paper=paper, view=view, charts=drawings)


def title(view: Scorecard) -> str:
    """The paper's title, with whose it is."""
    front = view.front
    about = f" · {front.priority}" if front.priority else ""
    return f"Quarterly scorecard: {front.group}, {front.title_quarter.split(' (')[0]}{about}"


def _frame(view: Scorecard, stamp: Stamp) -> Frame:
    front = view.front
    return frame(
        title(view),
        front.body,
        front.as_at,
        stamp,
        marking=front.marking,
        draft=front.draft,
        illustrative=view.illustrative,
    )


def _front_rows(front: Front, stamp: Rows, returns: bool) -> Rows:
    """The front sheet: every row has words, also when there is nothing to say; the longest stands last."""
    nobody = "none recorded"
    all_came = "every agency has supplied" if returns else "no return is scheduled for this quarter"
    return (
        ("For", front.group),
        ("Meeting", long_date(front.meeting_on) if front.meeting_on else "not yet in the calendar"),
        ("Purpose", front.purpose),
        ("Author", front.author or nobody),
        ("Period", front.title_quarter),
        ("Data as at", long_date(front.as_at)),
        ("Priorities touched", "; ".join(front.priorities) or nobody),
        ("Risks touched", "; ".join(front.risks) or "none of the open risks"),
        ("Contributing agencies", "; ".join(front.contributing) or nobody),
        ("Not supplied by", "; ".join(front.missing) or all_came),
        ("Status", "Draft" if front.draft else "Final"),
        ("Version", "; ".join(f"{name.lower()} {words}" for name, words in stamp[1:])),
        ("Equality", front.equality or nobody),
    )


def _drawings(view: Scorecard, stamp: Rows) -> Drawings:
    every = (*view.cards, *view.annex_cards)
    shown = [card for card in every if card.chart]
    cards = {card.line.id: _drawn(card, card.chart) for card in shown if card.chart}
    strips = {
        card.line.id: drawn_strip(card.strip, card.line.name, f"{card.line.id}--strip")
        for card in every
        if card.strip
    }
    sparks = {line.id: spark(line) for group in (*view.tables, *view.annex) for line in group.lines}
    linked = frozenset(card.line.id for card in _laid_out(view))
    rows = tuple(
        (
            (MATRIX_ROWS[name], name),
            tuple(
                (
                    name == "Getting worse" and bool(cell.indicators or cell.more),
                    (
                        *(
                            (words, f"#card--{id_}" if id_ in linked else "")
                            for id_, words in cell.indicators
                        ),
                        *_more(cell),
                    ),
                )
                for cell in cells
            ),
        )
        for name, cells in view.matrix.rows
    )
    columns = tuple(zip(MATRIX_COLUMNS, view.matrix.columns, strict=True))
    return Drawings(
        MappingProxyType(cards),
        MappingProxyType(strips),
        MappingProxyType(_funnels(every)),
        linked,
        MappingProxyType(sparks),
        _front_rows(view.front, stamp, bool(view.returns)),
        columns,
        rows,
    )


def _funnels(cards: tuple[Card, ...]) -> dict[str, Drawn]:
    return {
        card.line.id: drawn_funnel(card.funnel, card.line.name, f"{card.line.id}--funnel")
        for card in cards
        if card.funnel
    }


def _laid_out(view: Scorecard) -> tuple[Card, ...]:
    """The cards that stand in the paper: the leadership board's has no annex."""
    return view.cards if view.depth == "leadership" else (*view.cards, *view.annex_cards)


def _more(cell: Cell) -> tuple[tuple[str, str], ...]:
    """How many indicators of a cell are not named in it, as a last entry."""
    return ((f"{'and ' if cell.indicators else ''}{cell.more} more in the tables", ""),) if cell.more else ()


def _drawn(card: Card, chart: Chart) -> Drawn:
    line = card.line
    return drawn(chart, Said(line.name, line.latest.text, line.changing.words), line.id)
