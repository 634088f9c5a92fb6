"""Recommendations as papers show them: the answer, who does what by when, what shows it, if it helped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lif.records.actions import Action
from lif.records.audits import Recommendation
from lif.register import Register
from lif.views.actions import ActionLine, Standing
from lif.views.called import agency_called
from lif.views.helped import DONE, Helped, helped_on
from lif.views.recommendations import Overall, RecommendationLine
from lif.views.shown import flowing


@dataclass(frozen=True, slots=True)
class Answering:
    """One action that answers a recommendation, as it stood on a day.

    `evidence` counts the records that show it was done; `helped` is what is known of whether it made a
    difference, None while it is not done.
    """

    id: str
    title: str
    owner: str
    agency: str
    due: date
    first_due: date
    slips: int
    standing: Standing
    days_overdue: int
    evidence: int
    helped: Helped | None
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """One recommendation as it stood on a day.

    `finding` is what it answers, in the words of the record, `to` the agencies it is addressed to and
    `reason` why it was not simply accepted. `missing` are agencies without an action, `owed` says what is
    still owed.
    """

    address: str
    text: str
    finding: str
    to: tuple[str, ...]
    response: str
    responded_on: date | None
    reason: str
    overall: Overall
    missing: tuple[str, ...]
    owed: str
    actions: tuple[Answering, ...]
    illustrative: bool


def answered(register: Register, lines: Sequence[RecommendationLine], as_at: date) -> tuple[Answered, ...]:
    """The recommendations of these lines, in the order of their records."""
    found = [(line, register.get(line.address)) for line in lines]
    each = [_answered(register, line, one, as_at) for line, one in found if isinstance(one, Recommendation)]
    return tuple(sorted(each, key=lambda one: register.item_path(one.address)))


def _answered(register: Register, line: RecommendationLine, one: Recommendation, as_at: date) -> Answered:
    finding = register.get(f"{line.record}/{one.finding}") if one.finding else None
    return Answered(
        line.address,
        line.text,
        flowing(getattr(finding, "text", "")),
        tuple(agency_called(register, agency) for agency in one.agencies),
        line.response,
        line.responded_on,
        flowing(one.response_reason) if line.response else "",
        line.overall,
        line.missing,
        line.owed,
        tuple(answering(register, action, as_at) for action in line.actions),
        line.illustrative,
    )


def answering(register: Register, line: ActionLine, as_at: date) -> Answering:
    """One action from its own line of the tracker."""
    action = register.record(Action, line.id)
    return Answering(
        line.id,
        line.title,
        line.owner_name,
        agency_called(register, line.agency),
        line.due,
        line.first_due,
        line.slips,
        line.standing,
        line.days_overdue,
        line.evidence,
        helped_on(action, as_at) if line.standing in DONE else None,
        line.illustrative,
    )
