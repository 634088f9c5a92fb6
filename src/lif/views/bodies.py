"""The legal bodies of a board in order of time, and the one of a day."""

from __future__ import annotations

from datetime import date

from lif.records.board import Board, Body


def body_of(board: Board, day: date) -> Body:
    """The legal body on a day; the first one before all of them, the last one after."""
    bodies = bodies_of(board)
    return [bodies[0], *(body for body in bodies if body.since is not None and body.since <= day)][-1]


def bodies_of(board: Board) -> tuple[Body, ...]:
    """The board's legal bodies in order of time."""
    return tuple(sorted(board.bodies, key=lambda body: body.since or date.min))
