"""The voice report: what children, parents and practitioners said, what was done, and who was not heard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.calendars import long_date
from lif.views.came_of import many
from lif.views.papers import Opening, Question
from lif.views.sentences import named, quoted
from lif.views.voice_report.beside import AgencyComplaints, QuarterHeard, complaints, groups_heard
from lif.views.voice_report.heard import WHOM, Heard, Whom, heard
from lif.views.voice_report.scope import Scope, scope
from lif.views.voice_report.unheard import short_names, unheard

WAYS = 5
"""So many ways of listening are named on the front sheet."""
WORST = 2
"""So many of those who wait longest for an answer are named."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """One group of those who may speak: what was heard from them, the newest first, and how many in words."""

    whom: Whom
    name: str
    head: str
    heard: tuple[Heard, ...]


@dataclass(frozen=True, slots=True)
class VoiceReport:
    """What people said between two days and what became of it.

    `awaited` has no answer yet, the oldest first; of `untold` those who spoke were not told what was done.
    `whole` is false on a theme or priority: then complaints are counted by theme alone. `short_names` say
    what an agency is called in full where its short name does not tell.
    """

    opening: Opening
    as_at: date
    since: date
    until: date
    whole: bool
    in_short: tuple[str, ...]
    speakers: tuple[Speakers, ...]
    awaited: tuple[Heard, ...]
    untold: tuple[Heard, ...]
    unheard: tuple[str, ...]
    groups: tuple[QuarterHeard, ...]
    complaints: tuple[AgencyComplaints, ...]
    short_names: tuple[str, ...]


def voice_report(question: Question) -> VoiceReport:
    """The report of a year, or of the last twelve months; on a theme or priority of the last two years.

    Raises CannotBeMade as `scope` does.
    """
    looked = scope(question)
    every = heard(looked)
    speakers = tuple(_speakers(whom, every) for whom in WHOM)
    awaited = tuple(
        sorted((one for one in every if one.answer == "awaited"), key=lambda one: (one.on, one.record))
    )
    untold = tuple(one for one in every if one.answer == "done")
    return VoiceReport(
        opening=_opening(question, looked, every, speakers),
        as_at=question.as_at,
        since=looked.since,
        until=looked.until,
        whole=looked.about is None,
        in_short=tuple(_in_short(every, speakers)),
        speakers=speakers,
        awaited=awaited,
        untold=untold,
        unheard=tuple(unheard(looked, every)),
        groups=groups_heard(looked),
        complaints=complaints(looked),
        short_names=tuple(short_names(looked)),
    )


def _speakers(whom: Whom, every: tuple[Heard, ...]) -> Speakers:
    mine = tuple(one for one in every if one.whom == whom)
    return Speakers(whom, WHOM[whom], _head(mine), mine)


def _head(mine: tuple[Heard, ...]) -> str:
    """`Heard 3 times: 41 people; fewer than five at 1 of them.`"""
    if not mine:
        return "Nobody is recorded as heard in this time."
    people = sum(one.people or 0 for one in mine)
    few = sum(one.many == "fewer than five" for one in mine)
    unknown = sum(one.many == "how many is not recorded" for one in mine)
    said = [f"{people:,} people"] if people else []
    said += [f"fewer than five at {few} of them"] if few else []
    said += [f"how many is not recorded at {unknown} of them"] if unknown else []
    return f"Heard {many(len(mine), 'time')}: {'; '.join(said) or 'nobody came'}."


def _in_short(every: tuple[Heard, ...], speakers: tuple[Speakers, ...]) -> Iterator[str]:
    for one in speakers:
        if one.heard or one.whom != "families":
            yield f"{one.name}{' were ' if one.heard else ': '}{_lower(one.head)}"
    if every:
        answers = [one.answer for one in every]
        done, told = sum(each.startswith("done") for each in answers), answers.count("done-and-told")
        others = (
            (answers.count("agreed"), "an action is agreed"),
            (answers.count("not-changed"), "it was said why nothing changes"),
            (answers.count("praised"), "they spoke well of it and nothing had to change"),
            (answers.count("awaited"), "there is no answer yet"),
        )
        rest = "".join(f"; {_times(count)} {words}" for count, words in others if count)
        yield (
            f"You said, we did: of {many(len(every), 'time')} that people were heard, something was done "
            f"{_times(done)}, and those who spoke were told of it {_times(told)}{rest}."
        )


def _lower(words: str) -> str:
    return f"{words[0].lower()}{words[1:]}"


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _opening(
    question: Question, looked: Scope, every: tuple[Heard, ...], speakers: tuple[Speakers, ...]
) -> Opening:
    about, year = looked.about, question.year
    title = f"Voice report: {about.name}" if about else "Voice report"
    ids = (about.id if about else "", year.slug if year else "")
    return Opening(
        title=f"{title}, {year.label}" if year else title,
        name="-".join(filter(None, ("voice-report", *ids))),
        purpose="Assurance: whether what people say makes a difference",
        asked=tuple(_asked(every, speakers)),
        facts=(
            ("Period", f"{long_date(looked.since)} to {long_date(looked.until)}"),
            ("About", f"the {about.kind} {about.name}" if about else "everything that was heard"),
            ("Heard", many(len(every), "time") if every else "nothing is recorded"),
            ("How", _ways(every)),
        ),
        unfinished=() if every else ("Nobody is recorded as heard in the time that it looks at.",),
    )


def _ways(every: tuple[Heard, ...]) -> str:
    """The ways in which most were heard, and how many others there were."""
    counts = Counter(one.method for one in every)
    return named((way for way, _ in counts.most_common()), WAYS) or "nobody is recorded as heard"


def _asked(every: tuple[Heard, ...], speakers: tuple[Speakers, ...]) -> Iterator[str]:
    late = sorted((one for one in every if one.late), key=lambda one: -one.waiting)
    for one in late[:WORST]:
        whom = f"the {one.takes_up}" if one.takes_up else "whoever listened"
        yield f"Challenge {whom}: {quoted(one.title)} has had no answer for {many(one.waiting, 'day')}."
    if (more := len(late) - WORST) > 0:
        yield f"Ask for an answer to {more} more that {'has' if more == 1 else 'have'} waited for a quarter."
    untold = sum(one.answer == "done" for one in every)
    if untold:
        yield f"Ask that those who spoke are told what was done: {_times(untold)} nobody has told them yet."
    silent = [one.name.lower() for one in speakers if not one.heard and one.whom != "families"]
    if silent:
        yield f"Decide how these are heard: {', '.join(silent)}."
    heard_ = sum(one.people or 0 for one in every)
    if heard_:
        said = f"what {heard_:,} people said, whoever spoke twice counted twice"
        yield f"Note {said}, and what was done about it."
    elif every:
        yield "Note what was said, and what was done about it."
