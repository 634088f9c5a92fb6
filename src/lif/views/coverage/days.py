"""The day that evidence dates from, or None while nobody could have known of it by the day asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from lif.measures.found import found_on
from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.reviews import Review
from lif.records.section11 import Section11Answer, Section11Return
from lif.records.training import Course, TrainingSession
from lif.register import Register

Day = Callable[[Register, Any, Any, date], date | None]


def day(*fields: str) -> Day:
    """The first of the record's fields that holds a day which had come."""

    def found(register: Register, record: Any, part: Any, as_at: date) -> date | None:
        return next(iter(_come((getattr(record, field) for field in fields), as_at)), None)

    return found


def part_day(field: str) -> Day:
    """The day in a field of the part that holds the link, when it had come."""

    def found(register: Register, record: Any, part: Any, as_at: date) -> date | None:
        return next(iter(_come((getattr(part, field),), as_at)), None)

    return found


def review_ended(register: Register, record: Review, part: object, as_at: date) -> date | None:
    """The first day on which the board knew what a review had found."""
    return next(iter(_come((found_on(record),), as_at)), None)


def answered(register: Register, record: Section11Return, part: Section11Answer, as_at: date) -> date | None:
    """The day that an answer's evidence dates from.

    A score counts once it was moderated, words and lists once they were sent. An answer that only repeats
    an earlier one is as old as that one, unless it was looked at again.
    """
    said = record.moderated if part.moderated_score else record.submitted
    if said is None or said > as_at or part.not_applicable or not _says_something(part):
        return None
    own = [on for on in (part.evidence_on, part.still_true_on) if on is not None and on <= as_at]
    if own:
        return max(own)
    if part.carried_forward is None:
        return said
    earlier = register.find(Section11Return, part.carried_forward.partition("/")[0])
    before = [on for on in (earlier.moderated, earlier.submitted) if on] if earlier else []
    return min((said, *before))


def graded(register: Register, record: Audit, part: object, as_at: date) -> date | None:
    """The day on which an audit's grades stood: moderated, or reported where they never were."""
    return next(iter(_come((record.moderated_on or record.reported,), as_at)), None)


def surveyed(register: Register, record: Section11Return, part: object, as_at: date) -> date | None:
    """The day on which the staff survey closed."""
    return record.survey.on if record.survey and record.survey.on <= as_at else None


def taught(register: Register, record: Course, part: object, as_at: date) -> date | None:
    """The last day on which a course was held or evaluated: one that is only offered shows nothing."""
    sessions = (register.find(TrainingSession, tie.source) for tie in register.links_to(record.id))
    held = [one.on for one in sessions if one and one.cancelled_on is None]
    return max(_come((*held, *(one.on for one in record.evaluations)), as_at), default=None)


def looked_at(register: Register, record: Action, part: object, as_at: date) -> date | None:
    """The last day on which somebody else than its owner looked at an action: assured, or its impact seen."""
    checked = record.impact.checked_on if record.impact and record.impact.result else None
    assured = record.assurance.on if record.assurance else None
    return max(_come((checked, assured), as_at), default=None)


def _come(found: Iterable[date | None], as_at: date) -> list[date]:
    return [on for on in found if on is not None and on <= as_at]


def _says_something(part: Section11Answer) -> bool:
    return bool(part.moderated_score or part.text or part.entries)
