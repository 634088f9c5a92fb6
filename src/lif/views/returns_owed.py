"""Who owes which return: due, received, queried, late, how much is filled, and how often late before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.calendars import Period, PeriodKind, quarter_of
from lif.checks.cycles import newest
from lif.checks.successors import line_of
from lif.measures.owed import Owed, owed
from lif.measures.standing import by
from lif.records.figures import Query, Return
from lif.records.record import stands
from lif.records.section11 import Section11Return
from lif.register import Register
from lif.views.called import agency_called
from lif.views.return_filled import filled
from lif.views.returns_asked.lines import is_made_up
from lif.views.senders import author, sender

State = Literal["late", "queried", "incomplete", "not-due-yet", "received-late", "received"]
OUTSTANDING: frozenset[State] = frozenset(("late", "queried", "incomplete"))
"""States in which the agency still owes something that was due."""

LOOKED_BACK = 8
"""So many earlier returns are looked at for how often they were late."""


@dataclass(frozen=True, slots=True)
class ReturnOwed:
    """One return as it stood on a day.

    `record` is the id of its record, empty where there is none yet. `filled` of the `owed` measures have a
    figure, `not_available` are said to have none, and `missing` names the others. `late_before` of the
    `of_before` earlier returns of the agency came late, or had not come. `days_late` counts to the day it
    came. `role` is whom to ask; empty where nobody is named.
    """

    agency: str
    agency_name: str
    sort: Literal["figures", "section-11"]
    period: str
    due: date
    received: date | None
    state: State
    days_late: int
    open_queries: int
    queried_since: date | None
    owed: int
    filled: int
    not_available: int
    missing: tuple[str, ...]
    late_before: int
    of_before: int
    chases: int
    last_chased: date | None
    role: str
    role_name: str
    role_ended: bool
    record: str
    illustrative: bool

    @property
    def outstanding(self) -> bool:
        """Whether something is owed that was due."""
        return self.state in OUTSTANDING


def collected(register: Register, as_at: date) -> Period | None:
    """The quarter being collected: the last one that had ended by a day and is owed by anybody.

    Where no return is quarterly it is the quarter in which the last period ended.
    """
    ended = [each.period for each in _every(register, as_at)]
    quarters = [period for period in ended if period.kind is PeriodKind.QUARTER]
    return max(quarters or [quarter_of(period.end) for period in ended], default=None)


def returns_owed(
    register: Register, as_at: date, quarter: Period | None = None, agency: str | None = None
) -> tuple[ReturnOwed, ...]:
    """The returns of a quarter, all of a period that ended in it: what is owed first, then by agency.

    Without a quarter those of the quarter being collected, what is still owed from before it and what falls
    due yet, section 11 self-assessments too. An agency stands for those before it.
    """
    every = [
        each
        for each in _every(register, as_at)
        if agency is None or agency in line_of(register, each.agency, as_at)
    ]
    now = quarter or collected(register, as_at)
    lines = [
        _of_figures(register, each, [one for one in every if one.agency == each.agency], as_at)
        for each in every
        if _within(each.period, now) or (quarter is None and _still_owed(register, each, as_at))
    ]
    if quarter is None:
        lines += [
            _of_section_11(register, each, as_at)
            for each in newest(register, as_at)
            if _is_owed(each, as_at) and (agency is None or agency in line_of(register, each.agency, as_at))
        ]
    return tuple(sorted(lines, key=_worst_first))


def _worst_first(line: ReturnOwed) -> tuple[bool, int, str, str, date, str]:
    late = line.days_late if line.received is None else 0
    return not line.outstanding, -late, line.agency_name.lower(), line.agency, line.due, line.period


def _every(register: Register, as_at: date) -> tuple[Owed, ...]:
    """What is owed for periods that had ended; there may be records of later ones.

    Of a return whose record cannot be read nobody knows whether it came.
    """
    unread = [bad.id for bad in register.unreadable.values() if bad.kind == Return.kind]
    return tuple(
        each
        for each in owed(register, as_at)
        if each.period.end <= as_at
        and not any(id_.startswith(each.agency) and each.period.slug in id_ for id_ in unread)
    )


def _within(period: Period, quarter: Period | None) -> bool:
    return quarter is not None and quarter.start <= period.end <= quarter.end


def _still_owed(register: Register, each: Owed, as_at: date) -> bool:
    """Whether something is awaited: the whole, an answer, or a figure."""
    if each.received(as_at) is None or _open_queries(each.held, as_at):
        return True
    return bool(filled(register, each, as_at).missing)


def _is_owed(one: Section11Return, as_at: date) -> bool:
    """Whether it had neither come nor been closed by the day; of an agency's windows the last one counts."""
    return not any(day is not None and day <= as_at for day in (one.submitted, one.frozen))


