"""One action as papers follow it from meeting to meeting: what it owes, and what became of it in between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from lif.measures.series import Figures
from lif.measures.standing import DONE as NOTHING_DUE
from lif.measures.standing import due_changes_by, due_on, state_on, step_on
from lif.records.actions import Action
from lif.register import Register
from lif.views.actions import OPEN, ActionLine, action_line
from lif.views.completion import Completion, completion
from lif.views.helped import DONE, HelpedLine, helped_line
from lif.views.slippage import Move, moves_of

Happened = Literal[
    "overdue",
    "moved",
    "done-late",
    "done-by-moved-date",
    "done-in-time",
    "assured",
    "closed",
    "set-aside",
    "agreed",
    "",
]
HAPPENED: tuple[Happened, ...] = get_args(Happened)
"""What became of an action since a day, what asks most of a reader first; empty where nothing did."""


@dataclass(frozen=True, slots=True)
class Followed:
    """One action on a day, and what became of it since another.

    `was_due` is the first day in the time looked at for which it was promised and not done yet, `happened`
    what became of it in that time. `days_moved` is how far its date has moved from the one first agreed.
    `helped` is there once it is done.
    """

    line: ActionLine
    moves: tuple[Move, ...]
    days_moved: int
    completion: Completion
    was_due: date | None
    happened: Happened
    helped: HelpedLine | None

    @property
    def open(self) -> bool:
        """Whether the work itself is still to be done."""
        return self.completion.standing in OPEN

    @property
    def unclosed(self) -> bool:
        """Whether something is still expected of it: neither closed nor set aside."""
        return self.completion.standing not in ("closed", "superseded", "not-accepted")


def followed(register: Register, figures: Figures, action: Action, since: date, as_at: date) -> Followed:
    """An action looked back on from `as_at` to `since`."""
    line = action_line(register, action, as_at)
    done, was_due = completion(register, action, line, as_at), was_due_in(action, since, as_at)
    moves = moves_of(register, action, since, as_at)
    return Followed(
        line,
        moves,
        (line.due - line.first_due).days,
        done,
        was_due,
        happened_in(action, done, was_due, since, as_at),
        helped_line(register, figures, action, line, as_at) if line.standing in DONE else None,
    )


def was_due_in(action: Action, since: date, as_at: date) -> date | None:
    """The first day from `since` to the day before `as_at` for which an action was promised and not done.

    What is due on a day is overdue from the next; so a paper on the day of one meeting and the paper on the
    day of the next share no date and leave none out.
    """
    if state_on(action, since) in NOTHING_DUE:
        return None
    later = (change.to_due for change in due_changes_by(action, as_at) if change.on > since)
    promised = (due_on(action, since), *later)
    return next((day for day in promised if since <= day < as_at), None)


def happened_in(action: Action, done: Completion, was_due: date | None, since: date, as_at: date) -> Happened:
    """What became of an action after `since`, by `as_at`."""
    if done.standing in OPEN:
        return _of_open(action, done, was_due, since, as_at)
    last = step_on(action, as_at)
    if done.standing in ("superseded", "not-accepted"):
        return "set-aside" if last and last.on > since else ""
    if done.done_on and done.done_on > since:
        return _AS_KEPT[done.kept]
    if done.closed_on and done.closed_on > since:
        return "closed"
    return "assured" if done.assured_on and done.assured_on > since else ""


_AS_KEPT: dict[str, Happened] = {
    "in-time": "done-in-time",
    "by-moved-date": "done-by-moved-date",
    "late": "done-late",
}


def _of_open(action: Action, done: Completion, was_due: date | None, since: date, as_at: date) -> Happened:
    if was_due and done.standing == "overdue":
        return "overdue"
    if was_due or any(change.on > since for change in due_changes_by(action, as_at)):
        return "moved"
    return "agreed" if action.agreed_on > since else ""
