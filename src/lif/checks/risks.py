"""Risks: ratings that can be, a look when it is due, something done about them, and an end with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import known
from lif.diagnostics import Severity
from lif.records.oversight import Rating, Risk
from lif.records.problems import FieldPath
from lif.records.record import stands
from lif.register import Register


def _score(rating: Rating) -> int:
    return rating.likelihood * rating.impact


def _said(rating: Rating) -> str:
    return f"{rating.likelihood} by {rating.impact}"


def _now(risk: Risk, as_at: date) -> Rating:
    """How it stood at the last look by the day."""
    looks = [look for look in risk.reviews if look.on <= as_at]
    return max(looks, key=lambda look: look.on).residual if looks else risk.residual


def _open(risk: Risk, as_at: date) -> bool:
    return risk.opened <= as_at and not known(risk.closed_on, as_at) and stands(risk, as_at)


@check("A831")
def worse_with_controls(register: Register, as_at: date) -> Iterator[Finding]:
    """A risk is rated higher with its controls than without them, when it was entered or at a later look.

    Why:
        Controls make a risk less; if it grew, it grew without them too, and the rating without must say so.
    Fails:
        inherent 3 by 4, residual 4 by 4
    Mend:
        Correct the rating that is wrong; raise `inherent` when the risk itself has grown.
    Source:
        Practice of risk registers: inherent, residual and target.
    """
    for risk in register.all(Risk):
        ratings: list[tuple[FieldPath, Rating]] = [(("residual",), risk.residual)]
        ratings.extend((("reviews", i, "residual"), look.residual) for i, look in enumerate(risk.reviews))
        for path, rating in ratings:
            if _score(rating) > _score(risk.inherent):
                message = f"{_said(rating)} with its controls, and {_said(risk.inherent)} without"
                yield Finding(risk.id, path, message, "correct the rating that is wrong")


@check("A832", Severity.WARNING)
def target_above_residual(register: Register, as_at: date) -> Iterator[Finding]:
    """What the board can live with is worse than how the risk stood on the day it was entered.

    Why:
        Either there is nothing to do, and it need not be on the register, or the target is a slip.
    Fails:
        residual 2 by 4, target 3 by 4
    Mend:
        Correct the target, or close the risk with the reason.
    Source:
        Practice of risk registers: inherent, residual and target.
    """
    for risk in register.all(Risk):
        if _score(risk.target) > _score(risk.residual) and stands(risk, as_at):
            message = f"the target is {_said(risk.target)}, and it stood at {_said(risk.residual)}"
            yield Finding(risk.id, ("target",), message, "correct the target, or close the risk")


@check("A833", Severity.WARNING)
def risk_review_overdue(register: Register, as_at: date) -> Iterator[Finding]:
    """A risk should have been looked at again.

    Why:
        A register that nobody looks at is a list of what people once feared.
    Fails:
        review_due: 2025-01-31, on 2025-03-10.
    Mend:
        Look at it; add the day and the rating to `reviews`, and set the next `review_due`.
    Source:
        Practice of risk registers: each risk has a day for its next look.
    """
    for risk in register.all(Risk):
        due = risk.review_due
        if due is None or due >= as_at or not _open(risk, as_at):
            continue
        if not any(due <= look.on <= as_at for look in risk.reviews):
            message = f"it was to be looked at by {due.isoformat()}"
            hint = "look at it, add the day to 'reviews' and set the next 'review_due'"
            yield Finding(risk.id, ("review_due",), message, hint)


@check("A834")
def risk_closed_without_reason(register: Register, as_at: date) -> Iterator[Finding]:
    """A risk was closed, and it does not say why.

    Why:
        Risks that come true are often found on the list of those that were closed.
    Fails:
        closed_on: 2025-02-20, without closed_reason.
    Mend:
        Add `closed_reason`.
    Source:
        Practice of risk registers: closed by whom and why.
    """
    for risk in register.all(Risk):
        if risk.closed_on is not None and risk.closed_reason is None:
            message = f"closed on {risk.closed_on.isoformat()}, without a reason"
            yield Finding(risk.id, ("closed_on",), message, "add 'closed_reason:'")


@check("A835", Severity.WARNING)
def risk_left_alone(register: Register, as_at: date) -> Iterator[Finding]:
    """A risk stands above what the board can live with, and there is neither a control nor an action.

    Why:
        The board has written down that it cannot live with it, and does nothing.
    Fails:
        residual 4 by 4, target 2 by 4, without controls and actions.
    Mend:
        Name what makes it less under `controls`, or the action against it under `actions`.
    Source:
        Practice of risk registers: owner, controls, actions, review date.
    """
    for risk in register.all(Risk):
        rating = _now(risk, as_at)
        above = _score(rating) > _score(risk.target)
        if above and not risk.controls and not risk.actions and _open(risk, as_at):
            message = (
                f"it stands at {_said(rating)}, above the target of {_said(risk.target)}, and nothing is done"
            )
            hint = "name what is done under 'controls' or 'actions'"
            yield Finding(risk.id, ("residual",), message, hint, at_key=True)


RISKS = (
    worse_with_controls,
    target_above_residual,
    risk_review_overdue,
    risk_closed_without_reason,
    risk_left_alone,
)
