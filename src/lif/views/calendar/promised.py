"""The board's own deadlines as entries: what each is about, of what, and who has to act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lif.calendars import parse_period
from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.elements import Element
from lif.records.governance import Agency
from lif.records.indicators import DevelopmentItem
from lif.records.inspections import Inspection
from lif.records.learning import GoodPractice, Learning
from lif.records.meetings import GroupReport
from lif.records.oversight import Challenge, Risk
from lif.records.priorities import Strategy
from lif.records.publications import ImprovementPlan, Publication
from lif.records.record import Record
from lif.records.references import Document
from lif.records.reviews import Review
from lif.records.row_progress import RowProgress
from lif.records.scrutiny import PartnerReport, Scrutiny, SignedStatement
from lif.records.section11 import Section11Return, Section175Return
from lif.records.training import Course, TrainingCurrency, TrainingPlan
from lif.views.calendar.entries import Entry, Look, Sort
from lif.views.called import called_at
from lif.views.local_clocks import RETURN, counts_on, promises
from lif.views.promise import Promise
from lif.views.row_clocks import rounds_to_come

_SORTS: Mapping[type[Record], Sort] = {
    Action: "impact-check",
    Agency: "plan",
    Audit: "audit",
    Challenge: "response",
    Course: "plan",
    DevelopmentItem: "data",
    Element: "plan",
    Document: "document",
    GoodPractice: "learning",
    GroupReport: "group-report",
    ImprovementPlan: "plan",
    Inspection: "response",
    Learning: "learning",
    PartnerReport: "partner-report",
    Publication: "publication",
    Review: "review",
    Risk: "risk",
    RowProgress: "plan",
    Scrutiny: "scrutiny",
    Section11Return: "self-assessment",
    Section175Return: "self-assessment",
    SignedStatement: "statement",
    Strategy: "plan",
    TrainingCurrency: "training",
    TrainingPlan: "plan",
}
_SORTS_OF_FIELDS: Mapping[str, Sort] = {"response_due": "response", "test.due": "landing-test"}
_LABELS = {
    "good practice told": "good practice to be told",
    "learning told": "learning to be told",
    "measure that is wanted": "measure expected",
    "publication": "to be published",
}
"""Words for a date to come, where the list of deadlines names the thing itself."""
_WHO = ("owner", "author", "to", "by", "by_role", "by_agency", "agency")
_APART = ("cycle", "quarter", "period")


def promised(look: Look) -> Iterator[Entry]:
    """Every date that a record promises, rounds to come too.

    Audits and returns of figures are entries of their periods.
    """
    for promise in promises(look.register, look.as_at):
        record = promise.record
        by_period = promise.field == RETURN or (isinstance(record, Audit) and promise.field == "planned")
        if not by_period and counts_on(promise, look.as_at):
            yield _entry(look, promise)
    for promise in rounds_to_come(look.register, look.as_at, look.until):
        yield _entry(look, promise)


def _entry(look: Look, promise: Promise) -> Entry:
    record = promise.record
    group = getattr(record, "group", None) or getattr(record, "by_group", None)
    return look.entry(
        record,
        f"{promise.address.partition('/')[2]}.{promise.field}".lstrip("."),
        _SORTS_OF_FIELDS.get(promise.field) or _SORTS[type(record)],
        _label(promise),
        _title(look, promise),
        promise.due,
        group=group if isinstance(group, str) else None,
        who=_who(record),
        done=look.had(promise.done) or look.had(promise.over),
        firm=promise.field != "planned" and not isinstance(record, Review),
    )


def _label(promise: Promise) -> str:
    """What falls due; a step of a review is planned, not due."""
    _, planned, step = promise.what.partition("review, planned: ")
    return f"{step} planned" if planned else _LABELS.get(promise.what, promise.what)


def _title(look: Look, promise: Promise) -> str:
    """What readers call it: its title, or whose it is with the cycle, quarter or level."""
    found: Any = look.register.get(promise.address)
    for name in ("title", "name"):
        if text := getattr(found, name, None) or getattr(promise.record, name, None):
            return str(text)
    if isinstance(promise.record, RowProgress):
        return called_at(look.register, promise.address)
    if isinstance(promise.record, Section175Return):
        return f"Schools and colleges, {_spelled(promise.record.cycle)}"
    whose = getattr(promise.record, "agency", None) or getattr(promise.record, "group", None)
    pieces = (called_at(look.register, str(whose)) if whose else "", _apart(promise.record))
    return ", ".join(filter(None, pieces))


def _apart(record: Record) -> str:
    """What tells it apart from others of the same agency or group: its level, or its cycle or period."""
    if level := getattr(record, "level", None):
        return f"level “{level}”"
    return next((_spelled(str(value)) for name in _APART if (value := getattr(record, name, None))), "")


def _spelled(period: str) -> str:
    """A period in a few characters; the name of a cycle as it stands."""
    try:
        return parse_period(period).short
    except ValueError:
        return period


def _who(record: Record) -> tuple[str, ...]:
    """The roles or agencies that have to act; a document's owner is said in words."""
    if isinstance(record, Inspection):
        return record.agencies
    found = next((value for name in _WHO if (value := getattr(record, name, None))), ())
    return (found,) if isinstance(found, str) else tuple(found)
