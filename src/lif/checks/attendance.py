"""Attendance: a member of a group that has missed three meetings running."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.successors import heir
from lif.diagnostics import Severity
from lif.records.governance import Agency, Group
from lif.records.meetings import Meeting
from lif.records.record import stands
from lif.register import Register

MEETINGS = 3
"""A year of quarterly meetings but one: what boards' terms of reference commonly ask about."""


@check("A961", Severity.WARNING)
def member_stays_away(register: Register, as_at: date) -> Iterator[Finding]:
    """An agency that sits on a group was at none of its last three meetings.

    Why:
        Decisions are taken without it, and its actions have nobody in the room.
    Fails:
        The police, a member of the leadership board, not among present at its last three meetings.
    Mend:
        The chair writes to the agency; if it left the group, take it out of `members`.
    Source:
        Working Together: attendance of partners; yearly reports show it by agency.
    """
    held: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in register.all(Meeting):
        if meeting.held and meeting.present and meeting.on <= as_at:
            held[meeting.group].append(meeting)
    for group in register.all(Group):
        last = sorted(held.get(group.id, ()), key=lambda meeting: meeting.on)[-MEETINGS:]
        if len(last) < MEETINGS or not stands(group, as_at):
            continue
        there = [{heir(register, agency) for agency in meeting.present} for meeting in last]
        for index, member in enumerate(group.members):
            agency = register.find(Agency, member)
            if agency is None or not _could_come(agency, last):
                continue
            if not any(heir(register, member) in present for present in there):
                apologies = sum(member in meeting.apologies for meeting in last)
                said = (
                    f"; it sent apologies to {apologies} of them"
                    if apologies
                    else ", nor did it send apologies"
                )
                message = (
                    f"'{member}' was at none of the last {MEETINGS} meetings, since {last[0].on.isoformat()}"
                )
                yield Finding(group.id, ("members", index), message + said, "the chair writes to it")


def _could_come(agency: Agency, meetings: list[Meeting]) -> bool:
    """Whether the agency existed, itself or as one before it, on the days of all of them."""
    first, last = meetings[0].on, meetings[-1].on
    return (agency.since is None or agency.since <= first) and (agency.until is None or last <= agency.until)


ATTENDANCE = (member_stays_away,)
