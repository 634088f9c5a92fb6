"""Who saw that an action was done: judged without proof, by nobody, or by its own agency."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.measures.standing import JUDGED, SETTLED, step_to
from lif.records.actions import Action, Assurance
from lif.records.evidence import Evidence
from lif.records.governance import Group, Role
from lif.records.meetings import Meeting
from lif.register import Register


def evidence_of(register: Register, action: Action) -> list[Evidence]:
    """What shows that an action was done, whichever of the two records names the other."""
    named = [register.find(Evidence, id_) for id_ in action.evidence]
    for tie in register.links_to(action.id):
        if tie.path[0] == "shows":
            named.append(register.find(Evidence, tie.source))
    return [one for one in named if one is not None]


def lacks_evidence(register: Register, action: Action) -> bool:
    """Whether nothing shows it; records that cannot be read may be what does."""
    if action.evidence or evidence_of(register, action):
        return False
    return not any(bad.kind == Evidence.kind for bad in register.unreadable.values())


@check("A101")
def assured_without_evidence(register: Register, as_at: date) -> Iterator[Finding]:
    """An action is assured or closed, and nothing shows that it was done.

    Why:
        Completion that nobody can prove is what inquiries find years later.
    Fails:
        A step closed, with no evidence.
    Mend:
        Name the evidence; or take the step back to reported-complete until it comes.
    Source:
        SCIE, quality markers for reviews: implementation and evaluation.
    """
    for action in register.all(Action):
        judged = step_to(action, *JUDGED)
        if judged and lacks_evidence(register, action):
            index, step = judged
            message = f"{step.state} on {step.on.isoformat()}, and no evidence shows that it was done"
            hint = "add 'evidence:' with the id of what shows it, or take this step out"
            yield Finding(action.id, ("steps", index, "state"), message, hint)


@check("A102")
def assured_by_nobody(register: Register, as_at: date) -> Iterator[Finding]:
    """An action is assured or closed, and no group is named that was satisfied.

    Why:
        Completion is not closure: somebody other than the owner must have seen it.
    Fails:
        A step closed, without assurance.
    Mend:
        Add `assurance` with the day and the group, and the meeting and minute where there were.
    Source:
        Practice of action trackers: closed by a group, on a day, with a minute to look up.
    """
    for action in register.all(Action):
        judged = step_to(action, *JUDGED)
        if judged and action.assurance is None:
            index, step = judged
            message = f"{step.state} on {step.on.isoformat()}, and it does not say which group was satisfied"
            hint = "add 'assurance:' with 'on' and 'group'"
            yield Finding(action.id, ("steps", index, "state"), message, hint)


@check("A103", Severity.WARNING)
def assurance_without_step(register: Register, as_at: date) -> Iterator[Finding]:
    """A group was satisfied with an action, and its steps do not say so.

    Why:
        The list for the meeting still shows the action as open.
    Fails:
        assurance on 2025-03-20, with the last step reported-complete.
    Mend:
        Add the step assured with the day.
    Source:
        The record of an action: where it stands is the last of its dated steps.
    """
    for action in register.all(Action):
        if action.assurance and step_to(action, *JUDGED, *SETTLED) is None:
            on = action.assurance.on.isoformat()
            message = f"a group was satisfied on {on}, and no step says assured"
            yield Finding(action.id, ("assurance",), message, f"add the step 'assured' on {on}", at_key=True)


@check("A104")
def assured_by_owner(register: Register, as_at: date) -> Iterator[Finding]:
    """Only the owner's own agency judged that an action was done.

    Why:
        Nobody marks their own work: a second pair of eyes is what assurance means.
    Fails:
        owner: police-vulnerability-lead, assurance with agencies: humberside-police alone.
    Mend:
        Take it to a group where other agencies sit, and name the agencies that judged it.
    Source:
        Practice of action trackers: an owner cannot assure the own action.
    """
    for action in register.all(Action):
        owner = register.find(Role, action.owner)
        if action.assurance is None or owner is None:
            continue
        judges, field = judges_of(register, action.assurance)
        if judges and set(judges) == {owner.agency}:
            message = f"only '{owner.agency}' judged this action, and its owner is of the same agency"
            hint = "let another agency judge it, and name the agencies that did"
            yield Finding(action.id, ("assurance", field), message, hint)


def judges_of(register: Register, assurance: Assurance) -> tuple[tuple[str, ...], str]:
    """The agencies that judged: those named, else those at the meeting, else the group's members."""
    if assurance.agencies:
        return assurance.agencies, "agencies"
    meeting = register.find(Meeting, assurance.meeting)
    if meeting is not None and meeting.present:
        return meeting.present, "meeting"
    group = register.find(Group, assurance.group)
    return (group.members if group else ()), "group"


