"""The thematic presentation: several reviews on one theme joined, as slides with one idea each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.calendars import long_date
from lif.records.priorities import Priority
from lif.records.references import Theme
from lif.views.came_of import many
from lif.views.papers import CannotBeMade, Opening, Question
from lif.views.telling.joined import Joined, joined, kinds
from lif.views.telling.slide import KINDS, Slide, Telling, telling
from lif.views.telling.slides import slides
from lif.views.triangulation import triangulation
from lif.views.triangulation.topic import Topic


@dataclass(frozen=True, slots=True)
class ThematicPresentation:
    """What several sources say together of one theme or priority, as slides."""

    opening: Opening
    as_at: date
    about: str
    sort: Literal["theme", "priority"]
    sources: tuple[Joined, ...]
    slides: tuple[Slide, ...]


def thematic_presentation(question: Question) -> ThematicPresentation:
    """The presentation of the theme or priority that was named; raises CannotBeMade for none or both."""
    about = _about(question)
    register, figures, as_at = question.register, question.figures, question.as_at
    topic = Topic(register, figures, as_at, about)
    found = joined(topic)
    told = telling(topic, found, triangulation(register, figures, about, as_at))
    made = slides(told)
    return ThematicPresentation(
        opening=_opening(topic, told, made),
        as_at=as_at,
        about=about.id,
        sort="priority" if isinstance(about, Priority) else "theme",
        sources=found,
        slides=made,
    )


def _about(question: Question) -> Theme | Priority:
    found = question.named(Theme), question.named(Priority)
    if all(found) or not any(found):
        raise CannotBeMade("name one theme or one priority, as in --theme neglect")
    return found[0] or found[1]  # type: ignore[return-value]


def _wider(topic: Topic) -> bool:
    """Whether it takes in other themes than the one that it is called after."""
    return tuple(topic.names()) != (topic.about.name,)


def _opening(topic: Topic, told: Telling, made: tuple[Slide, ...]) -> Opening:
    found = told.found
    counted = ", ".join(many(count, KINDS.get(kind, kind)) for kind, count in kinds(found))
    when = f"{long_date(found[0].on)} to {long_date(found[-1].on)}" if found else "no day"
    return Opening(
        title=f"Thematic presentation: {topic.about.name}",
        name=f"thematic-presentation-{topic.about.id}",
        purpose="Information: to be shown and talked about",
        asked=tuple(_asked(topic, told)),
        facts=(
            ("About", f"the {topic.about.kind} {topic.about.name}"),
            *((("Themes taken in", "; ".join(topic.names()) or "none"),) if _wider(topic) else ()),
            ("Sources", counted or "none"),
            ("Known", when),
            ("Slides", f"{len(made)}, one idea each"),
        ),
        unfinished=tuple(_unfinished(topic, found)),
    )


def _asked(topic: Topic, told: Telling) -> Iterator[str]:
    """What the board is asked: what comes back, what has no action, what is late, and who shows it where."""
    name = topic.about.name
    again = {one.name: None for line in told.recurs for one in line.again}
    if again:
        yield f"Challenge why {name} was found again by {'; '.join(again)}, after an action had been closed."
    owed = sum(one.stands in ("unanswered", "no-action") for each in told.found for one in each.asked)
    if owed:
        yield f"Decide who acts on {many(owed, 'recommendation')} on {name} that {_has(owed)} no action."
    late = [one for one in told.actions if one.standing == "overdue"]
    if late:
        owners = "; ".join(dict.fromkeys(one.owner_name for one in late))
        yield f"Ask when {many(len(late), 'overdue action')} will be done: {owners}."
    unseen = sum(one.helped in ("no-day-set", "overdue") for one in told.helped)
    if unseen:
        yield f"Agree who looks whether {many(unseen, 'action')} helped: done, and not looked at since."
    yield "Agree who shows this to which teams, and how they say what they did with it."


def _has(count: int) -> str:
    return "has" if count == 1 else "have"


def _unfinished(topic: Topic, found: tuple[Joined, ...]) -> Iterator[str]:
    if not found:
        yield f"No source has found {topic.about.name}: there is nothing to join."
    elif len(found) == 1:
        yield f"Only one source has found {topic.about.name}; a presentation joins several."
