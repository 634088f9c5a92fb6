"""What stands beside voices: complaints and compliments as counts, and what groups heard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from lif.calendars import Period, parse_period
from lif.checks.voice import FEWEST
from lif.records.meetings import GroupReport
from lif.records.record import stands
from lif.records.references import Theme
from lif.records.voice import ComplaintsAndCompliments
from lif.views.as_known import as_known
from lif.views.called import agency_called, called_at
from lif.views.shown import flowing
from lif.views.voice_report.scope import Scope

NOT_SHOWN = "not shown"
"""Said of a part of a number that is itself too small to be shown."""


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """Complaints and compliments of one agency on one theme; a complaint may touch several."""

    theme: str
    complaints: str
    compliments: str


@dataclass(frozen=True, slots=True)
class ComplaintLine:
    """Complaints and compliments of one agency in one period, small numbers in words.

    On a topic only `themes` are counted, and the other counts say `not shown`.
    """

    record: str
    agency: str
    period: str
    end: date
    complaints: str
    upheld: str
    in_time: str
    compliments: str
    themes: tuple[ThemeLine, ...]
    learned: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class AgencyComplaints:
    """The periods of one agency, the newest first; `name` is the agency."""

    name: str
    lines: tuple[ComplaintLine, ...]


@dataclass(frozen=True, slots=True)
class GroupHeard:
    """What a group's report heard on a priority, from whom."""

    report: str
    group: str
    priority: str
    from_whom: str
    said: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class QuarterHeard:
    """What the reports of one quarter heard; `name` is the quarter."""

    name: str
    lines: tuple[GroupHeard, ...]


def small(count: int) -> str:
    """A count as it may be shown: none, fewer than five, or the number."""
    if count == 0:
        return "none"
    return "fewer than 5" if count < FEWEST else f"{count:,}"


def part(some: int | None, of: int) -> str:
    """A part of a count as it may be shown: of one that is too small, nothing of it is."""
    if some is None:
        return "not recorded"
    if of == 0:
        return "none"
    return NOT_SHOWN if of < FEWEST else f"{small(some)} of {of:,}"


def complaints(scope: Scope) -> tuple[AgencyComplaints, ...]:
    """The counts that had come by the day, of periods that touch the time, by agency."""
    found = []
    for one in scope.register.all(ComplaintsAndCompliments):
        period = parse_period(one.period)
        known = one.received is not None and one.received <= scope.as_at and stands(one, scope.as_at)
        if known and scope.within(period.start, period.end):
            line = _complaints(scope, as_known(scope.register, one, scope.as_at))
            if line.themes or scope.about is None:
                found.append(line)
    found.sort(key=lambda one: (one.agency.casefold(), one.agency, -one.end.toordinal(), one.record))
    return tuple(
        AgencyComplaints(agency, tuple(lines)) for agency, lines in groupby(found, key=lambda one: one.agency)
    )


def _complaints(scope: Scope, one: ComplaintsAndCompliments) -> ComplaintLine:
    period, whole = parse_period(one.period), scope.about is None
    return ComplaintLine(
        record=one.id,
        agency=agency_called(scope.register, one.agency),
        period=period.label,
        end=period.end,
        complaints=small(one.complaints) if whole else NOT_SHOWN,
        upheld=part(one.upheld, one.complaints) if whole else NOT_SHOWN,
        in_time=part(one.answered_in_time, one.complaints) if whole else NOT_SHOWN,
        compliments=small(one.compliments) if whole else NOT_SHOWN,
        themes=tuple(_themes(scope, one)),
        learned=flowing(one.text),
        illustrative=one.illustrative,
    )


def _themes(scope: Scope, one: ComplaintsAndCompliments) -> Iterator[ThemeLine]:
    for each in one.by_theme:
        if scope.named((each.theme,)):
            theme = scope.register.find(Theme, each.theme)
            name = theme.name if theme else each.theme
            yield ThemeLine(name, small(each.complaints), small(each.compliments))


_FROM = {
    "children-and-parents": "Children and parents",
    "practitioners": "Practitioners",
}
"""Of what groups hear, that from people; what audits and reviews say is told elsewhere."""


def groups_heard(scope: Scope) -> tuple[QuarterHeard, ...]:
    """What reports that had come by the day heard from people on priorities, the newest quarter first.

    A theme is named in no such report, so that on a theme there are none.
    """
    if isinstance(scope.about, Theme):
        return ()
    found: dict[Period, list[GroupHeard]] = defaultdict(list)
    for report in scope.register.all(GroupReport):
        quarter = parse_period(report.quarter)
        come = report.received is not None and report.received <= scope.as_at and stands(report, scope.as_at)
        if come and scope.within(quarter.start, quarter.end):
            found[quarter].extend(_heard(scope, report))
    newest = sorted(found, key=lambda one: one.end, reverse=True)
    return tuple(QuarterHeard(one.label, tuple(found[one])) for one in newest if found[one])


def _heard(scope: Scope, report: GroupReport) -> Iterator[GroupHeard]:
    for one in report.heard:
        mine = scope.about is None or one.priority == scope.about.id
        if mine and one.from_whom in _FROM and stands(one, scope.as_at):
            yield GroupHeard(
                report.id,
                called_at(scope.register, report.group),
                called_at(scope.register, one.priority),
                _FROM[one.from_whom],
                flowing(one.text),
                report.illustrative,
            )
