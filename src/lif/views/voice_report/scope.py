"""What a voice report looks at: a time, and one theme or priority if one was named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lif.calendars import add_months, long_date
from lif.measures.found import with_wider
from lif.records.priorities import Priority
from lif.records.references import Theme
from lif.register import Register
from lif.views.coverage.states import OLD_MONTHS
from lif.views.papers import CannotBeMade, Question

MONTHS = 12
"""How far back it looks when neither a year nor a topic is named; on one topic it is two years."""


@dataclass(frozen=True)
class Scope:
    """The time, both days included, and the theme or priority; None for everything."""

    register: Register
    as_at: date
    since: date
    until: date
    about: Theme | Priority | None

    def named(self, themes: Iterable[str], priorities: Iterable[str] = ()) -> bool:
        """Whether something with these themes and priorities belongs to it.

        A theme takes in those that are part of it, a priority what is tagged with a theme that it covers.
        """
        if self.about is None:
            return True
        wider = with_wider(self.register, themes)
        if isinstance(self.about, Theme):
            return self.about.id in wider
        return self.about.id in priorities or bool(wider & set(self.about.themes))

    def within(self, start: date, end: date) -> bool:
        """Whether a stretch of days, both included, touches the time."""
        return start <= self.until and end >= self.since


def scope(question: Question) -> Scope:
    """What is looked at; raises CannotBeMade for two topics, or a year that has not begun."""
    theme, priority = question.named(Theme), question.named(Priority)
    if theme and priority:
        raise CannotBeMade("name a theme or a priority, not both")
    about, year, as_at = theme or priority, question.year, question.as_at
    if year and year.start > as_at:
        raise CannotBeMade(f"{year.label} has not begun by {long_date(as_at)}")
    if year:
        return Scope(question.register, as_at, year.start, min(year.end, as_at), about)
    back = OLD_MONTHS if about else MONTHS
    return Scope(question.register, as_at, add_months(as_at, -back), as_at, about)
