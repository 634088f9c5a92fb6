"""Writes the blocks of a paper as paragraphs and tables, each in a style that a person can change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn

from lif.reports.charts.text import width
from lif.reports.printed import reading
from lif.reports.printed.blocks import (
    Block,
    Callout,
    Card,
    Columns,
    Definitions,
    Details,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Piece,
    Pieces,
    Quotation,
    Run,
    Table,
)
from lif.reports.printed.word.desk import Box, Desk, Place
from lif.reports.printed.word.elements import TWIPS, Element, w
from lif.reports.printed.word.paragraphs import STEP, apart, let_go, properties, ruled, spaced
from lif.reports.printed.word.runs import TAB, hang_of, line
from lif.reports.printed.word.tables import table

_TALLEST = 560.0
"""Points that a chart may be high, so that it fits on a page below its heading."""
_DEEPEST = 3
_BETWEEN = Run("\u2003 ")
_SIZE, _BESIDE_TERM = 11.0, 120.0
"""Points of plain letters, and from a term to its meaning, as the styles Normal and Meaning have them."""
_AROUND = 240
"""Twips of room above and below a box."""


class Writer:
    """Writes the blocks of one paper; with `appendix`, what is folded away is gathered for its end."""

    def __init__(self, desk: Desk, appendix: bool) -> None:
        self._desk = desk
        self._appendix = appendix
        self.folded: list[Details] = []
        """What was folded away where it stood, named by what it is about."""
        self._ways: dict[type[Any], Callable[[Any, Place], list[Element]]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Listing: self._listing,
            Quotation: self._quotation,
            Definitions: self._definitions,
            Table: self._table,
            Figure: self._figure,
            Callout: self._callout,
            Card: self._card,
            Columns: self._columns,
            Details: self._details,
        }

    def write(self, blocks: Sequence[Block], place: Place) -> list[Element]:
        """The blocks, one after the other."""
        made: list[Element] = []
        for block in blocks:
            made += self._ways[type(block)](block, place)
        return apart(made, self._desk.styles.id(place.plain))

    def words(self, pieces: Pieces, style: str, place: Place, anchor: str = "", **more: Any) -> Element:
        """A paragraph of that style; `more` is what `paragraphs.properties` takes."""
        hang = round(hang_of(pieces, place) * TWIPS)
        look = properties(self._desk, style, place, hang=hang, **more)
        made = w("p", look, *line(self._desk, pieces, place, bool(hang)))
        self._desk.links.mark(anchor, [made])
        return made

    def _plain(self, place: Place) -> str:
        """The style of plain words in that place."""
        if place.family or not place.depth:
            return place.box or place.plain
        return f"List Continue{_level(place.depth)}"

    def _heading(self, block: Heading, place: Place) -> list[Element]:
        if place.cell:
            return [self.words(_bold(block.pieces), place.plain, place, block.anchor)]
        style = f"Heading {min(max(block.level, 1), 4)}"
        indent = (STEP, STEP) if place.hung else (0, 0)
        return [self.words(block.pieces, style, place, block.anchor, new_page=block.new_page, indent=indent)]

    def _paragraph(self, block: Paragraph, place: Place) -> list[Element]:
        indent = (STEP * place.depth, 0)
        return [self.words(block.pieces, self._plain(place), place, block.anchor, indent=indent)]

    def _listing(self, block: Listing, place: Place) -> list[Element]:
        if block.sort == "key":
            return [self.words(in_one_line(_key(block)), place.plain if place.cell else "Key", place)]
        level = min(place.depth, _DEEPEST - 1)
        style = _list_style(block, place, level)
        numbered = self._numbered(block, style, level, place)
        within = replace(place, depth=place.depth + 1)
        made: list[Element] = []
        for item in block.items:
            first = item[0] if item and isinstance(item[0], Paragraph) else Paragraph(())
            indent = (STEP * within.depth, STEP)
            made.append(
                self.words(first.pieces, style, place, first.anchor, numbered=numbered, indent=indent)
            )
            made += self.write([each for each in item if each is not first], within)
        return made

    def _numbered(self, block: Listing, style: str, level: int, place: Place) -> tuple[int, int] | None:
        """The list that a paragraph has to name; none where its style brings one that goes on."""
        own = self._desk.numbering.level(style)
        at = level if own is None or place.family else own
        if block.sort == "bullets" and own == at:
            return None
        return at, self._desk.numbering.begin(style, at, block.start if block.sort == "numbers" else 1)

    def _quotation(self, block: Quotation, place: Place) -> list[Element]:
        return self.write(block.blocks, place if place.cell or place.box else replace(place, box="Quote"))

    def _definitions(self, block: Definitions, place: Place) -> list[Element]:
        made: list[Element] = []
        for term, meaning in block.entries:
            if not place.family and not place.box:
                made += self._meant(term, meaning, place)
                continue
            made.append(self.words(_bold(term), self._plain(place), replace(place, kept=True)))
            made += self.write(meaning, place)
        return made

    def _meant(self, term: Pieces, meaning: Sequence[Block], place: Place) -> list[Element]:
        """A term with its meaning beside it or, where it is long or means more than words, below it."""
        first, *more = meaning or (None,)
        wide = width(reading.words(term), _SIZE, bold=True)
        if isinstance(first, Paragraph) and wide < _BESIDE_TERM:
            pieces = (*_bold(term), TAB, *first.pieces)
            made = [self.words(pieces, "Meaning", place, first.anchor)]
        else:
            made, more = [self.words(term, "Term", place)], list(meaning)
        for each in more:
            if isinstance(each, Paragraph):
                made.append(self.words(each.pieces, "Meaning", place, each.anchor, upright=True))
            else:
                made += self.write([each], place)
        return made

    def _table(self, block: Table, place: Place) -> list[Element]:
        outside = replace(place, box="", depth=0)
        made: list[Element] = []
        if not block.spoken:
            style = "Table Label" if place.cell else "Caption"
            made.append(self.words(block.caption, style, replace(outside, kept=True)))
        made.append(table(self._desk, block, outside, self.write))
        self._desk.links.mark(block.anchor, made)
        return made

    def _figure(self, block: Figure, place: Place) -> list[Element]:
        drawing = self._desk.pictures.chart(block.svg, block.alt or block.title, (place.room, _TALLEST))
        style = place.plain if place.cell else "Figure"
        return [w("p", properties(self._desk, style, place), w("r", drawing))]

    def _callout(self, block: Callout, place: Place) -> list[Element]:
        if place.cell:
            return self.write(block.blocks, place)
        box: Box = "Banner" if block.sort == "banner" else "Call-out"
        hung = any(isinstance(each, Listing) and each.sort != "key" for each in block.blocks)
        made = self.write(block.blocks, replace(place, box=box, kept=True, hung=hung))
        if not place.kept:
            let_go(made)
        for side, edge in (("before", made[:1]), ("after", made[-1:])):
            for each in edge:
                if each.tag == qn("w:p"):
                    spaced(each, **{side: _AROUND})
        return made

    def _card(self, block: Card, place: Place) -> list[Element]:
        style = place if place.cell else replace(place, plain="Card Text", family="Card ")
        made = self.write(block.blocks, replace(style, kept=True))
        if not place.kept:
            let_go(made)
        if made and isinstance(block.blocks[0], Heading) and not place.cell and not place.box:
            ruled(made[0], self._desk.colour("rule"))
        self._desk.links.mark(block.anchor, made)
        return made

    def _columns(self, block: Columns, place: Place) -> list[Element]:
        """One below the other: so they are read in order, aloud too, and grow when somebody adds to them."""
        return [each for column in block.columns for each in self.write(column, place)]

    def _details(self, block: Details, place: Place) -> list[Element]:
        if not block.printed:
            return self._folded_away(block, place)
        summary = self.words(
            _bold(block.summary), self._plain(place), replace(place, kept=True), block.anchor
        )
        return [summary, *self.write(block.blocks, place)]

    def _folded_away(self, block: Details, place: Place) -> list[Element]:
        """Nothing or, with an appendix, a line that leads there."""
        if not self._appendix:
            return []
        anchor = block.anchor or f"folded {len(self.folded) + 1}"
        said = reading.words(block.summary)
        title = (Run(f"{place.about}: "),) if place.about else ()
        self.folded.append(replace(block, summary=(*title, Run(said)), anchor=anchor))
        link = Run(f"{said}: in the appendix", href=f"#{anchor}")
        return [self.words((link,), self._plain(place), place)]


def _list_style(block: Listing, place: Place, level: int) -> str:
    if place.family:
        return f"{place.family}{'List Number' if block.sort == 'numbers' else 'Bullet'}"
    return f"{'List Number' if block.sort == 'numbers' else 'List Bullet'}{_level(level + 1)}"


def _level(number: int) -> str:
    number = min(number, _DEEPEST)
    return f" {number}" if number > 1 else ""


def _bold(pieces: Pieces) -> Pieces:
    return tuple(replace(each, bold=True) if isinstance(each, Run) else each for each in pieces)


def in_one_line(parts: Iterable[Pieces]) -> Pieces:
    """The parts in one line, with room between them."""
    made: list[Piece] = []
    for part in parts:
        made += [_BETWEEN, *part] if made else part
    return tuple(made)


def _key(block: Listing) -> Iterator[Pieces]:
    for item in block.items:
        yield tuple(piece for each in item if isinstance(each, Paragraph | Heading) for piece in each.pieces)
