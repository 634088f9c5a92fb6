"""What an agency is asked about training in a quarter: places at sessions, evaluation, currency."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from lif.calendars import Period
from lif.records.record import stands
from lif.records.training import Course, Places, Trainers, TrainingCurrency, TrainingSession
from lif.register import Register
from lif.views.answering import full_name

Level = Literal["reaction", "learning", "behaviour", "results"]
LEVELS: tuple[Level, ...] = get_args(Level)
ASKED_AT: dict[Level, str] = {
    "reaction": "Would you recommend the course to somebody in a post like yours?",
    "learning": "Do you know more than before of what the course is about?",
    "behaviour": "Have you done something in another way since, and can you give an example?",
    "results": "Is something better for children because of it?",
}
"""What is asked at each of the four levels of evaluation (Kirkpatrick), in plain words."""


@dataclass(frozen=True, slots=True)
class SessionAsked:
    """One session of the quarter, with the agency's places and trainers as they are known."""

    session: TrainingSession
    course: str
    places: Places | None
    trainers: Trainers | None


@dataclass(frozen=True, slots=True)
class CurrencyAsked:
    """One level of training, and the last count of who has it in date."""

    level: str
    before: TrainingCurrency


@dataclass(frozen=True, slots=True)
class TrainingAsked:
    """All that one agency is asked."""

    agency: str
    agency_name: str
    sessions: tuple[SessionAsked, ...]
    courses: tuple[Course, ...]
    currency: tuple[CurrencyAsked, ...]

    @property
    def illustrative(self) -> bool:
        """Whether any of it is made up."""
        return any(one.session.illustrative for one in self.sessions)


def training_asked(
    register: Register, as_at: date, quarter: Period, agency: str | None = None
) -> tuple[TrainingAsked, ...]:
    """What each agency that had places in the quarter, or the one named, is asked."""
    sessions = [
        one
        for one in register.all(TrainingSession)
        if quarter.contains(one.on) and one.on <= as_at and not one.cancelled_on and stands(one, as_at)
    ]
    agencies = {each.agency for one in sessions for each in one.places}
    agencies |= {each.agency for one in sessions for each in one.trainers}
    wanted = [agency] if agency and sessions else sorted(agencies) if not agency else []
    found = (_asked(register, one, sessions, as_at) for one in wanted)
    return tuple(sorted(found, key=lambda one: one.agency_name.lower()))


def _asked(
    register: Register, agency: str, sessions: Iterable[TrainingSession], as_at: date
) -> TrainingAsked:
    lines = []
    for one in sorted(sessions, key=lambda each: (each.on, each.id)):
        course = register.find(Course, one.course)
        places = next((each for each in one.places if each.agency == agency), None)
        trainers = next((each for each in one.trainers if each.agency == agency), None)
        lines.append(SessionAsked(one, course.title if course else one.course, places, trainers))
    courses = {one.session.course for one in lines}
    return TrainingAsked(
        agency,
        full_name(register, agency),
        tuple(lines),
        tuple(one for one in register.all(Course) if one.id in courses),
        tuple(_currency(register, agency, as_at)),
    )


def _currency(register: Register, agency: str, as_at: date) -> Iterable[CurrencyAsked]:
    """The levels that were counted before, each with its last count."""
    last: dict[str, TrainingCurrency] = {}
    for one in sorted(register.all(TrainingCurrency), key=lambda each: each.on):
        if one.agency == agency and one.on <= as_at:
            last[one.level] = one
    return (CurrencyAsked(level, one) for level, one in sorted(last.items()))
