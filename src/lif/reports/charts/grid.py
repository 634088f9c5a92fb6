"""How many of what stand where, rows by columns: dates by month, or evidence by kind."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from lif.reports.charts.data import Mark, checked_prefix
from lif.reports.charts.frame import WIDE, Size
from lif.reports.charts.marks import shape
from lif.reports.charts.palette import FALLBACK, TOKEN_OF_MARK
from lif.reports.charts.svg import coloured, line, picture, px, words
from lif.reports.charts.text import fitted, width, wrapped

_MOST_LINES = 3
"""Lines of a column's name on a page; on a phone it has its short name, and the whole one below."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: its name, its name on a phone (one or two letters), and what it belongs to (a quarter)."""

    label: str
    short: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """How many things stand in a cell and what they mean; hollow for what is still to come.

    A `bare` cell has its shape alone, where how many is not the question.
    """

    count: int = 0
    mark: Mark = Mark.ORDINARY
    hollow: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class GridData:
    """A grid of counts; `key` says in words what each shape means, and `here` is the column of today, if any.

    Every row has one cell a column.
    """

    title: str
    description: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[str, tuple[GridCell, ...]], ...]
    key: tuple[tuple[GridCell, str], ...] = ()
    here: int | None = None

    def __post_init__(self) -> None:
        if any(len(cells) != len(self.columns) for _, cells in self.rows):
            raise ValueError("a row of a grid has one cell for each column")


@dataclass(frozen=True, slots=True)
class _Plan:
    data: GridData
    size: Size
    left: float
    step: float
    names: tuple[tuple[str, ...], ...]
    top: float
    row: float

    def x(self, column: int) -> float:
        """The middle of a column."""
        return self.left + self.step * (column + 0.5)

    def y(self, row: int) -> float:
        """The top of a row."""
        return self.top + self.row * row

    @property
    def bottom(self) -> float:
        return self.y(len(self.data.rows))


def grid(data: GridData, prefix: str, size: Size = WIDE) -> Markup:
    """The grid; raises ValueError when `prefix` cannot begin an id."""
    checked_prefix(prefix)
    plan = _planned(data, size)
    below, bottom = _below(plan)
    body = [_today(plan), _rules(plan), _heads(plan), _names(plan), *_cells(plan), below]
    return picture(body, (size.width, bottom + 4), prefix, data.title, data.description, "chart")


def _planned(data: GridData, size: Size) -> _Plan:
    count = max(1, len(data.columns))
    if size.key_below:
        left = 4.0
        names: tuple[tuple[str, ...], ...] = tuple((column.short,) for column in data.columns)
        step = (size.width - 8) / count
    else:
        longest = max((width(name, size.font) for name, _ in data.rows), default=0.0)
        left = min(longest + 14, size.width * 0.4)
        step = (size.width - left - 2) / count
        names = tuple(
            tuple(wrapped(column.label, size.small, step - 4)[:_MOST_LINES]) for column in data.columns
        )
    lines = max((len(each) for each in names), default=1)
    grouped = any(column.group for column in data.columns)
    top = size.small * 1.25 * (lines + grouped) + 8
    return _Plan(data, size, left, step, names, top, size.font * (3.9 if size.key_below else 2.0))


def _today(plan: _Plan) -> str:
    if plan.data.here is None:
        return ""
    x = plan.left + plan.step * plan.data.here
    return (
        f'<rect class="band" x="{px(x)}" y="2" width="{px(plan.step)}" height="{px(plan.bottom - 2)}" '
        f'fill="{FALLBACK["band"]}"/>'
    )


def _rules(plan: _Plan) -> str:
    lines = [line(2, plan.y(row), plan.size.width - 2, plan.y(row)) for row in range(len(plan.data.rows) + 1)]
    columns = plan.data.columns
    for index in range(1, len(columns)):
        if columns[index].group != columns[index - 1].group:
            x = plan.left + plan.step * index
            lines.append(line(x, 2, x, plan.bottom))
    return coloured("grid", lines, stroke="currentColor")


