"""The order in which things happen to an action: its steps, its slips, its assurance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.measures.standing import step_to
from lif.records.actions import Action
from lif.records.meetings import Meeting
from lif.register import Register


@check("D102")
def steps_out_of_order(register: Register, as_at: date) -> Iterator[Finding]:
    """The steps of an action are not in order of time, or the first comes before the action was agreed.

    Why:
        Where the action stood on the day of a meeting is read from these steps.
    Fails:
        in-progress on 2025-04-01, and under it reported-complete on 2025-03-01
    Mend:
        Correct the date, or put the steps in order.
    Source:
        The record of an action: where it stands is the last of its dated steps.
    """
    for action in register.all(Action):
        if action.steps and action.steps[0].on < action.agreed_on:
            first = action.steps[0]
            message = (
                f"'{first.state}' on {first.on.isoformat()} is before the action was agreed, "
                f"{action.agreed_on.isoformat()}"
            )
            yield Finding(action.id, ("steps", 0, "on"), message, "correct the date that is wrong")
        for index, (before, after) in enumerate(pairwise(action.steps), 1):
            if after.on < before.on:
                message = (
                    f"'{after.state}' on {after.on.isoformat()} is before '{before.state}' "
                    f"on {before.on.isoformat()}"
                )
                hint = "correct the date, or put the steps in order"
                yield Finding(action.id, ("steps", index, "on"), message, hint)


@check("D103")
def due_changes_do_not_follow(register: Register, as_at: date) -> Iterator[Finding]:
    """The changes of a due date do not lead from one to the next.

    Why:
        How often and how far a promise has slipped is counted from these changes.
    Fails:
        due: 2024-09-30, and a change with from_due: 2024-10-31
    Mend:
        Begin with the first due date in `due`, and let each change start from where the last one ended.
    Source:
        Practice of action trackers: the first due date stays, and each change has a reason.
    """
    for action in register.all(Action):
        due, on = action.due, action.agreed_on
        for index, change in enumerate(action.due_changes):
            path = ("due_changes", index)
            if change.from_due != due:
                message = (
                    f"it starts from {change.from_due.isoformat()}, and the due date was {due.isoformat()}"
                )
                yield Finding(action.id, (*path, "from_due"), message, f"write {due.isoformat()}")
            elif change.to_due == change.from_due:
                yield Finding(action.id, (*path, "to_due"), "this changes nothing", "give the new due date")
            if change.on < on:
                message = f"{change.on.isoformat()} is before {on.isoformat()}, which comes first"
                yield Finding(
                    action.id, (*path, "on"), message, "correct the date, or put the changes in order"
                )
            due, on = change.to_due, max(on, change.on)


@check("D104", Severity.WARNING)
def due_brought_forward(register: Register, as_at: date) -> Iterator[Finding]:
    """A change of the due date makes it earlier.

    Why:
        It is rare, and two dates that were swapped look the same; a slip would be counted as a gain.
    Fails:
        from_due: 2025-03-31 with to_due: 2025-01-31
    Mend:
        Swap the two if they were mixed up; if it was brought forward on purpose, accept the warning.
    Source:
        Practice of action trackers: slips of a due date are counted.
    """
    for action in register.all(Action):
        for index, change in enumerate(action.due_changes):
            if change.to_due < change.from_due:
                message = (
                    f"the new due date, {change.to_due.isoformat()}, is earlier than the old, "
                    f"{change.from_due.isoformat()}"
                )
                yield Finding(action.id, ("due_changes", index, "to_due"), message, "were the two swapped?")


@check("D106")
def judged_too_early(register: Register, as_at: date) -> Iterator[Finding]:
    """Assurance or impact is dated before what it judges, or after the step that rests on it.

    Why:
        Nobody can be satisfied with what has not been done yet, and nothing is closed before somebody was.
    Fails:
        assurance on 2025-03-20 with the step assured on 2025-03-01
    Mend:
        Correct the date that is wrong.
    Source:
        Practice of action trackers: reported complete, assured and closed are three things.
    """
    for action in register.all(Action):
        done = step_to(action, "reported-complete", "assured", "closed")
        judged = step_to(action, "assured", "closed")
        assured = action.assurance.on if action.assurance else None
        if assured and assured < action.agreed_on:
            message = f"assured on {assured.isoformat()}, and agreed only on {action.agreed_on.isoformat()}"
            yield Finding(action.id, ("assurance", "on"), message, "correct the date that is wrong")
        elif assured and judged and assured > judged[1].on:
            message = (
                f"the group was satisfied on {assured.isoformat()}, after the step '{judged[1].state}' "
                f"on {judged[1].on.isoformat()}"
            )
            yield Finding(action.id, ("assurance", "on"), message, "correct the date that is wrong")
        checked = action.impact.checked_on if action.impact else None
        if checked and done and checked < done[1].on:
            message = (
                f"the difference was looked at on {checked.isoformat()}, before the action was done, "
                f"{done[1].on.isoformat()}"
            )
            yield Finding(action.id, ("impact", "checked_on"), message, "correct the date that is wrong")


@check("D112")
def meeting_on_another_day(register: Register, as_at: date) -> Iterator[Finding]:
    """An action was assured on another day than the meeting that is named for it.

    Why:
        The minute that should prove it will not be found.
    Fails:
        assurance on 2025-03-20 at a meeting held on 2025-03-18
    Mend:
        Correct the date, or name the right meeting.
    Source:
        Practice of action trackers: closed by a group, on a day, with a minute to look up.
    """
    for action in register.all(Action):
        if action.assurance is None:
            continue
        meeting = register.find(Meeting, action.assurance.meeting)
        if meeting is not None and meeting.on != action.assurance.on:
            message = (
                f"assured on {action.assurance.on.isoformat()}, and the meeting '{meeting.id}' "
                f"was on {meeting.on.isoformat()}"
            )
            yield Finding(
                action.id, ("assurance", "on"), message, "correct the date, or name the right meeting"
            )


HISTORIES = (
    steps_out_of_order,
    due_changes_do_not_follow,
    due_brought_forward,
    judged_too_early,
    meeting_on_another_day,
)
