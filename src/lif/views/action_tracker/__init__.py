"""The action tracker: what each group was promised, what was done, what slipped and why, what comes next."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from lif.measures.found import with_wider
from lif.measures.standing import has_ended
from lif.records.actions import Action
from lif.records.governance import Agency, Group
from lif.records.priorities import Priority
from lif.views.action_tracker.counts import Counts, OwnerRow, counts_of, owner_rows
from lif.views.action_tracker.opening import opening
from lif.views.action_tracker.sections import GroupPart, group_part, order
from lif.views.actions import ActionLine, Narrow, action_lines
from lif.views.between import Between, between
from lif.views.followed import Followed, followed
from lif.views.papers import Opening, Question
from lif.views.recurring import ThemeLine, recurring

__all__ = ["ActionTracker", "GroupPart", "action_tracker"]


@dataclass(frozen=True, slots=True)
class ActionTracker:
    """The paper: each group that follows actions, the worst first, then what runs across them.

    `one_group` says that one group was asked for; then there is nothing to add up. `without` are the groups
    that follow no action, told where all actions are asked for. `owners` are the agencies that own those not
    closed, `themes` what was found again after an action on it had been closed; they run across groups and
    agencies, and are told where neither was asked for.
    """

    opening: Opening
    as_at: date
    one_group: bool
    groups: tuple[GroupPart, ...]
    all: Counts
    owners: tuple[OwnerRow, ...]
    without: tuple[str, ...]
    themes: tuple[ThemeLine, ...]


def action_tracker(question: Question) -> ActionTracker:
    """The tracker of one group or of all, narrowed to what an agency owns or what serves a priority."""
    register, as_at = question.register, question.as_at
    group, agency = question.named(Group), question.named(Agency)
    priority = question.named(Priority)
    narrow: Narrow = {
        "group": group.id if group else None,
        "owner": agency.id if agency else None,
        "priority": priority.id if priority else None,
    }
    lines = _by_group(action_lines(register, as_at, **narrow))
    if group:
        lines.setdefault(group.id, [])
    times = {one: between(register, one, as_at) for one in lines}
    found = {one: _followed(question, mine, times[one]) for one, mine in lines.items()}
    parts = sorted((group_part(question, one, times[one], mine) for one, mine in found.items()), key=order)
    every = tuple(chain.from_iterable(found.values()))
    coming = frozenset(one.line.id for part in parts for one in part.coming)
    return ActionTracker(
        opening(question, parts),
        as_at,
        group is not None,
        tuple(parts),
        counts_of(every, len(coming), as_at),
        owner_rows(question, every, coming),
        () if group or agency or priority else _without(question, lines),
        () if group or agency else _themes(question, every),
    )


def _by_group(lines: Iterable[ActionLine]) -> dict[str, list[ActionLine]]:
    """The lines by the group that follows them, in their order."""
    found: dict[str, list[ActionLine]] = {}
    for line in lines:
        found.setdefault(line.group, []).append(line)
    return found


def _followed(question: Question, lines: Iterable[ActionLine], time: Between) -> tuple[Followed, ...]:
    register, as_at = question.register, question.as_at
    actions = (register.record(Action, line.id) for line in lines)
    return tuple(followed(register, question.figures, one, time.since, as_at) for one in actions)


def _without(question: Question, found: Container[str]) -> tuple[str, ...]:
    """The groups of the day that follow no action that was asked for."""
    groups = question.register.all(Group)
    return tuple(one.name for one in groups if one.id not in found and not has_ended(one, question.as_at))


def _themes(question: Question, every: tuple[Followed, ...]) -> tuple[ThemeLine, ...]:
    """Themes of these actions that were found again after an action on them had been closed."""
    mine = with_wider(question.register, (theme for one in every for theme in one.line.themes))
    return tuple(
        line for line in recurring(question.register, question.as_at) if line.again and line.theme in mine
    )
