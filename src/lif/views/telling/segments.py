"""The seven segments of a briefing: what stands in each, counted against its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.calendars import long_date
from lif.records.audits import Audit
from lif.records.record import Record
from lif.records.reviews import Review
from lif.views.called import agency_called
from lif.views.shown import flowing
from lif.views.telling.budget import count_all
from lif.views.telling.landed import Landed, landed_words
from lif.views.telling.material import Material, some
from lif.views.telling.sources import kept_back, safely

State = Literal["fits", "over", "empty"]


@dataclass(frozen=True, slots=True)
class Segment:
    """One of the seven segments: paragraphs, then points, exactly as printed.

    `words` counts both. It is over when it has more than `most`, and empty when what it is for is missing,
    whatever else stands in it; nothing is ever cut.
    """

    number: int
    name: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...]
    words: int
    most: int
    state: State


@dataclass(frozen=True, slots=True)
class _Part:
    """What a segment holds, and whether what it is for is there."""

    paragraphs: tuple[str, ...]
    points: tuple[str, ...]
    there: bool


MOST = 900
"""Words in all: the upper end of the 700 to 900 that are customary, seven minutes read aloud at about 130."""


def segments(material: Material) -> tuple[Segment, ...]:
    """The seven segments in their customary order."""
    return tuple(_made(n, *each, material) for n, each in enumerate(PARTS, start=1))


def _made(
    number: int, name: str, most: int, made: Callable[[Material], _Part], material: Material
) -> Segment:
    part = made(material)
    words = count_all((*part.paragraphs, *part.points))
    state: State = "over" if words > most else "fits"
    return Segment(number, name, part.paragraphs, part.points, words, most, state if part.there else "empty")


def _background(material: Material) -> _Part:
    """Where it comes from; of one source alone also what it looked at."""
    names = [safely(material.register, one) for one in material.sources]
    said = [f"It comes from {_and(names)}."] if names else []
    if len(material.sources) == 1:
        said += _looked_at(material, material.sources[0])
    said += _kept(material)
    said += [f"The learning was agreed on {long_date(one.on)}." for one in material.lessons[:1]]
    return _Part((" ".join(said),) if said else (), (), bool(names))


def _looked_at(material: Material, one: Record) -> Iterator[str]:
    if isinstance(one, Review) and one.agencies:
        names = _and([agency_called(material.register, each) for each in one.agencies])
        yield f"It looks at how these worked together: {names}."
    elif isinstance(one, Audit) and one.question:
        yield f"It asked: {flowing(one.question)}"


def _kept(material: Material) -> Iterator[str]:
    """That what some reviews found is not told, and why; reviews with one reason are named together."""
    reasons: dict[str, list[str]] = {}
    for one in material.sources:
        if isinstance(one, Review) and (reason := kept_back(one, material.as_at)):
            reasons.setdefault(reason, []).append(one.title)
    for reason, titles in reasons.items():
        since = f", since {reason}; what" if len(titles) == 1 else f": for each, {reason}. What"
        yield f"What {_and(titles)} found is not told here{since} was agreed as learning is."


def _why(material: Material) -> _Part:
    """Why it matters for a child."""
    found = tuple(one.why for one in material.lessons if one.why)
    return _Part(found, (), bool(found))


def _happened(material: Material) -> _Part:
    """How it was looked into, who took part, and what people said; never the story of a case."""
    alone = len(material.sources) == 1
    found = [" ".join(_looked(one, material.as_at, alone)) for one in material.sources]
    told = tuple(filter(None, (*found, *material.heard())))
    return _Part(told, (), bool(told))


def _looked(one: Record, as_at: date, alone: bool) -> Iterator[str]:
    if isinstance(one, Review):
        took = one.involvement
        if took and took.practitioners:
            yield f"{one.title}: {some(took.practitioners, 'practitioners')} took part."
        if took and took.families and alone and not kept_back(one, as_at):
            yield f"The family: {_lower(flowing(took.families))}"
    elif isinstance(one, Audit):
        counts = (
            (one.sample_size, "cases", "were looked at"),
            (one.practitioners_involved, "practitioners", "took part"),
            (one.families_involved, "families", "were asked"),
        )
        said = [f"{some(count, word)} {did}" for count, word, did in counts if count]
        if said:
            yield f"{one.title}: {_and(said)}."


def _found(material: Material) -> _Part:
    """What was found and learned."""
    lessons = tuple(one.text for one in material.lessons)
    findings = tuple(dict.fromkeys(material.findings(good=False)))
    return _Part(lessons, findings, bool(lessons or findings))


def _works(material: Material) -> _Part:
    """What works already, and what has changed since."""
    good = (*material.findings(good=True), *(f"{one.title}: {one.text}" for one in material.good))
    changed = [_changed(one) for one in material.tests if one.result != "no-test"]
    points = (*dict.fromkeys(good), *changed)
    return _Part((), points, bool(points))


def _changed(one: Landed) -> str:
    return " ".join(filter(None, (f"{landed_words(one)}.", one.seen, one.follows)))


def _do(material: Material) -> _Part:
    """What to do, what the board has asked for, and where to go."""
    do = tuple(one.do for one in material.lessons if one.do)
    asked = tuple(f"The board asks: {_lower(text)}" for text in material.asked_for())
    return _Part(do, (*asked, *_ways(material)), bool(do))


def _ways(material: Material) -> Iterator[str]:
    """The courses that carry it and what there is to read or use, other briefings like this one left out."""
    every = [way for one in material.lessons for way in (*one.courses, *one.reading)]
    courses = dict.fromkeys(way.words for way in every if way.record not in _ids(material))
    reading = dict.fromkeys(
        way.words for way in every if way.record in _ids(material) and way.sort != "seven-minute-briefing"
    )
    for label, found in (("Courses", courses), ("To read or use", reading)):
        if found:
            yield _ended(f"{label}: {'; '.join(found)}")


def _ids(material: Material) -> frozenset[str]:
    return frozenset(one.record for one in material.lessons)


def _questions(material: Material) -> _Part:
    """Questions for a team, and how it will be known that it helped."""
    questions = tuple(each for one in material.lessons for each in one.questions)
    known = tuple(
        f"How it will be known that practice changed: {_lower(one.how_known)}"
        for one in material.lessons
        if one.how_known
    )
    return _Part(known, questions, bool(questions))


PARTS: tuple[tuple[str, int, Callable[[Material], _Part]], ...] = (
    ("Background", 100, _background),
    ("Why it matters", 80, _why),
    ("What happened, and who was heard", 120, _happened),
    ("What was found", 180, _found),
    ("What works, and what has changed", 150, _works),
    ("What to do", 170, _do),
    ("Questions for your team", 100, _questions),
)
"""Name and most words of each segment; together they are `MOST`."""

MISSING: tuple[str, ...] = (
    "name where it was learned in its sources",
    "say in the learning why it matters",
    "say how it was looked into: who took part in the review or audit, or what people said",
    "say what was learned, or wait until the findings may be told",
    "say how it is tested whether it landed, or agree good practice from the same source",
    "say in the learning what to do",
    "put questions into the learning",
)
"""What to do about a segment that is empty, in their order."""


def _ended(words: str) -> str:
    """The words as a sentence: with a full stop, unless they end in a mark of their own."""
    return words if words[-1] in ".?!" else f"{words}."


def _lower(text: str) -> str:
    """A sentence as it goes on after a colon, names and abbreviations left as they are."""
    second = text[1:2]
    return text if second.isupper() or text[:2] == "I " else f"{text[:1].lower()}{text[1:]}"


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
