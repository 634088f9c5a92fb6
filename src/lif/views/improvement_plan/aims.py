"""One aim of an improvement plan: its actions and their sources, what it changed, what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.records.actions import Action
from lif.records.publications import PlanLine
from lif.records.record import stands
from lif.views.called import called_at
from lif.views.came_of import many
from lif.views.followed import Followed, followed
from lif.views.movement import Movement, moved_since
from lif.views.papers import Question
from lif.views.shown import flowing
from lif.views.slippage import Slippage, slippage
from lif.views.thread.naming import called

Left = Literal["the-work", "evidence", "assurance", "a-look", "a-day-to-look", "closing", ""]
"""What an action still owes next; empty when nothing."""
SET_ASIDE = frozenset(("superseded", "not-accepted"))
"""Standings of actions that are not wanted any more."""
Effect = Literal["shown", "partly-shown", "not-shown", "cannot-be-told", ""]
"""Whether an aim is reached; empty until somebody looked."""


@dataclass(frozen=True, slots=True)
class AimAction:
    """One action of an aim: the record that it came from, as readers call it, and what it owes next."""

    followed: Followed
    source: str
    source_sort: str
    left: Left


@dataclass(frozen=True, slots=True)
class Tally:
    """The actions of an aim, or of a plan, in numbers.

    `wanted` are those not set aside: open, waiting and `signed_off`, which are those that a group other than
    their owner was satisfied of. `overdue` are among the open. `slippage` is of all that are wanted.
    """

    wanted: int
    open: int
    overdue: int
    waiting: int
    signed_off: int
    closed: int
    slippage: Slippage


@dataclass(frozen=True, slots=True)
class Aim:
    """One aim as it stood on the day. `left` says in words what is left before it can be signed off."""

    id: str
    text: str
    priority: str
    themes: tuple[str, ...]
    sources: tuple[str, ...]
    actions: tuple[AimAction, ...]
    tally: Tally
    indicators: tuple[Movement, ...]
    effect: Effect
    effect_on: date | None
    effect_text: str
    shown_by: tuple[str, ...]
    left: tuple[str, ...]
    illustrative: bool


def aim(question: Question, line: PlanLine, since: date, illustrative: bool) -> Aim:
    """An aim as it was known on the day, with its actions since a day.

    Its indicators are told since then, or since the first of its actions was agreed where that was earlier.
    """
    register, as_at = question.register, question.as_at
    actions = tuple(_actions(question, line, since))
    counted = tally([one.followed for one in actions])
    first = min((since, *(one.followed.line.agreed_on for one in actions)))
    moved = (moved_since(register, question.figures, id_, first, as_at) for id_ in line.indicators)
    return Aim(
        line.id,
        flowing(line.text).rstrip("."),
        called_at(register, line.priority) if line.priority else "",
        tuple(called_at(register, theme) for theme in line.themes),
        tuple(dict.fromkeys(one.source for one in actions)),
        actions,
        counted,
        tuple(one for one in moved if one),
        line.effect or "",
        line.effect_on,
        flowing(line.effect_text),
        tuple(called(register, address) for address in line.shown_by),
        tuple(_left(line, actions, counted)),
        illustrative,
    )


def _actions(question: Question, line: PlanLine, since: date) -> Iterator[AimAction]:
    """The actions of an aim that had been agreed and stood, in order."""
    register, as_at = question.register, question.as_at
    named = (register.find(Action, id_) for id_ in line.actions)
    found = [
        followed(register, question.figures, one, since, as_at)
        for one in named
        if one and one.agreed_on <= as_at and stands(one, as_at)
    ]
    for one in sorted(found, key=_order):
        source = called(register, one.line.source.partition("/")[0])
        yield AimAction(one, source, one.line.source_sort, left_of(one))


def _order(one: Followed) -> tuple[int, int, date, str]:
    """The longest overdue first, then what is open, what is done and what was set aside, each by its date."""
    rank = 0 if one.open else 2 if one.completion.standing in SET_ASIDE else 1
    return (-one.line.days_overdue, rank, one.line.due, one.line.id)


def left_of(one: Followed) -> Left:
    """What an action owes next."""
    done = one.completion.standing
    if one.open:
        return "the-work"
    if done == "awaiting-assurance":
        return "assurance" if one.line.evidence or one.completion.doubt else "evidence"
    if one.helped is None or done in SET_ASIDE:
        return ""
    if one.helped.helped == "no-day-set":
        return "a-day-to-look"
    if one.helped.helped in ("overdue", "not-yet-due"):
        return "a-look"
    return "closing" if done == "assured" else ""


def tally(every: Sequence[Followed]) -> Tally:
    """These actions in numbers."""
    wanted = [one for one in every if one.completion.standing not in SET_ASIDE]
    stood = [one.completion.standing for one in wanted]
    return Tally(
        len(wanted),
        sum(one.open for one in wanted),
        stood.count("overdue"),
        stood.count("awaiting-assurance"),
        stood.count("assured") + stood.count("closed"),
        stood.count("closed"),
        slippage(one.moves for one in wanted),
    )


def _left(line: PlanLine, actions: Sequence[AimAction], counted: Tally) -> Iterator[str]:
    if not actions and not line.indicators:
        yield "an action or an indicator: it has neither"
    if counted.open:
        yield f"the work of {many(counted.open, 'action')}"
    if counted.waiting:
        yield f"assurance of {many(counted.waiting, 'action')}"
    looks = sum(one.left in ("a-look", "a-day-to-look") for one in actions)
    if looks:
        yield f"a look at whether {many(looks, 'action')} helped"
    if not line.effect:
        yield "a look at whether it is better"
    elif line.effect in ("shown", "partly-shown") and not line.shown_by:
        yield "what shows that it is better"
    if line.effect in ("partly-shown", "not-shown", "cannot-be-told"):
        yield "the aim itself, which is not reached"
