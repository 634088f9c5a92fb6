"""`lif export section11` and `lif import`: it goes out, comes back in parts, and is complete."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from tests.cli.board import Lif
from tests.exchange.incoming.returning import filled_in
from tests.exchange.workbooks.sample import by_libreoffice
from tests.folders import written

AT = "--as-at 2025-06-30"
BOOK = "section11-police.xlsx"
OPEN = "data/section11-returns/section-11-police-2025.yaml"
RECORDS = {
    "framework/section11/standard-workforce.yaml": """
        id: standard-workforce
        title: Staff
        text: |
          Staff know what to do.
        questions:
          - id: training
            text: Are staff trained?
            answer: scored
          - id: culture
            text: How is learning shared?
            answer: narrative
          - id: policies
            text: Which policies are there?
            answer: list
    """,
    "data/section11-returns/section-11-police-2023.yaml": """
        id: section-11-police-2023
        agency: police
        cycle: "2023"
        group: learning-group
        opened: 2023-04-01
        due: 2023-06-01
        submitted: 2023-05-20
        moderated: 2023-06-20
        frozen: 2023-07-01
        answers:
          - id: training
            question: standard-workforce/training
            self_score: fully-met
            moderated_score: partly-met
            moderation_reason: |
              Half are in date.
            text: |
              All are booked.
            evidence_text: Learning record
            evidence_on: 2023-04-30
    """,
    OPEN: """
        id: section-11-police-2025
        agency: police
        cycle: "2025"
        group: learning-group
        opened: 2025-04-01
        due: 2025-07-31
    """,
}


@pytest.fixture
def book(lif: Lif, board: Path) -> Path:
    written(board, RECORDS)
    ran = lif(f"export section11 --agency police {AT}")
    assert (ran.code, ran.out) == (0, f"{BOOK}\n"), ran.err
    return board / BOOK


def answers(book: Path, **rows: dict[str, object]) -> Path:
    """Rows by what the question asks: training, culture, policies."""
    page = openpyxl.load_workbook(book)["Answers"]
    found = {str(page.cell(row, 2).value).partition("\n")[2]: page.cell(row, 2).value for row in range(1, 20)}
    asks = {
        "training": "Are staff trained?",
        "culture": "How is learning shared?",
        "policies": "Which policies are there?",
    }
    return filled_in(book, {str(found[asks[key]]): cells for key, cells in rows.items()}, "Answers")


def test_it_shows_the_last_answer_with_both_scores_and_the_age_of_evidence(book: Path) -> None:
    page = openpyxl.load_workbook(book)["Answers"]
    words = "\n".join(str(cell.value) for row in page.iter_rows() for cell in row if cell.value)
    for told in ("own score: fully met, moderated: partly met", "shown by: Learning record (30 April 2023)"):
        assert told in words


def test_part_of_it_is_kept_and_nothing_counts_as_submitted(lif: Lif, board: Path, book: Path) -> None:
    answers(
        book,
        training={
            "Your score": "partly met",
            "Your answer": "Six of ten.",
            "What shows it": "Record",
            "From which day": "30/05/2025",
        },
        policies={"Your list": "Missing children\nBruising; Self-harm"},
    )
    ran = lif(f"import {BOOK} --yes {AT}")
    assert ran.code == 0, ran.err
    text = (board / OPEN).read_text(encoding="utf-8")
    assert "    self_score: partly-met\n    text: |\n      Six of ten.\n    evidence_text: Record\n" in text
    assert "    evidence_on: 2025-05-30\n" in text
    assert "    entries:\n      - Missing children\n      - Bruising\n      - Self-harm\n" in text
    assert "submitted" not in text
    assert lif(f"validate --quiet {AT}").code == 0
    again = lif(f"import {BOOK} --yes {AT}")
    assert (again.code, "nothing to change" in again.err) == (0, True), again.out + again.err


def test_complete_means_every_question(lif: Lif, board: Path, book: Path) -> None:
    filled_in(book, {"Is it complete?": {"Answer": "yes"}}, "The return")
    ran = lif(f"import {BOOK} --yes {AT}")
    assert ran.code == 1
    assert "3 questions have no answer yet, the first is 'training'" in ran.err
    answers(
        book,
        training={"Still as last time?": "yes"},
        culture={"Your answer": "In team meetings."},
        policies={"Does it apply?": "no", "Your list": "We use the council's."},
    )
    filled_in(
        book, {"Which of your own": {"Answer": "The chief officers", "Day": "20/06/2025"}}, "The return"
    )
    filled_in(book, {"Staff survey: the day": {"Day": "01/06/2025", "Number": 200}}, "The return")
    filled_in(book, {"Staff survey: how many": {"Number": 80}}, "The return")
    answers(book, training={"Staff who said yes": 60, "Staff who answered": 78})
    filled_in(
        book,
        {"Conversation 1": {"Day": "02/06/2025", "How many took part": 8, "What was said": "They know."}},
        "Conversations",
    )
    ran = lif(f"import {BOOK} --yes {AT}")
    assert ran.code == 0, ran.err
    text = (board / OPEN).read_text(encoding="utf-8")
    for told in (
        "submitted: 2025-06-30\n",
        "    carried_forward: section-11-police-2023/training\n    still_true_on: 2025-06-30\n",
        "    self_score: partly-met\n",
        "    not_applicable: true\n",
        "own_approval: The chief officers\nown_approval_on: 2025-06-20\n",
        "survey:\n  on: 2025-06-01\n  asked: 200\n  answered: 80\n",
        "      said_yes: 60\n      of: 78\n",
        "focus_groups:\n  - on: 2025-06-02\n    people: 8\n",
    ):
        assert told in text, text
    assert lif(f"validate --quiet {AT}").code == 0


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"Your score": "mostly"}, "the cell holds none of the choices"),
        ({"What shows it": "A record"}, "say from which day the evidence dates"),
        ({"Does it apply?": "no"}, "say in 'Your answer' why it does not apply"),
        ({"Staff who said yes": 9}, "write both"),
        ({"Staff who said yes": 9, "Staff who answered": 5}, "say the day it closed"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_named(
    lif: Lif, board: Path, book: Path, cells: dict[str, object], said: str
) -> None:
    before = (board / OPEN).read_bytes()
    answers(book, training=cells)
    ran = lif(f"import {BOOK} --yes {AT}")
    assert (ran.code, said in ran.err) == (1, True), ran.err
    assert (board / OPEN).read_bytes() == before


def test_a_window_that_was_frozen_takes_nothing(lif: Lif, board: Path, book: Path) -> None:
    answers(book, culture={"Your answer": "In team meetings."})
    path = board / OPEN
    path.write_text(path.read_text(encoding="utf-8") + "frozen: 2025-06-01\n", encoding="utf-8")
    ran = lif(f"import {BOOK} --yes {AT}")
    assert ran.code == 1
    assert "no section 11 window of Hill Police is open on 2025-06-30" in ran.err
    ran = lif(f"export section11 --agency police {AT}")
    assert (ran.code, ran.out) == (0, "")


def test_it_comes_back_after_libreoffice_has_saved_it(
    lif: Lif, board: Path, book: Path, tmp_path: Path
) -> None:
    answers(book, policies={"Your list": "Missing children\nBruising"})
    saved = by_libreoffice(book, tmp_path / "office")
    ran = lif(f"import {saved} --yes {AT}")
    assert ran.code == 0, ran.err
    assert "      - Bruising\n" in (board / OPEN).read_text(encoding="utf-8")


STANDARD = "framework/section11/standard-workforce.yaml"


def altered(board: Path, path: str, old: str, new: str) -> str:
    """A record changed by somebody else while the workbook was out; gives the text."""
    file = board / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return text.replace(old, new)


def test_a_draft_says_what_is_missing(lif: Lif, board: Path, book: Path) -> None:
    answers(book, training={"What shows it": "Record", "From which day": "30/05/2025"})
    ran = lif(f"import {BOOK} --yes {AT}")
    assert ran.code == 0, ran.err
    assert "3 questions have no answer yet, the first is 'training'; it is kept as a draft" in ran.err
    answers(book, training={"Your score": "partly met"}, policies={"Your list": "Bruising"})
    ran = lif(f"import {BOOK} --yes {AT}")
    assert "one question has no answer yet: 'culture'; it is kept as a draft" in ran.err


def test_an_answer_that_changes_is_shown_with_what_was_there(lif: Lif, board: Path, book: Path) -> None:
    answers(book, training={"Your score": "partly met", "Your answer": "Six of ten."})
    assert lif(f"import {BOOK} --yes {AT}").code == 0
    answers(book, training={"Your score": "fully met", "Your answer": "Nine of ten."})
    ran = lif(f"import {BOOK} --dry-run {AT}")
    assert "Staff, training: partly met, Six of ten. -> fully met, Nine of ten." in ran.out


def test_an_answer_that_was_taken_out_stays_and_is_told(lif: Lif, board: Path, book: Path) -> None:
    answers(book, training={"Your score": "partly met"})
    assert lif(f"import {BOOK} --yes {AT}").code == 0
    lif(f"export section11 --agency police --out again.xlsx {AT}")
    answers(board / "again.xlsx", training={"Your score": None})
    ran = lif(f"import again.xlsx --yes {AT}")
    assert (ran.code, "was taken out here, and stays" in ran.err) == (0, True), ran.err
    assert "self_score: partly-met" in (board / OPEN).read_text(encoding="utf-8")


def test_a_question_in_other_words_is_asked_again(lif: Lif, board: Path, book: Path) -> None:
    answers(book, training={"Your score": "fully met"})
    altered(board, STANDARD, "Are staff trained?", "Are no staff untrained?")
    ran = lif(f"import {BOOK} --yes {AT}")
    assert (ran.code, "put in other words now: export the workbook again" in ran.err) == (1, True), ran.err


def test_a_question_that_was_retired_is_left_out(lif: Lif, board: Path, book: Path) -> None:
    answers(book, training={"Your score": "fully met"}, culture={"Your answer": "In team meetings."})
    gone = "answer: narrative\n    retired:\n      on: 2025-05-01\n      reason: Asked elsewhere.\n"
    altered(board, STANDARD, "answer: narrative\n", gone)
    ran = lif(f"import {BOOK} --yes {AT}")
    assert (ran.code, "not asked any more: the answer is left out" in ran.err) == (0, True), ran.err
    text = (board / OPEN).read_text(encoding="utf-8")
    assert "self_score: fully-met" in text and "In team meetings" not in text


def test_what_did_not_apply_the_last_time_is_carried_forward_whole(lif: Lif, board: Path, book: Path) -> None:
    old = "data/section11-returns/section-11-police-2023.yaml"
    text = (board / old).read_text(encoding="utf-8").partition("    self_score:")[0]
    text += "    not_applicable: true\n    not_applicable_reason: |\n      Nobody of ours meets children.\n"
    (board / old).write_text(text, encoding="utf-8")
    answers(book, training={"Still as last time?": "yes"})
    ran = lif(f"import {BOOK} --yes {AT}")
    assert ran.code == 0, ran.err
    found = (board / OPEN).read_text(encoding="utf-8")
    assert "    not_applicable: true\n" in found and "Nobody of ours meets children." in found


def test_a_corrected_survey_is_no_repetition(lif: Lif, board: Path, book: Path) -> None:
    filled_in(book, {"Staff survey: the day": {"Day": "01/06/2025", "Number": 200}}, "The return")
    filled_in(book, {"Staff survey: how many": {"Number": 80}}, "The return")
    answers(book, training={"Your score": "partly met", "Staff who said yes": 60, "Staff who answered": 78})
    assert lif(f"import {BOOK} --yes {AT}").code == 0
    answers(book, training={"Staff who said yes": 61})
    ran = lif(f"import {BOOK} --yes {AT}")
    assert ran.code == 0, ran.err
    assert "said_yes: 61\n" in (board / OPEN).read_text(encoding="utf-8")


def test_two_open_windows_are_two_workbooks_and_each_goes_where_it_belongs(
    lif: Lif, board: Path, book: Path
) -> None:
    old = "data/section11-returns/section-11-police-2023.yaml"
    altered(board, old, "moderated: 2023-06-20\nfrozen: 2023-07-01\n", "")
    book.unlink()
    ran = lif(f"export section11 --agency police {AT}")
    assert ran.out == "section11-police-2023.xlsx\nsection11-police-2025.xlsx\n", ran.err
    answers(board / "section11-police-2025.xlsx", culture={"Your answer": "In team meetings."})
    ran = lif(f"import section11-police-2025.xlsx --yes {AT}")
    assert ran.code == 0, ran.err
    assert "In team meetings." in (board / OPEN).read_text(encoding="utf-8")
    assert "In team meetings." not in (board / old).read_text(encoding="utf-8")


def test_a_list_of_staff_is_refused_and_nobody_is_named(lif: Lif, board: Path, book: Path) -> None:
    workbook = openpyxl.load_workbook(book)
    page = workbook.create_sheet("Survey")
    page.append(["First name", "Surname", "Date of birth", "Answer"])
    for first, last in (("Amara", "Okafor"), ("Tom", "Reilly"), ("Priya", "Nair"), ("Dan", "Whitlock")):
        page.append([first, last, "03/04/1990", "yes"])
    workbook.save(book)
    before = (board / OPEN).read_bytes()
    ran = lif(f"import {BOOK} --yes {AT}")
    assert ran.code == 1
    assert not any(name in ran.err + ran.out for name in ("Amara", "Okafor", "Reilly", "Nair", "1990"))
    assert (board / OPEN).read_bytes() == before


def test_the_same_records_give_the_same_bytes(lif: Lif, board: Path, book: Path) -> None:
    lif(f"export section11 --agency police --out again.xlsx {AT}")
    assert (board / "again.xlsx").read_bytes() == book.read_bytes()
