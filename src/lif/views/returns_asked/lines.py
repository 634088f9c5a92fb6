"""The lines of a return: one a measure, period, area and breakdown that is asked for, with what is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.calendars import Period, PeriodKind, parse_period
from lif.checks.lines import measures
from lif.checks.successors import line_of
from lif.measures.assemble import assemble
from lif.measures.owed import Owed, owed
from lif.measures.series import Figure, Figures
from lif.records.figures import Asked, Return, ReturnSchedule, Story, Value
from lif.records.governance import Role
from lif.records.indicators import Indicator, Measure
from lif.records.record import stands
from lif.records.references import Area
from lif.register import Register
from lif.views.answering import Answering, answering, full_name
from lif.views.returns_asked.periods import due_within

SHOWN = 4
"""So many earlier periods are shown beside what is asked."""

_BETWEEN = "|"


@dataclass(frozen=True, slots=True)
class FigureAsked:
    """One figure that is asked for; `before` are the last that are known, `held` what was sent already."""

    indicator: Indicator
    measure: Measure
    address: str
    period: Period
    area: str
    area_name: str
    breakdown: str
    of_return: Period
    before: tuple[Figure, ...]
    held: Value | None

    @property
    def id(self) -> str:
        """By which it is known again: the return's period, the measure, and which figure of it."""
        told = (str(self.of_return), self.address, str(self.period), self.area, self.breakdown)
        return _BETWEEN.join(told)

    @property
    def name(self) -> str:
        """The indicator, and which part or area of it."""
        return figure_name(self.indicator, self.measure, self.area_name if self.area else "", self.breakdown)


@dataclass(frozen=True, slots=True)
class StoryAsked:
    """What an agency may say about an indicator; `asked` where an explanation was asked for."""

    indicator: Indicator
    of_return: Period
    asked: Asked | None
    held: Story | None

    @property
    def id(self) -> str:
        """By which it is known again."""
        return _BETWEEN.join((str(self.of_return), self.indicator.id))


