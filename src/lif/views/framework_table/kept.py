"""Whether promises of the elements were kept, and what people said when they were asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lif.calendars import financial_year_of, parse_period
from lif.measures.promises_due import Occasion, occasions
from lif.records.elements import Element
from lif.records.learning import GoodPractice, Learning
from lif.records.record import stands
from lif.register import Register
from lif.views.called import agency_called, called_at
from lif.views.shares import Share, share
from lif.views.shown import flowing


@dataclass(frozen=True, slots=True)
class KeptLine:
    """One promise: how often it fell due, was kept in time or late, what is missing and what is to come."""

    text: str
    times: int
    in_time: int
    late: int
    missed: tuple[str, ...]
    to_come: int
    illustrative: bool


@dataclass(frozen=True, slots=True)
class KeptPart:
    """The promises of one element."""

    name: str
    lines: tuple[KeptLine, ...]


@dataclass(frozen=True, slots=True)
class KeyArea:
    """One key area of the year: told to how many people, and what they said when they were asked."""

    name: str
    strength: bool
    people: int
    agencies: tuple[str, ...]
    told: date | None
    asked: date | None
    answered: Share
    aware: Share
    practice_better: Share
    more_confident: Share
    illustrative: bool


def kept_parts(register: Register, as_at: date, elements: Sequence[Element]) -> tuple[KeptPart, ...]:
    """Every promise of the elements that holds, by element, in their order."""
    by_promise: dict[tuple[str, str], list[Occasion]] = {}
    for one in occasions(register, as_at):
        by_promise.setdefault((one.element.id, one.promise.id), []).append(one)
    parts = (
        KeptPart(
            f"{element.letter}. {element.name}" if element.letter else element.name,
            tuple(
                _kept(register, as_at, promise.text, by_promise.get((element.id, promise.id), []))
                for promise in element.promises
                if stands(promise, as_at) and promise.since <= as_at
            ),
        )
        for element in elements
    )
    return tuple(part for part in parts if part.lines)


def _kept(register: Register, as_at: date, text: str, times: Sequence[Occasion]) -> KeptLine:
    missed = [one for one in times if one.kept is None and one.due < as_at]
    kept = [one for one in times if one.kept is not None]
    late = [one for one in kept if one.days_late(as_at)]
    return KeptLine(
        flowing(text),
        len(times),
        len(kept) - len(late),
        len(late),
        tuple(_missing(register, one, as_at) for one in sorted(missed, key=lambda one: one.due)),
        len(times) - len(kept) - len(missed),
        any(one.illustrative for one in times),
    )


def _missing(register: Register, one: Occasion, as_at: date) -> str:
    """Who or what is missing, and since when: `Police, 2025/26, 23 days late`."""
    name = agency_called(register, one.about) if one.about in one.promise.agencies else ""
    days = one.days_late(as_at)
    late = f"{days} day late" if days == 1 else f"{days} days late"
    if not name and one.about != one.element.id:
        name = called_at(register, one.about)
    return ", ".join(filter(None, (name, one.part, late)))


def key_areas(register: Register, as_at: date) -> tuple[KeyArea, ...]:
    """The key areas of the newest year that has any by the day: to develop first, then the strengths."""
    every: tuple[Learning | GoodPractice, ...] = (*register.all(Learning), *register.all(GoodPractice))
    marked = [
        (year, one)
        for one in every
        if one.key_message_for and one.on <= as_at and stands(one, as_at)
        if (year := _year(one.key_message_for, as_at))
    ]
    last = max((year for year, _ in marked), default=0)
    chosen = [one for year, one in marked if year == last]
    lines = (_area(register, as_at, one) for one in chosen)
    return tuple(sorted(lines, key=lambda line: (line.strength, line.name)))


def _year(text: str, as_at: date) -> int:
    """The year in which the period of a key message begins; nought for one that is still to come."""
    try:
        start = financial_year_of(parse_period(text).start).start
    except ValueError:
        return 0
    return start.year if start <= as_at else 0


def _area(register: Register, as_at: date, one: Learning | GoodPractice) -> KeyArea:
    out = [product for product in one.products if product.on and product.on <= as_at]
    reach = [each for product in out for each in product.reach if each.on <= as_at]
    test = one.test if one.test and one.test.checked_on and one.test.checked_on <= as_at else None
    said = test.follow_up if test else None
    nothing = "not asked yet"
    answered = said.answered if said else None
    return KeyArea(
        one.title,
        isinstance(one, GoodPractice),
        sum(each.people or 0 for each in reach),
        tuple(dict.fromkeys(agency_called(register, each.agency) for each in reach)),
        min((product.on for product in out if product.on), default=None),
        test.checked_on if said and test else None,
        share(answered, said.asked if said else None, nothing),
        share(said.aware if said else None, answered, nothing),
        share(said.practice_better if said else None, answered, nothing),
        share(said.more_confident if said else None, answered, nothing),
        one.illustrative,
    )
