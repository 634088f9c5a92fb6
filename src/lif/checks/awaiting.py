"""What a chair asks about before a meeting: overdue actions, and completion without evidence or assurance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.assurance import evidence_of, lacks_evidence
from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.measures.standing import DONE, due_on, state_on, step_on
from lif.records.actions import Action
from lif.records.record import stands
from lif.register import Register

EVIDENCE_DAYS = 28
ASSURANCE_DAYS = 92


@check("A201", Severity.WARNING)
def action_overdue(register: Register, as_at: date) -> Iterator[Finding]:
    """The due date of an action has passed, and nobody has reported it complete.

    Why:
        It is what the chair needs to know before the meeting.
    Fails:
        due: 2025-01-31, in progress on 2025-03-10.
    Mend:
        Ask the owner; then add the step reported-complete, or a change of the due date with its reason.
    Source:
        `lif actions overdue` lists the same. Being overdue is a warning, never an error: decision 6.
    """
    for action in register.all(Action):
        state, due = state_on(action, as_at), due_on(action, as_at)
        if state in DONE or due >= as_at or action.agreed_on > as_at or not stands(action, as_at):
            continue
        if due < action.agreed_on:
            continue  # told as dates out of order
        slips = sum(change.on <= as_at for change in action.due_changes)
        first = f", first {action.due.isoformat()}" if slips else ""
        message = f"{state}, and {_days_late(as_at, due)} overdue: due {due.isoformat()}{first}"
        yield Finding(action.id, ("due",), message, f"ask '{action.owner}', then add a step or a due change")


@check("A202", Severity.WARNING)
def complete_without_evidence(register: Register, as_at: date) -> Iterator[Finding]:
    """An action was reported complete four weeks ago or more, and no evidence has come.

    Why:
        Completion is what somebody says; until something shows it the board cannot be satisfied.
    Fails:
        reported-complete on 2025-01-10, no evidence on 2025-03-10.
    Mend:
        Chase the owner and enter the day under `chases`; then name the evidence.
    Source:
        Practice of action trackers: completion is reported, then shown, then judged.
    """
    for action in register.all(Action):
        step = step_on(action, as_at)
        if step is None or step.state != "reported-complete" or (as_at - step.on).days < EVIDENCE_DAYS:
            continue
        if lacks_evidence(register, action):
            chased = [chase.on for chase in action.chases if chase.on <= as_at]
            last = f"chased on {chased[-1].isoformat()}" if chased else "never chased"
            message = f"reported complete on {step.on.isoformat()}, and no evidence has come; {last}"
            index = action.steps.index(step)
            hint = f"ask '{action.owner}' for it, and enter the day under 'chases'"
            yield Finding(action.id, ("steps", index, "state"), message, hint)


@check("A203", Severity.WARNING)
def complete_not_assured(register: Register, as_at: date) -> Iterator[Finding]:
    """An action was reported complete with evidence a quarter ago or more, and no group has looked at it.

    Why:
        It is neither open nor closed, and drops out of sight.
    Fails:
        reported-complete on 2024-10-01 with evidence, not assured on 2025-03-10.
    Mend:
        Put it on the agenda of its group.
    Source:
        Practice of action trackers: reported complete, assured and closed are three things.
    """
    for action in register.all(Action):
        step = step_on(action, as_at)
        if step is None or step.state != "reported-complete" or (as_at - step.on).days < ASSURANCE_DAYS:
            continue
        if evidence_of(register, action):
            message = f"complete since {step.on.isoformat()}, with evidence, and not assured"
            hint = f"put it on the agenda of '{action.group}'"
            yield Finding(action.id, ("steps", action.steps.index(step), "state"), message, hint)


def _days_late(as_at: date, due: date) -> str:
    late = (as_at - due).days
    return f"{late} day{'' if late == 1 else 's'}"


AWAITING = (action_overdue, complete_without_evidence, complete_not_assured)
