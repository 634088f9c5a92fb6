"""How wide the columns of a printed table are: so that the table becomes as low as it can."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from lif.reports.charts import text
from lif.reports.printed.blocks import (
    Block,
    Callout,
    Card,
    Cell,
    Columns,
    Definitions,
    Details,
    LineBreak,
    Listing,
    Paragraph,
    Pieces,
    Quotation,
    Run,
    Sign,
)
from lif.reports.printed.grid import Grid, Row

width = lru_cache(maxsize=1 << 15)(text.width)
"""How wide words are; those of a table come again and again."""

GUTTER = 7.0
"""The room, in points, that each column keeps free of words."""

LONGEST_WORD = 96.0
"""A longer word, in points, may be broken, and makes no column wider."""

BESIDE_SIGN = 3.0
EDGES_OF_TAG = 6.0
TAG, QUIET = 0.86, 0.9
"""The size of words in a box, and of quiet words, against those around them."""

_LEAST = 18.0
_BULLET = 10.0
_STEPS = 60
_MOST_ROWS = 60
_POWER = 5
_LOST = 0.45
_SHORT, _FEW = 64.0, 5
_SHORTER = 0.06
_EVEN = 0.7
_NOTHING = 1e-9
_SIGN_TO_LETTER, _SIGN_TO_SMALL_LETTER, _SMALL = 1.45, 1.2, 8.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line as wide as it would be unbroken, its widest word, and what stands before it, in points."""

    wide: float
    word: float
    indent: float = 0.0

    def height(self, room: float) -> float:
        """About how many lines it becomes: each loses about half a word at its end."""
        free = room - self.indent
        return (
            max(1.0, self.wide / max(free - _LOST * self.word, free * 0.4, 4.0)) if self.wide > free else 1.0
        )


@dataclass(frozen=True, slots=True)
class Measured:
    """The lines of a cell."""

    lines: tuple[Line, ...]

    def least(self, short: float) -> float:
        """The room that the widest word needs, or a line no longer than `short`; long words may be broken."""
        needs = (line.indent + (line.wide if line.wide <= short else line.word) for line in self.lines)
        return min(max(needs, default=0.0), LONGEST_WORD)

    def height(self, room: float) -> float:
        """About how many lines the cell takes in a column of this width."""
        return sum(line.height(room - GUTTER) for line in self.lines)


def sign_size(sign: Sign, size: float) -> float:
    """How high a sign is among letters of this size: a large one is made smaller where they are small."""
    if sign.ratio != 1.0:
        return sign.size
    return min(sign.size, size * (_SIGN_TO_LETTER if size > _SMALL else _SIGN_TO_SMALL_LETTER))


def measured(cell: Cell, size: float, bold: bool = False) -> Measured:
    """The cell at this size of letters."""
    return Measured(tuple(_lines(cell.blocks, size, bold)))


def _lines(blocks: Sequence[Block], size: float, bold: bool) -> Iterator[Line]:
    """Every line of the blocks."""
    for block in blocks:
        match block:
            case Paragraph(pieces=pieces):
                yield from _of_pieces(pieces, size, bold)
            case Listing(items=items):
                for line in (line for item in items for line in _lines(item, size, bold)):
                    yield replace(line, indent=line.indent + _BULLET)
            case Columns(columns=parts):
                for part in parts:
                    yield from _lines(part, size, bold)
            case Quotation() | Callout() | Card():
                yield from _lines(block.blocks, size, bold)
            case Details(printed=printed, summary=summary, blocks=inner):
                yield from _of_pieces(summary, size, True) if printed else ()
                yield from _lines(inner, size, bold) if printed else ()
            case Definitions(entries=entries):
                for term, meant in entries:
                    yield from _of_pieces(term, size, True)
                    yield from _lines(meant, size, bold)
            case _:
                yield Line(LONGEST_WORD, LONGEST_WORD)


