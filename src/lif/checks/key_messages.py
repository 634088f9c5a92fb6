"""The key messages of a year: as many areas to develop and of good practice as the framework promises."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import QUARTER_DAYS, known, known_for, unread
from lif.diagnostics import Severity
from lif.records.elements import Element
from lif.records.learning import GoodPractice, Learning
from lif.records.promised import Promised
from lif.records.record import stands
from lif.register import Register

Year = tuple[date | None, int, int]
"""When the first key message of a year was told, how many are to develop, and how many of good practice."""


@check("A490", Severity.WARNING)
def key_messages_of_another_number(register: Register, as_at: date) -> Iterator[Finding]:
    """A year has fewer areas to develop or of good practice than the framework promises, or more.

    Fewer is asked about once the first of the year has been out for a quarter; more at once.

    Why:
        A few areas that everybody knows change practice; three are too few, and twenty nobody keeps.
    Fails:
        at_least: 5 and at_most: 6 for key-messages-followed-up, and three of good practice for 2024-25.
    Mend:
        Agree on the others and give them `key_message_for`; or take it from those that are not key.
    Source:
        The framework: a promise of one of its elements. How many there are is local.
    """
    if unread(register, Learning, GoodPractice):
        return
    years = sorted(_key_messages(register, as_at).items())
    for element in register.all(Element):
        for index, promise in enumerate(element.promises):
            wanted = promise.what == "key-messages-followed-up" and promise.since <= as_at
            if not wanted or not stands(element, as_at) or not stands(promise, as_at):
                continue
            for label, year in years:
                for field, message in _other_numbers(promise, label, year, as_at):
                    hint = "agree on the others, and give them 'key_message_for'"
                    if field == "at_most":
                        hint = "take 'key_message_for' from those that are not key"
                    yield Finding(element.id, ("promises", index, field), message, hint)


def _other_numbers(promise: Promised, label: str, year: Year, as_at: date) -> Iterator[tuple[str, str]]:
    """The field that is not kept, and what is said of it, for each sort of a year."""
    told, *numbers = year
    if told is None or told < promise.since:
        return
    for name, number in zip(("to develop", "of good practice"), numbers, strict=True):
        few = number < (promise.at_least or 0) and known_for(told, as_at, QUARTER_DAYS)
        if few or number > (promise.at_most or number):
            areas = f"{number} area{'' if number == 1 else 's'} {name}"
            said = f"{label} has {areas}, and {_range(promise)} are promised"
            yield ("at_least" if few else "at_most", said)


def _range(promise: Promised) -> str:
    """How many are promised, in words."""
    least, most = promise.at_least, promise.at_most
    if least and most:
        return f"{least} to {most}" if least != most else f"{least}"
    return f"at least {least}" if least else f"at most {most}"


def _key_messages(register: Register, as_at: date) -> dict[str, Year]:
    """The key messages by their year."""
    found: dict[str, Year] = {}
    every: tuple[Learning | GoodPractice, ...] = (*register.all(Learning), *register.all(GoodPractice))
    for one in every:
        if not one.key_message_for or one.on > as_at or not stands(one, as_at):
            continue
        first, learned, good = found.get(one.key_message_for, (None, 0, 0))
        days = (first, *(product.on for product in one.products))
        told = min((day for day in days if known(day, as_at)), default=None)
        is_good = isinstance(one, GoodPractice)
        found[one.key_message_for] = (told, learned + (not is_good), good + is_good)
    return found


KEY_MESSAGES = (key_messages_of_another_number,)
