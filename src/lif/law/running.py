"""Every clock of a duty that the records run: on which record, since when, due when, and its state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from lif.calendars import financial_year_of, parse_period
from lif.law.cases import Case, verdict_of
from lif.law.compliance import Verdict, judged
from lif.law.days import Moment, began, case_of, incident_of, moment, reviews_of
from lif.law.duties import Due, due
from lif.records.audits import Audit
from lif.records.incidents import CaseConsidered, Incident
from lif.records.inspections import Inspection
from lif.records.law import Clock, Duty, Extension
from lif.records.publications import Publication
from lif.records.record import Record, stands
from lif.records.reviews import Review
from lif.register import Register

_LAST_YEAR = date(9990, 12, 31)
"""After it a year has no next one that can be written."""

_RECORDS: dict[str, type[Record]] = {
    "incident": Incident,
    "review": Review,
    "case-considered": CaseConsidered,
    "publication": Publication,
    "inspection": Inspection,
    "audit": Audit,
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """One clock of one duty on one record, as it stood on a day.

    `record` is None for a yearly report of which there is no record; `address` is then the board's.
    `beside` is the due date by another day from which some count, where that date is earlier. `also` are
    the other records of the case whose extensions of this duty count.
    """

    duty: Duty
    clock: Clock
    record: Record | None
    address: str
    due: Due
    done: Moment | None
    verdict: Verdict
    beside: Due | None = None
    about: str = ""
    extensions: tuple[Extension, ...] = ()
    also: tuple[str, ...] = ()


def running(register: Register, as_at: date) -> tuple[Deadline, ...]:
    """Every clock that the records run by a day, by duty and then by record; what came later is not known."""
    found = [
        deadline
        for duty in register.all(Duty)
        if stands(duty, as_at)
        for clock in duty.clocks
        for deadline in _of_clock(register, duty, clock, as_at)
    ]
    return tuple(found)


def _of_clock(register: Register, duty: Duty, clock: Clock, as_at: date) -> Iterator[Deadline]:
    if clock.of == "financial-year":
        yield from _years(register, duty, clock, as_at)
    elif clock.of == "recommendation":
        yield from _recommendations(register, duty, clock, as_at)
    else:
        for record in register.all(_RECORDS[clock.of]):
            if stands(record, as_at) and _wanted(register, duty, clock, record, as_at):
                found = _deadline(register, duty, clock, record, as_at)
                if found:
                    yield found


def _wanted(register: Register, duty: Duty, clock: Clock, record: Record, as_at: date) -> bool:
    """Whether the record is of the clock's sorts, and no other record runs the same clock for it."""
    sort = record.decision if isinstance(record, CaseConsidered) else getattr(record, "sort", None)
    if clock.sorts and sort not in clock.sorts:
        return False
    others = {one.of: one for one in duty.clocks}
    if isinstance(record, Review) and "incident" in others:
        incident = incident_of(register, record)
        theirs = others["incident"]
        if incident is None or (theirs.sorts and incident.sort not in theirs.sorts):
            return True
        if theirs.told and (incident.notified_to or incident.notices):
            return False  # who was told stands in the incident alone
        return moment(register, incident, theirs.starts, as_at, theirs.told) is None
    if isinstance(record, Review) and "case-considered" in others:
        return case_of(register, record) is None
    return True


def _deadline(register: Register, duty: Duty, clock: Clock, record: Record, as_at: date) -> Deadline | None:
    """The clock on one record; None where it never started, or the duty did not stand for the case."""
    backwards = duty.limit is not None and duty.limit.direction == "before"
    start = moment(register, record, clock.starts, as_at, clock.told if clock.starts == "notified" else None)
    if start is None or (start.planned and not backwards):
        return None
    first = began(register, record, as_at)
    counted = due(register, duty, start.when, first)
    later_rule = isinstance(record, Incident) and first and duty.since and first < duty.since
    if not counted.applies or later_rule:
        return None
    stop = _stop(register, clock, record, as_at)
    others = reviews_of(register, record) if isinstance(record, Incident) else ()
    held = (one for each in (record, *others) for one in getattr(each, "extensions", ()))
    extensions = tuple(one for one in held if one.duty == duty.id)
    case = Case(register, clock, record, counted, start, stop, extensions, as_at)
    return Deadline(
        *(duty, clock, record, record.id, counted, stop, verdict_of(case)),
        beside=_beside(case, duty),
        extensions=extensions,
        also=tuple(one.id for one in others),
    )


