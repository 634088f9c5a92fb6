"""Section 11 returns: an agency's newest, the answers in it, and the score that counted on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.successors import answering_on
from lif.records.record import stands
from lif.records.section11 import Met, Section11Answer, Section11Return
from lif.register import Register

Placed = tuple[Section11Return, int, Section11Answer]
"""An answer with its return and its place in it."""


def newest(register: Register, as_at: date) -> Iterator[Section11Return]:
    """Each agency's return of the window that was opened last by the day: what was left before it is past."""
    opened = [one for one in register.all(Section11Return) if one.opened <= as_at and stands(one, as_at)]
    last: dict[str, date] = {}
    for one in opened:
        agency = answering_on(register, one.agency, as_at)
        last[agency] = max(last.get(agency, one.opened), one.opened)
    return (one for one in opened if last[answering_on(register, one.agency, as_at)] == one.opened)


def newest_answers(register: Register, as_at: date) -> Iterator[Placed]:
    """Applicable answers of each agency's newest return."""
    for return_ in newest(register, as_at):
        for index, answer in enumerate(return_.answers):
            if stands(answer, as_at) and not answer.not_applicable:
                yield return_, index, answer


def kept_answers(register: Register) -> Iterator[Placed]:
    """Every answer of every return that was not retired."""
    for return_ in register.all(Section11Return):
        for index, answer in enumerate(return_.answers):
            if return_.retired is None and answer.retired is None:
                yield return_, index, answer


def standing_score(return_: Section11Return, answer: Section11Answer, as_at: date) -> Met | None:
    """The score that counted on the day: the moderated one once there was moderation, else the own one."""
    moderated = answer.moderated_score if return_.moderated and return_.moderated <= as_at else None
    return moderated or answer.self_score


def score_field(return_: Section11Return, answer: Section11Answer, as_at: date) -> str:
    """The field in which that score stands."""
    moderated = answer.moderated_score if return_.moderated and return_.moderated <= as_at else None
    return "moderated_score" if moderated else "self_score"
