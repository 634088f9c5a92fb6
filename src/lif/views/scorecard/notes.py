"""Method and notes: the rules used, sources, revisions, breaks of series, editions and examples."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.calendars import parse_period
from lif.measures.rules import Rules, rules_of
from lif.records.charted import SeriesBreak
from lif.records.figures import Benchmark
from lif.records.law import Edition, StatutoryFunction
from lif.records.record import stands
from lif.records.references import NeighbourSet
from lif.views.scorecard.front import meeting_before
from lif.views.scorecard.lines import Line
from lif.views.scorecard.parts import RevisedFigure, name_of, published_sources
from lif.views.scorecard.question import Ask
from lif.views.shown import flowing, value_text


@dataclass(frozen=True, slots=True)
class Break:
    """A change of definition in a series of the paper."""

    indicator: str
    period: str
    reason: str


@dataclass(frozen=True, slots=True)
class History:
    """A function that belonged to an earlier body, shown as history."""

    title: str
    until: date
    edition: str


@dataclass(frozen=True, slots=True)
class Notes:
    """What a careful reader needs to trust the figures."""

    rules: Rules
    sources: tuple[tuple[str, str, date], ...]
    revised: tuple[RevisedFigure, ...]
    breaks: tuple[Break, ...]
    editions: tuple[str, ...]
    history: tuple[History, ...]
    averages: tuple[str, ...]
    illustrative: tuple[str, ...]
    wider: tuple[tuple[str, str], ...]
    cautions: tuple[tuple[str, str], ...]

    @property
    def revised_lately(self) -> tuple[RevisedFigure, ...]:
        """What was changed since the last paper."""
        return tuple(each for each in self.revised if each.lately)

    @property
    def revised_before(self) -> tuple[RevisedFigure, ...]:
        """What had been changed by the last paper, or at any time where there was none."""
        return tuple(each for each in self.revised if not each.lately)


def notes(
    ask: Ask, lines: tuple[Line, ...], discussed: tuple[Line, ...], functions: tuple[StatutoryFunction, ...]
) -> Notes:
    """The notes of a paper; cautions only for the indicators that it discusses."""
    ids = {line.id for line in lines}
    return Notes(
        rules=rules_of(ask.register.charted_by),
        sources=published_sources(ask),
        revised=revised(ask, ids),
        breaks=tuple(
            Break(
                name_of(ask, each.measure.partition("/")[0]),
                parse_period(each.period).label,
                flowing(each.reason),
            )
            for each in ask.register.all(SeriesBreak)
            if each.measure.partition("/")[0] in ids
            and stands(each, ask.as_at)
            and parse_period(each.period).end <= ask.last
        ),
        editions=tuple(
            edition.title
            for edition in ask.register.all(Edition)
            if edition.in_force_from <= ask.as_at
            and (edition.in_force_until is None or edition.in_force_until >= ask.as_at)
        ),
        history=_history(ask, functions),
        averages=_averages(ask),
        illustrative=tuple(line.name for line in lines if line.illustrative),
        wider=tuple((line.name, line.geography) for line in lines if line.geography),
        cautions=tuple((line.name, flowing(line.caution)) for line in discussed if line.caution),
    )


def revised(ask: Ask, ids: set[str]) -> tuple[RevisedFigure, ...]:
    """The board's own figures that replaced an earlier one, for periods within two years of the paper."""
    last_paper = meeting_before(ask)
    found = []
    for (measure, area, breakdown), series in sorted(ask.figures.series.items()):
        if area != ask.figures.own_area(measure) or breakdown or measure.partition("/")[0] not in ids:
            continue
        for figure in series.until(ask.last):
            old = figure.earlier if figure.revised else None
            recent = figure.period.end.year >= ask.last.year - 2
            if recent and old is not None and old.number is not None and figure.value.number is not None:
                before = value_text(series.indicator, old)
                now = value_text(series.indicator, figure.value)
                if before != now:
                    found.append(
                        RevisedFigure(
                            series.indicator.name,
                            figure.period.label,
                            before,
                            now,
                            figure.reason,
                            figure.known_since,
                            last_paper is not None and figure.known_since > last_paper,
                        )
                    )
    return tuple(found)


def _averages(ask: Ask) -> tuple[str, ...]:
    """How each average of neighbours is made: of which model, of how many, mean or median."""
    found = []
    for benchmark in ask.register.all(Benchmark):
        neighbours = ask.register.find(NeighbourSet, benchmark.neighbour_set)
        if neighbours:
            how = f"{benchmark.average or 'mean'} of {len(neighbours.neighbours)} areas"
            found.append(f"{benchmark.name}: {how} by the {neighbours.model} model")
    return tuple(found)


def _history(ask: Ask, functions: tuple[StatutoryFunction, ...]) -> tuple[History, ...]:
    """Functions of an earlier body: they ended before the day of the paper."""
    return tuple(
        History(each.title, each.until, name_of(ask, each.edition))
        for each in functions
        if each.until is not None and each.until < ask.as_at
    )
