"""A group's part of the action tracker: its actions in lists, each for what its reader does with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lif.records.governance import Group
from lif.views.action_tracker.counts import Counts, Due, closed_lately, counts_of, due_of, worst
from lif.views.between import Between
from lif.views.called import called_at
from lif.views.followed import HAPPENED, Followed
from lif.views.helped import HELPED
from lif.views.papers import Question


@dataclass(frozen=True, slots=True)
class GroupPart:
    """One group with its actions since its last meeting and until its next.

    `since` is what was due, done, moved, assured, closed or agreed in between, and `due` what became of what
    was due. `slipped` are actions not closed whose date was ever moved, the furthest first. `waiting` are
    reported complete, and nobody but the owner was satisfied yet. `assured` are assured, or closed in the
    last twelve months, those of whose effect least is known first. `ended` is the day on which the group
    ended, if it has.
    """

    id: str
    name: str
    ended: date | None
    time: Between
    counts: Counts
    due: Due
    since: tuple[Followed, ...]
    overdue: tuple[Followed, ...]
    slipped: tuple[Followed, ...]
    coming: tuple[Followed, ...]
    waiting: tuple[Followed, ...]
    assured: tuple[Followed, ...]
    illustrative: bool


def group_part(question: Question, group: str, time: Between, every: Sequence[Followed]) -> GroupPart:
    """The part of a group with these actions, which come the longest overdue first."""
    as_at = question.as_at
    record = question.register.find(Group, group)
    slipped = [one for one in every if one.unclosed and one.moves]
    coming = [one for one in every if one.open and as_at <= one.line.due <= time.until]
    waiting = [one for one in every if one.completion.standing == "awaiting-assurance"]
    judged = [one for one in every if one.completion.standing == "assured" or closed_lately(one, as_at)]
    return GroupPart(
        group,
        called_at(question.register, group),
        record.until if record and record.until and record.until < as_at else None,
        time,
        counts_of(every, len(coming), as_at),
        due_of(every),
        tuple(sorted((one for one in every if one.happened), key=_happened)),
        tuple(one for one in every if one.completion.standing == "overdue"),
        tuple(sorted(slipped, key=lambda one: (-one.days_moved, one.line.id))),
        tuple(sorted(coming, key=lambda one: (one.line.due, one.line.id))),
        tuple(sorted(waiting, key=lambda one: (-one.completion.days_waiting, one.line.id))),
        tuple(sorted(judged, key=_known)),
        any(one.line.illustrative for one in every),
    )


def order(part: GroupPart) -> tuple[int, int, int, str]:
    """The worst group first, by name where two are alike."""
    return (*worst(part.counts), part.name)


def _happened(one: Followed) -> tuple[int, int, date, str]:
    return (HAPPENED.index(one.happened), -one.line.days_overdue, one.line.due, one.line.id)


def _known(one: Followed) -> tuple[int, int, str]:
    """Those of whose effect least is known first, as in the list of what has helped."""
    assert one.helped is not None
    return (HELPED.index(one.helped.helped), -one.helped.days_overdue, one.line.id)
