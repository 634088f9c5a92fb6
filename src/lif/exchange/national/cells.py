"""One cell of a national file: a number, or a symbol that says why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

Status = Literal["final", "provisional", "estimated", "not-available", "not-applicable", "suppressed", "low"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: the number, or None with the status and the words for its symbol."""

    number: Decimal | None
    status: Status = "final"
    reason: str = ""
    decimals: int = 0


class NotAFigure(ValueError):  # noqa: N818 - named for what was found
    """A cell holds neither a number nor a symbol of the standard; the message says what it holds."""


# The symbols of the Department for Education's standard for open data, of the Government Statistical Service
# (in square brackets since 2021), and the older ':' and '~' that files of earlier years hold.
_SYMBOLS: dict[str, tuple[Status, str]] = {
    "c": ("suppressed", "hidden by the publisher to protect people (c)"),
    "x": ("not-available", "not available (x)"),
    ":": ("not-available", "not available (:)"),
    "z": ("not-applicable", "not applicable (z)"),
    "k": ("low", "rounds to nought but is not nought (k)"),
    "low": ("low", "rounds to nought but is not nought (low)"),
    "~": ("low", "rounds to nought but is not nought (~)"),
    "u": ("not-available", "too unreliable to be published (u)"),
}
MOST_DIGITS = 13
"""Most digits before the point, with a sign: a record's quantities have twelve."""

_MARKS: dict[str, Status] = {"p": "provisional", "r": "final", "e": "estimated", "b": "final"}
_NUMBER = re.compile(r"([-−]?[0-9]+)(?:\.([0-9]+))?")
_GROUPED = re.compile(r"[-−]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_EXPONENT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?[eE][-+]?[0-9]{1,2}")
_YEARS_MONTHS = re.compile(r"([0-9]{1,2}):([0-9]{1,2})")
_MARKED = re.compile(r"(.*[0-9])\s*\[([a-z])\]")


@lru_cache(maxsize=65536)
def read_cell(text: str) -> Cell:
    """The cell that a text spells; a length of time as years:months is given in months.

    Raises NotAFigure, in plain words, for a blank cell and for what the standard does not know (NA, .., -).
    """
    plain = text.strip()
    if marked := _MARKED.fullmatch(plain):
        inner = read_cell(marked[1])
        if status := _MARKS.get(marked[2]):
            return Cell(inner.number, status, "", inner.decimals)
    if number := _NUMBER.fullmatch(plain):
        if len(number[1]) > MOST_DIGITS or len(number[2] or "") > 30:
            raise NotAFigure(f"'{plain[:40]}' has more digits than a figure can have")
        return Cell(Decimal(plain.replace("−", "-")), decimals=len(number[2] or ""))
    symbol = plain.lower()
    if found := _SYMBOLS.get(symbol[1:-1] if symbol[:1] + symbol[-1:] == "[]" else symbol):
        return Cell(None, *found)
    return _unusual(plain)


def _unusual(plain: str) -> Cell:
    if _GROUPED.fullmatch(plain):
        return read_cell(plain.replace(",", ""))
    if _EXPONENT.fullmatch(plain):
        return read_cell(format(Decimal(plain), "f"))
    if (lasting := _YEARS_MONTHS.fullmatch(plain)) and int(lasting[2]) < 12:
        return Cell(Decimal(int(lasting[1]) * 12 + int(lasting[2])))
    if not plain:
        raise NotAFigure("the cell is blank: a blank is neither a figure nor a symbol")
    raise NotAFigure(f"'{plain[:40]}' is neither a number nor one of the symbols c, x, z, k, low and u")


DASH = Cell(None, "not-available", "LAIT prints a dash and does not say why")


def read_float_text(text: str, places: int | None) -> Cell:
    """A value that passed through binary floating point and became text: '556.79999999999995' is 556.8.

    `places` is LAIT's own number of decimal places for the measure; without it the shortest number that is
    the same in binary is taken, to four places at most. A dash is not available. Raises NotAFigure.
    """
    plain = text.strip()
    if plain in ("-", ""):
        return DASH
    cell = read_cell(plain)
    if cell.number is None:
        return cell
    number = Decimal(repr(float(cell.number))) if cell.decimals > 8 else cell.number
    number = rounded(number, 4 if places is None else places)
    return Cell(number, cell.status, cell.reason, max(0, -int(number.as_tuple().exponent)))


def rounded(number: Decimal, places: int) -> Decimal:
    """Half away from zero, as all display rounds, and without noughts at the end that say nothing."""
    from decimal import ROUND_HALF_UP

    whole = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = format(whole, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)
