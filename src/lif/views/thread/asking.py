"""One question about a thread: the register, its day, and how a missing piece is said at one thing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from lif.calendars import short_date
from lif.checks.known import QUARTER_DAYS, known
from lif.law import running
from lif.measures.series import Figures
from lif.records.record import Item, Record
from lif.register import Register
from lif.views.recommendations import RecommendationLine, recommendations
from lif.views.thread.pieces import Break


@dataclass(slots=True)
class Asking:
    """The register, the figures and the day of the question; what is dear is worked out once."""

    register: Register
    figures: Figures
    as_at: date
    _lines: dict[str, RecommendationLine] | None = field(default=None, init=False)
    _dues: dict[tuple[str, str], date] | None = field(default=None, init=False)

    def get(self, address: str) -> Record | Item | None:
        """The record or item at an address, or None."""
        return self.register.get(address)

    def record(self, address: str) -> Record:
        """The record of an address that is there."""
        return self.register.entries[address.partition("/")[0]].record

    def past(self, day: date | None) -> bool:
        """Whether something had happened by the day of the question."""
        return known(day, self.as_at)

    def unread(self, *kinds: type[Record]) -> bool:
        """Whether a record of one of these kinds could not be read: it may be what is missing."""
        names = {kind.kind for kind in kinds}
        return any(bad.kind in names for bad in self.register.unreadable.values())

    def recommendation(self, address: str) -> RecommendationLine | None:
        """Where a recommendation stood on the day, or None where there was no such one."""
        if self._lines is None:
            self._lines = {line.address: line for line in recommendations(self.register, self.as_at)}
        return self._lines.get(address)

    def due_by(self, step: str, *records: str) -> date | None:
        """The day by which law has a step done on one of these records; None where no clock of it runs."""
        if self._dues is None:
            self._dues = {}
            for one in running(self.register, self.as_at):
                due = one.verdict.due if one.verdict.state != "not-applicable" else None
                for stop in (one.clock.stops, one.clock.stops_unpublished):
                    if due and stop:
                        earlier = self._dues.get((stop, one.address), due)
                        self._dues[stop, one.address] = min(due, earlier)
        return next((self._dues[step, one] for one in records if (step, one) in self._dues), None)


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that is looked at: its address, what led to it and what came of it, both by the day."""

    asking: Asking
    address: str
    above: tuple[str, ...]
    below: tuple[str, ...]

    @property
    def as_at(self) -> date:
        """The day of the question."""
        return self.asking.as_at

    def past(self, day: date | None) -> bool:
        """Whether something had happened by the day of the question."""
        return self.asking.past(day)

    def came(self, *kinds: type[Any]) -> bool:
        """Whether a record or item of one of these kinds came of it."""
        return any(isinstance(self.asking.get(one), kinds) for one in self.below)

    def led(self, *kinds: type[Any]) -> bool:
        """Whether a record or item of one of these kinds led to it."""
        return any(isinstance(self.asking.get(one), kinds) for one in self.above)

    def broken(self, words: str, *kinds: type[Record]) -> Break:
        """What should be there by now; not known where records of the kinds it would be were not read."""
        if self.asking.unread(*kinds):
            return Break("unknown", f"{words}, unless a record says so that cannot be read")
        return Break("broken", words)

    def by(self, day: date | None, words: str, *kinds: type[Record]) -> Break:
        """Still to come up to a day, and broken after it; without a day broken."""
        if day is not None and day >= self.as_at:
            return Break("due", f"{words} yet; due {short_date(day)}")
        return self.broken(f"{words}; it was due {short_date(day)}" if day else words, *kinds)

    def within(self, since: date | None, words: str, *kinds: type[Record], days: int = QUARTER_DAYS) -> Break:
        """What has no day of its own: still to come for so many days, a quarter if not said, then broken."""
        return self.by(since + timedelta(days=days) if since else None, words, *kinds)