def _stop(register: Register, clock: Clock, record: Record, as_at: date) -> Moment | None:
    """When it was done, if that had happened."""
    name = clock.stops
    unpublished = isinstance(record, Review) and record.publication == "not-to-be-published"
    if clock.stops_unpublished and unpublished:
        name = clock.stops_unpublished
    told = clock.told if name == "notified" else None
    found = moment(register, record, name, as_at, told) if name else None
    return None if found and found.planned else found


def _beside(case: Case, duty: Duty) -> Due | None:
    """The due date by the other day from which some count, where that is earlier."""
    if case.clock.beside is None:
        return None
    other = moment(case.register, case.record, case.clock.beside, case.as_at)
    counted = due(case.register, duty, other.when) if other and not other.planned else None
    earlier = counted and counted.on and case.due.on and counted.on < case.due.on
    return counted if earlier else None


def coming(register: Register, as_at: date, until: date) -> tuple[Deadline, ...]:
    """Clocks of years that had not ended by a day, and that run out by `until`: their dates are known before.

    They are no deadlines yet; a calendar of the year ahead shows them.
    """
    found = [
        deadline
        for duty in register.all(Duty)
        if stands(duty, as_at)
        for clock in duty.clocks
        if clock.of == "financial-year"
        for deadline in _years(register, duty, clock, as_at, until)
        if deadline.due.trigger > as_at
    ]
    return tuple(one for one in found if one.due.on and one.due.on <= until)


def _years(
    register: Register, duty: Duty, clock: Clock, as_at: date, until: date | None = None
) -> Iterator[Deadline]:
    """One clock for each financial year that had ended, or ends by `until`, with its yearly report if any."""
    if duty.since is None:
        return
    reports = {
        parse_period(one.period): one
        for one in register.all(Publication)
        if one.sort == "yearly-report" and one.period and stands(one, as_at)
    }
    ended = until or as_at
    last = min(ended, duty.until or ended, _LAST_YEAR)
    year = financial_year_of(duty.since)
    while year.end <= last:
        report = reports.get(year)
        counted = due(register, duty, year.end)
        stop = _stop(register, clock, report, as_at) if report else None
        verdict = judged(counted, stop.on if stop else None, as_at)
        if report is None and verdict.state == "breached":
            note = f"there is no record of a report on {year.label}"
            verdict = replace(verdict, state="unknown", days=None, note=note)
        address = report.id if report else register.board_id
        yield Deadline(duty, clock, report, address, counted, stop, verdict, None, year.label)
        year = year.next()


def _recommendations(register: Register, duty: Duty, clock: Clock, as_at: date) -> Iterator[Deadline]:
    """One clock for each recommendation of a published review or inspection."""
    for kind, field in ((Review, "recommendations"), (Inspection, "areas_for_improvement")):
        for record in register.all(kind):
            start = moment(register, record, clock.starts, as_at)
            if not stands(record, as_at) or start is None or start.planned:
                continue
            if clock.sorts and kind.kind not in clock.sorts:
                continue
            counted = due(register, duty, start.when, began(register, record, as_at))
            if not counted.applies:
                continue
            for one in getattr(record, field):
                answered = one.responded_on if one.responded_on and one.responded_on <= as_at else None
                done = Moment(answered) if answered else None
                address = f"{record.id}/{one.id}"
                verdict = judged(counted, answered, as_at)
                yield Deadline(duty, clock, record, address, counted, done, verdict, None, "recommendation")
