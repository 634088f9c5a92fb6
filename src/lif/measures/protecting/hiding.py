"""What is hidden in all: the small, what is tied to it, and totals that would still give it away."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from lif.measures.protecting.audit import Attack, connected
from lif.measures.protecting.cells import Cell, Key
from lif.measures.protecting.closing import Shape, closed, leftovers
from lif.measures.protecting.coming import rests, too_early
from lif.measures.protecting.outside import Outside
from lif.measures.protecting.tables import written_twice
from lif.measures.protecting.windows import crossing

_ROUNDS = 100
"""Each round hides at least one figure more, of those that hang together; never so many are needed."""


@dataclass(frozen=True, slots=True)
class Hiding:
    """What is hidden; what can be worked out `already`; and what is `unsafe` all the same."""

    hidden: frozenset[Key]
    already: tuple[Key, ...]
    unsafe: tuple[Key, ...]


def hiding(cells: Mapping[Key, Cell], outside: Outside, shape: Shape) -> Hiding:
    """Hides what is small or was hidden before, then whatever it could be worked back from."""
    small = {key for key, cell in cells.items() if cell.small or key in outside.stuck}
    small |= (
        leftovers(cells, shape) | written_twice(cells.values()) | crossing(cells.values(), outside.elsewhere)
    )
    small -= outside.kept.keys()
    hidden = closed(cells, small, outside.kept, shape)
    early = {*too_early(cells, hidden, outside, shape.windows), *rests(cells, hidden, outside, shape.windows)}
    hidden = closed(cells, hidden | early, outside.kept, shape)
    attack = Attack.on(cells, outside, shape)
    for _ in range(_ROUNDS):
        found = attack.found(hidden)
        more = _more(attack, found, hidden)
        if not more:
            break
        hidden = closed(cells, hidden | more, outside.kept, shape)
    found = attack.found(hidden)
    alone = attack.found(frozenset(cells) - outside.kept.keys()) if found else {}
    return Hiding(
        hidden, tuple(key for key in found if key in alone), tuple(k for k in found if k not in alone)
    )


def _more(attack: Attack, found: Mapping[Key, tuple[Key, ...]], hidden: Collection[Key]) -> frozenset[Key]:
    """What to hide next: the finest totals that are still shown, and without any all that hangs together."""
    may = attack.cells.keys() - set(hidden) - attack.outside.kept.keys()
    may = {key for key in may if not attack.cells[key].absent}
    more = frozenset(total for totals in found.values() for total in _finest(totals, may))
    return more or frozenset(connected(attack.sums, found) & may)


def _finest(totals: tuple[Key, ...], may: Collection[Key]) -> Iterator[Key]:
    """Of the totals that can still be hidden those of the smallest parts."""
    there = [key for key in totals if key in may]
    most = max((key.breakdown.count("=") for key in there), default=0)
    yield from (key for key in there if key.breakdown.count("=") == most)
