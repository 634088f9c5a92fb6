"""At which stage of the thread a record or item stands, and what readers call it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lif.calendars import long_date, parse_period
from lif.records.audits import Audit, AuditFinding, Recommendation
from lif.records.figures import Return
from lif.records.meetings import GroupReport, Meeting
from lif.records.oversight import Escalations
from lif.records.partners_own import AuditProgramme, IndicatorReview
from lif.records.reviews import Finding
from lif.records.row_progress import RowProgress
from lif.records.section11 import Section11Answer, Section11Return, Section175Return
from lif.records.training import TrainingCurrency, TrainingSession
from lif.records.voice import ComplaintsAndCompliments
from lif.register import Register
from lif.views.called import agency_called, called_at
from lif.views.showing import name_of
from lif.views.shown import flowing
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
        *("meeting", "partner-report", "return", "training-currency", "audit-programme", "indicator-review"),
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


def called(register: Register, address: str) -> str:
    """What readers call a record or item: its title or words, or what it is, whose, and of when."""
    thing = register.get(address)
    if isinstance(thing, Section11Answer) and not thing.text:
        return name_of(register.get(thing.question)) or address
    titled = _TITLES.get(type(thing))
    if titled:
        return ", ".join(titled(register, thing))
    return name_of(thing) or flowing(getattr(thing, "story", None)) or called_at(register, address)


def spelled(period: str) -> str:
    """A period as readers know it; the name of a cycle as it stands."""
    try:
        return parse_period(period).label
    except ValueError:
        return period


def _of_agency(what: str, when: str) -> Callable[[Register, Any], tuple[str, ...]]:
    """What an agency handed in for a period or a cycle."""
    return lambda register, one: (what, agency_called(register, one.agency), spelled(getattr(one, when)))


_TITLES: dict[type[Any], Callable[[Register, Any], tuple[str, ...]]] = {
    Return: _of_agency("Return", "period"),
    AuditProgramme: _of_agency("Programme of own audits", "period"),
    IndicatorReview: _of_agency("Review of own indicators", "period"),
    RowProgress: lambda register, one: ("Progress", called(register, one.row), long_date(one.on)),
    Section11Return: _of_agency("Section 11 return", "cycle"),
    Section175Return: lambda register, one: ("Returns of schools and colleges", spelled(one.cycle)),
    ComplaintsAndCompliments: _of_agency("Complaints and compliments", "period"),
    TrainingCurrency: lambda register, one: (
        *("Training in date", agency_called(register, one.agency), one.level),
        long_date(one.on),
    ),
    TrainingSession: lambda register, one: (
        *("Session", called_at(register, one.course)),
        long_date(one.on),
    ),
    Meeting: lambda register, one: ("Meeting", called_at(register, one.group), long_date(one.on)),
    GroupReport: lambda register, one: ("Report", called_at(register, one.group), spelled(one.quarter)),
    Escalations: lambda register, one: ("Escalations", spelled(one.quarter)),
}
