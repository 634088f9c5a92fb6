"""What needs somebody's attention on the day, each with the page that says more."""

from __future__ import annotations

from collections.abc import Iterator

from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.figures import Return
from lif.records.indicators import Indicator
from lif.views.came_of import many
from lif.views.scorecard.returns import return_lines
from lif.views.site.pieces import Ref, Words
from lif.views.site.places import DATES, index_of
from lif.views.site.world import World


def attention(world: World) -> tuple[Words, ...]:
    """Counts that are not nought, in the order in which a chair would ask."""
    return tuple(Words(text, Ref(path, text)) for source in _SOURCES for path, text in source(world))


Found = Iterator[tuple[str, str]]
"""The page that says more, and the sentence."""


def _actions(world: World) -> Found:
    late = sum(bool(line.days_overdue) for line in world.actions.values())
    if late:
        yield index_of(Action), f"{many(late, 'action')} {_is(late)} overdue"
    waiting = sum(line.standing == "awaiting-assurance" for line in world.actions.values())
    if waiting:
        yield (
            index_of(Action),
            f"{many(waiting, 'action')} {_is(waiting)} reported complete and not yet assured",
        )


def _clocks(world: World) -> Found:
    """Deadlines of law that were missed and are still open, and those that are near."""
    lines = [line for found in world.deadlines.values() for line in found if line.statutory]
    missed = sum(line.state == "breached" and line.done_on is None for line in lines)
    if missed:
        text = f"{many(missed, 'deadline')} of law {_is(missed, 'was', 'were')} missed"
        yield DATES, f"{text} and {_is(missed)} still open"
    soon = sum(line.state == "due-soon" for line in lines)
    if soon:
        yield DATES, f"{many(soon, 'deadline')} of law {_is(soon, 'falls', 'fall')} due within two weeks"


def _figures(world: World) -> Found:
    worse = sum(line.getting_worse for line in world.in_use)
    if worse:
        yield index_of(Indicator), f"{many(worse, 'indicator')} {_is(worse)} getting worse"
    awaited = [line.agency for line in return_lines(world.ask) if line.state == "awaited"]
    if awaited:
        text = (
            f"{many(len(awaited), 'return')} of figures for {world.quarter.label} {_is(len(awaited))} awaited"
        )
        yield index_of(Return), f"{text}: {', '.join(awaited)}"


def _others(world: World) -> Found:
    """What else is late: reports, documents, tests whether learning landed; each sort of it once."""
    late = [one for one in world.calendar.late if one.sort not in _SAID]
    if late:
        labels = tuple(dict.fromkeys(one.label for one in late))
        more = " and more" if len(labels) > MOST_LABELS else ""
        text = f"{many(len(late), 'other date')} {_is(len(late), 'has', 'have')} passed"
        yield f"{DATES}#what--is-late", f"{text}: {'; '.join(labels[:MOST_LABELS])}{more}"


def _audits(world: World) -> Found:
    late = sum(line.stage in ("late", "repeat-due") for line in world.audits.values())
    if late:
        yield index_of(Audit), f"{many(late, 'audit')} {_is(late)} late to begin or to be repeated"


def _recommendations(world: World) -> Found:
    """Recommendations without an answer or an action, with the record that has most of them."""
    owed = {
        id_: sum(line.overall in ("unanswered", "no-action") for line in lines)
        for id_, lines in world.recommended.items()
    }
    total = sum(owed.values())
    ref = world.ref(max(owed, key=lambda id_: (owed[id_], id_))) if total else None
    if ref is not None:
        text = f"{many(total, 'recommendation')} {_is(total, 'has', 'have')} no answer or no action"
        yield ref.path, f"{text}: look at {ref.name} first"


def _is(count: int, one: str = "is", several: str = "are") -> str:
    return one if count == 1 else several


_SOURCES = (_actions, _clocks, _recommendations, _figures, _audits, _others)
_SAID = frozenset(("action", "audit", "clock", "return"))
"""Sorts of dates that have a line of their own."""
MOST_LABELS = 4
