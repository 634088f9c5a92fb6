"""The training of one year as known on a day: its courses, its sessions, its plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from lif.calendars import Period, parse_period
from lif.records.record import stands
from lif.records.training import Course, TrainingPlan, TrainingSession
from lif.register import Register
from lif.views.as_known import as_known

State = Literal["held", "not-entered", "called-off", "to-come"]


@dataclass(frozen=True)
class Year:
    """One year of training; `until` is its last day, or the day asked about while it runs."""

    register: Register
    as_at: date
    period: Period

    @property
    def until(self) -> date:
        """The last day that is looked at."""
        return min(self.period.end, self.as_at)

    @property
    def runs(self) -> bool:
        """Whether the year was not over on the day."""
        return self.as_at < self.period.end

    @cached_property
    def sessions(self) -> tuple[TrainingSession, ...]:
        """The sessions of the year as known on the day, by date."""
        found = [
            as_known(self.register, one, self.as_at)
            for one in self.register.all(TrainingSession)
            if self.period.contains(one.on) and stands(one, self.as_at)
        ]
        return tuple(sorted(found, key=lambda one: (one.on, one.id)))

    def state(self, session: TrainingSession) -> State:
        """Whether a session was held, was called off, is to come, or was held and nobody entered who came."""
        if session.cancelled_on:
            return "called-off"
        if session.on > self.as_at:
            return "to-come"
        return "held" if session.places else "not-entered"

    @cached_property
    def held(self) -> tuple[TrainingSession, ...]:
        """The sessions that were held and entered."""
        return tuple(one for one in self.sessions if self.state(one) == "held")

    @cached_property
    def courses(self) -> tuple[Course, ...]:
        """The courses that had a session in the year or were evaluated for it, by title, as known."""
        ids = {one.course for one in self.sessions}
        found = [
            as_known(self.register, one, self.as_at)
            for one in self.register.all(Course)
            if stands(one, self.as_at)
            and (one.id in ids or any(self.about(e.sessions, e.on) for e in one.evaluations))
        ]
        return tuple(sorted(found, key=lambda one: (one.title.casefold(), one.id)))

    def about(self, sessions: tuple[str, ...], on: date) -> bool:
        """Whether an evaluation belongs to the year: most of its sessions do, or its day where it names none.

        Of as many sessions on either side the later year has it, so that each evaluation is counted once.
        """
        found = (self.register.find(TrainingSession, id_) for id_ in sessions)
        days = sorted(one.on for one in found if one)
        if not days:
            return self.period.contains(on)
        years = [day.year - (day.month < 4) for day in days]
        most = max(years, key=lambda year: (years.count(year), year))
        return most == self.period.start.year

    @cached_property
    def plans(self) -> tuple[TrainingPlan, ...]:
        """The plans for the year that still count, as known on the day."""
        return tuple(self._plans())

    def _plans(self) -> Iterator[TrainingPlan]:
        for one in self.register.all(TrainingPlan):
            if parse_period(one.period) == self.period and stands(one, self.as_at):
                yield as_known(self.register, one, self.as_at)
