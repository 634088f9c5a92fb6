"""What came of an audit or a review: the actions that its recommendations led to, and how they stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from lif.records.actions import Action
from lif.records.audits import Recommendation
from lif.records.record import Record, stands
from lif.register import Register
from lif.views.actions import OPEN, standing_on


@dataclass(frozen=True, slots=True)
class CameOf:
    """Counts of actions agreed by a day: `overdue` are among the `open`; `settled` were set aside.

    Open, awaiting assurance, assured, closed and settled (superseded or not accepted) make up `actions`.
    `unanswered` counts the recommendations from which no action had come.
    """

    actions: int
    open: int
    overdue: int
    awaiting: int
    assured: int
    closed: int
    settled: int
    unanswered: int


def came_of(
    register: Register, record: Record, recommendations: tuple[Recommendation, ...], as_at: date
) -> CameOf:
    """What had come of a record by the day; a recommendation that was not accepted wants no action."""
    actions = actions_from(register, record.id, as_at)
    stood = Counter(standing_on(action, as_at) for action in actions)
    answered = {action.source for action in actions}
    wanting = [
        one for one in recommendations if stands(one, as_at) and response_on(one, as_at) != "not-accepted"
    ]
    return CameOf(
        actions=len(actions),
        open=sum(stood[standing] for standing in OPEN),
        overdue=stood["overdue"],
        awaiting=stood["awaiting-assurance"],
        assured=stood["assured"],
        closed=stood["closed"],
        settled=stood["superseded"] + stood["not-accepted"],
        unanswered=sum(f"{record.id}/{one.id}" not in answered for one in wanting),
    )


def response_on(recommendation: Recommendation, as_at: date) -> str:
    """The board's answer to a recommendation by the day; empty while there was none."""
    later = recommendation.responded_on is not None and recommendation.responded_on > as_at
    return "" if later else recommendation.response or ""


def actions_from(register: Register, id_: str, as_at: date) -> tuple[Action, ...]:
    """The actions agreed by the day whose source is the record or something in it, by id."""
    ids = sorted({tie.source for tie in register.links_into(id_) if tie.path == ("source",)})
    found = [action for one in ids if (action := register.find(Action, one))]
    return tuple(action for action in found if action.agreed_on <= as_at and stands(action, as_at))


def words(came: CameOf) -> str:
    """`4 actions: 2 open, 1 of those overdue, 2 closed`."""
    stand = (
        (came.open, "open"),
        (came.overdue, "of those overdue"),
        (came.awaiting, "awaiting assurance"),
        (came.assured, "assured"),
        (came.closed, "closed"),
        (came.settled, "set aside"),
    )
    done = ", ".join(f"{count} {word}" for count, word in stand if count)
    return many(came.actions, "action") + (f": {done}" if done else "")


def many(count: int, word: str) -> str:
    """`1 action`, `2 actions`."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
