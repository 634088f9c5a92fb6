"""What changed between two states of the records, or two days, in the words of those who use them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from lif.views.changes.actions import ActionChanged, action_changes
from lif.views.changes.altered import Altered, altered
from lif.views.changes.decided import (
    Decided,
    StatementChanged,
    WarningAccepted,
    acceptances,
    decisions,
    statements,
)
from lif.views.changes.figures import FigureRevised, FiguresNew, figure_changes
from lif.views.changes.moments import Between, Moment
from lif.views.changes.others import RecordChanged, record_changes
from lif.views.changes.returns import ReturnReceived, returns_received
from lif.views.changes.targets import IndicatorChanged, TargetMoved, indicator_changes, target_changes
from lif.views.changes.work import AuditPutOff, WorkMoved, put_off, work_changes

__all__ = ["Between", "Changes", "Moment", "changes", "parted"]

MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed, each thing once.

    `not_compared` says what could not be read as it stood before, or as it stands now, and so is in none of
    the lists.
    """

    revised: tuple[FigureRevised, ...]
    new_figures: tuple[FiguresNew, ...]
    targets: tuple[TargetMoved, ...]
    indicators: tuple[IndicatorChanged, ...]
    actions: tuple[ActionChanged, ...]
    returns: tuple[ReturnReceived, ...]
    work: tuple[WorkMoved, ...]
    put_off: tuple[AuditPutOff, ...]
    decisions: tuple[Decided, ...]
    statements: tuple[StatementChanged, ...]
    acceptances: tuple[WarningAccepted, ...]
    altered: tuple[Altered, ...]
    records: tuple[RecordChanged, ...]
    not_compared: tuple[str, ...]


def changes(between: Between) -> Changes:
    """Everything that changed between the two."""
    revised, new = figure_changes(between)
    return Changes(
        revised,
        new,
        target_changes(between),
        indicator_changes(between),
        action_changes(between),
        returns_received(between),
        work_changes(between),
        put_off(between),
        decisions(between),
        statements(between),
        acceptances(between),
        altered(between),
        record_changes(between),
        _not_compared(between),
    )


def parted(found: Changes, holds: Callable[[str], bool]) -> tuple[Changes, Changes]:
    """The changes in records for which `holds` is true, and the others; what was not compared is in both."""
    known: dict[str, bool] = {}

    def belongs(change: object) -> bool:
        id_ = _record(change)
        if id_ not in known:
            known[id_] = holds(id_)
        return known[id_]

    parts: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    for each in fields(found):
        every = getattr(found, each.name)
        whole = each.name == "not_compared"
        parts[0][each.name] = every if whole else tuple(one for one in every if belongs(one))
        parts[1][each.name] = every if whole else tuple(one for one in every if not belongs(one))
    return Changes(**parts[0]), Changes(**parts[1])


def _record(change: object) -> str:
    """The id of the record that a change is about."""
    for name in ("id", "indicator", "address"):
        if found := getattr(change, name, ""):
            return str(found).partition("/")[0]
    raise TypeError(f"{type(change).__name__} is about no record")


def _not_compared(between: Between) -> tuple[str, ...]:
    """Records that could not be read on one side, in words, each once."""
    found = []
    if not between.by_dates:
        found += _unread(between.before, "could not be read as it stood before")
    found += _unread(between.after, "cannot be read as it stands now")
    return tuple(dict.fromkeys(found))


def _unread(moment: Moment, words: str) -> list[str]:
    bad = sorted({(one.path, one.kind) for one in moment.register.unreadable.values()})
    named = [f"{path} ({kind.replace('-', ' ')}) {words}" for path, kind in bad[:MOST_NAMED]]
    more = len(bad) - MOST_NAMED
    return named + ([f"{more} more {'file' if more == 1 else 'files'} {words}"] if more > 0 else [])
