"""Whether learning landed: what the tests found, and which tests are still to come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.calendars import long_date
from lif.records.learning import GoodPractice, Learning
from lif.views.shown import flowing

Result = Literal["landed", "partly-landed", "not-landed", "cannot-be-told", "awaited", "overdue", "no-test"]

WORDS: dict[Result, str] = {
    "landed": "Practice changed",
    "partly-landed": "Practice changed in part",
    "not-landed": "Practice did not change",
    "cannot-be-told": "It cannot be told whether practice changed",
    "awaited": "Nobody has looked yet whether practice changed",
    "overdue": "Nobody has looked whether practice changed, though it is overdue",
    "no-test": "Nobody is to look whether practice changes",
}
"""Each result as a reader meets it."""


@dataclass(frozen=True, slots=True)
class Landed:
    """One test of whether learning landed: `on` is the day it was done, or the day it is due."""

    record: str
    title: str
    result: Result
    on: date | None
    seen: str
    follows: str
    illustrative: bool


def landed(one: Learning | GoodPractice, as_at: date) -> Landed:
    """How the test of a piece of learning stands; the record must be as known on the day."""
    test = one.test
    if test is None:
        return Landed(one.id, one.title, "no-test", None, "", "", one.illustrative)
    if test.checked_on and test.result:
        return Landed(
            one.id,
            one.title,
            test.result,
            test.checked_on,
            flowing(test.text),
            flowing(test.follows),
            one.illustrative,
        )
    waiting: Result = "overdue" if test.due < as_at else "awaited"
    return Landed(one.id, one.title, waiting, test.due, flowing(test.text), "", one.illustrative)


def landed_words(one: Landed) -> str:
    """`Practice changed in part (3 December 2025)`, `Nobody has looked yet …, by 27 February 2026`."""
    if one.on is None:
        return WORDS[one.result]
    if one.result == "awaited":
        return f"{WORDS[one.result]}: somebody does by {long_date(one.on)}"
    if one.result == "overdue":
        return f"{WORDS[one.result]} since {long_date(one.on)}"
    return f"{WORDS[one.result]} ({long_date(one.on)})"


def tested_between(found: Iterable[Landed], start: date, end: date) -> tuple[Landed, ...]:
    """Tests that were done between two days, both included, the newest first."""
    done = [
        one
        for one in found
        if one.result not in ("awaited", "overdue", "no-test") and one.on and start <= one.on <= end
    ]
    return tuple(sorted(done, key=lambda one: (-(one.on or end).toordinal(), one.record)))
