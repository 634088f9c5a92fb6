"""The site: every page as plain data, from what was known on one day; made once, links resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.elements import Element
from lif.records.governance import Group
from lif.records.indicators import Indicator
from lif.records.learning import Learning
from lif.records.priorities import Priority
from lif.records.record import Record
from lif.records.references import Theme
from lif.records.reviews import Review
from lif.views.calendar import Entry as Dated
from lif.views.examples import shows_example
from lif.views.papers import Question
from lif.views.site import places
from lif.views.site.bodies import Body, Entry, Happened, Page, SearchBody
from lif.views.site.dates import dates_body
from lif.views.site.home import home_body
from lif.views.site.indexes import (
    entries,
    index_body,
    indicators_body,
    kinds_body,
    kinds_of,
    letters_body,
)
from lif.views.site.lately import lately
from lif.views.site.pieces import Ref
from lif.views.site.record_pages import record_body
from lif.views.site.world import World

MAIN: tuple[type[Record], ...] = (
    *(Priority, Indicator, Action, Review, Audit, Learning, Group, Element, Theme),
)
"""The kinds that the navigation of every page leads to."""
HOME = Ref(places.HOME, "Home")


@dataclass(frozen=True, slots=True)
class Site:
    """Every page, where the navigation leads, what happened lately, all dates, and what can be searched."""

    body: str
    as_at: date
    pages: tuple[Page, ...]
    navigation: tuple[Ref, ...]
    lately: tuple[Happened, ...]
    dates: tuple[Dated, ...]
    entries: tuple[Entry, ...]


def site(question: Question) -> Site:
    """The site of a board as things were known on the day of the question."""
    world = World(question)
    found, happened = entries(world), lately(world)
    pages = (*_front(world, found, happened), *_lists(world), *_records(world))
    return Site(
        question.body,
        question.as_at,
        pages,
        _navigation(),
        happened,
        world.calendar.every,
        found,
    )


def _navigation() -> tuple[Ref, ...]:
    """What every page leads to."""
    main = (Ref(places.index_of(kind), places.spoken_many(kind)) for kind in MAIN)
    return (
        HOME,
        *main,
        Ref(places.DATES, "Dates"),
        Ref(places.LETTERS, "A–Z"),
        Ref(places.SEARCH, "Search"),
    )


def _page(
    path: str,
    title: str,
    body: Body,
    section: str = "",
    crumbs: tuple[Ref, ...] = (HOME,),
    example: bool = False,
) -> Page:
    return Page(path, title, section or path, crumbs, body, example or shows_example(body), example)


def _front(world: World, found: tuple[Entry, ...], happened: tuple[Happened, ...]) -> Iterator[Page]:
    """The pages that are about everything."""
    yield _page(places.HOME, "Learning and Improvement Framework", home_body(world, happened), crumbs=())
    yield _page(places.DATES, "Dates", dates_body(world))
    yield _page(places.LETTERS, "A–Z of everything", letters_body(found))
    yield _page(places.KINDS_PAGE, "Everything by its kind", kinds_body(world), places.LETTERS)
    yield _page(places.SEARCH, "Search", SearchBody(found))


def _lists(world: World) -> Iterator[Page]:
    """The list of each kind."""
    for kind in dict.fromkeys((*MAIN, *kinds_of(world))):
        path = places.index_of(kind)
        body: Body = indicators_body(world) if kind is Indicator else index_body(world, kind)
        above = (HOME,) if kind in MAIN else (HOME, _KINDS)
        yield _page(path, places.spoken_many(kind), body, path if kind in MAIN else places.LETTERS, above)


_KINDS = Ref(places.KINDS_PAGE, "Everything")


def _records(world: World) -> Iterator[Page]:
    """The page of each record that was known."""
    for entry in world.known.entries.values():
        record, kind = entry.record, type(entry.record)
        listing = Ref(places.index_of(kind), places.spoken_many(kind))
        above = (HOME, listing) if kind in MAIN else (HOME, _KINDS, listing)
        section = listing.path if kind in MAIN else places.LETTERS
        path = places.page_of(kind, record.id)
        body = record_body(world, record)
        yield _page(path, world.title(record), body, section, above, record.illustrative)
