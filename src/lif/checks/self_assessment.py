"""Self-assessment: returns late, unmoderated, sent too early or twice, and what staff say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.cycles import newest, standing_score
from lif.checks.finding import Finding, check
from lif.checks.known import QUARTER_DAYS, known, known_for
from lif.diagnostics import Severity
from lif.records.record import stands
from lif.records.section11 import Section11Return, Section175Return
from lif.register import Register

FEWEST_STAFF = 5
"""Of fewer answers one person makes a quarter of the result or more."""


@check("A401", Severity.WARNING)
def section11_overdue(register: Register, as_at: date) -> Iterator[Finding]:
    """A section 11 return was due and has not come, and no later window of the agency was opened.

    Why:
        The board cannot say how the agency keeps children safe, and silence reads as compliance.
    Fails:
        due: 2025-01-31, without submitted, on 2025-03-10.
    Mend:
        Ask the agency; then enter `submitted`.
    Source:
        Children Act 2004, section 11; the board's cycle of self-assessment.
    """
    for return_ in newest(register, as_at):
        if return_.due < as_at and not known(return_.submitted, as_at):
            message = (
                f"the return of '{return_.agency}' was due on {return_.due.isoformat()}, and has not come"
            )
            yield Finding(return_.id, ("due",), message, "ask for it, then enter 'submitted'")


@check("A402", Severity.WARNING)
def section11_not_moderated(register: Register, as_at: date) -> Iterator[Finding]:
    """A section 11 return came a quarter ago or more, and has not been moderated.

    Why:
        Until then it is what the agency says of itself, and it grows old.
    Fails:
        submitted: 2024-11-08, without moderated, on 2025-03-10.
    Mend:
        Take it to the panel; then enter `moderated` and the moderated scores.
    Source:
        Practice of section 11 self-assessment: a panel moderates what each agency says of itself.
    """
    for return_ in newest(register, as_at):
        if known_for(return_.submitted, as_at, QUARTER_DAYS) and not known(return_.moderated, as_at):
            message = f"it came on {return_.submitted.isoformat()}, and has not been moderated"
            yield Finding(return_.id, ("submitted",), message, "take it to the panel, then enter 'moderated'")


@check("A409", Severity.WARNING)
def sent_before_approved(register: Register, as_at: date) -> Iterator[Finding]:
    """A section 11 return came before the agency's own governance had approved it, or without a word of that.

    Why:
        Until then it is one officer's view, and the agency may take it back.
    Fails:
        submitted: 2024-10-24 with own_approval_on: 2024-11-12
    Mend:
        Ask who approved it, and when; then enter `own_approval` and `own_approval_on`.
    Source:
        Practice of section 11 self-assessment: the agency's own governance approves its return first.
    """
    for return_ in newest(register, as_at):
        submitted, approved = return_.submitted, return_.own_approval_on
        if not known(submitted, as_at):
            continue
        if approved is not None and approved > submitted:
            message = f"it came on {submitted.isoformat()}, and was approved on {approved.isoformat()} only"
        elif approved is None and return_.own_approval is None:
            message = (
                f"it came on {submitted.isoformat()}, and nothing says that its own governance approved it"
            )
        else:
            continue
        hint = "ask who approved it, and when; enter 'own_approval' and 'own_approval_on'"
        yield Finding(return_.id, ("submitted",), message, hint)


@check("A403")
def self_assessment_twice(register: Register, as_at: date) -> Iterator[Finding]:
    """Two records hold one agency's return of one cycle, or one group's summary of the schools' returns.

    Why:
        Its scores are counted twice; the one is overdue and the other came.
    Fails:
        Two section 11 returns of the police with cycle: "2024".
    Mend:
        Keep one; retire the other if papers have cited it.
    Source:
        The record of a return: one agency in one cycle.
    """
    first: dict[tuple[str, str, str], str] = {}
    returns: list[Section11Return | Section175Return] = [*register.all(Section11Return)]
    returns.extend(register.all(Section175Return))
    for return_ in returns:
        if return_.retired is not None:
            continue
        whose = return_.agency if isinstance(return_, Section11Return) else return_.group
        key = (return_.kind, whose, return_.cycle.casefold())
        if key in first:
            message = f"'{first[key]}' is the return of '{whose}' for the cycle {return_.cycle} already"
            yield Finding(return_.id, ("cycle",), message, "keep one of the two")
        else:
            first[key] = return_.id


@check("A404")
def survey_of_more_than_asked(register: Register, as_at: date) -> Iterator[Finding]:
    """More people answered a staff survey than were asked, or a question of it than answered the survey.

    Why:
        Shares would be computed of people who do not exist.
    Fails:
        answered: 41 with a question that 44 answered.
    Mend:
        Correct the counts.
    Source:
        Those who said yes are some of those who answered, and those some of the asked.
    """
    for return_ in register.all(Section11Return):
        survey = return_.survey
        if survey is None:
            continue
        if survey.answered > survey.asked:
            message = f"{survey.answered} answered, and {survey.asked} were asked"
            yield Finding(return_.id, ("survey", "answered"), message, "correct the counts")
        for index, answer in enumerate(survey.answers):
            path = ("survey", "answers", index)
            if answer.said_yes > answer.of:
                message = f"{answer.said_yes} said yes of {answer.of} who answered the question"
                yield Finding(return_.id, (*path, "said_yes"), message, "correct the counts")
            elif answer.of > survey.answered:
                message = f"{answer.of} answered the question, and {survey.answered} the survey"
                yield Finding(return_.id, (*path, "of"), message, "correct the counts")


@check("A405", Severity.WARNING)
def staff_see_it_otherwise(register: Register, as_at: date) -> Iterator[Finding]:
    """A question is fully met, and fewer than half of the staff who answered it, five or more, said yes.

    Why:
        Leaders and staff describe two services; the panel has to find out which is the real one.
    Fails:
        moderated_score: fully-met, and 12 of 41 staff said yes.
    Mend:
        Talk to staff, and moderate the score with a reason; or correct the counts.
    Source:
        Practice of section 11 self-assessment: leaders' scores are read beside a survey of practitioners.
    """
    for return_ in newest(register, as_at):
        survey = return_.survey
        if survey is None or survey.on > as_at or not known(return_.submitted, as_at):
            continue
        full = {
            answer.question
            for answer in return_.answers
            if stands(answer, as_at) and standing_score(return_, answer, as_at) == "fully-met"
        }
        for index, said in enumerate(survey.answers):
            if said.question in full and said.of >= FEWEST_STAFF and said.said_yes * 2 < said.of:
                message = f"it is scored fully met, and {said.said_yes} of {said.of} staff said yes"
                path = ("survey", "answers", index, "said_yes")
                yield Finding(return_.id, path, message, "talk to staff, and moderate the score again")


SELF_ASSESSMENTS = (
    section11_overdue,
    section11_not_moderated,
    sent_before_approved,
    self_assessment_twice,
    survey_of_more_than_asked,
    staff_see_it_otherwise,
)
