"""What happened to actions: agreed, moved, reported complete, assured, closed, or past their day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from lif.measures.standing import due_changes_by, state_on
from lif.records.actions import Action, DueChange, Step
from lif.views.actions import action_line, standing_on
from lif.views.changes.moments import Between
from lif.views.shown import flowing

Happened = Literal[
    "opened",
    "slipped",
    "brought-forward",
    "fell-overdue",
    "begun",
    "reported-complete",
    "assured",
    "closed",
    "superseded",
    "not-accepted",
    "taken-up-again",
    "looked-at",
    "taken-away",
]

_DONE = frozenset(("reported-complete", "assured", "closed", "superseded", "not-accepted"))
_HELPED = {
    "shown": "it helped",
    "partly-shown": "it helped in part",
    "not-shown": "it is not shown to have helped",
    "cannot-be-told": "whether it helped cannot be told",
}


@dataclass(frozen=True, slots=True)
class ActionChanged:
    """One thing that happened to an action: the day, where there is one, and for a date what it was and is.

    `why` is the reason that was given, and `by` who agreed or was satisfied.
    """

    id: str
    title: str
    owner: str
    group: str
    happened: Happened
    on: date | None = None
    was: date | None = None
    now: date | None = None
    why: str = ""
    by: str = ""
    illustrative: bool = False


def action_changes(between: Between) -> tuple[ActionChanged, ...]:
    """Everything that happened to actions, by what happened, then by day."""
    found = [change for id_ in between.ids(Action) for change in _of(between, id_)]
    order = Happened.__args__  # type: ignore[attr-defined]
    return tuple(sorted(found, key=lambda one: (order.index(one.happened), one.on or date.max, one.id)))


def _of(between: Between, id_: str) -> Iterator[ActionChanged]:
    old, new = between.before.find(Action, id_), between.after.find(Action, id_)
    if new is None:
        if old is not None:
            yield _gone(between, old)
        return
    line = action_line(between.after.register, new, between.after.as_at)
    base = ActionChanged(
        id_, new.title, line.owner_name, line.group_name, "opened", illustrative=new.illustrative
    )
    if old is None:
        yield replace(base, on=new.agreed_on, now=line.due)
    for change in _slips(between, old, new):
        later = change.to_due > change.from_due
        yield replace(
            base,
            happened="slipped" if later else "brought-forward",
            on=change.on,
            was=change.from_due,
            now=change.to_due,
            why=flowing(change.reason),
            by=between.called(change.agreed_by),
        )
    if line.standing == "overdue" and (old is None or standing_on(old, between.before.as_at) != "overdue"):
        yield replace(base, happened="fell-overdue", on=line.due, now=line.due, why=line.note)
    yield from _steps(between, base, old, new)
    yield from _looked_at(between, base, old, new)


def _gone(between: Between, old: Action) -> ActionChanged:
    """An action that does not count any more: retired, or not in the records."""
    now = between.after.register.find(Action, old.id)
    retired = now.retired if now else None
    return ActionChanged(
        old.id,
        old.title,
        between.called(old.owner),
        between.called(old.group),
        "taken-away",
        retired.on if retired else None,
        why=flowing(retired.reason) if retired else "",
        illustrative=old.illustrative,
    )


def _slips(between: Between, old: Action | None, new: Action) -> tuple[DueChange, ...]:
    """Changes of the due date that readers did not know of before."""
    known = due_changes_by(old, between.before.as_at) if old else ()
    same = {(one.to_due, one.on) for one in known}
    every = due_changes_by(new, between.after.as_at)
    return tuple(one for one in every if (one.to_due, one.on) not in same)


def _steps(between: Between, base: ActionChanged, old: Action | None, new: Action) -> Iterator[ActionChanged]:
    """Steps that readers did not know of before; one back to work after it was done is one too."""
    known = {(one.state, one.on) for one in old.steps if one.on <= between.before.as_at} if old else set()
    done = old is not None and state_on(old, between.before.as_at) in _DONE
    for step in sorted((one for one in new.steps if one.on <= between.after.as_at), key=lambda one: one.on):
        if (step.state, step.on) in known:
            continue
        if step.state in _DONE:
            happened: Happened = step.state  # type: ignore[assignment]
            yield replace(base, happened=happened, on=step.on, by=_by(between, new, step))
        elif step.state == "in-progress":
            yield replace(base, happened="taken-up-again" if done else "begun", on=step.on)
        done = step.state in _DONE


def _by(between: Between, action: Action, step: Step) -> str:
    """Who reported it, or which group was satisfied."""
    if step.state == "assured" and action.assurance and action.assurance.on <= between.after.as_at:
        return between.called(action.assurance.group)
    return between.called(step.by) if step.by else ""


def _looked_at(
    between: Between, base: ActionChanged, old: Action | None, new: Action
) -> Iterator[ActionChanged]:
    """Somebody looked whether it helped."""
    impact = new.impact
    if impact is None or impact.checked_on is None or impact.checked_on > between.after.as_at:
        return
    before = old.impact.checked_on if old and old.impact else None
    if before != impact.checked_on or before > between.before.as_at:
        words = _HELPED[impact.result] if impact.result else ""
        yield replace(base, happened="looked-at", on=impact.checked_on, why=words or flowing(impact.text))
