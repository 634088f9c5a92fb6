"""`lif export actions` and `lif import`: an agency's answers, as somebody types them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from tests.cli.board import Lif
from tests.exchange.incoming.returning import filled_in
from tests.exchange.workbooks.sample import by_libreoffice

AT = "--as-at 2025-06-30"
BOOK = "actions-police.xlsx"
ACTION = "data/actions/act-2024-interviews.yaml"
NOTE, EVIDENCE, SORT = "How far it is", "What shows it, and where", "What sort of evidence"
DATE, WHY, DONE = "Another date asked for", "Why that date", "Is it done?"


@pytest.fixture
def book(lif: Lif, board: Path) -> Path:
    ran = lif(f"export actions --agency police {AT}")
    assert (ran.code, ran.out) == (0, f"{BOOK}\n"), ran.err
    return board / BOOK


def answered(book: Path, **cells: object) -> Path:
    heads = {"note": NOTE, "evidence": EVIDENCE, "sort": SORT, "day": DATE, "why": WHY, "done": DONE}
    return filled_in(book, {"Interviews": {heads[key]: value for key, value in cells.items()}}, "Actions")


def test_it_says_what_is_asked_with_every_date(lif: Lif, book: Path) -> None:
    page = openpyxl.load_workbook(book)["Actions"]
    words = "\n".join(str(cell.value) for row in page.iter_rows() for cell in row if cell.value)
    for told in (
        "Interviews within three days",
        "first agreed: 31 December 2024",
        "The post was vacant.",
        "It was due",
        "From: Hill board: meeting of 10 September 2024. It says: Offer every missing child an interview.",
    ):
        assert told in words
    assert "=The rota | starts in June." in words  # text of a record, never a formula
    assert not [cell for row in page.iter_rows() for cell in row if cell.data_type == "f"]


def test_a_note_completion_and_evidence_come_in(lif: Lif, board: Path, book: Path) -> None:
    answered(
        book, note="The rota runs.", done="yes", evidence="Audit of 30 interviews, on file.", sort="an audit"
    )
    before = (board / ACTION).read_text(encoding="utf-8")
    dry = lif(f"import {BOOK} --dry-run {AT}")
    assert dry.code == 0, dry.err
    assert "Interviews within three days: last said: 2025-05-02 -> The rota runs." in dry.out
    assert "open -> reported complete" in dry.out
    assert (board / ACTION).read_text(encoding="utf-8") == before
    ran = lif(f"import {BOOK} --yes --received 2025-06-20 {AT}")
    assert ran.code == 0, ran.err
    text = (board / ACTION).read_text(encoding="utf-8")
    assert "  - state: reported-complete\n    on: 2025-06-20\n    by: police-lead\n" in text
    assert "  - on: 2025-06-20\n    by: police-lead\n    text: |\n      The rota runs.\n" in text
    assert "evidence:\n  - evidence-2024-interviews-2025-06-20\n" in text
    evidence = (board / "data/evidence.yaml").read_text(encoding="utf-8")
    assert "supplied_by: police" in evidence and "sort: audit" in evidence
    assert lif(f"validate --quiet {AT}").code == 0
    again = lif(f"import {BOOK} --yes --received 2025-06-20 {AT}")
    assert (again.code, "nothing to change" in again.err) == (0, True), again.out


def test_another_date_is_asked_for_and_not_given(lif: Lif, board: Path, book: Path) -> None:
    answered(book, day="30/09/2025", why="The supplier is late.")
    ran = lif(f"import {BOOK} --yes {AT}")
    assert ran.code == 0, ran.err
    assert "lif actions extend act-2024-interviews --to 2025-09-30 --agreed-by neglect-group" in ran.err
    text = (board / ACTION).read_text(encoding="utf-8")
    assert "Another date is asked for: 30 September 2025. The supplier is late." in text
    assert "to_due: 2025-09-30" not in text


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"evidence": "A report."}, "choose what sort of evidence it is"),
        ({"sort": "an audit"}, "say what shows it, and where that is kept"),
        ({"day": "30/09/2025"}, "say why the date is to move"),
        ({"day": "soon", "why": "x"}, "Actions!"),
        ({"day": "30/06/2025", "why": "x"}, "30 June 2025 is no day to come"),
        ({"done": "perhaps"}, "the cell holds none of the choices"),
        ({"note": "Her NHS number is 943 476 5919."}, "there is an NHS number in this cell"),
        ({"note": "=1+1"}, "this is worked out by a formula"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_named(
    lif: Lif, board: Path, book: Path, cells: dict[str, object], said: str
) -> None:
    before = (board / ACTION).read_bytes()
    answered(book, **cells)
    ran = lif(f"import {BOOK} --yes {AT}")
    assert ran.code == 1
    assert said in ran.err
    assert "nothing of it was written" in ran.err
    assert "943 476 5919" not in ran.err + ran.out
    assert (board / ACTION).read_bytes() == before


def test_done_without_anything_that_shows_it_is_told(lif: Lif, board: Path, book: Path) -> None:
    answered(book, done="yes")
    ran = lif(f"import {BOOK} --yes {AT}")
    assert (ran.code, "reported complete, and nothing shows it" in ran.err) == (0, True), ran.err
    assert "state: reported-complete" in (board / ACTION).read_text(encoding="utf-8")


def test_an_action_that_was_settled_meanwhile_is_left_out(lif: Lif, board: Path, book: Path) -> None:
    answered(book, note="The rota runs.")
    path = board / ACTION
    text = path.read_text(encoding="utf-8")
    closed = "    on: 2024-10-01\n  - state: superseded\n    on: 2025-06-01\n"
    path.write_text(
        text.replace("    on: 2024-10-01\n", closed) + "superseded_by: act-2025-survey\n", encoding="utf-8"
    )
    ran = lif(f"import {BOOK} --yes {AT}")
    assert ran.code == 0
    assert "was settled since this workbook was made: the answer is left out" in ran.err
    assert "The rota runs." not in path.read_text(encoding="utf-8")


def test_an_action_that_went_to_another_agency_is_left_out(lif: Lif, board: Path, book: Path) -> None:
    answered(book, note="The rota runs.")
    path = board / ACTION
    text = path.read_text(encoding="utf-8").replace("owner: police-lead", "owner: business-manager")
    path.write_text(text, encoding="utf-8")
    ran = lif(f"import {BOOK} --yes {AT}")
    assert ran.code == 0
    assert "Social care answers for 'Interviews within three days' now: the answer is left out" in ran.err
    assert path.read_text(encoding="utf-8") == text


def test_a_list_of_children_is_refused_and_nobody_is_named(lif: Lif, board: Path, book: Path) -> None:
    workbook = openpyxl.load_workbook(book)
    page = workbook.create_sheet("Interviews offered")
    page.append(["Child", "DoB", "Offered", "Ward"])
    for name in ("Amara Okafor", "Tom Reilly", "Priya Nair", "Dan Whitlock"):
        page.append([name, "03/04/2012", "yes", "East"])
    workbook.save(book)
    answered(book, note="The rota runs.")
    before = (board / ACTION).read_bytes()
    ran = lif(f"import {BOOK} --yes {AT}")
    assert ran.code == 1
    assert not any(word in ran.err + ran.out for word in ("Amara", "Okafor", "Reilly", "2012"))
    assert (board / ACTION).read_bytes() == before


def test_rows_that_were_sorted_and_a_file_by_another_name_are_read(lif: Lif, board: Path, book: Path) -> None:
    answered(book, note="The rota runs.")
    workbook = openpyxl.load_workbook(book)
    workbook["Actions"].title = "Our answers"
    workbook.save(board / "Copy of (final) v2.xlsx")
    ran = lif(f"import 'Copy of (final) v2.xlsx' --yes {AT}")
    assert ran.code == 0, ran.err
    assert "The rota runs." in (board / ACTION).read_text(encoding="utf-8")


def test_all_that_is_wrong_is_told_at_once(lif: Lif, board: Path, book: Path) -> None:
    answered(book, evidence="A report.", day="soon", done="perhaps")
    ran = lif(f"import {BOOK} --yes {AT}")
    assert ran.code == 1
    assert "3 cells or lines are to be put right" in ran.err


def test_an_agency_that_owes_nothing_gets_no_workbook(lif: Lif, board: Path) -> None:
    ran = lif("export actions --agency social-care --as-at 2024-09-01")
    assert (ran.code, ran.out) == (0, "")
    assert "nobody owes an answer for an action (social-care): no workbook was made" in ran.err


def test_the_same_records_give_the_same_bytes(lif: Lif, board: Path, book: Path) -> None:
    lif(f"export actions --agency police --out again.xlsx {AT}")
    assert (board / "again.xlsx").read_bytes() == book.read_bytes()


def test_it_comes_back_after_libreoffice_has_saved_it(
    lif: Lif, board: Path, book: Path, tmp_path: Path
) -> None:
    answered(book, note="The rota runs.", done="yes")
    saved = by_libreoffice(book, tmp_path / "office")
    ran = lif(f"import {saved} --yes {AT}")
    assert ran.code == 0, ran.err
    assert "The rota runs." in (board / ACTION).read_text(encoding="utf-8")
