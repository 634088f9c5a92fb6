"""Cases that were considered for a review: who referred them, what was decided and why, who disagreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from lif.records.incidents import CaseConsidered
from lif.records.record import stands
from lif.records.reviews import Review
from lif.register import Register
from lif.views.called import agency_called, called_at
from lif.views.review_states import known_by
from lif.views.shown import flowing

Decided = Literal["undecided", "no-review", "other-learning", "review"]
DECIDED: tuple[Decided, ...] = get_args(Decided)
"""What was decided of a case by a day."""


@dataclass(frozen=True, slots=True)
class ConsideredLine:
    """One case as it stood on a day; what was decided or answered later is not known yet.

    `panel` is the national panel's answer, `awaited` from the day it was told; empty when it was not told.
    """

    id: str
    group: str
    group_name: str
    referred: date | None
    referred_by: str
    referred_by_name: str
    considered: date | None
    decision: Decided
    decided: date | None
    reasons: str
    dissent: str
    instead: str
    panel_told: date | None
    panel: str
    panel_text: str
    review: str
    illustrative: bool


def considered_lines(
    register: Register, as_at: date, group: str | None = None, decision: Decided | None = None
) -> tuple[ConsideredLine, ...]:
    """Cases referred or considered by the day that led to no review of law, newest first.

    `decision` asks for those with that decision instead, so that `review` gives the others.
    """
    lines = [
        considered_line(register, case, as_at)
        for case in register.all(CaseConsidered)
        if stands(case, as_at) and group in (None, case.group) and _known_by(case, as_at)
    ]
    wanted = [x for x in lines if (x.decision != "review" if decision is None else x.decision == decision)]
    return tuple(sorted(wanted, key=lambda line: (_newest(line), line.id)))


def considered_line(register: Register, case: CaseConsidered, as_at: date) -> ConsideredLine:
    """One case as it stood on `as_at`."""
    decided = case.decision if case.decision and not _later(case.decided, as_at) else None
    told = bool(case.panel_told and case.panel_told <= as_at)
    answered = told and not _later(case.panel_answered, as_at)
    return ConsideredLine(
        id=case.id,
        group=case.group,
        group_name=called_at(register, case.group),
        referred=None if _later(case.referred, as_at) else case.referred,
        referred_by=case.referred_by or "",
        referred_by_name=agency_called(register, case.referred_by) if case.referred_by else "",
        considered=None if _later(case.considered, as_at) else case.considered,
        decision=decided or "undecided",
        decided=case.decided if decided else None,
        reasons=flowing(case.reasons) if decided else "",
        dissent=flowing(case.dissent) if decided else "",
        instead=_instead(register, case, as_at) if decided else "",
        panel_told=case.panel_told if told else None,
        panel=(case.panel_answer or "awaited") if answered else "awaited" if told else "",
        panel_text=flowing(case.panel_text) if answered else "",
        review=_review(register, case, as_at) if decided else "",
        illustrative=case.illustrative,
    )


def _known_by(case: CaseConsidered, as_at: date) -> bool:
    days = [day for day in (case.referred, case.considered, case.decided) if day]
    return not days or min(days) <= as_at


def _review(register: Register, case: CaseConsidered, as_at: date) -> str:
    """The review that came of it, once it had begun: sometimes only after the panel's answer."""
    review = register.find(Review, case.review)
    return review.id if review and known_by(review, as_at) else ""


def _instead(register: Register, case: CaseConsidered, as_at: date) -> str:
    """How else the learning is taken up: in words, or by the title of a review below the threshold."""
    review = register.find(Review, _review(register, case, as_at))
    below = case.decision == "other-learning" and review is not None
    return case.other_learning or (review.title if review and below else "")


def _later(day: date | None, as_at: date) -> bool:
    return day is not None and day > as_at


def _newest(line: ConsideredLine) -> int:
    day = line.decided or line.considered or line.referred
    return -day.toordinal() if day else 0
