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
    Listing,
    Paragraph,
    Pieces,
    Quotation,
    Run,
    Sign,
    Table,
)
from lif.reports.printed.folded import APPENDIX, Folded, first_words, opened
from lif.reports.printed.grid import Row
from lif.reports.printed.layout import Layout, Layouts, Place, terms_layout
from lif.reports.printed.reading import words
from lif.reports.printed.row_headings import Told
from lif.reports.printed.shallow import shallow
from lif.reports.printed.told_lines import told_line
from lif.reports.printed.widths import BESIDE_SIGN, GUTTER, sign_size

PAGE = 510.0
"""The room between the margins of a page, in points: A4 upright or, for slides, A5 on its side."""

_BODY, _CARD = 10.0, 9.0
_IN_LIST, _IN_QUOTATION, _IN_CALLOUT, _IN_CARD, _BETWEEN_COLUMNS = 14.0, 12.0, 27.0, 22.0, 10.0
_LONGEST_TITLE = 300.0
_ROOM_FOR_TERMS = 260.0
"""With less room than this, terms stand above what they mean and not beside it."""

_HIGH_ROW = 14.0
"""A row of more lines than this may be parted by the end of a page."""

_LOW_TABLE = 8.0
"""A table of no more lines than this stays on one page."""


@dataclass
class Sheets:
    """Gathers what is printed: pictures once each, names that links lead to, what goes to the appendix."""

    layouts: Layouts
    appendix: bool
    pictures: dict[str, int] = field(default_factory=dict)
    anchors: dict[str, int] = field(default_factory=dict)
    folded: list[Folded] = field(default_factory=list)
    tables: list[Told] = field(default_factory=list)
    level: int = 0
    depth: int = 0
    about: str = ""

    def blocks(self, blocks: Sequence[Block], place: Place) -> list[dict[str, Any]]:
        """Every block that is printed where it stands."""
        self.depth += 1
        kept = (each for block in blocks for each in shallow(block, self.depth))
        found = [told for block in kept for told in self._block(block, place)]
        self.depth -= 1
        return found

    def _block(self, block: Block, place: Place) -> Iterator[dict[str, Any]]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield self._paragraph(block, place)
            case Listing():
                items = [self.blocks(item, place.narrower(_IN_LIST)) for item in block.items]
                yield {"t": "list", "sort": block.sort, "start": block.start, "items": items}
            case Quotation():
                yield {"t": "quote", "b": self.blocks(block.blocks, place.narrower(_IN_QUOTATION))}
            case Definitions():
                yield self._definitions(block, place)
            case Table():
                yield self._table(block, place)
            case Figure():
                yield {"t": "figure", "s": self._picture(block.svg), "alt": block.alt}
            case Callout():
                inner = self.blocks(block.blocks, place.narrower(_IN_CALLOUT))
                yield {"t": "callout", "sort": block.sort, "b": inner}
            case Card():
                at = self._anchor(block.anchor)
                inner = self.blocks(block.blocks, replace(place.narrower(_IN_CARD), size=_CARD))
                yield {"t": "card", "at": at, "b": inner}
            case Columns():
                room = place.room / max(3, len(block.columns)) - _BETWEEN_COLUMNS
                columns = [self.blocks(column, replace(place, room=room)) for column in block.columns]
                yield {"t": "columns", "c": columns}
            case Details():
                yield from self._details(block, place)

    def _heading(self, block: Heading) -> dict[str, Any]:
        """A heading; a new page can begin only where nothing stands around it."""
        self.level = min(block.level, self.level + 1)
        line = self._line(block.pieces, Place(PAGE, _BODY))
        at = self._anchor(block.anchor)
        return {"t": "h", "l": self.level, "p": line, "at": at, "fresh": block.new_page and self.depth == 1}

    def _paragraph(self, block: Paragraph, place: Place) -> dict[str, Any]:
        """A paragraph; one that begins with a sign hangs on it up to its first new line."""
        first, *more = block.pieces or (None,)
        told = {"t": "p", "p": self._line(block.pieces, place), "at": self._anchor(block.anchor), "hang": 0.0}
        beside = isinstance(first, Sign) and first.ratio == 1.0 and more
        if isinstance(first, Sign) and beside and not (isinstance(more[0], Run) and more[0].boxed):
            told["hang"] = sign_size(first, place.size) + BESIDE_SIGN
        return told

    def _definitions(self, block: Definitions, place: Place) -> dict[str, Any]:
        """Terms beside what they mean, which are their rows; one above the other where there is no room."""
        if place.room > _ROOM_FOR_TERMS:
            return self._set(terms_layout(block, place), "terms", "", None, ())
        return {"t": "terms", "entries": [self._entry(*entry, place) for entry in block.entries]}

    def _entry(self, term: Pieces, meant: tuple[Block, ...], place: Place) -> dict[str, Any]:
        return {"p": self._line(term, place), "b": self.blocks(meant, place.narrower(_IN_LIST))}

    def _details(self, block: Details, place: Place) -> Iterator[dict[str, Any]]:
        if block.printed:
            yield from self.blocks((Paragraph((Run(words(block.summary), bold=True),)),), place)
            yield from self.blocks(block.blocks, place)
        elif self.appendix:
            folded = Folded(self.about, block, f"folded {len(self.folded)}")
            self.folded.append(folded)
            yield from self.blocks((Paragraph(folded.link, block.anchor),), place)

    def _table(self, block: Table, place: Place) -> dict[str, Any]:
        spoken = words(block.caption) if block.spoken else ""
        laid = self.layouts(block, place)
        caption = () if block.spoken else block.caption
        return self._set(laid, block.sort, spoken, self._anchor(block.anchor), caption)

    def _set(self, laid: Layout, sort: str, spoken: str, at: int | None, caption: Pieces) -> dict[str, Any]:
        """A table as it is laid out; `at` is the number of its anchor."""
        self.tables.append(Told(laid.grid, spoken))
        head = [self._row(row, laid) for row in laid.grid.head]
        groups = []
        for group in laid.grid.groups:
            heading = self._cell(group.heading, laid.width, laid.size) if group.heading else None
            groups.append({"heading": heading, "rows": [self._row(row, laid) for row in group.rows]})
        return {
            "t": "table",
            "sort": sort,
            "size": laid.size,
            "columns": laid.columns,
            "caption": self._line(caption, Place(laid.width, laid.size)),
            "at": at,
            "kept": laid.lines <= _LOW_TABLE,
            "head": head,
            "groups": groups,
        }

    def _row(self, row: Row, laid: Layout) -> dict[str, Any]:
        before, self.about = self.about, first_words(row)
        cells = [self._cell(placed.cell, laid.room(placed) - GUTTER, laid.size) for placed in row]
        self.about = before
        return {"cells": cells, "long": laid.height(row) > _HIGH_ROW}

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
    sheets = Sheets(Layouts(document), appendix)
    place = Place(PAGE, _BODY)
    blocks = sheets.blocks(document.blocks, place)
    folded = _appendix(sheets, place)
    language, _, region = document.language.partition("-")
    return {
        "title": document.title,
        "running": fitted(document.title, 8.0, _LONGEST_TITLE),
        "board": document.board,
        "marking": document.marking,
        "draft": document.draft,
        "slides": document.slides,
        "language": language.lower(),
        "region": region.upper() if len(region) == 2 and region.isalpha() else "",
        "colours": colours.of(document),
        "blocks": blocks,
        "appendix": folded,
        "stamp": [words(line.pieces) for line in document.stamp],
        "pictures": list(sheets.pictures),
        "anchors": {f"#{name}": f"place-{number}" for name, number in sheets.anchors.items()},
    }, sheets.tables


def _appendix(sheets: Sheets, place: Place) -> list[dict[str, Any]]:
    """What was folded away, each under a heading of its own that says what it is about."""
    folded, sheets.folded, sheets.level = sheets.folded, [], 1
    if not folded:
        return []
    found = sheets.blocks((Heading(2, (Run(APPENDIX),), "", True),), place)
    for each in folded:
        sheets.level = 2
        found += sheets.blocks((each.heading, *opened(each.details.blocks)), place)
    return found
