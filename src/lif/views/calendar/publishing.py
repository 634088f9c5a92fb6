"""From when something may be published, and until when it must stay so."""

from __future__ import annotations

from collections.abc import Iterator

from lif.records.publications import Publication
from lif.records.record import stands
from lif.records.reviews import Review
from lif.views.calendar.entries import Entry, Look
from lif.views.review_states import known_by


def embargoes(look: Look) -> Iterator[Entry]:
    """The first day on which a review's report may be published, and the last on which it must be there."""
    for review in look.register.all(Review):
        if not known_by(review, look.as_at):
            continue
        out = any(one.step == "published" and look.had(one.on) for one in review.milestones)
        if review.publish_not_before:
            yield look.entry(
                review,
                "publish_not_before",
                "publication",
                "may be published from this day",
                review.title,
                review.publish_not_before,
                group=review.group,
                done=out,
                wanted=False,
            )
        if review.keep_published_until and out:
            yield look.entry(
                review,
                "keep_published_until",
                "publication",
                "must stay published until this day",
                review.title,
                review.keep_published_until,
                group=review.group,
                wanted=False,
            )


def kept_until(look: Look) -> Iterator[Entry]:
    """The last day on which something that was published has to be there."""
    for publication in look.register.all(Publication):
        if publication.keep_until and look.had(publication.published) and stands(publication, look.as_at):
            yield look.entry(
                publication,
                "keep_until",
                "publication",
                "must stay published until this day",
                publication.title,
                publication.keep_until,
                group=publication.group,
                done=look.had(publication.withdrawn),
                wanted=False,
            )
