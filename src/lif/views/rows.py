"""Lines of a view as rows of a listing: their own values, and cells made of several of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import partial
from typing import Any

from lif.calendars import Period
from lif.views.came_of import CameOf
from lif.views.listing import Cell, Column, Row

Made = Mapping[str, Callable[[Any], Cell]]
"""Cells that are made of several values of a line, by the key of their column."""


def row_of(line: object, columns: Iterable[Column], made: Made) -> Row:
    """The cells of one line: its own values, a period by its spelling, or what `made` makes of it."""
    return {
        column.key: made[column.key](line) if column.key in made else _cell(getattr(line, column.key))
        for column in columns
    }


def _cell(value: Any) -> Cell:
    found: Cell = str(value) if isinstance(value, Period) else value
    return found


def _key(name: str) -> str:
    """`actions_open` for the open ones among what came of something."""
    plain = ("recommendations", "answered", "unanswered", "overall", "actions")
    return name if name in plain else f"actions_{name}"


def _came(name: str, line: Any) -> Cell:
    found: int | str = getattr(line.came, name)
    return found


CAME_CELLS: Made = {_key(field.name): partial(_came, field.name) for field in fields(CameOf)}
"""A cell for each part of what came of a line."""

CAME_COLUMNS = tuple(Column(key, key.replace("_", " "), False) for key in CAME_CELLS)
"""Their columns, which stand in JSON and CSV."""
