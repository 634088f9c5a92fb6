"""The page of an action: where it stands, what happened when, and whether it helped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.calendars import long_date
from lif.records.actions import Action
from lif.records.evidence import Evidence
from lif.views.actions import ActionLine
from lif.views.came_of import many
from lif.views.movement import moved_since
from lif.views.shown import flowing
from lif.views.site.pieces import Fact, Panel, Row, Told, Words, day, prose, quiet, strong, table, words
from lif.views.site.tables import times
from lif.views.site.world import World

_STANDS = {
    "on-track": "On track",
    "at-risk": "At risk",
    "overdue": "Overdue",
    "awaiting-assurance": "Reported complete, and nobody was satisfied of it yet",
    "assured": "Assured",
    "closed": "Closed",
    "superseded": "Superseded",
    "not-accepted": "Not accepted",
}
_HELPED = {
    "no-day-set": "No day is set to see whether it helped.",
    "overdue": "Somebody was to see by now whether it helped, and nobody has.",
    "not-yet-due": "It is too early to see whether it helped.",
    "cannot-be-told": "Whether it helped cannot be told.",
    "not-shown": "It was not shown to have helped.",
    "partly-shown": "It was shown in part to have helped.",
    "shown": "It was shown to have helped.",
}
_STATES = {
    "not-started": "Not started",
    "in-progress": "Work began",
    "reported-complete": "Reported complete",
    "assured": "Assured",
    "closed": "Closed",
    "superseded": "Superseded by another action",
    "not-accepted": "Not accepted",
}
Event = tuple[date, str, tuple[Words, ...]]
"""A day, what happened on it, and what was said."""


def action(world: World, record: Action) -> Told:
    """What is told of an action."""
    line = world.actions[record.id]
    first = (Fact("First due", day(line.first_due)),) if line.slips else ()
    return Told(
        lead=(standing(line),),
        facts=(
            Fact("Due", day(line.due)),
            *first,
            Fact("Owned by", _owner(world, record, line)),
        ),
        panels=(
            Panel("What is to be done", "what--is-to-be-done", prose(record.text)),
            *_outcome(record),
            _history(world, record),
            _difference(world, record),
        ),
        fields=frozenset(
            [
                *("title", "text", "intended_outcome", "owner", "due", "due_changes", "steps", "progress"),
                *("chases", "evidence", "assurance", "impact", "success_measure", "success_indicator"),
            ]
        ),
    )


def standing(line: ActionLine) -> Words:
    """Where an action stands, in a sentence."""
    said = _STANDS[line.standing]
    if line.days_overdue:
        said += f" by {many(line.days_overdue, 'day')}"
    moved = f" Its date was moved {times(line.slips)}." if line.slips else ""
    sentence = f"{said}.{moved}"
    return strong(sentence) if line.standing in ("overdue", "at-risk") else Words(sentence)


def _owner(world: World, record: Action, line: ActionLine) -> tuple[Words, ...]:
    agency = world.link(line.agency) if line.agency else ()
    return (*world.link(record.owner), *agency)


def _outcome(record: Action) -> Iterator[Panel]:
    if record.intended_outcome:
        yield Panel("What will be better for children", "intended--outcome", prose(record.intended_outcome))


def _history(world: World, record: Action) -> Panel:
    events = sorted(_events(world, record), key=lambda event: event[0], reverse=True)
    rows = tuple(Row((day(on), words(what), said)) for on, what, said in events)
    columns = (("Date", False), ("What happened", False), ("In words", False))
    return Panel("What happened", "what--happened", tables=table("Latest first", columns, rows))


def _events(world: World, record: Action) -> Iterator[Event]:
    """Everything that has a day, in the order of a life: agreed, begun, moved, chased, shown, assured."""
    yield record.agreed_on, "Agreed", words(f"Due on {long_date(record.due)}.")
    for step in record.steps:
        yield step.on, _STATES[step.state], world.link(step.by) if step.by else ()
    for moved in record.due_changes:
        to = f"Due date moved to {long_date(moved.to_due)}"
        yield moved.on, to, (*prose(moved.reason), *_by(world, moved.agreed_by))
    for note in record.progress:
        yield note.on, "Progress", (*prose(note.text), *_by(world, note.by))
    for chase in record.chases:
        answer = f"Answered on {long_date(chase.answered_on)}." if chase.answered_on else "Not answered."
        yield chase.on, "Reminder sent", (*world.link(chase.to), Words(answer))
    for id_ in _evidence(world, record):
        shown = world.known.record(Evidence, id_)
        yield shown.on, "Evidence", world.link(id_)
    if record.assurance:
        minute = (quiet(f"Minute {record.assurance.minute}"),) if record.assurance.minute else ()
        where = (*world.link(record.assurance.group), *world.link(record.assurance.meeting or ""))
        seen = tuple(link for agency in record.assurance.agencies for link in world.link(agency))
        yield record.assurance.on, "Somebody was satisfied that it was done", (*where, *minute, *seen)
    if record.impact and record.impact.checked_on:
        yield record.impact.checked_on, "Looked at whether it helped", prose(record.impact.text)


def _by(world: World, id_: str) -> tuple[Words, ...]:
    return tuple(Words(each.text, each.ref, "quiet") for each in world.link(id_))


def _evidence(world: World, record: Action) -> list[str]:
    """The records of evidence that it names, and those that say they show it."""
    named = set(record.evidence)
    named.update(tie.source for tie in world.known.links_to(record.id) if tie.path[0] == "shows")
    return sorted(id_ for id_ in named if world.known.find(Evidence, id_))


def _difference(world: World, record: Action) -> Panel:
    """Whether it helped: how that is to be known, what the indicator did since, and what was seen."""
    helped = world.helped.get(record.id)
    said: list[Words] = []
    if helped:
        said.append(Words(_HELPED[helped.helped]))
    if record.impact and record.impact.due and not record.impact.checked_on:
        said.append(Words(f"It is to be looked at on {long_date(record.impact.due)}."))
    if record.success_measure:
        said.append(Words(f"It will be known by: {flowing(record.success_measure)}"))
    if record.impact:
        said += prose(record.impact.text)
        said += [Words(f"What follows: {flowing(record.impact.follows)}")] if record.impact.follows else []
    if record.success_indicator:
        said += world.link(record.success_indicator)
        moved = moved_since(
            world.register, world.question.figures, record.success_indicator, record.agreed_on, world.as_at
        )
        said += words(f"Since it was agreed: {moved.said}") if moved else ()
    nothing = "Nothing is recorded of how it will be known whether it helped."
    return Panel("Has it helped?", "has-it--helped", tuple(said), nothing=nothing)
