"""One entry of the calendar: what falls on which day, for whom, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from lif.records.record import Record
from lif.register import Register
from lif.views.called import called_at

Sort = Literal[
    "meeting",
    "audit",
    "review",
    "clock",
    "action",
    "impact-check",
    "response",
    "risk",
    "scrutiny",
    "learning",
    "landing-test",
    "training",
    "document",
    "plan",
    "data",
    "return",
    "group-report",
    "partner-report",
    "self-assessment",
    "statement",
    "publication",
]
SORTS: tuple[Sort, ...] = get_args(Sort)
"""What an entry of the calendar is about, as `--sort` names it."""

Standing = Literal["late", "today", "under-way", "ahead", "done", "past", "cancelled"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
"""Where an entry stands on the day that is looked from.

Late: its day has passed and it is still wanted. Past: a day that came and went, of which nothing is recorded.
"""

WANTED: frozenset[Standing] = frozenset(("late", "today", "under-way", "ahead"))
"""Standings of what is still to come or still wanted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: ids, words for readers, and its days, both ends included.

    `key` is made of the record's id and of what falls due, never of a date, so that it stays the same when
    the date moves. `moved` counts the recorded changes of its date, `changed_on` is the day of the last and
    `first` the date before all of them. `firm` is false for what is only planned. `who` has to act.
    """

    key: str
    sort: Sort
    label: str
    title: str
    start: date
    end: date
    group: str
    group_name: str
    who: str
    record: str
    standing: Standing
    first: date | None
    moved: int
    changed_on: date | None
    firm: bool
    note: str
    illustrative: bool

    def owned_by(self, words: str) -> Entry:
        """The same entry with other words for who has to act."""
        return replace(self, who=words)

    def renamed(self, key: str, illustrative: bool) -> Entry:
        """The same entry under another key, for what has a date before it has a record."""
        return replace(self, key=key, illustrative=illustrative)


@dataclass(frozen=True, slots=True)
class Look:
    """What the calendar is made from: the records, the day that is looked from, and the last day shown."""

    register: Register
    as_at: date
    until: date

    def entry(
        self,
        record: Record,
        what: str,
        sort: Sort,
        label: str,
        title: str,
        on: date,
        *,
        end: date | None = None,
        group: str | None = None,
        who: Iterable[str] = (),
        done: bool = False,
        cancelled: bool = False,
        wanted: bool = True,
        first: date | None = None,
        moved: int = 0,
        changed_on: date | None = None,
        firm: bool = True,
        note: str = "",
    ) -> Entry:
        """An entry of a record: `who` are ids of roles or agencies; not `wanted` is what cannot be late."""
        last = end or on
        return Entry(
            key=f"{record.id}.{what}",
            sort=sort,
            label=label,
            title=title,
            start=on,
            end=last,
            group=group or "",
            group_name=called_at(self.register, group) if group else "",
            who=", ".join(called_at(self.register, one) for one in who),
            record=record.id,
            standing=_standing(on, last, self.as_at, done, cancelled, wanted),
            first=first if moved else None,
            moved=moved,
            changed_on=changed_on,
            firm=firm,
            note=note,
            illustrative=record.illustrative,
        )

    def had(self, day: date | None) -> bool:
        """Whether a day that is recorded had come by the day that is looked from."""
        return day is not None and day <= self.as_at


def _standing(start: date, end: date, as_at: date, done: bool, cancelled: bool, wanted: bool) -> Standing:
    if cancelled:
        return "cancelled"
    if done:
        return "done"
    if end < as_at:
        return "late" if wanted else "past"
    if start > as_at:
        return "ahead"
    return "today" if start == end else "under-way"
