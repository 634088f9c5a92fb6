"""The page of learning or good practice: what was learned, whom it was told, and whether it landed."""

from __future__ import annotations

from collections.abc import Iterator

from lif.calendars import long_date
from lif.records.learning import GoodPractice, LandingTest, Learning, Product, Reach
from lif.views.came_of import many
from lif.views.shown import flowing
from lif.views.site.parts import anchor_of
from lif.views.site.pieces import Panel, Row, Told, Words, day, prose, quiet, softly, strong, table, words
from lif.views.site.world import World

_RESULTS = {
    "landed": "It landed.",
    "partly-landed": "It landed in part.",
    "not-landed": "It did not land.",
    "cannot-be-told": "Whether it landed cannot be told.",
}


def learning(world: World, record: Learning | GoodPractice) -> Told:
    """What is told of a piece of learning."""
    test = getattr(record, "test", None)
    return Told(
        lead=prose(record.text),
        panels=(*_told(world, record), *((_landed(world, test),) if test else ())),
        fields=frozenset(("title", "text", "products", "test")),
    )


def _told(world: World, record: Learning | GoodPractice) -> Iterator[Panel]:
    """Each form in which it was told, when, and how many people it reached where."""
    rows = tuple(_product(world, record.id, one) for one in record.products)
    columns = (("Told as", False), ("When", False), ("Whom it reached", False))
    told = table("Each form in which it was told", columns, rows)
    yield Panel(
        "Who was told", "who-was--told", tables=told, nothing="It is not recorded that anybody was told."
    )


def _product(world: World, id_: str, one: Product) -> Row:
    if one.on:
        when = day(one.on)
    else:
        when = words(f"planned for {long_date(one.due)}") if one.due else (quiet("no day is set"),)
    reached = tuple(words_ for each in one.reach for words_ in _reach(world, each))
    total = sum(each.people or 0 for each in one.reach)
    head = (strong(f"{total:,} people in {many(len(one.reach), 'agency').replace('agencys', 'agencies')}"),)
    return Row(
        (
            (Words(one.title), *softly(one.sort.replace("-", " "), flowing(one.text))),
            when,
            (*head, *reached) if reached else (quiet("not recorded"),),
        ),
        anchor_of(world, id_, one),
    )


def _reach(world: World, one: Reach) -> Iterator[Words]:
    """Whom it reached in an agency, and how it was used there."""
    people = f": {one.people:,} people" if one.people is not None else ""
    for link in world.link(one.agency):
        yield Words(f"{link.text}{people}", link.ref)
    yield from softly(flowing(one.used))


def _landed(world: World, test: LandingTest) -> Panel:
    said = [Words(f"Tested by {test.method.replace('-', ' ')}, due on {long_date(test.due)}.")]
    if test.result:
        said.append(strong(_RESULTS[test.result]))
    elif test.due < world.as_at:
        said.append(strong("That day has passed, and no result is recorded."))
    if test.checked_on:
        said.append(Words(f"Looked at on {long_date(test.checked_on)}."))
    said += prose(test.text)
    said += [Words(f"What follows: {flowing(test.follows)}")] if test.follows else []
    said += [link for address in test.shown_by for link in world.link(address)]
    return Panel("Did it land?", "did-it--land", tuple(said))
