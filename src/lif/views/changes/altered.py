"""What was altered without a word: due dates without a logged change, and logged things that are gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.calendars import long_date
from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.incidents import Incident
from lif.records.kinds import KINDS
from lif.records.meetings import Meeting
from lif.records.record import Record
from lif.records.reviews import Review
from lif.views.audits import put_off_by, quarters_on
from lif.views.changes.moments import Between
from lif.views.shown import flowing
from lif.views.thread.naming import called


@dataclass(frozen=True, slots=True)
class Altered:
    """Something that must not change without a trace and did: `what` it is, what it was, and what it is."""

    id: str
    name: str
    kind: str
    what: str
    was: str
    now: str
    illustrative: bool


Found = tuple[str, str, str]

DAYS = {
    "aware": "the day it became known",
    "considered_on": "the day it was considered",
    "notified": "the day it was notified",
    "criteria_not_met_on": "the day the criteria were found not to be met",
}
"""What the days of an incident are called that must not change without a trace."""


def altered(between: Between) -> tuple[Altered, ...]:
    """Every such thing, by kind and id. Where one state of the records is read alone, nothing can be told."""
    if between.by_dates:
        return ()
    found = []
    for kind in KINDS:
        if "due" not in kind.model_fields and kind not in (Audit, Meeting, Review, Incident):
            continue
        for id_ in between.ids(kind):
            old = between.before.register.find(kind, id_)
            new = between.after.register.find(kind, id_)
            for what, was, now in _of(between, old, new) if old and new else ():
                name = called(between.after.register, id_)
                shown = kind.kind.replace("-", " ")
                found.append(Altered(id_, name, shown, what, was, now, bool(new and new.illustrative)))
    return tuple(found)


def _of(between: Between, old: Record, new: Record) -> Iterator[Found]:
    if isinstance(old, Action) and isinstance(new, Action):
        yield from _of_action(old, new)
    elif isinstance(old, Meeting) and isinstance(new, Meeting):
        yield from _of_meeting(old, new)
    elif isinstance(old, Audit) and isinstance(new, Audit):
        yield from _of_audit(between, old, new)
    elif isinstance(old, Review) and isinstance(new, Review):
        yield from _of_review(old, new)
    elif isinstance(old, Incident) and isinstance(new, Incident):
        yield from _of_incident(old, new)
    elif (was := _due(old)) and was != _due(new):
        yield "the day it is due", long_date(was), _day(_due(new))


def _of_action(old: Action, new: Action) -> Iterator[Found]:
    """The first due date never changes, and what was logged stays."""
    if old.due != new.due:
        yield "the due date that was first agreed", long_date(old.due), long_date(new.due)
    kept = {(one.on, one.to_due) for one in new.due_changes}
    for change in old.due_changes:
        if (change.on, change.to_due) not in kept:
            yield "a logged change of the due date", f"to {long_date(change.to_due)}", "not there any more"
    steps = {(one.state, one.on) for one in new.steps}
    for step in old.steps:
        if (step.state, step.on) not in steps:
            what = f"the step '{step.state.replace('-', ' ')}'"
            yield what, f"on {long_date(step.on)}", _moved_to(new, step.state)


def _moved_to(new: Action, state: str) -> str:
    days = [step.on for step in new.steps if step.state == state]
    return f"on {long_date(days[-1])}" if days else "not there any more"


def _of_meeting(old: Meeting, new: Meeting) -> Iterator[Found]:
    """What was minuted stays as it was minuted."""
    now = {one.id: one for one in new.decisions}
    for decision in old.decisions:
        words, there = flowing(decision.text), now.get(decision.id)
        if there is None or flowing(there.text) != words:
            what = f"a decision, minute {decision.minute}" if decision.minute else "a decision"
            yield what, words, flowing(there.text) if there else "not there any more"


def _of_audit(between: Between, old: Audit, new: Audit) -> Iterator[Found]:
    """The quarter of an audit changes with a postponement alone."""
    was, now = (quarters_on(one, between.after.as_at)[1] for one in (old, new))
    if was != now and len(put_off_by(new, between.after.as_at)) <= len(put_off_by(old, between.after.as_at)):
        yield "the quarter it is planned for", was.label, now.label


def _of_review(old: Review, new: Review) -> Iterator[Found]:
    """A step that happened keeps its day; one that was only planned may move."""
    there = {(one.step, one.on) for one in new.milestones}
    for one in old.milestones:
        if one.on and (one.step, one.on) not in there:
            days = [each.on for each in new.milestones if each.step == one.step and each.on]
            now = f"on {long_date(days[-1])}" if days else "not there any more"
            yield f"the day of '{one.step.replace('-', ' ')}'", f"on {long_date(one.on)}", now


def _of_incident(old: Incident, new: Incident) -> Iterator[Found]:
    for field, what in DAYS.items():
        was, now = getattr(old, field), getattr(new, field)
        if was and was != now:
            yield what, long_date(was), _day(now)


def _due(record: Record) -> date | None:
    day = getattr(record, "due", None)
    return day if isinstance(day, date) else None


def _day(day: date | None) -> str:
    return long_date(day) if day else "no day"
