"""A quarter lived with this repository's board: nine workbooks out, two filled in badly, all put right.

The returns of the last quarter are taken away, asked for again in workbooks, filled in with what they held,
and read back: what stands in the records then must be what stood there before.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from ruamel.yaml import YAML
from tests.cli.board import Lif
from tests.exchange.incoming.returning import place
from tests.repositories import committed

from lif.exchange.workbooks.opening import opened

ROOT = Path(__file__).resolve().parents[2]
QUARTER = "2024-25-q4"
AT = "--as-at 2025-05-20"
BADLY, CHILDREN, NOTHING = "partnership-business-unit", "youth-justice-service", "navigo"
NUMBERS = ("numerator", "denominator", "value")
_OFFERED = {"not-available": "not available", "not-applicable": "not applicable", "low": "low, not nought"}


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="base").load(path.read_text(encoding="utf-8"))
    return found


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "board"
    for name in ("framework", "data", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "lif.yaml", folder)
    for path in (folder / "data/returns").glob(f"*-{QUARTER}.yaml"):
        path.unlink()
    committed(folder, {".gitignore": "build/\nout/\n.lif/\n"}, "2025-05-01")
    monkeypatch.chdir(folder)
    return folder


def before(agency: str) -> list[dict[str, str]]:
    """What the agency's return says in this repository."""
    return list(read(ROOT / f"data/returns/{agency}-{QUARTER}.yaml").get("values", []))


def fill_in(path: Path, values: list[dict[str, str]]) -> None:
    """Fills a workbook in as somebody would who has these figures before them."""
    found = opened(path)
    assert found.stamp is not None
    ids = {ref: line.id.split("|") for ref, line in found.stamp.lines_of("figures").items()}
    book = openpyxl.load_workbook(path)
    page = book["Figures"]
    head, columns = place(page)
    for row in range(head + 1, page.max_row + 1):
        _, measure, period, _, breakdown = ids[str(page.cell(row, 1).value)]
        for value in values:
            of = (value["measure"], value.get("period", period), value.get("breakdown", ""))
            if of == (measure, period, breakdown):
                _write(page, row, columns, value)
    book.save(path)


def _write(page: Any, row: int, columns: Mapping[str, int], value: Mapping[str, str]) -> None:
    for name, head in zip(NUMBERS, ("Numerator", "Denominator", "Figure"), strict=True):
        if name in value:
            number = float(value[name])
            page.cell(row, columns[head]).value = int(number) if number.is_integer() else number
    status = value.get("status", "final")
    if status != "final":
        page.cell(row, columns["Status"]).value = _OFFERED.get(status, status)
    if "reason" in value:
        page.cell(row, columns["Reason or comment"]).value = value["reason"]


def spoilt(path: Path) -> None:
    """Filled in badly: words for a number, more than the whole, a locked cell."""
    book = openpyxl.load_workbook(path)
    page = book["Figures"]
    head, columns = place(page)
    page.cell(head + 1, columns["Numerator"]).value = "about 30"
    page.cell(head + 2, columns["Numerator"]).value = 900
    page.cell(head + 3, columns["Measure"]).value = "Another measure"
    book.save(path)


def with_children(path: Path) -> None:
    """A sheet with one row a child, put in beside the others."""
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("List")
    sheet.append(["NHS number", "First name", "Surname", "DOB"])
    for line in (
        ["943 476 5919", "Kyle", "Ashby", "12/03/2012"],
        ["943 476 5870", "Ana", "Marlow", "02/09/2010"],
    ):
        sheet.append(line)
    book.save(path)


def test_a_quarter_from_the_asking_to_the_paper(lif: Lif, board: Path) -> None:
    out = board / "out"
    ran = lif(f"export returns --quarter {QUARTER.upper()} --out out {AT}")
    assert ran.code == 0, ran.err
    books = {
        path.stem.removeprefix("returns-").removesuffix(f"-{QUARTER}"): path for path in out.glob("*.xlsx")
    }
    assert len(books) == 9
    for agency, path in books.items():
        fill_in(path, before(agency))
    spoilt(books[BADLY])
    with_children(books[CHILDREN])

    ran = lif(f"import {' '.join(map(str, books.values()))} --yes --received 2025-05-19 {AT}")
    assert ran.code == 1
    for words in ('Figures!F7: "about 30" is not a number', "Figures!F8: 900 of", "a locked cell of line 3-"):
        assert words in ran.err
    assert "this is about single people, and lif takes in totals only" in ran.err
    assert not any(name in ran.out + ran.err for name in ("Kyle", "Ashby", "943 476", "12/03/2012"))
    written = {
        path.stem.removesuffix(f"-{QUARTER}") for path in (board / "data/returns").glob(f"*-{QUARTER}.yaml")
    }
    assert written == set(books) - {BADLY, CHILDREN, NOTHING}

    ran = lif(f"returns chase --quarter {QUARTER.upper()} --out build/chase {AT}")
    assert ran.code == 0, ran.err
    assert len(list((board / "build/chase").glob("*.eml"))) == 3

    for agency in (BADLY, CHILDREN):
        books[agency].unlink()
        lif(f"export returns --agency {agency} --quarter {QUARTER.upper()} --out out {AT}")
        fill_in(books[agency], before(agency))
        ran = lif(f"import {books[agency]} --yes {AT}")
        assert ran.code == 0, ran.err
        record = read(board / f"data/returns/{agency}-{QUARTER}.yaml")
        assert record["received"] == "2025-05-20"
        assert record["chases"][0]["answered_on"] == "2025-05-20"

    asked = lif(f"returns --quarter {QUARTER.upper()} --format csv {AT}").out.splitlines()
    assert sum("late by" in line for line in asked) == 1  # the one that sent nothing
    assert lif(f"validate --quiet {AT}").code == 0
    for agency in set(books) - {NOTHING}:
        told = {
            _key(one): _said(one) for one in read(board / f"data/returns/{agency}-{QUARTER}.yaml")["values"]
        }
        assert {_key(one): _said(one) for one in before(agency) if _key(one) in told} == told, agency
    assert lif(f"changes --since HEAD --sort returns --format csv {AT}").out.count("return received") == 8
    ran = lif(f"scorecard --quarter {QUARTER.upper()} --format md --out build {AT}")
    assert ran.code == 0, ran.err


def _key(value: Mapping[str, str]) -> tuple[str, str, str]:
    return value["measure"], value.get("period", ""), value.get("breakdown", "")


def _said(value: Mapping[str, str]) -> tuple[str | None, ...]:
    return (*(value.get(name) for name in NUMBERS), value.get("status", "final"))
