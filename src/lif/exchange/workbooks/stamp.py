"""The stamp: a hidden sheet that says which workbook it is, and what stood in its rows when it went out.

It guards against mishaps, not against malice: rows that were sorted are found again, rows of another
workbook and locked cells that changed are noticed. It holds no key, and so proves nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from lif.diagnostics import unsealed
from lif.exchange.workbooks.layout import NOT_ASKED, CellValue, Identity, Row, Sheet, Workbook

SHEET = "lif"
"""The name of the hidden sheet."""

FIRST = "lif workbook"
PROPERTY = "lif-stamp"
FORM = "1"
_DIGEST = "digest"
_IDENTITY = ("what", "board", "agency", "quarter", "made_on", "version", "commit")
_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


class Tampered(Exception):  # noqa: N818 - named for what was found
    """There is a stamp, and it does not say what it said when it was made."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row as it went out: where, by which reference, which id, and fingerprints of what it held.

    `closed` are the columns to fill in that it had no use for, in the order of the sheet.
    """

    sheet: str
    ref: str
    id: str
    fixed: str
    filled: str
    meaning: str
    closed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which workbook it is, the titles of its sheets by key, the heads of their columns, and their rows."""

    identity: Identity
    titles: Mapping[str, str]
    heads: Mapping[str, Mapping[str, str]]
    lines: tuple[Line, ...]

    def lines_of(self, sheet: str) -> dict[str, Line]:
        """The rows of a sheet by their reference."""
        return {line.ref: line for line in self.lines if line.sheet == sheet}


def stamp_of(workbook: Workbook) -> Stamp:
    """The stamp of a workbook that is to be made."""
    lines = [
        Line(
            sheet.key,
            reference(workbook.identity, sheet.key, row.id, number),
            row.id,
            fingerprint(fixed_cells(sheet, row)),
            fingerprint(filled_cells(sheet, row)),
            fingerprint([row.meaning]),
            tuple(one.key for one in sheet.columns if one.key in row.closed),
        )
        for sheet in workbook.sheets
        for number, row in enumerate(sheet.rows, start=1)
    ]
    titles = {sheet.key: sheet.title for sheet in workbook.sheets}
    heads = {sheet.key: {one.key: one.head for one in sheet.columns} for sheet in workbook.sheets}
    return Stamp(workbook.identity, titles, heads, tuple(lines))


def reference(identity: Identity, sheet: str, row: str, number: int) -> str:
    """What stands in the row's first cell: its number, and letters that no other workbook has there."""
    told = "\n".join((identity.what, identity.board, identity.agency, identity.quarter, sheet, row))
    value = int.from_bytes(hashlib.sha256(told.encode()).digest()[:4], "big")
    letters = "".join(_LETTERS[value // len(_LETTERS) ** place % len(_LETTERS)] for place in range(3))
    return f"{number}-{letters}"


def fixed_cells(sheet: Sheet, row: Row) -> list[CellValue]:
    """What is told in a row, column by column."""
    return [
        NOT_ASKED if one.open else row.cells.get(one.key)
        for one in sheet.columns
        if not one.open or one.key in row.closed
    ]


def filled_cells(sheet: Sheet, row: Row) -> list[CellValue]:
    """What is filled in already in a row that goes out."""
    return [row.cells.get(one.key) for one in sheet.columns if one.open and one.key not in row.closed]


def fingerprint(cells: Iterable[CellValue]) -> str:
    """Told by the text of cells, the same after any program has saved them."""
    told = "\x1f".join(as_told(cell) for cell in cells)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def as_told(cell: CellValue | datetime) -> str:
    """A cell as text, however a program keeps its blanks, its line ends and its numbers."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, Decimal):
        cell = cell.normalize()
        return f"{cell:f}"
    return re.sub(r"\s+", " ", unsealed(str(cell))).strip()


def written(stamp: Stamp) -> list[list[str]]:
    """The rows of the hidden sheet."""
    rows = [[FIRST, FORM]]
    rows += [[name, str(getattr(stamp.identity, name))] for name in _IDENTITY]
    rows += [["sheet", key, title] for key, title in stamp.titles.items()]
    rows += [
        ["head", sheet, key, title] for sheet, heads in stamp.heads.items() for key, title in heads.items()
    ]
    for one in stamp.lines:
        closed = ",".join(one.closed)
        rows.append(["line", one.sheet, one.ref, one.id, one.fixed, one.filled, one.meaning, closed])
    return [*rows, [_DIGEST, digest(rows)]]


def digest(rows: Iterable[Sequence[str]]) -> str:
    """The fingerprint of the stamp itself; it stands in the sheet and in the file's properties."""
    told = "\n".join("\x1f".join(row).rstrip("\x1f") for row in rows)
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def as_stamped(rows: Sequence[Sequence[str]]) -> Stamp:
    """The stamp that the hidden sheet's rows hold. Raises Tampered."""
    trimmed = [_trimmed(row) for row in rows if any(row)]
    if not trimmed or trimmed[0] != [FIRST, FORM] or trimmed[-1][0] != _DIGEST:
        raise Tampered
    if trimmed[-1][1:] != [digest(trimmed[:-1])]:
        raise Tampered
    told = {row[0]: row[1] if len(row) > 1 else "" for row in trimmed if row[0] in _IDENTITY}
    heads: dict[str, dict[str, str]] = {}
    for row in trimmed:
        if row[0] == "head":
            heads.setdefault(row[1], {})[row[2]] = row[3]
    return Stamp(
        Identity(**{**told, "made_on": date.fromisoformat(told["made_on"])}),  # type: ignore[arg-type]
        {row[1]: row[2] for row in trimmed if row[0] == "sheet"},
        heads,
        tuple(_line(row[1:]) for row in trimmed if row[0] == "line"),
    )


def _line(told: Sequence[str]) -> Line:
    sheet, ref, id_, fixed, filled, meaning, *closed = told
    return Line(sheet, ref, id_, fixed, filled, meaning, tuple(closed[0].split(",")) if closed else ())


def _trimmed(row: Sequence[str]) -> list[str]:
    last = max(index for index, cell in enumerate(row) if cell)
    return list(row[: last + 1])
