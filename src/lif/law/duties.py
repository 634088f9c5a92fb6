"""The due date of a duty from a trigger: under which edition, counted how, and what was relaxed then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from lif.calendars import CountedDay
from lif.law.counting import counted, working_days
from lif.law.editions import applies, edition_of
from lif.records.law import Duty, Easement, Edition
from lif.register import Register


@dataclass(frozen=True, slots=True)
class Due:
    """When a duty is due from one trigger.

    `on` is the last day in time and `at` the minute, for hours by the clock; `on` is None where the duty
    sets no days or they cannot be counted, and `why` says which. `applies` says whether the duty stood on
    the trigger day. `easements` are what was said of the limit for that day.
    """

    duty: Duty
    trigger: date
    on: date | None
    at: datetime | None
    why: str
    days: tuple[CountedDay, ...]
    edition: Edition | None
    easements: tuple[Easement, ...]
    applies: bool

    @property
    def relaxed(self) -> bool:
        """Whether the limit was relaxed for this trigger: what came later is not a breach."""
        return any(easement.relaxes for easement in self.easements)


def due(register: Register, duty: Duty, trigger: date | datetime, began: date | None = None) -> Due:
    """When a duty is due from a trigger, a day or a minute.

    `began` is the first day of the case, as in `lif.law.editions.applies`. Nothing is raised: what cannot
    be counted is said in `why`.
    """
    day = trigger.date() if isinstance(trigger, datetime) else trigger
    edition, stands = edition_of(register, duty, day), applies(duty, day, began)
    if duty.limit is None:
        why = "the duty names no number of days"
        return Due(duty, day, None, None, why, (), edition, easement_on(duty, day), stands)
    count = counted(duty.limit, trigger, working_days(register, duty.calendar))
    easements = easement_on(duty, day, count.on)
    return Due(duty, day, count.on, count.at, count.why, count.days, edition, easements, stands)


def easement_on(duty: Duty, trigger: date, last: date | None = None) -> tuple[Easement, ...]:
    """What was said of a duty's limit while a clock ran that started on a day and was due on `last`."""
    end = max(trigger, last or trigger)
    return tuple(
        one for one in duty.easements if one.since <= end and (one.until is None or trigger <= one.until)
    )
