"""How learning was spread in a year: in which forms, to which agencies, to which professional groups."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from lif.calendars import Period, financial_year_of, long_date
from lif.checks.spreading import reached_professions
from lif.records.governance import Agency
from lif.records.learning import GoodPractice, Learning, Product, Reach
from lif.records.record import stands
from lif.views.called import agency_called
from lif.views.came_of import many
from lif.views.papers import CannotBeMade, Opening, Question
from lif.views.telling.learned import form_words, known_learning

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


@dataclass(frozen=True, slots=True)
class LearningReach:
    """What went out in a year up to `until`. `unused` are forms of which there was none, `not_reached`
    agencies and `missed` professional groups for whom something was made and whom nothing reached."""

    opening: Opening
    as_at: date
    year: str
    until: date
    forms: tuple[FormLine, ...]
    unused: tuple[str, ...]
    products: tuple[ProductLine, ...]
    agencies: tuple[GroupLine, ...]
    not_reached: tuple[str, ...]
    professions: tuple[GroupLine, ...]
    missed: tuple[str, ...]


@dataclass(frozen=True)
class _Told:
    """One product with the learning that it tells."""

    learning: Learning | GoodPractice
    product: Product


def learning_reach(question: Question) -> LearningReach:
    """How learning was spread in the year that was named, or in the one in which the day lies."""
    period = question.year or financial_year_of(question.as_at)
    if period.start > question.as_at:
        raise CannotBeMade(f"{period.label} has not begun by {long_date(question.as_at)}")
    until = min(period.end, question.as_at)
    every = [
        _Told(one, product)
        for one in known_learning(question.register, question.as_at)
        for product in one.products
        if stands(product, question.as_at)
    ]
    out = sorted(
        (one for one in every if one.product.on and period.start <= one.product.on <= until),
        key=lambda one: (one.product.on or date.min, one.learning.id, one.product.id),
    )
    awaited = [one for one in every if not one.product.on and _due_by(one.product, period)]
    forms = tuple(_forms(out, awaited))
    products = tuple(_product(question, one) for one in out)
    agencies, not_reached = tuple(_agencies(question, out)), tuple(_not_reached(question, out, until))
    professions, missed = tuple(_professions(question, out)), tuple(_missed(out))
    return LearningReach(
        opening=_opening(question, period, until, products, missed, not_reached, len(awaited)),
        as_at=question.as_at,
        year=period.label,
        until=until,
        forms=forms,
        unused=tuple(
            form_words(one) for one in FORMS if not any(t.product.sort == one for t in (*out, *awaited))
        ),
        products=products,
        agencies=agencies,
        not_reached=not_reached,
        professions=professions,
        missed=missed,
    )


def _due_by(product: Product, period: Period) -> bool:
    return product.due is not None and period.start <= product.due <= period.end


def _forms(out: list[_Told], awaited: list[_Told]) -> Iterator[FormLine]:
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


def _product(question: Question, one: _Told) -> ProductLine:
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


def _agencies(question: Question, out: list[_Told]) -> Iterator[GroupLine]:
    found: dict[str, list[tuple[_Told, Reach]]] = defaultdict(list)
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


def _not_reached(question: Question, out: list[_Told], until: date) -> Iterator[str]:
    reached = {reach.agency for one in out for reach in one.product.reach}
    for agency in question.register.all(Agency):
        begun = agency.since is None or agency.since <= until
        there = begun and (agency.until is None or agency.until >= until) and stands(agency, until)
        if there and agency.id not in reached and agency.sector != _NOT_AN_EMPLOYER:
            yield agency_called(question.register, agency.id)


def _professions(question: Question, out: list[_Told]) -> Iterator[GroupLine]:
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


def _missed(out: Iterable[_Told]) -> Iterator[str]:
    """Professional groups for whom something was made, and whom none of what was made for them reached."""
    wanted: dict[str, str] = {}
    reached: set[str] = set()
    for one in out:
        wanted |= {name.casefold(): name for name in one.product.for_professions}
        reached |= set(reached_professions(one.product.reach))
    yield from (name for plain, name in wanted.items() if plain not in reached)


def _opening(
    question: Question,
    period: Period,
    until: date,
    products: tuple[ProductLine, ...],
    missed: tuple[str, ...],
    not_reached: tuple[str, ...],
    awaited: int,
) -> Opening:
    to_date = " to date" if question.as_at < period.end else ""
    return Opening(
        title=f"How learning was spread, {period.label}{to_date}",
        name=f"learning-reach-{period.slug}",
        purpose="Assurance: whether what was learned reaches those whose practice it should change",
        asked=tuple(_asked(products, missed, not_reached, awaited)),
        facts=(
            ("Period", f"{long_date(period.start)} to {long_date(until)}"),
            ("Went out", many(len(products), "product")),
            ("Still awaited", many(awaited, "product") if awaited else "none"),
            ("Reached", f"{sum(one.people or 0 for one in products):,} people, counted at each product"),
        ),
        unfinished=() if products else ("Nothing went out in the year.",),
    )


def _asked(
    products: tuple[ProductLine, ...], missed: tuple[str, ...], not_reached: tuple[str, ...], awaited: int
) -> Iterator[str]:
    lacking = [one.title for one in products if one.lacks]
    if lacking:
        yield f"Ask what is done about {many(len(lacking), 'product')} that did not do what was meant: " + (
            f"{'; '.join(lacking)}."
        )
    if missed:
        yield f"Decide how these professional groups are reached: {', '.join(missed)}."
    if not_reached and products:
        yield f"Ask whether these agencies need what was told: {', '.join(not_reached)}."
    if awaited:
        yield f"Ask when {many(awaited, 'product')} due in the year will go out."
    yield "Note in which forms, and to whom, learning was spread."
