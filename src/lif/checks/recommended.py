"""Every recommendation wherever it was made: in a review, an audit, an inspection or by a scrutineer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.measures.found import found_on
from lif.records.actions import Action
from lif.records.audits import Audit, Recommendation
from lif.records.inspections import Inspection
from lif.records.problems import FieldPath
from lif.records.record import stands
from lif.records.reviews import Review
from lif.records.scrutiny import Scrutiny
from lif.register import Register

Recommender = Audit | Inspection | Review | Scrutiny


@dataclass(frozen=True, slots=True)
class Recommended:
    """A recommendation with the record and the list that it stands in."""

    record: Recommender
    field: str
    index: int
    one: Recommendation

    @property
    def address(self) -> str:
        """What an action that answers it names as its source."""
        return f"{self.record.id}/{self.one.id}"

    def path(self, field: str) -> FieldPath:
        """Where one of its fields stands."""
        return (self.field, self.index, field)


def recommended(register: Register) -> Iterator[Recommended]:
    """Every recommendation that was not retired: of reviews, audits, inspections and scrutiny."""
    for review in register.all(Review):
        yield from _of(review, "recommendations", review.recommendations)
    for audit in register.all(Audit):
        yield from _of(audit, "recommendations", audit.recommendations)
    for inspection in register.all(Inspection):
        yield from _of(inspection, "areas_for_improvement", inspection.areas_for_improvement)
    for scrutiny in register.all(Scrutiny):
        yield from _of(scrutiny, "recommendations", scrutiny.recommendations)


def _of(record: Recommender, field: str, many: tuple[Recommendation, ...]) -> Iterator[Recommended]:
    yield from (Recommended(record, field, index, one) for index, one in enumerate(many) if not one.retired)


def made_on(record: Recommender) -> date | None:
    """The day a report with recommendations was there.

    A review makes them when it is complete, else when it goes to the board; one whose record has neither day
    has made them once the board knew what it had found.
    """
    if isinstance(record, Audit | Scrutiny):
        return record.reported
    if isinstance(record, Inspection):
        return record.published
    days = {milestone.step: milestone.on for milestone in record.milestones}
    return days.get("completed") or days.get("report-to-board") or found_on(record)


def promised(found: Recommended, as_at: date) -> bool:
    """Whether it had been accepted by the day, at least in part."""
    one = found.one
    accepted = one.response in ("accepted", "partly-accepted")
    return accepted and (one.responded_on is None or one.responded_on <= as_at)


def answers(register: Register, as_at: date) -> dict[str, list[Action]]:
    """The actions that had been agreed by the day, by the address that they name as their source."""
    found: dict[str, list[Action]] = {}
    for action in register.all(Action):
        if action.agreed_on <= as_at and stands(action, as_at):
            found.setdefault(action.source, []).append(action)
    return found


def answers_unknown(register: Register) -> bool:
    """Whether actions could not be read: one of them may be the answer."""
    return any(bad.kind == Action.kind for bad in register.unreadable.values())


def mistyped(register: Register) -> set[str]:
    """Records that an action names as its source by an address where nothing is: it may be the answer."""
    return {
        action.source.partition("/")[0]
        for action in register.all(Action)
        if register.get(action.source) is None
    }
