"""`lif export returns` and `lif import FILE`, as somebody types them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.cli.board import Lif
from tests.exchange.incoming.returning import board, filled_in

AT = "--as-at 2025-07-10"
OUT = "returns-social-care-2025-26-q1.xlsx"


@pytest.fixture
def hill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = board(tmp_path / "hill")
    monkeypatch.chdir(folder)
    return folder


def test_a_quarter_goes_out_and_comes_back(lif: Lif, hill: Path) -> None:
    ran = lif(f"export returns --agency social-care --quarter 2025-26-Q1 {AT}")
    assert (ran.code, ran.out) == (0, f"{OUT}\n"), ran.err
    assert lif(f"import {OUT} {AT}").out == (
        f"{OUT}: return of figures, Social care, Quarter 1 2025/26 (April to June 2025)\n"
    )
    filled_in(hill / OUT, {"Waits": {"Numerator": 3, "Denominator": 40}})
    dry = lif(f"import {OUT} --dry-run {AT}")
    assert dry.code == 0
    assert "Figures!F6  Waits, Q1 25/26: nothing yet -> 3 of 40 (7.5%)" in dry.out
    assert "nothing was written: a dry run" in dry.err
    assert not (hill / "data/returns/social-care-2025-26-q1.yaml").exists()
    unasked = lif(f"import {OUT} {AT}")
    assert unasked.code == 2
    assert "say --yes to write it" in unasked.err
    done = lif(f"import {OUT} --yes --received 2025-07-08 {AT}")
    assert done.code == 0
    assert done.out.endswith("data/returns/social-care-2025-26-q1.yaml\n")
    record = (hill / "data/returns/social-care-2025-26-q1.yaml").read_text(encoding="utf-8")
    assert "received: 2025-07-08\n" in record
    again = lif(f"import {OUT} --yes {AT}")
    assert (again.code, "nothing to change" in again.err) == (0, True)


def test_a_wrong_workbook_does_not_hold_up_a_right_one(lif: Lif, hill: Path) -> None:
    lif(f"export returns --agency social-care --quarter 2025-26-Q1 {AT}")
    shutil.copy(OUT, "wrong.xlsx")
    filled_in(hill / "wrong.xlsx", {"Waits": {"Numerator": 50, "Denominator": 40}})
    filled_in(hill / OUT, {"Visits": {"Numerator": 50, "Denominator": 60}})
    (hill / "letter.xlsx").write_text("Dear all")
    ran = lif(f"import letter.xlsx wrong.xlsx {OUT} --yes {AT}")
    assert ran.code == 1
    assert "letter.xlsx: it is no workbook" in ran.err
    assert "wrong.xlsx: Figures!F6: 50 of 40 is more than the whole" in ran.err
    assert "wrong.xlsx: nothing of it was written: one cell or line is to be put right" in ran.err
    assert ran.out.endswith("data/returns/social-care-2025-26-q1.yaml\n")


def test_what_cannot_be_is_said_before_anything_is_read(lif: Lif, hill: Path) -> None:
    assert lif(f"import nowhere.xlsx {AT}").code == 2
    assert "there is no such file" in lif(f"import nowhere.xlsx {AT}").err
    lif(f"export returns --agency social-care --quarter 2025-26-Q1 {AT}")
    for day, words in (("2025-7-8", "write a date as in"), ("2025-07-20", "that day is to come")):
        ran = lif(f"import {OUT} --received {day} {AT}")
        assert (ran.code, words in ran.err) == (2, True)


def test_a_workbook_of_another_board_is_refused(lif: Lif, hill: Path) -> None:
    lif(f"export returns --agency social-care --quarter 2025-26-Q1 {AT}")
    text = (hill / "framework/boards/hill.yaml").read_text(encoding="utf-8")
    (hill / "framework/boards/dale.yaml").write_text(
        text.replace("id: hill", "id: dale").replace("Hill", "Dale")
    )
    settings = (hill / "lif.yaml").read_text(encoding="utf-8")
    (hill / "lif.yaml").write_text(settings.replace("board: hill", "board: dale"))
    ran = lif(f"import {OUT} {AT}")
    assert (ran.code, ran.err) == (
        1,
        f"{OUT}: it belongs to another board, 'hill', and this is the workspace of Dale\n",
    )


def test_every_agency_gets_its_own_and_a_filled_one_is_not_written_over(lif: Lif, hill: Path) -> None:
    ran = lif(f"export returns --quarter 2025-26-Q1 --out to-send {AT}")
    assert (ran.code, ran.out) == (0, f"to-send/{OUT}\n")
    assert lif(f"export returns --quarter 2025-26-Q1 --out to-send {AT}").code == 0
    filled_in(hill / "to-send" / OUT, {"Waits": {"Numerator": 3, "Denominator": 40}})
    ran = lif(f"export returns --quarter 2025-26-Q1 --out to-send {AT}")
    assert (ran.code, "may have been filled in" in ran.err) == (2, True)
    one = lif(f"export returns --agency social-care --quarter 2025-26-Q1 --out care.xlsx {AT}")
    assert one.out == "care.xlsx\n"


def test_an_agency_that_owes_nothing_is_told_so(lif: Lif, hill: Path) -> None:
    ran = lif(f"export returns --agency police --quarter 2025-26-Q1 {AT}")
    assert ran.code == 2
    assert "no schedule of returns asks 'police' for anything in Quarter 1 2025/26" in ran.err


def test_a_pattern_is_looked_for_where_no_shell_does_and_excels_marks_are_passed_over(
    lif: Lif, hill: Path
) -> None:
    lif(f"export returns --agency social-care --quarter 2025-26-Q1 {AT}")
    (hill / f"~${OUT}").write_bytes(b"\x05who")
    ran = lif(f"import '*.xlsx' {AT}")
    assert (ran.code, ran.out.count("return of figures")) == (0, 1)
    assert "passed over" in ran.err
    (hill / "folder.xlsx").mkdir()
    assert (
        lif(f"import folder.xlsx {AT}").code,
        "it is not a file" in lif(f"import folder.xlsx {AT}").err,
    ) == (
        2,
        True,
    )


def test_a_day_before_the_quarter_ended_is_wondered_at(lif: Lif, hill: Path) -> None:
    lif(f"export returns --agency social-care --quarter 2025-26-Q1 {AT}")
    filled_in(hill / OUT, {"Visits": {"Numerator": 50, "Denominator": 60}})
    ran = lif(f"import {OUT} --dry-run --received 2025-05-01 {AT}")
    assert "before Quarter 1 2025/26 (April to June 2025) had ended" in ran.err
