"""Each thing along a thread as readers know it: its stage, its name, its day, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from lif.calendars import long_date, parse_period, short_date
from lif.checks.recommended import made_on
from lif.records.actions import Action
from lif.records.audits import Audit, AuditFinding, Recommendation
from lif.records.evidence import Evidence
from lif.records.incidents import CaseConsidered, Incident
from lif.records.inspections import Inspection
from lif.records.learning import Product
from lif.records.meetings import Meeting
from lif.records.oversight import Challenge, Escalations
from lif.records.publications import Publication
from lif.records.record import Item, Record
from lif.records.reviews import Finding, Review
from lif.records.scrutiny import Scrutiny
from lif.records.training import TrainingSession
from lif.register import Register
from lif.views.actions import action_line
from lif.views.recommendations import recommendations
from lif.views.showing import name_of
from lif.views.thread.pieces import Stage

_STAGES: Mapping[str, Stage] = {
    "review": "review",
    "audit": "review",
    "inspection": "review",
    "scrutiny": "review",
    "action": "action",
    "improvement-plan": "action",
    "evidence": "evidence",
    "learning": "learning",
    "good-practice": "learning",
    "course": "learning",
    "training-session": "learning",
    "training-plan": "learning",
    "passage": "learning",
    "publication": "learning",
    "statement": "learning",
    "indicator": "indicator",
}
_BEGAN = frozenset(
    [
        *("incident", "case-considered", "voice", "practitioner-intelligence", "complaints-and-compliments"),
        *("section11-return", "section175-return", "challenge", "risk", "escalations", "group-report"),
        *("meeting", "partner-report"),
    ]
)


def stage_of(register: Register, address: str) -> Stage:
    """Where on the way from the case to the change a record or item stands."""
    thing = register.get(address)
    kind = register.entries[address.partition("/")[0]].record.kind
    if isinstance(thing, Finding | AuditFinding):
        return "finding"
    if isinstance(thing, Recommendation):
        return "recommendation"
    if isinstance(thing, Audit) and thing.earlier_round:
        return "repeat"
    if kind in _STAGES:
        return _STAGES[kind]
    if kind in _BEGAN:
        return "origin"
    return "framework" if _in_framework(register, address) else "other"


def _in_framework(register: Register, address: str) -> bool:
    return register.entries[address.partition("/")[0]].record.folder.startswith("framework/")


def called(thing: Record | Item) -> str:
    """What readers call a thing; a session goes by its day. Empty where it goes by its address."""
    if isinstance(thing, TrainingSession):
        return f"Session on {long_date(thing.on)}"
    if isinstance(thing, Meeting):
        return f"Meeting on {long_date(thing.on)}"
    return name_of(thing)


def day_of(thing: Record | Item, record: Record) -> date | None:
    """The day of a thing: of a product its own, of any other item its record's."""
    if isinstance(thing, Product):
        return thing.on or thing.due
    if isinstance(thing, Finding | AuditFinding | Recommendation):
        return _found_on(record)
    return _record_day(record)


def _found_on(record: Record) -> date | None:
    """The day on which what a report found was known."""
    return made_on(record) if isinstance(record, Review | Audit | Inspection | Scrutiny) else None


def _record_day(record: Record) -> date | None:
    if isinstance(record, Audit | Inspection | Scrutiny):
        first = record.started
        return first or made_on(record)
    if isinstance(record, Review):
        return min((one.on for one in record.milestones if one.on), default=None)
    for field in ("agreed_on", "on", "aware", "considered", "opened", "published", "received"):
        day = getattr(record, field, None)
        if isinstance(day, date):
            return day
    quarter = getattr(record, "quarter", None)
    return parse_period(quarter).end if isinstance(quarter, str) else None


def known_on(register: Register, address: str, as_at: date) -> bool:
    """Whether readers knew of a record or item by the day; findings come with the report that holds them."""
    thing = register.get(address)
    record = register.entries[address.partition("/")[0]].record
    if isinstance(thing, Finding | AuditFinding | Recommendation):
        day = _found_on(record)
        return day is None or day <= as_at
    if isinstance(record, Meeting | TrainingSession):
        return True
    day = _record_day(record)
    return day is None or day <= as_at


def said_of(register: Register, address: str, as_at: date) -> str:
    """Where a thing stands, in words; empty where there is nothing to say beyond its name."""
    thing = register.get(address)
    tell = _TELL.get(type(thing))
    return tell(register, address, thing, as_at) if tell else ""


