"""When an action was done and whether in time, who other than its owner was satisfied, when it closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.checks.assurance import judges_of
from lif.measures.standing import by, due_on, step_on
from lif.records.actions import Action, ActionState
from lif.records.governance import Role
from lif.register import Register
from lif.views.actions import ActionLine, Standing, seen_on
from lif.views.called import called_at

Kept = Literal["", "in-time", "by-moved-date", "late"]
"""Done by the date first agreed, by the date it was moved to, or after both; empty while it is not done."""

_WORK_DONE: frozenset[ActionState] = frozenset(("reported-complete", "assured", "closed"))


@dataclass(frozen=True, slots=True)
class Completion:
    """How far an action is from done to closed.

    Completion is no closure: `doubt` says why what its record calls assured or closed still waits for
    somebody other than the owner, and is empty when it does not. `standing` is the tracker's, with that
    taken into account. `done_on` is the day since which it counts as done, `days_waiting` how long nobody has
    been satisfied of it.
    """

    standing: Standing
    doubt: str
    done_on: date | None
    kept: Kept
    days_waiting: int
    assured_on: date | None
    assured_by: str
    minute: str
    closed_on: date | None


def completion(register: Register, action: Action, line: ActionLine, as_at: date) -> Completion:
    """How far an action had come by a day; `line` is its line of the tracker."""
    seen, done_on = seen_on(action, as_at), done_since(action, as_at)
    doubt = doubt_of(register, seen, line)
    standing: Standing = "awaiting-assurance" if doubt else line.standing
    waits = done_on is not None and standing == "awaiting-assurance"
    assurance = seen.assurance if standing in ("assured", "closed") else None
    last = step_on(action, as_at)
    return Completion(
        standing,
        doubt,
        done_on,
        kept_on(action, done_on),
        (as_at - done_on).days if done_on and waits else 0,
        assurance.on if assurance else None,
        called_at(register, assurance.group) if assurance else "",
        (assurance.minute or "") if assurance else "",
        last.on if last and standing == "closed" else None,
    )


def done_since(action: Action, as_at: date) -> date | None:
    """The day since which an action counts as done; None while it does not, or when it was sent back."""
    since = None
    for step in by(action.steps, as_at):
        if step.state not in _WORK_DONE:
            since = None
        elif since is None:
            since = step.on
    return since


def kept_on(action: Action, done_on: date | None) -> Kept:
    """Whether an action that was done on a day was so by its date; the date first agreed is not forgotten."""
    if done_on is None:
        return ""
    if done_on <= action.due:
        return "in-time"
    return "by-moved-date" if done_on <= due_on(action, done_on) else "late"


def doubt_of(register: Register, seen: Action, line: ActionLine) -> str:
    """Why an action that is called assured or closed is not: nobody, or only its own agency, judged it."""
    if line.standing not in ("assured", "closed"):
        return ""
    if seen.assurance is None:
        return f"called {line.standing}, and no group is named that was satisfied"
    owner = register.find(Role, seen.owner)
    judges, _ = judges_of(register, seen.assurance)
    if owner and judges and set(judges) == {owner.agency}:
        return f"called {line.standing}, and only its owner's agency judged it"
    return ""
