"""The seven-minute briefing of a piece of learning or a review: seven segments, their words counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.calendars import long_date
from lif.records.learning import Learning, Product
from lif.records.reviews import Review
from lif.register import Register
from lif.views.came_of import many
from lif.views.papers import CannotBeMade, Opening, Question
from lif.views.review_states import known_by
from lif.views.telling.budget import ALOUD, minutes
from lif.views.telling.learned import contact, out
from lif.views.telling.material import Material
from lif.views.telling.segments import MISSING, MOST, Segment, segments
from lif.views.telling.sources import named, sources


@dataclass(frozen=True, slots=True)
class SevenMinuteBriefing:
    """Seven segments for a team to read together; `words` and `most` count them all."""

    opening: Opening
    as_at: date
    about: str
    segments: tuple[Segment, ...]
    words: int
    most: int
    aloud: int
    illustrative: bool


def seven_minute_briefing(question: Question) -> SevenMinuteBriefing:
    """The briefing of the learning or the review that was named; raises CannotBeMade for none or both."""
    about = _about(question)
    material = Material(question.register, question.as_at, about)
    made = segments(material)
    words = sum(one.words for one in made)
    return SevenMinuteBriefing(
        opening=_opening(material, made, words),
        as_at=question.as_at,
        about=about.id,
        segments=made,
        words=words,
        most=MOST,
        aloud=ALOUD,
        illustrative=_made_up(material),
    )


def _about(question: Question) -> Learning | Review:
    learning, review = question.named(Learning), question.named(Review)
    if learning and review:
        raise CannotBeMade("name a piece of learning or a review, not both")
    if learning is None and review is None:
        first = next((one.id for one in question.register.all(Learning)), "ID")
        raise CannotBeMade(f"name one piece of learning or one review, as in --learning {first}")
    if learning and learning.on > question.as_at:
        raise CannotBeMade(
            f"{learning.id} was agreed on {long_date(learning.on)}, later than the day asked about"
        )
    if review and not known_by(review, question.as_at):
        raise CannotBeMade(f"nothing of {review.id} had happened by {long_date(question.as_at)}")
    return learning or review  # type: ignore[return-value]


def _made_up(material: Material) -> bool:
    records = (material.about, *material.records, *material.sources)
    return any(one.illustrative for one in records) or any(one.illustrative for one in material.good)


def _opening(material: Material, made: tuple[Segment, ...], words: int) -> Opening:
    about = material.about
    found = sources(material.register, material.addresses, material.as_at)
    told = _told_before(material)
    return Opening(
        title=f"Seven-minute briefing: {about.title}",
        name=f"seven-minute-briefing-{about.id}",
        purpose="Information: to be read and talked about in a team meeting",
        asked=tuple(_asked(material, made, words)),
        facts=(
            ("For", _audience(material)),
            ("Comes from", "; ".join(named(found)) or "no source that still counts"),
            ("Length", f"{words} words of at most {MOST}"),
            ("Told before", told or "no other briefing on it is recorded"),
        ),
        unfinished=tuple(_unfinished(made, words)),
    )


def _audience(material: Material) -> str:
    found = dict.fromkeys(
        each.replace("-", " ") for one in material.records for each in getattr(one, "audience", ())
    )
    return ", ".join(found) or "everybody who works with children and families"


def _asked(material: Material, made: tuple[Segment, ...], words: int) -> Iterator[str]:
    yield f"Read it in your team: it takes about {many(minutes(words, ALOUD), 'minute')} aloud."
    questions = len(made[-1].points)
    if questions:
        yield f"Talk about its {many(questions, 'question')} for as long again."
    yield "Agree one thing that your team will do differently this week, and write it down."
    who = contact(material.register, material.records[0].group if material.records else material.about.group)
    yield f"Tell the {who} how you used it, and how many of you there were."


def _unfinished(made: tuple[Segment, ...], words: int) -> Iterator[str]:
    for one, missing in zip(made, MISSING, strict=True):
        place = f"Segment {one.number}, {one.name}"
        if one.state == "empty":
            yield f"{place}, is empty: {missing}."
        if one.words > one.most:
            yield f"{place}, has {one.words} words, {one.words - one.most} more than its {one.most}."
    if words > MOST:
        yield f"The briefing has {words} words, {words - MOST} more than the {MOST} of seven minutes."


def _told_before(material: Material) -> str:
    """The briefings of it that went out, with how many they reached."""
    return "; ".join(
        _reached(material.register, product)
        for one in material.records
        for product in out(one)
        if product.sort == "seven-minute-briefing"
    )


def _reached(register: Register, product: Product) -> str:
    on = long_date(product.on) if product.on else ""
    people = [one.people for one in product.reach if one.people is not None]
    agencies = "1 agency" if len(people) == 1 else f"{len(people)} agencies"
    reached = f"; it reached {sum(people):,} people in {agencies} that counted" if people else ""
    return f"{product.title} ({on}{reached})"
