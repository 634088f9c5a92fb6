"""How learning was spread in a year: in which forms, to which agencies, to which professional groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.calendars import Period, financial_year_of, long_date
from lif.records.learning import Product
from lif.records.record import stands
from lif.views.came_of import many
from lif.views.learning_reach import lines
from lif.views.learning_reach.lines import FORMS, FormLine, GroupLine, ProductLine, Told
from lif.views.papers import CannotBeMade, Opening, Question
from lif.views.telling.learned import form_words, known_learning


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


def learning_reach(question: Question) -> LearningReach:
    """How learning was spread in the year that was named, or in the one in which the day lies."""
    period = question.year or financial_year_of(question.as_at)
    if period.start > question.as_at:
        raise CannotBeMade(f"{period.label} has not begun by {long_date(question.as_at)}")
    until = min(period.end, question.as_at)
    every = [
        Told(one, product)
        for one in known_learning(question.register, question.as_at)
        for product in one.products
        if stands(product, question.as_at)
    ]
    out = sorted(
        (one for one in every if one.product.on and period.start <= one.product.on <= until),
        key=lambda one: (one.product.on or date.min, one.learning.id, one.product.id),
    )
    awaited = [one for one in every if not one.product.on and _due_by(one.product, period)]
    forms = tuple(lines.forms(out, awaited))
    products = tuple(lines.product_line(question, one) for one in out)
    agencies, not_reached = (
        tuple(lines.agencies(question, out)),
        tuple(lines.not_reached(question, out, until)),
    )
    professions, missed = tuple(lines.professions(question, out)), tuple(lines.missed(out))
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
            ("Went out", many(len(products), "product") if products else "nothing is recorded"),
            ("Still awaited", many(awaited, "product") if awaited else "none"),
            ("Reached", _people(sum(one.people or 0 for one in products))),
        ),
        unfinished=() if products else ("Nothing went out in the year.",),
    )


def _people(count: int) -> str:
    return f"{count:,} people, counted at each product" if count else "no count is recorded"


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
    if products:
        yield "Note in which forms, and to whom, learning was spread."
    else:
        yield "Decide what is told to whom, and by when: by the records nothing has gone out."
