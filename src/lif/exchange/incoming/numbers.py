"""Counts, quantities and percentages from a cell: taken where they have one meaning, refused where two."""

from __future__ import annotations

import math
import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from lif.exchange.incoming.cells import PLAIN, Form, NoFigure, Problem, Raw, is_blank, not_a, plain, shown
from lif.records.figures import ValueStatus

LARGEST_COUNT = 999_999_999
LARGEST_QUANTITY = Decimal(999_999_999_999)
FIGURES_OF_A_SHEET = 15
"""Significant figures that spreadsheets keep; what comes after them is an artefact of binary arithmetic."""

Number = Decimal | NoFigure | Problem | None
"""A number, why there is none, why the cell is refused; None for a blank."""

_DIGITS = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_THREE_PLACES = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?P<mark>[, ])[0-9]{3}(?:(?P=mark)[0-9]{3})*(?:\.[0-9]+)?")
_WITH_A_COMMA = re.compile(r"-?[0-9]+,[0-9]+")
_LESS_THAN = re.compile(r"(?:<|less than|fewer than|under) ?([0-9]{1,3})", re.IGNORECASE)
_LOOKALIKES = re.compile(r"(?=.*[0-9])[0-9OoIlSB,. ]+")
_NOUGHTS = re.compile(r"-?0[0-9]+(?:\.[0-9]+)?")
_DASHES = re.compile("-+")

_SIGNS: dict[str, tuple[ValueStatus, str]] = {
    "c": ("suppressed", "hidden by the supplier to protect people (c)"),
    "suppressed": ("suppressed", "hidden by the supplier to protect people"),
    "x": ("not-available", "not available (x)"),
    ":": ("not-available", "not available (:)"),
    "..": ("not-available", "not available (..)"),
    "not available": ("not-available", "not available"),
    "z": ("not-applicable", "not applicable (z)"),
    "not applicable": ("not-applicable", "not applicable"),
    "low": ("low", "rounds to nought but is not nought (low)"),
    "k": ("low", "rounds to nought but is not nought (k)"),
    "awaited": ("awaited", ""),
}
_TWO_WAYS = {
    "n/a": '"not available" or "not applicable"',
    "na": '"not available" or "not applicable"',
    "n.a.": '"not available" or "not applicable"',
    "nil": "nought, or that nothing was sent",
    "none": "nought, or that nothing was sent",
    "*": "that a figure is hidden, or a footnote",
}
_OR_WHY = 'write 0, "not available", "not applicable" or "suppressed"'


def count_of(cell: Raw, form: Form = PLAIN) -> int | NoFigure | Problem | None:
    """A whole number of people, events or things, not negative."""
    number = _number(cell, form, "a whole number")
    if not isinstance(number, Decimal):
        return number
    if number != number.to_integral_value():
        return Problem(f"{number:f} is not a whole number, and this is a count: write how many there were")
    if number < 0:
        return Problem(f"{number:f} is negative: a count is 0 or more")
    if number > LARGEST_COUNT:
        return Problem(f"the number is out of range: {LARGEST_COUNT:,} is the most")
    return int(number)


def quantity_of(cell: Raw, form: Form = PLAIN) -> Number:
    """A number that need not be whole, such as days or full-time equivalents."""
    number = _number(cell, form, "a number")
    if not isinstance(number, Decimal):
        return number
    if number < 0 and not form.negative:
        return Problem(f"{number:f} is negative, and this figure cannot be")
    if abs(number) > LARGEST_QUANTITY:
        return Problem("the number is out of range: it has more than twelve digits before the point")
    return number


def percentage_of(cell: Raw, form: Form = PLAIN) -> Number:
    """A percentage: '12%', or 12 in a column of percentages; 0.12 may be a share of one, and is refused."""
    text = plain(cell) if isinstance(cell, str) else ""
    signed = text.endswith("%")
    number = quantity_of(text[:-1].strip() if signed else cell, form)
    if signed and (number is None or isinstance(number, NoFigure)):
        return Problem('a "%" stands without a number before it: write it as in 12%')
    if isinstance(number, Decimal) and not signed and 0 < abs(number) <= 1:
        return Problem(
            f"{number:f} can be read as {number:f}% or as {(number * 100).normalize():f}%: "
            "write it with its sign, as text"
        )
    return number


