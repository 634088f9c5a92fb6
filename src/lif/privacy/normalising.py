"""Text as a detector reads it: one form of every figure, space and dash, and the way back to the original."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Characters that NFKC leaves alone and that people (and word processors) write for a plain one. Same length.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4\u2032\u02b9", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
        **dict.fromkeys("\u1680\u180e\u2028\u2029", " "),
        **dict.fromkeys("\v\f\x85", " "),
        "\r": " ",
        "\u2024": ".",
        "\u2022": "-",
    }
)
# Characters nobody sees: zero-width, soft hyphen, directions, variation selectors, tags.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


@dataclass(frozen=True, slots=True)
class Normal:
    """A text in one form, and for each of its characters where it began in the original."""

    text: str
    places: tuple[int, ...] | None  # None: every character stands where it stood
    length: int  # of the original

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that the stretch [start, end) of `text` was made from."""
        if self.places is None:
            return start, end
        return self.places[start], (self.places[end - 1] + 1 if end > start else self.places[start])


def normalise(text: str) -> Normal:
    """Full-width figures, odd spaces, dashes and quotation marks made plain; what nobody sees taken out."""
    if _ODD.search(text) is None:
        return Normal(text, None, len(text))
    if not _UNSEEN.search(text) and unicodedata.is_normalized("NFKC", text):
        return Normal(_MARKS.sub(lambda mark: _PLAIN[ord(mark[0])], text), None, len(text))
    parts: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        plain = _plain(character)
        parts.append(plain)
        places.extend([place] * len(plain))
    return Normal("".join(parts), (*places, len(text)), len(text))


# A handful of marks in a text: finding them is many times as fast as putting every character to a table.
_MARKS = re.compile(f"[{''.join(re.escape(chr(mark)) for mark in _PLAIN)}]")
_ODD = re.compile("[^\n\t -~£]")


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if _UNSEEN.match(character):
        return ""
    if unicodedata.combining(character):
        return ""  # an accent set on the letter before it; names are compared without
    if character == "º":
        return "°"  # as it is typed; NFKC makes it an o
    return unicodedata.normalize("NFKC", character).translate(_PLAIN)
