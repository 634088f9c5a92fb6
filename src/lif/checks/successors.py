"""Who took over from whom: agencies and groups under their name of a day, boards and those before them."""

from __future__ import annotations

from datetime import date

from lif.records.board import Board
from lif.records.governance import Agency, Group
from lif.register import Register


def heir(register: Register, agency: str) -> str:
    """The agency that took over in the end, or the agency itself; of a circle the first by id."""
    seen: set[str] = set()
    while agency not in seen:
        seen.add(agency)
        found = register.find(Agency, agency)
        if found is None or found.successor is None:
            return agency
        agency = found.successor
    return min(seen)


def line_of(register: Register, id_: str, day: date) -> tuple[str, ...]:
    """An agency or a group, and those that had taken over from it by the day, in order; the last answers."""
    line = [id_]
    while True:
        found = register.find(Agency, line[-1]) or register.find(Group, line[-1])
        if found is None or found.successor is None or found.successor in line:
            return tuple(line)
        if found.until is None or found.until >= day:
            return tuple(line)
        line.append(found.successor)


def answering_on(register: Register, agency: str, day: date) -> str:
    """The agency that answers on a day for what was asked of one: itself until somebody took over."""
    return line_of(register, agency, day)[-1]


def boards_before(register: Register, board: Board) -> tuple[Board, ...]:
    """The boards of which this one was made, and those before them, nearest first."""
    found: dict[str, Board] = {}
    waiting = list(board.predecessors)
    while waiting:
        earlier = register.find(Board, waiting.pop(0))
        if earlier is not None and earlier.id not in found:
            found[earlier.id] = earlier
            waiting += earlier.predecessors
    return tuple(found.values())
