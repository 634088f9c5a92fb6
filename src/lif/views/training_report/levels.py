"""The four levels of evaluation: what people thought, learned, do differently; what it did for children."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.checks.voice import FEWEST
from lif.records.record import stands
from lif.records.training import Course, Evaluation
from lif.views.shares import Share, share
from lif.views.shown import flowing
from lif.views.telling.sources import named, sources
from lif.views.training_report.year import Year

Name = Literal["reaction", "learning", "behaviour", "results"]
LEVELS: tuple[Name, ...] = ("reaction", "learning", "behaviour", "results")
"""Kirkpatrick's four levels of evaluation, from the nearest to the furthest."""


@dataclass(frozen=True, slots=True)
class EvaluationLine:
    """One evaluation of one course. `answered` is how many of those asked did, `positive` how many of these.

    `few` marks one that so few answered that nothing can be told from it.
    """

    course: str
    title: str
    on: date
    question: str
    answered: Share
    positive: Share
    with_manager: Share
    text: str
    shown_by: tuple[str, ...]
    few: bool
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """The evaluations that asked one question; `name` is the question."""

    name: str
    lines: tuple[EvaluationLine, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """One level: its evaluations by question, how many of those asked answered, how many of these said yes.

    Totals add up the evaluations that give every count; people who came to two courses are counted in each.
    `missing` are the courses held in the year that nothing at this level is about.
    """

    name: Name
    asked: tuple[Asked, ...]
    answered: Share
    positive: Share
    courses: Share
    missing: tuple[str, ...]

    @property
    def lines(self) -> tuple[EvaluationLine, ...]:
        """Its evaluations, one question after the other."""
        return tuple(line for one in self.asked for line in one.lines)


def levels(year: Year) -> tuple[Level, ...]:
    """The four levels, of the courses of the year."""
    return tuple(_level(year, name) for name in LEVELS)


def _level(year: Year, name: Name) -> Level:
    found = [(course, one) for course in year.courses for one in _of(year, course, name)]
    lines = tuple(_line(year, course, one) for course, one in found)
    whole = [one for _, one in found if None not in (one.asked, one.answered, one.positive)]
    held = {one.course for one in year.held}
    missing = [one for one in year.courses if one.id in held and one.id not in {c.id for c, _ in found}]
    answered = sum(one.answered or 0 for one in whole)
    return Level(
        name=name,
        asked=tuple(_by_question(lines)),
        answered=share(answered if whole else None, sum(one.asked or 0 for one in whole)),
        positive=share(sum(one.positive or 0 for one in whole) if whole else None, answered),
        courses=share(len(held) - len(missing), len(held), "no course was held"),
        missing=tuple(one.title for one in missing),
    )


def _by_question(lines: Iterable[EvaluationLine]) -> Iterator[Asked]:
    """The evaluations by what they asked, the question of most of them first."""
    by_question: dict[str, list[EvaluationLine]] = defaultdict(list)
    for line in lines:
        by_question[line.question].append(line)
    for question in sorted(by_question, key=lambda each: (-len(by_question[each]), each)):
        yield Asked(question, tuple(by_question[question]))


def _of(year: Year, course: Course, name: Name) -> Iterator[Evaluation]:
    for one in sorted(course.evaluations, key=lambda each: each.on):
        if one.level == name and stands(one, year.as_at) and year.about(one.sessions, one.on):
            yield one


def _line(year: Year, course: Course, one: Evaluation) -> EvaluationLine:
    return EvaluationLine(
        course=course.id,
        title=course.title,
        on=one.on,
        question=one.question,
        answered=share(one.answered, one.asked),
        positive=share(one.positive, one.answered, "nobody answered" if one.answered == 0 else "not counted"),
        with_manager=share(one.with_manager, one.answered, "not recorded"),
        text=flowing(one.text),
        shown_by=tuple(named(sources(year.register, one.shown_by, year.as_at))),
        few=one.answered is not None and one.answered < FEWEST,
        illustrative=course.illustrative,
    )
