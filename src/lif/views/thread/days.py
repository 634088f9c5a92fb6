"""What was known of a record or item on a day, and the day it dates from: what came later is not shown."""

from __future__ import annotations

from datetime import date
from typing import Any

from lif.calendars import parse_period
from lif.checks.known import known
from lif.checks.recommended import made_on
from lif.records.audits import Audit, AuditFinding, Recommendation
from lif.records.figures import Return, Story
from lif.records.incidents import CaseConsidered
from lif.records.inspections import Inspection
from lif.records.learning import Product
from lif.records.meetings import GroupReport, Meeting
from lif.records.oversight import Escalations
from lif.records.publications import Publication
from lif.records.record import Item, Record
from lif.records.reviews import Finding, Review
from lif.records.scrutiny import PartnerReport, Scrutiny, SignedStatement
from lif.records.section11 import Section11Answer, Section11Return
from lif.records.training import Course, Evaluation, TrainingSession
from lif.records.voice import ComplaintsAndCompliments
from lif.register import Register

_PLANNED = (Audit, Publication, Scrutiny, SignedStatement, TrainingSession)
"""Kinds that stand in a calendar before they are there: what is planned is known, and is said to be so."""
_MUST_HAVE_COME = (Escalations, GroupReport, Meeting, PartnerReport, Return)
"""Kinds that nothing led on from before they came, whatever their record says by now."""

_DAYS = ("agreed_on", "on", "aware", "considered", "opened", "published", "received", "approved_on")


def known_on(register: Register, address: str, as_at: date) -> bool:
    """Whether readers knew of a record or item by the day; findings come with the report that holds them."""
    thing = register.get(address)
    record = register.entries[address.partition("/")[0]].record
    if isinstance(thing, Item):
        return _record_known(record, as_at) and _item_known(record, thing, as_at)
    return _record_known(record, as_at)


def _record_known(record: Record, as_at: date) -> bool:
    if isinstance(record, Publication):
        return record.published is None or record.published <= as_at
    if isinstance(record, Scrutiny) and record.planned is None:
        return _by(record.started or record.reported, as_at)
    if isinstance(record, _PLANNED):
        return True
    if isinstance(record, Meeting) and record.held is False:
        return False
    if isinstance(record, CaseConsidered):
        return _by(record.referred or record.considered, as_at)
    day = _record_day(record)
    return known(day, as_at) if isinstance(record, _MUST_HAVE_COME) else _by(day, as_at)


def _item_known(record: Record, item: Item, as_at: date) -> bool:
    if isinstance(item, Finding | AuditFinding | Recommendation):
        return _by(_found_on(record), as_at)
    if isinstance(item, Section11Answer) and isinstance(record, Section11Return):
        return _by(record.submitted, as_at)
    if isinstance(item, Evaluation):
        return item.on <= as_at
    return item.written_on <= as_at if isinstance(item, Story) else True


def _by(day: date | None, as_at: date) -> bool:
    """Whether a day had come, or nobody says which it is."""
    return day is None or day <= as_at


def day_of(thing: Record | Item, record: Record, as_at: date) -> date | None:
    """The day a thing dates from: of an item its own, or else its record's; ahead only of what is planned."""
    if isinstance(thing, Product):
        return thing.on if known(thing.on, as_at) else thing.due
    if isinstance(record, Publication) and not known(record.published, as_at):
        return record.planned
    if isinstance(thing, Finding | AuditFinding | Recommendation):
        day = _found_on(record)
    elif isinstance(thing, Evaluation | Story):
        day = thing.on if isinstance(thing, Evaluation) else thing.written_on
    else:
        day = _record_day(record)
    ahead = isinstance(record, TrainingSession)
    return day if ahead or known(day, as_at) else None


def _found_on(record: Record) -> date | None:
    """The day on which what a report found was known."""
    return made_on(record) if isinstance(record, Review | Audit | Inspection | Scrutiny) else None


def _record_day(record: Record) -> date | None:
    if isinstance(record, Audit | Inspection | Scrutiny):
        return record.started or made_on(record)
    if isinstance(record, Review):
        return min((one.on for one in record.milestones if one.on), default=None)
    if isinstance(record, Course):
        return record.since
    for field in _DAYS:
        day: Any = getattr(record, field, None)
        if isinstance(day, date):
            return day
    if isinstance(record, Escalations) and record.counts:
        return parse_period(record.quarter).end
    return parse_period(record.period).end if isinstance(record, ComplaintsAndCompliments) else None
