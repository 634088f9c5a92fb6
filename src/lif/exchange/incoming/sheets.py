"""What came in, as plain sheets: rows of cells, and what a reader would not see at first sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lif.exchange.incoming.cells import Raw, is_blank


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows as they stand in the file, the first of them row 1.

    `where` says what it is when it is no sheet that can be seen: 'hidden sheet', 'the comments of'. Columns
    of a workbook are `lettered` (A, B, C); those of a CSV have numbers.
    """

    title: str
    rows: Sequence[Sequence[Raw]]
    where: str = ""
    hidden_columns: frozenset[int] = frozenset()
    lettered: bool = True


def turned(rows: Sequence[Sequence[Raw]]) -> list[list[Raw]]:
    """Rows with their columns as rows: a form has its labels down the side."""
    width = max((len(row) for row in rows), default=0)
    return [[row[place] if place < len(row) else None for row in rows] for place in range(width)]


def filled_below(rows: Sequence[Sequence[Raw]], row: int, column: int) -> list[Raw]:
    """The cells under a head, blanks left out."""
    cells = (one[column] for one in rows[row + 1 :] if column < len(one))
    return [cell for cell in cells if not is_blank(cell)]
