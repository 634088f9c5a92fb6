"""The courses of a year: their sessions, their places and how many came; apart by form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lif.records.training import Course, Places
from lif.views.came_of import many
from lif.views.shares import Share, share
from lif.views.training_report.year import Year

FORMS = {
    "multi-agency": "For several agencies together",
    "single-agency": "Of one agency, for its own people",
    "e-learning": "E-learning",
    "briefing": "Briefings",
}
"""What each form of training is called, learning together first."""


@dataclass(frozen=True, slots=True)
class Came:
    """Places of some sessions added up; those who came are the booked who did and the walk-ins."""

    booked: int
    attended: int
    no_shows: int
    cancelled: int
    walk_ins: int

    @property
    def came(self) -> int:
        """All who came, with and without a booking."""
        return self.attended + self.walk_ins


@dataclass(frozen=True, slots=True)
class CourseLine:
    """One course in the year: its sessions by what became of them, and its places."""

    course: str
    title: str
    held: int
    not_entered: int
    called_off: int
    to_come: int
    places: Share
    booked: Share
    came: int
    illustrative: bool


@dataclass(frozen=True, slots=True)
class FormLine:
    """The courses of one form: for several agencies, of one agency for its own people …

    `name` says how many sessions were held and how many came; the forms are never added up in a line.
    """

    form: str
    name: str
    held: int
    came: int
    lines: tuple[CourseLine, ...]


def courses(year: Year) -> tuple[CourseLine, ...]:
    """The courses that had a session in the year, by title."""
    return tuple(_course(year, one) for one in year.courses if _sessions(year, one))


def forms(year: Year) -> Iterator[FormLine]:
    """The courses that had a session, by form."""
    for form, words in FORMS.items():
        mine = [one for one in year.courses if one.sort == form and _sessions(year, one)]
        lines = tuple(_course(year, one) for one in mine)
        if lines:
            held, came = sum(one.held for one in lines), sum(one.came for one in lines)
            name = f"{words}: {many(held, 'session')} held, {came:,} came"
            yield FormLine(form, name, held, came, lines)


def added(places: Iterable[Places]) -> Came:
    """Places added up."""
    every = list(places)
    return Came(
        booked=sum(one.booked for one in every),
        attended=sum(one.attended for one in every),
        no_shows=sum(one.no_shows for one in every),
        cancelled=sum(one.cancelled for one in every),
        walk_ins=sum(one.walk_ins for one in every),
    )


def _sessions(year: Year, course: Course) -> bool:
    return any(one.course == course.id for one in year.sessions)


def _course(year: Year, course: Course) -> CourseLine:
    mine = [one for one in year.sessions if one.course == course.id]
    states = Counter(year.state(one) for one in mine)
    held = [one for one in mine if year.state(one) == "held"]
    total = added(place for one in held for place in one.places)
    return CourseLine(
        course=course.id,
        title=course.title,
        held=states["held"],
        not_entered=states["not-entered"],
        called_off=states["called-off"],
        to_come=states["to-come"],
        places=share(total.came, sum(one.capacity for one in held), "no session held"),
        booked=share(total.attended, total.booked, "nobody was booked"),
        came=total.came,
        illustrative=course.illustrative or any(one.illustrative for one in mine),
    )
