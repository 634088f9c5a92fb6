"""Training in the year: what was needed, what was held, who came, and what evaluation says at each level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from lif.records.training import Course, Evaluation, TrainingPlan, TrainingSession
from lif.views.shown import flowing
from lif.views.yearly_report.gate import Shown, shown
from lif.views.yearly_report.heads import Head, head
from lif.views.yearly_report.scope import Scope

LEVELS: tuple[str, ...] = get_args(Evaluation.model_fields["level"].annotation)
"""The four levels of evaluation, from whether people liked it to whether children are better off."""


@dataclass(frozen=True, slots=True)
class Need:
    """A need that the training plan names, and what is still missing."""

    text: str
    courses: int
    gap: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Level:
    """One level of evaluation: how many courses were looked at, and how many who were asked answered."""

    level: str
    courses: int
    asked: int
    answered: int
    positive: int


@dataclass(frozen=True, slots=True)
class TrainingPart:
    """The training of the year. Of those `booked`, `attended` came; `walk_ins` had no booking.

    `own_sessions` are those that single agencies held for their own people, and `own_came` who came to these,
    with and without a booking: they are among the others, and are told apart.
    """

    head: Head
    courses: int
    sessions: int
    cancelled: int
    capacity: int
    booked: int
    attended: int
    walk_ins: int
    own_sessions: int
    own_came: int
    needs: tuple[Need, ...]
    levels: tuple[Level, ...]
    illustrative: bool
    shown: Shown


def training(scope: Scope) -> TrainingPart:
    """Training, its needs and its evaluation."""
    every = [each for each in scope.known(TrainingSession) if scope.holds(each.on)]
    held = [each for each in every if each.cancelled_on is None]
    places = [one for each in held for one in each.places]
    single = {each.id for each in scope.known(Course) if each.sort == "single-agency"}
    own = [each for each in held if each.course in single]
    needs = [
        Need(flowing(one.text), len(one.courses), flowing(one.gap), plan.illustrative)
        for plan in scope.known(TrainingPlan)
        if plan.period == str(scope.year)
        for one in plan.needs
    ]
    return TrainingPart(
        head(scope, "training", "" if held else "No training held in the year is recorded."),
        len({each.course for each in held}),
        len(held),
        len(every) - len(held),
        sum(each.capacity for each in held),
        sum(one.booked for one in places),
        sum(one.attended for one in places),
        sum(one.walk_ins for one in places),
        len(own),
        sum(one.attended + one.walk_ins for each in own for one in each.places),
        tuple(needs),
        tuple(_level(scope, level, {each.id for each in held}) for level in LEVELS),
        any(each.illustrative for each in held),
        shown(scope, "Training", "training", lambda about: "training" in about.subjects),
    )


def _level(scope: Scope, level: str, sessions: set[str]) -> Level:
    """What evaluations at a level say of the year's sessions; one that names none counts by its own day."""
    courses, found = set(), []
    for course in scope.known(Course):
        for one in course.evaluations:
            if one.level == level and scope.knows(one.on) and _of_the_year(scope, one, sessions):
                courses.add(course.id)
                found.append(one)
    return Level(
        level,
        len(courses),
        sum(one.asked or 0 for one in found),
        sum(one.answered or 0 for one in found),
        sum(one.positive or 0 for one in found),
    )


def _of_the_year(scope: Scope, one: Evaluation, sessions: set[str]) -> bool:
    return bool(sessions.intersection(one.sessions)) if one.sessions else scope.holds(one.on)
