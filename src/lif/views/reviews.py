"""The review tracker: how far each review is, what holds it back, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict, Unpack

from lif.law import Deadline, running
from lif.records.publications import Publication
from lif.records.record import stands
from lif.records.reviews import ParallelProcess, Review
from lif.register import Register
from lif.views.called import called_at
from lif.views.came_of import CameOf, came_of, recommended_by
from lif.views.recommendations import RecommendationLine
from lif.views.review_states import (
    STATUSES,
    Era,
    Status,
    era_of,
    held_back,
    is_open,
    known_by,
    planned_next,
    publication_on,
    published_on,
    reached,
    status_on,
    told,
)

_KEPT = frozenset(("met", "not-applicable"))


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One review as it stood on a day: ids, the names that readers know, dates and counts.

    `clocks` are the clocks of law on it and on its incident that run, were missed or cannot be told, each
    with its state and its date; `kept` are those that were kept in time or do not apply.

    `era` is the kind of body on the day it was decided on. `step` is the last milestone and `next_step` the
    planned one that comes next. `parallel` says each process beside it in words, `held_back` why nothing may
    be published now (empty when nothing forbids it). `publication` is what is known of it on the day.
    """

    id: str
    title: str
    sort: str
    era: Era | None
    group: str
    group_name: str
    status: Status
    step: str
    step_on: date | None
    next_step: str
    next_on: date | None
    clocks: tuple[str, ...]
    kept: tuple[str, ...]
    parallel: tuple[str, ...]
    held_back: str
    publication: str
    published_on: date | None
    not_before: date | None
    keep_until: date | None
    findings: int
    good_practice: int
    came: CameOf
    illustrative: bool


class Narrow(TypedDict, total=False):
    """What the tracker may be narrowed to: a sort of review, a group's id, a status; None does not narrow."""

    sort: str | None
    group: str | None
    status: Status | None


def review_lines(register: Register, as_at: date, **narrow: Unpack[Narrow]) -> tuple[ReviewLine, ...]:
    """Every review that had begun by the day or is only planned, what is not finished first, then newest."""
    asked, clocks = recommended_by(register, as_at), clocks_by_record(register, as_at)
    lines = [
        review_line(register, review, as_at, asked.get(review.id, ()), clocks)
        for review in register.all(Review)
        if known_by(review, as_at)
        and narrow.get("sort") in (None, review.sort)
        and narrow.get("group") in (None, review.group)
    ]
    wanted = [line for line in lines if narrow.get("status") in (None, line.status)]
    return tuple(sorted(wanted, key=_order))


def _order(line: ReviewLine) -> tuple[int, int, str]:
    newest = -(line.step_on or date.max).toordinal()
    return STATUSES.index(line.status), newest, line.id


def clocks_by_record(register: Register, as_at: date) -> dict[str, list[Deadline]]:
    """The clocks of law that the records ran by the day, by the id of the record."""
    found: dict[str, list[Deadline]] = {}
    for one in running(register, as_at):
        found.setdefault(one.address.partition("/")[0], []).append(one)
    return found


def review_line(
    register: Register,
    review: Review,
    as_at: date,
    lines: Sequence[RecommendationLine],
    clocks: Mapping[str, Sequence[Deadline]],
) -> ReviewLine:
    """One review as it stood on `as_at`; `lines` are its recommendations, the worst first."""
    last, after = reached(review, as_at), planned_next(review, as_at)
    published = published_on(review, as_at)
    own = (*clocks.get(review.id, ()), *(clocks.get(review.incident, ()) if review.incident else ()))
    known = told(review, as_at)
    findings = [one for one in review.findings if known and stands(one, as_at)]
    return ReviewLine(
        id=review.id,
        title=review.title,
        sort=review.sort,
        era=era_of(register, review, as_at),
        group=review.group,
        group_name=called_at(register, review.group),
        status=status_on(review, as_at),
        step=last.step if last else "",
        step_on=last.on if last else None,
        next_step=after.step if after else "",
        next_on=after.planned if after else None,
        clocks=tuple(_clock(one) for one in own if one.verdict.state not in _KEPT),
        kept=tuple(_clock(one) for one in own if one.verdict.state in _KEPT),
        parallel=tuple(_in_words(one, as_at) for one in review.parallel),
        held_back=held_back(review, as_at),
        publication=publication_on(review, published is not None),
        published_on=published,
        not_before=review.publish_not_before,
        keep_until=_keep_until(register, review, as_at),
        findings=sum(not one.good_practice for one in findings),
        good_practice=sum(one.good_practice for one in findings),
        came=came_of(register, review.id, lines, as_at),
        illustrative=review.illustrative,
    )


def _clock(one: Deadline) -> str:
    """`Complete a rapid review: due-soon 2025-12-29`."""
    due = f" {one.verdict.due.isoformat()}" if one.verdict.due else ""
    return f"{one.duty.title}: {one.verdict.state}{due}"


def _in_words(process: ParallelProcess, as_at: date) -> str:
    """`criminal: open (keeps the report back)`."""
    status = (
        process.status if process.status == "unknown" else ("open" if is_open(process, as_at) else "ended")
    )
    holds = " (keeps the report back)" if process.withholds_publication and status != "ended" else ""
    return f"{process.process.replace('-', ' ')}: {status}{holds}"


def _keep_until(register: Register, review: Review, as_at: date) -> date | None:
    """The last day on which it must stay published: the review's own word, or that of the ledger."""
    ledger = [
        entry.keep_until
        for tie in register.links_into(review.id)
        if tie.path[0] == "of" and (entry := register.find(Publication, tie.source))
        if entry.keep_until and entry.published and entry.published <= as_at
    ]
    own = [review.keep_published_until] if review.keep_published_until else []
    return max([*own, *ledger], default=None)
