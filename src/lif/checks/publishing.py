"""Publication of reviews: where the report is, what keeps it back and how long, and the response to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.calendars import add_months
from lif.checks.finding import Finding, check
from lif.checks.known import QUARTER_DAYS, known, known_for, reached
from lif.checks.reviews import STATUTORY
from lif.diagnostics import Severity
from lif.records.publications import Publication
from lif.records.record import stands
from lif.records.reviews import Review
from lif.register import Register

_NEVER = ("rapid-review", "child-death-review")
_NOT_REQUIRED = ("learning-review", "good-practice-review", "peer-review")


@check("A392", Severity.WARNING)
def review_published_nowhere(register: Register, as_at: date) -> Iterator[Finding]:
    """A review is published, and it does not say where its report can be read.

    Why:
        Practitioners, families and the public are sent from place to place, and nobody sees when it is gone.
    Fails:
        publication: published, without published_at.
    Mend:
        Add `published_at`.
    Source:
        Working Together: reports of reviews are easy to find for at least a year.
    """
    ledger = {id_: one for one in register.all(Publication) if one.address for id_ in one.of}
    for review in register.all(Review):
        on = reached(review, as_at).get("published")
        if on is None or review.publication != "published" or not stands(review, as_at):
            continue
        if review.published_at is None and review.id not in ledger:
            message = f"published on {on.isoformat()}, and it does not say where"
            yield Finding(review.id, ("publication",), message, "add 'published_at:'")


@check("A393", Severity.WARNING)
def withheld_by_nothing(register: Register, as_at: date) -> Iterator[Finding]:
    """A report is withheld, and no process or day that keeps it back is recorded.

    Why:
        Nobody will notice when the reason is over.
    Fails:
        publication: withheld, without a process with withholds_publication and without publish_not_before.
    Mend:
        Enter the process under `parallel` with withholds_publication: true, or `publish_not_before`.
    Source:
        Children Act 2004, section 16F: published unless that is inappropriate.
    """
    for review in register.all(Review):
        if review.publication != "withheld" or review.sort in _NOT_REQUIRED or not stands(review, as_at):
            continue
        if not _kept_back(review):
            hint = (
                "say 'withholds_publication: true' of the process under 'parallel', or 'publish_not_before'"
            )
            yield Finding(review.id, ("publication",), "withheld, and nothing recorded keeps it back", hint)


def _kept_back(review: Review) -> bool:
    """Whether a day or a process keeps the report back, or did."""
    return review.publish_not_before is not None or any(one.withholds_publication for one in review.parallel)


@check("A394", Severity.WARNING)
def withheld_for_no_longer(register: Register, as_at: date) -> Iterator[Finding]:
    """Everything that kept a report back ended a quarter ago or more, and it is still withheld.

    Why:
        The reason is gone and the report is forgotten.
    Fails:
        publication: withheld, with the criminal process ended on 2024-10-18, on 2025-03-10.
    Mend:
        Publish it; or say what keeps it back now.
    Source:
        Children Act 2004, section 16F: published unless that is inappropriate.
    """
    for review in register.all(Review):
        if review.publication != "withheld" or not stands(review, as_at):
            continue
        keeping = [one for one in review.parallel if one.withholds_publication]
        ends = [one.ended for one in keeping]
        if review.publish_not_before:
            ends.append(review.publish_not_before)
        days = [day for day in ends if day is not None]
        if not days or len(days) < len(ends):
            continue  # nothing keeps it back at all, or something has no end yet
        if (as_at - max(days)).days >= QUARTER_DAYS:
            message = f"still withheld, and what kept it back was over on {max(days).isoformat()}"
            yield Finding(review.id, ("publication",), message, "publish it, or say what keeps it back now")


@check("A395", Severity.WARNING)
def response_not_given(register: Register, as_at: date) -> Iterator[Finding]:
    """A review was published a quarter ago or more, and the board's response is not recorded.

    Why:
        A report without a response says what went wrong and not what is done about it.
    Fails:
        publication: published, published on 2024-10-01, without board_response, on 2025-03-10.
    Mend:
        Enter `board_response`, and the milestone board-response with its day.
    Source:
        Working Together: the response to a review is published with or after its report.
    """
    for review in register.all(Review):
        days = reached(review, as_at)
        if not known_for(days.get("published"), as_at, QUARTER_DAYS) or not stands(review, as_at):
            continue
        if review.sort != "national-review" and not review.board_response and "board-response" not in days:
            message = f"published on {days['published'].isoformat()}, and the board's response is not there"
            hint = "add 'board_response:', and the milestone 'board-response' with its day"
            yield Finding(review.id, ("publication",), message, hint)


@check("A396", Severity.WARNING)
def publication_not_said(register: Register, as_at: date) -> Iterator[Finding]:
    """A review that has to be published was finished a quarter ago or more, and publication is not settled.

    Why:
        Reports of serious case reviews and practice reviews are published unless there is a reason not to.
    Fails:
        A practice review completed on 2024-10-01, without publication, on 2025-03-10.
    Mend:
        Write published, planned, withheld or not-to-be-published, with the day or the reason.
    Source:
        Children Act 2004, section 16F; Working Together 2015, chapter 4.
    """
    for review in register.all(Review):
        completed = reached(review, as_at).get("completed")
        if review.sort not in STATUTORY or not known_for(completed, as_at, QUARTER_DAYS):
            continue
        if review.publication in (None, "not-applicable") and stands(review, as_at):
            said = (
                f"publication is {review.publication}"
                if review.publication
                else "nothing is said of publication"
            )
            message = f"completed on {completed.isoformat()}, and {said}"
            field = "publication" if review.publication else "sort"
            hint = "write published, planned, withheld or not-to-be-published, with the day or the reason"
            yield Finding(review.id, (field,), message, hint)


@check("A397", Severity.WARNING)
def publication_of_another_sort(register: Register, as_at: date) -> Iterator[Finding]:
    """A sort of review that is never published is to be, or one that need not be is withheld by nothing.

    Why:
        Rapid reviews hold a child's circumstances and go to the national panel only; and "withheld" tells the
        public that there is a report which it should have.
    Fails:
        sort: rapid-review with publication: published
    Mend:
        Write not-applicable; learning from it is published as learning.
    Source:
        Guidance of the national panel: rapid reviews are not published.
    """
    for review in register.all(Review):
        if not stands(review, as_at):
            continue
        kind = review.sort.replace("-", " ")
        if review.sort in _NEVER and review.publication in ("published", "planned"):
            message = f"a {kind} is not published, and this says {review.publication}"
        elif review.sort in _NOT_REQUIRED and review.publication == "withheld" and not _kept_back(review):
            message = f"nothing requires a {kind} to be published, and this says {review.publication}"
        else:
            continue
        yield Finding(review.id, ("publication",), message, "write not-applicable, or correct the sort")


@check("A398", Severity.WARNING)
def kept_too_short(register: Register, as_at: date) -> Iterator[Finding]:
    """A report of a review is to stay published for less than a year, or a national one for less than three.

    Why:
        It disappears while people still look for it, and before anybody could show that it changed practice.
    Fails:
        published on 2024-11-05 with keep_published_until: 2025-05-04
    Mend:
        Set the day a year on, or later; many boards keep reports for longer.
    Source:
        Working Together: published reports stay available for at least one year.
    """
    for review in register.all(Review):
        on = reached(review, as_at).get("published")
        if known(on, as_at) and review.keep_published_until is not None and stands(review, as_at):
            years = 3 if review.sort == "national-review" else 1
            yield from _too_short(review.id, "keep_published_until", on, review.keep_published_until, years)
    for publication in register.all(Publication):
        on, until = publication.published, publication.keep_until
        if publication.sort == "review-report" and known(on, as_at) and until and stands(publication, as_at):
            yield from _too_short(publication.id, "keep_until", on, until, 1)


def _too_short(record: str, field: str, on: date, until: date, years: int) -> Iterator[Finding]:
    if on.year + years > date.max.year:
        return
    wanted = add_months(on, 12 * years)
    if until < wanted:
        message = f"published on {on.isoformat()}, and kept until {until.isoformat()} only"
        yield Finding(record, (field,), message, f"keep it until {wanted.isoformat()} at least")


PUBLISHING = (
    review_published_nowhere,
    withheld_by_nothing,
    withheld_for_no_longer,
    response_not_given,
    publication_not_said,
    publication_of_another_sort,
    kept_too_short,
)
