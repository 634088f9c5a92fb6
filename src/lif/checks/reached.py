"""Whom learning reached: nobody on record, before it went out, counted twice, or with no word of its use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import known, known_for, unread
from lif.checks.learning import agreed, every, products_of
from lif.checks.successors import heir
from lif.diagnostics import Severity
from lif.measures.standing import has_ended
from lif.records.governance import Agency
from lif.records.learning import GoodPractice, Learning, Reach
from lif.register import Register

REACH_DAYS = 31
"""A month after it went out agencies can say whom a product reached."""
ASKED_TIMES = 3
"""Of three products one would have been spoken of in a team meeting."""
ASKED_DAYS = 2 * 365
"""For two years people can say how they used something."""


@check("A703", Severity.WARNING)
def reach_not_recorded(register: Register, as_at: date) -> Iterator[Finding]:
    """A product has been out for a month, and nothing says whom it reached.

    Why:
        Sent is not read; agencies are asked how they used it.
    Fails:
        on: 2025-01-20, without reach, on 2025-03-10.
    Mend:
        Ask agencies how many it reached and how it was used; enter it under `reach`.
    Source:
        Practice of seven-minute briefings: agencies record how a briefing was used.
    """
    for one in agreed(register, as_at):
        for index, product in products_of(one, as_at):
            if not known_for(product.on, as_at, REACH_DAYS) or any(r.on <= as_at for r in product.reach):
                continue
            message = f"out since {product.on.isoformat()}, and nothing says whom it reached"
            hint = "ask agencies, and enter it under 'reach'"
            yield Finding(one.id, ("products", index, "on"), message, hint)


@check("A709")
def reached_before_it_went_out(register: Register, as_at: date) -> Iterator[Finding]:
    """A product reached an agency before it went out, or has not gone out and reached one.

    Why:
        One of the two days is wrong, and with it whether people had read it when it was tested.
    Fails:
        on: 2025-01-20 with a reach on 2024-12-11
    Mend:
        Correct the day that is wrong, or enter when it went out in `on`.
    Source:
        Arithmetic of dates.
    """
    for one in every(register):
        for index, product in enumerate(one.products):
            for place, reach in enumerate(product.reach):
                day = reach.on.isoformat()
                if product.on is None:
                    message = f"it reached '{reach.agency}' on {day}, and does not say when it went out"
                elif reach.on < product.on:
                    message = (
                        f"it reached '{reach.agency}' on {day}, and went out on {product.on.isoformat()}"
                    )
                else:
                    continue
                path = ("products", index, "reach", place, "on")
                yield Finding(one.id, path, message, "correct the day, or enter 'on' of the product")


@check("A711", Severity.WARNING)
def never_says_how_used(register: Register, as_at: date) -> Iterator[Finding]:
    """Learning reached an agency three times or more in two years, and it never said how it was used.

    Why:
        An e-mail that was passed on counts as reached; whether anybody spoke of it nobody knows.
    Fails:
        Three products with a reach of the police, all without used.
    Mend:
        Ask the agency, for one of them at least, and enter `used`: a team meeting, supervision.
    Source:
        Practice of seven-minute briefings: agencies record how a briefing was used.
    """
    if unread(register, Learning, GoodPractice):
        return
    heard: dict[str, list[Reach]] = defaultdict(list)
    for one in agreed(register, as_at):
        for _, product in products_of(one, as_at):
            for reach in product.reach:
                if known(reach.on, as_at) and (as_at - reach.on).days <= ASKED_DAYS:
                    heard[heir(register, reach.agency)].append(reach)
    for agency in register.all(Agency):
        own = heard.get(agency.id, [])
        told = [reach.on for reach in own if known_for(reach.on, as_at, REACH_DAYS)]
        if len(told) < ASKED_TIMES or any(reach.used for reach in own) or has_ended(agency, as_at):
            continue
        message = (
            f"learning reached it {len(told)} times since {min(told).isoformat()}, and it never said how it "
            "was used"
        )
        yield Finding(agency.id, ("id",), message, "ask the agency, and enter 'used' under 'reach'")


@check("A712")
def reached_twice(register: Register, as_at: date) -> Iterator[Finding]:
    """An agency stands twice on one day among those that a product reached.

    Why:
        The people are added up twice, and nobody can say whether the one line corrects the other.
    Fails:
        Two entries under reach with agency: council and on: 2025-02-03.
    Mend:
        Put the two together.
    Source:
        The record of a product: one entry for each agency and day.
    """
    for one in every(register):
        for index, product in enumerate(one.products):
            seen: set[tuple[str, date]] = set()
            for place, reach in enumerate(product.reach):
                if (reach.agency, reach.on) in seen:
                    message = f"'{reach.agency}' stands above already, on the same day"
                    path = ("products", index, "reach", place, "agency")
                    yield Finding(one.id, path, message, "put the two together")
                seen.add((reach.agency, reach.on))


REACHED = (
    reach_not_recorded,
    reached_before_it_went_out,
    never_says_how_used,
    reached_twice,
)
