"""Answers of a section 11 return: of another sort than asked, twice, left out, or copied from elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from lif.checks.cycles import kept_answers, newest, newest_answers
from lif.checks.finding import Finding, check
from lif.checks.known import known
from lif.checks.once import once
from lif.checks.successors import heir
from lif.diagnostics import Severity
from lif.records.record import stands
from lif.records.section11 import Section11Answer, Section11Question, Section11Return, Section11Standard
from lif.register import Register

_NAMED = 3


def _question(register: Register, answer: Section11Answer) -> Section11Question | None:
    found = register.get(answer.question)
    return found if isinstance(found, Section11Question) else None


@check("A413")
def answer_does_not_fit(register: Register, as_at: date) -> Iterator[Finding]:
    """An answer is of another sort than its question asks for.

    Why:
        A question that wants a list has no score to be counted, and one that wants a score is missing from
        every count without it.
    Fails:
        answer: list at the question, and self_score: fully-met at the answer.
    Mend:
        Take the score out, or add it; where a question does not apply, it has no score, and where the answer
        repeats an earlier one, that one's score stands.
    Source:
        The standards of the self-assessment: each question says how it is answered.
    """
    for return_, index, answer in kept_answers(register):
        question = _question(register, answer)
        field = "self_score" if answer.self_score else "moderated_score"
        scored = answer.self_score or answer.moderated_score
        place = ("answers", index)
        if answer.not_applicable and scored:
            message = f"it does not apply, and is scored {scored}"
            yield Finding(return_.id, (*place, field), message, "take the score out, or 'not_applicable'")
        elif question is None:
            continue
        elif scored and question.answer != "scored":
            wanted = "a list" if question.answer == "list" else "words"
            message = f"the question wants {wanted}, and the answer is the score {scored}"
            yield Finding(return_.id, (*place, field), message, "take the score out")
        elif (
            question.answer == "scored"
            and known(return_.submitted, as_at)
            and not (scored or answer.not_applicable or answer.carried_forward)
        ):
            message = "the question wants a score, and the answer that was sent has none"
            yield Finding(return_.id, (*place, "question"), message, "add 'self_score:'")


@check("A425", Severity.WARNING)
def answer_left_empty(register: Register, as_at: date) -> Iterator[Finding]:
    """A return came, and its answer to a question that asks for a list or for words is empty.

    Why:
        It looks answered wherever answers are counted, and says nothing.
    Fails:
        An answer to a list question without entries and without text, in a return with submitted.
    Mend:
        Ask the agency, and add `entries` or `text`; where the question does not apply, say so and why.
    Source:
        Practice of section 11 self-assessment: each question is answered, or its reason given.
    """
    for return_, index, answer in newest_answers(register, as_at):
        question = _question(register, answer)
        if question is None or question.answer == "scored" or not known(return_.submitted, as_at):
            continue
        said = answer.entries or answer.text or answer.carried_forward
        if not said and not answer.self_score and not answer.moderated_score:
            wanted, field = ("a list", "entries") if question.answer == "list" else ("words", "text")
            message = f"the question wants {wanted}, and the answer that was sent is empty"
            hint = f"ask the agency, and add '{field}:'"
            yield Finding(return_.id, ("answers", index, "question"), message, hint)


@check("A414")
def question_answered_twice(register: Register, as_at: date) -> Iterator[Finding]:
    """One question is answered twice in a return, or twice in its staff survey.

    Why:
        Both count, and where they differ nobody can tell which is the answer.
    Fails:
        Two answers with question: section11-workforce/access-to-training.
    Mend:
        Keep one.
    Source:
        The record of a return: one answer to each question.
    """
    for return_ in register.all(Section11Return):
        if return_.retired is not None:
            continue
        asked = [
            (("answers", i, "question"), one.question)
            for i, one in enumerate(return_.answers)
            if one.retired is None
        ]
        survey = return_.survey.answers if return_.survey else ()
        said = [(("survey", "answers", i, "question"), one.question) for i, one in enumerate(survey)]
        for places in (asked, said):
            seen: set[str] = set()
            for path, question in places:
                if question in seen:
                    message = f"'{question}' is answered above already"
                    yield Finding(return_.id, path, message, "keep one of the two")
                seen.add(question)


@once
def _asked(register: Register) -> dict[str, set[str]]:
    """The standards of each cycle: those that any return of the cycle answers."""
    found: dict[str, set[str]] = defaultdict(set)
    for return_ in register.all(Section11Return):
        found[return_.cycle.casefold()].update(
            answer.question.partition("/")[0] for answer in return_.answers
        )
    return found


@check("A415", Severity.WARNING)
def questions_unanswered(register: Register, as_at: date) -> Iterator[Finding]:
    """A return came, and leaves out questions of a standard that others answered in the same cycle.

    Why:
        What an agency leaves out is seldom what it does well; a count of scores would hide it.
    Fails:
        Six of the eleven questions of a standard, in a return with submitted.
    Mend:
        Ask the agency; where a question does not apply to it, add the answer with `not_applicable` and why.
    Source:
        Practice of section 11 self-assessment: each question is answered, or its reason given.
    """
    for return_ in newest(register, as_at):
        if not known(return_.submitted, as_at):
            continue
        answered = {answer.question for answer in return_.answers if stands(answer, as_at)}
        missing = [
            f"{standard.id}/{question.id}"
            for standard in register.all(Section11Standard)
            if standard.id in _asked(register)[return_.cycle.casefold()]
            for question in standard.questions
            if stands(question, return_.submitted) and f"{standard.id}/{question.id}" not in answered
        ]
        if missing:
            named = ", ".join(f"'{one}'" for one in missing[:_NAMED])
            more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
            message = f"it came without an answer to {named}{more}"
            hint = "ask for it, or say with 'not_applicable' why it does not apply"
            yield Finding(return_.id, ("submitted",), message, hint)


@check("A416")
def not_applicable_without_reason(register: Register, as_at: date) -> Iterator[Finding]:
    """A question is said not to apply to an agency, and it does not say why.

    Why:
        It is taken out of every count; the board has to know whether that is right.
    Fails:
        not_applicable: true, without not_applicable_reason.
    Mend:
        Add `not_applicable_reason`.
    Source:
        Practice of section 11 self-assessment: each question is answered, or its reason given.
    """
    for return_, index, answer in kept_answers(register):
        if answer.not_applicable and answer.not_applicable_reason is None:
            message = "it is said not to apply, without a reason"
            path = ("answers", index, "not_applicable")
            yield Finding(return_.id, path, message, "add 'not_applicable_reason:'")


@check("A419", Severity.WARNING)
def repeated_and_not_looked_at(register: Register, as_at: date) -> Iterator[Finding]:
    """An answer repeats one of an earlier return, and nobody in this window says that it is still true.

    Why:
        What is copied from cycle to cycle is the last thing anybody reads.
    Fails:
        carried_forward: section-11-council-2022/strengths, without still_true_on.
    Mend:
        Ask the agency to look at it again; then enter the day in `still_true_on`.
    Source:
        Practice of section 11 self-assessment: what is carried forward is marked as that.
    """
    for return_, index, answer in newest_answers(register, as_at):
        if answer.carried_forward and known(return_.submitted, as_at):
            looked = answer.still_true_on
            if not known(looked, as_at):
                message = "it repeats an earlier answer, and nobody says that it is still true"
            elif looked < return_.opened:
                message = (
                    f"it repeats an earlier answer that was looked at on {looked.isoformat()}, before the "
                    f"window opened on {return_.opened.isoformat()}"
                )
            else:
                continue
            hint = "ask the agency to look at it again; then enter 'still_true_on'"
            yield Finding(return_.id, ("answers", index, "carried_forward"), message, hint)


@check("A420")
def repeated_from_elsewhere(register: Register, as_at: date) -> Iterator[Finding]:
    """An answer repeats one of another agency, of another question, or of a return that is not earlier.

    Why:
        The answer is true of somebody else, or of something else.
    Fails:
        carried_forward: section-11-police-2022/strengths in a return of the council.
    Mend:
        Name the agency's own earlier return; where the words were copied, ask for its own.
    Source:
        The record of an answer: an earlier return of the same agency that it repeats.
    """
    for return_, index, answer in kept_answers(register):
        address = answer.carried_forward or ""
        before = register.find(Section11Return, address.partition("/")[0])
        if before is None:
            continue
        repeated = register.get(address)
        if heir(register, before.agency) != heir(register, return_.agency):
            message = f"'{before.id}' is a return of '{before.agency}', and this one of '{return_.agency}'"
        elif before.id == return_.id or before.opened >= return_.opened:
            message = f"'{before.id}' is not earlier than this return"
        elif isinstance(repeated, Section11Answer) and repeated.question != answer.question:
            message = f"'{address}' answers another question, '{repeated.question}'"
        else:
            continue
        hint = "name the agency's own earlier answer to this question"
        yield Finding(return_.id, ("answers", index, "carried_forward"), message, hint)


SELF_ANSWERS = (
    answer_does_not_fit,
    answer_left_empty,
    question_answered_twice,
    questions_unanswered,
    not_applicable_without_reason,
    repeated_and_not_looked_at,
    repeated_from_elsewhere,
)
