"""The page of a review: where it stands, its days, its clocks, and what became of what it recommended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.calendars import long_date
from lif.records.reviews import Milestone, Review
from lif.views.came_of import action_words, asked_words, many
from lif.views.reviews import ReviewLine
from lif.views.site.deadlines import dated, deadlines_of
from lif.views.site.pieces import Fact, Panel, Row, Told, Words, day, softly, strong, table, words
from lif.views.site.recommended import recommended
from lif.views.site.world import World

_STATUS = {
    "planned": "Planned: nothing of it has happened yet.",
    "running": "Running.",
    "waiting-to-publish": "Finished, and its report is not out.",
    "completed": "Finished; nothing of it is to be published.",
    "published": "Published.",
    "closed": "Closed.",
}


def review(world: World, record: Review) -> Told:
    """What is told of a review."""
    line = world.reviews[record.id]
    return Told(
        lead=tuple(_lead(line)),
        facts=_facts(line),
        panels=(
            _days(record),
            *deadlines_of(world, record.id, *((record.incident,) if record.incident else ())),
            *recommended(world, record),
        ),
        fields=frozenset(("title", "milestones", "recommendations", "publication", "keep_published_until")),
    )


def _lead(line: ReviewLine) -> Iterator[Words]:
    yield Words(_STATUS[line.status])
    if line.next_on:
        yield Words(f"Next: {line.next_step.replace('-', ' ')}, planned for {long_date(line.next_on)}.")
    if line.held_back:
        yield strong(f"It may not be published now: {dated(line.held_back)}.")
    found = many(line.findings, "finding")
    if line.good_practice:
        found += f" and {many(line.good_practice, 'example')} of good practice"
    yield Words(f"{found}; {asked_words(line.came)}; {action_words(line.came)}.")


def _facts(line: ReviewLine) -> tuple[Fact, ...]:
    found = []
    if line.publication:
        found.append(Fact("Publication", words(line.publication.replace("-", " "))))
    if line.published_on:
        found.append(Fact("Published on", words(long_date(line.published_on))))
    if line.keep_until:
        found.append(Fact("Must stay published until", words(long_date(line.keep_until))))
    if line.era:
        found.append(Fact("Held under", words({"lscb": "the LSCB"}.get(line.era, "the partnership"))))
    return tuple(found)


def _days(record: Review) -> Panel:
    """What happened and what is planned, in order of time."""
    rows = tuple(
        Row((words(_step(one)), _when(one)))
        for one in sorted(record.milestones, key=lambda one: one.on or one.planned or date.max)
    )
    columns = (("Step", False), ("When", False))
    return Panel("Its course", "its--course", tables=table("In order of time", columns, rows))


def _step(one: Milestone) -> str:
    text = one.step.replace("-", " ")
    return text[:1].upper() + text[1:]


def _when(one: Milestone) -> tuple[Words, ...]:
    """The day it happened, with the day it was planned for where that was another; or the plan."""
    planned = f"planned for {long_date(one.planned)}" if one.planned else ""
    if one.on is None:
        return words(planned)
    return (*day(one.on), *softly(planned if one.planned != one.on else ""))
