"""The cycles of self-assessment: section 11 by agency, sections 175 and 157 by type of school."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from lif.calendars import add_months
from lif.checks.successors import answering_on
from lif.measures.standing import has_ended
from lif.records.audits import Audit
from lif.records.governance import Agency
from lif.records.law import Duty
from lif.records.record import stands
from lif.records.section11 import Returners, Section11Return, Section175Return
from lif.register import Register
from lif.views.called import agency_called

Turn = Literal["late", "never", "open", "due-soon", "in-time", "not-known"]
TURNS: tuple[Turn, ...] = get_args(Turn)
"""Where somebody stands in a cycle, what needs a word first.

Late: the day has passed. Never: no return, and no window was opened. Open: the window is open and nothing
has come. Due soon: within half a year. In time: later than that. Not known: no rule says how often.
"""

SOON_MONTHS = 6
_MONTHS = {"each-half-year": 6, "each-year": 12, "each-two-years": 24, "each-three-years": 36}


@dataclass(frozen=True, slots=True)
class CycleLine:
    """Where one agency, or one type of school, stands in a cycle of self-assessment on a day.

    `cycle` is the last cycle that was opened by the day and `record` its return; `submitted` the day of the
    last that came (for schools, of the last summary) in any cycle. `returned` of `asked` are counts of
    schools. `due` is the day the next is due: of the open window, or as the rule counts from the last.
    """

    sort: Literal["section-11", "section-175"]
    who: str
    who_name: str
    cycle: str
    record: str
    submitted: date | None
    asked: int | None
    returned: int | None
    due: date | None
    turn: Turn
    illustrative: bool


def cycles(register: Register, as_at: date) -> tuple[CycleLine, ...]:
    """Section 11 by agency and sections 175 and 157 by type of school; what needs a word first."""
    found = [*_section_11(register, as_at), *_section_175(register, as_at)]
    return tuple(sorted(found, key=lambda one: (one.sort, TURNS.index(one.turn), one.who_name)))


def months_between(register: Register, about: str, as_at: date) -> int | None:
    """After how many months a self-assessment is due again, by the duty with `about` in its id.

    The duty's own limit counts, in years or months, or else how often it recurs; the shortest of several.
    None where no duty that counts on the day says so.
    """
    found = [
        months
        for duty in register.all(Duty)
        if f"-{about}-" in f"-{duty.id}-" and _counts(duty, as_at) and (months := _months(duty))
    ]
    return min(found, default=None)


def _counts(duty: Duty, as_at: date) -> bool:
    return not has_ended(duty, as_at) and not (duty.since and duty.since > as_at)


def _months(duty: Duty) -> int | None:
    if duty.limit and duty.limit.unit in ("years", "months"):
        return duty.limit.number * (12 if duty.limit.unit == "years" else 1)
    return _MONTHS.get(duty.recurs)


def _section_11(register: Register, as_at: date) -> Iterable[CycleLine]:
    months = months_between(register, "section-11", as_at)
    opened = [r for r in register.all(Section11Return) if r.opened <= as_at and stands(r, as_at)]
    for agency in _agencies(register, opened, as_at):
        own = sorted(
            (r for r in opened if answering_on(register, r.agency, as_at) == agency),
            key=lambda r: (r.opened, r.id),
        )
        last = own[-1] if own else None
        came = max((r.submitted for r in own if r.submitted and r.submitted <= as_at), default=None)
        waiting = last.due if last and not (last.submitted and last.submitted <= as_at) else None
        due = waiting or (add_months(came, months) if came and months else None)
        yield CycleLine(
            "section-11",
            agency,
            agency_called(register, agency),
            last.cycle if last else "",
            last.id if last else "",
            came,
            None,
            None,
            due,
            _turn(last is not None, waiting is not None, due, as_at),
            bool(last and last.illustrative),
        )


def _agencies(register: Register, opened: list[Section11Return], as_at: date) -> list[str]:
    """Who is expected to return: whoever was asked before, by a window or an audit, and every partner."""
    asked = {answering_on(register, return_.agency, as_at) for return_ in opened}
    for audit in register.all(Audit):
        if audit.sort == "section-11" and audit.started and audit.started <= as_at:
            asked.update((*audit.agencies, *audit.not_returned))
    agencies = [
        agency
        for agency in register.all(Agency)
        if (agency.id in asked or agency.statutory_partner)
        and not has_ended(agency, as_at)
        and not (agency.since and agency.since > as_at)
    ]
    return [agency.id for agency in agencies]


def _section_175(register: Register, as_at: date) -> Iterable[CycleLine]:
    months = months_between(register, "section-175", as_at)
    opened = [r for r in register.all(Section175Return) if r.opened <= as_at and stands(r, as_at)]
    opened.sort(key=lambda r: (r.opened, r.id))
    for sort in dict.fromkeys(one.sort for return_ in opened for one in return_.returners):
        rounds = [(r, counted) for r in opened if (counted := _of(r, sort)) or not r.returners]
        told = [r.reported for r, counted in rounds if counted and r.reported and r.reported <= as_at]
        yield _school_line(sort, rounds, max(told, default=None), months, as_at)


def _of(return_: Section175Return, sort: str) -> Returners | None:
    return next((one for one in return_.returners if one.sort == sort), None)


def _school_line(
    sort: str,
    rounds: list[tuple[Section175Return, Returners | None]],
    came: date | None,
    months: int | None,
    as_at: date,
) -> CycleLine:
    """Where a type of school stands; a round that has counted nobody yet is open to every type."""
    last, counted = rounds[-1]
    reported = bool(last.reported and last.reported <= as_at)
    waiting = None if reported else last.due
    due = waiting or (add_months(came, months) if came and months else None)
    return CycleLine(
        "section-175",
        sort,
        sort.replace("-", " "),
        last.cycle,
        last.id,
        came,
        counted.asked if counted and reported else None,
        counted.returned if counted and reported else None,
        due,
        _turn(True, waiting is not None, due, as_at),
        last.illustrative,
    )


def _turn(ever: bool, waiting: bool, due: date | None, as_at: date) -> Turn:
    if due is not None and due < as_at:
        return "late"
    if not ever:
        return "never"
    if waiting:
        return "open"
    if due is None:
        return "not-known"
    return "due-soon" if due <= add_months(as_at, SOON_MONTHS) else "in-time"
