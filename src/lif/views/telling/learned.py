"""One thing that was learned, as a practitioner meets it: what it is, what to do, and where to go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.calendars import long_date
from lif.checks.learning import every
from lif.records.board import Aim, CultureCommitment, Principle
from lif.records.elements import Statement
from lif.records.governance import Group, Role
from lif.records.learning import GoodPractice, Learning, Product
from lif.records.record import stands
from lif.records.training import Course, TrainingSession
from lif.register import Register
from lif.views.as_known import as_known
from lif.views.called import agency_called, called_at
from lif.views.shown import flowing
from lif.views.telling.sources import Source, sources

SORTS = {
    "seven-minute-briefing": "seven-minute briefing",
    "thematic-presentation": "thematic presentation",
}
"""Forms of telling whose name has other hyphens than its slug; every other is written as it is."""
_HELD = ("event", "forum", "training")
"""Forms that were held and cannot be looked up afterwards."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where to go on from a piece of learning: a course, or something to read, to watch or to use.

    `on` is the next day of a course, None where no day is set or the thing can be had at any time. `words`
    say it all: `Supervision that reflects (next on 5 February 2026)`, `Was not brought (resource)`.
    """

    record: str
    sort: str
    name: str
    on: date | None
    words: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Learned:
    """One piece of learning or of good practice, with everything in words.

    `do` is what people should now do; for good practice it is what made it work. `good` are the statements
    of what good looks like that it bears on. `agencies` did what works well. `contact` is the role that
    answers for it, with its mailbox where there is one.
    """

    record: str
    kind: str
    title: str
    on: date
    text: str
    why: str
    do: str
    questions: tuple[str, ...]
    good: tuple[str, ...]
    agencies: tuple[str, ...]
    sources: tuple[Source, ...]
    courses: tuple[Way, ...]
    reading: tuple[Way, ...]
    group: str
    contact: str
    how_known: str
    illustrative: bool


def learned(register: Register, record: Learning | GoodPractice, as_at: date) -> Learned:
    """The piece of learning as it was known on the day."""
    one = as_known(register, record, as_at)
    works = isinstance(one, GoodPractice)
    return Learned(
        record=one.id,
        kind=one.kind,
        title=one.title,
        on=one.on,
        text=flowing(one.text),
        why="" if works else flowing(getattr(one, "why_it_matters", None)),
        do=flowing(getattr(one, "why_it_worked" if works else "what_to_do", None)),
        questions=() if works else tuple(getattr(one, "questions", ())),
        good=tuple(_good(register, one)),
        agencies=tuple(agency_called(register, each) for each in getattr(one, "agencies", ())),
        sources=sources(register, one.sources, as_at),
        courses=tuple(courses(register, one, as_at)),
        reading=tuple(reading(one)),
        group=called_at(register, one.group),
        contact=contact(register, one.group),
        how_known=flowing(one.how_known),
        illustrative=one.illustrative,
    )


def known_learning(register: Register, as_at: date) -> Iterator[Learning | GoodPractice]:
    """All learning and good practice that was agreed by the day and still counts, as known on it."""
    for one in every(register):
        if one.on <= as_at and stands(one, as_at):
            yield as_known(register, one, as_at)


def courses(register: Register, one: Learning | GoodPractice, as_at: date) -> Iterator[Way]:
    """The courses that carry it, those first whose next day is nearest."""
    found = [(course, next_day(register, course, as_at)) for course in courses_of(register, one.id, as_at)]
    for course, following in sorted(found, key=lambda each: each[1] or date.max):
        when = f"next on {long_date(following)}" if following else "no day is set yet"
        if course.sort == "e-learning":
            when = "e-learning, at any time"
        words = f"{course.title} ({when})"
        yield Way(course.id, course.sort, course.title, following, words, course.illustrative)


def reading(one: Learning | GoodPractice) -> Iterator[Way]:
    """The papers and tools that tell it and are out; what was held once cannot be had again."""
    for product in out(one):
        if product.sort not in _HELD:
            form = form_words(product.sort)
            words = product.title if form in product.title.lower() else f"{product.title} ({form})"
            yield Way(one.id, product.sort, product.title, None, words, one.illustrative)


def courses_of(register: Register, learning: str, as_at: date) -> list[Course]:
    """The courses that carry a piece of learning and were given on the day, by id."""
    ids = {tie.source for tie in register.links_to(learning) if tie.path[0] == "learning"}
    found = (register.find(Course, id_) for id_ in sorted(ids))
    return [
        one
        for one in found
        if one and stands(one, as_at) and not (one.until and one.until < as_at) and _begun(one, as_at)
    ]


def _begun(course: Course, as_at: date) -> bool:
    return course.since is None or course.since <= as_at


def next_day(register: Register, course: Course, as_at: date) -> date | None:
    """The next day on which a course is held, after the day asked about, and not called off by then."""
    sessions = (register.find(TrainingSession, tie.source) for tie in register.links_to(course.id))
    days = [
        one.on
        for one in sessions
        if one and one.on > as_at and stands(one, as_at)
        if not (one.cancelled_on and one.cancelled_on <= as_at)
    ]
    return min(days, default=None)


def out(one: Learning | GoodPractice) -> list[Product]:
    """The forms in which it had gone out; the record must be as known on the day."""
    return [product for product in one.products if product.on is not None and product.retired is None]


def form_words(sort: str) -> str:
    """`seven-minute briefing`, `newsletter`."""
    return SORTS.get(sort, sort.replace("-", " "))


def contact(register: Register, group: str) -> str:
    """The role to ask about it: who chairs the group that sees to it, with a mailbox if one is known."""
    found = register.find(Group, group)
    role = register.find(Role, found.chair) if found else None
    if role is None:
        return called_at(register, group)
    mailbox = role.contact.mailbox if role.contact else None
    return f"{role.name} ({mailbox})" if mailbox else role.name


def _good(register: Register, one: Learning | GoodPractice) -> Iterator[str]:
    for address in one.statements:
        statement = register.get(address)
        if isinstance(statement, Statement):
            yield _with_subject(statement)
        elif isinstance(statement, Aim | Principle | CultureCommitment):
            yield flowing(statement.text)


def _with_subject(statement: Statement) -> str:
    """The statement, which in its list may go on about those named before: then whom it is about."""
    text = flowing(statement.text)
    if text.split(" ", 1)[0] not in ("They", "Their"):
        return text
    whom = "Professionals and volunteers" if "professionals" in statement.audiences else ""
    first = statement.audiences[0].replace("-", " ")
    return f"{whom or first.capitalize()}: {text[0].lower()}{text[1:]}"
