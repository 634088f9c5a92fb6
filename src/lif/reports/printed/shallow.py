"""Blocks that stand too deep in others, taken out of what holds them: an engine of print has its bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from lif.reports.printed.blocks import Block, Figure, Heading, Listing, Paragraph, Piece

_DEEPEST, _DEEPEST_LIST = 6, 12


def shallow(block: Block, depth: int) -> Iterator[Block]:
    """The block or, where it stands too deep, the paragraphs and charts in it; no word is lost by that."""
    plain = isinstance(block, Paragraph | Heading | Figure)
    if plain or depth <= (_DEEPEST_LIST if isinstance(block, Listing) else _DEEPEST):
        yield block
    else:
        yield from _within(block)


def _within(part: Any) -> Iterator[Block]:
    """The paragraphs and charts of a part, in order; a line of words that is none becomes one."""
    if isinstance(part, Paragraph | Figure):
        yield part
    elif isinstance(part, Heading):
        yield Paragraph(part.pieces, part.anchor)
    elif isinstance(part, tuple) and part and isinstance(part[0], Piece):
        yield Paragraph(part)
    elif isinstance(part, tuple):
        for each in part:
            yield from _within(each)
    elif hasattr(part, "__dataclass_fields__"):
        for each in fields(part):
            yield from _within(getattr(part, each.name))
