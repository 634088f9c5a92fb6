"""Looks that somebody took on purpose, to see whether something had helped, and what they saw."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from lif.records.actions import Action
from lif.records.learning import GoodPractice, Learning
from lif.records.oversight import Challenge
from lif.records.publications import ImprovementPlan
from lif.records.training import Course, Evaluation, TrainingSession
from lif.views.actions import seen_on
from lif.views.impact.leanings import said_by
from lif.views.impact.looking import Looking
from lif.views.impact.pieces import About, ForWhom, Impact, Seen
from lif.views.impact.subjects import about_of, of_action, own
from lif.views.shown import flowing

RESULTS: Mapping[str, Seen] = {
    "shown": "difference",
    "partly-shown": "some-difference",
    "not-shown": "no-difference",
    "landed": "difference",
    "partly-landed": "some-difference",
    "not-landed": "no-difference",
}
"""What was seen, by the result of a look. Where it cannot be told, nothing was seen."""


ENOUGH = 5
"""Fewer answers than this say at most that something changed for some."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a record says of a look, before it is known whether it says enough."""

    on: date | None
    result: str | None
    text: str | None


def actions(looking: Looking) -> Iterator[Impact]:
    """Actions that somebody looked at after they were done."""
    for one in looking.register.all(Action):
        impact = seen_on(one, looking.as_at).impact
        if impact and looking.knows(one.agreed_on) and looking.counts(one):
            look = Look(impact.checked_on, impact.result, impact.text)
            about = of_action(looking.register, one)
            yield from _seen(looking, one, look, about, "looked at after it was done")


def challenges(looking: Looking) -> Iterator[Impact]:
    """Challenges that were closed, with the difference they made."""
    for one in looking.register.all(Challenge):
        if looking.counts(one):
            look = Look(one.closed_on, one.impact, one.impact_text)
            yield from _seen(looking, one, look, own(one, "scrutiny"), "looked at when it was closed")


def aims(looking: Looking) -> Iterator[Impact]:
    """Aims of an improvement plan whose effect was looked at."""
    for plan in looking.register.all(ImprovementPlan):
        for line in plan.lines if looking.counts(plan) else ():
            if looking.counts(line):
                about = own(line) | About(priorities=(line.priority,) if line.priority else ())
                look = Look(line.effect_on, line.effect, line.effect_text)
                for found in _seen(looking, plan, look, about, f"aim of the {_lower(plan.title)}"):
                    yield replace(found, address=f"{plan.id}/{line.id}", name=flowing(line.text))


def tests(looking: Looking) -> Iterator[Impact]:
    """Tests of whether learning landed, or whether others took up good practice: what people do now."""
    found: list[Learning | GoodPractice] = [*looking.register.all(Learning)]
    found += looking.register.all(GoodPractice)
    for one in found:
        if one.test and looking.knows(one.on) and looking.counts(one):
            look = Look(one.test.checked_on, one.test.result, one.test.text)
            about = own(one) | about_of(looking.register, one.sources)
            yield from _seen(looking, one, look, about, "tested for whether it landed", "practice")


def evaluations(looking: Looking) -> Iterator[Impact]:
    """Evaluations of courses at the two levels that look at work, and at children, some time afterwards.

    Whether people liked a course and learned something says nothing of what became different.
    """
    for course in looking.register.all(Course):
        for one in course.evaluations if looking.counts(course) else ():
            if looking.knows(one.on) and looking.counts(one) and _of_the_time(looking, one):
                found = _BY_LEVEL[one.level](looking, one) if one.level in _BY_LEVEL else None
                if found:
                    whom: ForWhom = "children" if one.level == "results" else "practice"
                    yield Impact(
                        f"{course.id}/{one.id}",
                        course.kind,
                        course.title,
                        "evaluated some time after the course",
                        one.on,
                        found[0],
                        whom,
                        found[1],
                        own(course, "training"),
                        course.illustrative,
                    )


def _results(looking: Looking, one: Evaluation) -> tuple[Seen, str] | None:
    """What became of children, where a record that is named says which way."""
    seen = said_by(looking, one.shown_by)
    text = flowing(one.text)
    return (seen, text) if seen and text else None


def _behaviour(looking: Looking, one: Evaluation) -> tuple[Seen, str] | None:
    """What people do now, by how many of those who answered gave an example."""
    if not one.answered or one.positive is None:
        return None
    many = f"{one.positive} of {one.answered} who answered could say what they do differently."
    most = 2 * one.positive >= one.answered and one.answered >= ENOUGH
    seen: Seen = "difference" if most else "some-difference" if one.positive else "no-difference"
    return seen, " ".join(filter(None, (many, flowing(one.text))))


_BY_LEVEL: Mapping[str, Callable[[Looking, Evaluation], tuple[Seen, str] | None]] = {
    "results": _results,
    "behaviour": _behaviour,
}


def _of_the_time(looking: Looking, one: Evaluation) -> bool:
    """Whether sessions that it is about were held in the stretch; without sessions its own day counts."""
    sessions = [looking.register.find(TrainingSession, id_) for id_ in one.sessions]
    held = [each.on for each in sessions if each is not None]
    return any(map(looking.holds, held)) if held else looking.holds(one.on)


def _seen(
    looking: Looking,
    record: Action | Challenge | ImprovementPlan | Learning | GoodPractice,
    look: Look,
    about: About,
    how: str,
    for_whom: ForWhom = "children",
) -> Iterator[Impact]:
    """The look, where it was of the time and had a result and words: a bare tick shows nothing."""
    text = flowing(look.text)
    seen = RESULTS.get(look.result or "")
    if look.on is not None and looking.holds(look.on) and seen and text:
        yield Impact(
            record.id,
            record.kind,
            flowing(record.title),
            how,
            look.on,
            seen,
            for_whom,
            text,
            about,
            record.illustrative,
        )


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
