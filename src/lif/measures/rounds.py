"""The rounds of a promise that comes back every month, quarter, half-year or year, and what kept each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lif.calendars import add_months, financial_year_of, long_date, month, quarter_of
from lif.records.audits import Audit
from lif.records.evidence import Evidence
from lif.records.promised import Every, Promised
from lif.records.publications import Publication
from lif.records.record import Record, stands
from lif.register import Register

_MONTHS: Mapping[Every, int] = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


@dataclass(frozen=True, slots=True)
class Round:
    """One round of a promise, from its first day to its last."""

    start: date
    end: date
    label: str


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was done: when, by which agencies, and whether the record of it is an example."""

    on: date
    agencies: tuple[str, ...]
    illustrative: bool


def rounds(promise: Promised, as_at: date) -> tuple[Round, ...]:
    """The rounds that began on or after the promise's first day, the one that runs on a day included."""
    every = promise.every or "year"
    months, last = _MONTHS[every], min(promise.until or as_at, as_at)
    start = financial_year_of(promise.since).start
    found = []
    while start <= last:
        after = add_months(start, months)
        if start >= promise.since:
            found.append(Round(start, after - timedelta(days=1), _label(every, start)))
        start = after
    return tuple(found)


def _label(every: Every, start: date) -> str:
    if every == "month":
        return month(start.year, start.month).label
    if every == "quarter":
        return quarter_of(start).label.partition(" (")[0]
    if every == "year":
        return financial_year_of(start).label
    first, last = (long_date(day).partition(" ")[2] for day in (start, add_months(start, 5)))
    return f"{first} to {last}"


def deeds(register: Register, address: str, as_at: date) -> tuple[Deed, ...]:
    """What was done by a day for the promise at an address, by the records that name it."""
    sources = dict.fromkeys(tie.source.partition("/")[0] for tie in register.links_to(address))
    found = (_deed(register.entries[id_].record, as_at) for id_ in sources)
    return tuple(sorted((one for one in found if one), key=lambda one: one.on))


def _deed(record: Record, as_at: date) -> Deed | None:
    """What a record says was done: evidence that supports, an audit that was reported, a publication."""
    on: date | None = None
    agencies: tuple[str, ...] = ()
    if isinstance(record, Evidence) and record.strength != "contradicts":
        on, agencies = record.on, (record.supplied_by,) if record.supplied_by else ()
    elif isinstance(record, Audit) and record.cancelled is None:
        on, agencies = record.reported, record.agencies
    elif isinstance(record, Publication):
        on = record.published
    known = on is not None and on <= as_at and stands(record, as_at)
    return Deed(on, agencies, record.illustrative) if on and known else None


def kept_on(every: Sequence[Round], within: timedelta, done: Sequence[Deed]) -> tuple[Deed | None, ...]:
    """What kept each round: the first thing done in it, or after it while there was still time.

    What is done in the days of grace of a round that nothing has kept yet counts for that one, and else for
    the round in which it was done; nothing counts twice.
    """
    kept: list[Deed | None] = [None] * len(every)
    for deed in done:
        place = next(
            (
                at
                for at, one in enumerate(every)
                if kept[at] is None and one.start <= deed.on <= one.end + within
            ),
            None,
        )
        if place is not None:
            kept[place] = deed
    return tuple(kept)
