"""Exception cards: an indicator that needs the board's eye, with its chart, its story and its data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.calendars import parse_period
from lif.measures.aims import Against, aim_for
from lif.measures.judged import Judged
from lif.measures.series import Figure
from lif.measures.status import Status
from lif.records.figures import Asked, Return, Story
from lif.records.indicators import Indicator
from lif.views.compared.funnel import Funnel, funnel_for
from lif.views.compared.groups import Differences, differences
from lif.views.scorecard.charted import Chart, chart_of
from lif.views.scorecard.footnotes import footnotes
from lif.views.scorecard.lines import Line
from lif.views.scorecard.parts import name_of
from lif.views.scorecard.question import Ask
from lif.views.scorecard.rare_charted import rare_chart_of
from lif.views.scorecard.strip import Strip, strip_of
from lif.views.shown import flowing, parts_text, shown, value_text

CARD_POINTS = 48


@dataclass(frozen=True, slots=True)
class DataRow:
    """One row of the data table under a chart."""

    period: str
    figure: str
    parts: str
    said: str


@dataclass(frozen=True, slots=True)
class Told:
    """What was said about the indicator: the story, so what, now what, and the decision asked."""

    story: str
    so_what: str
    now_what: str
    decision: str
    author: str
    on: date
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Silence:
    """An explanation that did not come: who was asked, and when."""

    role: str
    asked_on: date | None


@dataclass(frozen=True, slots=True)
class Card:
    """An exception: its line, why it is one, chart, story or silence, and the data."""

    line: Line
    reasons: tuple[str, ...]
    signal: str
    chart: Chart | None
    strip: Strip | None
    told: Told | None
    silence: Silence | None
    rows: tuple[DataRow, ...]
    source: str
    footnotes: tuple[str, ...]
    differences: tuple[Differences, ...] = ()
    funnel: Funnel | None = None


def reasons(judged: Judged | None, line: Line) -> tuple[str, ...]:
    """Why an indicator is an exception; empty when it is none.

    Source of the triggers: the practice of exception reports (red, special cause for concern, a target
    out of reach, data that did not come).
    """
    found = []
    if line.getting_worse:
        found.append("getting worse")
    if line.meets.key == "fail":
        found.append("will miss its target without change")
    if judged and judged.rating.status is Status.RED and line.meets.key != "fail":
        found.append("off target")
    if line.due_missing:
        found.append("no figure for the quarter")
    return tuple(found)


def card(ask: Ask, line: Line, judged: Judged | None, why: tuple[str, ...]) -> Card:
    """The card of an exception."""
    figures = judged.series.until(ask.last)[-CARD_POINTS:] if judged else ()
    told = _told(ask, line.id)
    indicator = ask.register.record(Indicator, line.id)
    return Card(
        line=line,
        reasons=why,
        signal=_signal(judged),
        chart=_drawable(ask, line, judged, figures),
        strip=strip_of(ask, indicator),
        told=told,
        silence=None if told else _silence(ask, line),
        rows=tuple(_row(ask, judged, figure) for figure in reversed(figures)) if judged else (),
        source=_source(ask, line),
        footnotes=footnotes(judged, figures),
        differences=differences(ask.figures, indicator, ask.last),
        funnel=funnel_for(ask.register, ask.figures, indicator, ask.last),
    )


def _drawable(ask: Ask, line: Line, judged: Judged | None, figures: tuple[Figure, ...]) -> Chart | None:
    """The chart, where there are two periods or more to draw."""
    if judged is None or len(figures) < 2:
        return None
    if judged.rare is not None:
        return rare_chart_of(judged)
    return chart_of(ask, judged, figures, line.comparisons, line.target)


def _signal(judged: Judged | None) -> str:
    """What the rules say of the last point, where there are enough points to say it."""
    if judged is None or judged.chart is None or not judged.chart.firm:
        return ""
    return judged.chart.latest_words


def _row(ask: Ask, judged: Judged, figure: Figure) -> DataRow:
    aim = aim_for(judged.series, figure.period, Against(ask.register, ask.figures))
    judge = aim.target.judge if aim and aim.target else None
    seen = shown(judged.series.indicator, figure, ask.as_at, judge)
    said = [*seen.marks]
    if figure.revised and figure.earlier is not None and figure.earlier.number is not None:
        said.append(f"was {value_text(judged.series.indicator, figure.earlier)}")
    if figure.reason:
        said.append(figure.reason)
    if any(parse_period(each.period) == figure.period for each in judged.breaks):
        said.append("the definition changed from here")
    return DataRow(seen.period, seen.text, parts_text(judged.series.indicator, figure), "; ".join(said))


def stories(ask: Ask, indicator: str) -> list[tuple[Return, Story]]:
    """What was written about an indicator in the returns of the quarter that had come, oldest first."""
    found = [
        (return_, story)
        for return_ in ask.register.all(Return)
        if return_.period == str(ask.quarter) and not (return_.received and return_.received > ask.as_at)
        for story in return_.stories
        if story.indicator == indicator and story.written_on <= ask.as_at
    ]
    return sorted(found, key=lambda each: (each[1].written_on, each[0].id))


def _told(ask: Ask, indicator: str) -> Told | None:
    found = stories(ask, indicator)
    if not found:
        return None
    return_, story = found[-1]
    author = ask.register.get(story.author)
    return Told(
        story.story.strip(),
        (story.so_what or "").strip(),
        (story.now_what or "").strip(),
        flowing(story.decision_asked),
        getattr(author, "name", story.author),
        story.written_on,
        return_.illustrative,
    )


def _silence(ask: Ask, line: Line) -> Silence:
    found: list[Asked] = [
        asked
        for return_ in ask.register.all(Return)
        if return_.period == str(ask.quarter)
        for asked in return_.asked
        if asked.indicator == line.id and asked.on <= ask.as_at
    ]
    if not found:
        return Silence(line.owner, None)
    last = max(found, key=lambda asked: asked.on)
    role = ask.register.get(last.role)
    return Silence(getattr(role, "name", last.role), last.on)


def _source(ask: Ask, line: Line) -> str:
    """Where the figures come from, or should have come from, in words."""
    indicator = ask.register.record(Indicator, line.id)
    measure = indicator.measures[0]
    if measure.series == "published":
        return name_of(ask, measure.source) if measure.source else "published figures"
    often = "quarterly " if measure.period_kind == "quarter" else ""
    return f"{often}return of {name_of(ask, measure.supplier or indicator.supplier)}"
