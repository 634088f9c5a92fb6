"""The time between two meetings of a group: what a paper for the next one looks back and ahead to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from lif.calendars import long_date
from lif.records.meetings import Meeting
from lif.records.record import stands
from lif.register import Register

A_QUARTER = timedelta(days=91)
"""How far a paper looks back, or ahead, where no meeting is recorded."""


@dataclass(frozen=True, slots=True)
class Between:
    """From the day of the meeting held last to that of the next one.

    `since` and `until` are those days; where no such meeting is recorded they lie a quarter back, or ahead.
    The words say which it is, and stand after "since" and "by".
    """

    since: date
    until: date
    since_words: str
    until_words: str


def between(register: Register, group: str, as_at: date) -> Between:
    """The meetings of a group before and after a day; one on the day itself is the one that takes the paper.

    A meeting before counts when it is known to have been held, one after unless it was called off.
    """
    mine = [one for one in register.all(Meeting) if one.group == group and stands(one, as_at)]
    last = max((one.on for one in mine if one.held and one.on < as_at), default=None)
    coming = min((one.on for one in mine if one.held is not False and one.on > as_at), default=None)
    since, until = last or as_at - A_QUARTER, coming or as_at + A_QUARTER
    return Between(
        since,
        until,
        f"the meeting of {long_date(since)}"
        if last
        else f"{long_date(since)} (no earlier meeting is recorded)",
        f"the meeting of {long_date(until)}" if coming else f"{long_date(until)} (no meeting is planned)",
    )