def _of_figures(register: Register, each: Owed, every: Sequence[Owed], as_at: date) -> ReturnOwed:
    received = each.received(as_at)
    open_ = _open_queries(each.held, as_at)
    came = filled(register, each, as_at)
    late, of = _late_before(each, every, as_at)
    ask = sender(register, each, as_at)
    chases = by(each.held.chases, as_at) if each.held else ()
    return ReturnOwed(
        agency=each.agency,
        agency_name=_name(register, each.agency, as_at),
        sort="figures",
        period=str(each.period),
        due=each.due,
        received=received,
        state=_state(each.due, received, as_at, bool(open_), bool(came.missing)),
        days_late=max(((received or as_at) - each.due).days, 0),
        open_queries=len(open_),
        queried_since=open_[0].on if open_ else None,
        owed=len(each.measures),
        filled=len(came.filled),
        not_available=len(came.not_available),
        missing=came.missing,
        late_before=late,
        of_before=of,
        chases=len(chases),
        last_chased=chases[-1].on if chases else None,
        role=ask.role if ask else "",
        role_name=ask.name if ask else "",
        role_ended=ask.ended if ask else False,
        record=each.held.id if each.held else "",
        illustrative=each.held.illustrative if each.held else is_made_up(register, each),
    )


def _of_section_11(register: Register, one: Section11Return, as_at: date) -> ReturnOwed:
    ask = author(register, one, as_at)
    chases = by(one.chases, as_at)
    earlier = [
        other
        for other in register.all(Section11Return)
        if other.agency == one.agency and other.due < one.due and stands(other, as_at)
    ]
    before = sorted(earlier, key=lambda other: other.due)[-LOOKED_BACK:]
    return ReturnOwed(
        agency=one.agency,
        agency_name=_name(register, one.agency, as_at),
        sort="section-11",
        period=one.cycle,
        due=one.due,
        received=None,
        state=_state(one.due, None, as_at, False, False),
        days_late=max((as_at - one.due).days, 0),
        open_queries=0,
        queried_since=None,
        owed=0,
        filled=0,
        not_available=0,
        missing=(),
        late_before=sum(_came_late(other.due, other.submitted, as_at) for other in before),
        of_before=len(before),
        chases=len(chases),
        last_chased=chases[-1].on if chases else None,
        role=ask.role if ask else "",
        role_name=ask.name if ask else "",
        role_ended=ask.ended if ask else False,
        record=one.id,
        illustrative=one.illustrative,
    )


def _state(due: date, received: date | None, as_at: date, queried: bool, incomplete: bool) -> State:
    if received is None:
        return "late" if due < as_at else "not-due-yet"
    if queried:
        return "queried"
    if incomplete:
        return "incomplete"
    return "received-late" if received > due else "received"


def _open_queries(held: Return | None, as_at: date) -> tuple[Query, ...]:
    """Questions that were put back by the day and not answered by then, oldest first."""
    asked = by(held.queries, as_at) if held else ()
    return tuple(one for one in asked if one.answered_on is None or one.answered_on > as_at)


def _late_before(each: Owed, every: Iterable[Owed], as_at: date) -> tuple[int, int]:
    """How many of the agency's last returns of the same length of period came late, and of how many."""
    before = [
        other
        for other in every
        if other.agency == each.agency
        and other.period.kind is each.period.kind
        and other.period.end < each.period.end
        and other.due < as_at
    ][-LOOKED_BACK:]
    return sum(_came_late(other.due, other.received(as_at), as_at) for other in before), len(before)


def _came_late(due: date, received: date | None, as_at: date) -> bool:
    return (as_at if received is None or received > as_at else received) > due


def _name(register: Register, agency: str, as_at: date) -> str:
    """What tables call an agency, and who has taken over from it."""
    first, *others = (agency_called(register, each) for each in line_of(register, agency, as_at))
    return f"{first} (now {others[-1]})" if others else first
