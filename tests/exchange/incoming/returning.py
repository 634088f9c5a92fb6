"""A small board whose social care owes figures of every sort, and a person who fills workbooks in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from tests.folders import written
from tests.small_board import SMALL, indicator

from lif.calendars import quarter
from lif.exchange.incoming.outcome import Incoming, Told, judged
from lif.exchange.incoming.recognising import recognised
from lif.exchange.workbooks.layout import Origin
from lif.exchange.workbooks.making import made
from lif.exchange.workbooks.return_book import return_book
from lif.views.returns_asked import asked_for
from lif.workspace import Workspace

AS_AT = date(2025, 7, 10)
QUARTER = quarter(2025, 1)


def _series(id_: str, kind: str, *lines: str) -> str:
    told = (
        f"  - id: {id_}",
        f"    period_kind: {kind}",
        "    series: returns",
        *(f"    {one}" for one in lines),
    )
    return "\n".join(told)


_QUARTERLY = _series("quarter", "quarter", "roll_up: sum")
_MONTHLY = _series("month", "month")
_YEARLY = _series("rolling", "rolling-year")
_FINISHED = _series("quarter", "quarter", "source_only: true")

BOARD: Mapping[str, str] = {
    **SMALL,
    "framework/indicators/waits.yaml": indicator("waits", measures=_QUARTERLY),
    "framework/indicators/visits.yaml": indicator("visits", measures=_QUARTERLY),
    "framework/indicators/contacts.yaml": indicator("contacts", unit="count", measures=_MONTHLY),
    "framework/indicators/plans.yaml": indicator(
        "plans", "rate_population: children", unit="rate", measures=_YEARLY
    ),
    "framework/indicators/published.yaml": indicator("published", measures=_FINISHED),
    "framework/return-schedules/returns-social-care.yaml": """
        id: returns-social-care
        agency: social-care
        every: quarter
        due_days_after: 30
        since: 2024-25-Q4
        measures: [waits/quarter, visits/quarter, contacts/month, plans/rolling, published/quarter]
        contact: head-of-care
    """,
    "data/returns/social-care-2024-25-q4.yaml": """
        # Kept as the first was.
        id: social-care-2024-25-q4
        agency: social-care
        period: 2024-25-Q4
        due: 2025-04-30
        received: 2025-04-22
        supplied_by: head-of-care
        values:
          - id: waits
            measure: waits/quarter
            numerator: 84
            denominator: 431 # checked
          - id: waits-young
            measure: waits/quarter
            breakdown: age = 0 to 4
            numerator: 20
            denominator: 101
          - id: visits
            measure: visits/quarter
            status: awaited
            reason: The system changed.
          - id: contacts-1
            measure: contacts/month
            period: 2025-01
            numerator: 10
          - id: contacts-2
            measure: contacts/month
            period: 2025-02
            numerator: 12
          - id: contacts-3
            measure: contacts/month
            period: 2025-03
            numerator: 0
          - id: plans
            measure: plans/rolling
            period: year-to-2025-03-31
            numerator: 55
            denominator: 20000
          - id: published
            measure: published/quarter
            value: 61.5
        asked:
          - indicator: waits
            role: head-of-care
            on: 2025-05-02
    """,
}

Cells = Mapping[str, Mapping[str, object]]


def board(folder: Path, **more: str) -> Path:
    """The folder of the board."""
    return written(folder, {**BOARD, **more})


def workbook(folder: Path, at: date = AS_AT, of: Any = QUARTER, name: str = "out.xlsx") -> Path:
    """What goes out to social care for a quarter, on a day."""
    register = Workspace.load(folder, at, checks=()).register
    (asking,) = asked_for(register, at, of, "social-care")
    origin = Origin("hill", "Hill Safeguarding Children Partnership", at, "0.1.0", "", "the Business manager")
    path = folder.parent / name
    path.write_bytes(made(return_book(asking, origin)))
    return path


def place(page: Any) -> tuple[int, dict[str, int]]:
    """The row of the heads, and the column of each."""
    head = next(row for row in range(1, 30) if page.cell(row, 1).value == "Line")
    return head, {
        str(page.cell(head, column).value).removesuffix(" (fill in)"): column
        for column in range(1, page.max_column + 1)
    }


def filled_in(path: Path, cells: Cells, sheet: str = "Figures") -> Path:
    """The workbook as somebody fills it in: rows by the beginning of their name, cells by their head.

    A name such as `Contacts/2` is the second row that begins so.
    """
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    head, columns = place(page)
    for told, given in cells.items():
        name, _, number = told.partition("/")
        rows = [row for row in range(head + 1, page.max_row + 1) if _begins(page.cell(row, 2).value, name)]
        for column, value in given.items():
            page.cell(rows[int(number or 1) - 1], columns[column]).value = value
    book.save(path)
    return path


def _begins(value: Any, name: str) -> bool:
    return str(value or "").startswith(name)


def altered(path: Path, how: Callable[[Any], None]) -> Path:
    """The workbook after something was done to its first sheet that nobody should do."""
    book = openpyxl.load_workbook(path)
    how(book["Figures"])
    book.save(path)
    return path


def taken(folder: Path, path: Path, at: date = AS_AT, reason: str = "") -> Incoming:
    """What the workbook would change, judged."""
    workspace = Workspace.load(folder, at)
    return judged(recognised(workspace, path, Told(at, reason)))


def written_in(folder: Path, path: Path, at: date = AS_AT, reason: str = "") -> Incoming:
    """The same, written; nothing may be wrong with it."""
    found = taken(folder, path, at, reason)
    assert found.problems == (), list(map(str, found.problems))
    assert found.alterations is not None
    found.alterations.write()
    return found


def said(found: Incoming) -> dict[str, str]:
    """The problems by their address."""
    return {one.address.rpartition("!")[2]: one.words for one in found.problems}
