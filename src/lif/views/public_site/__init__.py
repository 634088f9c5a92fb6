"""The public site: every page as plain data from a public set; links all lead to pages that are there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from lif.diagnostics import unsealed
from lif.publishing import PublicSet
from lif.records.elements import Element
from lif.records.indicators import Indicator
from lif.records.priorities import Priority
from lif.views.public_scorecard.lines import PublicLine
from lif.views.public_site.pages import (
    Body,
    HomeBody,
    LinesBody,
    NotesBody,
    PlainBody,
    PublicPage,
    PublicSite,
    SearchBody,
)
from lif.views.public_site.telling import (
    about_page,
    element_page,
    indicator_page,
    priority_page,
    publications_page,
)
from lif.views.public_site.world import World
from lif.views.scorecard.parts import priorities
from lif.views.shown import flowing
from lif.views.site import places
from lif.views.site.bodies import Entry
from lif.views.site.pieces import Panel, Ref, Row, Words, table, words

HOME = Ref(places.HOME, "Home")
PRIORITIES = Ref(places.index_of(Priority), "Priorities")
INDICATORS = Ref(places.index_of(Indicator), "Figures")
ELEMENTS = Ref(places.index_of(Element), "What good looks like")
ABOUT = Ref("about.html", "About the board")
PUBLICATIONS = Ref("publications.html", "Publications")
NOTES = Ref("notes.html", "How figures are made")
SEARCH = Ref(places.SEARCH, "Search")
NAVIGATION = (HOME, PRIORITIES, INDICATORS, ELEMENTS, ABOUT, PUBLICATIONS, NOTES, SEARCH)
FILES = (
    Ref("data/figures.csv", "Every figure, as a table for spreadsheets (CSV)"),
    Ref("data/columns.csv", "What each column of it means (CSV)"),
    Ref("data/figures.json", "The same for programs (JSON)"),
)
"""The open data that stands beside the pages."""


def public_site(made: PublicSet) -> PublicSite:
    """The site of a public set."""
    world = World(made)
    pages = (*_front(world), *_priorities(world), *_indicators(world), *_elements(world))
    found = tuple(
        Entry(Ref(page.path, page.title, _kind(page)))
        for page in sorted(pages, key=lambda page: (unsealed(page.title).casefold(), page.path))
        if page.path != HOME.path
    )
    search = _page(SEARCH.path, SEARCH.name, SearchBody(found))
    view = world.view
    return PublicSite(view.publication, view.body, view.as_at, (*pages, search), NAVIGATION, found)


def _kind(page: PublicPage) -> str:
    if page.path == page.section:
        return "page"
    return {PRIORITIES.path: "priority", INDICATORS.path: "figure", ELEMENTS.path: "element"}[page.section]


def _page(path: str, title: str, body: Body, section: Ref | None = None) -> PublicPage:
    crumbs = (HOME,) if section is None else (HOME, section)
    return PublicPage(
        path, title, section.path if section else path, () if path == HOME.path else crumbs, body
    )


def _front(world: World) -> Iterator[PublicPage]:
    view = world.view
    home = HomeBody(view, _linked(world, view.better), _linked(world, view.worse), tuple(_overview(world)))
    yield _page(HOME.path, view.publication.title, home)
    yield _page(ABOUT.path, ABOUT.name, about_page(world))
    yield _page(PUBLICATIONS.path, PUBLICATIONS.name, publications_page(world))
    yield _page(NOTES.path, NOTES.name, NotesBody(view, FILES))


def _linked(world: World, lines: tuple[PublicLine, ...]) -> tuple[tuple[Ref, PublicLine], ...]:
    return world.lined(line.id for line in lines)


def _overview(world: World) -> Iterator[Panel]:
    """The priorities, with why they were chosen and how many figures each has."""
    rows = []
    for one in priorities(world.looking.ask):
        ref = world.ref(one.id)
        count = sum(one.id in line.priorities for line in world.lines.values())
        if ref:
            rows.append(Row(((Words(ref.name, ref),), words(_why(one)), words(str(count)))))
    columns = (("Priority", False), ("Why", False), ("Figures", True))
    if rows:
        yield Panel("What we work on", "work--on", tables=table("What we work on", columns, rows))


def _why(one: Priority) -> str:
    """Why a priority was chosen, or what is sought by it."""
    return flowing(one.rationale or next((each.text for each in one.outcomes), None)) or "not said"


def _priorities(world: World) -> Iterator[PublicPage]:
    found = priorities(world.looking.ask)
    body = PlainBody("", (), (), tuple(_overview(world)))
    yield _page(PRIORITIES.path, PRIORITIES.name, body)
    for one in found:
        yield _page(places.page_of(Priority, one.id), one.name, priority_page(world, one), PRIORITIES)


def _indicators(world: World) -> Iterator[PublicPage]:
    groups = tuple(
        (domain, f"part--{number}", world.lined(one.id for one in some))
        for number, (domain, some) in enumerate(groupby(world.indicators, key=lambda one: one.domain), 1)
    )
    yield _page(INDICATORS.path, INDICATORS.name, LinesBody("", (), groups, ()))
    for indicator in world.indicators:
        path = places.page_of(Indicator, indicator.id)
        yield _page(path, indicator.name, indicator_page(world, indicator.id), INDICATORS)


def _elements(world: World) -> Iterator[PublicPage]:
    found = sorted(
        world.made.register.all(Element), key=lambda one: (len(one.letter or ""), one.letter or "", one.id)
    )
    rows = []
    for one in found:
        ref = world.ref(one.id)
        if ref:
            rows.append(Row(((Words(ref.name, ref),), words(flowing(one.scope)))))
    columns = (("Element", False), ("What it covers", False))
    panel = Panel(
        "Elements", "all--elements", tables=table("Elements", columns, rows), nothing="None is told here."
    )
    yield _page(ELEMENTS.path, ELEMENTS.name, PlainBody("", (), (), (panel,)))
    for one in found:
        yield _page(places.page_of(Element, one.id), one.name, element_page(world, one), ELEMENTS)
