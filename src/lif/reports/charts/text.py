"""How wide words are drawn, so that labels can be placed, cut and wrapped without a font at hand."""

from __future__ import annotations

FAMILY = "Arial, Helvetica, 'Liberation Sans', sans-serif"
"""Three faces with the same widths, one of them on every machine: what is measured here holds there."""

ELLIPSIS = "\u2026"
_SAFETY = 1.04
_BOLD = 1.08
_OTHER = 0.68
_WIDTHS = {
    0.24: "ijl'|",
    0.29: "ftI.,:;/\\![] \u00a0",
    0.36: 'r()-{}`"\u2018\u2019\u2013\u201c\u201d',
    0.40: "*\u00b0",
    0.51: "cksvxyzJ^",
    0.57: "abdeghnopqu0123456789$_?L\u00a3",
    0.62: "FTZ+<>=~\u2212",
    0.68: "ABEKPSVXY&",
    0.74: "CDHNRUwG",
    0.80: "OQ",
    0.86: "mM",
    1.05: "W%@\u2026",
}
_WIDTH_OF = {character: width for width, characters in _WIDTHS.items() for character in characters}


def width(text: str, size: float, bold: bool = False) -> float:
    """The room that the text takes at this font size, in the same unit, rather over than under.

    Characters outside the table count as a capital, those beyond the alphabets (U+1100 up) as a full square.
    """
    ems = sum(_WIDTH_OF.get(c) or (1.05 if c >= "\u1100" else _OTHER) for c in text)
    return ems * size * _SAFETY * (_BOLD if bold else 1.0)


def fitted(text: str, size: float, room: float, bold: bool = False) -> str:
    """The text, or as much of its beginning as fits the room and an ellipsis; empty if nothing fits."""
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
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, bold) <= room:
            lines[-1] = joined
        else:
            lines.append(fitted(word, size, room, bold))
    return lines
