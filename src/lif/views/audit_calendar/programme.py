"""The audits of a year as the board planned them, with what has moved and what came of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.calendars import Period, parse_period
from lif.records.audits import Audit
from lif.register import Register
from lif.views.as_known import as_known
from lif.views.audit_tables import came_of_it, graded_words
from lif.views.audits import AuditLine, Stage, audit_lines, put_off_by
from lif.views.called import agency_called, called_at
from lif.views.shown import flowing

Place = Literal["planned", "carried-over", "moved-out"]
"""Planned: for a quarter of the year. Carried over: for an earlier one, and not over when the year began.
Moved out: planned for the year once, and now for another."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One change of an audit's quarter: from and to in a few characters, when, why, and who agreed."""

    title: str
    from_quarter: str
    to_quarter: str
    on: date
    reason: str
    agreed_by: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """One audit of the year as it stood on a day.

    `quarter` is the quarter it is now planned for in words, `short` in a few characters, `begins` and
    `ends` its days. `serves` are the priorities, and the parts of the framework it bears on, by name.
    `graded` says how many cases were good or better of how many, empty while not known. `came_of_it` says
    in counts what was found and asked, `repeated_by` is the audit that repeats it.
    """

    id: str
    title: str
    sort: str
    lead: str
    place: Place
    quarter: str
    short: str
    begins: date
    ends: date
    stage: Stage
    stage_on: date | None
    started: date | None
    fieldwork_ended: date | None
    moderated_on: date | None
    reported: date | None
    given_up_because: str
    why: str
    themes: tuple[str, ...]
    agencies: tuple[str, ...]
    not_returned: tuple[str, ...]
    priorities: tuple[str, ...]
    serves: tuple[str, ...]
    graded: str
    came_of_it: str
    repeat_due: date | None
    repeated_by: str
    slips: tuple[Slip, ...]
    illustrative: bool


def programme(register: Register, as_at: date, year: Period, group: str | None) -> tuple[ProgrammeLine, ...]:
    """The audits of a financial year by quarter: planned for it, carried over into it, or moved out of it."""
    found = []
    for line in audit_lines(register, as_at, group=group):
        audit = register.record(Audit, line.id)
        place = _place(audit, line, year, as_at)
        if place:
            found.append(_line(register, audit, line, place, as_at))
    return tuple(found)


def _place(audit: Audit, line: AuditLine, year: Period, as_at: date) -> Place | None:
    """How an audit belongs to a year; None where it does not."""
    if year.contains(line.quarter.start):
        return "planned"
    over = min((day for day in (audit.reported, audit.cancelled) if day), default=None)
    if line.quarter.end < year.start <= as_at and (over is None or over >= year.start):
        return "carried-over"
    once = (parse_period(one.from_quarter) for one in put_off_by(audit, as_at))
    return "moved-out" if any(year.contains(quarter.start) for quarter in once) else None


def _line(register: Register, audit: Audit, line: AuditLine, place: Place, as_at: date) -> ProgrammeLine:
    seen = as_known(register, audit, as_at)
    return ProgrammeLine(
        id=line.id,
        title=line.title,
        sort=line.sort,
        lead=line.group_name,
        place=place,
        quarter=line.quarter.label,
        short=line.quarter.short,
        begins=line.quarter.start,
        ends=line.quarter.end,
        stage=line.stage,
        stage_on=line.stage_on,
        started=seen.started,
        fieldwork_ended=seen.fieldwork_ended,
        moderated_on=seen.moderated_on,
        reported=line.reported,
        given_up_because=flowing(seen.cancelled_reason),
        why=flowing(audit.why),
        themes=_names(register, line.themes),
        agencies=tuple(agency_called(register, one) for one in audit.agencies),
        not_returned=tuple(agency_called(register, one) for one in seen.not_returned),
        priorities=_names(register, line.priorities),
        serves=_names(register, _whole(audit.bears_on, line.priorities)),
        graded=graded_words(line),
        came_of_it=came_of_it(line),
        repeat_due=line.repeat_due,
        repeated_by=called_at(register, line.repeat) if line.repeat else "",
        slips=_slips(register, audit, as_at),
        illustrative=line.illustrative,
    )


def _slips(register: Register, audit: Audit, as_at: date) -> tuple[Slip, ...]:
    return tuple(
        Slip(
            audit.title,
            parse_period(one.from_quarter).short,
            parse_period(one.to_quarter).short,
            one.on,
            flowing(one.reason),
            called_at(register, one.agreed_by),
            audit.illustrative,
        )
        for one in put_off_by(audit, as_at)
    )


def _names(register: Register, addresses: Iterable[str]) -> tuple[str, ...]:
    """What readers call each, once."""
    return tuple(dict.fromkeys(called_at(register, one) for one in addresses))


def _whole(addresses: Iterable[str], other: tuple[str, ...]) -> tuple[str, ...]:
    """The records at or around some addresses, but for those that are told already."""
    return tuple(id_ for one in addresses if (id_ := one.partition("/")[0]) not in other)
