"""The quarterly scorecard: one view at three depths: subgroup, operational board, leadership board."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from lif.calendars import Period
from lif.measures.judged import Judged
from lif.records.board import Board
from lif.records.law import StatutoryFunction
from lif.views.actions import ActionLine, completed_not_assured, due_within, overdue
from lif.views.changes import Moment
from lif.views.changes.met import SinceMet, since_met
from lif.views.compared.groups import Differences, all_differences
from lif.views.examples import shows_example
from lif.views.scorecard.cards import Card, card, reasons
from lif.views.scorecard.cascade import Cascade, cascade
from lif.views.scorecard.front import Front, front, next_meeting
from lif.views.scorecard.headlines import Headlines, headlines
from lif.views.scorecard.lines import Line, line
from lif.views.scorecard.matrix import Matrix, matrix
from lif.views.scorecard.notes import Notes, notes
from lif.views.scorecard.parts import (
    CoverageRow,
    PriorityPart,
    QuestionPart,
    coverage,
    priority_parts,
    question_parts,
    without_better_off,
)
from lif.views.scorecard.question import Ask, Depth
from lif.views.scorecard.returns import ReturnLine, return_lines
from lif.views.scorecard.tables import TableGroup, tables

CARDS_IN_BODY: dict[Depth, int | None] = {"leadership": 1, "operational": 4, "subgroup": None}
"""Exceptions with a card in the body, so that a paper keeps to its pages; None is all of them.

The others follow in the annex of the operational board's paper.
"""
WORST_FIRST = (
    "getting worse",
    "will miss its target without change",
    "off target",
    "no figure for the quarter",
)


@dataclass(frozen=True, slots=True)
class ActionPart:
    """The actions tied to the paper."""

    overdue: tuple[ActionLine, ...]
    due: tuple[ActionLine, ...]
    due_by: date
    not_assured: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The whole paper as plain data, in the order in which it is read."""

    quarter: Period
    group_id: str
    priority_id: str
    depth: Depth
    front: Front
    headlines: Headlines
    matrix: Matrix
    tables: tuple[TableGroup, ...]
    annex: tuple[TableGroup, ...]
    cards: tuple[Card, ...]
    annex_cards: tuple[Card, ...]
    cascade: Cascade
    priorities: tuple[PriorityPart, ...]
    questions: tuple[QuestionPart, ...]
    differences: tuple[Differences, ...]
    coverage: tuple[CoverageRow, ...]
    returns: tuple[ReturnLine, ...]
    actions: ActionPart
    notes: Notes
    changed: SinceMet | None
    illustrative: bool


def scorecard(ask: Ask) -> Scorecard:
    """The scorecard that was asked for. Raises KeyError when the board's record is not there."""
    register = ask.register
    board = register.record(Board, register.board_id)
    judged: dict[str, Judged | None] = {}
    lines: list[Line] = []
    for indicator in ask.indicators():
        series = ask.series(indicator)
        judged[indicator.id] = ask.judge(series) if series else None
        lines.append(line(ask, indicator, judged[indicator.id]))
    all_lines = tuple(lines)
    cards = _cards(ask, all_lines, judged)
    returns = return_lines(ask)
    covered = coverage(ask, all_lines)
    actions = _actions(ask)
    in_body = CARDS_IN_BODY[ask.depth]
    view = Scorecard(
        quarter=ask.quarter,
        group_id=ask.group.id if ask.group else "",
        priority_id=ask.priority.id if ask.priority else "",
        depth=ask.depth,
        front=front(ask, board, cards, sum(card.silence is not None for card in cards)),
        headlines=headlines(all_lines, cards, returns, without_better_off(ask), len(covered)),
        matrix=matrix(all_lines),
        tables=tables(register, (each for each in all_lines if each.headline), ask.by),
        annex=tables(register, (each for each in all_lines if not each.headline), ask.by),
        cards=cards[:in_body],
        annex_cards=cards[in_body:] if in_body else (),
        cascade=cascade(ask, all_lines, cards),
        priorities=priority_parts(ask, all_lines),
        questions=question_parts(ask, all_lines),
        differences=all_differences(ask.figures, ask.indicators(), ask.last),
        coverage=covered,
        returns=returns,
        actions=actions,
        notes=notes(ask, all_lines, tuple(each.line for each in cards), register.all(StatutoryFunction)),
        changed=_changed(ask),
        illustrative=False,
    )
    return replace(view, illustrative=shows_example(view))


def _changed(ask: Ask) -> SinceMet | None:
    """What changed since the board last met; the leadership board's paper keeps to its four pages."""
    if ask.since is None or ask.depth == "leadership" or ask.priority:
        return None
    about = ask.group.id if ask.group and ask.depth == "subgroup" else ""
    return since_met(ask.since, Moment(ask.register, ask.as_at), about)


def _cards(ask: Ask, lines: tuple[Line, ...], judged: dict[str, Judged | None]) -> tuple[Card, ...]:
    """A card for each exception, the worst first."""
    found = []
    for each in lines:
        why = reasons(judged[each.id], each)
        if why:
            found.append(card(ask, each, judged[each.id], why))
    return tuple(sorted(found, key=_worst_first))


def _worst_first(card: Card) -> tuple[bool, int, int, str]:
    """Cards that ask for a decision come first, then by their strongest reason."""
    decision = bool(card.told and card.told.decision)
    return (not decision, WORST_FIRST.index(card.reasons[0]), -len(card.reasons), card.line.id)


def _actions(ask: Ask) -> ActionPart:
    """Overdue, due before the next meeting, and completed but not yet assured."""
    group = ask.group.id if ask.group and ask.depth == "subgroup" else None
    priority = ask.priority.id if ask.priority else None
    due_by = next_meeting(ask)
    return ActionPart(
        overdue(ask.register, ask.as_at, group=group, priority=priority),
        due_within(ask.register, ask.as_at, (due_by - ask.as_at).days, group=group, priority=priority),
        due_by,
        completed_not_assured(ask.register, ask.as_at, group=group, priority=priority),
    )
