"""Small blocks to be printed as a Word document, and the document of them."""

from __future__ import annotations

from tests.reports.printed.word_reader import Word, of

from lif.reports.printed.blocks import Block, Cell, Paragraph, Run, Table
from lif.reports.printed.word import word

CHART = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 300" width="720" height="300">'
    '<rect x="10" y="10" width="300" height="80" fill="#12436d"/><text x="20" y="200">Words</text></svg>'
)
A4_BETWEEN_MARGINS = 11906 - 2 * 964


def made(*blocks: Block, appendix: bool = False, **more: object) -> Word:
    """The document of these blocks."""
    return Word(word(of(*blocks, **more), appendix=appendix))


def said(*texts: str) -> Paragraph:
    return Paragraph(tuple(Run(text) for text in texts))


def cell(text: str, **more: object) -> Cell:
    return Cell((said(text),), **more)  # type: ignore[arg-type]


def head(*texts: str) -> tuple[tuple[Cell, ...], ...]:
    return (tuple(cell(text, scope="col") for text in texts),)


TABLE = Table(
    (Run("Visits by quarter"),),
    (
        (
            cell("Indicator", scope="col"),
            cell("Latest", scope="col", number=True),
            cell("Remarks", scope="col"),
        ),
    ),
    (
        (cell("Neglect", scope="rowgroup", across=3),),
        (cell("Visits", scope="row"), cell("45", number=True), cell("as promised")),
        (cell("Plans", scope="row"), cell("7", number=True), cell("too few to say " * 12, raised=True)),
    ),
)
