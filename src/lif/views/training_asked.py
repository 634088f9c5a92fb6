"""What an agency is asked about training in a quarter: places at sessions, evaluation, currency."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from lif.calendars import Period
from lif.measures.standing import has_ended
from lif.records.governance import Agency
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

    @property
    def told(self) -> bool:
        """Whether the agency has accounted for its places: how many were booked and what became of each."""
        places = self.places
        return places is not None and accounted(places) >= places.booked


@dataclass(frozen=True, slots=True)
class CourseAsked:
    """A course given in the quarter, and the levels at which its sessions are not evaluated by the board."""

    course: Course
    levels: tuple[Level, ...]


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
    courses: tuple[CourseAsked, ...]
    currency: tuple[CurrencyAsked, ...]

    @property
    def owes(self) -> bool:
        """Whether there is a session of which it has not told what became of its places."""
        return not all(one.told for one in self.sessions)

    @property
    def illustrative(self) -> bool:
        """Whether any of it is made up."""
        return any(one.session.illustrative for one in self.sessions)


def training_asked(
    register: Register, as_at: date, quarter: Period, agency: str | None = None
) -> tuple[TrainingAsked, ...]:
    """What each agency that owes an answer, or the one named, is asked about the sessions of a quarter."""
    sessions = [
        one for one in register.all(TrainingSession) if quarter.contains(one.on) and _held(one, as_at)
    ]
    if not sessions:
        return ()
    wanted = [agency] if agency else _taking_part(register, quarter, as_at)
    whose = _taught_by_one(register)
    found = (
        _asked(
            register,
            one,
            [each for each in sessions if one in whose.get(each.course, (one,))],
            quarter,
            as_at,
        )
        for one in wanted
    )
    return tuple(
        sorted(
            (one for one in found if one.owes or (agency and one.sessions)),
            key=lambda one: one.agency_name.lower(),
        )
    )


def accounted(places: Places) -> int:
    """How many of the booked places it is told of what became of them."""
    return places.attended + places.no_shows + places.cancelled


def own_evaluation(level: str, agency: str, quarter: Period) -> str:
    """The id of the evaluation that an agency sends of its own people, in a quarter."""
    return f"{level}-{agency}-{quarter.slug}"


def counted_already(register: Register, course: Course, quarter: Period, level: str) -> bool:
    """Whether an evaluation that is no agency's own is about sessions of the quarter: it has everybody."""
    given = {
        one.id
        for one in register.all(TrainingSession)
        if one.course == course.id and quarter.contains(one.on)
    }
    own = {own_evaluation(level, one.id, quarter) for one in register.all(Agency)}
    return any(
        one.level == level and one.id not in own and given.intersection(one.sessions)
        for one in course.evaluations
    )


def _held(session: TrainingSession, as_at: date) -> bool:
    called_off = session.cancelled_on is not None and session.cancelled_on <= as_at
    return session.on <= as_at and not called_off and stands(session, as_at)


def _taught_by_one(register: Register) -> dict[str, set[str]]:
    """Whose each course of a single agency is, by the places and trainers at its sessions, where any tell.

    Another agency is not asked who of its people came to it.
    """
    found: dict[str, set[str]] = {}
    single = {one.id for one in register.all(Course) if one.sort == "single-agency"}
    for session in register.all(TrainingSession):
        if session.course in single:
            agencies = {one.agency for one in session.places} | {one.agency for one in session.trainers}
            found.setdefault(session.course, set()).update(agencies)
    return {course: agencies for course, agencies in found.items() if agencies}


def _taking_part(register: Register, quarter: Period, as_at: date) -> list[str]:
    """The agencies that had places or trainers in the year up to the quarter's end, and are still there."""
    year = quarter.end.replace(year=quarter.end.year - 1, day=min(quarter.end.day, 28))
    recent = [one for one in register.all(TrainingSession) if year <= one.on <= quarter.end]
    agencies = {each.agency for one in recent for each in one.places}
    agencies |= {each.agency for one in recent for each in one.trainers}
    found = (register.find(Agency, one) for one in sorted(agencies))
    return [one.id for one in found if one is not None and not has_ended(one, as_at)]


def _asked(
    register: Register, agency: str, sessions: Iterable[TrainingSession], quarter: Period, as_at: date
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
        tuple(
            CourseAsked(
                one,
                tuple(level for level in LEVELS if not counted_already(register, one, quarter, level)),
            )
            for one in register.all(Course)
            if one.id in courses
        ),
        tuple(_currency(register, agency, as_at)),
    )


def _currency(register: Register, agency: str, as_at: date) -> Iterable[CurrencyAsked]:
    """The levels that were counted before, each with its last count."""
    last: dict[str, TrainingCurrency] = {}
    for one in sorted(register.all(TrainingCurrency), key=lambda each: each.on):
        if one.agency == agency and one.on <= as_at:
            last[one.level] = one
    return (CurrencyAsked(level, one) for level, one in sorted(last.items()))
