"""Where a review stands on a day: what it has reached, what keeps it back, whether it is published."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, get_args

from lif.calendars import long_date
from lif.checks.recommended import made_on
from lif.records.board import Board
from lif.records.record import stands
from lif.records.reviews import Milestone, ParallelProcess, Review
from lif.register import Register
from lif.views.bodies import body_of

Status = Literal["planned", "running", "waiting-to-publish", "completed", "published", "closed"]
STATUSES: tuple[Status, ...] = get_args(Status)
"""Where a review stands.

Planned: nothing has happened. Running: not finished; a rapid review is finished when it was held. Waiting to
publish: finished, or reported to the board and withheld, and its report is not out. Completed: finished, and
nothing is to be published.
"""

Era = Literal["lscb", "partnership"]

_ERA_STEPS = ("decision", "started", "considered", "referred", "notified", "aware")


def known_by(review: Review, as_at: date) -> bool:
    """Whether something of the review had happened by the day, or nothing of it has a day yet."""
    happened = [milestone.on for milestone in review.milestones if milestone.on]
    return stands(review, as_at) and (not happened or min(happened) <= as_at)


def era_of(register: Register, review: Review, as_at: date) -> Era | None:
    """Under which kind of body it was decided on, from its own dates by the day; None while there are none.

    The day of the decision counts, else the first known of: started, considered, referred, notified, aware.
    """
    days = {one.step: one.on for one in review.milestones if one.on and one.on <= as_at}
    board = register.find(Board, register.board_id)
    day = next((days[step] for step in _ERA_STEPS if step in days), min(days.values(), default=None))
    return body_of(board, day).kind if board and day else None


def reached(review: Review, as_at: date) -> Milestone | None:
    """The last milestone that had happened by the day; of two on one day the later in the record."""
    done = [one for one in review.milestones if one.on and one.on <= as_at]
    return max(enumerate(done), key=lambda one: (one[1].on, one[0]))[1] if done else None


def planned_next(review: Review, as_at: date) -> Milestone | None:
    """The milestone planned for the earliest day of those that had not happened by the day."""
    waiting = [one for one in review.milestones if one.planned and not (one.on and one.on <= as_at)]
    return min(waiting, key=lambda one: one.planned or date.max, default=None)


def status_on(review: Review, as_at: date) -> Status:
    """Where a review stood on the day (see `STATUSES`)."""
    done = {one.step for one in review.milestones if one.on and one.on <= as_at}
    if not done:
        return "planned"
    if "closed" in done:
        return "closed"
    if "published" in done:
        return "published"
    waits = review.publication in ("withheld", "planned", "published")
    if "completed" in done or (review.sort == "rapid-review" and "rapid-review" in done):
        return "waiting-to-publish" if waits else "completed"
    told = "report-to-board" in done and review.publication == "withheld"
    return "waiting-to-publish" if told else "running"


PROCESSES: Mapping[str, str] = {
    "criminal": "criminal process",
    "inquest": "inquest",
    "child-death-review": "child death review",
    "lado": "LADO process",
    "family-court": "family court process",
    "homicide-review": "homicide review",
    "other": "other process",
}
"""What a process beside a review is called in a sentence."""


def is_open(process: ParallelProcess, as_at: date) -> bool:
    """Whether a process beside a review was going on, on the day; one that is not known may be."""
    return process.ended > as_at if process.ended else process.status != "ended"


def held_back(review: Review, as_at: date) -> str:
    """Why it may not be published on the day: an embargo, or a process that keeps it back.

    Empty when nothing keeps it back, when it is out, and when nothing is to be published.
    """
    if review.publication in ("not-applicable", "not-to-be-published") or published_on(review, as_at):
        return ""
    reasons = [
        PROCESSES[one.process] for one in review.parallel if one.withholds_publication and is_open(one, as_at)
    ]
    if review.publish_not_before and review.publish_not_before > as_at:
        reasons.append(f"not before {long_date(review.publish_not_before)}")
    return "; ".join(reasons)


def told(review: Review, as_at: date) -> bool:
    """Whether its findings and recommendations were there by the day."""
    known = made_on(review)
    return known is not None and known <= as_at


def published_on(review: Review, as_at: date) -> date | None:
    """The day it was published, if that had come."""
    return next(
        (one.on for one in review.milestones if one.step == "published" and one.on and one.on <= as_at), None
    )


def publication_on(review: Review, published: bool) -> str:
    """What is known of its publication; a report that came out later is not yet published."""
    later = any(one.step == "published" and one.on for one in review.milestones)
    if published or review.publication != "published" or not later:
        return "published" if published else review.publication or ""
    return "not-yet-published"
