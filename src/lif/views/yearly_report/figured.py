"""What the figures say at the end of the year, and how far the framework was shown then and a year before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from lif.measures.assemble import assemble
from lif.views.coverage import coverage
from lif.views.coverage.states import STATE_WORDS
from lif.views.scorecard.lines import Line, line
from lif.views.yearly_report.heads import Head, head
from lif.views.yearly_report.scope import Scope


@dataclass(frozen=True, slots=True)
class Tally:
    """How many statements of the framework stood in a state at the end of the year, and a year before."""

    state: str
    now: int
    before: int


@dataclass(frozen=True, slots=True)
class FiguresPart:
    """The data story: the indicators of the leadership board at the end of the year's last full quarter.

    `watched` counts every indicator in use, headline or not, and the other counts are of those. `lines` are
    the headlines. `states` set the evidence for the framework's statements beside that of a year before.
    """

    head: Head
    until: date
    watched: int
    improving: tuple[str, ...]
    worse: tuple[str, ...]
    off_target: int
    without_figure: int
    lines: tuple[Line, ...]
    statements: int
    states: tuple[Tally, ...]


def figures_part(scope: Scope) -> FiguresPart:
    """What the figures say."""
    ask = scope.ask
    every = []
    for indicator in ask.indicators():
        series = ask.series(indicator)
        every.append(line(ask, indicator, ask.judge(series) if series else None))
    there = [each for each in every if each.latest.number is not None]
    now, states = _states(scope)
    return FiguresPart(
        head(scope, "figures", "" if there else "No figure of the year is recorded."),
        ask.last,
        len(every),
        tuple(each.name for each in there if each.changing.tone == "better"),
        tuple(each.name for each in there if each.getting_worse),
        sum(each.status.key == "missed" for each in there),
        len(every) - len(there),
        tuple(there),
        now,
        states,
    )


def _states(scope: Scope) -> tuple[int, tuple[Tally, ...]]:
    """The coverage of the framework on the last day of the year, and on the day before the year."""
    found = [_covered(scope, day) for day in (scope.last, scope.year.start - timedelta(days=1))]
    now, before = (dict(each) for each in found)
    tallies = tuple(Tally(words, now[state], before[state]) for state, words in STATE_WORDS.items())
    return sum(now.values()), tallies


def _covered(scope: Scope, day: date) -> tuple[tuple[str, int], ...]:
    register = scope.register
    found = coverage(register, assemble(register, day), day)
    return found.summary.counts
