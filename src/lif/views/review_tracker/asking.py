"""What the reader of the review tracker is asked to do: clocks first, then what waits, then what is owed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lif.calendars import long_date
from lif.checks.known import QUARTER_DAYS
from lif.views.answered import Answering
from lif.views.came_of import many
from lif.views.review_tracker.clocks import ClockLine
from lif.views.sentences import named, quoted

if TYPE_CHECKING:
    from lif.views.review_tracker import ReviewTracker
    from lif.views.review_tracker.entries import ReviewEntry

SOON_DAYS = 28
"""A clock of law that ends within so many days is put before the reader."""
_DECIDING = ("Agree", "Decide")
_LOOKED_AT = frozenset(("running", "waiting-to-publish"))
_MONITORED = "local-child-safeguarding-practice-review"
"""The sort of review whose time and quality the partners have to watch at regular intervals."""


def asked(view: ReviewTracker) -> tuple[str, ...]:
    """What is asked, what cannot wait first; there is always something."""
    entries = view.reviews
    found = (
        *_missed(view),
        *_soon(view),
        *_undecided(view),
        *_held_back(entries),
        *_unlooked(view),
        *_unanswered(entries),
        *_without_action(entries),
        *_overdue(entries),
        *_to_assure(entries),
        *_unseen(entries),
    )
    if not entries and not found:
        return ("Note that no review is recorded, and that no clock runs.",)
    return found or (_note(len(entries)),)


def purpose(wanted: Sequence[str]) -> str:
    """Decision where something is to be agreed or decided, else assurance."""
    if any(each.startswith(_DECIDING) for each in wanted):
        return "Decision: what reviews wait for"
    return "Assurance: that reviews keep to their time and lead to change"


def all_clocks(view: ReviewTracker) -> Iterator[tuple[str, ClockLine]]:
    """Every clock with what it is about, once."""
    for entry in view.reviews:
        yield from ((entry.title, clock) for clock in entry.clocks)
    for incident in view.incidents:
        yield from ((incident.code, clock) for clock in incident.clocks)


def _note(count: int) -> str:
    stand = "stands" if count == 1 else "stand"
    return f"Note where {many(count, 'review')} {stand}: no clock is missed and nothing is overdue."


def _missed(view: ReviewTracker) -> Iterator[str]:
    for about, clock in all_clocks(view):
        if clock.turn == "missed" and clock.due:
            what = f"{quoted(clock.what)} ({about})"
            yield f"Challenge why {what} was not done by {long_date(clock.due)}, and agree a day."


def _soon(view: ReviewTracker) -> Iterator[str]:
    for about, clock in all_clocks(view):
        near = clock.days is not None and 0 <= clock.days <= SOON_DAYS
        if clock.turn == "running" and clock.statutory and near and clock.due:
            beside = f"; {clock.note}" if clock.note else ""
            left = many(clock.days or 0, "day")
            what = f"{quoted(clock.what)} ({about})"
            yield f"Note that {what} is due by {long_date(clock.due)}, in {left}{beside}."


def _undecided(view: ReviewTracker) -> Iterator[str]:
    open_ = [case.code for case in view.cases if case.decision == "undecided"]
    if open_:
        yield f"Decide on {named(open_)}: considered or referred, and nothing has been decided."
    for one in view.incidents:
        if one.joint in ("broken", "due"):
            yield f"Ask what follows on {one.code}: {one.because[:1].lower()}{one.because[1:]}."


def _held_back(entries: Sequence[ReviewEntry]) -> Iterator[str]:
    for entry in entries:
        if entry.status == "waiting-to-publish" and entry.waits_for:
            told = "" if entry.shared_meanwhile else ", and ask how its learning is shared meanwhile"
            yield f"Decide whether {quoted(entry.title)} still has to wait for {entry.waits_for[0]}{told}."


def _unlooked(view: ReviewTracker) -> Iterator[str]:
    for entry in view.reviews:
        if entry.status not in _LOOKED_AT or entry.sort != _MONITORED:
            continue
        days = (view.as_at - entry.looked_on).days if entry.looked_on else None
        if days is None:
            yield f"Ask who looks at the time and quality of {quoted(entry.title)}: no look is recorded."
        elif days > QUARTER_DAYS and entry.looked_on:
            last = long_date(entry.looked_on)
            yield f"Ask for a look at the time and quality of {quoted(entry.title)}: the last was on {last}."


def _unanswered(entries: Sequence[ReviewEntry]) -> Iterator[str]:
    for entry in entries:
        count = sum(not one.response for one in entry.recommendations)
        if count:
            what, have = many(count, "recommendation"), "has" if count == 1 else "have"
            yield f"Decide on {what} of {quoted(entry.title)} that {have} no answer."


def _without_action(entries: Sequence[ReviewEntry]) -> Iterator[str]:
    for entry in entries:
        bare = sum(one.overall == "no-action" for one in entry.recommendations)
        if bare:
            what = many(bare, "recommendation")
            yield f"Agree who acts on {what} of {quoted(entry.title)}: an action is wanting."


def _overdue(entries: Sequence[ReviewEntry]) -> Iterator[str]:
    late = [
        f"{quoted(one.title)} ({entry.title}, {one.owner}, {many(one.days_overdue, 'day')})"
        for entry, one in _actions(entries)
        if one.standing == "overdue"
    ]
    if late:
        yield f"Challenge the owners of what is overdue: {named(late)}."


def _to_assure(entries: Sequence[ReviewEntry]) -> Iterator[str]:
    waiting = [
        f"{quoted(one.title)} ({entry.title})"
        for entry, one in _actions(entries)
        if one.standing == "awaiting-assurance"
    ]
    if waiting:
        yield f"Decide whether what is reported as done is assured: {named(waiting)}."


def _unseen(entries: Sequence[ReviewEntry]) -> Iterator[str]:
    blind = [
        quoted(one.title)
        for _, one in _actions(entries)
        if one.standing in ("assured", "closed") and one.helped in ("overdue", "no-day-set")
    ]
    if blind:
        yield f"Ask who looks at whether these made a difference, and when: {named(blind)}."


def _actions(entries: Sequence[ReviewEntry]) -> Iterator[tuple[ReviewEntry, Answering]]:
    for entry in entries:
        for one in entry.recommendations:
            for action in one.actions:
                yield entry, action
