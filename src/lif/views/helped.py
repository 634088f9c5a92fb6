"""Actions that were done: whether somebody looked if they helped, and what was seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, Unpack, get_args

from lif.measures.series import Figures
from lif.measures.standing import step_to
from lif.records.actions import Action
from lif.register import Register
from lif.views.actions import ActionLine, Narrow, action_lines, seen_on
from lif.views.movement import moved_since
from lif.views.shown import flowing

Helped = Literal[
    "no-day-set", "overdue", "not-yet-due", "cannot-be-told", "not-shown", "partly-shown", "shown"
]
HELPED: tuple[Helped, ...] = get_args(Helped)
"""Whether an action that was done has helped, from the least known to the best."""

DONE = frozenset(("awaiting-assurance", "assured", "closed"))
"""Standings in which the work was at least reported as done."""


@dataclass(frozen=True, slots=True)
class HelpedLine:
    """One action that was done, and what is known of whether it helped.

    `done_on` is the day completion was reported (or the first later step). `due` is when somebody was to
    look, `days_overdue` how many days ago that was when nobody had; `seen` is what was seen. `indicator` is
    the one that should move, and `moved` says how it has since the action was agreed.
    """

    id: str
    title: str
    source: str
    source_name: str
    owner_name: str
    group: str
    group_name: str
    intended_outcome: str
    standing: str
    done_on: date | None
    helped: Helped
    due: date | None
    days_overdue: int
    checked_on: date | None
    seen: str
    follows: str
    indicator: str
    moved: str
    illustrative: bool


def helped_lines(
    register: Register, figures: Figures, as_at: date, **narrow: Unpack[Narrow]
) -> tuple[HelpedLine, ...]:
    """Every action that was reported done by `as_at`, those of which least is known first."""
    lines = [
        helped_line(register, figures, register.record(Action, line.id), line, as_at)
        for line in action_lines(register, as_at, **narrow)
        if line.standing in DONE
    ]
    return tuple(sorted(lines, key=lambda one: (HELPED.index(one.helped), -one.days_overdue, one.id)))


def helped_line(
    register: Register, figures: Figures, action: Action, line: ActionLine, as_at: date
) -> HelpedLine:
    """One action, from its own line of the tracker."""
    seen = seen_on(action, as_at)
    impact = seen.impact
    helped = helped_on(action, as_at)
    done = step_to(seen, "reported-complete", "assured", "closed")
    movement = (
        moved_since(register, figures, action.success_indicator, action.agreed_on, as_at)
        if action.success_indicator
        else None
    )
    due = impact.due if impact else None
    return HelpedLine(
        id=line.id,
        title=line.title,
        source=line.source,
        source_name=line.source_name,
        owner_name=line.owner_name,
        group=line.group,
        group_name=line.group_name,
        intended_outcome=flowing(action.intended_outcome),
        standing=line.standing,
        done_on=done[1].on if done else None,
        helped=helped,
        due=due,
        days_overdue=(as_at - due).days if due and helped == "overdue" else 0,
        checked_on=impact.checked_on if impact else None,
        seen=flowing(impact.text) if impact else "",
        follows=flowing(impact.follows) if impact else "",
        indicator=action.success_indicator or "",
        moved=movement.said if movement else "",
        illustrative=line.illustrative,
    )


def helped_on(action: Action, as_at: date) -> Helped:
    """Whether an action had been shown to have helped by a day.

    A result counts from the day it was seen. Without one the day set for looking decides: overdue from the
    day after it, not yet due until then, and no day set where there is none.
    """
    impact = seen_on(action, as_at).impact
    if impact is None:
        return "no-day-set"
    if impact.result is not None and impact.checked_on is not None:
        return impact.result
    if impact.due is None:
        return "no-day-set"
    return "overdue" if impact.due < as_at else "not-yet-due"
