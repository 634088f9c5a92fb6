"""A workbook of invented lines, which the tests of workbooks share; and another program that saves it."""

from __future__ import annotations

import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from lif.exchange.workbooks.filled import Filled, filled
from lif.exchange.workbooks.layout import Column, Identity, Passage, Row, Sheet, Workbook
from lif.exchange.workbooks.making import made
from lif.exchange.workbooks.opening import Opened, opened

COLUMNS = (
    Column("name", "Measure", 30, wraps=True),
    Column("number", "Numerator", 12, "number", note="What was counted."),
    Column("status", "Status", 16, "choice", ("final", "provisional", "not-available")),
    Column("day", "Day", 18, "date"),
    Column("reason", "Reason", 30, "text"),
)


def sheet(key: str = "figures", title: str = "Figures", rows: tuple[Row, ...] | None = None) -> Sheet:
    """A sheet of three lines."""
    lines = rows or (
        Row("a/quarter", {"name": "=Contacts\nto the front door", "number": Decimal("12.5")}),
        Row("b/quarter", {"name": "Referrals", "day": date(2025, 3, 1)}, meaning="of children"),
        Row("c/quarter", {"name": "Waits"}, closed=frozenset({"day"})),
    )
    return Sheet(key, title, ("Please fill in the yellow cells.",), COLUMNS, lines)


def workbook(*sheets: Sheet, agency: str = "police", quarter: str = "2025-26-Q2") -> Workbook:
    """The workbook of one agency and quarter."""
    identity = Identity("returns", "a-board", agency, quarter, date(2025, 10, 1), "0.1.0", "abc1234")
    explanation = (Passage("What to do", ("Fill in the yellow cells.", "Send it back.")),)
    return Workbook(identity, "Figures for Quarter 2", "A board", sheets or (sheet(),), explanation)


def saved(folder: Path, of: Workbook | None = None, name: str = "out.xlsx") -> Path:
    """The file as it goes out."""
    path = folder / name
    path.write_bytes(made(of or workbook()))
    return path


def read(path: Path) -> tuple[Opened, Filled]:
    """The file as it is read."""
    found = opened(path)
    return found, filled(found)


def values(found: Filled, key: str = "figures") -> dict[str, dict[str, Any]]:
    """What stands in the cells, row by row."""
    return {row.id: {column: cell.value for column, cell in row.cells.items()} for row in found.rows[key]}


def by_libreoffice(path: Path, profile: Path, form: str = "xlsx:Calc MS Excel 2007 XML") -> Path:
    """The file as LibreOffice saves it again."""
    out = path.parent / "libreoffice"
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", form]
    subprocess.run([*command, "--outdir", str(out), str(path)], check=True, capture_output=True, timeout=180)
    return out / (path.stem + "." + form.partition(":")[0])
