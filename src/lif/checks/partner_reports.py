"""Partners' own yearly reports: approved at home first, here in time, and taken by a meeting after that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.calendars import Period, parse_period
from lif.checks.finding import Finding, check
from lif.checks.known import known
from lif.diagnostics import Severity
from lif.records.meetings import Meeting
from lif.records.record import stands
from lif.records.scrutiny import PartnerReport
from lif.register import Register


@check("A901", Severity.WARNING)
def partner_report_overdue(register: Register, as_at: date) -> Iterator[Finding]:
    """A partner's yearly report was due, and has not come.

    Why:
        The board's own yearly report is made from these; where one is missing, nobody answers for its part.
    Fails:
        due: 2025-02-14, without received, on 2025-03-10.
    Mend:
        Ask the agency; then enter `received`.
    Source:
        Annual reports of agencies to the board, as frameworks of learning and improvement list them.
    """
    for report in register.all(PartnerReport):
        if report.due < as_at and not known(report.received, as_at) and stands(report, as_at):
            message = (
                f"the report of '{report.agency}' for {report.period} was due on {report.due.isoformat()}"
            )
            yield Finding(report.id, ("due",), message, "ask for it, then enter 'received'")


@check("A902", Severity.WARNING)
def not_approved_at_home(register: Register, as_at: date) -> Iterator[Finding]:
    """A partner's report came before its own governance had approved it, or without a word of that.

    Why:
        Until then it is one officer's view, and the agency may take it back.
    Fails:
        received: 2025-02-10 with own_approval_on: 2025-02-24
    Mend:
        Ask who approved it, and when; then enter `own_approval` and `own_approval_on`.
    Source:
        Southend's framework: annual reports are approved by the partner's own governance first.
    """
    for report in register.all(PartnerReport):
        received, approved = report.received, report.own_approval_on
        if not known(received, as_at) or not stands(report, as_at):
            continue
        if approved is not None and approved > received:
            message = (
                f"it came on {received.isoformat()}, and was approved at home on {approved.isoformat()} only"
            )
        elif approved is None and report.own_approval is None:
            message = (
                f"it came on {received.isoformat()}, and nothing says that its own governance approved it"
            )
        else:
            continue
        hint = "ask who approved it, and when; enter 'own_approval' and 'own_approval_on'"
        yield Finding(report.id, ("received",), message, hint)


@check("A903")
def taken_before_it_came(register: Register, as_at: date) -> Iterator[Finding]:
    """A partner's report was taken at a meeting before it had come, at one that was not held, or has no day.

    Why:
        The meeting cannot have seen it.
    Fails:
        taken_at a meeting of 2024-12-10, received: 2025-01-14
    Mend:
        Correct the day or the meeting.
    Source:
        Records of meetings: what was taken can be looked up in the minutes.
    """
    for report in register.all(PartnerReport):
        meeting = register.find(Meeting, report.taken_at)
        if meeting is None:
            continue
        if report.received is None and meeting.held:
            message = f"'{meeting.id}' took it, and it does not say when it came"
        elif report.received is not None and meeting.on < report.received:
            message = f"'{meeting.id}' was on {meeting.on.isoformat()}, before it came"
        elif meeting.held is False:
            message = f"the meeting '{meeting.id}' was not held"
        else:
            continue
        yield Finding(report.id, ("taken_at",), message, "correct the meeting, or the day in 'received'")


@check("A904", Severity.WARNING)
def taken_half_recorded(register: Register, as_at: date) -> Iterator[Finding]:
    """A partner's report has an outcome and no meeting that took it, or was taken and has no outcome.

    Why:
        The agency does not know whether its report was accepted.
    Fails:
        outcome: approved, without taken_at.
    Mend:
        Add what is missing.
    Source:
        Records of meetings: what was taken, and what was done with it.
    """
    for report in register.all(PartnerReport):
        meeting = register.find(Meeting, report.taken_at)
        if not stands(report, as_at):
            continue
        if report.outcome is not None and report.taken_at is None:
            message = f"the outcome is {report.outcome}, and no meeting is named that took it"
            yield Finding(report.id, ("outcome",), message, "add 'taken_at:'")
        elif meeting is not None and meeting.held and meeting.on <= as_at and report.outcome is None:
            message = f"'{meeting.id}' took it, and what it did with it is not said"
            yield Finding(report.id, ("taken_at",), message, "add 'outcome:'")


@check("A905")
def partner_report_twice(register: Register, as_at: date) -> Iterator[Finding]:
    """Two records hold one agency's report for one year.

    Why:
        The one is overdue and the other came; nobody can tell which is true.
    Fails:
        Two records for the police and 2023-24.
    Mend:
        Keep one.
    Source:
        The record of a partner's report: one a year.
    """
    first: dict[tuple[str, Period], str] = {}
    for report in register.all(PartnerReport):
        key = (report.agency, parse_period(report.period))
        if key in first:
            message = f"'{first[key]}' is the report of '{report.agency}' for {report.period} already"
            yield Finding(report.id, ("period",), message, "keep one of the two")
        else:
            first[key] = report.id


PARTNER_REPORTS = (
    partner_report_overdue,
    not_approved_at_home,
    taken_before_it_came,
    taken_half_recorded,
    partner_report_twice,
)
