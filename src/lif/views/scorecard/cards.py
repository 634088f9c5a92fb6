"""Exception cards: an indicator that needs the board's eye, with its chart, its story and its data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.calendars import parse_period
from lif.measures.judged import Judged
from lif.measures.series import Figure
from lif.measures.status import Status
from lif.records.figures import Asked, Return, Story
from lif.records.indicators import Annotation, Indicator
from lif.records.record import stands
from lif.views.scorecard.lines import Comparison, Line
from lif.views.scorecard.parts import name_of
from lif.views.scorecard.question import Ask
from lif.views.shown import flowing, number_text, parts_text, shown

CARD_POINTS = 48


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One period of the chart: its axis words, its figure or a gap, and what it means."""

    period: str
    group: str
    value: float | None
    mark: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class ChartPhase:
    """Points `first` to `last` with their average, or median, and limits where there are enough points."""

    first: int
    last: int
    centre: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class ChartNote:
    """A dated event, step change or break of the series at a point."""

    sort: str
    at: int
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Plain data of a card's chart: a run chart (median, no limits) where the last phase is too short."""

    sort: str
    points: tuple[ChartPoint, ...]
    phases: tuple[ChartPhase, ...]
    target: float | None
    target_text: str
    comparisons: tuple[Comparison, ...]
    notes: tuple[ChartNote, ...]
    decimals: int
    unit: str
    centre_text: str
    lower_text: str
    upper_text: str


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
    told: Told | None
    silence: Silence | None
    rows: tuple[DataRow, ...]
    source: str


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
    return Card(
        line=line,
        reasons=why,
        signal=_signal(judged),
        chart=_chart(ask, line, judged, figures) if judged and len(figures) > 1 else None,
        told=told,
        silence=None if told else _silence(ask, line),
        rows=tuple(_row(ask, judged, figure) for figure in reversed(figures)) if judged else (),
        source=_source(ask, line),
    )


def _signal(judged: Judged | None) -> str:
    """What the rules say of the last point, where there are enough points to say it."""
    if judged is None or judged.chart is None or not judged.chart.firm:
        return ""
    return judged.chart.latest.cause.words


def _chart(ask: Ask, line: Line, judged: Judged, figures: tuple[Figure, ...]) -> Chart:
    indicator = judged.series.indicator
    phases = _phases(judged, figures)
    last = phases[-1] if phases else ChartPhase(0, 0, None, None, None)
    limits = last.lower is not None

    def text(number: float | None) -> str:
        return "" if number is None else number_text(indicator, number)

    return Chart(
        sort="control" if limits else "run",
        points=tuple(_point(judged, figure) for figure in figures),
        phases=phases,
        target=float(judged.aim.number) if judged.aim and judged.aim.number is not None else None,
        target_text=line.target,
        comparisons=line.comparisons,
        notes=_notes(ask, judged, figures),
        decimals=indicator.decimals,
        unit=indicator.unit,
        centre_text=text(last.centre),
        lower_text=text(last.lower),
        upper_text=text(last.upper),
    )


def _point(judged: Judged, figure: Figure) -> ChartPoint:
    mark = "ordinary"
    if judged.chart and judged.chart.firm:
        found = next((p for p in judged.chart.points if p.day == figure.period.end), None)
        if found and found.special:
            mark = {"improvement": "improvement", "concern": "concern"}.get(found.judgement.value, "neutral")
    period, group = figure.period.axis
    value = None if figure.value.number is None else float(figure.value.number)
    return ChartPoint(period, group, value, mark, figure.illustrative)


def _phases(judged: Judged, figures: tuple[Figure, ...]) -> tuple[ChartPhase, ...]:
    """The phases as they fall on the points shown; limits only where a phase has 13 points or more."""
    if judged.chart is None:
        return ()
    found = []
    for phase in judged.chart.phases:
        on = [i for i, figure in enumerate(figures) if phase.start <= figure.period.end <= phase.end]
        if not on:
            continue
        is_last = phase is judged.chart.phases[-1]
        centre = judged.run.centre if is_last and judged.run else phase.mean
        limits = None if phase.short else phase.limits
        found.append(
            ChartPhase(
                on[0], on[-1], centre, limits.lower if limits else None, limits.upper if limits else None
            )
        )
    return tuple(found)


def _notes(ask: Ask, judged: Judged, figures: tuple[Figure, ...]) -> tuple[ChartNote, ...]:
    places = {figure.period: index for index, figure in enumerate(figures)}
    wanted = [("step-change", step.period, step.label) for step in judged.steps]
    wanted += [("break", each.period, "Definition changed") for each in judged.breaks if not each.comparable]
    wanted += [
        ("event", note.period, note.label)
        for note in ask.register.all(Annotation)
        if note.measure == judged.series.address and stands(note, ask.as_at)
    ]
    found = [
        ChartNote(sort, places[period], label)
        for sort, spelling, label in wanted
        if (period := parse_period(spelling)) in places
    ]
    return tuple(sorted(found, key=lambda note: (note.at, note.label)))


def _row(ask: Ask, judged: Judged, figure: Figure) -> DataRow:
    seen = shown(judged.series.indicator, figure, ask.as_at)
    said = [*seen.marks]
    if figure.revised and figure.earlier is not None and figure.earlier.number is not None:
        said.append(f"was {number_text(judged.series.indicator, figure.earlier.number)}")
    if figure.reason:
        said.append(figure.reason)
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
