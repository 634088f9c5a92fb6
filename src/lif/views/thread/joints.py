"""Every joint of one thing at which the thread breaks, is still to come, or is not wanted, by its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lif.records.actions import Action
from lif.records.audits import Audit, AuditFinding, Recommendation
from lif.records.incidents import CaseConsidered, Incident
from lif.records.inspections import Inspection
from lif.records.learning import GoodPractice, Learning, Product
from lif.records.oversight import Challenge, Risk
from lif.records.publications import PlanLine
from lif.records.reviews import Finding, Review
from lif.records.scrutiny import Scrutiny
from lif.records.section11 import Section11Answer
from lif.records.voice import ComplaintsAndCompliments, PractitionerIntelligence, Voice
from lif.views.thread import doing, looking
from lif.views.thread.asking import Look
from lif.views.thread.pieces import Break

_LOOK: Mapping[type[Any], Callable[[Look, Any], Iterator[Break]]] = {
    Incident: looking.incident,
    CaseConsidered: looking.considered,
    Review: looking.review,
    Audit: looking.audit,
    Inspection: looking.inspection,
    Scrutiny: looking.scrutiny,
    Finding: looking.finding,
    AuditFinding: looking.finding,
    Recommendation: looking.recommendation,
    Action: doing.action,
    Learning: doing.learning,
    GoodPractice: doing.learning,
    Product: doing.product,
    Voice: doing.voice,
    PractitionerIntelligence: doing.voice,
    ComplaintsAndCompliments: doing.complaints,
    Challenge: doing.challenge,
    Risk: doing.risk,
    Section11Answer: doing.answer,
    PlanLine: doing.plan_line,
}


def joints_of(look: Look) -> tuple[Break, ...]:
    """What is missing at one thing, in the order in which it ought to come."""
    thing = look.asking.get(look.address)
    tell = _LOOK.get(type(thing))
    return tuple(tell(look, thing)) if tell else ()
