"""Workbooks in a board's own words: what is read is told in them, what comes back is known all the same."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from tests.cli.board import Lif
from tests.cli.test_import_section11 import RECORDS as WINDOWS
from tests.cli.test_import_training import RECORDS as SESSIONS
from tests.exchange.incoming.returning import filled_in
from tests.folders import written

from lif.diagnostics import SEAL

AT = "--as-at 2025-06-30"
WORDS = """
vocabulary:
  board: council of partners
  partnership: alliance
  agency: member
  action: undertaking
  audit: look
  review: inquiry
"""


@pytest.fixture
def told(board: Path) -> Path:
    """The small board, with words of its own, and records that say the words of lif."""
    settings = board / "lif.yaml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}{WORDS}", encoding="utf-8")
    written(board, WINDOWS | SESSIONS)
    return board


def words_of(path: Path) -> str:
    """Every text of a workbook, also of notes beside cells, but not of the hidden sheet."""
    book = openpyxl.load_workbook(path)
    told = [book.properties.title or "", book.properties.creator or ""]
    for page in book.worksheets:
        if page.title != "lif":
            told += [page.title, *(str(cell.value) for row in page.iter_rows() for cell in row if cell.value)]
            told += [f"{one.promptTitle} {one.prompt}" for one in page.data_validations.dataValidation]
    return "\n".join(told)


def test_an_answer_about_an_action_goes_out_and_comes_back(lif: Lif, told: Path) -> None:
    path = told / "data" / "actions" / "act-2024-interviews.yaml"
    record = path.read_text("utf-8").replace("title: Interviews", "title: The review of interviews", 1)
    path.write_text(record, "utf-8")
    ran = lif(f"export actions --agency police {AT}")
    assert ran.code == 0, ran.err
    said = words_of(told / "actions-police.xlsx")
    assert "Undertaking, and what it answers" in said
    assert "the sheet 'Undertakings'" in said
    assert "your member reports it complete" in said
    assert "The review of interviews" in said
    assert "a look" in said.lower()
    assert SEAL not in said
    note = {"How far it is": "The rota runs.", "What shows it, and where": "On file."}
    filled_in(
        told / "actions-police.xlsx",
        {"The review": {**note, "What sort of evidence": "an audit"}},
        "Undertakings",
    )
    came = lif(f"import actions-police.xlsx --yes --received 2025-06-20 {AT}")
    assert came.code == 0, came.out + came.err
    assert "The rota runs." in path.read_text("utf-8")


def test_what_is_chosen_from_a_list_keeps_the_words_that_come_back(lif: Lif, told: Path) -> None:
    assert lif(f"export actions --agency police {AT}").code == 0
    page = openpyxl.load_workbook(told / "actions-police.xlsx")["Undertakings"]
    lists = [one.formula1 for one in page.data_validations.dataValidation if one.type == "list"]
    assert any("an audit" in str(one) for one in lists)


def test_a_self_assessment_goes_out_and_comes_back(lif: Lif, told: Path) -> None:
    standard = told / "framework" / "section11" / "standard-workforce.yaml"
    text = standard.read_text("utf-8").replace("Are staff trained?", "Does each agency review its training?")
    standard.write_text(text, "utf-8")
    assert lif(f"export section11 --agency police {AT}").code == 0
    said = words_of(told / "section11-police.xlsx")
    assert "A document, a look, a record" in said
    assert "the alliance's group moderates it afterwards" in said
    assert "Does each agency review its training?" in said
    assert SEAL not in said
    answer = {"Your score": "fully met", "What shows it": "Our list", "From which day": "31/05/2025"}
    row = "Staff\nDoes each agency review its training?"
    filled_in(told / "section11-police.xlsx", {row: answer}, "Answers")
    came = lif(f"import section11-police.xlsx --yes {AT}")
    assert came.code == 0, came.out + came.err
    record = (told / "data" / "section11-returns" / "section-11-police-2025.yaml").read_text("utf-8")
    assert "self_score: fully-met" in record


def test_counts_of_training_go_out_and_come_back(lif: Lif, told: Path) -> None:
    assert lif(f"export training --agency police --quarter 2025-26-Q1 {AT}").code == 0
    path = told / "training-police-2025-26-q1.xlsx"
    said = words_of(path)
    assert "how many people of your member came to training" in said
    assert "How many your member supplied." in said
    assert "the alliance has counted already" in said
    filled_in(path, {"Seeing neglect": {"Booked": 6, "Came": 6, "Did not come": 0}}, "Sessions")
    came = lif(f"import {path.name} --yes {AT}")
    assert came.code == 0, came.out + came.err


def test_a_workbook_made_before_a_word_changed_still_comes_in(lif: Lif, told: Path) -> None:
    assert lif(f"export actions --agency police {AT}").code == 0
    settings = told / "lif.yaml"
    settings.write_text(settings.read_text("utf-8").replace("undertaking", "promise"), "utf-8")
    filled_in(told / "actions-police.xlsx", {"Interviews": {"How far it is": "Nearly."}}, "Undertakings")
    came = lif(f"import actions-police.xlsx --yes --received 2025-06-20 {AT}")
    assert came.code == 0, came.out + came.err


def test_a_word_too_long_for_the_tab_of_a_sheet_stands_everywhere_else(lif: Lif, told: Path) -> None:
    settings = told / "lif.yaml"
    long = "thing that somebody said they would do"
    settings.write_text(settings.read_text("utf-8").replace("undertaking", long), "utf-8")
    assert lif(f"export actions --agency police {AT}").code == 0
    assert "Actions" in openpyxl.load_workbook(told / "actions-police.xlsx").sheetnames
    assert f"{long}, and what it answers" in words_of(told / "actions-police.xlsx").lower()


COURSE = """
    id: course-cells
    title: Children in cells
    sort: single-agency
    group: learning-group
"""


def test_who_came_to_what_one_agency_teaches_its_own_is_asked_of_that_one(lif: Lif, told: Path) -> None:
    held = "id: session-cells-2025-05-20\ncourse: course-cells\non: 2025-05-20\ncapacity: 9\n"
    written(
        told,
        {
            "data/courses/course-cells.yaml": COURSE,
            "data/training-sessions/session-cells-2025-05-20.yaml": f"{held}places:\n"
            "  - agency: police\n    booked: 5\n",
        },
    )
    ran = lif(f"export training --quarter 2025-26-Q1 {AT}")
    assert ran.out == "training-police-2025-26-q1.xlsx\n"  # the hosts have told all of theirs
    assert "Children in cells" in words_of(told / "training-police-2025-26-q1.xlsx")
    assert lif(f"export training --agency social-care --quarter 2025-26-Q1 {AT}").code == 0
    assert "Children in cells" not in words_of(told / "training-social-care-2025-26-q1.xlsx")
