"""Notifiable incidents: what was decided, who was told, which review followed, and days that must agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import PANEL_SINCE, known, known_for, spoken_of
from lif.diagnostics import Severity
from lif.records.governance import Agency
from lif.records.incidents import CaseConsidered, Incident
from lif.records.record import stands
from lif.records.reviews import Review
from lif.register import Register

FOLLOWED_DAYS = 28
"""Days after which a notified incident without any review is a warning."""
_ALWAYS_REVIEWED = ("serious-harm", "death")
_NOW = ("national-panel",)
_NOW_LOOKED_AFTER = ("department-for-education", "ofsted")
_LSCB_ERA = ("ofsted", "lscb")


@check("A352")
def not_notified_without_reason(register: Register, as_at: date) -> Iterator[Finding]:
    """It was decided not to notify an incident, and it does not say why.

    Why:
        The decision will be looked at again when more is known; without its reason nobody can defend it.
    Fails:
        decision: do-not-notify, without decision_reason.
    Mend:
        Add `decision_reason`, about the criteria and never about the child.
    Source:
        Children Act 2004, section 16C; Working Together: the criteria for notification.
    """
    for incident in register.all(Incident):
        if incident.decision == "do-not-notify" and incident.decision_reason is None:
            message = "it was decided not to notify, without a reason"
            hint = "add 'decision_reason:', about the criteria and never about the child"
            yield Finding(incident.id, ("decision",), message, hint)


@check("A353")
def notified_against_decision(register: Register, as_at: date) -> Iterator[Finding]:
    """An incident was notified, and the decision says not to; or someone was told and no day says when.

    Why:
        One of the two is wrong, and counts of notified incidents with it.
    Fails:
        decision: do-not-notify with notified: 2024-09-24
    Mend:
        Correct the decision, or take the day of notification out; give `notified` where somebody was told.
    Source:
        Children Act 2004, section 16C.
    """
    for incident in register.all(Incident):
        if incident.notified and incident.decision == "do-not-notify":
            message = f"notified on {incident.notified.isoformat()}, and the decision is not to notify"
            yield Finding(incident.id, ("decision",), message, "correct the decision, or take 'notified' out")
        elif incident.notified_to and incident.notified is None:
            message = "it says who was told, and not on which day"
            yield Finding(incident.id, ("notified_to",), message, "add 'notified:'", at_key=True)


@check("A354", Severity.WARNING)
def decision_not_agreed(register: Register, as_at: date) -> Iterator[Finding]:
    """An incident was decided on, or notified, without all statutory partners having agreed.

    Why:
        The council alone may submit, and all partners should agree what it does.
    Fails:
        decision: notify, agreed_by the council and the police, where the integrated care board is a partner.
    Mend:
        Enter `decision` and who agreed in `agreed_by`; or say in `note` who did not, and why.
    Source:
        Guidance of the national panel: the decision to notify is agreed by all safeguarding partners.
    """
    for incident in register.all(Incident):
        on = incident.considered_on or incident.notified or incident.aware
        if on is None or not PANEL_SINCE <= on <= as_at or not stands(incident, as_at):
            continue
        if known(incident.notified, as_at) and incident.decision is None:
            message = "it was notified, and no decision is recorded"
            yield Finding(incident.id, ("notified",), message, "add 'decision:' and who agreed", at_key=True)
        elif incident.decision is not None and incident.note is None:
            missing = [one for one in _partners(register, on) if one not in incident.agreed_by]
            if missing:
                message = f"'{missing[0]}' is a statutory partner, and is not among those who agreed"
                hint = "add it to 'agreed_by', or say in 'note' why not"
                yield Finding(incident.id, ("decision",), message, hint)


def _partners(register: Register, on: date) -> list[str]:
    """The statutory partners of that day."""
    return [
        agency.id
        for agency in register.all(Agency)
        if agency.statutory_partner
        and (agency.since is None or agency.since <= on)
        and (agency.until is None or on <= agency.until)
    ]


@check("A355")
def aware_before_it_occurred(register: Register, as_at: date) -> Iterator[Finding]:
    """The council became aware of an incident before it happened.

    Why:
        Statutory clocks start on the day of awareness; one of the two days is wrong.
    Fails:
        occurred: 2024-09-19 with aware: 2024-09-17
    Mend:
        Correct the day that is wrong; where only the month is known write occurred_precision: month.
    Source:
        Working Together: occurred, aware and notified are three things.
    """
    for incident in register.all(Incident):
        occurred, aware = incident.occurred, incident.aware
        if occurred is None or aware is None or incident.occurred_precision in ("approximate", "unknown"):
            continue
        by_month = incident.occurred_precision == "month"
        later = (occurred.year, occurred.month) > (aware.year, aware.month) if by_month else occurred > aware
        if later:
            message = f"aware on {aware.isoformat()}, before it occurred on {occurred.isoformat()}"
            yield Finding(incident.id, ("aware",), message, "correct the day that is wrong")


@check("A356", Severity.WARNING)
def recipient_missing(register: Register, as_at: date) -> Iterator[Finding]:
    """An incident was notified, and one that had to be told is not among those who were.

    Why:
        Until June 2018 a notification had two recipients, Ofsted and the safeguarding children board; since
        then it goes to the national panel, and the death of a child in care to the department and Ofsted.
    Fails:
        notified: 2017-09-20 with notified_to: ofsted alone.
    Mend:
        Tell who is missing; then add it to `notified_to`.
    Source:
        Working Together 2015, chapter 4; Children Act 2004, section 16C, since 29 June 2018.
    """
    for incident in register.all(Incident):
        if not known(incident.notified, as_at) or not stands(incident, as_at):
            continue
        reached = {*incident.notified_to, *(one.to for one in incident.notices if one.on <= as_at)}
        missing = [one for one in recipients(incident, incident.notified) if one not in reached]
        if missing or not reached:
            told = f"'{missing[0]}' is not among those who were told" if missing else "nobody was told"
            message = f"notified on {incident.notified.isoformat()}, and {told}"
            hint = f"tell '{missing[0]}', then add it to" if missing else "add who was told to"
            hint += " 'notified_to'"
            yield Finding(incident.id, ("notified",), message, hint)


def recipients(incident: Incident, notified: date) -> tuple[str, ...]:
    """To whom the law of the day sends a notification, whatever the board has agreed besides."""
    if notified < PANEL_SINCE:
        return _LSCB_ERA
    if incident.sort == "looked-after-child-death":
        return _NOW_LOOKED_AFTER
    return _NOW if incident.sort in _ALWAYS_REVIEWED else ()


@check("A357", Severity.WARNING)
def nothing_followed(register: Register, as_at: date) -> Iterator[Finding]:
    """An incident was notified four weeks ago or more, and no review or consideration of it is recorded.

    Why:
        A rapid review follows every notification, unless the criteria are found not to be met after all.
    Fails:
        notified: 2024-09-24, without rapid_review and without criteria_not_met_on, on 2025-03-10.
    Mend:
        Name the review in `rapid_review`, or give `criteria_not_met_on`. Before June 2018: name the incident
        in the case that was considered, or in the review.
    Source:
        Working Together 2018 and later: rapid reviews; 2015: the chair decides on a serious case review.
    """
    for incident in register.all(Incident):
        if not known_for(incident.notified, as_at, FOLLOWED_DAYS) or not stands(incident, as_at):
            continue
        if incident.sort not in _ALWAYS_REVIEWED or known(incident.criteria_not_met_on, as_at):
            continue
        if incident.rapid_review is None and not spoken_of(register, incident.id, Review, CaseConsidered):
            message = f"notified on {incident.notified.isoformat()}, and nothing says which review followed"
            hint = "name the review in 'rapid_review', or give 'criteria_not_met_on'"
            yield Finding(incident.id, ("notified",), message, hint)


@check("A358", Severity.WARNING)
def children_do_not_fit(register: Register, as_at: date) -> Iterator[Finding]:
    """An incident counts several children for a death, or none.

    Why:
        A notification of a death is about one child, one of serious harm may be about several: a count of
        incidents cannot be compared with the national one otherwise.
    Fails:
        sort: death with children: 2
    Mend:
        Make a record for each child who died.
    Source:
        Department for Education, serious incident notifications: the methodology of the yearly figures.
    """
    for incident in register.all(Incident):
        children = incident.children
        if children is None or not stands(incident, as_at):
            continue
        if children == 0:
            yield Finding(incident.id, ("children",), "it is about no child", "correct the number")
        elif children > 1 and incident.sort != "serious-harm":
            message = f"{children} children, and the sort is {incident.sort}"
            yield Finding(incident.id, ("children",), message, "make a record for each child who died")


@check("A361", Severity.WARNING)
def notified_without_awareness(register: Register, as_at: date) -> Iterator[Finding]:
    """An incident was notified, and no day is held on which the council became aware of it.

    Why:
        The clock of the notification starts on that day: whether it was met cannot be shown.
    Fails:
        notified: 2024-09-24, without aware.
    Mend:
        Ask the council; then enter `aware`. It is never worked out from another day.
    Source:
        Working Together: notification within five working days of becoming aware.
    """
    for incident in register.all(Incident):
        if known(incident.notified, as_at) and incident.aware is None and stands(incident, as_at):
            message = "it was notified, and the day the council became aware is not held"
            yield Finding(
                incident.id, ("notified",), message, "ask the council, then add 'aware:'", at_key=True
            )


INCIDENTS = (
    not_notified_without_reason,
    notified_against_decision,
    decision_not_agreed,
    aware_before_it_occurred,
    recipient_missing,
    nothing_followed,
    children_do_not_fit,
    notified_without_awareness,
)
