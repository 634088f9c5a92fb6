"""The pages of priorities, elements, publications and the rest, from public records alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lif.calendars import long_date, parse_period
from lif.records.board import Board, EqualityCommitment
from lif.records.elements import Element, LearningMethod, Question
from lif.records.governance import Group
from lif.records.priorities import Priority
from lif.records.publications import Publication
from lif.records.references import Document
from lif.views.public_scorecard.cards import public_card
from lif.views.public_scorecard.lines import public_line
from lif.views.public_site.pages import IndicatorBody, LinesBody, PlainBody, SeriesPart
from lif.views.public_site.world import World
from lif.views.shown import flowing
from lif.views.site.pieces import Columns, Panel, Row, Rows, Table, Words, prose, table, words

AUDIENCES = {
    "children": "For children",
    "parents-and-carers": "For parents and carers",
    "families": "For families",
    "professionals": "For those who work with children",
    "managers": "For managers and leaders",
    "volunteers": "For volunteers",
    "agencies": "For agencies",
    "board": "For the board",
    "public": "For the public",
}


def _said(*texts: str | None) -> tuple[Words, ...]:
    return words(*(flowing(text) for text in texts if text))


def _points(title: str, anchor: str, texts: Iterable[str]) -> tuple[Panel, ...]:
    """A part that is a list of sentences, or none."""
    found = _said(*texts)
    return (Panel(title, anchor, paragraphs=found),) if found else ()


def priority_page(world: World, priority: Priority) -> LinesBody:
    """A priority: why, what is sought, and its indicators."""
    mine = world.lined(line.id for line in world.lines.values() if priority.id in line.priorities)
    panels = [
        *_points("What is sought for children", "what--sought", (one.text for one in priority.outcomes)),
    ]
    if priority.would_show_success:
        panels.append(
            Panel("What would show that it worked", "would--show", prose(priority.would_show_success))
        )
    lead = _said(priority.rationale)
    return LinesBody(
        "Priority", lead, (("The figures", "the--figures", mine),) if mine else (), tuple(panels)
    )


def element_page(world: World, element: Element) -> PlainBody:
    """An element: what good looks like, what the board does, and how learning travels."""
    panels: list[Panel] = []
    if element.good:
        panels.append(Panel("What good looks like", "good--looks", tables=(_statements(world, element),)))
    panels += _points("What the board does", "board--does", (one.text for one in element.board_actions))
    panels += _points(
        "How learning is put to use", "learning--used", (one.text for one in element.learning_routes)
    )
    panels += _points("Which reviews are held", "reviews--held", (one.text for one in element.review_routes))
    panels += _points("Which audits are held", "audits--held", (one.text for one in element.audit_activity))
    if element.activities:
        panels.append(Panel("What is done, and what for", "activities--done", tables=(_activities(element),)))
    kicker = f"Element {element.letter}" if element.letter else "Element"
    return PlainBody(kicker, _said(element.scope), (), tuple(panels))


def _statements(world: World, element: Element) -> Table:
    groups: dict[str, list[Row]] = {}
    for one in element.good:
        shown = tuple(Words(ref.name, ref) for id_ in one.shown_by if (ref := world.ref(id_)))
        name = "; ".join(AUDIENCES[audience] for audience in one.audiences)
        groups.setdefault(name, []).append(Row(((Words(flowing(one.text)),), shown), one.id))
    columns: Columns = (("Statement", False), ("What shows it", False))
    if not any(row.cells[1] for rows in groups.values() for row in rows):
        columns = columns[:1]
        groups = {name: [Row(row.cells[:1], row.anchor) for row in rows] for name, rows in groups.items()}
    return Table(
        "What good looks like", columns, tuple(Rows(name, tuple(rows)) for name, rows in groups.items())
    )


def _activities(element: Element) -> Table:
    rows = tuple(
        Row(
            (
                _said(one.activity),
                _said(*element.required_by(one)),
                _said(*element.expected_of(one)),
            ),
            one.id,
        )
        for one in element.activities
    )
    columns = (("Activity", False), ("What has to be developed", False), ("What is expected of it", False))
    return Table("What is done, and what for", columns, (Rows("", rows),))


def indicator_page(world: World, id_: str) -> IndicatorBody:
    """An indicator with each of its series."""
    indicator = next(one for one in world.indicators if one.id == id_)
    line = world.lines[id_]
    every = world.looking.series_of(indicator)
    parts = tuple(
        SeriesPart(
            f"series--{series.measure.id}",
            series.measure.name or parse_period(str(series.figures[-1].period)).kind.replace("-", " "),
            public_card(world.looking, indicator, public_line(world.looking, indicator, series), series),
        )
        for series in every
    )
    lists = world.listed("Priorities", indicator.priorities)
    lists += world.listed("Elements", (address.partition("/")[0] for address in indicator.elements))
    panels = (Panel("Where it belongs", "where--belongs", lists=lists),) if lists else ()
    return IndicatorBody(line, parts, panels)


def publications_page(world: World) -> PlainBody:
    """What the board has published and can be read, the latest first, and the documents it works by."""
    register, day = world.made.register, world.made.publication.on
    found = sorted(register.all(Publication), key=lambda one: (one.published or day, one.id), reverse=True)
    rows = [_to_read(one.title, one.published, one.address) for one in found]
    documents = [_to_read(one.title, one.approved_on, one.address) for one in register.all(Document)]
    read, by = "What can be read", "The documents it works by"
    panels = [Panel(read, "can--read", tables=table(read, _columns("Published"), rows), nothing="None yet.")]
    if documents:
        panels.append(Panel(by, "works--by", tables=table(by, _columns("Approved"), documents)))
    return PlainBody("", (), (), tuple(panels))


def _columns(day: str) -> Columns:
    return (("Title", False), (day, False), ("Where to read it", False))


def _to_read(title: str, day: date | None, address: str | None) -> Row:
    where = (Words(address, weight="web"),) if address else ()
    return Row((words(title), words(long_date(day) if day else ""), where))


def _with_grounds(one: EqualityCommitment) -> str:
    """The statement, with the grounds that it speaks of at its end."""
    text = flowing(one.text)
    return f"{text.removesuffix('.')}: {'; '.join(one.grounds)}." if one.grounds else text


def about_page(world: World) -> PlainBody:
    """Who the board is, what it aims at, its groups, the questions it asks, and how it learns."""
    register = world.made.register
    board = register.record(Board, register.board_id)
    groups = [Row((words(one.name), _said(one.remit))) for one in register.all(Group)]
    panels = (
        *_points("What the board aims at", "board--aims", (one.text for one in board.aims)),
        *_points("The principles it holds to", "board--principles", (one.text for one in board.principles)),
        *_points("Treating everybody fairly", "board--fair", (_with_grounds(one) for one in board.equality)),
        *_points("How it shows what it does", "board--shows", (one.text for one in board.transparency)),
        *_points(
            "The questions that figures must answer",
            "board--asks",
            (
                one.text
                for one in sorted(register.all(Question), key=lambda one: (len(one.number), one.number))
            ),
        ),
        *(
            (
                Panel(
                    "Its groups",
                    "its--groups",
                    tables=table("Its groups", (("Group", False), ("What it is for", False)), groups),
                ),
            )
            if groups
            else ()
        ),
        *_points(
            "How it learns",
            "how--learns",
            (f"{one.name}: {flowing(one.text)}" for one in register.all(LearningMethod)),
        ),
    )
    return PlainBody("", _said(*(one.text for one in board.purpose)), (), panels)
