"""Challenges: made by somebody, answered in time, closed by somebody else with what it changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import QUARTER_DAYS, known, known_for
from lif.diagnostics import Severity
from lif.records.meetings import Meeting
from lif.records.oversight import Challenge
from lif.records.record import stands
from lif.register import Register


@check("A811")
def challenge_by_nobody(register: Register, as_at: date) -> Iterator[Finding]:
    """A challenge does not say who made it.

    Why:
        Nobody can say whether the answer satisfies whoever asked.
    Fails:
        A challenge with neither by_group nor by_role.
    Mend:
        Add `by_group`, or `by_role` for a scrutineer or a chair.
    Source:
        Practice of challenge logs: who challenged whom, on what day.
    """
    for challenge in register.all(Challenge):
        if challenge.by_group is None and challenge.by_role is None:
            message = "it does not say who made the challenge"
            yield Finding(challenge.id, ("id",), message, "add 'by_group:' or 'by_role:'")


@check("A812", Severity.WARNING)
def challenge_unanswered(register: Register, as_at: date) -> Iterator[Finding]:
    """An answer to a challenge was due and has not come; or none was set a day, and a quarter has passed.

    Why:
        A challenge without an answer is a complaint.
    Fails:
        response_due: 2025-02-14, without responded_on, on 2025-03-10.
    Mend:
        Ask the agency; then enter `responded_on` and `response`.
    Source:
        Practice of challenge logs: question, evidence, answer, impact.
    """
    for challenge in register.all(Challenge):
        if known(challenge.responded_on, as_at) or known(challenge.closed_on, as_at):
            continue
        due = challenge.response_due
        if challenge.on > as_at or not stands(challenge, as_at):
            continue
        if due is not None and due < as_at:
            message = f"the answer was due on {due.isoformat()}, and has not come"
            yield Finding(challenge.id, ("response_due",), message, "ask for it, then enter 'responded_on'")
        elif due is None and known_for(challenge.on, as_at, QUARTER_DAYS):
            message = f"made on {challenge.on.isoformat()}, and not answered"
            yield Finding(
                challenge.id, ("on",), message, "ask for an answer, and set its day in 'response_due'"
            )


@check("A813")
def challenge_half_recorded(register: Register, as_at: date) -> Iterator[Finding]:
    """A challenge was answered without a day, on a day without an answer, or closed without either.

    Why:
        A closed challenge that nobody answered was dropped.
    Fails:
        closed_on: 2025-02-20, without response.
    Mend:
        Add what is missing.
    Source:
        Practice of challenge logs: question, evidence, answer, impact.
    """
    for challenge in register.all(Challenge):
        if (challenge.responded_on is None) != (challenge.response is None):
            pair = ("responded_on", "response")
            there, missing = pair if challenge.responded_on else pair[::-1]
            message = f"there is a '{there}' and no '{missing}'"
            yield Finding(challenge.id, (there,), message, f"add '{missing}:'", at_key=True)
        elif challenge.closed_on is not None and challenge.response is None:
            message = f"closed on {challenge.closed_on.isoformat()}, and not answered"
            yield Finding(challenge.id, ("closed_on",), message, "add 'response:' and 'responded_on:'")


@check("A814", Severity.WARNING)
def challenge_without_impact(register: Register, as_at: date) -> Iterator[Finding]:
    """A challenge was closed, and it does not say whether it made a difference, or which.

    Why:
        Challenge is one of the few things that a board does itself, and the yearly report needs what came of
        it.
    Fails:
        closed_on: 2025-02-20, without impact.
    Mend:
        Add `impact` and, in `impact_text`, what is different for children; "not shown" is an honest answer.
    Source:
        Practice of challenge logs: question, evidence, answer, impact.
    """
    for challenge in register.all(Challenge):
        if not known(challenge.closed_on, as_at) or not stands(challenge, as_at):
            continue
        on = challenge.closed_on.isoformat()
        if challenge.impact is None:
            message = f"closed on {on}, and it does not say whether it made a difference"
            yield Finding(challenge.id, ("closed_on",), message, "add 'impact:' and 'impact_text:'")
        elif challenge.impact_text is None:
            message = f"the impact is {challenge.impact}, and nothing says what was seen"
            yield Finding(challenge.id, ("impact",), message, "add 'impact_text:'")


@check("A815")
def closed_by_the_challenged(register: Register, as_at: date) -> Iterator[Finding]:
    """A challenge was closed at a meeting where only the challenged agencies were present.

    Why:
        Nobody marks their own work.
    Fails:
        A challenge to the council, closed at a meeting with present: council alone.
    Mend:
        Take it to a group where others sit, and name that meeting in `closed_at`.
    Source:
        Practice of challenge logs: whoever asked says whether the answer satisfies.
    """
    for challenge in register.all(Challenge):
        meeting = register.find(Meeting, challenge.closed_at)
        if meeting is not None and meeting.present and set(meeting.present) <= set(challenge.to):
            message = f"only challenged agencies were present at '{meeting.id}', which closed it"
            yield Finding(
                challenge.id, ("closed_at",), message, "name a meeting where other agencies judged it"
            )


@check("A816")
def challenge_at_another_meeting(register: Register, as_at: date) -> Iterator[Finding]:
    """A challenge was made or closed on another day than the meeting that is named for it.

    Why:
        The minute that should prove it will not be found.
    Fails:
        on: 2024-12-11 at a meeting of 2024-12-10
    Mend:
        Correct the day, or name the right meeting.
    Source:
        Records of meetings: decisions can be looked up in the minutes.
    """
    for challenge in register.all(Challenge):
        for done, field, link, day in (
            ("made", "on", challenge.meeting, challenge.on),
            ("closed", "closed_on", challenge.closed_at, challenge.closed_on),
        ):
            meeting = register.find(Meeting, link)
            if meeting is None or day is None:
                continue
            if meeting.on != day:
                message = f"{done} on {day.isoformat()}, and '{meeting.id}' was on {meeting.on.isoformat()}"
                yield Finding(challenge.id, (field,), message, "correct the day, or name the right meeting")
            elif meeting.held is False:
                message = f"the meeting '{meeting.id}' was not held"
                yield Finding(challenge.id, (field,), message, "name the meeting where it was")


@check("A817", Severity.WARNING)
def answer_not_judged(register: Register, as_at: date) -> Iterator[Finding]:
    """A challenge was answered, and nobody says whether that satisfies; or it does not, and was closed.

    Why:
        An answer that nobody judged, or that was found wanting and left, changes nothing.
    Fails:
        responded_on: 2024-10-14, without satisfied, on 2025-03-10.
    Mend:
        Say in `satisfied` what whoever asked thinks of it; where not, name the action that follows.
    Source:
        Practice of challenge logs: whoever asked says whether the answer satisfies.
    """
    for challenge in register.all(Challenge):
        answered = known_for(challenge.responded_on, as_at, QUARTER_DAYS)
        if not stands(challenge, as_at):
            continue
        if answered and challenge.satisfied is None and not known(challenge.closed_on, as_at):
            message = "it was answered, and nobody says whether the answer satisfies"
            yield Finding(challenge.id, ("responded_on",), message, "add 'satisfied:'")
        elif challenge.satisfied is False and known(challenge.closed_on, as_at) and not challenge.actions:
            message = "whoever asked was not satisfied, and it was closed without any action"
            yield Finding(challenge.id, ("satisfied",), message, "name what follows in 'actions'")


CHALLENGES = (
    challenge_by_nobody,
    challenge_unanswered,
    challenge_half_recorded,
    challenge_without_impact,
    closed_by_the_challenged,
    challenge_at_another_meeting,
    answer_not_judged,
)
