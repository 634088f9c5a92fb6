"""The yearly reports of partners: owed, come, approved at home and by the board, and what each says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.calendars import Period, parse_period
from lif.checks.successors import answering_on
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
    day = min(year.end, as_at)
    found = _of(register, year, as_at)
    before = _before(register, year, as_at)
    asked = {one.agency for one in found} | {answering_on(register, one.agency, day) for one in found}

    def wanted(agency: str) -> bool:
        return only in ("", answering_on(register, agency, as_at))

    lines = [
        _line(register, one, _stand_before(before, one.agency, _by(register, one, as_at)), year, as_at)
        for one in found
        if wanted(one.agency)
    ]
    lines += [
        _not_asked(register, agency, _stand_before(before, agency), year, as_at)
        for agency in _expected(register, set(before), day)
        if agency not in asked and wanted(agency)
    ]
    return tuple(sorted(lines, key=lambda line: (STANDS.index(line.stand), line.agency)))


def _by(register: Register, one: PartnerReport, as_at: date) -> str:
    """Whose report it is: of who was there when it came, or who answers for it while it has not."""
    return answering_on(register, one.agency, one.received or as_at)


def _before(register: Register, year: Period, as_at: date) -> dict[str, list[Stand]]:
    """What became of the reports of the year before, by who wrote them and by who took over since."""
    day = min(year.end, as_at)
    found: dict[str, list[Stand]] = {}
    for one in _of(register, year.previous(), as_at):
        for agency in {one.agency, answering_on(register, one.agency, day)}:
            found.setdefault(agency, []).append(stand_of(one, as_at))
    return found


def _stand_before(before: Mapping[str, list[Stand]], *agencies: str) -> Stand | Literal[""]:
    """What became of an agency's report of the year before; of several that it took over, the worst."""
    known = next((before[agency] for agency in agencies if agency in before), [])
    return min(known, key=STANDS.index, default="")


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


def _expected(register: Register, before: set[str], day: date) -> list[str]:
    """Of whom a report is looked for: statutory partners, and who reported before, where they were there."""
    return [
        agency.id
        for agency in register.all(Agency)
        if (agency.statutory_partner or agency.id in before)
        and not has_ended(agency, day)
        and not (agency.since and agency.since > day)
    ]


def _line(
    register: Register, seen: PartnerReport, before: Stand | Literal[""], year: Period, as_at: date
) -> ReportLine:
    meeting, approved = register.find(Meeting, seen.taken_at), seen.own_approval_on
    came, agency = seen.received, _by(register, seen, as_at)
    return ReportLine(
        id=seen.id,
        agency=agency_called(register, agency),
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
        evidence=_evidence(register, agency, year, as_at, came or as_at),
        before=before,
        illustrative=seen.illustrative,
    )


def _not_asked(
    register: Register, agency: str, before: Stand | Literal[""], year: Period, as_at: date
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
        evidence=_evidence(register, agency, year, as_at, as_at),
        before=before,
        illustrative=False,
    )


def _evidence(register: Register, agency: str, year: Period, as_at: date, day: date) -> Shown:
    """What an agency supplied from the first day of the year on, and whom it had taken over by the day."""
    found = Counter(
        one.strength
        for one in register.all(Evidence)
        if one.supplied_by
        and answering_on(register, one.supplied_by, day) == agency
        and year.start <= one.on <= as_at
        and stands(one, as_at)
    )
    return Shown(found["supports"], found["mixed"], found["contradicts"])
