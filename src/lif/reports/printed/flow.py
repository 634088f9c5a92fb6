"""Walks the page once: every element becomes a block or pieces of a line, and no word is left behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from selectolax.lexbor import LexborNode

from lif.reports.printed.blocks import (
    Block,
    Callout,
    Card,
    Columns,
    Definitions,
    Details,
    Heading,
    Listing,
    Paragraph,
    Pieces,
    Quotation,
    Run,
)
from lif.reports.printed.lines import PLAIN, Line
from lif.reports.printed.looks import INLINE, MARKS, Places, figure, look_of, mark, own_line, read
from lif.reports.printed.pictures import classes
from lif.reports.printed.tables import table

_MOST_BESIDE = 3


@dataclass(slots=True)
class Heard:
    """The last heading read: a table without a caption is named by it, and none is skipped after it."""

    pieces: Pieces = ()
    level: int = 0


class Flow:
    """The blocks within one element, gathered child by child."""

    def __init__(self, places: Places, heard: Heard | None = None) -> None:
        self.places = places
        self.heard = heard or Heard()
        self.blocks: list[Block] = []
        self._line = Line()
        self._anchor = ""

    def take(self, node: LexborNode, look: Run = PLAIN) -> None:
        """Takes in the children of an element."""
        for child in node.iter(include_text=True):
            self.take_one(child, look)

    def take_one(self, node: LexborNode, look: Run) -> None:
        """Takes in one node: words, a piece of a line, or a block."""
        if node.is_text_node:
            self._line.words(node.text(), look)
        elif not read(node):
            return
        elif node.tag in INLINE:
            self._in_line(node, look)
        elif node.tag in MARKS:
            self._mark(node, look)
        else:
            self._end_paragraph()
            _reader(node)(self, node, look_of(node, look, self.places))
            self._end_paragraph()

    def inner(self, nodes: LexborNode | list[LexborNode], look: Run = PLAIN) -> tuple[Block, ...]:
        """The blocks within an element, or those that these nodes are."""
        within = Flow(self.places, self.heard)
        within._anchor, self._anchor = self._anchor, ""
        for node in nodes if isinstance(nodes, list) else nodes.iter(include_text=True):
            within.take_one(node, look)
        blocks = within.done()
        self._anchor = within._anchor
        return blocks

    def pieces(self, node: LexborNode, look: Run = PLAIN) -> Pieces:
        """The words of an element that holds one line, whatever stands in it."""
        line = Line()
        self._words(node, look, line)
        return line.taken()

    def remember(self, node: LexborNode) -> None:
        """Keeps the name by which links find this element for the block that comes next."""
        own = node.attributes.get("id") or ""
        if own in self.places.linked:
            self._anchor = own

    def anchor(self, node: LexborNode) -> str:
        """The name by which links find the block that this element becomes, or ""."""
        self.remember(node)
        found, self._anchor = self._anchor, ""
        return found

    def done(self) -> tuple[Block, ...]:
        """Everything gathered."""
        self._end_paragraph()
        return tuple(self.blocks)

    def _end_paragraph(self) -> None:
        if pieces := self._line.taken():
            self.blocks.append(Paragraph(pieces, self._anchor))
            self._anchor = ""

    def _in_line(self, node: LexborNode, look: Run) -> None:
        self.remember(node)
        if own_line(node):
            self._line.new_line()
        self.take(node, look_of(node, look, self.places))
        if own_line(node):
            self._line.new_line()

    def _mark(self, node: LexborNode, look: Run) -> None:
        if chart := figure(node, self.places):
            self._end_paragraph()
            self.blocks.append(chart)
        else:
            mark(node, look, self._line, self.places)

    def _words(self, node: LexborNode, look: Run, line: Line) -> None:
        for child in node.iter(include_text=True):
            if child.is_text_node:
                line.words(child.text(), look)
            elif not read(child):
                continue
            elif child.tag in MARKS:
                mark(child, look, line, self.places)
            elif child.tag in INLINE:
                self._words(child, look_of(child, look, self.places), line)
            else:
                line.new_line()
                self._words(child, look_of(child, look, self.places), line)
                line.new_line()


_Reads = Callable[[Flow, LexborNode, Run], None]


def _reader(node: LexborNode) -> _Reads:
    named = classes(node)
    return next((reads for name, reads in _BY_CLASS.items() if name in named), None) or _BY_TAG.get(
        node.tag or "", _wrapper
    )


def _wrapper(flow: Flow, node: LexborNode, look: Run) -> None:
    """A paragraph, or anything that only holds other things."""
    flow.remember(node)
    flow.take(node, look)


def _heading(flow: Flow, node: LexborNode, look: Run) -> None:
    if pieces := flow.pieces(node, look):
        level = min(int((node.tag or "h4")[1]), 4, flow.heard.level + 1)
        flow.heard.pieces, flow.heard.level = pieces, level
        flow.blocks.append(Heading(level, pieces, flow.anchor(node), "new-page" in classes(node)))


def _listing(flow: Flow, node: LexborNode, look: Run) -> None:
    flow.remember(node)
    items = []
    for child in node.iter(include_text=True):
        if child.tag == "li" and read(child):
            flow.remember(child)
            blocks = flow.inner(child, look_of(child, look, flow.places))
        else:
            blocks = flow.inner([child], look)
        items += [blocks] if blocks else []
    if items:
        start = node.attributes.get("start") or ""
        first = int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 1
        flow.blocks.append(Listing(tuple(items), _sort(node), first))


def _sort(node: LexborNode) -> Literal["bullets", "numbers", "key"]:
    if classes(node) & {"key", "signs"}:
        return "key"
    return "numbers" if node.tag == "ol" else "bullets"


def _definitions(flow: Flow, node: LexborNode, look: Run) -> None:
    flow.remember(node)
    entries: list[tuple[Pieces, tuple[Block, ...]]] = []
    for part in _parts(node):
        if part.tag == "dt":
            entries.append((flow.pieces(part, look_of(part, look, flow.places)), ()))
        elif blocks := flow.inner(part if part.tag == "dd" else [part], look):
            term, before = entries.pop() if entries else ((), ())
            entries.append((term, (*before, *blocks)))
    if entries:
        flow.blocks.append(Definitions(tuple(entries)))


def _parts(node: LexborNode) -> Iterator[LexborNode]:
    """Terms and meanings of a list, which may stand in groups."""
    for child in node.iter(include_text=True):
        if child.tag == "div":
            yield from _parts(child)
        else:
            yield child


def _callout(flow: Flow, node: LexborNode, look: Run) -> None:
    flow.remember(node)
    if blocks := flow.inner(node, look):
        flow.blocks.append(Callout(blocks, "banner" if "banner" in classes(node) else "ask"))


def _card(flow: Flow, node: LexborNode, look: Run) -> None:
    anchor = flow.anchor(node)
    if blocks := flow.inner(node, look):
        flow.blocks.append(Card(blocks, anchor))


def _columns(flow: Flow, node: LexborNode, look: Run) -> None:
    flow.remember(node)
    columns = [blocks for child in node.iter(include_text=True) if (blocks := flow.inner([child], look))]
    if len(columns) == 1:
        flow.blocks += columns[0]
    else:
        rows = (columns[at : at + _MOST_BESIDE] for at in range(0, len(columns), _MOST_BESIDE))
        flow.blocks += [Columns(tuple(row)) for row in rows]


def _details(flow: Flow, node: LexborNode, look: Run) -> None:
    anchor = flow.anchor(node)
    children = list(node.iter(include_text=True))
    summary = next((child for child in children if child.tag == "summary"), None)
    said = flow.pieces(summary, look) if summary is not None else ()
    blocks = flow.inner([child for child in children if summary is None or child != summary], look)
    if blocks or said:
        printed = "printed" in classes(node) or "open" in node.attributes
        flow.blocks.append(Details(said, blocks, printed, anchor))


def _quotation(flow: Flow, node: LexborNode, look: Run) -> None:
    flow.remember(node)
    if blocks := flow.inner(node, look):
        flow.blocks.append(Quotation(blocks))


def _table(flow: Flow, node: LexborNode, look: Run) -> None:
    flow.blocks += table(flow, node, look)


_BY_CLASS: dict[str, _Reads] = {"callout": _callout, "banner": _callout, "card": _card, "three": _columns}
_BY_TAG: dict[str, _Reads] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol", "menu"), _listing),
    "dl": _definitions,
    "blockquote": _quotation,
    "details": _details,
    "table": _table,
}
