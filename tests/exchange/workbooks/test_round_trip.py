"""Workbooks go out and come back: the same bytes, the same cells, whoever saved them in between."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from tests.exchange.workbooks.sample import by_libreoffice, read, saved, sheet, values, workbook

from lif.exchange.workbooks.layout import NOT_ASKED, CellValue, Row
from lif.exchange.workbooks.making import EXPLAINING, made

Saver = Callable[[Path], Path]


def as_it_is(path: Path) -> Path:
    return path


def by_openpyxl(path: Path) -> Path:
    openpyxl.load_workbook(path).save(path.with_name("openpyxl.xlsx"))
    return path.with_name("openpyxl.xlsx")


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("libreoffice")


@pytest.fixture(params=["as it is", "openpyxl", "LibreOffice"])
def saver(request: pytest.FixtureRequest, profile: Path) -> Saver:
    if request.param == "LibreOffice":
        return lambda path: by_libreoffice(path, profile)
    return as_it_is if request.param == "as it is" else by_openpyxl


def test_the_same_input_gives_the_same_bytes() -> None:
    assert made(workbook()) == made(workbook())


def test_what_went_out_comes_back(tmp_path: Path, saver: Saver) -> None:
    book = workbook(sheet(), sheet("stories", "Stories"))
    opened, filled = read(saver(saved(tmp_path, book)))
    assert opened.stamp is not None
    assert opened.stamp.identity == book.identity
    assert filled.problems == ()
    assert filled.others == ()
    assert values(filled) == values(filled, "stories")
    assert values(filled) == {
        "a/quarter": {
            "name": "=Contacts\nto the front door",
            "number": Decimal("12.5"),
            "status": None,
            "day": None,
            "reason": None,
        },
        "b/quarter": {
            "name": "Referrals",
            "number": None,
            "status": None,
            "day": date(2025, 3, 1),
            "reason": None,
        },
        "c/quarter": {"name": "Waits", "number": None, "status": None, "day": NOT_ASKED, "reason": None},
    }
    assert [row.changed for row in filled.rows["figures"]] == [False, False, False]


def test_what_is_filled_in_comes_back_with_its_address(tmp_path: Path, saver: Saver) -> None:
    path = saved(tmp_path)
    book = openpyxl.load_workbook(path)
    page = book["Figures"]
    place = {page.cell(row, 2).value: row for row in range(1, 12)}
    row = place["Referrals"]
    page.cell(row, 3, 0)
    page.cell(row, 4, "final")
    page.cell(row, 6, "+ one more, see =A1")
    book.save(path)
    _, filled = read(saver(path))
    assert filled.problems == ()
    found = filled.row("figures", "b/quarter")
    assert found is not None
    assert found.changed
    assert found.cells["number"].value == 0
    assert found.cells["number"].address == f"Figures!C{row}"
    assert found.cells["reason"].value == "+ one more, see =A1"
    assert not any(cell.formula for cell in found.cells.values())


def test_no_text_becomes_a_formula_and_only_open_cells_are_open(tmp_path: Path) -> None:
    path = saved(tmp_path)
    with zipfile.ZipFile(path) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
    page = openpyxl.load_workbook(path)["Figures"]
    assert page.protection.sheet
    assert page.protection.password is None
    unlocked = {cell.coordinate for row in page for cell in row if not cell.protection.locked}
    assert len(unlocked) == 3 * 4 - 1
    assert page.freeze_panes == "C5"
    assert page.page_setup.orientation == "landscape"
    assert [one.title for one in openpyxl.load_workbook(path)][:2] == ["Figures", EXPLAINING]


NUMBERS = some.decimals(
    allow_nan=False, allow_infinity=False, places=4, min_value=-(10**10), max_value=10**10
)
VISIBLE = some.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"),
    include_characters=" ",
)
"""What a record can hold: reading refuses what cannot be seen, and spaces that are none."""
CELLS = some.one_of(
    some.none(),
    some.integers(0, 10**14),
    NUMBERS,
    some.dates(date(1990, 1, 1), date(2100, 1, 1)),
    some.text(VISIBLE, max_size=60),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(some.tuples(CELLS, CELLS), min_size=1, max_size=5))
def test_any_cells_come_back_as_they_went(tmp_path: Path, cells: list[tuple[CellValue, CellValue]]) -> None:
    rows = tuple(Row(f"r{n}", {"number": one, "reason": other}) for n, (one, other) in enumerate(cells))
    _, filled = read(saved(tmp_path, workbook(sheet(rows=rows))))
    assert filled.problems == ()
    for row, (one, other) in zip(filled.rows["figures"], cells, strict=True):
        assert not row.changed
        for column, sent in (("number", one), ("reason", other)):
            came = row.cells[column].value
            blank = isinstance(sent, str) and not sent.strip()
            assert came == (None if blank else sent), (column, sent)