def _action(register: Register, address: str, action: Action, as_at: date) -> str:
    line = action_line(register, action, as_at)
    late = f" by {line.days_overdue} day{'' if line.days_overdue == 1 else 's'}" if line.days_overdue else ""
    stands = f"{line.standing.replace('-', ' ')}{late}; due {short_date(line.due)}"
    moved = f", moved {line.slips} time{'' if line.slips == 1 else 's'}" if line.slips else ""
    return f"{stands}{moved}; {line.owner_name}"


def _recommendation(register: Register, address: str, one: Recommendation, as_at: date) -> str:
    line = next(iter(recommendations(register, as_at, address)), None)
    if line is None:
        return ""
    response = line.response.replace("-", " ") if line.response else "no response yet"
    when = f" on {short_date(line.responded_on)}" if line.responded_on else ""
    overall = "" if line.overall in ("unanswered", "not-accepted") else f"; {line.overall.replace('-', ' ')}"
    return f"{response}{when}{overall}"


def _review(register: Register, address: str, review: Review, as_at: date) -> str:
    reached = [one for one in review.milestones if one.on and one.on <= as_at]
    last = max(reached, key=lambda one: one.on or date.min, default=None)
    stage = f"{last.step.replace('-', ' ')} {short_date(last.on)}" if last and last.on else "not begun"
    return f"{review.sort.replace('-', ' ')}; {stage}"


def _audit(register: Register, address: str, audit: Audit, as_at: date) -> str:
    if audit.reported and audit.reported <= as_at:
        return f"{audit.sort.replace('-', ' ')}; reported {short_date(audit.reported)}"
    return f"{audit.sort.replace('-', ' ')}; planned for {audit.planned}"


def _incident(register: Register, address: str, incident: Incident, as_at: date) -> str:
    parts = [("aware", incident.aware), ("notified", incident.notified)]
    return "; ".join(f"{word} {short_date(day)}" for word, day in parts if day and day <= as_at)


def _considered(register: Register, address: str, case: CaseConsidered, as_at: date) -> str:
    decided = case.decided is None or case.decided <= as_at
    return (case.decision or "").replace("-", " ") if decided else ""


def _evidence(register: Register, address: str, evidence: Evidence, as_at: date) -> str:
    words = {"supports": "", "mixed": "says mixed things", "contradicts": "speaks against it"}
    return "; ".join(filter(None, (f"{evidence.sort}, {short_date(evidence.on)}", words[evidence.strength])))


def _product(register: Register, address: str, product: Product, as_at: date) -> str:
    sort = product.sort.replace("-", " ")
    if product.on is None or product.on > as_at:
        return f"{sort}; planned" + (f" for {short_date(product.due)}" if product.due else "")
    reached = [one for one in product.reach if one.on <= as_at]
    agencies = {one.agency for one in reached}
    people = sum(one.people or 0 for one in reached)
    reach = f"reached {_many(len(agencies), 'agency', 'agencies')}" if agencies else "nobody on record"
    return f"{sort}; out {short_date(product.on)}; {reach}" + (f", {people:,} people" if people else "")


def _session(register: Register, address: str, session: TrainingSession, as_at: date) -> str:
    if session.cancelled_on and session.cancelled_on <= as_at:
        return "called off"
    if session.on > as_at:
        return f"planned, {session.capacity} places"
    there = sum(one.attended + one.walk_ins for one in session.places)
    return f"{there} of {session.capacity} places taken" if session.places else "places not entered"


def _challenge(register: Register, address: str, challenge: Challenge, as_at: date) -> str:
    if challenge.closed_on and challenge.closed_on <= as_at:
        impact = f"; impact {challenge.impact.replace('-', ' ')}" if challenge.impact else ""
        return f"closed {short_date(challenge.closed_on)}{impact}"
    answered = challenge.responded_on and challenge.responded_on <= as_at
    return "answered" if answered else "not answered"


def _escalations(register: Register, address: str, record: Escalations, as_at: date) -> str:
    raised = sum(one.raised for one in record.counts)
    return "none raised" if record.none_raised else f"{raised} raised" if record.counts else ""


def _publication(register: Register, address: str, record: Publication, as_at: date) -> str:
    if record.published and record.published <= as_at:
        return f"published {short_date(record.published)}"
    return f"planned for {short_date(record.planned)}" if record.planned else "planned"


_TELL: Mapping[type[Any], Callable[[Register, str, Any, date], str]] = {
    Action: _action,
    Recommendation: _recommendation,
    Review: _review,
    Audit: _audit,
    Incident: _incident,
    CaseConsidered: _considered,
    Evidence: _evidence,
    Product: _product,
    TrainingSession: _session,
    Challenge: _challenge,
    Escalations: _escalations,
    Publication: _publication,
}


def _many(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"
