"""What a challenge and risk log is narrowed to: a group, an agency, a priority, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lif.calendars import add_months
from lif.records.actions import Action
from lif.records.governance import Agency, Group, Role
from lif.records.oversight import Challenge, EscalationCount, Escalations, Risk
from lif.records.priorities import Priority
from lif.register import Register
from lif.views.followed import Followed, followed
from lif.views.papers import Question

A_YEAR = 12
"""What was closed is shown for so many months, with what came of it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked about; None does not narrow."""

    question: Question
    group: Group | None
    agency: Agency | None
    priority: Priority | None

    @property
    def register(self) -> Register:
        """The records."""
        return self.question.register

    @property
    def as_at(self) -> date:
        """The day from which things are looked at."""
        return self.question.as_at

    def challenge(self, one: Challenge) -> bool:
        """Whether a challenge was made by the group, to the agency, and serves the priority."""
        role = self.register.find(Role, one.by_role)
        return (
            (self.group is None or self.group.id in (one.by_group, role.group if role else None))
            and (self.agency is None or self.agency.id in one.to)
            and self.serves(one.priorities)
        )

    def risk(self, one: Risk) -> bool:
        """Whether a risk is followed by the group, answered for by the agency, and serves the priority."""
        role = self.register.find(Role, one.owner)
        return (
            (self.group is None or one.group == self.group.id)
            and (self.agency is None or (role is not None and role.agency == self.agency.id))
            and self.serves(one.priorities)
        )

    def escalations(self, one: Escalations) -> bool:
        """Whether the group follows the counts of a quarter."""
        return self.group is None or one.group == self.group.id

    def count(self, one: EscalationCount) -> bool:
        """Whether the agency escalated or was escalated to, and whether it was about what the priority is."""
        return (self.agency is None or self.agency.id in (one.by_agency, one.to_agency)) and (
            self.priority is None or one.theme in self.priority.themes
        )

    def serves(self, priorities: Iterable[str]) -> bool:
        """Whether the priority, if one was asked about, is among these."""
        return self.priority is None or self.priority.id in priorities

    def lately(self, day: date | None) -> bool:
        """Whether something was closed in the last twelve months."""
        return day is not None and day > add_months(self.as_at, -A_YEAR)

    def actions(self, ids: Iterable[str]) -> tuple[Followed, ...]:
        """The actions that came of something, as they stand."""
        found = (self.register.find(Action, id_) for id_ in ids)
        figures = self.question.figures
        return tuple(followed(self.register, figures, one, self.as_at, self.as_at) for one in found if one)


def wanted(question: Question) -> Wanted:
    """What the question is narrowed to."""
    return Wanted(
        question,
        question.named(Group),
        question.named(Agency),
        question.named(Priority),
    )
