"""How often a group meets, beside how often it said that it would."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from lif.checks.finding import Finding, check
from lif.checks.once import once
from lif.diagnostics import Severity
from lif.records.governance import Group
from lif.records.meetings import Meeting
from lif.records.record import stands
from lif.register import Register

PROMISED: Mapping[str, tuple[str, int, int]] = {
    "monthly": ("every month", 12, 46),
    "every-six-weeks": ("every six weeks", 8, 63),
    "every-two-months": ("every two months", 6, 92),
    "quarterly": ("every quarter", 4, 137),
    "three-times-a-year": ("three times a year", 3, 183),
    "twice-a-year": ("twice a year", 2, 274),
    "yearly": ("once a year", 1, 457),
}
"""In words, how many in a year, and after how many days without one the rhythm is lost.

The days are the interval and half of it (a quarter of it for a year): a meeting that is moved by some weeks
is no failing.
"""
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How a group met in the year to a day. `promised` is in words, `owed` the meetings of a year.

    `gap` are the days of the longest time without one that is longer than `most`, and `since` when it began;
    no gap where it met as often as it said. `last` is the last meeting at all, `next` the next planned.
    """

    group: Group
    promised: str
    owed: int
    held: int
    most: int
    last: date | None
    next: date | None
    gap: int | None
    since: date | None


@once
def _held(register: Register) -> dict[str, list[Meeting]]:
    """The meetings of each group in order of their days, those not held left out."""
    found: dict[str, list[Meeting]] = {}
    for meeting in sorted(register.all(Meeting), key=lambda one: (one.on, one.id)):
        if meeting.held is not False:
            found.setdefault(meeting.group, []).append(meeting)
    return found


def rhythm(register: Register, group: Group, as_at: date) -> Rhythm | None:
    """How a group met in the year to a day; None where it does not say how often it meets."""
    if group.meets is None:
        return None
    promised, owed, most = PROMISED[group.meets]
    mine = [one for one in _held(register).get(group.id, ()) if stands(one, as_at)]
    held = [one.on for one in mine if one.held and one.on <= as_at]
    end = min(as_at, group.until or as_at)
    gap, since = _longest(_days(held, group, end), most, end)
    return Rhythm(
        group,
        promised,
        owed,
        sum(end - YEAR < day <= end for day in held),
        most,
        max(held, default=None),
        min((one.on for one in mine if one.on > as_at), default=None),
        gap,
        since,
    )


def _days(held: list[date], group: Group, end: date) -> list[date]:
    """The days between which it should not be silent for long: its first day or meeting, and each one on."""
    first = [group.since] if group.since and group.since <= end else []
    return sorted({*first, *held})


def _longest(days: list[date], most: int, end: date) -> tuple[int | None, date | None]:
    """The longest silence that reached into the year to `end` and was longer than it may be."""
    pairs = pairwise([*days, end])
    found = [((after - before).days, before) for before, after in pairs if after > end - YEAR]
    longest = max(found, default=None)
    return longest if longest and longest[0] > most else (None, None)


@check("A471", Severity.WARNING)
def group_meets_too_seldom(register: Register, as_at: date) -> Iterator[Finding]:
    """A group let more time pass between two meetings, or since the last, than it said that it would.

    Why:
        What it was to watch was watched by nobody in that time; that it meets is itself a promise.
    Fails:
        meets: every-two-months, with meetings on 2024-07-09 and 2024-12-03 and none between.
    Mend:
        Enter the meeting that is missing; or change `meets` by a decision, when the rhythm was changed.
    Source:
        The board's own framework, where it says how often its groups meet.
    """
    for group in register.all(Group):
        found = rhythm(register, group, as_at) if stands(group, as_at) else None
        if found is None:
            continue
        ended = group.until is not None and group.until < as_at
        if found.last is None and group.since is None and not ended and any(_held(register).values()):
            message = f"it meets {found.promised}, and no meeting of it is recorded"
            yield Finding(group.id, ("meets",), message, "enter its meetings, those planned too")
            continue
        if found.gap is None or found.since is None:
            continue
        message = (
            f"it meets {found.promised}, and after {found.since.isoformat()} it did not for {found.gap} days"
        )
        yield Finding(group.id, ("meets",), message, f"at most {found.most} days were to be expected")


RHYTHM = (group_meets_too_seldom,)
