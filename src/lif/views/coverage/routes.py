"""Learning routes: what passed along each of them, when last, and for how long there has been silence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.records.elements import Element, LearningRoute
from lif.records.learning import Passage
from lif.records.record import stands
from lif.register import Register
from lif.views.showing import name_of
from lif.views.shown import flowing

RouteState = Literal["in-use", "silent", "never-used"]

ROUTE_WORDS: dict[RouteState, str] = {
    "in-use": "in use",
    "silent": "silent",
    "never-used": "never used",
}


NAMED = 3
"""As many passages along a route are named on a page; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Passed:
    """One thing that passed along a route."""

    id: str
    on: date
    text: str
    used: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Route:
    """A learning route of the framework, and how it stands.

    `silent_days` counts from the last passage to the day asked about, and is None when nothing ever passed.
    `allowed_days` is how long silence may last; None where the framework sets no time, and then a route
    that was used once is in use.
    """

    address: str
    element: str
    passes: str
    text: str
    starts: tuple[str, ...]
    reaches: tuple[str, ...]
    passed: tuple[Passed, ...]
    last: date | None
    silent_days: int | None
    allowed_days: int | None
    state: RouteState
    illustrative: bool

    @property
    def newest(self) -> tuple[Passed, ...]:
        """What passed last, as many as a page names."""
        return self.passed[:NAMED]

    @property
    def older(self) -> int:
        """How many passages came before those."""
        return len(self.passed) - len(self.newest)


def routes(register: Register, as_at: date) -> tuple[Route, ...]:
    """Every route of every element that counted on a day, in the order of the framework."""
    elements = sorted(register.all(Element), key=lambda each: (each.letter or "", each.id))
    return tuple(
        _route(register, element, route, as_at)
        for element in elements
        if stands(element, as_at)
        for route in element.learning_routes
        if stands(route, as_at)
    )


def _route(register: Register, element: Element, route: LearningRoute, as_at: date) -> Route:
    address = f"{element.id}/{route.id}"
    passed = _passed(register, address, as_at)
    last = passed[0].on if passed else None
    days = (as_at - last).days if last else None
    return Route(
        address,
        element.name,
        route.passes,
        flowing(route.text),
        _names(register, route.from_groups),
        (*_names(register, (*route.to_groups, *route.to_agencies)), *filter(None, (route.reaches,))),
        passed,
        last,
        days,
        route.silent_after_days,
        _state(days, route.silent_after_days),
        element.illustrative or any(one.illustrative for one in passed),
    )


def _passed(register: Register, address: str, as_at: date) -> tuple[Passed, ...]:
    """What had passed along a route by a day, newest first."""
    found = [
        register.find(Passage, tie.source) for tie in register.links_to(address) if tie.path[0] == "route"
    ]
    known = [one for one in found if one and one.on <= as_at and stands(one, as_at)]
    return tuple(
        Passed(one.id, one.on, flowing(one.text), flowing(one.used), one.illustrative)
        for one in sorted(known, key=lambda one: (-one.on.toordinal(), one.id))
    )


def _state(days: int | None, allowed: int | None) -> RouteState:
    if days is None:
        return "never-used"
    return "silent" if allowed is not None and days > allowed else "in-use"


def _names(register: Register, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name_of(register.get(id_)) or id_ for id_ in ids)
