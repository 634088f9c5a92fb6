"""Returns against what each agency owes: missing, awaited, incomplete, not owed, sent twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from lif.calendars import Period, parse_period
from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.records.figures import Return, ReturnSchedule, Value
from lif.register import Register

_NAMED = 6
_LAST_YEAR = 2200


@check("F101", Severity.WARNING)
def return_missing(register: Register, as_at: date) -> Iterator[Finding]:
    """An agency owes a return, its day has passed, and there is no record of it.

    Why:
        A gap in a chart looks like nothing to worry about; the board has to know that it was not told.
    Fails:
        A schedule of quarters since 2024-25-Q1, and no return for 2024-25-Q3 on 2025-03-10.
    Mend:
        Enter the return when it comes; until then make its record with the day it was due, so that it is
        listed as awaited. If the agency owes it no longer, end the schedule with `until`.
    Source:
        The schedule of returns. A missing return is "not due yet" until its day, and a finding after it.
    """
    there = {(one.agency, one.period) for one in register.all(Return)}
    unreadable = [bad.id for bad in register.unreadable.values() if bad.kind == Return.kind]
    for schedule in register.all(ReturnSchedule):
        missing = [
            period
            for period in owed(schedule, as_at)
            if (schedule.agency, str(period)) not in there
            and not any(period.slug in id_ for id_ in unreadable)
        ]
        if missing and not schedule.retired:
            named = ", ".join(str(period) for period in missing[:_NAMED])
            more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
            message = f"no return from '{schedule.agency}' for {named}{more}"
            hint = f"ask for it, or make '{schedule.agency}-{missing[0].slug}' with the day it was due"
            yield Finding(schedule.id, ("since",), message, hint)


def owed(schedule: ReturnSchedule, as_at: date) -> Iterator[Period]:
    """The periods of a schedule whose due day had passed by the day, in order."""
    period = parse_period(schedule.since)
    last = parse_period(schedule.until) if schedule.until else None
    if not fits(schedule.every, period) or (last and not fits(schedule.every, last)):
        return
    while (as_at - period.end).days > schedule.due_days_after and period.end.year < _LAST_YEAR:
        if last is not None and period.end > last.end:
            return
        yield period
        period = period.next()


def fits(every: str, period: Period) -> bool:
    """Whether a period is one of those in which returns come every month, quarter, term or year."""
    if every == "year":
        return period.kind.value in ("financial-year", "academic-year", "calendar-year")
    return period.kind.value == every


@check("F102", Severity.WARNING)
def return_awaited(register: Register, as_at: date) -> Iterator[Finding]:
    """The day has passed on which a return was due, and it has not come.

    Why:
        Its figures are missing from the scorecard, and the agency may not know.
    Fails:
        due: 2025-01-28, without received, on 2025-03-10.
    Mend:
        Ask the agency; enter `received` and the figures when they come.
    Source:
        The schedule of returns. Being awaited is a warning, never an error.
    """
    for return_ in register.all(Return):
        if return_.due < as_at and (return_.received is None or return_.received > as_at):
            message = f"due on {return_.due.isoformat()}, and '{return_.agency}' has not sent it"
            yield Finding(return_.id, ("due",), message, "ask for it; enter 'received' when it comes")


@check("F103", Severity.WARNING)
def return_not_owed(register: Register, as_at: date) -> Iterator[Finding]:
    """There is a return for a period that its agency does not owe by any schedule.

    Why:
        The agency or the period may be mistyped; or the schedule is out of date, and a later gap would
        not be noticed.
    Fails:
        A return of 2023-24-Q4, where the schedule begins with 2024-25-Q1.
    Mend:
        Correct the return, or the `since` and `until` of the schedule.
    Source:
        The schedule of returns.
    """
    schedules = _by_agency(register)
    if not schedules:
        return
    for return_ in register.all(Return):
        if not _covering(schedules[return_.agency], parse_period(return_.period)):
            message = f"no schedule says that '{return_.agency}' owes {return_.period}"
            yield Finding(return_.id, ("period",), message, "correct the period, or the agency's schedule")


@check("F104", Severity.WARNING)
def return_incomplete(register: Register, as_at: date) -> Iterator[Finding]:
    """A return came without a measure that it owes.

    Why:
        Nobody can tell whether it is nought, not yet known, or forgotten.
    Fails:
        A return without return-interviews/quarter, which its schedule lists.
    Mend:
        Add the value, or add it with a status that says why there is none, such as awaited.
    Source:
        The schedule of returns. Blank is an error in a figure and a question in a return.
    """
    schedules = _by_agency(register)
    for return_ in register.all(Return):
        if return_.received is None or return_.received > as_at:
            continue
        there = {value.measure for value in return_.values if is_of(value, return_)}
        owes = _covering(schedules[return_.agency], parse_period(return_.period))
        missing = [one for schedule in owes for one in schedule.measures if one not in there]
        if missing:
            named = ", ".join(f"'{one}'" for one in missing[:_NAMED])
            more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
            message = f"it came without {named}{more}"
            hint = "add the value, or add it with a status that says why there is none"
            yield Finding(return_.id, ("period",), message, hint)


def is_of(value: Value, return_: Return) -> bool:
    """Whether a value is of the return's own period, or of one that is mistyped and told of elsewhere."""
    if value.period is None or value.period == return_.period:
        return True
    return parse_period(value.period).kind is not parse_period(return_.period).kind


@check("F105")
def return_twice(register: Register, as_at: date) -> Iterator[Finding]:
    """Two records hold the return of one agency for one period.

    Why:
        Its figures would be counted twice, or the wrong one would be printed.
    Fails:
        police-2024-25-q3 and police-2024-25-q3-late, both of 2024-25-Q3.
    Mend:
        Bring the figures together in one record; what was sent later is a revision.
    Source:
        One file an agency and period.
    """
    seen: dict[tuple[str, str], str] = {}
    for return_ in register.all(Return):
        first = seen.setdefault((return_.agency, return_.period), return_.id)
        if first != return_.id:
            message = f"'{first}' is the return of '{return_.agency}' for {return_.period} already"
            yield Finding(return_.id, ("period",), message, "bring the figures together in one record")


def _by_agency(register: Register) -> defaultdict[str, list[ReturnSchedule]]:
    schedules: defaultdict[str, list[ReturnSchedule]] = defaultdict(list)
    for schedule in register.all(ReturnSchedule):
        schedules[schedule.agency].append(schedule)
    return schedules


def _covering(schedules: list[ReturnSchedule], period: Period) -> list[ReturnSchedule]:
    """The schedules by which a period is owed."""
    found = []
    for schedule in schedules:
        since = parse_period(schedule.since)
        until = parse_period(schedule.until) if schedule.until else None
        owed_since = fits(schedule.every, period) and period.kind is since.kind and since <= period
        if owed_since and (until is None or period.end <= until.end):
            found.append(schedule)
    return found


RETURNS = (return_missing, return_awaited, return_not_owed, return_incomplete, return_twice)
