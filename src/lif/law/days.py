"""The days of records that start and stop the clocks of duties, none ever worked out from another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, TypeVar

from lif.calendars import parse_period
from lif.law.vocabulary import TOLD_AS
from lif.records.audits import Audit
from lif.records.incidents import CaseConsidered, Incident
from lif.records.inspections import Inspection
from lif.records.learning import Learning
from lif.records.publications import Publication
from lif.records.record import Record, stands
from lif.records.reviews import Review
from lif.register import Register

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day of a record, with the time where it is known.

    `planned` marks a day that had not come, or was not said to have come, by the day that is looked from;
    `exact` is False where the record says that the day is not exactly known.
    """

    on: date
    time: time | None = None
    planned: bool = False
    exact: bool = True

    @property
    def when(self) -> date | datetime:
        """The day, or the minute where the time is known."""
        return self.on if self.time is None else datetime.combine(self.on, self.time)


def moment(
    register: Register, record: Record, name: str, as_at: date, told: str | None = None
) -> Moment | None:
    """The day of that name as it was known on `as_at`; None where there was none.

    `told` asks of a notification that it went to that body.
    """
    found = _OF[type(record)](register, record, name, as_at, told)
    return found if found and (found.planned or found.on <= as_at) else None


def began(register: Register, record: Record, as_at: date) -> date | None:
    """The first day of the case that a record belongs to: it decides the era of the whole case."""
    incident = incident_of(register, record)
    found: list[date | None] = []
    if incident:
        found += [incident.aware, incident.notified]
    if isinstance(record, Review):
        steps = ("aware", "notified", "referred", "considered", "decision", "started")
        found += [one.on for one in record.milestones if one.step in steps]
    if isinstance(record, CaseConsidered):
        found += [record.referred, record.considered, record.decided]
    return min((day for day in found if day and day <= as_at), default=None)


def incident_of(register: Register, record: Record) -> Incident | None:
    """The notified incident of a case: the record itself, the one it names, or the one that names it."""
    if isinstance(record, Incident):
        return record
    found = register.find(Incident, getattr(record, "incident", None))
    if found or not isinstance(record, Review):
        return found
    return next(linking(register, record.id, Incident, "rapid_review"), None)


def case_of(register: Register, review: Review) -> CaseConsidered | None:
    """The case considered that a review came of."""
    return next(linking(register, review.id, CaseConsidered, "review"), None)


def linking(register: Register, id_: str, kind: type[R], field: str) -> Iterator[R]:
    """The records of a kind whose field names this record, by id."""
    for tie in sorted(register.links_to(id_), key=lambda tie: tie.source):
        found = register.find(kind, tie.source) if tie.path[0] == field else None
        if found:
            yield found


def _of_incident(
    register: Register, incident: Incident, name: str, as_at: date, told: str | None
) -> Moment | None:
    match name:
        case "occurred":
            return _maybe(incident.occurred, exact=incident.occurred_precision == "exact")
        case "aware":
            return _maybe(incident.aware, incident.aware_time)
        case "considered":
            return _maybe(incident.considered_on)
        case "notified":
            return _told(incident, told)
        case "rapid-review":
            reviews = _reviews(register, incident, "rapid-review")
            return _first(moment(register, one, "rapid-review", as_at) for one in reviews)
        case "decision":
            cases = linking(register, incident.id, CaseConsidered, "incident")
            reviews = _reviews(register, incident, "serious-case-review")
            decided = [moment(register, one, "decided", as_at) for one in cases]
            return _first((*decided, *(moment(register, one, "decision", as_at) for one in reviews)))
    return None


def _told(incident: Incident, told: str | None) -> Moment | None:
    """When it was notified; where a body is named, when that body was told, by itself or with all."""
    own = next((one for one in incident.notices if one.to == told), None)
    if own:
        return Moment(own.on, own.time)
    reached = told is None or told in incident.notified_to
    return _maybe(incident.notified, incident.notified_time) if reached else None


