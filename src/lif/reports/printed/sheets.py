"""What the PDF's template is told of a document: plain lists and texts, of which none is a command."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lif.reports.charts.text import fitted
from lif.reports.printed import colours
from lif.reports.printed.blocks import (
    Block,
    Callout,
    Card,
    Cell,
    Columns,
    Definitions,
    Details,
    Document,
    Figure,
    Heading,
    LineBreak,
    Listing,
    Paragraph,
    Pieces,
    Quotation,
    Run,
    Sign,
    Table,
)
from lif.reports.printed.grid import Row
from lif.reports.printed.layout import Layout, Layouts, Place
from lif.reports.printed.reading import words
from lif.reports.printed.row_headings import Told
from lif.reports.printed.told_lines import told_line
from lif.reports.printed.widths import BESIDE_SIGN, GUTTER, measured, sign_size

PAGE = 510.0
"""The room between the margins of an A4 page, in points."""

APPENDIX = "Appendix: what is folded away on the page"
_BODY, _CARD = 10.0, 9.0
_LONGEST_TITLE = 300.0
_TALLEST_KEPT = 14.0
"""A row of more lines than this may be parted by the end of a page."""


@dataclass
class Sheets:
    """Gathers what is printed: pictures once each, names that links lead to, what goes to the appendix."""

    appendix: bool
    layouts: Layouts
    pictures: dict[str, int] = field(default_factory=dict)
    anchors: dict[str, int] = field(default_factory=dict)
    folded: list[tuple[str, Details]] = field(default_factory=list)
    tables: list[Told] = field(default_factory=list)
    level: int = 0
    about: str = ""

    def blocks(self, blocks: Sequence[Block], place: Place) -> list[dict[str, Any]]:
        """Every block that is printed where it stands."""
        return [told for block in blocks for told in self._block(block, place)]

    def _block(self, block: Block, place: Place) -> Iterator[dict[str, Any]]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield self._paragraph(block, place)
            case Listing():
                inner = place.narrower(14.0)
                items = [self.blocks(item, inner) for item in block.items]
                yield {"t": "list", "sort": block.sort, "start": block.start, "items": items}
            case Quotation():
                yield {"t": "quote", "b": self.blocks(block.blocks, place.narrower(12.0))}
            case Definitions():
                inner = place.narrower(14.0)
                told = [
                    {"p": self._line(term, place), "b": self.blocks(meant, inner)}
                    for term, meant in block.entries
                ]
                yield {"t": "terms", "entries": told}
            case Table():
                yield self._table(block, place)
            case Figure():
                yield {"t": "figure", "s": self._picture(block.svg), "alt": block.alt}
            case Callout():
                yield {
                    "t": "callout",
                    "sort": block.sort,
                    "b": self.blocks(block.blocks, place.narrower(24.0)),
                }
            case Card():
                at = self._anchor(block.anchor)
                inner = Place(place.room - 22.0, _CARD)
                yield {"t": "card", "at": at, "b": self.blocks(block.blocks, inner)}
            case Columns():
                inner = replace(place, room=place.room / max(3, len(block.columns)) - 10.0)
                yield {"t": "columns", "c": [self.blocks(column, inner) for column in block.columns]}
            case Details():
                yield from self._details(block, place)

    def _heading(self, block: Heading) -> dict[str, Any]:
        self.level = min(block.level, self.level + 1)
        return {
            "t": "h",
            "l": self.level,
            "p": self._line(block.pieces, Place(PAGE, _BODY)),
            "at": self._anchor(block.anchor),
            "fresh": block.new_page,
        }

    def _paragraph(self, block: Paragraph, place: Place) -> dict[str, Any]:
        """A paragraph; one that begins with a sign hangs on it up to its first new line."""
        first, *more = block.pieces or (None,)
        told = {"t": "p", "p": self._line(block.pieces, place), "at": self._anchor(block.anchor), "hang": 0.0}
        beside = isinstance(first, Sign) and first.ratio == 1.0 and more
        if isinstance(first, Sign) and beside and not (isinstance(more[0], Run) and more[0].boxed):
            told["hang"] = sign_size(first, place.size) + BESIDE_SIGN
        return told

    def _details(self, block: Details, place: Place) -> Iterator[dict[str, Any]]:
        if block.printed or not self.appendix:
            if block.printed:
                yield {"t": "p", "p": [{"w": words(block.summary), "b": True}], "at": None, "hang": 0}
                yield from self.blocks(block.blocks, place)
            return
        name = f"details {len(self.folded)}"
        self.folded.append((self.about, replace(block, anchor=name)))
        link = {"w": f"{words(block.summary)}: in the appendix", "h": f"#{name}", "q": True}
        yield {"t": "p", "p": [link], "at": self._anchor(block.anchor), "hang": 0}

    def _table(self, block: Table, place: Place) -> dict[str, Any]:
        laid = self.layouts(block, place)
        self.tables.append(Told(laid.grid, words(block.caption) if block.spoken else ""))
        at = self._anchor(block.anchor)
        head = [self._row(row, laid) for row in laid.grid.head]
        groups = [
            {
                "heading": self._cell(group.heading, place.room, laid.size) if group.heading else None,
                "rows": [self._row(row, laid) for row in group.rows],
            }
            for group in laid.grid.groups
        ]
        return {
            "t": "table",
            "sort": block.sort,
            "size": laid.size,
            "columns": laid.columns,
            "caption": [] if block.spoken else self._line(block.caption, place),
            "at": at,
            "head": head,
            "groups": groups,
        }

    def _row(self, row: Row, laid: Layout) -> dict[str, Any]:
        """A row; a very high one may be parted by the end of a page."""
        before, self.about = self.about, _first_words(row)
        cells, long = [], False
        for placed in row:
            room = sum(laid.columns[placed.column : placed.column + placed.cell.across])
            long |= measured(placed.cell, laid.size).height(room) > _TALLEST_KEPT
            cells.append(self._cell(placed.cell, room - GUTTER, laid.size))
        self.about = before
        return {"cells": cells, "long": long}

    def _cell(self, cell: Cell, room: float, size: float) -> dict[str, Any]:
        return {
            "b": self.blocks(cell.blocks, Place(room, size)),
            "across": cell.across,
            "down": cell.down,
            "number": cell.number,
            "raised": cell.raised,
            "heads": cell.scope,
        }

    def _line(self, pieces: Pieces, place: Place) -> list[Any]:
        return told_line(pieces, place, self._picture)

    def _picture(self, svg: str) -> int:
        return self.pictures.setdefault(svg, len(self.pictures))

    def _anchor(self, name: str) -> int | None:
        """The number of a name that links lead to; None for no name and for one that stood before."""
        if not name or name in self.anchors:
            return None
        return self.anchors.setdefault(name, len(self.anchors))


def told(document: Document, *, appendix: bool = False) -> tuple[dict[str, Any], list[Told]]:
    """The document as the template reads it, and its tables in the order in which they are printed."""
    sheets = Sheets(appendix, Layouts(document))
    place = Place(PAGE, _BODY)
    blocks = sheets.blocks(document.blocks, place)
    return {
        "title": document.title,
        "running": fitted(document.title, 8.0, _LONGEST_TITLE),
        "board": document.board,
        "marking": document.marking,
        "draft": document.draft,
        "language": document.language.split("-")[0].lower(),
        "region": _region(document.language),
        "colours": colours.of(document),
        "blocks": blocks,
        "appendix": _appendix(sheets, place),
        "stamp": [words(line.pieces) for line in document.stamp],
        "pictures": list(sheets.pictures),
        "anchors": {f"#{name}": f"place-{number}" for name, number in sheets.anchors.items()},
    }, sheets.tables


def _appendix(sheets: Sheets, place: Place) -> list[dict[str, Any]]:
    """What was folded away, each under a heading of its own that says what it is about."""
    found: list[dict[str, Any]] = []
    if not sheets.folded:
        return found
    sheets.level = 1
    found += sheets.blocks((Heading(2, (Run(APPENDIX),), "", True),), place)
    folded, sheets.folded = sheets.folded, []
    sheets.appendix = False
    for about, details in folded:
        name = words(details.summary)
        title = f"{about}: {name}" if about else name
        sheets.level = 2
        found += sheets.blocks((Heading(3, (Run(title),), details.anchor),), place)
        found += sheets.blocks(_all_open(details.blocks), place)
    return found


def _all_open(blocks: Sequence[Block]) -> list[Block]:
    return [replace(block, printed=True) if isinstance(block, Details) else block for block in blocks]


def _region(language: str) -> str:
    parts = language.split("-")[1:]
    return next((part.upper() for part in parts if len(part) == 2 and part.isalpha()), "")


def _first_words(row: Row) -> str:
    """What a row is about: the first line of its first cell."""
    for block in row[0].cell.blocks if row else ():
        if isinstance(block, Paragraph):
            cut = next((i for i, piece in enumerate(block.pieces) if isinstance(piece, LineBreak)), None)
            return words(block.pieces[:cut])
    return ""
