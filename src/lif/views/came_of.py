"""What came of an audit or a review: the actions that its recommendations led to, and how they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.records.actions import Action
from lif.records.record import stands
from lif.register import Register
from lif.views.actions import OPEN, standing_on
from lif.views.recommendations import Overall, RecommendationLine, recommendations


@dataclass(frozen=True, slots=True)
class CameOf:
    """What had come of a record by a day, in counts.

    `answered` are the recommendations that the board had answered, and `unanswered` those to which an action
    is wanting; `overall` is the worst of them, empty where there is none. Actions: `overdue` are among the
    `open`; open, awaiting assurance, assured, closed and settled (superseded or not accepted) make up
    `actions`.
    """

    recommendations: int
    answered: int
    unanswered: int
    overall: Overall | Literal[""]
    actions: int
    open: int
    overdue: int
    awaiting: int
    assured: int
    closed: int
    settled: int


def recommended_by(register: Register, as_at: date) -> dict[str, list[RecommendationLine]]:
    """Every recommendation made by the day, the worst first, by the id of its record."""
    found: dict[str, list[RecommendationLine]] = {}
    for line in recommendations(register, as_at):
        found.setdefault(line.record, []).append(line)
    return found


def came_of(register: Register, id_: str, lines: Sequence[RecommendationLine], as_at: date) -> CameOf:
    """What had come of a record by the day; `lines` are its recommendations, the worst first."""
    actions = actions_from(register, id_, as_at)
    stood = Counter(standing_on(action, as_at) for action in actions)
    return CameOf(
        recommendations=len(lines),
        answered=sum(bool(line.response) for line in lines),
        unanswered=sum(line.overall in ("unanswered", "no-action") for line in lines),
        overall=lines[0].overall if lines else "",
        actions=len(actions),
        open=sum(stood[standing] for standing in OPEN),
        overdue=stood["overdue"],
        awaiting=stood["awaiting-assurance"],
        assured=stood["assured"],
        closed=stood["closed"],
        settled=stood["superseded"] + stood["not-accepted"],
    )


def actions_from(register: Register, id_: str, as_at: date) -> tuple[Action, ...]:
    """The actions agreed by the day whose source is the record or something in it, by id."""
    ids = sorted({tie.source for tie in register.links_into(id_) if tie.path == ("source",)})
    found = [action for one in ids if (action := register.find(Action, one))]
    return tuple(action for action in found if action.agreed_on <= as_at and stands(action, as_at))


def asked_words(came: CameOf) -> str:
    """`5 recommendations, 4 answered, 1 with an action wanting`."""
    wanting = f", {came.unanswered} with an action wanting" if came.unanswered else ""
    return f"{many(came.recommendations, 'recommendation')}, {came.answered} answered{wanting}"


def action_words(came: CameOf) -> str:
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
