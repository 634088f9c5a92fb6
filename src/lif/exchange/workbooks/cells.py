"""A cell as it was read: what stands in it, and the address by which its reader finds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from lif.exchange.workbooks.scanning import letters

_UNSEEN = {0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None, 0xA0: " "}
"""What word processors leave in a text that is pasted, and nobody sees or means."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value (text, a number, a date; None is empty), its address, and whether it was computed there."""

    value: str | Decimal | date | None
    address: str
    formula: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it; blanks are nothing."""
        return self.value is None and not self.formula


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as it stands: every cell, row by row, from the first."""

    title: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing at all stands in it."""
        return all(cell.empty for row in self.rows for cell in row)


def address(title: str, row: int, column: int) -> str:
    """Where a cell stands, counted from 1: `Figures!E7`, `'My sheet'!E7`."""
    name = title if title.isalnum() else "'" + title.replace("'", "''") + "'"
    return f"{name}!{letters(column)}{row}"


def as_value(found: Any) -> str | Decimal | date | None:
    """A value of the library that reads: text that is blank is nothing, and numbers are exact decimals."""
    if isinstance(found, bool):
        return "TRUE" if found else "FALSE"
    if isinstance(found, datetime):
        return found.date()
    if isinstance(found, date):
        return found
    if isinstance(found, int | float):
        number = Decimal(repr(found))
        return Decimal(int(number)) if number == number.to_integral_value() else number
    if isinstance(found, time | timedelta):
        return str(found)
    text = (
        str(found).translate(_UNSEEN).replace("\r\n", "\n").replace("\r", "\n") if found is not None else ""
    )
    return text if text.strip() else None
