"""What is at hand while one document is written, and where in it the next words stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lif.reports.printed.layout import Layouts
from lif.reports.printed.word.links import Links
from lif.reports.printed.word.numbering import Numbering
from lif.reports.printed.word.pictures import Pictures
from lif.reports.printed.word.styles import Styles


@dataclass(frozen=True, slots=True)
class Desk:
    """The means of one document; `colours` are those of the paper, by token."""

    styles: Styles
    numbering: Numbering
    pictures: Pictures
    links: Links
    layouts: Layouts
    colours: Mapping[str, str]

    def colour(self, token: str) -> str:
        """A colour as Word writes it: six digits; raises KeyError for a token that is none."""
        return self.colours[token].lstrip("#")

    def coloured(self, token: str) -> bool:
        """Whether there is a colour of that name."""
        return token in self.colours


Box = Literal["", "Call-out", "Banner", "Quote"]
Family = Literal["", "Table ", "Card "]

SIZE_IN_TABLES = 9.0
"""Points of the letters in a table, as the style Table Text has them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: `room` points across and `depth` lists down.

    `plain` is the style of plain words there; `family` begins the names of the styles of lists; `box` is the
    style of the box that all stand in. `size` are the points of letters that are smaller than their style
    says, in a table of many columns. With `kept` they stay on the page of what comes next; with `hung`,
    headings hang out as items of a list do, since Word draws one box around paragraphs that are set in alike.
    `about` is what the row of a table is about.
    """

    room: float
    depth: int = 0
    plain: str = "Normal"
    family: Family = ""
    box: Box = ""
    size: float = 0.0
    kept: bool = False
    hung: bool = False
    about: str = ""

    @property
    def cell(self) -> bool:
        """Whether it is the cell of a table."""
        return self.family == "Table "
