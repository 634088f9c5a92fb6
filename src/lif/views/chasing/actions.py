"""Actions that are chased: what is late or due, what was done without being shown, and whether it helped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.measures.standing import step_to
from lif.records.actions import Action
from lif.records.meetings import Meeting
from lif.records.record import stands
from lif.register import Register
from lif.views.actions import OPEN, ActionLine, seen_on
from lif.views.answering import Answering, answering
from lif.views.called import agency_called
from lif.views.chasing import NotAsked, Reminders, ToMake, in_order, reminders
from lif.views.helped import DONE, helped_on
from lif.views.sentences import within
from lif.views.shown import flowing
from lif.views.slippage import Move, moves_of

SOON_DAYS = 28
"""What falls due within so many days is asked about too, where nothing else is said."""

Asking = Literal["done", "soon", "evidence", "impact"]
"""Is it done; will it be done by its date; what shows that it was done; what has changed for children."""


@dataclass(frozen=True, slots=True)
class ActionAsked:
    """One action and what is asked of it. `helps` are agencies that contribute, `meets` its group's next day.

    `reported_on` is the day it was reported complete, if it was; `impact_due` the day set for looking whether
    it helped, where that is asked. `group` is named as it stands in a sentence.
    """

    line: ActionLine
    text: str
    asking: tuple[Asking, ...]
    moves: tuple[Move, ...]
    reminded: Reminders
    helps: tuple[str, ...]
    group: str
    meets: date | None
    reported_on: date | None
    impact_due: date | None


@dataclass(frozen=True, slots=True)
class ActionsText:
    """All that one role is asked about; `agency` is called as tables do, `workbook` is what to answer in."""

    to: Answering
    agency: str
    asked: tuple[ActionAsked, ...]
    workbook: str
    illustrative: bool

    @property
    def records(self) -> tuple[str, ...]:
        """The records that it tells of."""
        return tuple(each.line.id for each in self.asked)

    @property
    def to_make(self) -> tuple[ToMake, ...]:
        """The workbook that goes with it: all actions of the agency."""
        return (ToMake("actions", self.to.agency),)

    @property
    def subject(self) -> str:
        """What the message is called."""
        late = sum("done" in each.asking for each in self.asked)
        number = len(self.asked)
        overdue = f", {late} overdue" if 0 < late < number else ", overdue" if late else ""
        return f"Please answer for {self.agency}: {number} action{'' if number == 1 else 's'}{overdue}"


def asking(register: Register, line: ActionLine, as_at: date, days: int) -> tuple[Asking, ...]:
    """What is to be asked of an action's owner on a day; nothing where the next step is the group's."""
    found: list[Asking] = []
    if line.standing == "overdue":
        found.append("done")
    elif line.standing in OPEN and 0 <= (line.due - as_at).days <= days:
        found.append("soon")
    elif line.standing == "awaiting-assurance" and not line.evidence:
        found.append("evidence")
    if line.standing in DONE and helped_on(register.record(Action, line.id), as_at) == "overdue":
        found.append("impact")
    return tuple(found)


def actions_texts(
    register: Register, lines: Iterable[ActionLine], as_at: date, days: int, only_overdue: bool
) -> tuple[tuple[ActionsText, ...], tuple[NotAsked, ...]]:
    """The texts by agency and role, and the actions that nobody can be asked about."""
    by_role: dict[str, tuple[Answering, list[ActionAsked]]] = {}
    unasked: list[NotAsked] = []
    for line, what in _wanted(register, lines, as_at, days, only_overdue):
        to = answering(register, line.owner, as_at)
        if to is None:
            unasked.append(NotAsked(line.title, f"name a role that there is as 'owner' of {line.id}"))
        else:
            by_role.setdefault(to.role, (to, []))[1].append(_asked(register, line, what, as_at))
    texts = [
        ActionsText(
            to,
            agency_called(register, to.agency),
            tuple(asked),
            workbook(to.agency),
            any(each.line.illustrative for each in asked),
        )
        for to, asked in by_role.values()
    ]
    return tuple(sorted(texts, key=lambda text: in_order(text.to))), tuple(unasked)


def _wanted(
    register: Register, lines: Iterable[ActionLine], as_at: date, days: int, only_overdue: bool
) -> Iterator[tuple[ActionLine, tuple[Asking, ...]]]:
    for line in lines:
        what = asking(register, line, as_at, days)
        if what and (not only_overdue or "done" in what):
            yield line, what


def _asked(register: Register, line: ActionLine, what: tuple[Asking, ...], as_at: date) -> ActionAsked:
    action = register.record(Action, line.id)
    meetings = (
        one.on
        for one in register.all(Meeting)
        if one.group == line.group and one.on > as_at and one.held is not False and stands(one, as_at)
    )
    done = step_to(seen_on(action, as_at), "reported-complete", "assured", "closed")
    return ActionAsked(
        line=line,
        text=flowing(action.text),
        asking=what,
        moves=moves_of(register, action, as_at, as_at),
        reminded=reminders(action.chases, as_at),
        helps=tuple(agency_called(register, each) for each in action.contributing if each != line.agency),
        group=f"the {within(line.group_name).removeprefix('the ')}",
        meets=min(meetings, default=None),
        reported_on=done[1].on if done and line.standing in DONE else None,
        impact_due=action.impact.due if action.impact and "impact" in what else None,
    )


def workbook(agency: str) -> str:
    """The name that `lif export` gives to the workbook in which an agency answers for its actions."""
    return f"actions-{agency}.xlsx"
