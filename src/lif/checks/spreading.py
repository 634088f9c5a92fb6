"""How learning is spread: to one agency where several were meant, with no thought of how adults learn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import known, known_for
from lif.checks.learning import agreed, every, products_of
from lif.checks.reached import REACH_DAYS
from lif.checks.successors import heir
from lif.diagnostics import Severity
from lif.records.learning import Reach
from lif.register import Register


@check("A431", Severity.WARNING)
def one_agency_reached(register: Register, as_at: date) -> Iterator[Finding]:
    """A product meant for several agencies has been out for a month, and reached one of them.

    Why:
        What one agency has learned the others will have to learn again, from the next child.
    Fails:
        several_agencies: true, on: 2025-01-20, with a reach of the police alone, on 2025-03-10.
    Mend:
        Send it to the others, ask them, and enter whom it reached; or take `several_agencies` out.
    Source:
        Working Together and boards' frameworks: learning reaches a multi-agency audience.
    """
    for one in agreed(register, as_at):
        for index, product in products_of(one, as_at):
            if not product.several_agencies or not known_for(product.on, as_at, REACH_DAYS):
                continue
            agencies = {heir(register, reach.agency) for reach in product.reach if reach.on <= as_at}
            if len(agencies) == 1:
                message = f"it is meant for several agencies, and reached '{agencies.pop()}' alone"
                hint = "send it to the others and enter whom it reached, or take 'several_agencies' out"
                yield Finding(one.id, ("products", index, "several_agencies"), message, hint)


@check("A432", Severity.WARNING)
def adults_not_thought_of(register: Register, as_at: date) -> Iterator[Finding]:
    """A product meant for several agencies is out, and does not say how it takes account of adult learning.

    Why:
        Adults learn from their own cases, by trying and by talking; what is only sent is forgotten.
    Fails:
        several_agencies: true, on: 2025-01-20, without adult_learning.
    Mend:
        Say in `adult_learning` what it asks people to do; where it asks nothing of them, change it.
    Source:
        Boards' frameworks: learning is spread with an understanding of adult learning.
    """
    for one in agreed(register, as_at):
        for index, product in products_of(one, as_at):
            if product.several_agencies and known(product.on, as_at) and product.adult_learning is None:
                message = "it is meant for several agencies, and does not say how adults learn by it"
                path = ("products", index, "several_agencies")
                yield Finding(one.id, path, message, "add 'adult_learning:'")


@check("A433", Severity.WARNING)
def profession_not_reached(register: Register, as_at: date) -> Iterator[Finding]:
    """A product has been out for a month, and a professional group that it is made for was not reached.

    Why:
        An agency can be reached without those in it whom the learning is about.
    Fails:
        for_professions: midwives, on: 2025-01-20, and no reach that names them, on 2025-03-10.
    Mend:
        Ask their agencies, and enter the group under `professions` of whom it reached.
    Source:
        Boards' frameworks: regard to what certain professional groups need in training and development.
    """
    for one in agreed(register, as_at):
        for index, product in products_of(one, as_at):
            if not known_for(product.on, as_at, REACH_DAYS):
                continue
            names = reached_professions(reach for reach in product.reach if reach.on <= as_at)
            for place, name in enumerate(product.for_professions):
                if _plain(name) not in names:
                    message = f"it is made for {name}, and nothing says that it reached them"
                    hint = "ask their agencies, and enter them under 'professions' of the reach"
                    yield Finding(one.id, ("products", index, "for_professions", place), message, hint)


@check("A434")
def more_professions_than_people(register: Register, as_at: date) -> Iterator[Finding]:
    """More people of professional groups were reached in an agency than people at all.

    Why:
        One of the numbers is wrong, and so is every sum over it.
    Fails:
        people: 12 with professions that add up to 15
    Mend:
        Correct the number that is wrong; those whose group is not known are counted in `people` alone.
    Source:
        Arithmetic.
    """
    for one in every(register):
        for index, product in enumerate(one.products):
            for place, reach in enumerate(product.reach):
                total = sum(each.came for each in reach.professions)
                if reach.people is not None and total > reach.people:
                    message = f"{total} of professional groups, and {reach.people} people in all"
                    path = ("products", index, "reach", place, "people")
                    yield Finding(one.id, path, message, "correct the number that is wrong")


def reached_professions(reaches: Iterable[Reach]) -> dict[str, int]:
    """How many of each professional group, by its name in small letters."""
    found: dict[str, int] = {}
    for reach in reaches:
        for each in reach.professions:
            found[_plain(each.name)] = found.get(_plain(each.name), 0) + each.came
    return found


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


SPREADING = (
    one_agency_reached,
    adults_not_thought_of,
    profession_not_reached,
    more_professions_than_people,
)
