"""One cell of a sheet that somebody filled in: its text made plain, and what a message may show of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from lif.records.figures import ValueStatus

Raw = str | bool | int | float | Decimal | date | datetime | time | timedelta | None
"""What a reader of workbooks or CSV gives for a cell; a blank cell is None or holds nothing but spaces."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a cell is not taken, and how to write it; the words say nothing that could be about a person."""

    words: str


@dataclass(frozen=True, slots=True)
class NoFigure:
    """A cell that says in so many words, or by a known sign, why there is no figure."""

    status: ValueStatus
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """How a column is written, where the column or the mapping says more than a cell can show."""

    nil_is_zero: bool = False
    """'nil' and 'none' stand for 0; otherwise they may mean that nothing was sent."""
    commas_group: bool = True
    """'1,204' is one thousand two hundred and four; untrue of files whose cells are parted by semicolons."""
    dates: Literal["day-first", "month-first"] | None = None
    serials: bool = False
    """A bare number in a date's column is a day number of Excel (1 January 1900 is 1)."""
    statuses: Mapping[str, ValueStatus] = field(default_factory=dict)
    """Words of this file that say why there is no figure, in small letters."""
    places: int = 8
    """Most decimal places; a number that a sheet computed is rounded to them."""
    negative: bool = False


PLAIN = Form()

_SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]+")
_WIDE = {0xFF01 + place: 0x21 + place for place in range(94)}  # full-width forms, ！ to ～
_SIGNS = str.maketrans({"−": "-", "‐": "-", "‑": "-", "–": "-", "—": "-", "’": "'", "‘": "'"})
_SHOWABLE = re.compile(r"(?=[^0-9]*[0-9])(?:[^A-Za-z]*[A-Za-z]){0,6}[^A-Za-z]*")
_LONGEST_SHOWN = 20
_MOST_DIGITS_SHOWN = 9


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The text on one line, with ordinary spaces, hyphens and digits; without Excel's leading apostrophe."""
    plainer = _SPACES.sub(" ", text.translate(_WIDE).translate(_SIGNS)).strip()
    return plainer[1:].strip() if plainer[:1] == "'" else plainer


def is_blank(cell: Raw) -> bool:
    """Whether nothing stands in the cell: a blank is neither 0 nor 'not available'."""
    return cell is None or (isinstance(cell, str) and not plain(cell))


def shown(text: str) -> str:
    """What a message may say of a cell's text: figures with a few letters as they are, anything else never.

    A cell that should hold a figure may hold a name, and nobody needs to read it again to know where it is.
    """
    from lif.privacy.scanning import scan

    digits = sum(letter.isdigit() for letter in text)
    fits = len(text) <= _LONGEST_SHOWN and digits <= _MOST_DIGITS_SHOWN and _SHOWABLE.fullmatch(text)
    if fits and text.isascii() and text.isprintable() and not scan(text):
        return f'"{text}"'
    return "this text"


def whole_text(cell: Raw) -> str | None:
    """The plain text of a cell of text; None for anything that is no text."""
    return plain(cell) if isinstance(cell, str) else None


def not_a(kind: str, cell: Raw) -> Problem | None:
    """The problem with a cell that holds a tick, a date, a time or a fault of the sheet, not `kind`."""
    if isinstance(cell, bool):
        return Problem(f"the cell holds true or false: write {kind}")
    if isinstance(cell, (time, timedelta)):
        return Problem(f"the cell holds a time of day or a length of time: write {kind}")
    text = whole_text(cell)
    if text is not None and text.startswith("#") and text.rstrip("!?").lstrip("#").replace("/", "").isalnum():
        return Problem(f"the cell holds an error of the spreadsheet: write {kind}")
    return None
