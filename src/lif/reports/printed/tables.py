"""A table of the page: its caption, the rows that are repeated on each sheet, and what each cell heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from selectolax.lexbor import LexborNode

from lif.reports.printed.blocks import Block, Cell, Paragraph, Run, Table
from lif.reports.printed.looks import look_of, read
from lif.reports.printed.pictures import classes

if TYPE_CHECKING:
    from lif.reports.printed.flow import Flow

_MOST_SPANNED = 1000
_NAMELESS = (Run("Table"),)
Scope = Literal["", "row", "col", "rowgroup"]
Row = tuple[Cell, ...]


def table(flow: Flow, node: LexborNode, look: Run) -> Iterator[Block]:
    """The table, after whatever stands in it outside its rows.

    One without a caption is named by the heading above it, which is only spoken.
    """
    anchor = flow.anchor(node)
    named = next((child for child in node.iter() if child.tag == "caption"), None)
    caption = flow.pieces(named, look) if named is not None else ()
    head: list[Row] = []
    body: list[Row] = []
    for part in node.iter(include_text=True):
        if part.tag in ("thead", "tbody", "tfoot"):
            for row in part.iter(include_text=True):
                into = head if part.tag == "thead" else body
                into += [cells] if (cells := _cells(flow, row, look)) else []
        elif named is None or part != named:
            yield from flow.inner([part], look)
    if not head and len(body) > 1 and all(cell.scope == "col" for cell in body[0]):
        head.append(body.pop(0))
    if head or body:
        spoken = not caption or (named is not None and "unseen" in classes(named))
        caption = caption or flow.heard.pieces or _NAMELESS
        yield Table(caption, tuple(head), tuple(body), _sort(node), spoken, anchor)
    elif caption:
        yield Paragraph(caption, anchor)


def _sort(node: LexborNode) -> Literal["facts", "records", "matrix"]:
    named = classes(node)
    return "facts" if "front" in named else "matrix" if "matrix" in named else "records"


def _cells(flow: Flow, row: LexborNode, look: Run) -> Row:
    """The cells of a row; its id is left to the words of the first."""
    flow.remember(row)
    found = []
    if row.tag == "tr" and read(row):
        for cell in row.iter():
            if cell.tag in ("td", "th") and read(cell):
                found.append(_cell(flow, cell, look))
    return tuple(found)


def _cell(flow: Flow, node: LexborNode, look: Run) -> Cell:
    named = classes(node)
    flow.remember(node)
    return Cell(
        flow.inner(node, look_of(node, look, flow.places)),
        _scope(node),
        _span(node, "colspan"),
        _span(node, "rowspan"),
        "number" in named,
        "raised" in named,
    )


def _scope(node: LexborNode) -> Scope:
    """What a cell heads: as it says or, where it says nothing, its column in a row of headings."""
    if node.tag != "th":
        return ""
    said = node.attributes.get("scope") or ""
    if said in ("row", "col", "rowgroup"):
        return said  # type: ignore[return-value]
    if said == "colgroup":
        return "col"
    beside = node.parent.iter() if node.parent is not None else iter(())
    return "col" if all(cell.tag == "th" for cell in beside) else "row"


def _span(node: LexborNode, name: str) -> int:
    said = node.attributes.get(name) or ""
    return min(max(int(said), 1), _MOST_SPANNED) if re.fullmatch(r"[0-9]{1,6}", said) else 1
