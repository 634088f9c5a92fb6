"""What is promised at regular times and has no day ahead: it would be missing from a calendar in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lif.checks.rhythm import Rhythm, rhythm
from lif.records.governance import Group
from lif.records.meetings import Meeting
from lif.records.record import stands
from lif.register import Register

_YEAR_DAYS = 365


@dataclass(frozen=True, slots=True)
class Undated:
    """A group that says how often it meets, and of which no meeting is planned.

    `promised` is how often, in words; `last` its last meeting, and `by` the day on which the next would fall
    by that rhythm: both None where no meeting of it is recorded.
    """

    group: str
    group_name: str
    promised: str
    last: date | None
    by: date | None


def undated(register: Register, as_at: date) -> Iterator[Undated]:
    """Every group that says how often it meets and has no meeting planned from the day on."""
    planned = {
        one.group
        for one in register.all(Meeting)
        if stands(one, as_at) and one.on >= as_at and one.held is not False
    }
    for group in register.all(Group):
        ended = group.until is not None and group.until < as_at
        if ended or group.id in planned or not stands(group, as_at):
            continue
        if found := rhythm(register, group, as_at):
            yield Undated(group.id, group.name, found.promised, found.last, _next(found))


def _next(found: Rhythm) -> date | None:
    """The last meeting and one interval on: the year divided by the meetings of a year."""
    return found.last + timedelta(days=_YEAR_DAYS // found.owed) if found.last else None
