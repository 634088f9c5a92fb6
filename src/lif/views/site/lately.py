"""What happened lately: decisions, publications, reports, and actions that were assured or closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.calendars import add_months
from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.inspections import Inspection
from lif.records.learning import GoodPractice, Learning
from lif.records.meetings import Meeting
from lif.records.publications import Publication
from lif.records.reviews import Review
from lif.views.shown import flowing
from lif.views.site.bodies import Happened
from lif.views.site.world import World

MONTHS_BACK = 12
MOST = 100
"""So far back, and so many, as somebody who looks in now and then has not seen yet."""
_SETTLED = {"assured": "Action assured", "closed": "Action closed"}
Found = tuple[str, date | None, str, str, str]
"""What it is called among all, its day, what happened, its words, and the address that it leads to."""


def lately(world: World) -> tuple[Happened, ...]:
    """What happened in the year before the day, the latest first."""
    first = add_months(world.as_at, -MONTHS_BACK)
    found = [
        Happened(key, on, what, text, ref)
        for source in (_decisions, _published, _reviews, _actions, _audits, _told, _inspected)
        for key, on, what, text, address in source(world)
        if on is not None and first < on <= world.as_at and (ref := world.ref(address)) is not None
    ]
    return tuple(sorted(found, key=lambda one: (-one.on.toordinal(), one.key))[:MOST])


def _decisions(world: World) -> Iterator[Found]:
    for meeting in world.known.all(Meeting):
        if meeting.held is not False:
            for one in meeting.decisions:
                address = f"{meeting.id}/{one.id}"
                yield address, meeting.on, "Decided", flowing(one.text), address


def _published(world: World) -> Iterator[Found]:
    for one in world.known.all(Publication):
        yield f"{one.id}.published", one.published, "Published", one.title, one.id
        yield f"{one.id}.withdrawn", one.withdrawn, "Withdrawn", one.title, one.id


def _reviews(world: World) -> Iterator[Found]:
    told = {"published": "Review published", "completed": "Review completed", "started": "Review started"}
    for one in world.known.all(Review):
        for step in one.milestones:
            if step.step in told:
                yield f"{one.id}.{step.step}", step.on, told[step.step], one.title, one.id


def _actions(world: World) -> Iterator[Found]:
    for one in world.known.all(Action):
        yield f"{one.id}.agreed", one.agreed_on, "Action agreed", one.title, one.id
        for step in one.steps:
            if step.state in _SETTLED:
                yield f"{one.id}.{step.state}", step.on, _SETTLED[step.state], one.title, one.id
        if one.impact and one.impact.checked_on:
            what = "Looked at whether it helped"
            yield f"{one.id}.impact", one.impact.checked_on, what, one.title, one.id


def _audits(world: World) -> Iterator[Found]:
    for one in world.known.all(Audit):
        yield f"{one.id}.reported", one.reported, "Audit reported", one.title, one.id


def _told(world: World) -> Iterator[Found]:
    told: tuple[Learning | GoodPractice, ...] = (*world.known.all(Learning), *world.known.all(GoodPractice))
    for one in told:
        for product in one.products:
            address = f"{one.id}/{product.id}"
            yield f"{address}.told", product.on, "Learning told", product.title, address


def _inspected(world: World) -> Iterator[Found]:
    for one in world.known.all(Inspection):
        yield f"{one.id}.published", one.published, "Inspection published", one.title, one.id
