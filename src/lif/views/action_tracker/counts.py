"""How the actions of a group, or of an agency, stand in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date

from lif.calendars import add_months
from lif.views.called import called_at
from lif.views.followed import Followed
from lif.views.papers import Question
from lif.views.slippage import Slippage, slippage

A_YEAR = 12
"""Closed actions are shown for so many months, so that what they changed is still seen."""


@dataclass(frozen=True, slots=True)
class Due:
    """What became of the actions that were due: `all` is the sum of the others."""

    all: int
    in_time: int
    by_moved_date: int
    late: int
    moved: int
    missed: int
    set_aside: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How actions stand. `overdue` and `coming` (due by the next meeting) are among the `open`.

    `unclosed` is everything that is neither closed nor set aside: open, waiting and assured; `slippage` is
    theirs. `closed` are those of the last twelve months, of which `helped` were shown, wholly or in part, to
    have helped.
    """

    open: int
    overdue: int
    longest_overdue: int
    coming: int
    waiting: int
    assured: int
    unclosed: int
    closed: int
    helped: int
    slippage: Slippage


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """One agency that owns actions, and how they stand."""

    id: str
    name: str
    counts: Counts
    illustrative: bool


def due_of(every: Sequence[Followed]) -> Due:
    """What became of those that were due in the time looked at."""
    due = [one for one in every if one.was_due]
    happened = Counter(one.happened for one in due)
    return Due(
        len(due),
        happened["done-in-time"],
        happened["done-by-moved-date"],
        happened["done-late"],
        happened["moved"],
        happened["overdue"],
        happened["set-aside"],
    )


def counts_of(every: Sequence[Followed], coming: int, as_at: date) -> Counts:
    """The numbers of these actions; `coming` of them are due by the next meeting."""
    overdue = [one.line.days_overdue for one in every if one.completion.standing == "overdue"]
    closed = [one for one in every if closed_lately(one, as_at)]
    unclosed = [one for one in every if one.unclosed]
    stood = Counter(one.completion.standing for one in every)
    return Counts(
        sum(one.open for one in every),
        len(overdue),
        max(overdue, default=0),
        coming,
        stood["awaiting-assurance"],
        stood["assured"],
        len(unclosed),
        len(closed),
        sum(one.helped is not None and one.helped.helped in ("shown", "partly-shown") for one in closed),
        slippage(one.moves for one in unclosed),
    )


def closed_lately(one: Followed, as_at: date) -> bool:
    """Whether an action was closed in the last twelve months."""
    on = one.completion.closed_on
    return on is not None and on > add_months(as_at, -A_YEAR)


def owner_rows(question: Question, every: Sequence[Followed], coming: Container[str]) -> tuple[OwnerRow, ...]:
    """One row for each agency that owns an action not closed, the most overdue first."""
    agencies = {one.line.agency for one in every if one.unclosed}
    rows = [_owner(question, agency, every, coming) for agency in agencies]
    return tuple(sorted(rows, key=lambda row: (*worst(row.counts), row.name, row.id)))


def _owner(question: Question, agency: str, every: Sequence[Followed], coming: Container[str]) -> OwnerRow:
    mine = [one for one in every if one.line.agency == agency]
    soon = sum(one.line.id in coming for one in mine)
    name = called_at(question.register, agency) if agency else "Not known"
    counts = counts_of(mine, soon, question.as_at)
    return OwnerRow(agency, name, counts, any(one.line.illustrative for one in mine))


def worst(counts: Counts) -> tuple[int, int, int]:
    """What is first among groups and agencies: most overdue, longest overdue, furthest slipped."""
    return (-counts.overdue, -counts.longest_overdue, -counts.slippage.days)
