"""How much of a return is filled: for each measure owed a figure, word that there is none, or nothing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from lif.calendars import Period, PeriodKind
from lif.checks.returns import is_of
from lif.measures.owed import Owed
from lif.records.figures import Return
from lif.records.indicators import Measure
from lif.register import Register
from lif.views.as_known import as_known
from lif.views.returns_asked.periods import due_within

_FILLED = frozenset(("final", "provisional", "estimated", "suppressed", "low"))
_NOT_HAD = frozenset(("not-available", "not-applicable"))


@dataclass(frozen=True, slots=True)
class Filled:
    """The measures of a return by what came: a figure, word that there is none, or nothing yet."""

    filled: tuple[str, ...]
    not_available: tuple[str, ...]
    missing: tuple[str, ...]


def filled(register: Register, each: Owed, as_at: date) -> Filled:
    """What had come by a day of the measures that are owed.

    A measure of shorter periods, such as months in a quarter, is filled when each of them is.
    """
    there = _there(register, each, as_at)
    found: dict[str, list[str]] = {"filled": [], "not-available": [], "missing": []}
    for measure in each.measures:
        wanted = _periods(register, measure, each.period)
        found[_how(there.get(measure, {}), wanted)].append(measure)
    return Filled(*(tuple(one) for one in found.values()))


def _there(register: Register, each: Owed, as_at: date) -> dict[str, dict[str, set[str]]]:
    """The statuses that came, by measure and period."""
    there: dict[str, dict[str, set[str]]] = {}
    if each.held is None or each.received(as_at) is None:
        return there
    held: Return = as_known(register, each.held, as_at)
    for value in held.values:
        if is_of(value, held):
            periods = there.setdefault(value.measure, {})
            periods.setdefault(value.period or held.period, set()).add(value.status)
    return there


def _periods(register: Register, address: str, period: Period) -> tuple[str, ...]:
    """The periods for which a measure is wanted; none where that is not known."""
    measure = register.get(address)
    if not isinstance(measure, Measure):
        return ()
    return tuple(map(str, due_within(PeriodKind(measure.period_kind), period)))


def _how(there: dict[str, set[str]], wanted: Collection[str]) -> str:
    """How a measure stands by what came of each period wanted; of those that came where none was wanted."""
    known = there.keys() & set(wanted)
    periods = [there.get(one, set()) for one in wanted] if known else list(there.values())
    if not periods or not all(one & (_FILLED | _NOT_HAD) for one in periods):
        return "missing"
    return "filled" if any(one & _FILLED for one in periods) else "not-available"
