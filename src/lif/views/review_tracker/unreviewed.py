"""Cases that were considered and not reviewed, and incidents that led to no review: why, and what instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.records.incidents import Incident
from lif.records.record import stands
from lif.records.reviews import Review
from lif.register import Register
from lif.views.as_known import as_known
from lif.views.called import called_at, coded
from lif.views.cases_considered import ConsideredLine, Decided, considered_lines
from lif.views.papers import Question
from lif.views.review_states import known_by
from lif.views.review_tracker.clocks import ClockLine, Clocks, of_record, readable
from lif.views.shown import flowing
from lif.views.thread import thread
from lif.views.thread.pieces import BreakSort


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """A case that was considered and led to no review of law, as it stood on a day.

    `review` is one that came of it after all: below the threshold, or once the decision was made again.
    """

    id: str
    code: str
    referred_by: str
    referred: date | None
    considered: date | None
    decision: Decided
    decided: date | None
    reasons: str
    instead: str
    review: str
    dissent: str
    panel: str
    panel_text: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class IncidentEntry:
    """An incident that had led to no review by the day: what was decided, why, and its clocks.

    `joint` says whether that is settled, still to come, or missing, and `because` why.
    """

    id: str
    code: str
    sort: str
    aware: date | None
    decision: str
    reasons: str
    notified: date | None
    joint: BreakSort | Literal[""]
    because: str
    clocks: tuple[ClockLine, ...]
    illustrative: bool


def cases(register: Register, as_at: date) -> tuple[CaseEntry, ...]:
    """Cases considered that led to no review, those not decided first, then the newest."""
    lines = sorted(considered_lines(register, as_at), key=lambda line: line.decision != "undecided")
    return tuple(_case(register, line) for line in lines)


def incidents(question: Question, clocks: Clocks) -> tuple[IncidentEntry, ...]:
    """Incidents that had led to no review by the day, newest first."""
    register, as_at = question.register, question.as_at
    reviewed = {
        review.incident for review in register.all(Review) if review.incident and known_by(review, as_at)
    }
    found = [
        _incident(question, one, clocks)
        for one in register.all(Incident)
        if stands(one, as_at)
        and (one.aware is None or one.aware <= as_at)
        and one.id not in reviewed
        and not _followed(register, one, as_at)
    ]
    return tuple(sorted(found, key=lambda one: (-(one.aware or date.min).toordinal(), one.id)))


def _followed(register: Register, one: Incident, as_at: date) -> bool:
    review = register.find(Review, one.rapid_review)
    return review is not None and known_by(review, as_at)


def _case(register: Register, line: ConsideredLine) -> CaseEntry:
    return CaseEntry(
        line.id,
        coded(line.id),
        line.referred_by_name,
        line.referred,
        line.considered,
        line.decision,
        line.decided,
        line.reasons,
        line.instead,
        called_at(register, line.review) if line.review else "",
        line.dissent,
        line.panel,
        line.panel_text,
        line.illustrative,
    )


def _incident(question: Question, one: Incident, clocks: Clocks) -> IncidentEntry:
    seen = as_known(question.register, one, question.as_at)
    found = thread(question.register, question.figures, one.id, question.as_at)
    joint = next(iter(found.down.joints), None) if found else None
    return IncidentEntry(
        one.id,
        coded(one.id),
        one.sort,
        seen.aware,
        seen.decision or "",
        flowing(seen.decision_reason),
        seen.notified,
        joint.sort if joint else "",
        f"{joint.words[:1].upper()}{readable(joint.words[1:])}" if joint else "",
        of_record(one.id, clocks),
        one.illustrative,
    )
