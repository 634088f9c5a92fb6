"""Who has supplied figures for the quarter of a paper, who has not, and what was put back to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.measures.owed import Owed, owed
from lif.measures.standing import by
from lif.views.came_of import many
from lif.views.return_filled import filled
from lif.views.scorecard.parts import name_of
from lif.views.scorecard.question import Ask


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """One return that was owed for the quarter, as it stood on the day of the paper.

    `chases` counts the reminders that were sent by then.
    """

    agency: str
    due: date
    received: date | None
    state: str
    days_late: int
    open_queries: int
    illustrative: bool
    chases: int = 0
    last_chased: date | None = None


def owed_for(ask: Ask) -> tuple[Owed, ...]:
    """Every return owed for the paper's quarter, also while the quarter lasts."""
    return tuple(each for each in owed(ask.register, max(ask.as_at, ask.last)) if each.period == ask.quarter)


def return_lines(ask: Ask) -> tuple[ReturnLine, ...]:
    """Every return owed for the quarter: received, late, queried, awaited or not due yet, by agency."""
    return tuple(_line(ask, each) for each in owed_for(ask))


def lacking(ask: Ask, each: Owed) -> str:
    """How many of the figures that were owed a return came without; empty where none lacks."""
    missing = filled(ask.register, each, ask.as_at).missing if each.received(ask.as_at) else ()
    return f"{len(missing)} of {many(len(each.measures), 'figure')} missing" if missing else ""


def _line(ask: Ask, each: Owed) -> ReturnLine:
    received = each.received(ask.as_at)
    late = max(((received or ask.as_at) - each.due).days, 0)
    open_queries = sum(
        query.on <= ask.as_at and (query.answered_on is None or query.answered_on > ask.as_at)
        for query in (each.held.queries if each.held else ())
    )
    if received is None:
        state = "awaited" if late else "not due yet"
    else:
        state = "queried" if open_queries else "received late" if late else "received"
        if words := lacking(ask, each):
            state += f"{'' if state == 'received' else ' and'} in part ({words})"
    chases = by(each.held.chases, ask.as_at) if each.held else ()
    return ReturnLine(
        name_of(ask, each.agency),
        each.due,
        received,
        state,
        late,
        open_queries,
        each.held.illustrative if each.held else False,
        len(chases),
        chases[-1].on if chases else None,
    )
