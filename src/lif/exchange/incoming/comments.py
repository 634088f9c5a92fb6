"""Words that people wrote in cells: looked through for what is about a person before they go any further."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lif.exchange.workbooks.cells import Cell
from lif.exchange.workbooks.filled import Problem

_ADVICE = "take it out; write the post, the case's neutral code or an age band in its place"


def personal(cells: Iterable[Cell]) -> Iterator[tuple[Problem, bool]]:
    """What is about a person in the words of cells, without the value; and whether it is sure.

    A sign that no record can hold, such as one that turns the direction of the text, is told of too.
    """
    from lif.checks.personal_data import told_as
    from lif.privacy import scan
    from lif.source.hidden import first

    for cell in cells:
        if isinstance(cell.value, str):
            if sign := first(cell.value):
                words = (
                    f"there is a sign in this cell that is not seen (U+{ord(sign):04X}): type the text again"
                )
                yield Problem(cell.address, words), True
            for hit in scan(cell.value):
                words = told_as(hit.kind, hit.masked, "in this cell", hit.sure)
                yield Problem(cell.address, f"{words} ({_ADVICE})"), hit.sure
