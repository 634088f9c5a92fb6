"""The yearly reports of partners: owed, come, approved at home and by the board, and what each says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.calendars import Period, parse_period
from lif.checks.successors import heir
from lif.measures.standing import has_ended
from lif.records.evidence import Evidence
from lif.records.governance import Agency
from lif.records.meetings import Meeting
from lif.records.record import stands
from lif.records.scrutiny import PartnerReport
from lif.register import Register
from lif.views.as_known import as_known
from lif.views.called import agency_called, called_at
from lif.views.shown import flowing

Stand = Literal["overdue", "not-asked", "awaited", "returned", "not-taken", "noted", "approved"]
STANDS: tuple[Stand, ...] = ("overdue", "not-asked", "returned", "not-taken", "awaited", "noted", "approved")
"""Overdue: the day has passed and nothing came. Not asked: a partner of whom no report is recorded. Returned:
the board sent it back. Not taken: it came, and no meeting has done anything with it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Evidence that an agency supplied in the year or since, in counts: for, mixed and against."""

    supports: int
    mixed: int
    contradicts: int

    @property
    def count(self) -> int:
        """How many pieces in all."""
        return self.supports + self.mixed + self.contradicts


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One partner's report for the year, as it stood on a day.

    `days_late` counts from the day after it was due, to the day it came or to that of the paper.
    `own_approval` is the partner's own governance, and `approved_first` whether it had approved the report by
    the day it came. `taken_by` took it on `taken_on`. `impact` is what it shows of the difference made.
    `before` is what became of the report of the year before, empty where there was none.
    """

    id: str
    agency: str
    title: str
    stand: Stand
    due: date | None
    received: date | None
    days_late: int
    own_approval: str
    own_approval_on: date | None
    approved_first: bool
    taken_by: str
    taken_on: date | None
    text: str
    impact: str
    themes: tuple[str, ...]
    priorities: tuple[str, ...]
    evidence: Shown
    before: Stand | Literal[""]
    illustrative: bool


def year_of(register: Register, as_at: date) -> Period | None:
    """The last year whose reports were due by the day, else the last of which any is known."""
    every = [one for one in register.all(PartnerReport) if _known(one, as_at)]
    due = [parse_period(one.period) for one in every if one.due <= as_at]
    found = due or [parse_period(one.period) for one in every]
    return max(found, key=lambda period: period.sort_key, default=None)


def report_lines(register: Register, year: Period, only: str, as_at: date) -> tuple[ReportLine, ...]:
    """The reports for a year, what is missing first; of one agency where `only` is its id."""
    found = {heir(register, one.agency): one for one in _of(register, year, as_at)}
    before = {heir(register, one.agency): one for one in _of(register, _previous(year), as_at)}
    lines = [
        _line(register, one, before.get(agency), year, as_at)
        for agency, one in found.items()
        if only in ("", agency)
    ]
    lines += [
        _not_asked(register, agency, before.get(agency), year, as_at)
        for agency in _expected(register, set(before), as_at)
        if agency not in found and only in ("", agency)
    ]
    return tuple(sorted(lines, key=lambda line: (STANDS.index(line.stand), line.agency)))


def stand_of(seen: PartnerReport, as_at: date) -> Stand:
    """Where a report stands; `seen` is the record as it was known on the day."""
    if seen.received is None:
        return "overdue" if seen.due < as_at else "awaited"
    return seen.outcome or "not-taken"


def _known(one: PartnerReport, as_at: date) -> bool:
    return stands(one, as_at) and parse_period(one.period).start <= as_at


def _of(register: Register, year: Period, as_at: date) -> list[PartnerReport]:
    return [
        as_known(register, one, as_at)
        for one in register.all(PartnerReport)
        if _known(one, as_at) and year.contains(parse_period(one.period).start)
    ]


def _previous(year: Period) -> Period:
    return year.previous()


def _expected(register: Register, before: set[str], as_at: date) -> list[str]:
    """Of whom a report is looked for: the statutory partners, and who reported the year before."""
    return [
        agency.id
        for agency in register.all(Agency)
        if (agency.statutory_partner or agency.id in before)
        and not has_ended(agency, as_at)
        and not (agency.since and agency.since > as_at)
    ]


def _line(
    register: Register, seen: PartnerReport, before: PartnerReport | None, year: Period, as_at: date
) -> ReportLine:
    meeting, approved = register.find(Meeting, seen.taken_at), seen.own_approval_on
    came = seen.received
    return ReportLine(
        id=seen.id,
        agency=agency_called(register, seen.agency),
        title=seen.title,
        stand=stand_of(seen, as_at),
        due=seen.due,
        received=came,
        days_late=max(((came or as_at) - seen.due).days, 0),
        own_approval=seen.own_approval or "",
        own_approval_on=approved,
        approved_first=bool(seen.own_approval and came and (approved is None or approved <= came)),
        taken_by=called_at(register, meeting.group) if meeting else "",
        taken_on=meeting.on if meeting else None,
        text=flowing(seen.text),
        impact=flowing(seen.impact),
        themes=tuple(called_at(register, one) for one in seen.themes),
        priorities=tuple(called_at(register, one) for one in seen.priorities),
        evidence=_evidence(register, heir(register, seen.agency), year, as_at),
        before=stand_of(before, as_at) if before else "",
        illustrative=seen.illustrative,
    )


def _not_asked(
    register: Register, agency: str, before: PartnerReport | None, year: Period, as_at: date
) -> ReportLine:
    return ReportLine(
        id="",
        agency=agency_called(register, agency),
        title="",
        stand="not-asked",
        due=None,
        received=None,
        days_late=0,
        own_approval="",
        own_approval_on=None,
        approved_first=False,
        taken_by="",
        taken_on=None,
        text="",
        impact="",
        themes=(),
        priorities=(),
        evidence=_evidence(register, agency, year, as_at),
        before=stand_of(before, as_at) if before else "",
        illustrative=False,
    )


def _evidence(register: Register, agency: str, year: Period, as_at: date) -> Shown:
    """What an agency supplied that dates from the first day of the year on."""
    found = Counter(
        one.strength
        for one in register.all(Evidence)
        if one.supplied_by
        and heir(register, one.supplied_by) == agency
        and year.start <= one.on <= as_at
        and stands(one, as_at)
    )
    return Shown(found["supports"], found["mixed"], found["contradicts"])
