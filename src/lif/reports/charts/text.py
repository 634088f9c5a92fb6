"""How wide words are drawn, so that labels can be placed, cut and wrapped without a font at hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from lif.diagnostics import SEAL
from lif.records.words import PLAIN, Words

FAMILY = "Arial, Helvetica, 'Liberation Sans', sans-serif"
"""Three faces with the same widths, one of them on every machine: what is measured here holds there."""

ELLIPSIS = "\u2026"
_SAFETY = 1.03
_OTHER, _SQUARE = 0.75, 1.05
_REGULAR = {
    0.191: "'",
    0.222: "ijl\u2018\u2019",
    0.278: " !,./:;I[\\]ft|\u00a0",
    0.333: "()-`r\u201c\u201d{}",
    0.389: '"*\u00b0',
    0.500: "Jcksvxyz^\u00e7",
    0.556: "#$0123456789?L_abdeghnopqu\u00a3\u2013\u00e8\u00e9\u00f1\u00fc",
    0.611: "FTZ+<=>~\u2212\u00d7",
    0.667: "&ABEKPSVXY\u00c9",
    0.722: "CDHNRUw",
    0.778: "GOQ",
    0.833: "Mm",
    0.889: "%",
    0.944: "W",
    1.015: "@\u2014\u2026",
}
_BOLD = {
    0.238: "'",
    0.278: " ,./I\\ijl|\u2018\u2019\u00a0",
    0.333: "!()-:;[]`ft",
    0.389: "*r{}\u00b0",
    0.500: 'z"\u201c\u201d',
    0.556: "#$0123456789J_aceksvxy\u00a3\u2013\u00e7\u00e8\u00e9",
    0.611: "?FLTZbdghnopqu+<=>^~\u2212\u00d7\u00f1\u00fc",
    0.667: "EPSVXY\u00c9",
    0.722: "&ABCDHKNRU",
    0.778: "GOQw",
    0.889: "%Mm",
    0.944: "W",
    1.000: "@\u2014\u2026",
}
"""Advance widths in ems as published for these faces, some rounded up to share a row."""
_WIDTH_OF = {
    bold: {character: ems for ems, characters in table.items() for character in characters}
    for bold, table in ((False, _REGULAR), (True, _BOLD))
}


_WORDS: ContextVar[Words] = ContextVar("words", default=PLAIN)


@contextmanager
def drawn_in(words: Words) -> Iterator[None]:
    """Charts drawn within this are told in a board's words: a label is measured as it will be read."""
    before = _WORDS.set(words)
    try:
        yield
    finally:
        _WORDS.reset(before)


def told(text: str) -> str:
    """The text in the words in which charts are drawn now; told once, it is not told again."""
    return _WORDS.get().settled(text)


def width(text: str, size: float, bold: bool = False) -> float:
    """The room that the text takes at this font size, in the same unit, rather over than under.

    Characters outside the table count as a capital, those beyond the alphabets (U+1100 up) as a full square.
    """
    table = _WIDTH_OF[bold]
    ems = sum(table.get(c) or (_SQUARE if c >= "\u1100" else _OTHER) for c in told(text) if c != SEAL)
    return ems * size * _SAFETY


def fitted(text: str, size: float, room: float, bold: bool = False) -> str:
    """The text, or as much of its beginning as fits the room and an ellipsis; empty if nothing fits."""
    text = told(text)
    if width(text, size, bold) <= room:
        return text
    for end in range(len(text) - 1, 0, -1):
        cut = text[:end].rstrip() + ELLIPSIS
        if width(cut, size, bold) <= room:
            return cut
    return ELLIPSIS if width(ELLIPSIS, size, bold) <= room else ""


def wrapped(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    """The words in lines that fit the room; a word too long for a line of its own is cut with an ellipsis."""
    lines: list[str] = []
    for word in told(text).split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, bold) <= room:
            lines[-1] = joined
        else:
            lines.append(fitted(word, size, room, bold))
    return lines
