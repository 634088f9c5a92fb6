"""Learning and good practice: told to nobody, never tested, tested and left, too much of it at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import QUARTER_DAYS, known, known_for
from lif.diagnostics import Severity
from lif.records.learning import GoodPractice, Learning, Product
from lif.records.record import stands
from lif.register import Register

KEY_MESSAGES = 6
"""What frameworks of learning tell everybody at once: five or six to work on, and as many strengths."""


def every(register: Register) -> Iterator[Learning | GoodPractice]:
    """All that was learned, and all that works well."""
    yield from register.all(Learning)
    yield from register.all(GoodPractice)


def agreed(register: Register, as_at: date) -> Iterator[Learning | GoodPractice]:
    """Learning and good practice that was agreed by the day and counts on it."""
    return (one for one in every(register) if one.on <= as_at and stands(one, as_at))


def products_of(one: Learning | GoodPractice, as_at: date) -> Iterator[tuple[int, Product]]:
    """The forms in which it is told that count on the day, each with its place."""
    return ((index, product) for index, product in enumerate(one.products) if stands(product, as_at))


@check("A701", Severity.WARNING)
def learning_not_told(register: Register, as_at: date) -> Iterator[Finding]:
    """Something was learned a quarter ago or more, and there is no product that tells it, nor a plan of one.

    Why:
        It is known to those who found it, and to nobody who could use it.
    Fails:
        on: 2024-11-20, without products, on 2025-03-10.
    Mend:
        Add the briefing or event that tells it under `products`, or the day it is planned for in `due`.
    Source:
        Practice of learning logs: each learning has a product, an audience and a test.
    """
    for one in agreed(register, as_at):
        told = any(
            product.due or product.on is None or product.on <= as_at for _, product in products_of(one, as_at)
        )
        if known_for(one.on, as_at, QUARTER_DAYS) and not told:
            message = f"agreed on {one.on.isoformat()}, and nothing tells it to anybody"
            yield Finding(one.id, ("on",), message, "add what tells it, or is planned to, under 'products'")


@check("A702", Severity.WARNING)
def product_late(register: Register, as_at: date) -> Iterator[Finding]:
    """A briefing, bulletin or event was due, and has not gone out.

    Why:
        People go on as before, and the test of whether the learning landed tests nothing.
    Fails:
        due: 2025-01-31, without on, on 2025-03-10.
    Mend:
        Send it out, and enter the day in `on`; or plan it for another day.
    Source:
        Practice of learning logs: each learning has a product, an audience and a test.
    """
    for one in agreed(register, as_at):
        for index, product in products_of(one, as_at):
            if product.due is not None and product.due < as_at and not known(product.on, as_at):
                message = f"it was due on {product.due.isoformat()}, and has not gone out"
                hint = "send it out, then enter 'on'; or plan it for another day"
                yield Finding(one.id, ("products", index, "due"), message, hint)


@check("A704", Severity.WARNING)
def no_way_to_know(register: Register, as_at: date) -> Iterator[Finding]:
    """A quarter after something was learned nothing says how it will be known that practice changed.

    Why:
        Telling is not changing; without a test nobody will ask.
    Fails:
        on: 2024-11-20, without how_known and without test, on 2025-03-10.
    Mend:
        Say it in `how_known`, and plan the `test` with its day.
    Source:
        Practice of learning logs: how we will know, the method of the test, the result.
    """
    for one in agreed(register, as_at):
        if known_for(one.on, as_at, QUARTER_DAYS) and one.how_known is None and one.test is None:
            message = f"agreed on {one.on.isoformat()}, and nothing says how it will be known"
            yield Finding(one.id, ("on",), message, "add 'how_known:' and a 'test:'")


@check("A705", Severity.WARNING)
def landing_test_late(register: Register, as_at: date) -> Iterator[Finding]:
    """The test of whether learning landed was due, and has not been done.

    Why:
        The loop stays open: it was told, and nobody knows whether it helped.
    Fails:
        test with due: 2025-01-31, without checked_on, on 2025-03-10.
    Mend:
        Do the test, and enter `checked_on` and `result`.
    Source:
        Practice of learning logs: how we will know, the method of the test, the result.
    """
    for one in agreed(register, as_at):
        if one.test is not None and one.test.due < as_at and not known(one.test.checked_on, as_at):
            message = f"the test was due on {one.test.due.isoformat()}, and has not been done"
            hint = "do the test, then enter 'checked_on' and 'result'"
            yield Finding(one.id, ("test", "due"), message, hint)


@check("A706")
def landing_half_recorded(register: Register, as_at: date) -> Iterator[Finding]:
    """The test of whether learning landed has a result without a day, or a day without a result.

    Why:
        It would count as tested in one list and as awaited in another.
    Fails:
        result: landed, without checked_on.
    Mend:
        Add what is missing.
    Source:
        Practice of learning logs: how we will know, the method of the test, the result.
    """
    for one in every(register):
        if one.test is not None and (one.test.checked_on is None) != (one.test.result is None):
            pair = ("checked_on", "result")
            there, missing = pair if one.test.checked_on else pair[::-1]
            message = f"there is a '{there}' and no '{missing}'"
            yield Finding(one.id, ("test", there), message, f"add '{missing}:'", at_key=True)


@check("A707", Severity.WARNING)
def landing_without_sequel(register: Register, as_at: date) -> Iterator[Finding]:
    """Learning did not land, or nobody could tell, and nothing says what follows.

    Why:
        The same thing will be learned from the next review.
    Fails:
        result: not-landed, without follows.
    Mend:
        Say in `follows` what will be done, and by when it is tested again.
    Source:
        Practice of learning logs: what did not land is told another way, and tested again.
    """
    for one in agreed(register, as_at):
        test = one.test
        if test is None or not known(test.checked_on, as_at) or test.follows is not None:
            continue
        if test.result in ("not-landed", "cannot-be-told"):
            said = "it did not land" if test.result == "not-landed" else "whether it landed cannot be told"
            message = f"{said}, and nothing says what follows"
            yield Finding(one.id, ("test", "result"), message, "add 'follows:'")


@check("A710", Severity.WARNING)
def landed_without_proof(register: Register, as_at: date) -> Iterator[Finding]:
    """Learning is said to have landed, at least in part, and nothing shows it.

    Why:
        Yearly reports are full of lessons that were "embedded"; this is the only place that could show it.
    Fails:
        result: landed, without shown_by and without text.
    Mend:
        Name the audit, indicator or evidence in `shown_by`, or say in `text` what was seen.
    Source:
        Practice of learning logs: how we will know, the method of the test, the result.
    """
    for one in agreed(register, as_at):
        test = one.test
        if test is None or not known(test.checked_on, as_at) or test.shown_by or test.text is not None:
            continue
        if test.result in ("landed", "partly-landed"):
            said = "it landed" if test.result == "landed" else "it landed in part"
            message = f"{said}, and nothing shows it"
            yield Finding(one.id, ("test", "result"), message, "add 'shown_by:', or what was seen in 'text'")


@check("A708", Severity.WARNING)
def too_many_key_messages(register: Register, as_at: date) -> Iterator[Finding]:
    """More than six things to work on, or more than six strengths, are key messages of one period.

    Why:
        Nobody keeps seven things in mind.
    Fails:
        Seven records of learning with key_message_for: 2024-25.
    Mend:
        Choose; take `key_message_for` out of the others.
    Source:
        Hull's and Southend's frameworks: five or six areas to develop, and five or six of good practice.
    """
    chosen: dict[tuple[str, str], list[Learning | GoodPractice]] = defaultdict(list)
    for one in agreed(register, as_at):
        if one.key_message_for is not None:
            chosen[one.kind, one.key_message_for.casefold()].append(one)
    for (kind, _), found in chosen.items():
        if len(found) > KEY_MESSAGES:
            last = max(found, key=lambda one: (one.on, one.id))
            what = "things to work on" if kind == Learning.kind else "strengths"
            message = f"{len(found)} {what} are key messages for {last.key_message_for}"
            hint = f"choose {KEY_MESSAGES}, and take it out of the others"
            yield Finding(last.id, ("key_message_for",), message, hint)


LEARNING = (
    learning_not_told,
    product_late,
    no_way_to_know,
    landing_test_late,
    landing_half_recorded,
    landing_without_sequel,
    landed_without_proof,
    too_many_key_messages,
)
