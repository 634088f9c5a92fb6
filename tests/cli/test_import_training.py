"""`lif export training` and `lif import`: counts of places, evaluation and currency, never a row a person."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from tests.cli.board import Lif
from tests.exchange.incoming.returning import filled_in
from tests.exchange.workbooks.sample import by_libreoffice
from tests.folders import written

AT = "--as-at 2025-06-30"
BOOK = "training-police-2025-26-q1.xlsx"
SESSION, COURSE = "data/training-sessions/session-neglect-2025-05-06.yaml", "data/courses/course-neglect.yaml"
RECORDS = {
    COURSE: """
        id: course-neglect
        title: Seeing neglect
        sort: multi-agency
        group: learning-group
    """,
    SESSION: """
        id: session-neglect-2025-05-06
        course: course-neglect
        on: 2025-05-06
        capacity: 20
        places:
          - agency: social-care # the host
            booked: 6
            attended: 6
          - agency: police
            booked: 5
    """,
    "data/training-currency/training-currency-police-2024-12.yaml": """
        id: training-currency-police-2024-12
        agency: police
        on: 2024-12-31
        level: Level 2
        required: 40
        in_date: 30
    """,
}


@pytest.fixture
def book(lif: Lif, board: Path) -> Path:
    written(board, RECORDS)
    ran = lif(f"export training --agency police --quarter 2025-26-Q1 {AT}")
    assert (ran.code, ran.out) == (0, f"{BOOK}\n"), ran.err
    return board / BOOK


def test_places_trainers_evaluation_and_currency_come_in(lif: Lif, board: Path, book: Path) -> None:
    counts = {"Booked": 6, "Came": 4, "Did not come": 1, "Gave it up late": 1, "Came unbooked": 2}
    filled_in(book, {"Seeing neglect": {**counts, "Trainers from you": 1}}, "Sessions")
    filled_in(book, {"Seeing neglect/1": {"Asked": 6, "Answered": 4, "Said yes": 3}}, "Evaluation")
    filled_in(
        book,
        {"Level 2": {"Staff who need it": 42, "Of those in date": 35, "Day of the count": "30/05/2025"}},
        "In date",
    )
    dry = lif(f"import {BOOK} --dry-run {AT}")
    assert "Seeing neglect, 6 May 2025: 5 booked, 0 came" in dry.out
    assert "Seeing neglect, reaction: nothing yet -> 3 of 4 said yes, 6 were asked" in dry.out
    assert "in date: Level 2: 30 of 40 on 2024-12-31 -> 35 of 42 on 2025-05-30" in dry.out
    ran = lif(f"import {BOOK} --yes {AT}")
    assert ran.code == 0, ran.err
    text = (board / SESSION).read_text(encoding="utf-8")
    assert "  - agency: social-care # the host\n    booked: 6\n    attended: 6\n" in text
    counted = "    booked: 6\n    attended: 4\n    no_shows: 1\n    cancelled: 1\n    walk_ins: 2\n"
    assert f"  - agency: police\n{counted}" in text
    assert "trainers:\n  - agency: police\n    number: 1\n" in text
    course = (board / COURSE).read_text(encoding="utf-8")
    assert "    asked: 6\n    answered: 4\n    positive: 3\n" in course
    assert (board / "data/training-currency/training-currency-police-2025-05-30.yaml").is_file()
    assert lif(f"validate --quiet {AT}").code == 0
    again = lif(f"import {BOOK} --yes {AT}")
    assert (again.code, "nothing to change" in again.err) == (0, True), again.out


@pytest.mark.parametrize(
    ("sheet", "cells", "said"),
    [
        ("Sessions", {"Booked": 3, "Came": 4}, "more came, stayed away or gave up than were booked (3)"),
        ("Sessions", {"Came": "four or so"}, "Sessions!"),
        ("Sessions", {"Came": 1.5}, "is not a whole number"),
        ("Evaluation", {"Said yes": 4}, "say how many were asked"),
        ("Evaluation", {"Asked": 4, "Answered": 5}, "more answered than were asked"),
    ],
)
def test_what_cannot_be_is_named_at_its_cell(
    lif: Lif, board: Path, book: Path, sheet: str, cells: dict[str, object], said: str
) -> None:
    before = {path: path.read_bytes() for path in (board / "data").rglob("*.yaml")}
    filled_in(book, {"Seeing neglect": cells}, sheet)
    ran = lif(f"import {BOOK} --yes {AT}")
    assert (ran.code, said in ran.err) == (1, True), ran.err
    assert {path: path.read_bytes() for path in (board / "data").rglob("*.yaml")} == before


def test_a_list_of_who_came_is_refused_and_nobody_is_named(lif: Lif, board: Path, book: Path) -> None:
    workbook = openpyxl.load_workbook(book)
    page = workbook.create_sheet("Attendance")
    page.append(["First name", "Surname", "Post", "Attended"])
    for first, last in (("Amara", "Okafor"), ("Tom", "Reilly"), ("Priya", "Nair"), ("Dan", "Whitlock")):
        page.append([first, last, "officer", "yes"])
    workbook.save(book)
    ran = lif(f"import {BOOK} --yes {AT}")
    assert ran.code == 1
    assert "Attendance" in ran.err
    assert not any(name in ran.err + ran.out for name in ("Amara", "Okafor", "Reilly", "Nair", "Whitlock"))


def test_a_quarter_without_sessions_has_no_workbook(lif: Lif, board: Path) -> None:
    written(board, RECORDS)
    ran = lif(f"export training --agency police --quarter 2024-25-Q1 {AT}")
    assert (ran.code, ran.out) == (0, "")
    assert "nothing is owed of training in Quarter 1 2024/25" in ran.err


def _counted(book: Path) -> None:
    filled_in(book, {"Seeing neglect": {"Booked": 6, "Came": 6}}, "Sessions")


def test_a_session_of_which_nobody_has_told_is_asked_of_those_who_take_part(lif: Lif, board: Path) -> None:
    written(board, RECORDS)
    later = board / "data/training-sessions/session-neglect-2025-06-03.yaml"
    text = "id: session-neglect-2025-06-03\ncourse: course-neglect\non: 2025-06-03\ncapacity: 20\n"
    later.write_text(text, encoding="utf-8")
    ran = lif(f"export training --quarter 2025-26-Q1 {AT}")
    assert ran.out == f"{BOOK}\ntraining-social-care-2025-26-q1.xlsx\n"
    later.unlink()
    (board / BOOK).unlink()
    ran = lif(f"export training --quarter 2025-26-Q1 {AT}")
    assert ran.out == f"{BOOK}\n"  # social care has told of all its places


def test_a_place_that_nobody_told_of_is_no_nought(book: Path) -> None:
    page = openpyxl.load_workbook(book)["Sessions"]
    (row,) = [row for row in page.iter_rows(values_only=True) if "Seeing neglect" in row]
    assert row[4:6] == (5, None)


def test_a_session_called_off_meanwhile_is_left_out(lif: Lif, board: Path, book: Path) -> None:
    _counted(book)
    path = board / SESSION
    text = path.read_text(encoding="utf-8").replace("    attended: 6\n", "")
    text += "cancelled_on: 2025-05-05\ncancelled_reason: |\n  Snow.\n"
    path.write_text(text, encoding="utf-8")
    ran = lif(f"import {BOOK} --yes {AT}")
    assert (ran.code, "called off on 5 May 2025: the row is left out" in ran.err) == (0, True), ran.err
    assert path.read_text(encoding="utf-8") == text


def test_a_session_that_was_moved_is_asked_about_again(lif: Lif, board: Path, book: Path) -> None:
    _counted(book)
    path = board / SESSION
    path.write_text(
        path.read_text(encoding="utf-8").replace("on: 2025-05-06", "on: 2025-05-07"), encoding="utf-8"
    )
    ran = lif(f"import {BOOK} --yes {AT}")
    assert (ran.code, "is on 7 May 2025 in the records now" in ran.err) == (1, True), ran.err


def test_nobody_is_evaluated_twice(lif: Lif, board: Path, book: Path) -> None:
    filled_in(book, {"Seeing neglect/1": {"Asked": 6, "Answered": 4, "Said yes": 3}}, "Evaluation")
    path = board / COURSE
    text = path.read_text(encoding="utf-8") + (
        "evaluations:\n  - id: all\n    level: reaction\n    on: 2025-06-01\n    question: Was it good?\n"
        "    sessions: [session-neglect-2025-05-06]\n    asked: 11\n    answered: 9\n    positive: 8\n"
    )
    path.write_text(text, encoding="utf-8")
    ran = lif(f"import {BOOK} --yes {AT}")
    assert (ran.code, "or people would be counted twice" in ran.err) == (0, True), ran.err
    assert path.read_text(encoding="utf-8") == text
    lif(f"export training --agency police --quarter 2025-26-Q1 --out new.xlsx {AT}")
    page = openpyxl.load_workbook(board / "new.xlsx")["Evaluation"]
    levels = [row[2] for row in page.iter_rows(values_only=True) if row[1] == "Seeing neglect"]
    assert levels == ["learning", "behaviour", "results"]


def test_training_is_made_the_same_and_comes_back_from_libreoffice(
    lif: Lif, board: Path, book: Path, tmp_path: Path
) -> None:
    lif(f"export training --agency police --quarter 2025-26-Q1 --out again.xlsx {AT}")
    assert (board / "again.xlsx").read_bytes() == book.read_bytes()
    _counted(book)
    saved = by_libreoffice(book, tmp_path / "office")
    ran = lif(f"import {saved} --yes {AT}")
    assert ran.code == 0, ran.err
    assert "  - agency: police\n    booked: 6\n    attended: 6\n" in (board / SESSION).read_text("utf-8")
