"""What changed, in numbers: one row for each sort of thing, and what did not change at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lif.views.came_of import many
from lif.views.changes import Changes
from lif.views.changes.others import RecordChanged


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many records of one other kind came, changed and went; `gone` are retired or taken away."""

    kinds: str
    added: int
    changed: int
    gone: int


@dataclass(frozen=True, slots=True)
class Counted:
    """How many things changed: in all, by sort in words, by kind of record; and the sorts without any."""

    total: int
    rows: tuple[tuple[str, str], ...]
    kinds: tuple[KindCount, ...]
    nothing: tuple[str, ...]


ALTERED = "Altered without a logged change"
"""The sort that has a part of its own also where there is none."""
_HAPPENED = {
    "opened": "agreed",
    "slipped": "put back",
    "brought-forward": "brought forward",
    "fell-overdue": "fell overdue",
    "begun": "begun",
    "reported-complete": "reported complete",
    "assured": "assured",
    "closed": "closed",
    "superseded": "superseded",
    "not-accepted": "not accepted",
    "taken-up-again": "taken up again",
    "looked-at": "looked at for effect",
    "taken-away": "taken away",
}
_FATES = {
    **{each: each for each in ("added", "changed", "retired", "discontinued", "replaced")},
    "accepted": "accepted",
    "ended": "ended",
    "expired": "run out",
    "taken-away": "taken away",
    "defined-anew": "defined anew",
    "worded-anew": "worded anew",
}


def counted(found: Changes) -> Counted:
    """The changes in numbers."""
    every = {
        ALTERED: _number(len(found.altered), "thing"),
        "Figures": _figures(found),
        "Targets": f"{len(found.targets)} set or moved" if found.targets else "",
        "Indicators": _by(_FATES, (one.fate for one in found.indicators)),
        "Actions": _by(_HAPPENED, (one.happened for one in found.actions)),
        "Returns": _returns(found),
        "Reviews and audits": _work(found),
        "Decisions": _decisions(found),
        "Statements of the framework": _by(_FATES, (one.fate for one in found.statements)),
        "Accepted warnings": _by(_FATES, (one.fate for one in found.acceptances)),
        "Other records": _by(_FATES, (one.fate for one in found.records)),
    }
    return Counted(
        total(found),
        tuple((name, words) for name, words in every.items() if words),
        kinds(found.records),
        tuple(name for name, words in every.items() if not words and name != ALTERED),
    )


def total(found: Changes) -> int:
    """How many things changed within what the paper is about."""
    return sum(
        map(
            len,
            (
                *(found.revised, found.new_figures, found.targets, found.indicators, found.actions),
                *(
                    found.returns,
                    found.work,
                    found.put_off,
                    found.decisions,
                    found.statements,
                    found.acceptances,
                ),
                *(found.altered, found.records),
            ),
        )
    )


def kinds(records: Iterable[RecordChanged]) -> tuple[KindCount, ...]:
    """The records by kind, in the order in which they stand."""
    by_kind: dict[str, Counter[str]] = {}
    for one in records:
        by_kind.setdefault(one.kinds, Counter())[one.fate] += 1
    return tuple(
        KindCount(name, fates["added"], fates["changed"], fates["retired"] + fates["taken-away"])
        for name, fates in by_kind.items()
    )


def _figures(found: Changes) -> str:
    silent = sum(not one.logged for one in found.revised)
    new = sum(one.count for one in found.new_figures)
    words = [f"{len(found.revised)} revised"] if found.revised else []
    words += [f"{silent} of these without a logged reason"] if silent else []
    words += [f"{many(new, 'new figure')} in {len(found.new_figures)} series"] if new else []
    return ", ".join(words)


def _returns(found: Changes) -> str:
    late = sum(one.days_late > 0 for one in found.returns)
    words = [f"{len(found.returns)} received"] if found.returns else []
    return ", ".join(words + ([f"{late} of these late"] if late else []))


def _work(found: Changes) -> str:
    words = [
        many(sum(one.sort == sort for one in found.work), sort)
        for sort in ("review", "audit")
        if any(one.sort == sort for one in found.work)
    ]
    moved = f"{' and '.join(words)} moved on" if words else ""
    return ", ".join(filter(None, (moved, f"{len(found.put_off)} put off" if found.put_off else "")))


def _decisions(found: Changes) -> str:
    new = sum(one.new for one in found.decisions)
    words = [f"{new} made"] if new else []
    words += (
        [f"{len(found.decisions) - new} earlier ones of which something has come"]
        if new < len(found.decisions)
        else []
    )
    return ", ".join(words)


def _by(names: dict[str, str], found: Iterable[str]) -> str:
    counts = Counter(found)
    return ", ".join(f"{counts[key]} {word}" for key, word in names.items() if counts[key])


def _number(count: int, word: str) -> str:
    return many(count, word) if count else ""
