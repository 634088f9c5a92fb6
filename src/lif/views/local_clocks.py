"""The board's own deadlines: every date that a record promises, and the day on which it was kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lif.calendars import parse_period
from lif.measures.owed import owed
from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.governance import Agency
from lif.records.indicators import DevelopmentItem
from lif.records.inspections import Inspection
from lif.records.learning import GoodPractice, Learning
from lif.records.meetings import GroupReport
from lif.records.oversight import Challenge, Risk
from lif.records.priorities import Strategy
from lif.records.publications import ImprovementPlan, Publication
from lif.records.record import Record, stands
from lif.records.references import Document
from lif.records.reviews import Review
from lif.records.scrutiny import PartnerReport, Scrutiny, SignedStatement
from lif.records.section11 import Section11Return, Section175Return
from lif.records.training import Course, TrainingCurrency, TrainingPlan
from lif.register import Register
from lif.views.audits import quarters_on, repeat_of
from lif.views.promise import Promise
from lif.views.row_clocks import kept_in_time, rows_in_place


@dataclass(frozen=True, slots=True)
class Local:
    """Where a kind keeps a deadline: fields of the record, or of the parts in `inside`, by their names."""

    kind: type[Record]
    due: str
    done: str
    what: str
    known: str = ""
    over: str = ""
    inside: str = ""


LOCAL: tuple[Local, ...] = (
    Local(PartnerReport, "due", "received", "partner's report to the board", "period"),
    Local(GroupReport, "due", "received", "group's quarterly report", "quarter"),
    Local(Section11Return, "due", "submitted", "section 11 return", "opened"),
    Local(Section175Return, "due", "reported", "returns of schools and colleges", "opened"),
    Local(Challenge, "response_due", "responded_on", "answer to a challenge", "on", "closed_on"),
    Local(Inspection, "response_due", "responded_on", "response to an inspection", "published"),
    Local(Scrutiny, "planned", "reported", "piece of scrutiny"),
    Local(Scrutiny, "response_due", "responded_on", "response to scrutiny", "reported"),
    Local(SignedStatement, "due", "on", "signed statement"),
    Local(Action, "impact.due", "impact.checked_on", "check whether an action helped", "agreed_on"),
    Local(Learning, "test.due", "test.checked_on", "test whether learning landed", "on"),
    Local(GoodPractice, "test.due", "test.checked_on", "test whether good practice was taken up", "on"),
    Local(Learning, "due", "on", "learning told", "on", inside="products"),
    Local(GoodPractice, "due", "on", "good practice told", "on", inside="products"),
    Local(Document, "review_due", "", "review of a document", "approved_on"),
    Local(Strategy, "review_due", "", "review of a strategy", "agreed_on"),
    Local(Course, "review_due", "", "review of a course's content", "since", "until"),
    Local(DevelopmentItem, "due", "", "measure that is wanted"),
)
"""Each kind with a date that the record itself sets, in a row: due, done, words, known since, over.

