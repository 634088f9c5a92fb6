"""Slippage: every change of an action's due date with its reason, and how far it has moved in all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lif.measures.standing import due_changes_by
from lif.records.actions import Action
from lif.register import Register
from lif.views.called import called_at
from lif.views.shown import flowing


@dataclass(frozen=True, slots=True)
class Move:
    """One change of a due date: from the date that held to the new one, so many days on, and why.

    `days` is negative where it was brought forward. `lately` says whether it was since the day that the
    paper looks back to.
    """

    on: date
    was: date
    now: date
    days: int
    reason: str
    agreed_by: str
    lately: bool


@dataclass(frozen=True, slots=True)
class Slippage:
    """How much slipped: so many `actions` were moved so many times, by so many days in all."""

    actions: int
    moves: int
    days: int


def moves_of(register: Register, action: Action, since: date, as_at: date) -> tuple[Move, ...]:
    """Every change of an action's due date by a day, oldest first."""
    found, held = [], action.due
    for change in due_changes_by(action, as_at):
        days = (change.to_due - held).days
        agreed = called_at(register, change.agreed_by)
        reason = flowing(change.reason)
        found.append(Move(change.on, held, change.to_due, days, reason, agreed, change.on > since))
        held = change.to_due
    return tuple(found)


def slippage(moved: Iterable[tuple[Move, ...]]) -> Slippage:
    """The moves of several actions together."""
    some = [moves for moves in moved if moves]
    return Slippage(len(some), sum(map(len, some)), sum(move.days for moves in some for move in moves))
