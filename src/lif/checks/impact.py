"""Whether anybody looks if an action helped, and what follows when it did not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import QUARTER_DAYS, known_for
from lif.diagnostics import Severity
from lif.measures.standing import step_on
from lif.records.actions import Action
from lif.register import Register

_OPEN_RESULTS = ("not-shown", "cannot-be-told", "partly-shown")


@check("A109", Severity.WARNING)
def closed_without_impact_check(register: Register, as_at: date) -> Iterator[Finding]:
    """A closed action has no day on which somebody will look whether it helped.

    Why:
        Whether something was done and whether it made a difference are two questions.
    Fails:
        A step closed, without impact.
    Mend:
        Add `impact` with `due`, commonly six or twelve months after; or what was seen, if somebody looked.
    Source:
        What Works for Children's Social Care, analysis of partnerships' annual reports 2020-21: 17 of 18 list
        actions after reviews, 11 of 18 say nothing about impact.
    """
    for action in register.all(Action):
        step = step_on(action, as_at)
        if step is None or step.state != "closed":
            continue
        if action.impact is None or not (action.impact.due or action.impact.checked_on):
            message = f"closed on {step.on.isoformat()}, and no day is set to see whether it helped"
            hint = "add 'impact:' with 'due', such as six months on"
            yield Finding(action.id, ("steps", action.steps.index(step), "state"), message, hint)


@check("A110")
def impact_half_recorded(register: Register, as_at: date) -> Iterator[Finding]:
    """An impact check has a day without a result, or a result without a day.

    Why:
        A result without a day cannot be told from a hope; a day without a result says nothing.
    Fails:
        impact with checked_on: 2025-03-01, and no result.
    Mend:
        Add what is missing.
    Source:
        SCIE, quality markers for reviews: implementation and evaluation.
    """
    for action in register.all(Action):
        if action.impact and (action.impact.checked_on is None) != (action.impact.result is None):
            there, missing = (
                ("checked_on", "result") if action.impact.checked_on else ("result", "checked_on")
            )
            message = f"there is a '{there}' and no '{missing}'"
            yield Finding(action.id, ("impact", there), message, f"add '{missing}:'", at_key=True)


@check("A111", Severity.WARNING)
def nothing_follows(register: Register, as_at: date) -> Iterator[Finding]:
    """An action did not show that it helped, and nothing is said about what follows from that.

    Why:
        The child for whose sake it was agreed is no safer, and nobody is asked to try something else.
    Fails:
        impact with result: not-shown, and no follows.
    Mend:
        Say in `follows` what will be done, or that the board accepts it and why.
    Source:
        SCIE, quality markers for reviews: implementation and evaluation.
    """
    for action in register.all(Action):
        if action.impact and action.impact.result in _OPEN_RESULTS and action.impact.follows is None:
            message = f"the result is {action.impact.result}, and it does not say what follows"
            yield Finding(action.id, ("impact", "result"), message, "add 'follows:'")


@check("A115", Severity.WARNING)
def assured_without_impact_check(register: Register, as_at: date) -> Iterator[Finding]:
    """An action has been assured for a quarter or longer, and no day is set to see whether it helped.

    Why:
        Assured means that it was done; whether it made a difference is asked later, if a day is set for it.
    Fails:
        A step assured on 2024-10-08 and no step since, without impact, on 2025-03-10.
    Mend:
        Add `impact` with `due`, commonly six or twelve months after; close the action when it was looked at.
    Source:
        SCIE, quality markers for reviews: implementation and evaluation.
    """
    for action in register.all(Action):
        step = step_on(action, as_at)
        if step is None or step.state != "assured" or not known_for(step.on, as_at, QUARTER_DAYS):
            continue
        if action.impact is None or not (action.impact.due or action.impact.checked_on):
            message = f"assured on {step.on.isoformat()}, and no day is set to see whether it helped"
            path = ("steps", action.steps.index(step), "state")
            yield Finding(action.id, path, message, "add 'impact:' with 'due', such as six months on")


@check("A204", Severity.WARNING)
def impact_check_overdue(register: Register, as_at: date) -> Iterator[Finding]:
    """The day has passed on which somebody was to look whether an action helped.

    Why:
        Without that look the board knows what was done and not what it changed for children.
    Fails:
        impact with due: 2025-01-31, not looked at on 2025-03-10.
    Mend:
        Look, and enter `checked_on` and `result`; "not shown" is an honest answer.
    Source:
        SCIE, quality markers for reviews: implementation and evaluation.
    """
    for action in register.all(Action):
        impact = action.impact
        if impact is None or impact.due is None or impact.due >= as_at:
            continue
        if impact.checked_on is None or impact.checked_on > as_at:
            message = f"whether it helped was to be looked at by {impact.due.isoformat()}"
            hint = "look, and enter 'checked_on' and 'result'"
            yield Finding(action.id, ("impact", "due"), message, hint)


IMPACTS = (
    closed_without_impact_check,
    impact_half_recorded,
    nothing_follows,
    assured_without_impact_check,
    impact_check_overdue,
)
