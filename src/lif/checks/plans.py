"""Documents and improvement plans: shared and seen, with a day to look again, and a measure of effect."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.calendars import parse_period
from lif.checks.finding import Finding, check
from lif.checks.known import QUARTER_DAYS, known_for
from lif.diagnostics import Severity
from lif.measures.standing import SETTLED, state_on
from lif.records.actions import Action
from lif.records.publications import ImprovementPlan, PlanLine
from lif.records.record import stands
from lif.records.references import Document
from lif.register import Register

_LOOKED_AT_AGAIN = ("policy", "procedure", "threshold-document", "arrangements", "terms-of-reference")


@check("A941", Severity.WARNING)
def document_not_acknowledged(register: Register, as_at: date) -> Iterator[Finding]:
    """A document was shared with an agency a quarter ago or more, and nobody there has said that it came.

    Why:
        A procedure that nobody has seen binds nobody.
    Fails:
        shared_with the police on 2024-10-01, without acknowledged_on, on 2025-03-10.
    Mend:
        Ask the agency; then enter `acknowledged_on`.
    Source:
        The board's register of policies and procedures.
    """
    for document in register.all(Document):
        for index, one in enumerate(document.shared_with):
            seen = one.acknowledged_on is not None and one.acknowledged_on <= as_at
            if not seen and known_for(one.on, as_at, QUARTER_DAYS) and stands(document, as_at):
                message = f"shared with '{one.agency}' on {one.on.isoformat()}, and not acknowledged"
                hint = "ask, then enter 'acknowledged_on'"
                yield Finding(document.id, ("shared_with", index, "agency"), message, hint)


@check("A942", Severity.WARNING)
def document_without_review_day(register: Register, as_at: date) -> Iterator[Finding]:
    """A policy, procedure, threshold document or the like has no day on which it is looked at again.

    Why:
        It will be out of date, and nobody will be told.
    Fails:
        sort: procedure, without review_due.
    Mend:
        Add `review_due`.
    Source:
        The board's register of policies and procedures.
    """
    for document in register.all(Document):
        if document.sort in _LOOKED_AT_AGAIN and document.review_due is None and stands(document, as_at):
            kind = document.sort.replace("-", " ")
            message = f"a document of the sort {kind}, and no day is set to look at it again"
            yield Finding(document.id, ("sort",), message, "add 'review_due:'")


@check("A951", Severity.WARNING)
def plan_line_without_means(register: Register, as_at: date) -> Iterator[Finding]:
    """An aim of an improvement plan has neither an action nor an indicator.

    Why:
        Nothing is done for it and nothing would show it: it is a wish.
    Fails:
        A line with text alone.
    Mend:
        Name its `actions`, and the `indicators` that should move.
    Source:
        Learning and improvement frameworks: one plan with actions, measures and effect.
    """
    for plan, index, line in _lines(register, as_at):
        if not line.actions and not line.indicators:
            message = f"'{line.id}' has neither an action nor an indicator"
            yield Finding(plan.id, ("lines", index, "id"), message, "add 'actions:' or 'indicators:'")


def _lines(register: Register, as_at: date) -> Iterator[tuple[ImprovementPlan, int, PlanLine]]:
    for plan in register.all(ImprovementPlan):
        if stands(plan, as_at):
            yield from ((plan, i, line) for i, line in enumerate(plan.lines) if stands(line, as_at))


@check("A952")
def effect_half_recorded(register: Register, as_at: date) -> Iterator[Finding]:
    """An aim of an improvement plan has an effect and no day on which it was seen, or a day and no effect.

    Why:
        An effect without a day cannot be told from a hope.
    Fails:
        effect: shown, without effect_on.
    Mend:
        Add what is missing.
    Source:
        SCIE, quality markers for reviews: implementation and evaluation.
    """
    for plan in register.all(ImprovementPlan):
        for index, line in enumerate(plan.lines):
            if (line.effect is None) != (line.effect_on is None):
                pair = ("effect", "effect_on")
                there, missing = pair if line.effect else pair[::-1]
                message = f"there is '{there}' and no '{missing}'"
                yield Finding(plan.id, ("lines", index, there), message, f"add '{missing}:'", at_key=True)


@check("A953", Severity.WARNING)
def effect_shown_by_nothing(register: Register, as_at: date) -> Iterator[Finding]:
    """An aim of an improvement plan is called shown, or partly shown, and nothing is named that shows it.

    Why:
        That it is better is a claim until something shows it.
    Fails:
        effect: shown, without shown_by.
    Mend:
        Name the audit, indicator or evidence in `shown_by`.
    Source:
        Working Together: yearly reports give evidence of impact on children and families.
    """
    for plan, index, line in _lines(register, as_at):
        looked = line.effect_on is None or line.effect_on <= as_at
        if line.effect in ("shown", "partly-shown") and looked and not line.shown_by:
            message = f"the effect is {line.effect}, and nothing is named that shows it"
            yield Finding(plan.id, ("lines", index, "effect"), message, "add 'shown_by:'")


@check("A954", Severity.WARNING)
def plan_review_overdue(register: Register, as_at: date) -> Iterator[Finding]:
    """An improvement plan should have been looked at again.

    Why:
        Aims of a plan that nobody opens are forgotten one by one.
    Fails:
        review_due: 2025-01-31, on 2025-03-10.
    Mend:
        Take it to its group; then set the next `review_due`.
    Source:
        Learning and improvement frameworks: the plan is managed by one group and overseen by another.
    """
    for plan in register.all(ImprovementPlan):
        if plan.review_due is not None and plan.review_due < as_at and stands(plan, as_at):
            message = f"it was to be looked at again by {plan.review_due.isoformat()}"
            hint = f"take it to '{plan.group}', then set the next 'review_due'"
            yield Finding(plan.id, ("review_due",), message, hint)


@check("A955", Severity.WARNING)
def done_and_effect_unknown(register: Register, as_at: date) -> Iterator[Finding]:
    """All actions of an aim were closed a quarter ago or more, and nobody has looked whether it is better.

    Why:
        The plan is done and the aim may not be reached: the two are not the same.
    Fails:
        Every action of a line closed by 2024-10-01, without effect, on 2025-03-10.
    Mend:
        Look; then enter `effect` and `effect_on`. "Not shown" is an honest answer.
    Source:
        What Works for Children's Social Care, analysis of partnerships' annual reports 2020-21.
    """
    for plan, index, line in _lines(register, as_at):
        looked = line.effect is not None and (line.effect_on is None or line.effect_on <= as_at)
        actions = [register.find(Action, id_) for id_ in line.actions]
        if looked or not actions:
            continue
        closed = [_settled(action, as_at) for action in actions if action is not None]
        if len(closed) == len(actions) and all(
            day is not None and (as_at - day).days >= QUARTER_DAYS for day in closed
        ):
            message = f"all its actions were settled by {max(day for day in closed if day).isoformat()}"
            yield Finding(
                plan.id,
                ("lines", index, "id"),
                f"{message}, and nobody has looked whether it is better",
                "look, then enter 'effect' and 'effect_on'",
            )


def _settled(action: Action, as_at: date) -> date | None:
    """The day of the last step of an action after which nothing more was expected of it."""
    if state_on(action, as_at) not in SETTLED:
        return None
    return max(step.on for step in action.steps if step.on <= as_at)


@check("A956", Severity.WARNING)
def action_outside_the_plan(register: Register, as_at: date) -> Iterator[Finding]:
    """An open action serves a priority of this year's improvement plan, and no aim of the plan names it.

    Why:
        The plan is where the group sees what is done for a priority; what is not in it is done unseen.
    Fails:
        An action for neglect, agreed on 2024-10-08 and open, that no line names, on 2025-03-10.
    Mend:
        Name it in the `actions` of the aim that it serves.
    Source:
        Learning and improvement frameworks: one plan gathers the actions from every source.
    """
    current = [plan for plan in register.all(ImprovementPlan) if is_current(plan, as_at)]
    lines = [line for plan in current for line in plan.lines if stands(line, as_at)]
    named = {action for line in lines for action in line.actions}
    served = {line.priority: plan.id for plan in current for line in plan.lines if line.priority}
    for action in register.all(Action):
        its = [served[priority] for priority in action.priorities if priority in served]
        if not its or action.id in named or state_on(action, as_at) in SETTLED or not stands(action, as_at):
            continue
        if known_for(action.agreed_on, as_at, QUARTER_DAYS):
            message = f"it serves a priority of '{its[0]}', and no aim there names it"
            yield Finding(
                action.id, ("priorities",), message, "name it in the 'actions' of its aim", at_key=True
            )


def is_current(plan: ImprovementPlan, as_at: date) -> bool:
    """Whether the plan was for a time that held the day, and had been approved by then."""
    approved = plan.approved_on is None or plan.approved_on <= as_at
    return approved and parse_period(plan.period).contains(as_at) and stands(plan, as_at)


PLANS = (
    document_not_acknowledged,
    document_without_review_day,
    plan_line_without_means,
    effect_half_recorded,
    effect_shown_by_nothing,
    plan_review_overdue,
    done_and_effect_unknown,
    action_outside_the_plan,
)
