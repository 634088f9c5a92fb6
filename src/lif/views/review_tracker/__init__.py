"""The review tracker as a paper: each review with its clocks, what it waits for, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from lif.records.reviews import Review
from lif.views.came_of import recommended_by
from lif.views.papers import CannotBeMade, Opening, Question
from lif.views.review_states import STATUSES, Status, known_by
from lif.views.review_tracker.asking import all_clocks, asked, purpose
from lif.views.review_tracker.clocks import TURNS, ClockLine, by_record
from lif.views.review_tracker.entries import ReviewEntry, review_entry
from lif.views.review_tracker.unreviewed import CaseEntry, IncidentEntry, cases, incidents
from lif.views.reviews import review_lines

__all__ = ["AboutClock", "ReviewTracker", "StatusCount", "review_tracker"]


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many reviews stand so, and which, by title."""

    status: Status
    count: int
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AboutClock:
    """A clock that runs, was missed, was kept late or cannot be told, with what it is about."""

    about: str
    clock: ClockLine


@dataclass(frozen=True, slots=True)
class ReviewTracker:
    """Every review as it stood on a day, or the one that was named.

    `statuses` counts them, `watched` are the clocks that ask for the eye, missed ones first. `cases` were
    considered and led to no review of law; `incidents` had led to none by the day. Both are empty in the
    paper on one review.
    """

    opening: Opening
    as_at: date
    whole: bool
    statuses: tuple[StatusCount, ...]
    watched: tuple[AboutClock, ...]
    kept: int
    reviews: tuple[ReviewEntry, ...]
    cases: tuple[CaseEntry, ...]
    incidents: tuple[IncidentEntry, ...]


def review_tracker(question: Question) -> ReviewTracker:
    """The tracker of every review known by the day, or of the one that is named."""
    register, as_at = question.register, question.as_at
    one = question.named(Review)
    clocks, recommended = by_record(register, as_at), recommended_by(register, as_at)
    if one is not None and not known_by(one, as_at):
        raise CannotBeMade(f"nothing of {one.title} was known on {as_at.isoformat()}")
    lines = [line for line in review_lines(register, as_at) if one is None or line.id == one.id]
    entries = tuple(review_entry(question, line, recommended.get(line.id, ()), clocks) for line in lines)
    view = ReviewTracker(
        opening=Opening("", "", "", ()),
        as_at=as_at,
        whole=one is None,
        statuses=_statuses(entries),
        watched=(),
        kept=0,
        reviews=entries,
        cases=cases(register, as_at) if one is None else (),
        incidents=incidents(question, clocks) if one is None else (),
    )
    every = tuple(AboutClock(about, clock) for about, clock in all_clocks(view))
    watched = sorted(filter(_watched, every), key=_order)
    kept = sum(each.clock.turn == "kept" for each in every)
    view = replace(view, watched=tuple(watched), kept=kept)
    return replace(view, opening=_opening(view, one))


def _watched(each: AboutClock) -> bool:
    return each.clock.turn not in ("kept", "not-applicable")


def _order(each: AboutClock) -> tuple[int, date, str]:
    return (TURNS.index(each.clock.turn), each.clock.due or date.max, each.about)


def _statuses(entries: Sequence[ReviewEntry]) -> tuple[StatusCount, ...]:
    found = ((status, [entry.title for entry in entries if entry.status == status]) for status in STATUSES)
    return tuple(StatusCount(status, len(titles), tuple(titles)) for status, titles in found if titles)


def _opening(view: ReviewTracker, one: Review | None) -> Opening:
    wanted = asked(view)
    missed = sum(each.clock.turn == "missed" for each in view.watched)
    running = sum(each.clock.turn == "running" for each in view.watched)
    return Opening(
        f"Review tracker: {one.title}" if one else "Review tracker",
        f"review-tracker-{one.id}" if one else "review-tracker",
        purpose(wanted),
        wanted,
        (
            ("Reviews", one.title if one else str(len(view.reviews))),
            ("Clocks", f"{view.kept} kept in time, {missed} missed, {running} running"),
        ),
    )
