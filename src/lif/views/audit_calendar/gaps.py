"""What the programme does not cover: priorities, audits that the framework asks for, agencies, repeats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.calendars import add_months
from lif.measures.standing import has_ended
from lif.records.audits import Audit
from lif.records.elements import AuditActivity, Element
from lif.records.governance import Agency
from lif.records.record import stands
from lif.register import Register
from lif.views.audit_calendar.programme import ProgrammeLine
from lif.views.audit_cover import MONTHS, priority_cover
from lif.views.audits import AHEAD, AuditLine, audit_lines
from lif.views.called import agency_called, called_at
from lif.views.shown import flowing

Covered = Literal["covered", "late", "gap"]
"""Gap: nothing was reported in the time looked back on, and nothing comes. Late: nothing was, and what is to
come should have begun."""


@dataclass(frozen=True, slots=True)
class CoverLine:
    """What the calendar holds for one priority, or for one audit that the framework asks for.

    `last` is the audit reported last with its day, `coming` the next one with its quarter, `late` those that
    should have begun, all by title.
    """

    what: str
    part: str
    last: str
    last_on: date | None
    coming: str
    coming_quarter: str
    late: tuple[str, ...]
    state: Covered
    illustrative: bool


@dataclass(frozen=True, slots=True)
class RepeatLine:
    """An audit that is to be repeated: by when, and by which audit, where one stands in the calendar."""

    id: str
    title: str
    reported: date
    due: date
    repeated_by: str
    late: bool
    illustrative: bool


def priorities(register: Register, as_at: date) -> tuple[CoverLine, ...]:
    """Every priority, those without an audit a year back and ahead first."""
    return tuple(
        CoverLine(
            cover.name,
            "",
            called_at(register, cover.last) if cover.last else "",
            cover.last_on,
            called_at(register, cover.next) if cover.next else "",
            cover.next_quarter.short if cover.next_quarter else "",
            tuple(called_at(register, one) for one in cover.late),
            ("late" if cover.late else "gap") if cover.gap else "covered",
            cover.illustrative,
        )
        for cover in priority_cover(register, as_at)
    )


def asked_by_the_framework(register: Register, as_at: date) -> tuple[CoverLine, ...]:
    """Every audit that the framework says is held, with the last one and the next.

    One with a cycle is looked for as many years back as it says, any other for twelve months.
    """
    lines = audit_lines(register, as_at)
    return tuple(
        _activity(register, element, one, lines, as_at)
        for element in register.all(Element)
        if not has_ended(element, as_at)
        for one in element.audit_activity
        if stands(one, as_at)
    )


def _activity(
    register: Register, element: Element, one: AuditActivity, lines: Sequence[AuditLine], as_at: date
) -> CoverLine:
    address = f"{element.id}/{one.id}"
    mine = [line for line in lines if address in register.record(Audit, line.id).bears_on]
    told = [(line.reported, line) for line in mine if line.reported and line.stage != "given-up"]
    last_on, last = max(told, key=lambda each: (each[0], each[1].id), default=(None, None))
    months = one.every_years * 12 if one.every_years else MONTHS
    until = add_months(as_at, MONTHS)
    coming = next((line for line in mine if line.stage in AHEAD and line.quarter.start <= until), None)
    late = tuple(line.title for line in mine if line.stage == "late")
    recent = last_on is not None and last_on > add_months(as_at, -months)
    covered = recent or coming is not None
    used = [line for line in (last, coming) if line]
    return CoverLine(
        flowing(one.text),
        element.name,
        last.title if last else "",
        last_on,
        coming.title if coming else "",
        coming.quarter.short if coming else "",
        late,
        "covered" if covered else "late" if late else "gap",
        any(line.illustrative for line in used),
    )


def left_out(register: Register, lines: Sequence[ProgrammeLine], as_at: date) -> tuple[str, ...]:
    """The agencies that take part in no audit of the year, by name.

    Those are looked for that ever took part in one, and the statutory partners.
    """
    taking = {
        agency
        for line in lines
        if line.place != "moved-out" and line.stage != "given-up"
        for agency in register.record(Audit, line.id).agencies
    }
    ever = {agency for audit in register.all(Audit) for agency in audit.agencies}
    return tuple(
        agency_called(register, agency.id)
        for agency in register.all(Agency)
        if (agency.id in ever or agency.statutory_partner)
        and agency.id not in taking
        and not has_ended(agency, as_at)
        and not (agency.since and agency.since > as_at)
    )


def repeats(register: Register, as_at: date, until: date, group: str | None) -> tuple[RepeatLine, ...]:
    """Reported audits to be repeated by a day, and those of which that day has passed, by due date."""
    found = [
        RepeatLine(
            line.id,
            line.title,
            line.reported,
            line.repeat_due,
            called_at(register, line.repeat) if line.repeat else "",
            line.stage == "repeat-due",
            line.illustrative,
        )
        for line in audit_lines(register, as_at, group=group)
        if line.reported and line.repeat_due and line.repeat_due <= until and _wanted(register, line, as_at)
    ]
    return tuple(sorted(found, key=lambda one: (one.due, one.id)))


def _wanted(register: Register, line: AuditLine, as_at: date) -> bool:
    """Whether the repeat is still to come: no audit that repeats it was reported by the day."""
    again = register.find(Audit, line.repeat) if line.repeat else None
    return again is None or again.reported is None or again.reported > as_at
