"""The closed set of meaningful elements that a paper is made of, as PDF and Word print them.

`reading` makes them from the page, `pdf` and `word` set them. Whatever the page holds beyond these is read
as the nearest of them or, where it means nothing to a reader (a skip link), left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look.

    `tone` is a colour by what it means, a token of lif.reports.charts.palette ("" is the colour of text), and
    words always say the same. `href` is "" for none, `#name` for a place in the paper, or an address.
    """

    text: str
    bold: bool = False
    italic: bool = False
    quiet: bool = False
    boxed: bool = False
    tone: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """A small drawing within a line, `size` points high and `ratio` times as wide.

    `alt` is "" where words beside it say the same.

    Directly before a run that is `boxed`, it stands within the same box.
    """

    svg: str
    alt: str = ""
    size: float = 12.0
    ratio: float = 1.0


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The words go on in a new line."""


Piece = Run | Sign | LineBreak
Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; `anchor` is the name that links within the paper use, or "".

    With `new_page` what it heads begins on a page of its own.
    """

    level: int
    pieces: Pieces
    anchor: str = ""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together."""

    pieces: Pieces
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: numbered from `start`, with bullets, or a key, whose items stand in one line without marks."""

    items: tuple[tuple[Block, ...], ...]
    sort: Literal["bullets", "numbers", "key"] = "bullets"
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said or wrote."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms, each with what it means."""

    entries: tuple[tuple[Pieces, tuple[Block, ...]], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. `scope` is what it heads: a row, a column, a group of rows, or nothing."""

    blocks: tuple[Block, ...]
    scope: Literal["", "row", "col", "rowgroup"] = ""
    across: int = 1
    down: int = 1
    number: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `caption` is never empty; `spoken` says that only a reader of the screen is told it.

    `head` are the rows that are repeated on each page. `sort` is how it is set: facts about the paper (pairs
    of name and words), a table of records, or a matrix with a rule around each cell.
    """

    caption: Pieces
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]
    sort: Literal["facts", "records", "matrix"] = "records"
    spoken: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart: the drawing with its colours in it, and the words for those who do not see it."""

    svg: str
    title: str
    alt: str


@dataclass(frozen=True, slots=True)
class Callout:
    """What must not be missed: what is asked of the reader (`ask`), or that it is a draft (`banner`)."""

    blocks: tuple[Block, ...]
    sort: Literal["ask", "banner"] = "ask"


@dataclass(frozen=True, slots=True)
class Card:
    """One thing for discussion, kept on one page where it fits."""

    blocks: tuple[Block, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Things side by side, two to four; one below the other where there is no room."""

    columns: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Details:
    """What is folded away on the page: printed where it stands or, not `printed`, only in an appendix."""

    summary: Pieces
    blocks: tuple[Block, ...]
    printed: bool = False
    anchor: str = ""


Block = (
    Heading
    | Paragraph
    | Listing
    | Quotation
    | Definitions
    | Table
    | Figure
    | Callout
    | Card
    | Columns
    | Details
)


@dataclass(frozen=True, slots=True)
class Document:
    """A paper to be printed: what stands on every page, the blocks in order, and the stamp at its end.

    `colours` are those of the page's own style sheet that differ from the packaged ones: (token, #rrggbb).
    `slides` are shown on a wall, one idea each, or handed out.
    """

    title: str
    board: str
    marking: str
    draft: bool
    language: str
    blocks: tuple[Block, ...]
    stamp: tuple[Paragraph, ...]
    colours: tuple[tuple[str, str], ...] = ()
    slides: bool = False
