"""Audits: given up without a reason, late, children's cases sent back, grades that do not add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from lif.calendars import parse_period
from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.records.audits import Audit, GradeCount
from lif.records.problems import FieldPath
from lif.register import Register

SENT_BACK_DAYS = 28


@check("A301")
def given_up_and_reported(register: Register, as_at: date) -> Iterator[Finding]:
    """An audit was given up, and was reported as well.

    Why:
        The calendar would count it twice, as done and as not done.
    Fails:
        cancelled: 2025-02-01 with reported: 2025-03-01
    Mend:
        Keep the one that happened.
    Source:
        The life of an audit in this framework: planned, then reported or given up.
    """
    for audit in register.all(Audit):
        if audit.cancelled and audit.reported:
            message = (
                f"given up on {audit.cancelled.isoformat()} and reported on {audit.reported.isoformat()}"
            )
            yield Finding(audit.id, ("cancelled",), message, "keep the one that happened")


@check("A302")
def given_up_without_reason(register: Register, as_at: date) -> Iterator[Finding]:
    """An audit was given up, and it does not say why.

    Why:
        The board agreed to it; that it will not be held has to be explained.
    Fails:
        cancelled: 2025-02-01, without cancelled_reason.
    Mend:
        Add `cancelled_reason`.
    Source:
        The board's audit calendar is agreed and changed with reasons.
    """
    for audit in register.all(Audit):
        if audit.cancelled and audit.cancelled_reason is None:
            message = f"given up on {audit.cancelled.isoformat()}, without a reason"
            yield Finding(audit.id, ("cancelled",), message, "add 'cancelled_reason:'")


@check("A303", Severity.WARNING)
def audit_late(register: Register, as_at: date) -> Iterator[Finding]:
    """The quarter in which an audit stands in the calendar is over, and it has not begun.

    Why:
        It was promised for that quarter; silence looks like an audit that was held.
    Fails:
        planned: 2024-25-Q2, not started on 2025-03-10.
    Mend:
        Enter `started`, or put it off with a reason under `postponed`, or give it up with a reason.
    Source:
        The board's audit calendar.
    """
    for audit in register.all(Audit):
        quarter = audit.planned
        for change in audit.postponed:
            if change.on <= as_at:
                quarter = change.to_quarter
        begun = [audit.started, audit.fieldwork_ended, audit.moderated_on, audit.reported, audit.cancelled]
        if parse_period(quarter).end < as_at and not any(day and day <= as_at for day in begun):
            message = f"planned for {quarter}, which is over, and it has not begun"
            yield Finding(audit.id, ("planned",), message, "enter 'started', or put it off with a reason")


@check("A304", Severity.WARNING)
def sent_back_and_open(register: Register, as_at: date) -> Iterator[Finding]:
    """Auditors sent cases back at once for a child's safety, and nothing says that they were put right.

    Why:
        Children were thought to be unsafe on the day of the audit.
    Fails:
        sent_back: 2, and no sent_back_resolved four weeks after the fieldwork.
    Mend:
        Make sure that each was put right, and enter the day of the last in `sent_back_resolved`.
    Source:
        The practice of case audits: cases of concern go back to the agency the same day.
    """
    for audit in register.all(Audit):
        if not audit.sent_back or (audit.sent_back_resolved and audit.sent_back_resolved <= as_at):
            continue
        days = (audit.started, audit.fieldwork_ended, audit.moderated_on, audit.reported)
        last = max((day for day in days if day and day <= as_at), default=None)
        if last and (audit.reported or (as_at - last).days >= SENT_BACK_DAYS):
            message = "cases were sent back for a child's safety, and nothing says that they were put right"
            yield Finding(audit.id, ("sent_back",), message, "make sure, and enter 'sent_back_resolved'")


@check("A305", Severity.WARNING)
def repeat_audit_late(register: Register, as_at: date) -> Iterator[Finding]:
    """The day has passed on which an audit was to be repeated, and no audit says that it repeats it.

    Why:
        Only the second round shows whether practice has changed.
    Fails:
        re_audit_due: 2025-01-31, and no audit with this one as its earlier_round.
    Mend:
        Plan the repeat, and name this audit in its `earlier_round`.
    Source:
        The audit cycle: audit, act, audit again.
    """
    repeated = {audit.earlier_round for audit in register.all(Audit)}
    for audit in register.all(Audit):
        if audit.re_audit_due and audit.re_audit_due < as_at and audit.id not in repeated:
            message = f"it was to be repeated by {audit.re_audit_due.isoformat()}, and no audit repeats it"
            hint = f"plan one with 'earlier_round: {audit.id}'"
            yield Finding(audit.id, ("re_audit_due",), message, hint)


@check("F161")
def more_grades_than_cases(register: Register, as_at: date) -> Iterator[Finding]:
    """An audit has more grades for a criterion than cases, or the same grade twice.

    Why:
        Shares of good cases would be computed from cases that do not exist.
    Fails:
        sample_size: 12 with grades for 13 cases.
    Mend:
        Correct the counts, or the sample size.
    Source:
        Counts of cases by grade, with not applicable and not evidenced among them, make up the sample.
    """
    for audit in register.all(Audit):
        for path, counts in _counted(audit):
            names = [count.grade for count in counts]
            twice = next((i for i, name in enumerate(names) if name in names[:i]), None)
            total = sum(count.cases for count in counts)
            if twice is not None:
                message = "this grade stands here twice"
                yield Finding(audit.id, (*path, twice, "grade"), message, "add the two counts together")
            elif audit.sample_size is not None and total > audit.sample_size:
                message = f"grades of {total} cases, and the sample has {audit.sample_size}"
                yield Finding(audit.id, path, message, "correct the counts, or 'sample_size'")


@check("F162", Severity.WARNING)
def fewer_grades_than_cases(register: Register, as_at: date) -> Iterator[Finding]:
    """An audit has fewer grades for a criterion than cases.

    Why:
        The cases that are left out are often those where nothing was found on file.
    Fails:
        sample_size: 12 with grades for 10 cases.
    Mend:
        Count the others as not-applicable or not-evidenced.
    Source:
        Counts of cases by grade, with not applicable and not evidenced among them, make up the sample.
    """
    for audit in register.all(Audit):
        for path, counts in _counted(audit):
            total = sum(count.cases for count in counts)
            if audit.sample_size is not None and total < audit.sample_size:
                message = f"grades of {total} cases, and the sample has {audit.sample_size}"
                hint = "count the others as not-applicable or not-evidenced"
                yield Finding(audit.id, path, message, hint)


def _counted(audit: Audit) -> Iterator[tuple[FieldPath, Sequence[GradeCount]]]:
    """Every set of counts of an audit that holds any."""
    if audit.overall:
        yield ("overall",), audit.overall
    for index, result in enumerate(audit.results):
        if result.auditor:
            yield ("results", index, "auditor"), result.auditor
        if result.moderated:
            yield ("results", index, "moderated"), result.moderated


AUDITS = (
    given_up_and_reported,
    given_up_without_reason,
    audit_late,
    sent_back_and_open,
    repeat_audit_late,
    more_grades_than_cases,
    fewer_grades_than_cases,
)
