"""Lays out the quarterly scorecard: drawings from the view's plain data, then the template."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from markupsafe import Markup

from lif.calendars import long_date
from lif.reports import charts
from lif.reports.environments import environments
from lif.reports.papers import Frame, Stamp, frame
from lif.views.scorecard import Scorecard
from lif.views.scorecard.cards import Card, Chart, ChartPoint
from lif.views.scorecard.front import Front
from lif.views.scorecard.lines import Line
from lif.views.scorecard.matrix import Cell

MATRIX_COLUMNS = ("pass", "inconsistent", "fail", "no-target")
MATRIX_ROWS = {
    "Improving": "improvement-high",
    "No significant change": "common-cause",
    "Getting worse": "concern-high",
    "Unusual, for information": "neutral-high",
    "Too early or no figures": "too-few",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One chart in both sizes."""

    wide: Markup
    narrow: Markup


@dataclass(frozen=True, slots=True)
class Drawings:
    """Everything drawn for a page, by indicator, and the rows of its front sheet and matrix."""

    cards: MappingProxyType[str, Drawn]
    linked: frozenset[str]
    sparks: MappingProxyType[str, Markup]
    front: tuple[tuple[str, str], ...]
    matrix_columns: tuple[tuple[str, str], ...]
    matrix_rows: tuple[tuple[tuple[str, str], tuple[tuple[bool, tuple[tuple[str, str], ...]], ...]], ...]


def render(view: Scorecard, stamp: Stamp, form: str, folder: Path | None = None) -> str:
    """The scorecard as `html` or `md` text; `folder` holds the board's own templates."""
    drawings = _drawings(view)
    return environments(folder).render(
        f"scorecard.{form}.j2", paper=_frame(view, stamp), view=view, charts=drawings
    )


def title(view: Scorecard) -> str:
    """The paper's title, with whose it is."""
    front = view.front
    about = f" · {front.priority}" if front.priority else ""
    return f"Quarterly scorecard: {front.title_quarter.split(' (')[0]}{about}"


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


def _front_rows(front: Front) -> tuple[tuple[str, str], ...]:
    """The front sheet: every row has words, also when there is nothing to say."""
    nobody = "none recorded"
    return (
        ("For", front.group),
        ("Meeting", long_date(front.meeting_on) if front.meeting_on else "not yet in the calendar"),
        ("Purpose", front.purpose),
        ("Author", front.author or nobody),
        ("Period", front.title_quarter),
        ("Data as at", long_date(front.as_at)),
        ("Priorities touched", "; ".join(front.priorities) or nobody),
        ("Risks", "; ".join(front.risks) or "no indicator is getting worse"),
        ("Contributing agencies", "; ".join(front.contributing) or nobody),
        ("Not supplied by", "; ".join(front.missing) or "every agency has supplied"),
        ("Equality", front.equality or nobody),
        ("Status", "Draft" if front.draft else "Final"),
    )


def _drawings(view: Scorecard) -> Drawings:
    every = (*view.cards, *view.annex_cards)
    shown = [card for card in every if card.chart]
    cards = {card.line.id: _drawn(card, card.chart) for card in shown if card.chart}
    sparks = {line.id: _spark(line) for group in (*view.tables, *view.annex) for line in group.lines}
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
        linked,
        MappingProxyType(sparks),
        _front_rows(view.front),
        columns,
        rows,
    )


def _laid_out(view: Scorecard) -> tuple[Card, ...]:
    """The cards that stand in the paper: the leadership board's has no annex."""
    return view.cards if view.depth == "leadership" else (*view.cards, *view.annex_cards)


def _more(cell: Cell) -> tuple[tuple[str, str], ...]:
    """How many indicators of a cell are not named in it, as a last entry."""
    return ((f"{'and ' if cell.indicators else ''}{cell.more} more in the tables", ""),) if cell.more else ()


def _spark(line: Line) -> Markup:
    """The small line of the table, or nothing where there are fewer than two figures."""
    if sum(value is not None for value in line.spark) < 2:
        return Markup("")
    marks = tuple(charts.Mark(mark) for mark in line.spark_marks)
    return charts.sparkline(charts.SparklineData(line.spark, marks), f"{line.id}--spark")


def _drawn(card: Card, chart: Chart) -> Drawn:
    data = _chart_data(card, chart)
    draw = charts.control_chart if chart.sort == "control" else charts.run_chart
    return Drawn(draw(data, f"{card.line.id}--wide"), draw(data, f"{card.line.id}--narrow", charts.NARROW))


def _chart_data(card: Card, chart: Chart) -> charts.ControlChartData:
    """The drawing's data from the view's."""
    percent = chart.unit == "percent"
    return charts.ControlChartData(
        title=card.line.name,
        description=_described(card, chart),
        points=tuple(
            charts.ChartPoint(p.period, p.group, p.value, charts.Mark(p.mark), p.illustrative)
            for p in chart.points
        ),
        phases=tuple(charts.ChartPhase(p.first, p.last, p.centre, p.lower, p.upper) for p in chart.phases),
        lines=_lines(chart),
        notes=tuple(charts.ChartNote(charts.NoteKind(n.sort), n.at, n.label) for n in chart.notes),
        format=charts.NumberFormat(chart.decimals, suffix="%" if percent else ""),
        floor=0.0,
        ceiling=100.0 if percent else None,
    )


def _lines(chart: Chart) -> tuple[charts.ChartLine, ...]:
    found = []
    if chart.target is not None:
        found.append(charts.ChartLine(charts.LineKind.TARGET, "Target", chart.target))
    kinds = {"england": charts.LineKind.ENGLAND, "region": charts.LineKind.REGION}
    seen = set()
    for each in chart.comparisons:
        if each.sort not in seen:
            seen.add(each.sort)
            kind = kinds.get(each.sort, charts.LineKind.NEIGHBOURS)
            found.append(charts.ChartLine(kind, each.name, each.number))
    return tuple(found)


def _described(card: Card, chart: Chart) -> str:
    """What the chart shows, in words, from the data: the text for those who do not see it."""
    there = [point for point in chart.points if point.value is not None]
    if not there:
        return f"{card.line.name}: no figures."
    first, last = there[0], there[-1]
    kind = "Control chart" if chart.sort == "control" else "Run chart"
    pieces = [
        f"{kind} of {len(there)} points, {_place(first)} to {_place(last)}.",
        f"Latest {card.line.latest.text}.",
        f"{'Average' if chart.sort == 'control' else 'Median'} {chart.centre_text}."
        if chart.centre_text
        else "",
        f"Limits {chart.lower_text} to {chart.upper_text}." if chart.lower_text else "",
        f"Target {chart.target_text}." if chart.target_text else "",
        f"{card.line.changing.words}.",
        *(f"{each.name} {each.text}." for each in chart.comparisons),
        *(f"{note.label}." for note in chart.notes),
    ]
    return " ".join(piece for piece in pieces if piece)


def _place(point: ChartPoint) -> str:
    return f"{point.period} {point.group}".strip()
