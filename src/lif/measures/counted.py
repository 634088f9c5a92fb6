"""Figures that lif can count itself, from the records of the workspace, as things stood on a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from lif.calendars import add_months
from lif.measures.standing import DONE, JUDGED, state_on, step_to
from lif.records.actions import Action
from lif.records.record import stands
from lif.register import Register

Counted = tuple[int, int]
"""How many, and of how many."""


def counted(register: Register, what: str, day: date, illustrative: bool) -> Counted | None:
    """The numerator and denominator of one of `COUNTS` at the end of a day; None for a name not known.

    Examples are counted among examples only.
    """
    count = COUNTS.get(what)
    actions = [
        action
        for action in register.all(Action)
        if action.source_sort == "review"
        and action.illustrative == illustrative
        and action.agreed_on <= day
        and stands(action, day)
    ]
    return count(actions, day) if count else None


def _overdue(actions: list[Action], day: date) -> Counted:
    """Open after the day first set, however often it was moved; of all that are open."""
    still_open = [action for action in actions if state_on(action, day) not in DONE]
    return sum(action.due < day for action in still_open), len(still_open)


def _with_impact(actions: list[Action], day: date) -> Counted:
    """With evidence of impact, of all that were completed six months before or earlier."""
    before = add_months(day, -6)
    finished = [action for action in actions if _finished_by(action, before)]
    shown = [
        action
        for action in finished
        if action.impact
        and action.impact.result in ("shown", "partly-shown")
        and action.impact.checked_on is not None
        and action.impact.checked_on <= day
    ]
    return len(shown), len(finished)


def _finished_by(action: Action, day: date) -> bool:
    found = step_to(action, "reported-complete", *JUDGED)
    return found is not None and found[1].on <= day


COUNTS: Mapping[str, Callable[[list[Action], date], Counted]] = {
    "review-actions-overdue": _overdue,
    "review-actions-with-impact": _with_impact,
}
