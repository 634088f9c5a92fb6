"""Where an action, or a record with a last day, stands on a day, from what had happened by then."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from lif.records.actions import Action, ActionState, DueChange, Step
from lif.records.record import Item, Record, stands

SETTLED: frozenset[ActionState] = frozenset(("closed", "superseded", "not-accepted"))
"""States after which nothing more is expected of an action."""
DONE: frozenset[ActionState] = frozenset(("reported-complete", "assured", *SETTLED))
"""States in which an action can no longer be overdue."""
JUDGED: frozenset[ActionState] = frozenset(("assured", "closed"))
"""States that somebody other than the owner has to bring about."""


class Dated(Protocol):
    """Something that happened on a day."""

    @property
    def on(self) -> date:
        """The day."""


D = TypeVar("D", bound=Dated)


def by(things: Iterable[D], as_at: date) -> tuple[D, ...]:
    """What had happened by a day, oldest first; of one day in the order of the record."""
    return tuple(sorted((thing for thing in things if thing.on <= as_at), key=lambda thing: thing.on))


def step_on(action: Action, as_at: date) -> Step | None:
    """The last step taken by the day, or None; of two steps on one day the later in the record."""
    taken = by(action.steps, as_at)
    return taken[-1] if taken else None


def state_on(action: Action, as_at: date) -> ActionState:
    """The state that the action had reached by the day; not started when no step had been taken."""
    step = step_on(action, as_at)
    return step.state if step else "not-started"


def due_changes_by(action: Action, as_at: date) -> tuple[DueChange, ...]:
    """The changes of the due date that had been made by the day, oldest first."""
    return by(action.due_changes, as_at)


def due_on(action: Action, as_at: date) -> date:
    """The due date that held on the day."""
    changes = due_changes_by(action, as_at)
    return changes[-1].to_due if changes else action.due


def step_to(action: Action, *states: ActionState) -> tuple[int, Step] | None:
    """The first step to one of these states, with its position, whatever the day."""
    return next(((i, step) for i, step in enumerate(action.steps) if step.state in states), None)


def has_ended(thing: Record | Item, as_at: date) -> bool:
    """Whether its last day lay before the day, or it was retired by then."""
    until = vars(thing).get("until")
    return not stands(thing, as_at) or (isinstance(until, date) and until < as_at)