def _of_pieces(pieces: Pieces, size: float, bold: bool) -> Iterator[Line]:
    """The lines of a paragraph; one that begins with a sign hangs on it."""
    wide = word = indent = beside = 0.0
    for piece in pieces:
        if isinstance(piece, LineBreak):
            yield Line(wide, word, indent)
            wide = word = indent = beside = 0.0
        elif isinstance(piece, Run):
            here = size * (TAG if piece.boxed else QUIET if piece.quiet else 1.0)
            strong = bold or piece.bold
            edges = EDGES_OF_TAG if piece.boxed else 0.0
            wide += beside + width(piece.text, here, strong) + edges
            whole = [piece.text] if piece.boxed else re.findall(r"[^\s-]+-*", piece.text)
            widest = max((width(part, here, strong) for part in whole), default=0.0)
            word = max(word, widest + (beside + edges if piece.boxed else 0.0))
            beside = 0.0
        else:
            beside = sign_size(piece, size) * piece.ratio + BESIDE_SIGN
            if not wide and piece.ratio == 1.0:
                indent, beside = beside, 0.0
            elif piece.ratio != 1.0:
                wide, word, beside = wide + beside, max(word, beside), 0.0
    yield Line(wide + beside, max(word, beside), indent)


def least_widths(table: Grid, size: float) -> list[float]:
    """The width of each column, in points, in which its widest word stays whole; of few, its short lines."""
    found = [_LEAST] * table.columns
    short = _SHORT if table.columns <= _FEW else 0.0
    for at, row in enumerate(table.rows):
        for x, cell in _row(row, size, at < len(table.head)).items():
            found[x] = max(found[x], cell.least(short) + GUTTER)
    return found


def widths(table: Grid, room: float, size: float, even: bool = False) -> tuple[float, ...]:
    """The width of each column, in points, together as wide as `room`; much the same with `even`.

    No column is narrower than its widest word where there is room for that; what is left goes, step by
    step, to the column that makes the table lower by most, and at last to all in equal parts.
    """
    found = least_widths(table, size)
    if sum(found) >= room:
        return tuple(each * room / sum(found) for each in found)
    if even and (evenly := [max(each, _EVEN * room / len(found)) for each in found]) and sum(evenly) < room:
        found = evenly
    rows = _heaviest(table, size)
    step = (room - sum(found)) / _STEPS
    for left in range(_STEPS, 0, -1):
        gains = _gains(rows, found, step)
        if max(gains) <= _NOTHING:
            return tuple(each + left * step / len(found) for each in found)
        found[gains.index(max(gains))] += step
    return tuple(found)


def _heaviest(table: Grid, size: float) -> list[dict[int, Measured]]:
    """The rows with most words, and some of the others, of a table that may be very long; and its head."""
    body = [_row(row, size, False) for row in table.rows[len(table.head) :]]
    if len(body) > _MOST_ROWS:
        weights = [sum(line.wide for cell in row.values() for line in cell.lines) for row in body]
        heavy = sorted(range(len(body)), key=lambda at: -weights[at])[: _MOST_ROWS // 2]
        others = range(0, len(body), len(body) // (_MOST_ROWS // 2))
        body = [body[at] for at in sorted({*heavy, *others})]
    return [*(_row(row, size, True) for row in table.head), *body]


def _row(row: Row, size: float, head: bool) -> dict[int, Measured]:
    """The cells of one column each, by column."""
    return {
        placed.column: measured(placed.cell, size, head)
        for placed in row
        if placed.cell.across == 1 and placed.cell.blocks
    }


def _gains(rows: Sequence[dict[int, Measured]], found: Sequence[float], step: float) -> list[float]:
    """How much lower the rows would be by each column, were it wider by a step.

    A row is about as high as its tallest cell; a power mean stands for that, in which cells of nearly the
    same height count too, so that two of them in a row are both widened; shorter cells count a little.
    """
    gains = [0.0] * len(found)
    for row in rows:
        heights = {x: cell.height(found[x]) for x, cell in row.items()}
        whole = sum(height**_POWER for height in heights.values()) ** (1 / _POWER)
        for x, height in heights.items():
            saved = height - row[x].height(found[x] + step)
            gains[x] += saved * (_SHORTER + (height / whole) ** (_POWER - 1))
    return gains
