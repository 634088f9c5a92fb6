"""Where looks are searched for: the records, a stretch of days, and the day by which they had to be known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.calendars import Period
from lif.measures.series import Figures
from lif.records.record import Item, Record, stands
from lif.register import Register


@dataclass(frozen=True, slots=True)
class Looking:
    """From `first` to `last`, both included, as known on `as_at`; `figures` are those known on that day."""

    register: Register
    figures: Figures
    first: date
    last: date
    as_at: date

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in the stretch and had come."""
        return day is not None and self.first <= day <= min(self.last, self.as_at)

    def knows(self, day: date | None) -> bool:
        """Whether a day had come, in the stretch or not."""
        return day is not None and day <= self.as_at

    def covers(self, period: Period) -> bool:
        """Whether a period lies in the stretch."""
        return self.first <= period.start and period.end <= self.last

    def counts(self, thing: Record | Item) -> bool:
        """Whether a record or an item was not retired by the day."""
        return stands(thing, self.as_at)
