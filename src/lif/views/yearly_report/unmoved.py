"""What did not work in the year, and why where a record says so: little or no progress on what was agreed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lif.records.actions import Action
from lif.views.actions import OPEN, ActionLine, action_lines
from lif.views.came_of import many
from lif.views.impact.pieces import Impact
from lif.views.recurring import ThemeLine, recurring
from lif.views.shown import flowing
from lif.views.yearly_report.heads import Head, head
from lif.views.yearly_report.planned import Aim, Priorities
from lif.views.yearly_report.scope import Scope

MOST = 3
"""As many reasons stand under a priority."""


@dataclass(frozen=True, slots=True)
class Late:
    """An action that was overdue at the end of the year: by how much, and what was said last."""

    title: str
    owner: str
    due: date
    days: int
    slips: int
    why: str
    why_on: date | None
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Stood:
    """A priority with little or no progress: what was seen, and why where a record of its actions says so."""

    name: str
    words: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotWorking:
    """What did not work: looks that saw no difference or speak against, priorities, aims, and late actions.

    `again` are themes that were found again after an action on them had been closed.
    """

    head: Head
    priorities: tuple[Stood, ...]
    looks: tuple[Impact, ...]
    aims: tuple[Aim, ...]
    late: tuple[Late, ...]
    without_reason: int
    again: tuple[ThemeLine, ...]


def not_working(scope: Scope, parts: Priorities) -> NotWorking:
    """What did not work in the year."""
    looks = tuple(each for each in scope.looks if each.seen in ("no-difference", "against"))
    aims = tuple(each for each in parts.promises.aims if each.effect in ("not-shown", "cannot-be-told", ""))
    late = tuple(_late(scope, each) for each in action_lines(scope.register, scope.last) if each.days_overdue)
    stood = tuple(_stood(scope, parts))
    again = tuple(each for each in recurring(scope.register, scope.last) if each.again)
    nothing = not (looks or aims or late or stood or again)
    gap = "No record says that anything did not work, which no reader will believe of a whole year."
    return NotWorking(
        head(scope, "not-working", gap if nothing else ""),
        stood,
        looks,
        aims,
        late,
        sum(not each.why for each in late),
        again,
    )


def _late(scope: Scope, each: ActionLine) -> Late:
    """Why: the reason of the last change of date by the end of the year, or the last note."""
    action = scope.register.record(Action, each.id)
    moved = [one for one in action.due_changes if one.on <= scope.last]
    why, on = (moved[-1].reason, moved[-1].on) if moved else (each.note, each.note_on)
    return Late(
        each.title,
        each.owner_name,
        each.due,
        each.days_overdue,
        each.slips,
        flowing(why),
        on,
        each.illustrative,
    )


def _stood(scope: Scope, parts: Priorities) -> Iterable[Stood]:
    """Priorities of which nothing good was seen in the year."""
    for part in parts.parts:
        good = [each for each in part.shown.looks if each.seen != "no-difference"]
        if good:
            continue
        said = (
            "Nothing shows what became different."
            if part.shown.passes is False
            else "No difference was seen."
        )
        done = len(part.done)
        words = (
            f"{many(done, 'action') if done else 'No action'} done in the year, "
            f"{part.still_open or 'none'} open at its end"
        )
        late = f", {part.overdue} of them overdue" if part.overdue else ""
        yield Stood(part.name, f"{said} {words}{late}.", _reasons(scope, part.id))


def _reasons(scope: Scope, priority: str) -> tuple[str, ...]:
    """What was said last of the priority's actions that were open at the end of the year."""
    lines = action_lines(scope.register, scope.last, priority=priority)
    found = [_late(scope, each) for each in lines if each.standing in OPEN]
    return tuple(f"{each.title}: {each.why}" for each in found if each.why)[:MOST]
