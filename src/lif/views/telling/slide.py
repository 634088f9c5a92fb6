"""What a thematic presentation is made of: the slide, and everything on its topic as known on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lif.records.actions import Action
from lif.records.learning import GoodPractice, Learning
from lif.views.actions import ActionLine, action_line
from lif.views.helped import DONE, HelpedLine, helped_line
from lif.views.recurring import ThemeLine, recurring
from lif.views.telling.joined import Asked, Joined
from lif.views.telling.landed import Landed, landed
from lif.views.telling.learned import known_learning
from lif.views.triangulation import Triangulation
from lif.views.triangulation.topic import Topic

MOST = 5
"""So many points fit on a slide; more go on the next one, which says so."""
KINDS = {"review": "review", "audit": "audit", "scrutiny": "piece of scrutiny", "inspection": "inspection"}
OVERALL = {
    "unanswered": "not answered yet",
    "no-action": "an action is wanting",
    "overdue": "overdue",
    "at-risk": "at risk",
    "on-track": "on track",
    "awaiting-assurance": "done, not assured yet",
    "assured": "done and assured",
    "closed": "closed",
    "not-accepted": "not accepted",
}
"""Where a recommendation stands, in words."""


@dataclass(frozen=True, slots=True)
class Told:
    """One point of a slide, and what stands quietly beside it: whose it is, where it stands."""

    text: str
    note: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Slide:
    """One idea: a heading, a sentence, a few points, and a question for the presenter to put to the room.

    `sources` are the rows of its table, where it has one.
    """

    heading: str
    lead: str
    points: tuple[Told, ...]
    sources: tuple[Joined, ...]
    question: str
    illustrative: bool


@dataclass(frozen=True)
class Telling:
    """What the slides are made of, as known on a day."""

    topic: Topic
    found: tuple[Joined, ...]
    triangulated: Triangulation
    actions: tuple[ActionLine, ...]
    helped: tuple[HelpedLine, ...]
    tests: tuple[Landed, ...]
    questions: dict[str, tuple[str, ...]]
    recurs: tuple[ThemeLine, ...]


def telling(topic: Topic, found: tuple[Joined, ...], triangulated: Triangulation) -> Telling:
    """Gathers what is told of a topic by the day."""
    register, as_at = topic.register, topic.as_at
    actions = [one for one in topic.all(Action) if one.agreed_on <= as_at]
    lines = [(one, action_line(register, one, as_at)) for one in actions]
    done = [
        helped_line(register, topic.figures, one, line, as_at) for one, line in lines if line.standing in DONE
    ]
    lessons = [one for one in known_learning(register, as_at) if set(one.themes) & set(topic.themes)]
    return Telling(
        topic,
        found,
        triangulated,
        tuple(line for _, line in lines),
        tuple(done),
        tuple(landed(one, as_at) for one in lessons),
        _questions(lessons),
        tuple(line for line in recurring(register, as_at) if line.theme in topic.themes),
    )


def _questions(lessons: Iterable[Learning | GoodPractice]) -> dict[str, tuple[str, ...]]:
    """The questions of each piece of learning, by the records that it was learned from."""
    found: dict[str, tuple[str, ...]] = {}
    for one in lessons:
        if isinstance(one, Learning):
            for address in one.sources:
                record = address.partition("/")[0]
                found[record] = tuple(dict.fromkeys((*found.get(record, ()), *one.questions)))
    return found


def slide(
    heading: str, lead: str, points: Iterable[Told], question: str, illustrative: bool = False
) -> Slide:
    told = tuple(points)
    return Slide(heading, lead, told, (), question, illustrative or any(one.illustrative for one in told))


def asked_point(one: Asked) -> Told:
    return Told(one.text, f"{one.source}: {OVERALL.get(one.stands, one.stands)}", one.illustrative)


def joined_words(names: list[str]) -> str:
    """`Review A`, `Review A and Review B`, `Review A, Review B and Review C`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
