"""The two days that progress is measured between, and what was known on each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from lif.calendars import add_months
from lif.measures.assemble import assemble
from lif.register import Register
from lif.views.called import called_at
from lif.views.coverage import Coverage, coverage
from lif.views.impact import looks
from lif.views.impact.looking import Looking
from lif.views.impact.pieces import Impact
from lif.views.papers import Question

MONTHS = 12
"""Progress is told over a year."""


@dataclass(frozen=True)
class Span:
    """From a day a year before to the day of the paper."""

    question: Question

    @property
    def register(self) -> Register:
        """All records."""
        return self.question.register

    @property
    def as_at(self) -> date:
        """The day of the paper."""
        return self.question.as_at

    @property
    def before(self) -> date:
        """The day a year before."""
        return add_months(self.as_at, -MONTHS)

    @cached_property
    def now(self) -> Coverage:
        """What showed each statement on the day."""
        question = self.question
        return coverage(self.register, question.figures, self.as_at)

    @cached_property
    def then(self) -> Coverage:
        """What showed each statement a year before, by what was known then."""
        figures = assemble(self.register, self.before)
        return coverage(self.register, figures, self.before)

    @cached_property
    def looks(self) -> tuple[Impact, ...]:
        """Looks at what became different in the year up to the day."""
        question, first = self.question, self.before + timedelta(days=1)
        return looks(Looking(self.register, question.figures, first, self.as_at, self.as_at))

    @cached_property
    def earlier_looks(self) -> tuple[Impact, ...]:
        """Looks of the year before that, as known at its end."""
        first = add_months(self.before, -MONTHS) + timedelta(days=1)
        figures = assemble(self.register, self.before)
        return looks(Looking(self.register, figures, first, self.before, self.before))

    def called(self, address: str | None) -> str:
        """What readers call a record; empty for none."""
        return called_at(self.register, address) if address else ""
