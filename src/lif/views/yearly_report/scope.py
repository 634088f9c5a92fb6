"""What the yearly report is asked: the year, the day, and everything that its sections look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from lif.calendars import Period, financial_year_of, quarter_of
from lif.records.governance import Agency, Group
from lif.records.record import Record, stands
from lif.records.reviews import Review
from lif.register import Register
from lif.views.as_known import as_known
from lif.views.called import called_at
from lif.views.impact import impacts
from lif.views.impact.pieces import Impact
from lif.views.listing import known_by
from lif.views.papers import CannotBeMade, Question
from lif.views.review_states import known_by as review_known_by
from lif.views.scorecard.question import Ask

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Scope:
    """One yearly report that is asked for: what the records say of the year, as known on the day."""

    question: Question
    year: Period

    @property
    def register(self) -> Register:
        """All records."""
        return self.question.register

    @property
    def as_at(self) -> date:
        """The day from which the year is looked at."""
        return self.question.as_at

    @property
    def last(self) -> date:
        """The last day of the year that had come."""
        return min(self.year.end, self.as_at)

    @property
    def is_over(self) -> bool:
        """Whether the year is over."""
        return self.as_at > self.year.end

    @cached_property
    def looks(self) -> tuple[Impact, ...]:
        """Every look of the year at what became different, newest first."""
        question = self.question
        return impacts(self.register, question.figures, self.year, self.as_at)

    @cached_property
    def ask(self) -> Ask:
        """The figures as the leadership board's scorecard has them, at the end of the year's last quarter."""
        question = self.question
        last = quarter_of(self.last)
        quarter = last if last.end <= self.as_at else quarter_of(last.start - timedelta(days=1))
        board = self.boards("leadership")
        return Ask(
            self.register,
            question.figures,
            self.as_at,
            quarter,
            board[0] if board else None,
        )

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in the year and had come."""
        return day is not None and self.year.start <= day <= self.last

    def knows(self, day: date | None) -> bool:
        """Whether a day had come."""
        return day is not None and day <= self.as_at

    def known(self, kind: type[R]) -> tuple[R, ...]:
        """The records of a kind that their readers knew on the day, as they knew them."""
        return tuple(
            as_known(self.register, record, self.as_at)
            for record in self.register.all(kind)
            if stands(record, self.as_at) and _there(record, self.as_at)
        )

    def boards(self, *tiers: str) -> tuple[Group, ...]:
        """The groups of these tiers that stood at the end of the year, the highest first."""
        found = [each for each in self.register.all(Group) if each.tier in tiers and self.stood(each)]
        return tuple(sorted(found, key=lambda group: (tiers.index(group.tier), group.name)))

    def partners(self) -> tuple[Agency, ...]:
        """The safeguarding partners at the end of the year, by name."""
        found = (each for each in self.register.all(Agency) if each.statutory_partner)
        return tuple(sorted((each for each in found if self.stood(each)), key=lambda each: each.name))

    def stood(self, thing: Agency | Group) -> bool:
        """Whether an agency or a group was there at the end of the year."""
        began, ended = thing.since, thing.until
        return (
            stands(thing, self.last)
            and not (began and began > self.last)
            and not (ended and ended < self.last)
        )

    def called(self, address: str | None) -> str:
        """What readers call a record; empty for none."""
        return called_at(self.register, address) if address else ""

    def names(self, addresses: Iterable[str]) -> tuple[str, ...]:
        """What readers call records, in order."""
        return tuple(self.called(address) for address in addresses)


def _there(record: Record, as_at: date) -> bool:
    return review_known_by(record, as_at) if isinstance(record, Review) else known_by(record, as_at)


def scope_of(question: Question) -> Scope:
    """The year that was asked for, or the last that was over; raises CannotBeMade for one still to come."""
    year = question.year or financial_year_of(question.as_at).previous()
    if question.as_at < year.start:
        raise CannotBeMade(f"the year {year.label} has not begun; name one that has, as in --year 2024-25")
    return Scope(question, year)
