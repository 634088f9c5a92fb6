"""The slides of a thematic presentation: one idea each, little text, and a question to put to the room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lif.calendars import long_date
from lif.views.came_of import many
from lif.views.telling.joined import Joined, in_common, kinds
from lif.views.telling.slide import KINDS, MOST, Slide, Telling, Told, asked_point, joined_words, slide
from lif.views.telling.slides_of_change import changed, done, still_there

ELSEWHERE = "Where would we see this in our own work?"
"""Put to the room where no question of what was learned belongs to a source."""


def slides(told: Telling) -> tuple[Slide, ...]:
    """Every slide, in the order in which they are shown."""
    return tuple(
        part
        for made in (
            _how_often(told),
            _where(told),
            *_sources(told),
            *_kept_back(told),
            *_common(told),
            _said(told),
            done(told),
            changed(told),
            still_there(told),
            _room(told),
        )
        for part in _parted(made)
    )


def _parted(whole: Slide) -> Iterator[Slide]:
    """The slide in as few as its points need, shared evenly, each saying which; no point is left out."""
    count = max(1, -(-len(whole.points) // MOST))
    each = max(1, -(-len(whole.points) // count))
    parts = [whole.points[n : n + each] for n in range(0, len(whole.points), each)] or [()]
    for number, points in enumerate(parts, start=1):
        more = f" ({number} of {len(parts)})" if len(parts) > 1 else ""
        yield replace(whole, heading=f"{whole.heading}{more}", points=points)


def _how_often(told: Telling) -> Slide:
    found = told.found
    if not found:
        lead = "No review, audit, inspection or scrutiny has found it by the day of this paper."
        return slide("How often it was found", lead, (), "Have you seen it yourselves?")
    first, last = long_date(found[0].on), long_date(found[-1].on)
    when = f"on {first}" if first == last else f"between {first} and {last}"
    counted = joined_words([many(count, KINDS.get(kind, kind)) for kind, count in kinds(found)])
    lead = f"{counted[0].upper()}{counted[1:]} found it {when}."
    again = [
        Told(f"{name} found it again", "after an action on it had been closed", line.illustrative)
        for line in told.recurs
        for name in dict.fromkeys(one.name for one in line.again)
    ]
    points = tuple({one.text: one for one in again}.values())
    question = "Did you expect it to be found this often? What have you seen yourselves?"
    return slide("How often it was found", lead, points, question, any(one.illustrative for one in found))


def _where(told: Telling) -> Slide:
    lead = "In order of the day on which it was known." if told.found else "Nowhere yet."
    question = "Which of these do you know, and what do you remember of it?"
    made_up = any(one.illustrative for one in told.found)
    return Slide("Where it was found", lead, (), told.found, question, made_up)


def _sources(told: Telling) -> Iterator[Slide]:
    """A slide for each source that may be told, each with another question, if there is another."""
    put: set[str] = set()
    for one in told.found:
        if not one.kept_back:
            asked = told.questions.get(one.record, ())
            question = next((each for each in asked if each not in put), asked[0] if asked else ELSEWHERE)
            put.add(question)
            yield _source(one, question)


def _source(one: Joined, question: str) -> Slide:
    heading = f"What was found: {one.name}"
    points = [
        *(Told(text, "", one.illustrative) for text in one.findings),
        *(Told(text, "this worked", one.illustrative) for text in one.worked),
    ]
    lead = f"Known since {long_date(one.on)}."
    if not points:
        lead = (
            f"Known since {long_date(one.on)}. It has no finding on it, and asked for something all the same."
        )
    return slide(heading, lead, points, question, one.illustrative)


def _kept_back(told: Telling) -> Iterator[Slide]:
    """The reviews whose findings are not told, and why."""
    points = [
        Told(one.name, f"since {one.kept_back}", one.illustrative) for one in told.found if one.kept_back
    ]
    if points:
        lead = "These found it too. What they found is not told here; what was agreed as learning is."
        yield slide("What is not told yet", lead, points, "What can we learn without the story of a case?")


def _common(told: Telling) -> Iterator[Slide]:
    """What several sources ask, a slide for each theme that they share, then what one alone asks."""
    groups, alone = in_common(told.topic.register, told.found)
    for group in groups:
        yield slide(
            f"Asked for more than once: {group.theme}",
            f"{group.sources} sources ask for something on this as well.",
            (asked_point(one) for one in group.asked),
            "Why has it been asked for more than once?",
        )
    lead = "Apart from the theme itself, no two of them ask for something on the same theme."
    if groups or len(alone) < 2:
        lead = ""
    if not groups and not alone:
        lead = "Nothing that may be told was recommended."
    if alone or not groups:
        heading = "What else was asked for" if groups else "What was asked for"
        yield slide(heading, lead, (asked_point(one) for one in alone), "Which of these is ours?")


def _said(told: Telling) -> Slide:
    """Where the sources of all kinds agree and where they do not."""
    compared = told.triangulated.comparison
    found = [
        *((each, "sources agree") for each in compared.agree),
        *((each, "sources conflict") for each in compared.conflict),
        *((each, "one-sided") for each in compared.one_sided),
    ]
    points = [Told(each.text, note, any(one.illustrative for one in each.sources)) for each, note in found]
    points += [Told(words, "missing", False) for words in compared.missing]
    lead = "Figures, audits, reviews, children and parents, practitioners and training, side by side."
    question = "Which source would you trust most here, and why?"
    return slide("What all sources say together", lead, points, question)


def _room(told: Telling) -> Slide:
    """Every question of what was learned on it."""
    points = dict.fromkeys(question for each in told.questions.values() for question in each)
    lead = "" if points else "No piece of learning on it has questions written down."
    made_up = any(one.illustrative for one in told.tests)
    return slide(
        "Questions for the room",
        lead,
        (Told(each, "", made_up) for each in points),
        "Which one will you take back to your team?",
    )
