"""The eight states of compliance, judged from a due date, what was done, what was extended, and the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, get_args

from lif.law.duties import Due
from lif.records.law import Extension

State = Literal[
    "met",
    "met-late",
    "breached",
    "not-yet-due",
    "due-soon",
    "unknown",
    "not-applicable",
    "extended",
]
STATES: tuple[State, ...] = get_args(State)
"""Whether a deadline was kept, in eight words and not two (D1.5)."""

DONE: frozenset[State] = frozenset(("met", "met-late", "not-applicable"))
"""States in which nothing is awaited any more."""

SOON_DAYS = 14
"""An open deadline is due soon when it is at most this many days ahead: two weeks."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A state with what it rests on.

    `due` is the date that holds and `first_due` the one before any extension, None where it was never
    moved. `days` are left when positive and late when negative: from the day that is looked from to the
    date that holds, or, once done, from that day to the first date; None where neither can be said.
    `note` is what a reader has to know beside it.
    """

    state: State
    due: date | None
    first_due: date | None
    days: int | None
    note: str = ""


def judged(
    due: Due,
    done: date | datetime | None,
    as_at: date,
    extensions: Iterable[Extension] = (),
    unless: str = "",
) -> Verdict:
    """Where a deadline stands on a day.

    `done` is when the duty was done, if that had happened by `as_at`. `extensions` of this duty count from
    the day they were made; the first date stays beside the later one, and what was done after the first is
    met late even where the extension covers it. A relaxed limit is never breached. `unless` says why the
    duty did not apply after all, and empty where it did. Hours by the clock are met only by two times of
    day; dates alone prove nothing but lateness.
    """
    if unless or not due.applies:
        return Verdict("not-applicable", due.on, None, None, unless or "the duty did not stand on that day")
    if due.on is None:
        return Verdict("met" if done and due.duty.limit is None else "unknown", None, None, None, due.why)
    granted = sorted((one for one in extensions if one.on <= as_at), key=lambda one: one.on)
    to = max((due.on, *(one.to for one in granted)))
    plain = dated(to, _day(done) if done else None, as_at, due.on if to > due.on else None)
    hours = due.duty.limit is not None and due.duty.limit.unit == "hours"
    state = _by_the_clock(due, done) if done and hours else plain.state
    if state == "breached" and due.relaxed:
        state = "unknown"
    note = "; ".join(_notes(due, to, state, granted, done))
    return replace(plain, state=state, days=None if state == "unknown" else plain.days, note=note)


def dated(due: date, done: date | None, as_at: date, first_due: date | None = None) -> Verdict:
    """Where something stands that has a date and may have had an earlier one, `first_due`."""
    first = first_due or due
    if done:
        return Verdict("met" if done <= first else "met-late", due, first_due, (first - done).days)
    days = (due - as_at).days
    if days < 0:
        return Verdict("breached", due, first_due, days)
    state: State = "extended" if due > first else "due-soon" if days <= SOON_DAYS else "not-yet-due"
    return Verdict(state, due, first_due, days)


def _by_the_clock(due: Due, done: date | datetime) -> State:
    """Met or late by two times of day; a date alone can only prove that it was late."""
    assert due.on is not None
    if _day(done) > due.on:
        return "met-late"
    if due.at is None or not isinstance(done, datetime):
        return "unknown"
    return "met" if done <= due.at else "met-late"


def _notes(
    due: Due, to: date, state: State, granted: list[Extension], done: date | datetime | None
) -> Iterable[str]:
    assert due.on is not None
    if granted:
        last = granted[-1]
        who = f", {', '.join(last.told)} told" if last.told else ", nobody named as told"
        when = f" on {last.told_on.isoformat()}" if last.told_on else ""
        yield f"extended on {last.on.isoformat()} to {last.to.isoformat()}{who}{when}"
        if done and due.on < _day(done) <= to:
            yield "done within the extension"
    if due.relaxed:
        late = ": later is not a breach" if state in ("unknown", "met-late") else ""
        yield f"the limit was relaxed then{late}"
    if state == "unknown" and not due.relaxed:
        yield "hours by the clock, and a time of day is missing"


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when