def _of_review(register: Register, review: Review, name: str, as_at: date, told: str | None) -> Moment | None:
    own = next((one for one in review.milestones if one.step == name), None)
    if own and own.on and own.on <= as_at:
        return Moment(own.on)
    if name in TOLD_AS:
        return _told_as(register, review, name)
    if name == "rapid-review" and review.sort == "rapid-review" and own is None:
        return _of_review(register, review, "completed", as_at, told)
    if name in ("published", "copies-sent", "withdrawn"):
        for publication in linking(register, review.id, Publication, "of"):
            if publication.sort == "review-report":
                found = moment(register, publication, name, as_at)
                if found and not (found.planned and own and own.planned):
                    return found
    return Moment(own.planned, planned=True) if own and own.planned and _had_begun(review, as_at) else None


def _told_as(register: Register, review: Review, form: str) -> Moment | None:
    """The first product of a form that tells what was learned from the review, or from a finding of it.

    Good practice is told too, and is not what must be learned: it stops no clock.
    """
    drawn = sorted({tie.source.partition("/")[0] for tie in register.links_into(review.id)})
    return _first(
        _maybe(product.on) or (Moment(product.due, planned=True) if product.due else None)
        for id_ in drawn
        if (one := register.find(Learning, id_))
        for product in one.products
        if product.sort == form and not product.retired
    )


def _had_begun(review: Review, as_at: date) -> bool:
    """Whether something of the review had happened by the day, or nothing has yet: it is only planned."""
    days = [one.on for one in review.milestones if one.on]
    return not days or min(days) <= as_at


def _of_case(
    register: Register, case: CaseConsidered, name: str, as_at: date, told: str | None
) -> Moment | None:
    found = {
        "referred": case.referred,
        "considered": case.considered,
        "decided": case.decided,
        "panel-told": case.panel_told,
        "panel-answer": case.panel_answered,
    }
    return _maybe(found.get(name))


def _of_publication(
    register: Register, publication: Publication, name: str, as_at: date, told: str | None
) -> Moment | None:
    match name:
        case "year-end":
            return _maybe(parse_period(publication.period).end if publication.period else None)
        case "published":
            if publication.published and publication.published <= as_at:
                return Moment(publication.published)
            return Moment(publication.planned, planned=True) if publication.planned else None
        case "copies-sent":
            return _maybe(publication.sent_to_panel)
        case "withdrawn":
            return _maybe(publication.withdrawn)
        case "next-published" if publication.published:
            mine = publication.published
            others = (one for one in register.all(Publication) if one.sort == publication.sort)
            later = (one.published for one in others if one.published and one.published > mine)
            return _maybe(min(later, default=None))
    return None


def _of_inspection(
    register: Register, inspection: Inspection, name: str, as_at: date, told: str | None
) -> Moment | None:
    found = {
        "started": inspection.started,
        "ended": inspection.ended,
        "published": inspection.published,
        "responded": inspection.responded_on,
    }
    return _maybe(found.get(name))


def _of_audit(register: Register, audit: Audit, name: str, as_at: date, told: str | None) -> Moment | None:
    if name == "next-reported" and audit.reported:
        mine = audit.reported
        others = (one for one in register.all(Audit) if one.sort == audit.sort and stands(one, as_at))
        return _maybe(
            min((one.reported for one in others if one.reported and one.reported > mine), default=None)
        )
    found = {
        "started": audit.started,
        "fieldwork-ended": audit.fieldwork_ended,
        "moderated": audit.moderated_on,
        "reported": audit.reported,
    }
    return _maybe(found.get(name))


_OF: Mapping[type[Record], Callable[[Register, Any, str, date, str | None], Moment | None]] = {
    Incident: _of_incident,
    Review: _of_review,
    CaseConsidered: _of_case,
    Publication: _of_publication,
    Inspection: _of_inspection,
    Audit: _of_audit,
}


def reviews_of(register: Register, incident: Incident) -> tuple[Review, ...]:
    """The reviews that an incident names, or that name it, each once."""
    named = register.find(Review, incident.rapid_review)
    found = (*((named,) if named else ()), *linking(register, incident.id, Review, "incident"))
    return tuple({review.id: review for review in found}.values())


def _reviews(register: Register, incident: Incident, sort: str) -> tuple[Review, ...]:
    return tuple(review for review in reviews_of(register, incident) if review.sort == sort)


def _maybe(day: date | None, at: time | None = None, exact: bool = True) -> Moment | None:
    return Moment(day, at, exact=exact) if day else None


def _first(found: Iterable[Moment | None]) -> Moment | None:
    """The earliest that happened, or else the earliest that is planned."""
    return min(filter(None, found), key=lambda one: (one.planned, one.on), default=None)
