"""What is folded away on the page, as it stands in the appendix of a printed paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lif.reports.printed.blocks import Block, Details, Heading, LineBreak, Paragraph, Pieces, Run
from lif.reports.printed.grid import Row
from lif.reports.printed.reading import words

APPENDIX = "Appendix: what lies behind this paper"


@dataclass(frozen=True, slots=True)
class Folded:
    """A part that goes to the appendix: what it is about, or "", and the name that its link leads to."""

    about: str
    details: Details
    name: str

    @property
    def link(self) -> Pieces:
        """What stands in the place that it was taken from."""
        return (Run(f"{words(self.details.summary)}: in the appendix", quiet=True, href=f"#{self.name}"),)

    @property
    def heading(self) -> Heading:
        """The heading over it in the appendix."""
        said = words(self.details.summary) or "Folded away"
        return Heading(3, (Run(f"{self.about}: {said}" if self.about else said),), self.name)


def opened(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with folded parts among them open: an appendix has none of its own."""
    for block in blocks:
        yield replace(block, printed=True) if isinstance(block, Details) else block


def first_words(row: Row) -> str:
    """What a row of a table is about: the first line of its first cell."""
    for block in row[0].cell.blocks if row else ():
        if isinstance(block, Paragraph):
            cut = next((i for i, piece in enumerate(block.pieces) if isinstance(piece, LineBreak)), None)
            return words(block.pieces[:cut])
    return ""
