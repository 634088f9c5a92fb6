"""Actions, by the due date that held on the day."""

from __future__ import annotations

from collections.abc import Iterator

from lif.measures.standing import DONE, due_changes_by, due_on, state_on
from lif.records.actions import Action
from lif.records.record import stands
from lif.views.calendar.entries import Entry, Look

_SET_ASIDE = ("superseded", "not-accepted")


def actions(look: Look) -> Iterator[Entry]:
    """Actions by the due date of the day; whether each helped is looked at later."""
    for action in look.register.all(Action):
        if action.agreed_on > look.as_at or not stands(action, look.as_at):
            continue
        state, changes = state_on(action, look.as_at), due_changes_by(action, look.as_at)
        yield look.entry(
            action,
            "due",
            "action",
            "action due",
            action.title,
            due_on(action, look.as_at),
            group=action.group,
            who=[action.owner],
            done=state in DONE and state not in _SET_ASIDE,
            cancelled=state in _SET_ASIDE,
            first=action.due,
            moved=len(changes),
            changed_on=changes[-1].on if changes else None,
        )
