"""What children and families said in the year and what came of it; and who came to meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.calendars import parse_period
from lif.checks.rhythm import rhythm
from lif.records.meetings import Meeting
from lif.records.voice import ComplaintsAndCompliments, Voice
from lif.views.called import agency_called
from lif.views.shown import flowing
from lif.views.yearly_report.gate import Shown, shown
from lif.views.yearly_report.heads import Head, head
from lif.views.yearly_report.scope import Scope


@dataclass(frozen=True, slots=True)
class HeardLine:
    """Something that was heard: from whom, how many, what was done, and whether they were told."""

    title: str
    on: date
    from_whom: str
    method: str
    heard: int | None
    text: str
    done: str
    done_on: date | None
    told_back_on: date | None
    no_change: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class VoicePart:
    """What was heard in the year, complaints and compliments as counts, and what came of it."""

    head: Head
    heard: tuple[HeardLine, ...]
    acted_on: int
    told_back: int
    complaints: int
    upheld: int
    compliments: int
    agencies: int
    counted_illustrative: bool
    shown: Shown


@dataclass(frozen=True, slots=True)
class Attended:
    """One agency's attendance at the meetings that it was expected at: there, and apologies."""

    agency: str
    expected: int
    came: int
    apologies: int
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Met:
    """How often one group met in the year, beside how often it said that it would.

    `gap` are the days of the longest time without a meeting that was longer than its rhythm allows, and
    `since` when that began.
    """

    group: str
    promised: str
    owed: int
    held: int
    gap: int | None
    since: date | None
    illustrative: bool


@dataclass(frozen=True, slots=True)
class AttendancePart:
    """Who came to the two boards in the year; `met` are the groups that say how often they meet."""

    head: Head
    boards: tuple[str, ...]
    meetings: int
    not_held: int
    lines: tuple[Attended, ...]
    met: tuple[Met, ...]


def voice(scope: Scope) -> VoicePart:
    """What children and families said."""
    lines = tuple(_heard(each) for each in scope.known(Voice) if scope.holds(each.on))
    counts = [
        each
        for each in scope.known(ComplaintsAndCompliments)
        if each.received is not None and _in_the_year(scope, each.period)
    ]
    return VoicePart(
        head(scope, "voice", "" if lines else "Nothing that children or families said is recorded."),
        tuple(sorted(lines, key=lambda each: (each.on, each.title))),
        sum(each.done_on is not None for each in lines),
        sum(each.told_back_on is not None for each in lines),
        sum(each.complaints or 0 for each in counts),
        sum(each.upheld or 0 for each in counts),
        sum(each.compliments or 0 for each in counts),
        len({each.agency for each in counts}),
        any(each.illustrative for each in counts),
        shown(scope, "Children's and families' voice", "voice", lambda about: "voice" in about.subjects),
    )


def _in_the_year(scope: Scope, words: str) -> bool:
    period = parse_period(words)
    return scope.year.start <= period.start and period.end <= scope.year.end


def _heard(one: Voice) -> HeardLine:
    return HeardLine(
        one.title,
        one.on,
        one.from_whom.replace("-", " "),
        one.method.replace("-", " "),
        one.heard,
        flowing(one.text),
        flowing(one.done),
        one.done_on,
        one.told_back_on,
        flowing(one.no_change_reason),
        one.illustrative,
    )


def attendance(scope: Scope) -> AttendancePart:
    """Each agency at the meetings of the two boards where it sits: how often it came or sent apologies."""
    boards = scope.boards("leadership", "operational")
    members = {group.id: group.members for group in boards}
    mine = [each for each in scope.known(Meeting) if each.group in members and scope.holds(each.on)]
    held = [each for each in mine if each.held]
    expected: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in held:
        for agency in {*members[meeting.group], *meeting.present, *meeting.apologies}:
            expected[agency].append(meeting)
    lines = [_attended(scope, agency, meetings) for agency, meetings in expected.items()]
    return AttendancePart(
        head(scope, "attendance", "" if held else "No meeting of a board in the year is recorded as held."),
        tuple(group.name for group in boards),
        len(held),
        sum(each.held is False for each in mine),
        tuple(sorted(lines, key=lambda each: (each.came - each.expected, each.agency))),
        tuple(_met(scope)),
    )


def _met(scope: Scope) -> Iterator[Met]:
    """The groups that say how often they meet, the leadership first."""
    for group in scope.boards("leadership", "operational", "subgroup"):
        found = rhythm(scope.register, group, scope.last)
        if found:
            yield Met(
                *(group.name, found.promised, found.owed, found.held, found.gap, found.since),
                illustrative=group.illustrative,
            )


def _attended(scope: Scope, agency: str, meetings: list[Meeting]) -> Attended:
    return Attended(
        agency_called(scope.register, agency),
        len(meetings),
        sum(agency in each.present for each in meetings),
        sum(agency in each.apologies for each in meetings),
        any(each.illustrative for each in meetings),
    )
