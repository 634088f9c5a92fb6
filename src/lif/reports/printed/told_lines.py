"""The pieces of a line as the PDF's template reads them: texts, and where a long word may be parted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lif.reports.charts.text import width
from lif.reports.printed.blocks import LineBreak, Pieces, Run, Sign
from lif.reports.printed.layout import Place
from lif.reports.printed.widths import EDGES_OF_TAG, LONGEST_WORD, TAG, sign_size

NEW_LINE = None
"""Told for a line break."""

MAY_PART = 0
"""Told for a place where a word may go on in the next line."""

_LONGEST_TAG = 110.0


def told_line(pieces: Pieces, place: Place, picture: Callable[[str], int]) -> list[Any]:
    """The pieces of a line; `picture` gives the number of a drawing.

    A text is a piece of plain words, a mapping one with a look: `w` words, `x` words in a box, `s` a sign.
    """
    told: list[Any] = []
    held: dict[str, Any] | None = None
    for at, piece in enumerate(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if isinstance(piece, LineBreak):
            told.append(NEW_LINE)
        elif isinstance(piece, Sign):
            boxed = isinstance(after, Run) and _is_box(after, place)
            size = sign_size(piece, place.size)
            sign = {
                "s": picture(piece.svg),
                "a": piece.alt,
                "size": size,
                "gap": after is not None,
                "tall": piece.ratio != 1.0,
            }
            held = sign if boxed else None
            told += [] if boxed else [sign]
        else:
            told += _words(piece, place, held)
            held = None
    return told


def _is_box(run: Run, place: Place) -> bool:
    """Whether boxed words are short enough to stand in a box, which no line end can part."""
    room = min(place.room, _LONGEST_TAG) - EDGES_OF_TAG
    return run.boxed and width(run.text, place.size * TAG, run.bold) <= room


def _words(run: Run, place: Place, held: dict[str, Any] | None) -> Iterator[Any]:
    looks = (("b", run.bold), ("i", run.italic), ("q", run.quiet), ("k", run.tone), ("h", run.href))
    look = {key: value for key, value in looks if value}
    if _is_box(run, place):
        yield {**look, "x": run.text, **({"sign": held} if held else {})}
        return
    for part in parted(run.text, place):
        yield MAY_PART if not part else {**look, "w": part} if look else part


def parted(text: str, place: Place) -> Iterator[str]:
    """The text, with "" between the parts of words that are longer than their room."""
    longest = max(place.room * 0.8, min(place.room, LONGEST_WORD))
    if width(text, place.size) <= longest:
        yield text
        return
    least = max(4, int(longest / (place.size * 0.7)))
    kept = ""
    for word in _with_their_spaces(text):
        for start in range(0, len(word), least if width(word, place.size) > longest else len(word)):
            if start:
                yield kept
                yield ""
                kept = ""
            kept += word[start : start + least] if width(word, place.size) > longest else word
    yield kept


def _with_their_spaces(text: str) -> list[str]:
    words = text.split(" ")
    return [*(f"{word} " for word in words[:-1]), *([words[-1]] if words[-1] else [])]
