"""Scores of a section 11 return: moderated with a reason, shown by something, followed by an action."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.cycles import kept_answers, newest_answers, score_field, standing_score
from lif.checks.finding import Finding, check
from lif.checks.known import QUARTER_DAYS, acted_on, known, known_for
from lif.checks.recommended import mistyped
from lif.diagnostics import Severity
from lif.register import Register

EVIDENCE_YEARS = 2
"""The usual length of a cycle: what shows an answer and is older was there the last time already."""


@check("A411")
def moderation_half_recorded(register: Register, as_at: date) -> Iterator[Finding]:
    """A return was moderated and a score has no moderated one beside it, or the other way round.

    Why:
        Boards are told moderated scores; a score that nobody looked at would pass for one.
    Fails:
        moderated: 2024-12-13, and an answer with self_score: fully-met alone.
    Mend:
        Add `moderated_score`, the same as the agency's own where the panel agreed; or the day in `moderated`.
    Source:
        Practice of section 11 self-assessment: a panel moderates what each agency says of itself.
    """
    for return_, index, answer in kept_answers(register):
        path = ("answers", index)
        if answer.not_applicable:
            continue
        if return_.moderated and answer.self_score and answer.moderated_score is None:
            message = f"moderated on {return_.moderated.isoformat()}, and this score was not"
            yield Finding(return_.id, (*path, "self_score"), message, "add 'moderated_score:'")
        elif answer.moderated_score and return_.moderated is None:
            message = "there is a moderated score, and no day of moderation"
            yield Finding(return_.id, (*path, "moderated_score"), message, "add 'moderated:' to the return")


@check("A412")
def moderated_without_reason(register: Register, as_at: date) -> Iterator[Finding]:
    """Moderation changed a score, and it does not say why.

    Why:
        The agency cannot answer, and the next panel does not know what it has to look for.
    Fails:
        self_score: fully-met with moderated_score: partly-met, without moderation_reason.
    Mend:
        Add `moderation_reason`: what the panel saw, or did not see.
    Source:
        Practice of section 11 self-assessment: a panel moderates what each agency says of itself.
    """
    for return_, index, answer in kept_answers(register):
        own, moderated = answer.self_score, answer.moderated_score
        if own and moderated and own != moderated and answer.moderation_reason is None:
            message = f"scored {own} by the agency and {moderated} after moderation, without a reason"
            path = ("answers", index, "moderated_score")
            yield Finding(return_.id, path, message, "add 'moderation_reason:'")


@check("A417", Severity.WARNING)
def evidence_too_old(register: Register, as_at: date) -> Iterator[Finding]:
    """What shows an answer was more than two years old when the return came, and the score was let stand.

    Why:
        It showed the last answer already; since then people, forms and services have changed.
    Fails:
        evidence_on: 2021-03-12 in a return submitted on 2024-11-07.
    Mend:
        Ask for something newer, and enter its day; or moderate the score. A score that moderation changed is
        not told.
    Source:
        Practice of section 11 self-assessment: the age of the evidence stands beside the score.
    """
    for return_, index, answer in newest_answers(register, as_at):
        submitted, on = return_.submitted, answer.evidence_on
        if not known(submitted, as_at) or on is None:
            continue
        if standing_score(return_, answer, as_at) != answer.self_score:
            continue
        if (on.year + EVIDENCE_YEARS, on.month, on.day) < (submitted.year, submitted.month, submitted.day):
            message = (
                f"the evidence is of {on.isoformat()}, and the return came on {submitted.isoformat()}, "
                f"more than {EVIDENCE_YEARS} years after it"
            )
            path = ("answers", index, "evidence_on")
            yield Finding(return_.id, path, message, "ask for newer evidence, and enter its day")


@check("A422")
def evidence_after_return(register: Register, as_at: date) -> Iterator[Finding]:
    """What shows an answer dates from after the day on which the return came.

    Why:
        The agency cannot have sent it; the answer was changed, or one of the two days is wrong.
    Fails:
        evidence_on: 2024-11-20 in a return submitted on 2024-10-24.
    Mend:
        Correct the day that is wrong.
    Source:
        Practice of section 11 self-assessment: the age of the evidence stands beside the score.
    """
    for return_, index, answer in kept_answers(register):
        if return_.submitted and answer.evidence_on and answer.evidence_on > return_.submitted:
            message = (
                f"the evidence is of {answer.evidence_on.isoformat()}, and the return came on "
                f"{return_.submitted.isoformat()}"
            )
            path = ("answers", index, "evidence_on")
            yield Finding(return_.id, path, message, "correct the day that is wrong")


@check("A426", Severity.WARNING)
def evidence_without_day(register: Register, as_at: date) -> Iterator[Finding]:
    """What shows a score is told in words, and not from which day it is.

    Why:
        Nobody can tell whether it is older than the last return. Records that are named have their own days.
    Fails:
        evidence_text: Record of courses, without evidence_on, in a return with submitted.
    Mend:
        Ask, and enter the day in `evidence_on`; or moderate the score. A score that moderation changed is
        not told.
    Source:
        Practice of section 11 self-assessment: the age of the evidence stands beside the score.
    """
    for return_, index, answer in newest_answers(register, as_at):
        if not known(return_.submitted, as_at) or answer.evidence_text is None or answer.evidence_on:
            continue
        if answer.self_score and standing_score(return_, answer, as_at) == answer.self_score:
            message = "what shows it has no day"
            path = ("answers", index, "evidence_text")
            yield Finding(return_.id, path, message, "ask from which day it is, and add 'evidence_on:'")


@check("A418", Severity.WARNING)
def fully_met_on_words_alone(register: Register, as_at: date) -> Iterator[Finding]:
    """A score is fully met, and nothing is named that shows it.

    Why:
        It is what somebody believes; the panel has nothing to look at.
    Fails:
        self_score: fully-met, without evidence and evidence_text.
    Mend:
        Name the records in `evidence`, or what else shows it in `evidence_text`; or moderate the score.
    Source:
        Practice of section 11 self-assessment: evidence stands beside each score.
    """
    for return_, index, answer in newest_answers(register, as_at):
        if not known(return_.submitted, as_at) or answer.evidence or answer.evidence_text:
            continue
        if standing_score(return_, answer, as_at) == "fully-met":
            message = "it is fully met, and nothing is named that shows it"
            path = ("answers", index, score_field(return_, answer, as_at))
            yield Finding(return_.id, path, message, "add 'evidence:' or 'evidence_text:'")


@check("A421", Severity.WARNING)
def shortfall_without_action(register: Register, as_at: date) -> Iterator[Finding]:
    """A score was less than fully met a quarter after moderation, and no action came of it.

    Why:
        The agency has said what is wrong, the board has agreed, and it will say the same in the next cycle.
    Fails:
        moderated_score: partly-met in a return moderated on 2024-11-29, without actions, on 2025-03-10.
    Mend:
        Agree an action with the agency, and name it in `actions`; or name the answer, or the whole return, as
        the action's source.
    Source:
        Practice of section 11 self-assessment: what is not fully met has an action.
    """
    broken = mistyped(register)
    for return_, index, answer in newest_answers(register, as_at):
        if not known_for(return_.moderated, as_at, QUARTER_DAYS) or return_.id in broken:
            continue
        score = standing_score(return_, answer, as_at)
        address = f"{return_.id}/{answer.id}"
        followed = acted_on(register, address, answer.actions, as_at) or acted_on(
            register, return_.id, (), as_at
        )
        if score in ("partly-met", "not-met") and not followed:
            message = f"it is {score}, and no action came of it since {return_.moderated.isoformat()}"
            path = ("answers", index, score_field(return_, answer, as_at))
            yield Finding(return_.id, path, message, "agree an action, and name it in 'actions'")


SELF_SCORES = (
    moderation_half_recorded,
    moderated_without_reason,
    evidence_too_old,
    evidence_without_day,
    fully_met_on_words_alone,
    shortfall_without_action,
    evidence_after_return,
)
