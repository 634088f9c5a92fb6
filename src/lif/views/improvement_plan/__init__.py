"""The improvement plan as a paper: each aim with what is done for it, what that changed, and what is left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.calendars import parse_period
from lif.checks.plans import is_current
from lif.records.publications import ImprovementPlan
from lif.records.record import stands
from lif.views.actions import OPEN, ActionLine, action_lines
from lif.views.as_known import as_known
from lif.views.called import called_at
from lif.views.followed import Followed
from lif.views.improvement_plan.aims import Aim, Tally, aim, tally
from lif.views.improvement_plan.opening import opening
from lif.views.papers import Opening, Question

__all__ = ["Aim", "ImprovementPlans", "PlanPart", "improvement_plan"]


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One plan as it was known on the day.

    `tally` counts each action once, also where two aims name it. `slipped` are its actions whose date was
    ever moved, the furthest first. `outside` are open actions for a priority of the plan that no aim of it
    names. `days_overdue` counts from the day after it was to be looked at again.
    """

    id: str
    title: str
    period: str
    group: str
    overseen_by: str
    approved_on: date | None
    review_due: date | None
    days_overdue: int
    aims: tuple[Aim, ...]
    tally: Tally
    slipped: tuple[Followed, ...]
    outside: tuple[ActionLine, ...]
    illustrative: bool


@dataclass(frozen=True, slots=True)
class ImprovementPlans:
    """The paper: the plan that was named, or every plan in force on the day; there may be none."""

    opening: Opening
    as_at: date
    plans: tuple[PlanPart, ...]


def improvement_plan(question: Question) -> ImprovementPlans:
    """The plan that was named, or every plan that is for a time that holds the day and stands."""
    named = question.named(ImprovementPlan)
    every = question.register.all(ImprovementPlan)
    found = [named] if named else [one for one in every if is_current(one, question.as_at)]
    plans = tuple(_plan(question, one) for one in found)
    return ImprovementPlans(opening(question, plans), question.as_at, plans)


def _plan(question: Question, record: ImprovementPlan) -> PlanPart:
    register, as_at = question.register, question.as_at
    one, period = as_known(register, record, as_at), parse_period(record.period)
    since = one.approved_on or period.start
    aims = tuple(aim(question, line, since, one.illustrative) for line in one.lines if stands(line, as_at))
    actions = {each.followed.line.id: each.followed for part in aims for each in part.actions}
    slipped = [each for each in actions.values() if each.moves]
    due = one.review_due
    return PlanPart(
        one.id,
        one.title,
        period.label,
        called_at(register, one.group),
        called_at(register, one.overseen_by) if one.overseen_by else "",
        one.approved_on,
        due,
        max(0, (as_at - due).days) if due else 0,
        aims,
        tally(list(actions.values())),
        tuple(sorted(slipped, key=lambda each: (-each.days_moved, each.line.id))),
        tuple(_outside(question, one)),
        one.illustrative,
    )


def _outside(question: Question, plan: ImprovementPlan) -> Iterator[ActionLine]:
    """Open actions for a priority that an aim of the plan serves, which no aim of it names."""
    named = {id_ for line in plan.lines for id_ in line.actions}
    served = {line.priority for line in plan.lines if line.priority}
    for line in action_lines(question.register, question.as_at):
        if line.standing in OPEN and served.intersection(line.priorities) and line.id not in named:
            yield line
