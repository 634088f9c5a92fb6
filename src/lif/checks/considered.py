"""Cases considered for a review: reasons, dissent, the panel's answer, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import QUARTER_DAYS, known, known_for, spoken_of
from lif.diagnostics import Severity
from lif.records.actions import Action
from lif.records.incidents import CaseConsidered
from lif.records.learning import GoodPractice, Learning
from lif.records.meetings import Meeting
from lif.records.record import stands
from lif.records.reviews import BELOW_THRESHOLD, Review
from lif.register import Register

_FEWEST_WORDS = 6
"""An agency and a reason cannot be named in fewer words."""


@check("A370")
def decided_without_reasons(register: Register, as_at: date) -> Iterator[Finding]:
    """It was decided whether a case is reviewed, and it does not say why, or not when.

    Why:
        Decisions not to review are looked at by the national panel, and years later by inquiries.
    Fails:
        decision: no-review, without reasons.
    Mend:
        Add `reasons`, about the criteria and never about a child, and `decided`.
    Source:
        Working Together: decisions on local reviews are recorded, with the rationale.
    """
    for case in register.all(CaseConsidered):
        if case.decision is not None and case.reasons is None:
            hint = "add 'reasons:', about the criteria and never about a child"
            yield Finding(case.id, ("decision",), f"the decision is {case.decision}, without reasons", hint)
        elif (case.decision is None) != (case.decided is None):
            there, missing = ("decision", "decided") if case.decision else ("decided", "decision")
            message = f"there is a '{there}' and no '{missing}'"
            yield Finding(case.id, (there,), message, f"add '{missing}:'", at_key=True)


@check("A371", Severity.WARNING)
def dissent_without_reason(register: Register, as_at: date) -> Iterator[Finding]:
    """An agency dissented from the decision on a case, and hardly anything says why.

    Why:
        Who disagreed and why is what a later reader looks for first.
    Fails:
        dissent: The police.
    Mend:
        Write which agency disagreed, and the reason it gave.
    Source:
        Practice of case consideration panels: disagreement is minuted with its reason.
    """
    for case in register.all(CaseConsidered):
        if case.dissent is not None and len(case.dissent.split()) < _FEWEST_WORDS and stands(case, as_at):
            message = "it says hardly more than that somebody disagreed"
            yield Finding(case.id, ("dissent",), message, "write which agency disagreed, and why")


@check("A372", Severity.WARNING)
def case_waits(register: Register, as_at: date) -> Iterator[Finding]:
    """A case was referred or considered a quarter ago or more, and nothing is decided.

    Why:
        A decision that is put off from meeting to meeting is a decision that nobody took.
    Fails:
        referred: 2024-11-04, without decision, on 2025-03-10.
    Mend:
        Put it on the next agenda; then enter `decision`, `decided` and `reasons`.
    Source:
        Working Together: decisions on reviews are taken promptly.
    """
    for case in register.all(CaseConsidered):
        field = "considered" if known(case.considered, as_at) else "referred"
        since = case.considered if field == "considered" else case.referred
        if (
            since is None
            or known(case.decided, as_at)
            or (case.decision is not None and case.decided is None)
        ):
            continue
        if known_for(since, as_at, QUARTER_DAYS) and stands(case, as_at):
            message = f"{field} on {since.isoformat()}, and nothing is decided"
            yield Finding(case.id, (field,), message, "put it on the agenda, then enter the decision")


@check("A373")
def case_outcome_contradicts(register: Register, as_at: date) -> Iterator[Finding]:
    """A case names a review that came of it, and the decision was another, with which the panel agreed.

    A learning review below the threshold is other learning, and may be named beside that decision.

    Why:
        Lists of cases that were not reviewed would hold one that was.
    Fails:
        decision: no-review with review: review-r2024-1
    Mend:
        Correct the decision (of a learning review below the threshold it is other-learning), or take the
        review out.
    Source:
        The record of a case considered: what was decided, and what came of it.
    """
    for case in register.all(CaseConsidered):
        if case.review is None or case.panel_answer == "disagrees":
            continue  # the decision was taken again after the panel disagreed
        review = register.find(Review, case.review)
        below = review is not None and review.sort in BELOW_THRESHOLD
        if case.decision == "no-review" or (case.decision == "other-learning" and review and not below):
            message = f"the decision is {case.decision}, and '{case.review}' came of it"
            hint = "correct the decision, or take the review out"
            if below:
                hint = "write 'decision: other-learning' for a review below the threshold, or take it out"
            yield Finding(case.id, ("review",), message, hint)


@check("A374", Severity.WARNING)
def case_without_outcome(register: Register, as_at: date) -> Iterator[Finding]:
    """It was decided a quarter ago or more to review a case or learn otherwise, and nothing came of it.

    Why:
        The decision was right and nobody acted on it.
    Fails:
        decision: review, decided: 2024-10-01, without review, on 2025-03-10.
    Mend:
        Name the review in `review`; or say in `other_learning` how the learning is taken up.
    Source:
        Working Together: learning from cases that are not reviewed.
    """
    for case in register.all(CaseConsidered):
        if not known_for(case.decided, as_at, QUARTER_DAYS) or not stands(case, as_at):
            continue
        on = case.decided.isoformat()
        if case.decision == "review" and case.review is None:
            message = f"a review was decided on {on}, and none is named"
            yield Finding(case.id, ("decision",), message, "name it in 'review'")
        elif case.decision == "other-learning" and not _taken_up(register, case):
            message = f"other learning was decided on {on}, and nothing says what"
            yield Finding(case.id, ("decision",), message, "say in 'other_learning' how it is taken up")


def _taken_up(register: Register, case: CaseConsidered) -> bool:
    if case.other_learning is not None or case.review is not None:
        return True
    return spoken_of(register, case.id, Learning, GoodPractice, Action)


@check("A375")
def case_panel_half_recorded(register: Register, as_at: date) -> Iterator[Finding]:
    """The national panel's answer on a case has no day, a day no answer, or the panel was never told.

    Why:
        What the panel said, and when, decides whether the case is closed.
    Fails:
        panel_answer: agrees, without panel_answered.
    Mend:
        Add what is missing.
    Source:
        Working Together: decisions are sent to the national panel, which answers.
    """
    for case in register.all(CaseConsidered):
        said = case.panel_answer in ("agrees", "disagrees")
        if said and case.panel_answered is None:
            message = f"the panel {case.panel_answer}, and it does not say since when"
            yield Finding(case.id, ("panel_answer",), message, "add 'panel_answered:'")
        elif case.panel_answered and not said:
            message = "the panel answered, and it does not say what"
            yield Finding(
                case.id, ("panel_answered",), message, "write agrees or disagrees in 'panel_answer'"
            )
        elif case.panel_answer and case.panel_told is None:
            message = "the panel's answer is recorded or awaited, and it was never told"
            yield Finding(case.id, ("panel_answer",), message, "add 'panel_told:'")


@check("A376")
def considered_elsewhere(register: Register, as_at: date) -> Iterator[Finding]:
    """The meeting that is named for a case was on another day, another group's, or not held.

    Why:
        The minute that should prove the decision will not be found.
    Fails:
        considered: 2024-12-11 at a meeting of 2024-12-10
    Mend:
        Correct the day or the group, or name the right meeting.
    Source:
        Records of meetings: decisions can be looked up in the minutes.
    """
    for case in register.all(CaseConsidered):
        meeting = register.find(Meeting, case.meeting)
        if meeting is None:
            continue
        days = [day.isoformat() for day in (case.considered, case.decided) if day is not None]
        if days and meeting.on.isoformat() not in days:
            message = (
                f"considered on {' and '.join(days)}, and '{meeting.id}' was on {meeting.on.isoformat()}"
            )
        elif meeting.group != case.group:
            message = f"'{meeting.id}' was a meeting of '{meeting.group}', and '{case.group}' considered it"
        elif meeting.held is False:
            message = f"the meeting '{meeting.id}' was not held"
        else:
            continue
        yield Finding(
            case.id, ("meeting",), message, "correct the day or the group, or name the right meeting"
        )


CONSIDERED = (
    decided_without_reasons,
    dissent_without_reason,
    case_waits,
    case_outcome_contradicts,
    case_without_outcome,
    case_panel_half_recorded,
    considered_elsewhere,
)
