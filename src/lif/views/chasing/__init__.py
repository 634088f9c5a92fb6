"""What is asked again of whom: one text for each role, with all that it owes, and the entries that follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from lif.records.chases import Chase
from lif.views.answering import Answering

ANSWER_DAYS = 14
"""An answer is asked for within so many days, where no day is named."""
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Reminded:
    """An earlier reminder: the day, and the day of its answer if there was one by now."""

    on: date
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class NotAsked:
    """Something owed that nobody can be asked for: what it is, and what is to be done about that."""

    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class ToMake:
    """A workbook that goes with a text: of what, of whom, and of which quarter where each has its own."""

    what: str
    agency: str
    quarter: str = ""


Reminders: TypeAlias = tuple[Reminded, ...]


def answer_day(as_at: date) -> date:
    """The day by which an answer is asked for: two weeks on, and never at a weekend."""
    day = as_at + timedelta(days=ANSWER_DAYS)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return day


def reminders(chases: Iterable[Chase], as_at: date) -> Reminders:
    """What was sent before the day, oldest first; a text made twice on one day is the same text."""
    found = sorted((one for one in chases if one.on < as_at), key=lambda one: one.on)
    return tuple(
        Reminded(one.on, one.answered_on if one.answered_on and one.answered_on <= as_at else None)
        for one in found
    )


def in_order(to: Answering) -> tuple[str, str, str]:
    """Texts stand by agency and role."""
    return to.agency_name.lower(), to.name.lower(), to.role