def _number(cell: Raw, form: Form, kind: str) -> Number:
    if is_blank(cell):
        return None
    if problem := not_a(kind, cell):
        return problem
    if isinstance(cell, date):
        return Problem(
            f"the cell holds a date, perhaps made of figures by the spreadsheet: format it as a number and "
            f"write {kind}"
        )
    if isinstance(cell, str):
        return _written(plain(cell), form, kind)
    return _rounded(cell, form) if isinstance(cell, (int, float, Decimal)) else Problem(f"write {kind}")


def _rounded(cell: float | Decimal, form: Form) -> Decimal | Problem:
    """A number of a sheet, to the figures that a sheet keeps and the places that a record keeps."""
    if isinstance(cell, float) and not math.isfinite(cell):
        return Problem("the cell holds no number that can be written down")
    number = Decimal(f"{cell:.{FIGURES_OF_A_SHEET}g}") if isinstance(cell, float) else Decimal(cell)
    return _trimmed(number, form.places)


def _trimmed(number: Decimal, places: int) -> Decimal:
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > places:
        number = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{number:f}"
    trimmed = Decimal(text.rstrip("0").rstrip(".") if "." in text else text)
    return trimmed if trimmed else Decimal(0)


def _written(text: str, form: Form, kind: str) -> Number:
    """A number that was written as text, a sign, or words."""
    lowered = text.lower()
    if status := form.statuses.get(lowered):
        return NoFigure(status, f"the supplier writes {shown(text)}" if any(map(str.isdigit, text)) else "")
    inner = lowered[1:-1].strip() if lowered[:1] + lowered[-1:] == "[]" else lowered
    if known := _SIGNS.get(inner):
        return NoFigure(*known)
    if lowered == "zero" or (form.nil_is_zero and lowered in ("nil", "none")):
        return Decimal(0)
    if small := _LESS_THAN.fullmatch(text):
        return NoFigure("suppressed", f"hidden by the supplier: fewer than {int(small[1])}")
    if meanings := _TWO_WAYS.get(inner):
        return Problem(f'"{inner}" can mean {meanings}: {_OR_WHY}')
    if _DASHES.fullmatch(text):
        return Problem(f"a dash is not a number, and can mean nought or that there is none: {_OR_WHY}")
    return _digits(text, form, kind)


def _digits(text: str, form: Form, kind: str) -> Decimal | Problem:
    if len(text) > 40:
        return Problem(f"the cell holds more than a number: write {kind}")
    if _THREE_PLACES.fullmatch(text):
        joined = text.replace(".", "")
        return Problem(
            f'{shown(text)} can be read as {joined} or as a decimal: write "{joined}" or "{text}0"'
        )
    grouped = _GROUPED.fullmatch(text)
    if grouped and (grouped["mark"] == " " or form.commas_group):
        text = text.replace(grouped["mark"], "")
    if _DIGITS.fullmatch(text):
        return _exact(text, form)
    return Problem(_how_to_write(text, kind))


def _exact(text: str, form: Form) -> Decimal | Problem:
    number = Decimal(text)
    if len(text.lstrip("-0.").replace(".", "")) > FIGURES_OF_A_SHEET and "." in text:
        return _rounded(float(number), form)  # binary arithmetic that became text: 0.30000000000000004
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > form.places and number != _trimmed(number, form.places):
        return Problem(f"the number has more than {form.places} decimal places: round it")
    return _trimmed(number, form.places)


def _how_to_write(text: str, kind: str) -> str:
    """What is wrong with a text that is no number, and what to write."""
    if _WITH_A_COMMA.fullmatch(text):
        point, none = text.replace(",", "."), text.replace(",", "")
        return f'{shown(text)} can be read as {none} or as a decimal: write "{none}" or "{point}"'
    if _NOUGHTS.fullmatch(text):
        return f'{shown(text)} begins with a nought: write "{text.lstrip("-").lstrip("0") or "0"}"'
    if text.endswith("%"):
        return f"{shown(text)} is a percentage: write {kind}"
    if re.search("[A-Za-z]", text) and _LOOKALIKES.fullmatch(text):
        return f"{shown(text)} holds a letter that looks like a figure: write {kind} in figures"
    if re.search("[0-9]", text):
        return (
            f"{shown(text)} is not a number: write {kind} and nothing else; what is estimated or provisional "
            "goes in the column for the status"
        )
    return f"this is no number in figures: write {kind}, or why there is none"
