"""What a sheet's XML says beside its values: formulas, and how far its cells reach."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from lif.exchange.workbooks.package import CannotOpen

MOST_ROWS = 20_000
MOST_COLUMNS = 300
MOST_CELLS = 400_000
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(slots=True)
class Scanned:
    """The addresses of formulas, and the last row and column with anything in them."""

    formulas: set[str] = field(default_factory=set)
    rows: int = 0
    columns: int = 0


def scanned(parts: Mapping[str, bytes]) -> dict[str, Scanned]:
    """What is found in each sheet, by the name of its part. Raises CannotOpen for one out of all bounds."""
    found = {}
    for name, content in parts.items():
        if b"sheetData" in content or name.startswith("xl/worksheets/sheet"):  # wherever it says it stands
            found[name] = _Scanner().scan(content)
        elif b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise CannotOpen(_STRANGE)
    return found


_STRANGE = "it holds what no spreadsheet program writes: save it again with Excel or LibreOffice"


class _Scanner:
    """Reads one sheet from the beginning to the end, holding nothing of it but what is looked for."""

    def __init__(self) -> None:
        self.found = Scanned()
        self._row = 0
        self._column = 0
        self._cell = ""

    def scan(self, content: bytes) -> Scanned:
        """Raises CannotOpen for XML that cannot be read, or a sheet out of all bounds."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._begins
        parser.StartDoctypeDeclHandler = self._refused
        try:
            parser.Parse(content, True)
        except expat.ExpatError:
            raise CannotOpen("it is damaged: one of its sheets cannot be read") from None
        return self.found

    def _refused(self, *_: Any) -> None:
        raise CannotOpen(_STRANGE)

    def _begins(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdecimal() and len(number) < 8 else self._row + 1
            self._column = 0
        elif tag == "c":
            self._enters(attributes.get("r", ""))
        elif tag in ("v", "is"):
            self._holds()
        elif tag == "f":
            self._holds()
            self.found.formulas.add(self._cell)

    def _enters(self, place: str) -> None:
        match = _PLACE.fullmatch(place)
        if match:
            self._column = 0
            for letter in match[1]:
                self._column = self._column * 26 + ord(letter) - 64
            self._row = int(match[2])
        else:
            self._column += 1
        self._cell = f"{letters(self._column)}{self._row}"

    def _holds(self) -> None:
        found = self.found
        found.rows, found.columns = max(found.rows, self._row), max(found.columns, self._column)
        far = found.rows > MOST_ROWS or found.columns > MOST_COLUMNS
        if far or found.rows * found.columns > MOST_CELLS:
            raise CannotOpen(
                f"one of its sheets reaches to {self._cell}: more than {MOST_ROWS:,} rows, {MOST_COLUMNS} "
                f"columns or {MOST_CELLS:,} cells are not read; delete what stands so far out, and save it"
            )


def letters(column: int) -> str:
    """The letters of a column, counted from 1."""
    text = ""
    while column > 0:
        column, place = divmod(column - 1, 26)
        text = chr(65 + place) + text
    return text
