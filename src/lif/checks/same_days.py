"""One event in two records: an incident and its reviews, a review and its publication, must say the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.records.incidents import Incident
from lif.records.publications import Publication
from lif.records.reviews import Review
from lif.register import Register

_STEPS = ("occurred", "aware", "notified")


@check("A359")
def not_the_rapid_review(register: Register, as_at: date) -> Iterator[Finding]:
    """The review that an incident names as its rapid review is another kind, or began with another incident.

    Why:
        The clock of the rapid review would be stopped by a review that is none.
    Fails:
        rapid_review: review-r2024-2, which is a learning review.
    Mend:
        Name the rapid review; a practice review that came of it says so itself, in `follows`.
    Source:
        Working Together: a rapid review first, then the decision on a practice review.
    """
    for incident in register.all(Incident):
        review = register.find(Review, incident.rapid_review)
        if review is None:
            continue
        if review.sort != "rapid-review":
            message = f"'{review.id}' is a {review.sort.replace('-', ' ')}"
            hint = "name the rapid review; what came of it says so in 'follows'"
            yield Finding(incident.id, ("rapid_review",), message, hint)
        elif review.incident is not None and review.incident != incident.id:
            message = f"'{review.id}' says that it began with '{review.incident}'"
            yield Finding(incident.id, ("rapid_review",), message, "correct one of the two")


@check("A360")
def days_disagree(register: Register, as_at: date) -> Iterator[Finding]:
    """An incident and a review of it, or two reviews of one event, give different days for the same thing.

    Why:
        One fact is written twice, differently: a deadline is met by the one record and missed by the other.
    Fails:
        An incident with aware: 2024-09-19, and its rapid review with the milestone aware on 2024-09-20.
    Mend:
        Correct the day that is wrong. Best keep these three days in the incident alone.
    Source:
        Working Together: occurred, aware and notified are three things.
    """
    rapid = {one.rapid_review: one for one in register.all(Incident) if one.rapid_review}
    for review in register.all(Review):
        named = rapid.get(review.id) if review.sort == "rapid-review" else None
        incident = register.find(Incident, review.incident) or named
        before = register.find(Review, review.follows)
        told = _days(incident) if incident else {}
        earlier = _milestones(before) if before else {}
        for index, milestone in enumerate(review.milestones):
            if milestone.step not in _STEPS or milestone.on is None:
                continue
            for days, other in ((told, incident), (earlier, before)):
                day = days.get(milestone.step)
                if other is not None and day is not None and day != milestone.on:
                    message = (
                        f"'{milestone.step}' on {milestone.on.isoformat()}, and '{other.id}' says "
                        f"{day.isoformat()}"
                    )
                    path = ("milestones", index, "on")
                    yield Finding(review.id, path, message, "correct the day that is wrong")
                    break


def _days(incident: Incident) -> dict[str, date | None]:
    exact = incident.occurred if incident.occurred_precision == "exact" else None
    return {"occurred": exact, "aware": incident.aware, "notified": incident.notified}


def _milestones(review: Review) -> dict[str, date | None]:
    return {one.step: one.on for one in review.milestones}


@check("A937")
def publication_disagrees(register: Register, as_at: date) -> Iterator[Finding]:
    """The ledger of publications and a review give different days or places for the same report.

    Why:
        The time for which it has to stay published is counted from that day; a link would lead nowhere.
    Fails:
        A publication of review-r2024-1 on 2025-02-03, and the review's milestone published on 2025-02-01.
    Mend:
        Correct the one that is wrong.
    Source:
        Working Together: reports of reviews are published, and stay so for at least a year.
    """
    for publication in register.all(Publication):
        if publication.sort != "review-report":
            continue
        for number, id_ in enumerate(publication.of):
            review = register.find(Review, id_)
            on = _milestones(review).get("published") if review else None
            if review is None:
                continue
            if on and publication.published and on != publication.published:
                message = (
                    f"published on {publication.published.isoformat()}, and '{id_}' says {on.isoformat()}"
                )
                yield Finding(publication.id, ("published",), message, "correct the day that is wrong")
            elif _elsewhere(publication.address, review.published_at):
                message = f"'{id_}' says that its report is somewhere else"
                yield Finding(
                    publication.id, ("of", number), message, "correct 'address' here or 'published_at' there"
                )


def _elsewhere(one: str | None, other: str | None) -> bool:
    """Whether both are addresses on the web, and not the same; places in words are not compared."""
    both = [address for address in (one, other) if address and address.startswith(("http://", "https://"))]
    return len(both) == 2 and both[0].rstrip("/") != both[1].rstrip("/")


SAME_DAYS = (not_the_rapid_review, days_disagree, publication_disagrees)
