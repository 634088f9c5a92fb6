"""Where an action, or a record with a last day, stands on a day, from what had happened by then."""

from __future__ import annotations

from datetime import date

from lif.records.actions import Action, ActionState, Step
from lif.records.record import Item, Record

SETTLED: frozenset[ActionState] = frozenset(("closed", "superseded", "not-accepted"))
"""States after which nothing more is expected of an action."""
DONE: frozenset[ActionState] = frozenset(("reported-complete", "assured", *SETTLED))
"""States in which an action can no longer be overdue."""
JUDGED: frozenset[ActionState] = frozenset(("assured", "closed"))
"""States that somebody other than the owner has to bring about."""


def step_at(action: Action, as_at: date) -> Step | None:
    """The last step that had been taken by the day, or None."""
    return next((step for step in reversed(action.steps) if step.on <= as_at), None)


def state_at(action: Action, as_at: date) -> ActionState:
    """The state that the action had reached by the day."""
    step = step_at(action, as_at)
    return step.state if step else "not-started"


def due_at(action: Action, as_at: date) -> date:
    """The due date as it had been agreed by the day."""
    agreed = [change.to_due for change in action.due_changes if change.on <= as_at]
    return agreed[-1] if agreed else action.due


def step_to(action: Action, *states: ActionState) -> tuple[int, Step] | None:
    """The first step to one of these states, with its position, whatever the day."""
    return next(((i, step) for i, step in enumerate(action.steps) if step.state in states), None)


def is_retired(thing: Record | Item, as_at: date) -> bool:
    """Whether it had stopped counting by the day."""
    return thing.retired is not None and thing.retired.on <= as_at


def has_ended(thing: Record | Item, as_at: date) -> bool:
    """Whether its last day lay before the day, or it was retired by then."""
    until = vars(thing).get("until")
    return is_retired(thing, as_at) or (isinstance(until, date) and until < as_at)
