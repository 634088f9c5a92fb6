"""The rounds of section 11 self-assessment: which returns belong to one, and what went before each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.calendars import Period
from lif.checks.successors import heir
from lif.records.record import stands
from lif.records.section11 import Section11Return
from lif.register import Register
from lif.views.as_known import as_known


@dataclass(frozen=True, slots=True)
class Round:
    """One round as it was known on a day.

    `returns` are by agency, under the name of the one that took over. `before` are the returns of the round
    before it, of which only those agencies that answered are there.
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
    return Round(
        by_cycle[last][0].cycle,
        opened[last],
        opened[after[0]] if after else None,
        _by_agency(register, by_cycle[last]),
        by_cycle[before][0].cycle if before else "",
        _by_agency(register, by_cycle.get(before, [])),
    )


def _by_agency(register: Register, returns: list[Section11Return]) -> dict[str, Section11Return]:
    return {heir(register, one.agency): one for one in returns}