@check("A112")
def assured_elsewhere(register: Register, as_at: date) -> Iterator[Finding]:
    """The meeting that is named for an action's assurance was another group's, or was not held.

    Why:
        The minute that should prove it cannot exist.
    Fails:
        assurance by the neglect group at a meeting of the operational board.
    Mend:
        Name the group whose meeting it was, or the right meeting.
    Source:
        Practice of action trackers: closed by a group, on a day, with a minute to look up.
    """
    for action in register.all(Action):
        meeting = register.find(Meeting, action.assurance.meeting) if action.assurance else None
        if action.assurance is None or meeting is None:
            continue
        if meeting.group != action.assurance.group:
            group = action.assurance.group
            message = f"'{meeting.id}' was a meeting of '{meeting.group}', and '{group}' assured it"
            yield Finding(action.id, ("assurance", "meeting"), message, "correct the group or the meeting")
        elif meeting.held is False:
            message = f"the meeting '{meeting.id}' was not held"
            yield Finding(
                action.id, ("assurance", "meeting"), message, "name the meeting where it was assured"
            )


@check("A113", Severity.WARNING)
def closed_before_evidence(register: Register, as_at: date) -> Iterator[Finding]:
    """All evidence of an action dates from after the day it was closed.

    Why:
        On the day it was closed there was nothing to see.
    Fails:
        closed on 2025-02-01, with evidence of 2025-04-01 only.
    Mend:
        Name the evidence that the group saw; or correct the day.
    Source:
        SCIE, quality markers for reviews: implementation and evaluation.
    """
    for action in register.all(Action):
        closed = step_to(action, "closed")
        days = [evidence.on for evidence in evidence_of(register, action)] if closed else []
        if closed and days and min(days) > closed[1].on:
            message = (
                f"closed on {closed[1].on.isoformat()}, and the oldest evidence is of {min(days).isoformat()}"
            )
            hint = "name the evidence that was seen, or correct the day"
            yield Finding(action.id, ("steps", closed[0], "on"), message, hint)


@check("A114", Severity.WARNING)
def owner_says_assured(register: Register, as_at: date) -> Iterator[Finding]:
    """The step assured or closed of an action was entered by the role that owns it.

    Why:
        Nobody marks their own work: the owner says that it is complete, somebody else that it is so.
    Fails:
        owner: help-lead, with a step closed by: help-lead.
    Mend:
        Name the role that recorded the group's decision in `by`, or leave it out.
    Source:
        Practice of action trackers: an owner cannot assure the own action.
    """
    for action in register.all(Action):
        for index, step in enumerate(action.steps):
            if step.state in JUDGED and step.by == action.owner and step.on <= as_at:
                message = f"'{action.owner}' owns this action, and says that it is {step.state}"
                hint = "name the role that recorded the group's decision, or leave 'by' out"
                yield Finding(action.id, ("steps", index, "by"), message, hint)


ASSURANCES = (
    assured_without_evidence,
    assured_by_nobody,
    assurance_without_step,
    assured_by_owner,
    assured_elsewhere,
    closed_before_evidence,
    owner_says_assured,
)
