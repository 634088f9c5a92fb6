"""What reviews owe by principle: a lead from outside, children asked, an answer published, good ones too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import QUARTER_DAYS, known, known_for, reached, unread
from lif.checks.reviews import STATUTORY
from lif.checks.successors import heir
from lif.diagnostics import Severity
from lif.records.elements import Element
from lif.records.publications import Publication
from lif.records.record import stands
from lif.records.reviews import Review
from lif.register import Register

RESPONSE_DAYS = 3 * 365
"""Whether a response was ever published can be found out for about as long as it has to be there."""


@check("A436", Severity.WARNING)
def children_not_said(register: Register, as_at: date) -> Iterator[Finding]:
    """A serious case review or practice review is complete, and it does not say how children were asked.

    Why:
        Children who survive are to be invited as families are; it keeps the child in the middle.
    Fails:
        A practice review with the milestone completed, and involvement without children.
    Mend:
        Say in `involvement`, under `children`, how they were asked, or why none could be, naming nobody.
    Source:
        Working Together: families, including surviving children, are invited to contribute to reviews.
    """
    for review in register.all(Review):
        completed = reached(review, as_at).get("completed")
        if completed is None or review.sort not in STATUTORY or not stands(review, as_at):
            continue
        if review.involvement is not None and review.involvement.children is None:
            message = f"completed on {completed.isoformat()}, and it does not say how children were asked"
            hint = "add 'children:' under 'involvement:'"
            yield Finding(review.id, ("involvement",), message, hint, at_key=True)


@check("A437")
def lead_not_independent(register: Register, as_at: date) -> Iterator[Finding]:
    """The lead of a serious case review or practice review works for an agency whose work it reviews.

    Why:
        Nobody can review themselves, and nobody would believe it.
    Fails:
        lead_agency: council, with the council among agencies
    Mend:
        Appoint another lead; or correct the agency.
    Source:
        Working Together: the lead is independent of the case and of the organisations that are reviewed.
    """
    for review in register.all(Review):
        if review.lead_agency is None or review.sort not in STATUTORY or not stands(review, as_at):
            continue
        if heir(register, review.lead_agency) in {heir(register, one) for one in review.agencies}:
            message = f"the lead works for '{review.lead_agency}', whose work is reviewed"
            hint = "appoint another lead, or correct the agency"
            yield Finding(review.id, ("lead_agency",), message, hint)


@check("A438", Severity.WARNING)
def response_not_published(register: Register, as_at: date) -> Iterator[Finding]:
    """A report was published a quarter ago or more, and the board's answer to it was not.

    After three years it is asked only where the report itself stands among the publications: then the answer
    would stand there too.

    Why:
        The public reads what went wrong, and not what is done about it.
    Fails:
        A review published on 2024-10-01 with a board_response, and no publication of it, on 2025-03-10.
    Mend:
        Publish it, and make a publication of the sort board-response with the review in `of`.
    Source:
        Working Together 2015: the report and the board's response to its findings are published.
    """
    if unread(register, Publication):
        return
    out, reports = (_published(register, as_at, sort) for sort in ("board-response", "review-report"))
    for review in register.all(Review):
        published = reached(review, as_at).get("published")
        if review.sort not in STATUTORY or review.board_response is None or not stands(review, as_at):
            continue
        if not known_for(published, as_at, QUARTER_DAYS) or review.id in out:
            continue
        if review.id in reports or not known_for(published, as_at, RESPONSE_DAYS):
            message = f"published on {published.isoformat()}, and the board's answer to it was not"
            hint = "publish it, and make a publication of the sort board-response with the review in 'of'"
            yield Finding(review.id, ("board_response",), message, hint, at_key=True)


def _published(register: Register, as_at: date, sort: str) -> set[str]:
    """Of which records something of this sort had been published by the day."""
    return {
        address.partition("/")[0]
        for one in register.all(Publication)
        if one.sort == sort and known(one.published, as_at) and stands(one, as_at)
        for address in one.of
    }


@check("A439", Severity.WARNING)
def review_route_silent(register: Register, as_at: date) -> Iterator[Finding]:
    """The framework says that reviews of a sort are held, and none has begun for longer than it allows.

    Days are counted from the last review of the sort; where there was none, from the first review of any:
    before that, the workspace did not hold them.

    Why:
        Good practice is found where it is looked for; a promise that nobody kept is a gap.
    Fails:
        sorts: good-practice-review with silent_after_days: 366, and the last on 2023-11-20, on 2025-03-10.
    Mend:
        Look for a case and review it; or, where that is enough, allow more days.
    Source:
        The framework: which reviews are held. After how many days silence is a finding is local.
    """
    if unread(register, Review):
        return
    began: dict[str, date] = {}
    for review in register.all(Review):
        days = reached(review, as_at).values()
        if days and stands(review, as_at):
            began[review.sort] = max(min(days), began.get(review.sort, date.min))
    first = min(began.values(), default=None)
    for element in register.all(Element):
        for index, route in enumerate(element.review_routes):
            allowed = route.silent_after_days
            last = max((began[sort] for sort in route.sorts if sort in began), default=first)
            if allowed is None or last is None or not stands(element, as_at) or not stands(route, as_at):
                continue
            if (as_at - last).days > allowed:
                ever = any(sort in began for sort in route.sorts)
                said = "the last began on" if ever else "none ever did; others are held since"
                message = f"no such review began for {(as_at - last).days} days: {said} {last.isoformat()}"
                path = ("review_routes", index, "silent_after_days")
                yield Finding(element.id, path, message, "look for a case and review it, or allow more days")


REVIEW_PRINCIPLES = (
    children_not_said,
    lead_not_independent,
    response_not_published,
    review_route_silent,
)
