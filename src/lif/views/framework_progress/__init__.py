"""Progress of the framework itself and its effect: where it stands, what shows it, what is not moving."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.views.coverage.states import STATE_WORDS
from lif.views.framework_progress.asking import opening
from lif.views.framework_progress.shown import PartLine, parts
from lif.views.framework_progress.span import Span
from lif.views.framework_progress.waiting import (
    AimLine,
    ChangeLine,
    LateDocument,
    RouteLine,
    StrategyLine,
    WantedLine,
    aims,
    changes,
    late_documents,
    routes,
    strategies,
    wanted,
)
from lif.views.papers import Opening, Question


@dataclass(frozen=True, slots=True)
class Stood:
    """How many statements of one group of headings stood in each state, on the day and a year before."""

    name: str
    statements: int
    now: tuple[int, ...]
    before: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FrameworkProgress:
    """The paper as plain data. `states` are the words for the counts of `stood`, in their order."""

    opening: Opening
    as_at: date
    before: date
    states: tuple[str, ...]
    stood: tuple[Stood, ...]
    parts: tuple[PartLine, ...]
    strategies: tuple[StrategyLine, ...]
    aims: tuple[AimLine, ...]
    wanted: tuple[WantedLine, ...]
    routes: tuple[RouteLine, ...]
    documents: tuple[LateDocument, ...]
    changes: tuple[ChangeLine, ...]


def framework_progress(question: Question) -> FrameworkProgress:
    """How far the framework is carried out on the day, and how far it was a year before."""
    span = Span(question)
    found, agenda, ways = parts(span), wanted(span), routes(span)
    planned, late = aims(span), late_documents(span)
    return FrameworkProgress(
        opening(span, found, agenda, ways, planned, late),
        span.as_at,
        span.before,
        tuple(STATE_WORDS.values()),
        _stood(span),
        found,
        strategies(span),
        planned,
        agenda,
        ways,
        late,
        changes(span),
    )


def _stood(span: Span) -> tuple[Stood, ...]:
    """The groups of headings, in the order of the coverage."""
    then = {each.name: each for each in span.then.summary.tallies}
    nothing = tuple(0 for _ in STATE_WORDS)
    return tuple(
        Stood(
            each.name,
            each.statements,
            each.counts,
            then[each.name].counts if each.name in then else nothing,
        )
        for each in span.now.summary.tallies
    )
