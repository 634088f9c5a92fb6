"""The rounds of section 11 self-assessment: which returns belong to one, and what went before each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.calendars import Period
from lif.checks.successors import answering_on, line_of
from lif.records.record import stands
from lif.records.section11 import Section11Return
from lif.register import Register
from lif.views.as_known import as_known


@dataclass(frozen=True, slots=True)
class Round:
    """One round as it was known on a day.

    `returns` are by agency, under the name of the one that answered then. `before` are the returns of the
    round before it by the agency that they are set against, of which only those that answered are there.
    """

    cycle: str
    opened: date | None
    until: date | None
    returns: dict[str, Section11Return]
    before_cycle: str
    before: dict[str, Section11Return]


NO_ROUND = Round("", None, None, {}, "", {})


def round_of(register: Register, as_at: date, year: Period | None) -> Round:
    """The round that was opened last by the day, or last in a year; one without a cycle where there is none.

    A round is what has the same name of its cycle; it is opened with the first of its windows, and lasts
    until the next one is opened.
    """
    by_cycle: dict[str, list[Section11Return]] = {}
    for one in register.all(Section11Return):
        if one.opened <= as_at and stands(one, as_at):
            by_cycle.setdefault(one.cycle.casefold(), []).append(as_known(register, one, as_at))
    opened = {cycle: min(one.opened for one in every) for cycle, every in by_cycle.items()}
    order = sorted(opened, key=lambda cycle: (opened[cycle], cycle))
    wanted = [cycle for cycle in order if year is None or year.contains(opened[cycle])]
    if not wanted:
        return NO_ROUND
    place = order.index(wanted[-1])
    last, after = wanted[-1], order[place + 1 : place + 2]
    before = order[place - 1] if place else ""
    until = opened[after[0]] if after else None
    returns = _by_agency(register, by_cycle[last], until or as_at)
    return Round(
        by_cycle[last][0].cycle,
        opened[last],
        until,
        returns,
        by_cycle[before][0].cycle if before else "",
        _set_against(register, returns, by_cycle.get(before, []), until or as_at),
    )


def _by_agency(register: Register, returns: list[Section11Return], day: date) -> dict[str, Section11Return]:
    """The returns by who gave them or, on the day, answered for them; two of one by whose they were."""
    answering = [answering_on(register, one.agency, one.submitted or day) for one in returns]
    return {
        by if answering.count(by) == 1 else one.agency: one
        for by, one in zip(answering, returns, strict=True)
    }


def _set_against(
    register: Register, returns: dict[str, Section11Return], earlier: list[Section11Return], day: date
) -> dict[str, Section11Return]:
    """The earlier return of each agency, or of the one that it took over; none where it took over several."""
    found = {}
    for id_ in returns:
        own = [one for one in earlier if one.agency == id_]
        taken = own or [one for one in earlier if id_ in line_of(register, one.agency, day)]
        if len(taken) == 1:
            found[id_] = taken[0]
    return found
