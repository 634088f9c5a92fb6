"""The facts that open a paper, laid out as a quiet grid: short ones two to a line, a long one alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lif.reports.printed.blocks import Cell, Table
from lif.reports.printed.grid import EMPTY, Grid, Group, Placed, Row
from lif.reports.printed.widths import measured

_NAME = 0.17
"""The part of the line that the name of a fact takes."""

_SHORT = 2.3
"""A fact of more lines than this, in half the width, has a line of its own."""


def facts_widths(room: float) -> tuple[float, ...]:
    """The widths of the four columns, in points: name, words, name, words."""
    return tuple(room * part for part in (_NAME, 0.5 - _NAME) * 2)


def facts_grid(table: Table, room: float, size: float) -> Grid:
    """The facts of a table in four columns, in their order."""
    words = facts_widths(room)[1]
    rows: list[Row] = []
    waiting: tuple[Cell, Cell] | None = None
    for name, said in _pairs(table):
        short = measured(said, size).height(words) <= _SHORT
        if waiting and short:
            rows.append((*_side(waiting, 0), *_side((name, said), 2)))
            waiting = None
            continue
        rows += [_alone(waiting)] if waiting else []
        waiting = (name, said) if short else None
        rows += [] if short else [_alone((name, said))]
    rows += [_alone(waiting)] if waiting else []
    return Grid(4, (), (Group(None, tuple(rows)),))


def _pairs(table: Table) -> Iterator[tuple[Cell, Cell]]:
    """Name and words of each fact; words without a name stand alone."""
    name: Cell | None = None
    for cell in (cell for row in (*table.head, *table.body) for cell in row):
        cell = replace(cell, across=1, down=1)
        if cell.scope and name is None:
            name = cell
        else:
            yield name or EMPTY, cell
            name = None
    if name is not None:
        yield name, EMPTY


def _side(pair: tuple[Cell, Cell], column: int) -> Row:
    return Placed(column, pair[0]), Placed(column + 1, pair[1])


def _alone(pair: tuple[Cell, Cell]) -> Row:
    return Placed(0, pair[0]), Placed(1, replace(pair[1], across=3))