def _heads(plan: _Plan) -> str:
    """The names of the columns, and above them what neighbours belong to."""
    size, found = plan.size.small, []
    for index, lines in enumerate(plan.names):
        for number, text in enumerate(lines):
            y = plan.top - 6 - size * 1.25 * (len(lines) - 1 - number)
            whole = plan.data.columns[index].label if number == 0 else ""
            found.append(
                words(plan.x(index), y, fitted(text, size, plan.step - 2), size, "middle", whole=whole)
            )
    start = 0
    columns = plan.data.columns
    for index in range(1, len(columns) + 1):
        if index == len(columns) or columns[index].group != columns[start].group:
            if columns[start].group:
                room = plan.step * (index - start) - 6
                text = _brief(columns[start].group, size, room)
                x = plan.left + plan.step * start + 3
                found.append(words(x, size + 1, text, size, bold=True, whole=columns[start].group))
            start = index
    return coloured("soft", found, fill="currentColor")


def _brief(text: str, size: float, room: float) -> str:
    """The whole text, or its first word (`Q3` of `Q3 25/26`), or nothing."""
    return next((each for each in (text, text.split(" ")[0]) if width(each, size, bold=True) <= room), "")


def _names(plan: _Plan) -> str:
    size, found = plan.size.font, []
    for row, (name, _) in enumerate(plan.data.rows):
        below = size * 1.2 if plan.size.key_below else plan.row / 2 + size * 0.35
        room = plan.size.width - 8 if plan.size.key_below else plan.left - 8
        found.append(words(3, plan.y(row) + below, fitted(name, size, room), size, whole=name))
    return coloured("ink", found, fill="currentColor")


def _cells(plan: _Plan) -> list[str]:
    found = []
    for row, (_, cells) in enumerate(plan.data.rows):
        for column, cell in enumerate(cells):
            found.append(_cell(plan, plan.x(column), plan.y(row), cell))
    return found


def _cell(plan: _Plan, x: float, top: float, cell: GridCell) -> str:
    """A shape with its number beside it, on a phone below it; a dot where there is nothing."""
    size = plan.size.small
    narrow = plan.size.key_below
    y = top + (plan.size.font * 1.9 if narrow else plan.row / 2)
    if not cell.count:
        return coloured("grid", [f'<circle cx="{px(x)}" cy="{px(y)}" r="1.6" fill="currentColor"/>'])
    if cell.bare:
        return _mark(cell, x, y + (size * 0.6 if narrow else 0))
    number = fitted(str(cell.count), size, plan.step - (2 if narrow else 14), bold=True)
    if narrow:
        mark, text = _mark(cell, x, y), words(x, y + size * 1.45, number, size, "middle", bold=True)
    else:
        half = (10 + 3 + width(number, size, bold=True)) / 2
        mark = _mark(cell, x - half + 5, y)
        text = words(x - half + 13, y + size * 0.35, number, size, bold=True)
    return mark + coloured("ink", [text], fill="currentColor")


def _mark(cell: GridCell, x: float, y: float) -> str:
    drawn = shape(cell.mark, x, y, 4.4)
    if cell.hollow:
        rim = f'fill="{FALLBACK["paper"]}" stroke="currentColor" stroke-width="1.8"'
        drawn = f'<g class="on-paper" {rim}>{drawn}</g>'
        return coloured(TOKEN_OF_MARK[cell.mark], [drawn])
    return coloured(TOKEN_OF_MARK[cell.mark], [drawn], fill="currentColor")


def _below(plan: _Plan) -> tuple[str, float]:
    """What the shapes mean and, on a phone, the whole names of columns with a short one; the end of it."""
    size, y, found = plan.size.small, plan.bottom + 2, ""
    x = 4.0
    for cell, text in plan.data.key:
        room = 16 + width(text, size) + 16
        if x == 4.0 or x + room > plan.size.width:
            x, y = 4.0, y + size * 1.6
        label = words(x + 14, y, fitted(text, size, plan.size.width - x - 16), size, whole=text)
        found += _mark(cell, x + 5, y - size * 0.35) + coloured("ink", [label], fill="currentColor")
        x += room
    if plan.size.key_below and any(column.short.isdigit() for column in plan.data.columns):
        names = []
        for column in plan.data.columns:
            y += size * 1.45
            text = f"{column.short} {column.label}"
            names.append(words(4, y, fitted(text, size, plan.size.width - 8), size, whole=text))
        found += coloured("soft", names, fill="currentColor")
    return found, y + size * 0.4
