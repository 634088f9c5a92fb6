"""What changed between two states of the records, or two days, in the words of those who use them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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
from lif.views.changes.moments import Between, Moment, Scope
from lif.views.changes.others import RecordChanged, record_changes
from lif.views.changes.targets import IndicatorChanged, TargetMoved, indicator_changes, target_changes
from lif.views.changes.work import AuditPutOff, WorkMoved, put_off, work_changes

__all__ = ["Between", "Changes", "Moment", "Scope", "changes"]

MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed, each thing once.

    `outside` counts what changed and has nothing to do with what the paper is about. `not_compared` says what
    could not be read as it stood before, or as it stands now, and so is in none of the lists.
    """

    revised: tuple[FigureRevised, ...]
    new_figures: tuple[FiguresNew, ...]
    targets: tuple[TargetMoved, ...]
    indicators: tuple[IndicatorChanged, ...]
    actions: tuple[ActionChanged, ...]
    work: tuple[WorkMoved, ...]
    put_off: tuple[AuditPutOff, ...]
    decisions: tuple[Decided, ...]
    statements: tuple[StatementChanged, ...]
    acceptances: tuple[WarningAccepted, ...]
    altered: tuple[Altered, ...]
    records: tuple[RecordChanged, ...]
    outside: int
    not_compared: tuple[str, ...]


def changes(between: Between, scope: Scope = Scope()) -> Changes:  # noqa: B008 - frozen
    """What changed between the two, narrowed to what a paper is about."""
    revised, new = figure_changes(between)
    every: dict[str, tuple[object, ...]] = {
        "revised": revised,
        "new_figures": new,
        "targets": target_changes(between),
        "indicators": indicator_changes(between),
        "actions": action_changes(between),
        "work": work_changes(between),
        "put_off": put_off(between),
        "decisions": decisions(between),
        "statements": statements(between),
        "acceptances": acceptances(between),
        "altered": altered(between),
        "records": record_changes(between),
    }
    kept = {name: _within(between, scope, found) for name, found in every.items()}
    outside = sum(len(every[name]) - len(kept[name]) for name in every)
    return Changes(**kept, outside=outside, not_compared=_not_compared(between))  # type: ignore[arg-type]


def _within(between: Between, scope: Scope, found: Iterable[object]) -> tuple[object, ...]:
    return tuple(one for one in found if scope.holds(between, _record(one)))


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