`known` names a day, or a period whose first day counts; without one the promise is known on any day.
"""


RETURN = "values"
"""The field of a promise that is a return of figures."""


def promises(register: Register, as_at: date) -> Iterator[Promise]:
    """Every date that the records promise and that was known by a day, by kind and record."""
    for local in LOCAL:
        for record in register.all(local.kind):
            yield from _of_fields(record, local)
    for gather in (*_EVERY, kept_in_time, rows_in_place):
        yield from gather(register, as_at)


def _of_fields(record: Record, local: Local) -> Iterator[Promise]:
    if isinstance(record, DevelopmentItem) and record.status in ("in-use", "dropped"):
        return
    for part in getattr(record, local.inside) if local.inside else (record,):
        due = _field(part, local.due)
        if due is None:
            continue
        address = f"{record.id}/{part.id}" if local.inside else record.id
        known, over = _known(record, local.known), _field(record, local.over)
        yield Promise(address, record, local.due, local.what, due, _field(part, local.done), known, over)


def _field(holder: object, path: str) -> date | None:
    """The date at a path such as `impact.due`; None where any part of it is not there."""
    found: Any = holder if path else None
    for name in path.split(".") if path else ():
        found = getattr(found, name, None)
    return found if isinstance(found, date) else None


def _known(record: Record, field: str) -> date | None:
    """Since when a promise was known: a day of the record, or the first day of the period that it is for."""
    found = getattr(record, field, None) if field else None
    return parse_period(found).start if isinstance(found, str) else _field(record, field)


def _audits(register: Register, as_at: date) -> Iterator[Promise]:
    """Audits to begin in the quarter they are planned for, and audits to be repeated."""
    for audit in register.all(Audit):
        first, now = (quarter.end for quarter in quarters_on(audit, as_at))
        days = (audit.started, audit.fieldwork_ended, audit.moderated_on, audit.reported)
        begun = min((day for day in days if day), default=None)
        moved = first if now != first else None
        yield Promise(
            audit.id, audit, "planned", "audit to begin", now, begun, over=audit.cancelled, first=moved
        )
        if audit.re_audit_due and repeat_of(register, audit, as_at) is None:
            due = audit.re_audit_due
            yield Promise(audit.id, audit, "re_audit_due", "audit to be repeated", due, known=audit.reported)


def _reviews(register: Register, as_at: date) -> Iterator[Promise]:
    """Steps of reviews that have a planned day."""
    for review in register.all(Review):
        first = min((one.on for one in review.milestones if one.on), default=None)
        for one in review.milestones:
            if one.planned:
                what = f"review, planned: {one.step.replace('-', ' ')}"
                yield Promise(review.id, review, f"milestones.{one.step}", what, one.planned, one.on, first)


def _risks(register: Register, as_at: date) -> Iterator[Promise]:
    """Risks to be looked at again; the date was set at the last look."""
    for risk in register.all(Risk):
        if risk.review_due:
            known = max((risk.opened, *(one.on for one in risk.reviews)))
            yield Promise(
                *(risk.id, risk, "review_due", "risk to be looked at", risk.review_due),
                known=known,
                over=risk.closed_on,
            )


def _plans(register: Register, as_at: date) -> Iterator[Promise]:
    """Plans to be looked at again; the next plan of the same group, once approved, is that look."""
    plans: tuple[tuple[tuple[TrainingPlan | ImprovementPlan, ...], str], ...] = (
        (register.all(TrainingPlan), "review of the training plan"),
        (register.all(ImprovementPlan), "review of the improvement plan"),
    )
    for of_kind, what in plans:
        for one in of_kind:
            if one.review_due is None:
                continue
            mine = one.approved_on or date.max
            group = (other.approved_on for other in of_kind if other.group == one.group)
            later = min((day for day in group if day and day > mine), default=None)
            yield Promise(one.id, one, "review_due", what, one.review_due, later, one.approved_on)


def _publications(register: Register, as_at: date) -> Iterator[Promise]:
    """Publications by their planned day; a review's report is left to the review's own step."""
    for publication in register.all(Publication):
        if publication.planned is None:
            continue
        reviews = [found for id_ in publication.of if (found := register.find(Review, id_))]
        if publication.sort == "review-report" and any(map(_plans_to_publish, reviews)):
            continue
        yield Promise(
            publication.id,
            publication,
            "planned",
            "publication",
            publication.planned,
            publication.published,
            _known(publication, "period"),
            over=publication.withdrawn,
        )


def _plans_to_publish(review: Review) -> bool:
    return any(one.step == "published" and one.planned for one in review.milestones)


def _currency(register: Register, as_at: date) -> Iterator[Promise]:
    """The next count of staff whose training is in date; a later count of the same level keeps it."""
    counts = register.all(TrainingCurrency)
    for one in counts:
        if one.next_due:
            same = (other for other in counts if (other.agency, other.level) == (one.agency, one.level))
            later = (other.on for other in same if other.on > one.on)
            what = "count of staff with training in date"
            yield Promise(one.id, one, "next_due", what, one.next_due, min(later, default=None), one.on)


def _returns(register: Register, as_at: date) -> Iterator[Promise]:
    """Agencies' returns of figures for periods that are over."""
    for one in owed(register, as_at):
        record = one.held or register.find(Agency, one.agency)
        if record is not None:
            what = f"return of figures, {one.period.label}"
            yield Promise(record.id, record, RETURN, what, one.due, one.received(as_at), one.period.end)


_EVERY = (_audits, _reviews, _risks, _plans, _publications, _currency, _returns)


def counts_on(promise: Promise, as_at: date) -> bool:
    """Whether the promise was known on a day and its record stood."""
    return stands(promise.record, as_at) and (promise.known is None or promise.known <= as_at)
