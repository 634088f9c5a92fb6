"""The learning bulletin: the few things to know and do, what works, and what changed because of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.calendars import add_months, financial_year_of, long_date, quarter_of
from lif.measures.found import with_wider
from lif.records.learning import GoodPractice, Learning
from lif.records.publications import Publication
from lif.records.record import stands
from lif.records.references import Theme
from lif.register import Register
from lif.views.came_of import many
from lif.views.coverage.states import OLD_MONTHS
from lif.views.papers import CannotBeMade, Opening, Question
from lif.views.telling.budget import SILENT, count_all, minutes
from lif.views.telling.landed import Landed, landed, tested_between
from lif.views.telling.learned import Learned, known_learning, learned, out
from lif.views.telling.national import National, national, origins
from lif.views.telling.sources import named

FEW = 4
"""So many things a bulletin of two pages tells in full; the others are named."""


@dataclass(frozen=True, slots=True)
class LearningBulletin:
    """What practitioners are told of what was learned between two days, both included.

    `few` are told in full, at most `FEW` of them: messages of the year first, then the newest. `also` are the
    others, by name. `works` is good practice. `changed` are tests of earlier learning that were done in the
    time, the newest first; `to_come` tests of what is told here that are not done yet, by their due day.
    `national` are the national reviews that stand beside what was learned here.
    """

    opening: Opening
    as_at: date
    since: date
    until: date
    few: tuple[Learned, ...]
    also: tuple[Learned, ...]
    works: tuple[Learned, ...]
    changed: tuple[Landed, ...]
    to_come: tuple[Landed, ...]
    national: tuple[National, ...]


def learning_bulletin(question: Question) -> LearningBulletin:
    """The bulletin of a year, of a theme (its last two years), or of this quarter and the one before it.

    Learning belongs to it that was agreed in the time, of which a form went out in the time, or that is a
    message of the year in which the time ends. Raises CannotBeMade for a year that has not begun.
    """
    since, until = _time(question)
    every = [one for one in known_learning(question.register, question.as_at) if _on_theme(question, one)]
    told = sorted((one for one in every if _belongs(one, since, until)), key=lambda one: _order(one, until))
    whole = [learned(question.register, one, question.as_at) for one in told]
    things = [one for one in whole if one.kind == Learning.kind]
    few, also = tuple(things[:FEW]), tuple(things[FEW:])
    works = tuple(one for one in whole if one.kind == GoodPractice.kind)
    changed = tested_between((landed(one, question.as_at) for one in every), since, until)
    to_come = _to_come(landed(one, question.as_at) for one in told)
    beside = tuple(national(question, told))
    opening = _opening(question, (since, until), few, also, works, changed, beside)
    parts = (few, also, works, changed, to_come, beside)
    return LearningBulletin(opening, question.as_at, since, until, *parts)


def _time(question: Question) -> tuple[date, date]:
    """The first and the last day that the bulletin looks at."""
    as_at, year = question.as_at, question.year
    if year:
        if year.start > as_at:
            raise CannotBeMade(f"{year.label} has not begun by {long_date(as_at)}")
        return year.start, min(year.end, as_at)
    if question.named(Theme):
        return add_months(as_at, -OLD_MONTHS), as_at
    return quarter_of(as_at).previous().start, as_at


def _on_theme(question: Question, one: Learning | GoodPractice) -> bool:
    theme = question.named(Theme)
    return theme is None or theme.id in with_wider(question.register, one.themes)


def _belongs(one: Learning | GoodPractice, since: date, until: date) -> bool:
    days = (one.on, *(product.on for product in out(one)))
    return any(day and since <= day <= until for day in days) or _message_of(one, until)


def _message_of(one: Learning | GoodPractice, until: date) -> bool:
    """Whether it is one of the few messages of the year in which the bulletin ends."""
    return one.key_message_for == str(financial_year_of(until)) and one.on <= until


def _order(one: Learning | GoodPractice, until: date) -> tuple[bool, int, str]:
    return (not _message_of(one, until), -one.on.toordinal(), one.id)


def _to_come(tests: Iterable[Landed]) -> tuple[Landed, ...]:
    waiting = [one for one in tests if one.result in ("awaited", "overdue") and one.on]
    return tuple(sorted(waiting, key=lambda one: (one.on or date.max, one.record)))


def _opening(
    question: Question,
    time: tuple[date, date],
    few: tuple[Learned, ...],
    also: tuple[Learned, ...],
    works: tuple[Learned, ...],
    changed: tuple[Landed, ...],
    beside: tuple[National, ...],
) -> Opening:
    theme = question.named(Theme)
    about = ": ".join(("Learning bulletin", *((theme.name,) if theme else ())))
    title = f"{about}, {question.year.label}" if question.year else about
    ids = (theme.id if theme else "", question.year.slug if question.year else "")
    words = count_all(_printed((*few, *works), changed))
    last = last_bulletin(question.register, question.as_at)
    return Opening(
        title=title,
        name="-".join(filter(None, ("learning-bulletin", *ids))),
        purpose="Information: for everybody who works with children and families",
        asked=tuple(_asked(few, works, time)),
        facts=(
            ("Period", f"{long_date(time[0])} to {long_date(time[1])}"),
            ("In it", f"{_content(len(few) + len(also), len(works))}; {_long(words)}"),
            ("From here and elsewhere", origins(question, (*few, *also, *works), beside)),
            ("Last bulletin", long_date(last) if last else "none is recorded"),
        ),
        unfinished=tuple(_unfinished((*few, *also), works)),
    )


def _content(things: int, works: int) -> str:
    """`4 things to know, 1 piece of good practice`."""
    told = f"{many(works, 'piece')} of good practice" if works else "no good practice"
    return f"{many(things, 'thing') if things else 'nothing'} to know, {told}"


def _long(words: int) -> str:
    return f"about {many(minutes(words, SILENT), 'minute')} to read"


def _asked(few: tuple[Learned, ...], works: tuple[Learned, ...], time: tuple[date, date]) -> Iterator[str]:
    if not few and not works:
        yield (
            f"Note that nothing was agreed as learning, or told, between {long_date(time[0])} and "
            f"{long_date(time[1])}."
        )
        yield "Tell your safeguarding lead what you have learned in that time that others should know."
        return
    if few:
        some = "Try the one thing below" if len(few) == 1 else f"Try one of the {len(few)} things below"
        yield f"{some} this week."
    if any(one.questions for one in few):
        yield "Talk about its questions in your next team meeting or supervision."
    if works:
        told = "an example is" if len(works) == 1 else f"{len(works)} examples are"
        yield f"Borrow what works: {told} told below."
    yield "Tell the contact named under it how you used it. One line is enough, and it is counted."


def _unfinished(things: tuple[Learned, ...], works: tuple[Learned, ...]) -> Iterator[str]:
    if not things and not works:
        yield "Nothing was learned or told in the time that it looks at."
    for one in things:
        if not one.do:
            yield f"“{one.title}” does not say what to do: fill in what_to_do in {one.record}."


def _printed(told: Iterable[Learned], changed: Iterable[Landed]) -> Iterator[str]:
    """Everything that a reader reads, without headings."""
    for one in told:
        yield from (one.title, one.text, one.why, one.do, *one.questions, *one.good, *named(one.sources))
        yield from (way.words for way in (*one.courses, *one.reading))
    for test in changed:
        yield from (test.title, test.seen, test.follows)


def last_bulletin(register: Register, as_at: date) -> date | None:
    """The day on which the last bulletin went out, by the list of publications."""
    days = [
        one.published
        for one in register.all(Publication)
        if one.sort == "bulletin" and one.published and one.published <= as_at and stands(one, as_at)
    ]
    return max(days, default=None)
