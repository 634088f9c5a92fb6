"""Words that people wrote in cells: looked through for what is about a person before they go any further."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lif.exchange.workbooks.cells import Cell
from lif.exchange.workbooks.filled import Problem

_ADVICE = "take it out; write the post, the case's neutral code or an age band in its place"


def personal(cells: Iterable[Cell]) -> Iterator[tuple[Problem, bool]]:
    """What is about a person in the words of cells, without the value; and whether it is sure."""
    from lif.checks.personal_data import told_as
    from lif.privacy import scan

    for cell in cells:
        if isinstance(cell.value, str):
            for hit in scan(cell.value):
                words = told_as(hit.kind, hit.masked, "in this cell", hit.sure)
                yield Problem(cell.address, f"{words} ({_ADVICE})"), hit.sure
