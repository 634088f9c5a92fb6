"""The actions that came of a round of section 11: of its answers, and of the audit that it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.record import stands
from lif.register import Register
from lif.views.actions import STANDINGS, action_line
from lif.views.answered import Answering, answering
from lif.views.came_of import actions_from
from lif.views.section_11_overview.rounds import Round


def actions(register: Register, round_: Round, only: str, as_at: date) -> tuple[Answering, ...]:
    """Every action that came of the round, once, overdue ones first; of one agency where it is named."""
    found = {action.id: action for action in _every(register, round_, as_at)}
    lines = [action_line(register, action, as_at) for action in found.values()]
    mine = [line for line in lines if only in ("", line.agency)]
    mine.sort(key=lambda line: (-line.days_overdue, STANDINGS.index(line.standing), line.due, line.id))
    return tuple(answering(register, line, as_at) for line in mine)


def _every(register: Register, round_: Round, as_at: date) -> Iterator[Action]:
    for return_ in round_.returns.values():
        yield from actions_from(register, return_.id, as_at)
        for answer in return_.answers:
            for id_ in answer.actions:
                action = register.find(Action, id_)
                if action and action.agreed_on <= as_at and stands(action, as_at):
                    yield action
    for audit in register.all(Audit):
        if audit.sort == "section-11" and _within(round_, audit.started):
            yield from actions_from(register, audit.id, as_at)


def _within(round_: Round, day: date | None) -> bool:
    """Whether a day lies in the round: from its first window until the next one is opened."""
    if day is None or round_.opened is None:
        return False
    return round_.opened <= day and (round_.until is None or day < round_.until)
