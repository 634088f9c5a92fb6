"""Who is in date with training, agency by agency, and what the plan of the year wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.records.governance import Agency
from lif.records.record import stands
from lif.records.training import TrainingCurrency, TrainingNeed, TrainingPlan
from lif.views.as_known import as_known
from lif.views.called import agency_called, called_at
from lif.views.shares import Share, share
from lif.views.shown import flowing
from lif.views.telling.sources import named, sources
from lif.views.thread.days import known_on
from lif.views.training_report.year import State, Year

Met = Literal["held", "to-come", "called-off", "not-held", "no-course"]


@dataclass(frozen=True, slots=True)
class CurrencyLine:
    """The last count of an agency's staff in date at one level; `late` when the next one is overdue."""

    agency: str
    name: str
    level: str
    on: date
    in_date: Share
    out_of_date: int
    every_months: int
    next_due: date | None
    late: bool
    text: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One need of the plan: where it was seen, what became of the courses for it, what is missing."""

    need: str
    text: str
    seen_in: tuple[str, ...]
    courses: tuple[str, ...]
    held: int
    called_off: int
    to_come: int
    came: int
    met: Met
    gap: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan for the year, whether it was approved by the day, and its needs."""

    plan: str
    title: str
    approved_on: date | None
    needs: tuple[NeedLine, ...]
    illustrative: bool


def currency(year: Year) -> tuple[CurrencyLine, ...]:
    """The last count by the end of the year of each agency and level, the most out of date first."""
    newest: dict[tuple[str, str], TrainingCurrency] = {}
    for one in sorted(year.register.all(TrainingCurrency), key=lambda each: (each.on, each.id)):
        if one.on <= year.until and stands(one, year.as_at):
            newest[(one.agency, one.level)] = as_known(year.register, one, year.as_at)
    lines = [_currency(year, one) for one in newest.values()]
    return tuple(sorted(lines, key=lambda one: (-one.out_of_date, one.name.casefold(), one.level)))


def _currency(year: Year, one: TrainingCurrency) -> CurrencyLine:
    return CurrencyLine(
        agency=one.agency,
        name=agency_called(year.register, one.agency),
        level=one.level,
        on=one.on,
        in_date=share(one.in_date, one.required, "nobody needs it"),
        out_of_date=max(0, one.required - one.in_date),
        every_months=one.every_months,
        next_due=one.next_due,
        late=one.next_due is not None and one.next_due < year.until,
        text=flowing(one.text),
        illustrative=one.illustrative,
    )


def never_counted(year: Year, lines: tuple[CurrencyLine, ...]) -> Iterator[str]:
    """The agencies of the day that gave no count at all by then."""
    counted = {one.agency for one in lines}
    for one in year.register.all(Agency):
        there = stands(one, year.until) and (one.until is None or one.until >= year.until)
        begun = one.since is None or one.since <= year.until
        if one.sector != "partnership" and there and begun and one.id not in counted:
            yield agency_called(year.register, one.id)


def plans(year: Year) -> tuple[PlanLine, ...]:
    """The plans of the year with their needs in the order of the plan."""
    return tuple(_plan(year, one) for one in year.plans)


def _plan(year: Year, plan: TrainingPlan) -> PlanLine:
    needs = tuple(_need(year, plan, one) for one in plan.needs if stands(one, year.as_at))
    return PlanLine(plan.id, plan.title, plan.approved_on, needs, plan.illustrative)


def _need(year: Year, plan: TrainingPlan, need: TrainingNeed) -> NeedLine:
    mine = [one for one in year.sessions if one.course in need.courses]
    states = Counter(year.state(one) for one in mine)
    came = sum(p.attended + p.walk_ins for one in mine if year.state(one) == "held" for p in one.places)
    return NeedLine(
        need=f"{plan.id}/{need.id}",
        text=flowing(need.text),
        seen_in=tuple(named(sources(year.register, _known(year, need.seen_in), year.as_at))),
        courses=tuple(called_at(year.register, one) for one in need.courses),
        held=states["held"] + states["not-entered"],
        called_off=states["called-off"],
        to_come=states["to-come"],
        came=came,
        met=_met(need, states),
        gap=flowing(need.gap),
        illustrative=plan.illustrative,
    )


def _known(year: Year, addresses: Iterable[str]) -> Iterator[str]:
    """What was known by the day of where a need was seen; the plan may have been added to later."""
    known = (each for each in addresses if each.partition("/")[0] in year.register.entries)
    return (each for each in known if known_on(year.register, each, year.as_at))


def _met(need: TrainingNeed, states: Counter[State]) -> Met:
    """What became of the need: a course held for it counts before one that is to come or was called off."""
    if not need.courses:
        return "no-course"
    if states["held"] or states["not-entered"]:
        return "held"
    if states["to-come"]:
        return "to-come"
    return "called-off" if states["called-off"] else "not-held"
