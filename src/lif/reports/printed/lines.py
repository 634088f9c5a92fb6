"""The words of one paragraph as they are gathered: white space as browsers see it, looks kept together."""

from __future__ import annotations

import re
from dataclasses import replace

from lif.reports.characters import visible
from lif.reports.printed.blocks import LineBreak, Piece, Pieces, Run, Sign

PLAIN = Run("")
"""The look of ordinary words; a look is a run without its words."""

_SPACE = re.compile(r"[ \t\r\n\f]+")


class Line:
    """Pieces in the order of the page."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []

    def words(self, text: str, look: Run) -> None:
        """Adds words; a space at their front counts once with one before it."""
        text = _SPACE.sub(" ", visible(text))
        if text.startswith(" ") and self._spaced():
            text = text[1:]
        if not text:
            return
        last = self._pieces[-1] if self._pieces else None
        if isinstance(last, Run) and replace(last, text="") == look:
            self._pieces[-1] = replace(last, text=last.text + text)
        else:
            self._pieces.append(replace(look, text=text))

    def sign(self, sign: Sign) -> None:
        """Adds a small drawing."""
        self._pieces.append(sign)

    def new_line(self) -> None:
        """Goes on in a new line, unless nothing stands in this one yet."""
        self._end_of_line()
        if self._pieces and not isinstance(self._pieces[-1], LineBreak):
            self._pieces.append(LineBreak())

    def taken(self) -> Pieces:
        """What was gathered, without what is empty at its end; the line is empty again."""
        self._end_of_line()
        while self._pieces and isinstance(self._pieces[-1], LineBreak):
            self._pieces.pop()
            self._end_of_line()
        found, self._pieces = tuple(self._pieces), []
        return found

    def _spaced(self) -> bool:
        last = self._pieces[-1] if self._pieces else LineBreak()
        return isinstance(last, LineBreak) or (isinstance(last, Run) and last.text.endswith(" "))

    def _end_of_line(self) -> None:
        while self._pieces and isinstance(last := self._pieces[-1], Run) and last.text.endswith(" "):
            kept = last.text.rstrip(" ")
            self._pieces.pop()
            if kept:
                self._pieces.append(replace(last, text=kept))
