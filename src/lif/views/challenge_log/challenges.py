"""Challenges: what was asked of whom, by when, what the answer was, whether it satisfied, what it changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from lif.records.meetings import Meeting
from lif.records.oversight import Challenge
from lif.records.record import stands
from lif.views.as_known import as_known
from lif.views.called import agency_called, called_at
from lif.views.challenge_log.wanted import Wanted
from lif.views.followed import Followed
from lif.views.shown import flowing
from lif.views.thread.naming import called

ChallengeState = Literal[
    "answer-overdue", "not-satisfied", "not-judged", "awaits-answer", "satisfied", "closed"
]
STATES: tuple[ChallengeState, ...] = get_args(ChallengeState)
"""How far a challenge is, what asks most of its reader first; all but the last are open."""
Difference = Literal["shown", "partly-shown", "not-shown", "cannot-be-told", ""]


@dataclass(frozen=True, slots=True)
class ChallengePart:
    """One challenge as it was known on the day.

    `by` made it, `to` are those who are to answer. `days_overdue` counts from the day after the answer was
    due while none has come, `days_late` how late it came. `closed_by` is the group whose meeting closed it.
    """

    id: str
    title: str
    on: date
    by: str
    to: tuple[str, ...]
    text: str
    rests_on: tuple[str, ...]
    response_due: date | None
    days_overdue: int
    responded_on: date | None
    days_late: int
    response: str
    satisfied: bool | None
    state: ChallengeState
    closed_on: date | None
    closed_by: str
    difference: Difference
    difference_text: str
    actions: tuple[Followed, ...]
    illustrative: bool


def challenges(want: Wanted) -> tuple[ChallengePart, ...]:
    """Every challenge made by the day that was asked about: open before closed, the longest overdue first."""
    return tuple(sorted(_challenges(want), key=_order))


def _challenges(want: Wanted) -> Iterator[ChallengePart]:
    for one in want.register.all(Challenge):
        if one.on <= want.as_at and stands(one, want.as_at) and want.challenge(one):
            yield _challenge(want, as_known(want.register, one, want.as_at))


def _order(one: ChallengePart) -> tuple[int, int, int, str]:
    newest_first = -(one.closed_on or one.on).toordinal()
    return (STATES.index(one.state), -one.days_overdue, newest_first, one.id)


def _challenge(want: Wanted, one: Challenge) -> ChallengePart:
    register, due, came = want.register, one.response_due, one.responded_on
    meeting = register.find(Meeting, one.closed_at)
    return ChallengePart(
        id=one.id,
        title=one.title,
        on=one.on,
        by=called_at(register, one.by_group or one.by_role or ""),
        to=tuple(agency_called(register, agency) for agency in one.to),
        text=flowing(one.text),
        rests_on=tuple(called(register, address) for address in one.evidence),
        response_due=due,
        days_overdue=(want.as_at - due).days if due and _unanswered(one) and due < want.as_at else 0,
        responded_on=came,
        days_late=max(0, (came - due).days) if came and due else 0,
        response=flowing(one.response),
        satisfied=one.satisfied,
        state=state_of(one, want.as_at),
        closed_on=one.closed_on,
        closed_by=called_at(register, meeting.group) if meeting else "",
        difference=one.impact or "",
        difference_text=flowing(one.impact_text),
        actions=want.actions(one.actions),
        illustrative=one.illustrative,
    )


def _unanswered(one: Challenge) -> bool:
    return one.responded_on is None and one.closed_on is None


def state_of(one: Challenge, as_at: date) -> ChallengeState:
    """How far a challenge, as it was known on the day, had come."""
    if one.closed_on is not None:
        return "closed"
    if one.responded_on is None:
        return "answer-overdue" if one.response_due and one.response_due < as_at else "awaits-answer"
    if one.satisfied is None:
        return "not-judged"
    return "satisfied" if one.satisfied else "not-satisfied"
