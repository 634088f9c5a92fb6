"""What an agency is asked in an open section 11 window: every question, with what it said the last time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.records.record import stands
from lif.records.section11 import Section11Answer, Section11Question, Section11Return, Section11Standard
from lif.register import Register
from lif.views.actions_asked import roles_of
from lif.views.answering import full_name


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """One question: the answer of the open window if there is one, and that of the return before."""

    standard: Section11Standard
    question: Section11Question
    held: Section11Answer | None
    before: Section11Answer | None
    before_in: str

    @property
    def address(self) -> str:
        """The question as records name it."""
        return f"{self.standard.id}/{self.question.id}"


@dataclass(frozen=True, slots=True)
class Section11Asked:
    """All that one agency is asked; `roles` are those that may have written it, as (id, name)."""

    agency: str
    agency_name: str
    window: Section11Return
    questions: tuple[QuestionAsked, ...]
    roles: tuple[tuple[str, str], ...]


def section11_asked(register: Register, as_at: date, agency: str | None = None) -> tuple[Section11Asked, ...]:
    """The windows that are open on a day: opened, and neither moderated nor frozen by then."""
    found = [
        _asked(register, one, as_at)
        for one in register.all(Section11Return)
        if agency in (None, one.agency) and _open(one, as_at)
    ]
    return tuple(sorted(found, key=lambda one: one.agency_name.lower()))


def _open(one: Section11Return, as_at: date) -> bool:
    ended = [day for day in (one.moderated, one.frozen) if day is not None and day <= as_at]
    return stands(one, as_at) and one.opened <= as_at and not ended


def _asked(register: Register, window: Section11Return, as_at: date) -> Section11Asked:
    earlier = [
        one
        for one in register.all(Section11Return)
        if one.agency == window.agency and one.opened < window.opened and one.submitted
    ]
    last = max(earlier, key=lambda one: one.opened) if earlier else None
    questions = tuple(
        QuestionAsked(
            standard,
            question,
            _answer(window, f"{standard.id}/{question.id}"),
            _answer(last, f"{standard.id}/{question.id}"),
            last.id if last else "",
        )
        for standard in register.all(Section11Standard)
        if stands(standard, as_at)
        for question in standard.questions
        if stands(question, as_at)
    )
    name = full_name(register, window.agency)
    return Section11Asked(window.agency, name, window, questions, roles_of(register, window.agency, as_at))


def _answer(found: Section11Return | None, question: str) -> Section11Answer | None:
    answers = found.answers if found else ()
    return next((one for one in answers if one.question == question), None)
