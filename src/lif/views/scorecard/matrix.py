"""The matrix: is it changing, and will it meet its target? Every indicator sits in one cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lif.views.scorecard.lines import Line

ROWS = (
    "Improving",
    "No significant change",
    "Getting worse",
    "Unusual, for information",
    "Too early or no figures",
)
COLUMNS = ("Will meet target", "May or may not", "Will miss target", "No target, or too early to say")

_ROW = {
    "improvement-high": 0,
    "improvement-low": 0,
    "holding": 0,
    "common-cause": 1,
    "concern-high": 2,
    "concern-low": 2,
    "neutral-high": 3,
    "neutral-low": 3,
}
_COLUMN = {"pass": 0, "inconsistent": 1, "fail": 2}


SHOWN = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """The indicators of one cell, as ids with names; `more` counts those that are not named here.

    Headline indicators are named, at most three, or four where that is all: the matrix is read at a glance.
    """

    indicators: tuple[tuple[str, str], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows of cells in the order of `rows` and `columns`; empty rows at the end are left out."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]

    @property
    def too_early(self) -> int:
        """Of how many indicators no chart can say yet whether they are changing."""
        return sum(count for name, count in self._counts() if name == ROWS[-1])

    @property
    def says_little(self) -> bool:
        """Whether that is so of more than half of all."""
        return 2 * self.too_early > sum(count for _, count in self._counts())

    def _counts(self) -> Iterator[tuple[str, int]]:
        for name, cells in self.rows:
            yield name, sum(len(cell.indicators) + cell.more for cell in cells)


def matrix(lines: tuple[Line, ...]) -> Matrix:
    """Places each line in its cell."""
    placed: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        row = _ROW.get(line.changing.key, 4)
        column = _COLUMN.get(line.meets.key, 3)
        placed.setdefault((row, column), []).append(line)
    rows = []
    for number, name in enumerate(ROWS):
        cells = tuple(_cell(placed.get((number, column), [])) for column in range(len(COLUMNS)))
        if number < 3 or any(cell.indicators or cell.more for cell in cells):
            rows.append((name, cells))
    return Matrix(COLUMNS, tuple(rows))


def _cell(lines: list[Line]) -> Cell:
    headlines = [line for line in lines if line.headline]
    named = headlines if len(headlines) == len(lines) == SHOWN + 1 else headlines[:SHOWN]
    return Cell(tuple((line.id, line.name) for line in named), len(lines) - len(named))
