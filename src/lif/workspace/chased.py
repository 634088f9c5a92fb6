"""Enters reminders where they belong: dated, in the record of what was asked for, once a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from lif.records.actions import Action
from lif.records.figures import Return
from lif.records.section11 import Section11Return
from lif.source.new_records import Choice, Field
from lif.views.chasing.actions import ActionsText
from lif.views.chasing.returns import ReturnsText
from lif.views.returns_owed import ReturnOwed
from lif.workspace.alterations import Alterations

Chased: TypeAlias = Action | Return | Section11Return


@dataclass(frozen=True, slots=True)
class Entered:
    """How many reminders are to be entered, and how many are there, of that day or of a later one."""

    new: int
    already: int
    later: tuple[str, ...]


def enter(alterations: Alterations, texts: Iterable[ReturnsText | ActionsText], on: date) -> Entered:
    """Adds a reminder of the day for everything that the texts ask for; raises CannotAlter.

    A return that has no record yet gets one, without the day on which it came. Where a later reminder stands
    none is added: entries are in order.
    """
    new = already = 0
    later: list[str] = []
    for record, line, role in _asked(texts):
        there = _chases(alterations, record)
        if any(day == on and to == role for day, to in there):
            already += 1
        elif any(day > on for day, _ in there):
            later.append(record)
        else:
            _add(alterations, record, line, {"on": on.isoformat(), "to": role})
            new += 1
    return Entered(new, already, tuple(later))


def answered(alterations: Alterations, record: str, on: date) -> int:
    """Enters the day of an answer beside each reminder that waits for one; gives how many it were.

    For whatever brings an answer in as a whole: the workbook of a return, or of section 11.
    """
    found = _record(alterations, record)
    places = waiting(found, on) if found else ()
    for place in places:
        alterations.put(record, ("chases", place, "answered_on"), on.isoformat())
    return len(places)


def waiting(record: Chased, on: date) -> tuple[int, ...]:
    """The places of reminders that had been sent by a day and have no answer."""
    return tuple(place for place, one in enumerate(record.chases) if one.on <= on and one.answered_on is None)


def _asked(texts: Iterable[ReturnsText | ActionsText]) -> list[tuple[str, ReturnOwed | None, str]]:
    found: list[tuple[str, ReturnOwed | None, str]] = []
    for text in texts:
        if isinstance(text, ReturnsText):
            found += [(each.owed.record, each.owed, text.to.role) for each in text.asked]
        else:
            found += [(each.line.id, None, text.to.role) for each in text.asked]
    return found


def _chases(alterations: Alterations, record: str) -> list[tuple[date, str]]:
    found = _record(alterations, record)
    return [(one.on, one.to) for one in found.chases] if found else []


def _record(alterations: Alterations, record: str) -> Chased | None:
    """The record of what is asked for, as it was read."""
    register = alterations.workspace.register
    return (
        register.find(Action, record)
        or register.find(Return, record)
        or register.find(Section11Return, record)
    )


def _add(alterations: Alterations, record: str, line: ReturnOwed | None, entry: dict[str, Field]) -> None:
    if record or line is None:
        alterations.append(record, ("chases",), entry)
        return
    awaited: dict[str, Field] = {
        "id": f"{line.agency}-{line.period.lower()}",
        "illustrative": Choice("true") if line.illustrative else "",
        "agency": line.agency,
        "period": line.period,
        "due": line.due.isoformat(),
        "chases": [entry],
    }
    alterations.new(Return, awaited)
