"""A paper as a Word document that can be sent as it is, and that a person can go on writing in."""

from __future__ import annotations

from dataclasses import replace

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from lif.reports.printed import colours
from lif.reports.printed.blocks import Block, Details, Document, Heading, Run
from lif.reports.printed.folded import APPENDIX
from lif.reports.printed.layout import Layouts
from lif.reports.printed.word.blank import blank
from lif.reports.printed.word.council import CannotUseDocument, opened
from lif.reports.printed.word.desk import Desk, Place
from lif.reports.printed.word.elements import Element
from lif.reports.printed.word.links import Links
from lif.reports.printed.word.margins import margins
from lif.reports.printed.word.numbering import Numbering
from lif.reports.printed.word.package import packed, told
from lif.reports.printed.word.paragraphs import hold, spaced
from lif.reports.printed.word.pictures import Pictures
from lif.reports.printed.word.styles import Styles
from lif.reports.printed.word.writing import Writer, in_one_line

__all__ = ["CannotUseDocument", "word"]

_A4 = (595.3, 841.9)
_LEAST_ROOM = 100.0
_ABOVE_STAMP = 240


def word(document: Document, *, base: bytes | None = None, appendix: bool = False) -> bytes:
    """The paper as a .docx file; the same bytes for the same paper, always.

    Headings have the level that they have on the page, the title being Heading 1: so the pane of headings,
    a reader of the screen, and the contents of a pack into which the paper is put all show it whole.
    `base` is a council's own document: its styles, page setup, heads and feet are used, its text is not.
    With `appendix`, what is folded away on the page is printed at the end. Raises CannotUseDocument.
    """
    file = opened(blank(document.colours) if base is None else base)
    styles = Styles(file, document.colours)
    styles.speak(document.language)
    numbering = Numbering(file, styles)
    desk = Desk(
        styles, numbering, Pictures(file.part), Links(file.part), Layouts(document), colours.of(document)
    )
    room = _room(file)
    margins(desk, file, document, room)
    body: Element = file.element.body
    section = body[-1]
    for each in _written(desk, document, room, appendix):
        section.addprevious(each)
    desk.links.settle()
    told(file, document)
    return packed(file)


def _written(desk: Desk, document: Document, room: float, appendix: bool) -> list[Element]:
    writer, place = Writer(desk, appendix), Place(room)
    made = writer.write(document.blocks, place)
    for number, folded in enumerate(writer.folded):  # which may grow, where something is folded within
        opening = [] if number else [Heading(2, (Run(APPENDIX),), new_page=True)]
        heading = Heading(3, folded.summary, folded.anchor)
        made += writer.write([*opening, heading, *map(_opened, folded.blocks)], place)
    if document.stamp or (made and made[-1].tag == qn("w:tbl")):  # Word wants words after a table
        stamp = writer.words(in_one_line(each.pieces for each in document.stamp), "Stamp", place)
        spaced(stamp, before=_ABOVE_STAMP)
        hold(made)
        made.append(stamp)
    return made


def _opened(block: Block) -> Block:
    return replace(block, printed=True) if isinstance(block, Details) else block


def _room(file: WordDocument) -> float:
    """The points between the margins of a page, in which words stand."""
    section = file.sections[-1]
    wide = section.page_width.pt if section.page_width else _A4[0]
    sides = [each.pt if each else 0.0 for each in (section.left_margin, section.right_margin, section.gutter)]
    return max(wide - sum(sides), _LEAST_ROOM)
