"""Each part of the framework: what is to be done, what good looks like, how far shown, with what effect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.records.board import MustImprove
from lif.records.elements import Statement
from lif.records.priorities import Outcome
from lif.views.coverage import Row, Section
from lif.views.coverage.asked import ITEMS, HeadingSort
from lif.views.coverage.states import STATE_WORDS, State
from lif.views.framework_progress.span import Span
from lif.views.impact.pieces import Impact

Moved = Literal["better", "worse", "against", "same", "new"]
"""How a statement moved in a year. Against: something now speaks against it that did not before."""

_RANK: Mapping[State, int] = {
    "not-shown": 0,
    "old": 1,
    "contradicted": 1,
    "contested": 1,
    "looked-at": 1,
    "shown": 2,
    "shown-well": 3,
}
_SHOWN: frozenset[State] = frozenset(("shown", "shown-well"))
_NOTHING: frozenset[State] = frozenset(("not-shown", "old"))
_AGAINST: frozenset[State] = frozenset(("contested", "contradicted"))
_STUCK: frozenset[State] = frozenset(("not-shown", "old", "contradicted"))
_GROUPS = (_SHOWN, _NOTHING, _AGAINST)
EFFECT = frozenset(ITEMS[kind] for kind in (Statement, Outcome, MustImprove))
"""Sorts of statement that say how things are for children and families; the others say what is done."""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement: how it stood on the day and a year before, and the day of the newest evidence.

    `before` is empty where it did not count then. `stuck` says that nothing showed it on either day.
    """

    text: str
    sort: str
    state: str
    before: str
    moved: Moved
    stuck: bool
    newest: date | None
    sources: int
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """How many statements there are, and how many of them are shown, on the day and a year before."""

    statements: int
    shown: int
    shown_before: int
    nothing: int
    nothing_before: int
    against: int
    against_before: int


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of the framework, such as an element.

    `planned` counts what the board says it will do, `good` what good looks like. `moved` are the statements
    that changed, `stuck` those that nothing shows now and nothing showed a year before. `looks` say what
    became different, among the sources of its evidence; `evidence` counts those of them that are evidence of
    impact on children, `evidence_before` those of the year before.
    """

    id: str
    sort: HeadingSort
    name: str
    planned: Counted
    good: Counted
    moved: tuple[StatementLine, ...]
    stuck: tuple[StatementLine, ...]
    looks: tuple[Impact, ...]
    evidence: int
    evidence_before: int


def parts(span: Span) -> tuple[PartLine, ...]:
    """The elements and priorities of the framework, in its order."""
    then = {row.stated.address: row for row in span.then.rows}
    found = [each for each in span.now.sections if each.sort in ("element", "priority")]
    ordered = sorted(found, key=lambda each: each.sort != "element")
    return tuple(_part(span, each, then) for each in ordered)


def _part(span: Span, section: Section, then: Mapping[str, Row]) -> PartLine:
    rows = [row for row in section.rows if row.counted and row.stated.claim]
    lines = [line(row, then.get(row.stated.address)) for row in rows]
    found = tuple(each for each in span.looks if _is_behind(each, section))
    return PartLine(
        section.id,
        section.sort,
        section.name,
        counted((row for row in rows if row.stated.sort not in EFFECT), then),
        counted((row for row in rows if row.stated.sort in EFFECT), then),
        tuple(each for each in lines if each.moved in ("better", "worse", "against")),
        tuple(each for each in lines if each.stuck),
        found,
        sum(each.is_evidence for each in found),
        sum(each.is_evidence and _is_behind(each, section) for each in span.earlier_looks),
    )


def counted(rows: Iterable[Row], then: Mapping[str, Row]) -> Counted:
    """How the statements stand, and how the same ones stood a year before."""
    pairs = [(row.state, _state(then.get(row.stated.address))) for row in rows]
    return Counted(
        len(pairs),
        *(sum(state in group for state in states) for group in _GROUPS for states in _apart(pairs)),
    )


def _apart(pairs: list[tuple[State, State]]) -> tuple[list[State], list[State]]:
    return [now for now, _ in pairs], [before for _, before in pairs]


def _state(row: Row | None) -> State:
    return row.state if row else "not-shown"


def line(row: Row, before: Row | None) -> StatementLine:
    """One statement, now and a year before."""
    moved = moved_from(before.state if before else None, row.state)
    return StatementLine(
        row.stated.text,
        row.stated.sort,
        STATE_WORDS[row.state],
        STATE_WORDS[before.state] if before else "",
        moved,
        before is not None and row.state in _STUCK and before.state in _STUCK and moved == "same",
        row.newest,
        row.sources,
        row.illustrative,
    )


def moved_from(before: State | None, now: State) -> Moved:
    """How a statement moved between two states; None stands for one that did not count before."""
    if before is None:
        return "new"
    if now in _AGAINST and before not in _AGAINST:
        return "against"
    change = _RANK[now] - _RANK[before]
    return "better" if change > 0 else "worse" if change < 0 else "same"


def _is_behind(look: Impact, section: Section) -> bool:
    """Whether a look is one of the sources of a part's evidence, or is about the priority.

    A part of a record, such as one aim of a plan, says itself which priorities it is about: that another part
    of the same record bears on a priority does not make it evidence there.
    """
    record, _, part = look.address.partition("/")
    if section.sort == "priority" and (part or section.id in look.about.priorities):
        return section.id in look.about.priorities
    return any(piece.record == record for row in section.rows for piece in row.pieces)