@dataclass(frozen=True, slots=True)
class ReturnAsked:
    """One return of the quarter, with its figures and stories; `held` is its record when there is one."""

    agency: str
    period: Period
    due: date
    held: Return | None
    contact: str
    illustrative: bool
    figures: tuple[FigureAsked, ...]
    stories: tuple[StoryAsked, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """All that an agency is asked for in a quarter; `roles` are its posts, which may write or send."""

    agency: str
    agency_name: str
    quarter: Period
    returns: tuple[ReturnAsked, ...]
    sender: Answering | None
    roles: tuple[Role, ...]

    @property
    def illustrative(self) -> bool:
        """Whether any of it is made up."""
        return any(one.illustrative for one in self.returns)


def asked_for(register: Register, as_at: date, quarter: Period, agency: str | None) -> tuple[Asking, ...]:
    """What each agency, or one, is asked for in the returns whose period ends in the quarter, by agency."""
    figures = assemble(register, as_at)
    found: dict[str, list[Owed]] = {}
    for each in owed(register, max(quarter.end, as_at)):
        wanted = agency is None or agency in line_of(register, each.agency, quarter.end)
        if each.measures and wanted and quarter.start <= each.period.end <= quarter.end:
            found.setdefault(each.agency, []).append(each)
    return tuple(_asking(register, as_at, quarter, figures, *one) for one in found.items())


def _asking(
    register: Register, as_at: date, quarter: Period, figures: Figures, agency: str, each: list[Owed]
) -> Asking:
    returns = tuple(_return(register, as_at, figures, one) for one in each)
    sender = next((who for one in returns if (who := answering(register, one.contact, as_at))), None)
    roles = tuple(
        role
        for role in register.all(Role)
        if role.agency in line_of(register, agency, as_at)
        and stands(role, as_at)
        and (role.until is None or role.until >= as_at)
    )
    return Asking(agency, full_name(register, agency), quarter, returns, sender, roles)


def figure_name(indicator: Indicator, measure: Measure, area: str, breakdown: str) -> str:
    """The indicator, its series where it has several of the kind, and which part or area of it."""
    alike = [
        one
        for one in indicator.measures
        if (one.series, one.period_kind) == (measure.series, measure.period_kind)
    ]
    series = f" – {measure.name}" if measure.name and len(alike) > 1 else ""
    part = f" – {breakdown.replace(' = ', ': ')}" if breakdown else ""
    return f"{indicator.name}{series}{part}{f' ({area})' if area else ''}"


def _return(register: Register, as_at: date, figures: Figures, each: Owed) -> ReturnAsked:
    known = measures(register)
    asked = [known[address] for address in each.measures if address in known]
    lines = [
        line for indicator, measure in asked for line in _figures(register, figures, each, indicator, measure)
    ]
    indicators = dict.fromkeys(indicator.id for indicator, _ in asked)
    stories = [_story(register, each, register.record(Indicator, id_)) for id_ in indicators]
    contact = (each.held.supplied_by if each.held else None) or (each.contacts[-1] if each.contacts else "")
    made_up = each.held.illustrative if each.held else is_made_up(register, each)
    return ReturnAsked(
        each.agency, each.period, each.due, each.held, contact, made_up, tuple(lines), tuple(stories)
    )


def is_made_up(register: Register, each: Owed) -> bool:
    """Whether the schedules that ask for it are examples."""
    mine = [one for one in register.all(ReturnSchedule) if one.agency == each.agency]
    return bool(mine) and all(one.illustrative for one in mine if set(one.measures) & set(each.measures))


def _figures(
    register: Register, figures: Figures, each: Owed, indicator: Indicator, measure: Measure
) -> Iterator[FigureAsked]:
    address = f"{indicator.id}/{measure.id}"
    for period in due_within(PeriodKind(measure.period_kind), each.period):
        own = figures.own_area(address)
        for area, breakdown in _parts(register, each, address, own):
            series = figures.find(address, area, breakdown)
            before = tuple(one for one in (series.figures if series else ()) if one.period.end < period.end)
            yield FigureAsked(
                indicator,
                measure,
                address,
                period,
                area,
                area_name(register, area),
                breakdown,
                each.period,
                before[-SHOWN:],
                held_value(each.held, address, period, area or own, breakdown, own),
            )


def area_name(register: Register, area: str) -> str:
    """What readers call an area; empty for the board's own."""
    found = register.find(Area, area) if area else None
    return found.name if found else area


def _parts(register: Register, each: Owed, address: str, own: str) -> list[tuple[str, str]]:
    """The whole, and the areas and breakdowns that the last returns of the agency had, in their order."""
    earlier = sorted(
        (one for one in register.all(Return) if one.agency == each.agency and one.received is not None),
        key=lambda one: parse_period(one.period).sort_key,
    )
    before = [one for one in earlier if parse_period(one.period).end <= each.period.end][-SHOWN:]
    looked = [*([each.held] if each.held else []), *reversed(before)]
    parts = {("", ""): None}
    for one in looked:
        for value in one.values:
            if value.measure == address and value.retired is None:
                place = value.area if value.area != own else None
                parts[place or "", value.breakdown or ""] = None
    return list(parts)


def held_value(
    held: Return | None, address: str, period: Period, area: str, breakdown: str, own: str = ""
) -> Value | None:
    """The value of a return that is of a measure, period, area and breakdown; `own` is the measure's area."""
    for value in held.values if held else ():
        assert held is not None
        mine = (value.measure, value.area or own, value.breakdown or "")
        same = mine == (address, area or own, breakdown) and value.retired is None
        if same and parse_period(value.period or held.period) == period:
            return value
    return None


def _story(register: Register, each: Owed, indicator: Indicator) -> StoryAsked:
    held = [one for one in (each.held.stories if each.held else ()) if one.indicator == indicator.id]
    return StoryAsked(indicator, each.period, _asked(register, each, indicator), held[-1] if held else None)


def _asked(register: Register, each: Owed, indicator: Indicator) -> Asked | None:
    """The last request for an explanation of the indicator that no story has answered since."""
    mine = [one for one in register.all(Return) if one.agency == each.agency]
    asked = [one for held in mine for one in held.asked if one.indicator == indicator.id]
    written = [one.written_on for held in mine for one in held.stories if one.indicator == indicator.id]
    last = max(asked, key=lambda one: one.on, default=None)
    return last if last is not None and all(day < last.on for day in written) else None


def meaning(indicator: Indicator, measure: Measure) -> str:
    """What a figure means: when any of it changes, a sheet that was made before asks for something else."""
    told: Iterable[object] = (
        indicator.definition,
        measure.numerator or indicator.numerator,
        measure.denominator or indicator.denominator,
        indicator.unit,
        indicator.rate_per,
        indicator.counts,
        measure.period_kind,
        measure.source_only,
    )
    return "\n".join(str(one) for one in told)
