"""The legal bodies of a board in order of time, and the one of a day."""

from __future__ import annotations

from datetime import date

from lif.checks.successors import boards_before
from lif.records.board import Board, Body
from lif.register import Register


def body_of(board: Board, day: date) -> Body:
    """The legal body on a day; the first one before all of them, the last one after."""
    bodies = bodies_of(board)
    return [bodies[0], *(body for body in bodies if body.since is not None and body.since <= day)][-1]


def body_name(register: Register, board: Board, day: date) -> str:
    """The name that a paper of a day carries.

    Before the first day of a board that was made of others these are named, each by its body of the day.
    """
    first = bodies_of(board)[0]
    if first.since is None or first.since <= day:
        return body_of(board, day).name
    earlier = [each for each in boards_before(register, board) if each.id != board.id]
    there = [each for each in earlier if _had_begun(each, day)]
    within = {id_ for each in there for id_ in each.predecessors if each.id != board.id}
    return " and ".join(body_of(each, day).name for each in there if each.id not in within) or first.name


def _had_begun(board: Board, day: date) -> bool:
    since = bodies_of(board)[0].since
    return since is None or since <= day


def bodies_of(board: Board) -> tuple[Body, ...]:
    """The board's legal bodies in order of time."""
    return tuple(sorted(board.bodies, key=lambda body: body.since or date.min))
