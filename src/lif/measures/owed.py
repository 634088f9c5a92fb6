"""What agencies owe by their schedules: for which periods, due when, and which return came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from lif.calendars import Period, PeriodKind, month, parse_period, quarter_of, term_of
from lif.records.figures import Return, ReturnSchedule
from lif.records.record import stands
from lif.register import Register

_FIRST: Mapping[str, Callable[[date], Period]] = {
    "quarter": quarter_of,
    "month": lambda day: month(day.year, day.month),
    "term": term_of,
}
_KINDS = {"quarter": PeriodKind.QUARTER, "month": PeriodKind.MONTH, "term": PeriodKind.TERM}
_NO_NEXT = (PeriodKind.SNAPSHOT, PeriodKind.ROLLING_YEAR, PeriodKind.YEAR_TO_DATE)


@dataclass(frozen=True, slots=True)
class Owed:
    """One return that an agency owes: its due day, and the record of it when there is one.

    `measures` are the series it must fill; none for a return that no schedule asks for. `contacts` are
    the roles that send it, as the schedules of the period have them.
    """

    agency: str
    period: Period
    due: date
    held: Return | None
    measures: tuple[str, ...]
    contacts: tuple[str, ...] = ()

    def received(self, as_at: date) -> date | None:
        """The day it came, or None while it had not come by `as_at`."""
        came = self.held.received if self.held else None
        return came if came is not None and came <= as_at else None


def owed(register: Register, until: date) -> tuple[Owed, ...]:
    """Every return for a period that had ended by a day, by agency; a record's own due day counts."""
    held = {(r.agency, parse_period(r.period)): r for r in register.all(Return) if stands(r, until)}
    found: dict[tuple[str, Period], Owed] = {}
    for schedule in register.all(ReturnSchedule):
        if not stands(schedule, until):
            continue
        of_agency = (period for agency, period in held if agency == schedule.agency)
        for period in chain(_periods(schedule, until), filter(lambda p: _covers(schedule, p), of_agency)):
            key = (schedule.agency, period)
            return_ = held.get(key)
            due = return_.due if return_ else period.end + timedelta(days=schedule.due_days_after)
            before = found.get(key) or Owed(*key, due, return_, ())
            measures = tuple(dict.fromkeys((*before.measures, *schedule.measures)))
            contacts = (*before.contacts, *filter(None, (schedule.contact,)))
            found[key] = Owed(*key, due, return_, measures, contacts)
    for key, return_ in held.items():
        found.setdefault(key, Owed(*key, return_.due, return_, ()))
    return tuple(sorted(found.values(), key=lambda each: (each.agency, each.period.sort_key)))


def _periods(schedule: ReturnSchedule, until: date) -> Iterator[Period]:
    """The periods of a schedule that had ended by a day; none where one does not lead to the next."""
    since = parse_period(schedule.since)
    first = _FIRST.get(schedule.every)
    period = first(since.start) if first else since
    while period.end <= until and _covers(schedule, period):
        yield period
        if period.kind in _NO_NEXT:
            return
        period = period.next()


def _covers(schedule: ReturnSchedule, period: Period) -> bool:
    """Whether the schedule asks for a return of the period."""
    since = parse_period(schedule.since)
    last = parse_period(schedule.until).end if schedule.until else date.max
    kind = _KINDS.get(schedule.every, since.kind)
    return period.kind is kind and since.start <= period.end <= last
