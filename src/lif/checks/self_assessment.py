"""Self-assessment under section 11 and sections 175 and 157: returns that are late, and counts of people."""

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


@check("A406")
def more_returned_than_asked(register: Register, as_at: date) -> Iterator[Finding]:
    """More schools or colleges of a type returned than were asked, or the type stands there twice.

    Why:
        The rate of return would be above all of them, or two rates.
    Fails:
        asked: 45 with returned: 47
    Mend:
        Correct the counts; add the two together where a type stands there twice.
    Source:
        Those who returned are some of those who were asked.
    """
    for summary in register.all(Section175Return):
        seen: set[str] = set()
        for index, line in enumerate(summary.returners):
            if line.sort in seen:
                message, hint = "this type stands above already", "add the two together"
                yield Finding(summary.id, ("returners", index, "sort"), message, hint)
            elif line.returned > line.asked:
                message = f"{line.returned} returned, and {line.asked} were asked"
                yield Finding(summary.id, ("returners", index, "returned"), message, "correct the counts")
            seen.add(line.sort)


@check("A407", Severity.WARNING)
def standard_of_other_number(register: Register, as_at: date) -> Iterator[Finding]:
    """The counts of one standard of the schools' summary do not add up to the number of returns.

    Why:
        Those that are left out are often those that did not answer, and shares are computed without them.
    Fails:
        fully_met 40, partly_met 8, not_met 1 of 52 returns.
    Mend:
        Correct the counts; count those for which it does not apply in `not_applicable`.
    Source:
        Each school or college that returned met a standard fully, partly or not, or it does not apply.
    """
    for summary in register.all(Section175Return):
        returned = sum(line.returned for line in summary.returners)
        if not summary.returners or not stands(summary, as_at) or summary.opened > as_at:
            continue
        for index, one in enumerate(summary.standards):
            total = one.fully_met + one.partly_met + one.not_met + one.not_applicable
            if total != returned and stands(one, as_at):
                message = f"the counts add up to {total}, and {returned} returned"
                hint = "correct the counts, or count the others in 'not_applicable'"
                yield Finding(summary.id, ("standards", index), message, hint)


@check("A408", Severity.WARNING)
def schools_summary_overdue(register: Register, as_at: date) -> Iterator[Finding]:
    """The schools' returns were due a quarter ago or more, and their summary has not gone to the group.

    Why:
        Schools did the work, and nobody has told the board what it says.
    Fails:
        due: 2024-11-29, without reported, on 2025-03-10.
    Mend:
        Take the summary to the group; then enter `reported`.
    Source:
        Education Act 2002, sections 157 and 175; the board's cycle of self-assessment.
    """
    for summary in register.all(Section175Return):
        if known(summary.reported, as_at) or not stands(summary, as_at):
            continue
        if known_for(summary.due, as_at, QUARTER_DAYS):
            message = f"returns were due on {summary.due.isoformat()}, and no summary went to the group"
            hint = "take the summary to the group, then enter 'reported'"
            yield Finding(summary.id, ("due",), message, hint)


SELF_ASSESSMENTS = (
    section11_overdue,
    section11_not_moderated,
    sent_before_approved,
    self_assessment_twice,
    survey_of_more_than_asked,
    staff_see_it_otherwise,
    more_returned_than_asked,
    standard_of_other_number,
    schools_summary_overdue,
)
