"""Deadlines of the framework's rows: promises of elements, and work that is to be in place by a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from lif.measures.promises_due import Occasion, occasions
from lif.records.promised import PromisedThing
from lif.records.record import stands
from lif.records.row_progress import RowProgress
from lif.register import Register
from lif.views.promise import Promise
from lif.views.shown import flowing

WORK = "work"
"""The field of a promise that the work of a row is in place."""

_WORDS: Mapping[PromisedThing, str] = {
    "views-after-reviews": "{part} asked after a review",
    "focus-groups-with-section-11": "focus group beside a section 11 return",
    "own-audit-programmes": "programme of own audits, {part}",
    "own-indicators-reviewed": "review of own indicators, {part}",
    "key-messages-followed-up": "practitioners asked about a key message",
    "each-round": "{text}, {part}",
}


def kept_in_time(register: Register, as_at: date) -> Iterator[Promise]:
    """Each time that a promise of an element falls due, by element; known since what it follows happened."""
    for one in occasions(register, as_at):
        yield _promise(register, one)


def rounds_to_come(register: Register, as_at: date, last: date) -> Iterator[Promise]:
    """What is promised every so often, of the rounds that begin after a day and are due by `last`."""
    for one in occasions(register, last):
        if one.began and as_at < one.began and one.due <= last and stands(one.element, as_at):
            yield _promise(register, replace(one, kept=None))


def _promise(register: Register, one: Occasion) -> Promise:
    record = register.entries[one.about].record
    what = _WORDS[one.promise.what].format(part=one.part, text=flowing(one.promise.text).rstrip("."))
    began = one.began or one.due - timedelta(days=one.promise.within_days)
    return Promise(one.about, record, _field(one), what, one.due, one.kept, began)


def _field(one: Occasion) -> str:
    """What tells one promise on a record from the others on it."""
    if one.promise.what == "each-round" and one.began:
        return f"{one.promise.what} {one.promise.id} {one.began.isoformat()}"
    return " ".join(filter(None, (one.promise.what, one.part.replace("/", "-"))))


def rows_in_place(register: Register, as_at: date) -> Iterator[Promise]:
    """Work of rows with a day by which it is to be in place; the newest report on each counts."""
    newest: dict[str, RowProgress] = {}
    for one in register.all(RowProgress):
        if one.on <= as_at and stands(one, as_at):
            before = newest.get(one.row)
            newest[one.row] = (
                one if before is None else max((before, one), key=lambda each: (each.on, each.id))
            )
    for one in newest.values():
        if one.due is not None:
            done = one.on if one.stage in ("in-place", "part-of-the-work") else None
            yield Promise(
                one.row, register.entries[one.id].record, WORK, "work of a row", one.due, done, one.on
            )
