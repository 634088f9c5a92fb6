"""Recommendations: whether the board answered, said why, and asked somebody to do it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.records.actions import Action
from lif.records.audits import Audit, Recommendation
from lif.records.reviews import Review
from lif.register import Register

ANSWER_DAYS = 92
"""Days after which a recommendation without an answer is a warning: boards meet once a quarter."""


@check("A205", Severity.WARNING)
def recommendation_without_action(register: Register, as_at: date) -> Iterator[Finding]:
    """A recommendation was accepted, and no action answers it.

    Why:
        It was promised in public, and nobody has been asked to do it.
    Fails:
        A recommendation with response: accepted that no action names as its source.
    Mend:
        Make the action (its `source` is the recommendation's address), or say why none is needed.
    Source:
        DfE research report RR157 (2011), a study of recommendations arising from serious case reviews.
    """
    if any(bad.kind == Action.kind for bad in register.unreadable.values()):
        return
    answered = {action.source for action in register.all(Action)}
    mistyped = {source.partition("/")[0] for source in answered if register.get(source) is None}
    for record, index, one in _recommended(register):
        if record.id in mistyped:
            continue  # the link that is broken may be the answer
        promised = one.response in ("accepted", "partly-accepted")
        if not promised or (one.responded_on and one.responded_on > as_at):
            continue
        if f"{record.id}/{one.id}" not in answered:
            message = f"{one.response}, and no action answers '{record.id}/{one.id}'"
            hint = "make an action whose 'source' is this recommendation"
            yield Finding(record.id, ("recommendations", index, "id"), message, hint)


@check("A206", Severity.WARNING)
def recommendation_unanswered(register: Register, as_at: date) -> Iterator[Finding]:
    """A recommendation was made a quarter ago or more, and the board has not answered it.

    Why:
        Nobody knows whether it is to be done.
    Fails:
        An audit reported on 2024-10-01 with a recommendation without response, on 2025-03-10.
    Mend:
        Enter the board's `response` and `responded_on`.
    Source:
        Working Together: the board's or partners' response to a review's recommendations.
    """
    for record, index, one in _recommended(register):
        made = _made_on(record)
        if one.response is None and made is not None and (as_at - made).days >= ANSWER_DAYS:
            message = f"made on {made.isoformat()}, and the board has not answered"
            hint = "enter 'response' and 'responded_on'"
            yield Finding(record.id, ("recommendations", index, "id"), message, hint)


@check("A207")
def response_without_reason(register: Register, as_at: date) -> Iterator[Finding]:
    """A recommendation was not accepted, or only partly, and no reason is given.

    Why:
        A board may refuse a recommendation and has to say why: the reason is published with it.
    Fails:
        response: not-accepted, without response_reason.
    Mend:
        Add `response_reason`.
    Source:
        Working Together: the board's or partners' response to a review's recommendations.
    """
    for record, index, one in _recommended(register):
        if one.response in ("partly-accepted", "not-accepted") and one.response_reason is None:
            message = f"the response is {one.response}, without a reason"
            path = ("recommendations", index, "response")
            yield Finding(record.id, path, message, "add 'response_reason:'")


def _recommended(register: Register) -> Iterator[tuple[Audit | Review, int, Recommendation]]:
    """Every recommendation that still counts, with its record and its position."""
    for review in register.all(Review):
        yield from ((review, i, one) for i, one in enumerate(review.recommendations) if not one.retired)
    for audit in register.all(Audit):
        yield from ((audit, i, one) for i, one in enumerate(audit.recommendations) if not one.retired)


def _made_on(record: Audit | Review) -> date | None:
    """The day a report with recommendations was there."""
    if isinstance(record, Audit):
        return record.reported
    days = {milestone.step: milestone.on for milestone in record.milestones}
    return days.get("completed") or days.get("report-to-board")


ANSWERS = (recommendation_without_action, recommendation_unanswered, response_without_reason)
