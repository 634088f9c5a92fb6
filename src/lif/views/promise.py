"""One date that a record promises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.records.record import Record


@dataclass(frozen=True, slots=True)
class Promise:
    """One date that a record promises: when, since when it was known, done when, and what it is.

    `field` is where the record keeps it, which stays the same when its words or its date change. `first` is
    the date before it was moved, `over` the day since when it no longer matters.
    """

    address: str
    record: Record
    field: str
    what: str
    due: date
    done: date | None = None
    known: date | None = None
    over: date | None = None
    first: date | None = None
