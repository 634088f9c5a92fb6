"""Whom the products of a year reached: by form, by product, by agency, by professional group."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from lif.checks.spreading import reached_professions
from lif.records.governance import Agency
from lif.records.learning import GoodPractice, Learning, Product, Reach
from lif.records.record import stands
from lif.views.called import agency_called
from lif.views.papers import Question
from lif.views.telling.learned import form_words

FORMS: tuple[str, ...] = get_args(Product.model_fields["sort"].annotation)
"""Every form in which learning can be told, in the order of the record."""
_NOT_AN_EMPLOYER = "partnership"


@dataclass(frozen=True, slots=True)
class FormLine:
    """One form in the year: how many went out, how many are due and have not, whom they reached."""

    form: str
    out: int
    awaited: int
    agencies: int
    people: int | None
    illustrative: bool


@dataclass(frozen=True, slots=True)
class ProductLine:
    """One product that went out: whom it reached, how adults learn by it, and what it still lacks."""

    record: str
    title: str
    form: str
    on: date
    learning: str
    agencies: tuple[str, ...]
    people: int | None
    professions: tuple[str, ...]
    adult_learning: str
    lacks: tuple[str, ...]
    illustrative: bool


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One agency or professional group: by how many products it was reached, and how many people.

    `beside` are the uses of an agency, or the agencies of a professional group.
    """

    name: str
    products: int
    people: int | None
    beside: tuple[str, ...]
    illustrative: bool


@dataclass(frozen=True)
class Told:
    """One product with the learning that it tells."""

    learning: Learning | GoodPractice
    product: Product


def forms(out: list[Told], awaited: list[Told]) -> Iterator[FormLine]:
    for form in FORMS:
        mine = [one for one in out if one.product.sort == form]
        waits = [one for one in awaited if one.product.sort == form]
        if mine or waits:
            reaches = [reach for one in mine for reach in one.product.reach]
            yield FormLine(
                form=form_words(form),
                out=len(mine),
                awaited=len(waits),
                agencies=len({reach.agency for reach in reaches}),
                people=_people(reaches),
                illustrative=any(one.learning.illustrative for one in (*mine, *waits)),
            )


def _people(reaches: Iterable[Reach]) -> int | None:
    """How many people these reached; None where no agency gave a number."""
    given = [reach.people for reach in reaches if reach.people is not None]
    return sum(given) if given else None


def product_line(question: Question, one: Told) -> ProductLine:
    product, register = one.product, question.register
    groups = reached_professions(product.reach)
    return ProductLine(
        record=one.learning.id,
        title=product.title,
        form=form_words(product.sort),
        on=product.on or date.min,
        learning=one.learning.title,
        agencies=tuple(dict.fromkeys(agency_called(register, reach.agency) for reach in product.reach)),
        people=_people(product.reach),
        professions=tuple(f"{number} {name}" for name, number in groups.items()),
        adult_learning=" ".join((product.adult_learning or "").split()),
        lacks=tuple(_lacks(product, groups)),
        illustrative=one.learning.illustrative,
    )


def _lacks(product: Product, groups: dict[str, int]) -> Iterator[str]:
    """What a product that is meant for several agencies or for a professional group has not done."""
    if not product.reach:
        yield "nobody has said whom it reached"
    elif product.several_agencies and len({reach.agency for reach in product.reach}) == 1:
        yield "meant for several agencies, and reached one"
    if product.several_agencies and not product.adult_learning:
        yield "does not say how adults learn by it"
    unmet = [name for name in product.for_professions if name.casefold() not in groups]
    if unmet:
        yield f"made for {', '.join(unmet)}, and did not reach them"


def agencies(question: Question, out: list[Told]) -> Iterator[GroupLine]:
    found: dict[str, list[tuple[Told, Reach]]] = defaultdict(list)
    for one in out:
        for reach in one.product.reach:
            found[agency_called(question.register, reach.agency)].append((one, reach))
    for name in sorted(found, key=lambda each: (-len(found[each]), each.casefold())):
        uses = (" ".join(reach.used.split()) for _, reach in found[name] if reach.used)
        yield GroupLine(
            name=name,
            products=len({(one.learning.id, one.product.id) for one, _ in found[name]}),
            people=_people(reach for _, reach in found[name]),
            beside=tuple(dict.fromkeys(uses)),
            illustrative=any(one.learning.illustrative for one, _ in found[name]),
        )


def not_reached(question: Question, out: list[Told], until: date) -> Iterator[str]:
    reached = {reach.agency for one in out for reach in one.product.reach}
    for agency in question.register.all(Agency):
        begun = agency.since is None or agency.since <= until
        there = begun and (agency.until is None or agency.until >= until) and stands(agency, until)
        if there and agency.id not in reached and agency.sector != _NOT_AN_EMPLOYER:
            yield agency_called(question.register, agency.id)


def professions(question: Question, out: list[Told]) -> Iterator[GroupLine]:
    people: Counter[str] = Counter()
    products: Counter[str] = Counter()
    agencies: dict[str, dict[str, None]] = defaultdict(dict)
    made_up: set[str] = set()
    for one in out:
        groups = reached_professions(one.product.reach)
        people.update(groups)
        products.update(groups.keys())
        made_up |= set(groups) if one.learning.illustrative else set()
        for reach in one.product.reach:
            for name in reached_professions((reach,)):
                agencies[name][agency_called(question.register, reach.agency)] = None
    for name in sorted(people, key=lambda each: (-people[each], each)):
        yield GroupLine(
            name.capitalize(), products[name], people[name], tuple(agencies[name]), name in made_up
        )


def missed(out: Iterable[Told]) -> Iterator[str]:
    """Professional groups for whom something was made, and whom none of what was made for them reached."""
    wanted: dict[str, str] = {}
    reached: set[str] = set()
    for one in out:
        wanted |= {name.casefold(): name for name in one.product.for_professions}
        reached |= set(reached_professions(one.product.reach))
    yield from (name for plain, name in wanted.items() if plain not in reached)
