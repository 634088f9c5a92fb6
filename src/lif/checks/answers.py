"""Recommendations: whether the board answered, said why, and asked everybody it names to do it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import QUARTER_DAYS, known, known_for
from lif.checks.recommended import (
    answers,
    answers_unknown,
    made_on,
    mistyped,
    promised,
    recommended,
)
from lif.checks.successors import heir
from lif.diagnostics import Severity
from lif.measures.standing import SETTLED, state_on
from lif.records.actions import Action
from lif.records.audits import Recommendation
from lif.records.governance import Role
from lif.records.inspections import Inspection
from lif.records.record import stands
from lif.register import Register


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
    if answers_unknown(register):
        return
    answered, broken = answers(register, as_at), mistyped(register)
    for found in recommended(register):
        if found.record.id in broken or not promised(found, as_at) or not stands(found.record, as_at):
            continue  # a link that is broken may be the answer
        if found.address not in answered:
            message = f"{found.one.response}, and no action answers '{found.address}'"
            hint = "make an action whose 'source' is this recommendation"
            yield Finding(found.record.id, found.path("id"), message, hint)


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
    for found in recommended(register):
        made = made_on(found.record)
        if isinstance(found.record, Inspection) or made is None or not stands(found.record, as_at):
            continue  # what an inspectorate asks for is not the board's to accept
        if known_for(made, as_at, QUARTER_DAYS) and not _answered(found.one, as_at):
            message = f"made on {made.isoformat()}, and the board has not answered"
            hint = "enter 'response' and 'responded_on'"
            yield Finding(found.record.id, found.path("id"), message, hint)


def _answered(one: Recommendation, as_at: date) -> bool:
    return one.response is not None and (one.responded_on is None or known(one.responded_on, as_at))


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
    for found in recommended(register):
        one = found.one
        if one.response in ("partly-accepted", "not-accepted") and one.response_reason is None:
            message = f"the response is {one.response}, without a reason"
            yield Finding(found.record.id, found.path("response"), message, "add 'response_reason:'")


@check("A208", Severity.WARNING)
def agency_without_action(register: Register, as_at: date) -> Iterator[Finding]:
    """A recommendation is addressed to several agencies, and one of them has no action that answers it.

    Why:
        One recommendation to five agencies is five actions: the agency that nobody asked will do nothing, and
        the recommendation looks done when the other four are.
    Fails:
        agencies: council, police and icb, with actions owned by roles of the council and the police only.
    Mend:
        Make that agency's action, owned by a role of its own; or take the agency out, if it was not meant.
    Source:
        SCIE, quality markers for reviews: implementation and evaluation; each action has one owner.
    """
    if answers_unknown(register):
        return
    answered, broken = answers(register, as_at), mistyped(register)
    for found in recommended(register):
        its_actions = answered.get(found.address, [])
        if not its_actions or found.record.id in broken or not stands(found.record, as_at):
            continue
        roles = [register.find(Role, action.owner) for action in its_actions]
        if None in roles:
            continue  # whose action it is cannot be told
        asked = {heir(register, role.agency) for role in roles if role is not None}
        for number, agency in enumerate(found.one.agencies):
            if heir(register, agency) not in asked:
                message = f"no action answers '{found.address}' for '{agency}'"
                hint = f"make its action, owned by a role of '{agency}'"
                yield Finding(found.record.id, (*found.path("agencies"), number), message, hint)


@check("A209", Severity.WARNING)
def action_for_refused_recommendation(register: Register, as_at: date) -> Iterator[Finding]:
    """An action goes on that answers a recommendation which the board did not accept.

    Why:
        Either the board changed its mind and the record does not say so, or somebody works on what it
        refused.
    Fails:
        source: review-r2024-1/rec-2, which has response: not-accepted, with the action in progress.
    Mend:
        Correct the board's `response`; or add the step `not-accepted` to the action.
    Source:
        Practice of action trackers: the board's response comes before the action.
    """
    refused = {
        found.address: found.one.responded_on
        for found in recommended(register)
        if found.one.response == "not-accepted"
    }
    for action in register.all(Action):
        if action.source not in refused or not stands(action, as_at) or action.agreed_on > as_at:
            continue
        on = refused[action.source]
        if state_on(action, as_at) in SETTLED or (on is not None and on > as_at):
            continue
        message = f"the board did not accept '{action.source}', and this action answers it"
        hint = "correct the 'response' there, or add the step 'not-accepted' here"
        yield Finding(action.id, ("source",), message, hint)


ANSWERS = (
    recommendation_without_action,
    recommendation_unanswered,
    response_without_reason,
    agency_without_action,
    action_for_refused_recommendation,
)
