"""What history alone shows: dates, targets, figures and decisions that are others than they were.

The records themselves must say when and why such a thing changed; git is the cross-check. Without the life of
the records (`Register.past`) none of these checks finds anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Check, Finding, check
from lif.checks.lives import (
    entries_of,
    first_members,
    flowing,
    members_of,
    number_words,
    numbers_of,
    said_at,
    target_words,
    terms_of,
    values_of,
)
from lif.diagnostics import Severity
from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.figures import Return
from lif.records.indicators import Indicator
from lif.records.kinds import KINDS
from lif.records.meetings import Meeting
from lif.records.record import Record
from lif.register import Register


@check("A481", Severity.WARNING)
def first_due_altered(register: Register, as_at: date) -> Iterator[Finding]:
    """The due date that was first agreed is another than it was.

    Why:
        `due` never changes: a date that moves in silence makes a late action look on time.
    Fails:
        due: 2025-06-30, where a commit of March has due: 2025-03-31, and `due_changes` says nothing.
    Mend:
        Put the first date back, and enter the change under `due_changes`: when, why, and who agreed.
    Source:
        Design: how often a date has slipped comes from the record; git is the cross-check.
    """
    for action in register.all(Action):
        yield from _due(register, action, "put it back, and enter the change under 'due_changes'")


@check("A482", Severity.WARNING)
def log_altered(register: Register, as_at: date) -> Iterator[Finding]:
    """A change of the due date, or a step, that was logged is not there any more.

    Why:
        What was logged is what was said then; it is added to, and not rewritten.
    Fails:
        due_changes has lost the change to 2025-06-30 that a commit of April has.
    Mend:
        Put the entry back; where it was a mistake, say so in a note under `progress`.
    Source:
        Design: how often a date has slipped comes from the record; git is the cross-check.
    """
    for action in register.all(Action):
        slips = {(one.on.isoformat(), one.to_due.isoformat()) for one in action.due_changes}
        steps = {(one.on.isoformat(), one.state) for one in action.steps}
        for field, key, kept, what in (
            ("due_changes", "to_due", slips, "a change of the due date to"),
            ("steps", "state", steps, "the step"),
        ):
            for (on, to), step in entries_of(register, action.id, field, "on", key).items():
                if (on, to) not in kept:
                    message = f"{what} {to}, logged for {on}, was there at {said_at(step)}, and is not now"
                    yield Finding(action.id, (field,), message, "put the entry back", at_key=True)


@check("A483", Severity.WARNING)
def planned_altered(register: Register, as_at: date) -> Iterator[Finding]:
    """The quarter that an audit is planned for is another than it was, and no postponement says why.

    Why:
        An audit that moves in silence is one that nobody decided not to do.
    Fails:
        planned: 2025-26-Q1, where a commit of March has planned: 2024-25-Q4, and `postponed` says nothing.
    Mend:
        Enter the change under `postponed`: from, to, when, why, and who agreed.
    Source:
        Design: how often a date has slipped comes from the record; git is the cross-check.
    """
    for audit in register.all(Audit):
        known = {one.from_quarter for one in audit.postponed} | {one.to_quarter for one in audit.postponed}
        for was, step in values_of(register, audit.id, "planned").items():
            if was != audit.planned and was not in known:
                message = f"planned for {audit.planned}; it was {was} at {said_at(step)}"
                yield Finding(audit.id, ("planned",), message, "enter the change under 'postponed'")


@check("A484", Severity.WARNING)
def other_due_altered(register: Register, as_at: date) -> Iterator[Finding]:
    """The day on which something was due is another than it was.

    Why:
        Whether a return or an answer came in time is counted from the day it was due.
    Fails:
        due: 2025-05-15, where a commit of March has due: 2025-04-30.
    Mend:
        Put the day back; where it was wrong from the start, accept this warning with the reason.
    Source:
        Design: how often a date has slipped comes from the record; git is the cross-check.
    """
    for kind in KINDS:
        if "due" in kind.model_fields and kind is not Action:
            for record in register.all(kind):
                yield from _due(register, record, "put it back, or accept this warning with the reason")


@check("A485", Severity.WARNING)
def target_altered(register: Register, as_at: date) -> Iterator[Finding]:
    """A target is another than it was, and no new target with its own dates says so.

    Why:
        A target that is altered in place changes the colour of quarters that were judged by the old one.
    Fails:
        value: 80 in the target that a commit of March has with value: 85.
    Mend:
        Put the old target back with `until`, and add a new one with `since` and `set_by`.
    Source:
        Design: targets are dated, and never overwritten.
    """
    for indicator in register.all(Indicator):
        now = {target.id: target for target in indicator.targets}
        for index, target in enumerate(indicator.targets):
            for was, step in members_of(register, indicator.id, "targets", target.id):
                terms = terms_of(was)
                if terms != terms_of(now[target.id].model_dump(mode="json")):
                    message = (
                        f"the target is another than at {said_at(step)}, where it was {target_words(was)}"
                    )
                    hint = "put it back with 'until', and add a new target with 'since' and 'set_by'"
                    yield Finding(indicator.id, ("targets", index), message, hint)
                    break


@check("A486", Severity.WARNING)
def figure_altered(register: Register, as_at: date) -> Iterator[Finding]:
    """A figure is another than it was, and no revision says why.

    Why:
        A paper that was issued has the old figure, and nobody can say which was right.
    Fails:
        numerator: 52, where a commit of April has numerator: 48, and `revisions` says nothing.
    Mend:
        Enter what it was under `revisions`, with the day until which it stood and the reason.
    Source:
        Design: every figure can be traced, and what was there before is kept.
    """
    for return_ in register.all(Return):
        for index, value in enumerate(return_.values):
            known = {numbers_of(value.model_dump(mode="json"))}
            known |= {numbers_of(one.model_dump(mode="json")) for one in value.revisions}
            for was, step in members_of(register, return_.id, "values", value.id):
                if any(one is not None for one in numbers_of(was)) and numbers_of(was) not in known:
                    message = (
                        f"the figure is another than at {said_at(step)}, where it was {number_words(was)}"
                    )
                    hint = "enter what it was under 'revisions', with the day and the reason"
                    yield Finding(return_.id, ("values", index), message, hint)
                    break


@check("A487", Severity.WARNING)
def decision_altered(register: Register, as_at: date) -> Iterator[Finding]:
    """A decision that was minuted says something else than it did, or is gone.

    Why:
        What a meeting decided is what was minuted; it is changed by another decision, and not rewritten.
    Fails:
        decisions has lost 'more-visits', which a commit of March has.
    Mend:
        Put the decision back; where the minute was corrected, say so in `outcome`.
    Source:
        Practice: minutes are agreed at the next meeting.
    """
    for meeting in register.all(Meeting):
        now = {one.id: (index, flowing(one.text)) for index, one in enumerate(meeting.decisions)}
        for id_, (was, step) in first_members(register, meeting.id, "decisions").items():
            if not meeting.held or flowing(was.get("text")) == now.get(id_, (0, ""))[1]:
                continue
            path = ("decisions", now[id_][0]) if id_ in now else ("decisions",)
            said = "says something else" if id_ in now else "is not there any more"
            message = f"the decision '{id_}' {said}; it was there at {said_at(step)}"
            yield Finding(meeting.id, path, message, "put it back as it was minuted", at_key=id_ not in now)


def _due(register: Register, record: Record, hint: str) -> Iterator[Finding]:
    now = getattr(record, "due", None)
    said = now.isoformat() if now else ""
    first = next(iter(values_of(register, record.id, "due").items()), None)
    if first and said and first[0] != said:
        yield Finding(record.id, ("due",), f"due {said}; it was {first[0]} at {said_at(first[1])}", hint)


ALTERED: tuple[Check, ...] = (
    first_due_altered,
    log_altered,
    planned_altered,
    other_due_altered,
    target_altered,
    figure_altered,
    decision_altered,
)
