"""The board's own business: publication of reviews, meetings, reports of groups, documents, successors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.records.indicators import DevelopmentItem, Indicator
from lif.records.meetings import GroupReport, Meeting
from lif.records.priorities import Priority
from lif.records.references import Document
from lif.records.reviews import Review
from lif.register import Register


@check("A306")
def publication_contradicts(register: Register, as_at: date) -> Iterator[Finding]:
    """A review is called published and has no day of publication, or has one and is not called published.

    Why:
        A paper would say that a report is out when it is not, or keep silent about one that is.
    Fails:
        publication: withheld, with a milestone published on 2024-11-05.
    Mend:
        Add the milestone `published` with its day, or correct `publication`.
    Source:
        Children Act 2004, section 16F: publication of a review's report.
    """
    for review in register.all(Review):
        where = next(
            (i for i, one in enumerate(review.milestones) if one.step == "published" and one.on), None
        )
        if review.publication == "published" and where is None:
            message = "it is called published, and no milestone says when"
            yield Finding(review.id, ("publication",), message, "add the milestone 'published' with its day")
        elif where is not None and review.publication not in (None, "published"):
            message = f"it was published, and 'publication' says {review.publication}"
            yield Finding(review.id, ("publication",), message, "write published, or take the milestone out")


@check("A307")
def withheld_without_reason(register: Register, as_at: date) -> Iterator[Finding]:
    """A review's report is withheld or not to be published, and it does not say why.

    Why:
        Reports are published unless that is inappropriate; the reason has to be given.
    Fails:
        publication: withheld, without publication_reason.
    Mend:
        Add `publication_reason`, about the process and never about the child.
    Source:
        Children Act 2004, section 16F.
    """
    for review in register.all(Review):
        if review.publication in ("withheld", "not-to-be-published") and review.publication_reason is None:
            message = f"the report is {review.publication}, without a reason"
            yield Finding(review.id, ("publication",), message, "add 'publication_reason:'")


@check("A308")
def published_too_soon(register: Register, as_at: date) -> Iterator[Finding]:
    """A review was published before the first day it may be, or while another process keeps it back.

    Why:
        A report that comes out before a trial or an inquest ends can harm it, and the family.
    Fails:
        publish_not_before: 2025-06-01, with a milestone published on 2025-05-20.
    Mend:
        Correct the day or the process; if it did come out, tell the board's lawyer today.
    Source:
        Contempt of Court Act 1981; processes beside a review.
    """
    for review in register.all(Review):
        for index, milestone in enumerate(review.milestones):
            if milestone.step != "published" or milestone.on is None:
                continue
            path, on = ("milestones", index, "on"), milestone.on.isoformat()
            first = review.publish_not_before
            if first and milestone.on < first:
                message = f"published on {on}, and it may not be before {first.isoformat()}"
                yield Finding(review.id, path, message, "correct the day that is wrong")
            elif any(one.withholds_publication and one.status == "open" for one in review.parallel):
                message = f"published on {on}, while a process that keeps it back is open"
                yield Finding(review.id, path, message, "correct the process, or the day")


@check("A309")
def meeting_contradicts(register: Register, as_at: date) -> Iterator[Finding]:
    """A meeting was not held and has decisions, or an agency was present and sent apologies.

    Why:
        Attendance and decisions are counted from these lists.
    Fails:
        held: false, with an agency under present.
    Mend:
        Keep what is true.
    Source:
        Records of meetings: attendance by agency.
    """
    for meeting in register.all(Meeting):
        if meeting.held is False and (meeting.present or meeting.decisions):
            message = "it was not held, and it lists who was there or what was decided"
            yield Finding(meeting.id, ("held",), message, "write held: true, or take the lists out")
        both = set(meeting.present) & set(meeting.apologies)
        for index, agency in enumerate(meeting.apologies):
            if agency in both:
                message = f"'{agency}' was present and sent apologies"
                yield Finding(meeting.id, ("apologies", index), message, "keep it in one of the two lists")


@check("A310", Severity.WARNING)
def meeting_unanswered(register: Register, as_at: date) -> Iterator[Finding]:
    """The day of a meeting has passed, and the record does not say whether it was held.

    Why:
        Attendance, and the clock of what the meeting should have decided, wait for it.
    Fails:
        on: 2025-02-20, without held, on 2025-03-10.
    Mend:
        Write `held: true` and who was present, or `held: false`.
    Source:
        Records of meetings.
    """
    for meeting in register.all(Meeting):
        if meeting.held is None and meeting.on < as_at:
            message = f"the meeting of {meeting.on.isoformat()} is over, and nothing says whether it was held"
            yield Finding(
                meeting.id, ("on",), message, "add 'held: true' and who was present, or 'held: false'"
            )


@check("A311", Severity.WARNING)
def group_report_overdue(register: Register, as_at: date) -> Iterator[Finding]:
    """A group's report was due and has not come.

    Why:
        The scorecard of the group above is made from it.
    Fails:
        due: 2025-02-14, without received, on 2025-03-10.
    Mend:
        Ask the chair; then enter `received`.
    Source:
        The quarterly cascade of scorecards and reports.
    """
    for report in register.all(GroupReport):
        if report.due < as_at and (report.received is None or report.received > as_at):
            message = (
                f"the report of '{report.group}' for {report.quarter} was due on {report.due.isoformat()}"
            )
            yield Finding(report.id, ("due",), message, "ask the chair; then enter 'received'")


@check("A312")
def successor_not_named(register: Register, as_at: date) -> Iterator[Finding]:
    """An indicator is called replaced, or a wanted measure in use, and it does not say by or as what.

    Why:
        Its line breaks off, and nobody finds where it goes on.
    Fails:
        status: replaced, without replaced_by.
    Mend:
        Name the indicator in `replaced_by`, or in `became` for a line of the data-development agenda.
    Source:
        The attributes of an indicator: status and what replaced it.
    """
    for indicator in register.all(Indicator):
        if indicator.status == "replaced" and indicator.replaced_by is None:
            message = "it is called replaced, and it does not say by what"
            yield Finding(indicator.id, ("status",), message, "add 'replaced_by:' with the indicator's id")
        elif indicator.replaced_by and indicator.status == "live":
            message = f"'{indicator.replaced_by}' replaced it, and it is called live"
            yield Finding(indicator.id, ("status",), message, "write replaced")
    for wanted in register.all(DevelopmentItem):
        if wanted.status == "in-use" and wanted.became is None:
            message = "the measure is in use, and it does not say which indicator it became"
            yield Finding(wanted.id, ("status",), message, "add 'became:' with the indicator's id")


@check("A313", Severity.WARNING)
def priority_unexplained(register: Register, as_at: date) -> Iterator[Finding]:
    """A priority says neither why it was chosen nor that the source gives no reason; or says both.

    Why:
        Someone will ask why this and not something else; an invented reason is worse than none.
    Fails:
        A priority without rationale and without rationale_missing.
    Mend:
        Write the `rationale` that the board gave, or say in `rationale_missing` that there is none.
    Source:
        The framework's own list of priorities, each with its reasons where they are stated.
    """
    for priority in register.all(Priority):
        if priority.rationale and priority.rationale_missing:
            message = "it has a rationale, and says that there is none"
            yield Finding(priority.id, ("rationale_missing",), message, "keep one of the two", at_key=True)
        elif not priority.rationale and not priority.rationale_missing:
            message = "it does not say why it was chosen"
            hint = "add 'rationale:', or 'rationale_missing:' when the source gives none"
            yield Finding(priority.id, ("id",), message, hint)


@check("A314", Severity.WARNING)
def wanted_measure_overdue(register: Register, as_at: date) -> Iterator[Finding]:
    """The day has passed on which a wanted measure was expected, and it is not in use.

    Why:
        The data-development agenda is a promise like any other.
    Fails:
        due: 2025-01-31 with status: wanted, on 2025-03-10.
    Mend:
        Ask the owner; then change the status, or the date with what happens next.
    Source:
        Outcomes-based accountability: the data-development agenda.
    """
    for wanted in register.all(DevelopmentItem):
        if wanted.due and wanted.due < as_at and wanted.status in ("wanted", "agreed", "in-test"):
            message = f"{wanted.status}, and expected by {wanted.due.isoformat()}"
            yield Finding(wanted.id, ("due",), message, f"ask '{wanted.owner}', then change status or date")


@check("A315", Severity.WARNING)
def document_review_overdue(register: Register, as_at: date) -> Iterator[Finding]:
    """A document should have been looked at again.

    Why:
        Practitioners work by a procedure that nobody has checked against today's guidance.
    Fails:
        review_due: 2025-01-31 on 2025-03-10.
    Mend:
        Review it, and enter the new version, approval and `review_due`.
    Source:
        The board's register of policies and procedures.
    """
    for document in register.all(Document):
        if document.review_due and document.review_due < as_at and document.retired is None:
            message = f"it was to be looked at again by {document.review_due.isoformat()}"
            hint = "review it, then enter the version, 'approved_on' and 'review_due'"
            yield Finding(document.id, ("review_due",), message, hint)


BUSINESS = (
    publication_contradicts,
    withheld_without_reason,
    published_too_soon,
    meeting_contradicts,
    meeting_unanswered,
    group_report_overdue,
    successor_not_named,
    priority_unexplained,
    wanted_measure_overdue,
    document_review_overdue,
)
