"""Where learning comes from, named so that it leads to no child, and what of a review may be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lif.calendars import long_date, parse_period
from lif.measures.found import found_on
from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.elements import Element
from lif.records.evidence import Evidence
from lif.records.incidents import CaseConsidered, Incident
from lif.records.meetings import GroupReport, Meeting
from lif.records.priorities import Priority
from lif.records.record import Record, stands
from lif.records.reviews import BELOW_THRESHOLD, Review
from lif.records.scrutiny import Scrutiny
from lif.records.section11 import Section11Return
from lif.records.training import Course
from lif.records.voice import PractitionerIntelligence, Voice
from lif.register import Register
from lif.views.called import agency_called, called_at
from lif.views.review_states import is_open, published_on

REVIEW_SORTS: Mapping[str, str] = {
    "serious-case-review": "serious case review",
    "rapid-review": "rapid review",
    "local-child-safeguarding-practice-review": "local child safeguarding practice review",
    "child-death-review": "child death review",
    "learning-review": "learning review",
    "good-practice-review": "review of good practice",
    "national-review": "national review",
    "peer-review": "peer review",
}
"""What each sort of review is called in the middle of a sentence."""
_TOLD_UNPUBLISHED = (*BELOW_THRESHOLD, "peer-review")
"""Sorts of review that are told as a briefing and never published; others wait for their publication."""
_WHOM = {
    "children": "children and young people",
    "parents-and-carers": "parents and carers",
    "families": "families",
}
"""Who spoke, in the middle of a sentence."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was learned: its record, and a name for readers that leads to nobody."""

    record: str
    name: str
    illustrative: bool


def sources(register: Register, addresses: Iterable[str], as_at: date) -> tuple[Source, ...]:
    """The records behind these addresses that still count, each once, in the order of the addresses."""
    found: dict[str, Source] = {}
    for address in addresses:
        record = register.get(address.partition("/")[0])
        if isinstance(record, Record) and stands(record, as_at):
            found.setdefault(record.id, Source(record.id, safely(register, record), record.illustrative))
    return tuple(found.values())


def safely(register: Register, record: Record) -> str:
    """What a source is called where practitioners read it: its kind, and its neutral title or code."""
    name = _NAMES.get(type(record))
    if name:
        return name(register, record)
    called = getattr(record, "name", None) or getattr(record, "title", None)
    return str(called or record.kind.replace("-", " ").capitalize())


def who_spoke(voice: Voice) -> str:
    """`children and young people`, `parents and carers`, `families`."""
    return _WHOM[voice.from_whom]


def kept_back(review: Review, as_at: date) -> str:
    """Why the findings of a review are not told to practitioners on the day; empty where they may be.

    While a process beside it keeps the report back, nothing of the review itself is told. Reviews of a case
    are told once they are published; what is never published is told where its sort is made to be told.
    """
    if published_on(review, as_at):
        return ""
    if any(one.withholds_publication and is_open(one, as_at) for one in review.parallel):
        return "a process beside it is not over"
    if review.publish_not_before and review.publish_not_before > as_at:
        return f"it may not be published before {long_date(review.publish_not_before)}"
    if review.publication in (None, "not-applicable") and review.sort in _TOLD_UNPUBLISHED:
        return ""
    if review.publication in ("not-applicable", "not-to-be-published"):
        return "its report is not published"
    return "its report has not been published yet"


def may_be_told(review: Review, as_at: date) -> bool:
    """Whether the findings of a review were known by the day, and nothing keeps them back."""
    known = found_on(review)
    return known is not None and known <= as_at and not kept_back(review, as_at)


def _review(register: Register, one: Review) -> str:
    sort = REVIEW_SORTS[one.sort]
    return one.title if sort in one.title.lower() else f"{one.title} ({sort})"


def _audit(register: Register, one: Audit) -> str:
    return one.title if "audit" in one.title.lower() else f"{one.title} (audit)"


def _scrutiny(register: Register, one: Scrutiny) -> str:
    return f"{one.title} (scrutiny)"


def _report(register: Register, one: GroupReport) -> str:
    return f"{called_at(register, one.group)}: report of {parse_period(one.quarter).label}"


def _voice(register: Register, one: Voice) -> str:
    return f"What {who_spoke(one)} said: {_within(one.title)}"


def _practitioners(register: Register, one: PractitionerIntelligence) -> str:
    return f"What practitioners said: {_within(one.title)}"


def _return(register: Register, one: Section11Return) -> str:
    return f"Section 11 return of {agency_called(register, one.agency)}"


def _meeting(register: Register, one: Meeting) -> str:
    return f"{called_at(register, one.group)}: meeting of {long_date(one.on)}"


def _quoted(word: str) -> Callable[[Register, Any], str]:
    """`Action “Ask about men”`, for kinds whose title alone would not say what it is."""
    return lambda register, one: f"{word} “{one.title}”"


def _unnamed(word: str) -> Callable[[Register, Any], str]:
    """The kind alone, for records of one child's case."""
    return lambda register, one: word


def _within(title: str) -> str:
    """A title inside a sentence: in quotation marks."""
    return f"“{title}”"


_NAMES: Mapping[type[Record], Callable[[Register, Any], str]] = {
    Review: _review,
    Audit: _audit,
    Scrutiny: _scrutiny,
    GroupReport: _report,
    Voice: _voice,
    PractitionerIntelligence: _practitioners,
    Section11Return: _return,
    Meeting: _meeting,
    Element: lambda register, one: f"The framework on {one.name[0].lower()}{one.name[1:]}",
    Priority: lambda register, one: f"Priority “{one.name}”",
    Course: _quoted("Course"),
    Action: _quoted("Action"),
    Evidence: _quoted("Evidence:"),
    Incident: _unnamed("A serious incident"),
    CaseConsidered: _unnamed("A case that the board considered"),
}


def named(found: Iterable[Source]) -> Iterator[str]:
    """Their names."""
    return (one.name for one in found)
