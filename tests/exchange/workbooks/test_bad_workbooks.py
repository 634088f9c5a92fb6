"""Workbooks as nobody should send them: each is read all the same, or a message says what to do."""

from __future__ import annotations

import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import openpyxl
import pytest
from tests.exchange.workbooks.sample import by_libreoffice, read, saved, sheet, values, workbook

from lif.exchange.workbooks.filled import Problem
from lif.exchange.workbooks.opening import opened
from lif.exchange.workbooks.package import CannotOpen

HEAD = 4
FIRST, LAST = HEAD + 1, HEAD + 3


def altered(path: Path, how: Callable[[Any], None]) -> Path:
    book = openpyxl.load_workbook(path)
    how(book)
    book.save(path)
    return path


def swap(page: Any, one: int, other: int) -> None:
    for column in range(1, 7):
        mine, its = page.cell(one, column), page.cell(other, column)
        mine.value, its.value = its.value, mine.value


def sort_rows(book: Any) -> None:
    swap(book["Figures"], FIRST + 1, LAST)


def rename(book: Any) -> None:
    book["Figures"].title = "Police Q2 final v3"


def insert_above(book: Any) -> None:
    book["Figures"].insert_rows(1, 3)


def insert_within(book: Any) -> None:
    book["Figures"].insert_rows(FIRST + 1, 2)


def insert_a_column(book: Any) -> None:
    book["Figures"].insert_cols(3)


def hide(book: Any) -> None:
    page = book["Figures"]
    page.column_dimensions["B"].hidden = True
    page.row_dimensions[FIRST].hidden = True


def drop_the_explanation(book: Any) -> None:
    del book["How to fill this in"]


HARMLESS = (sort_rows, rename, insert_above, insert_within, insert_a_column, hide, drop_the_explanation)


@pytest.mark.parametrize("how", HARMLESS)
def test_what_does_no_harm_is_read_as_if_nothing_were(tmp_path: Path, how: Callable[[Any], None]) -> None:
    whole = read(saved(tmp_path))[1]
    _, found = read(altered(saved(tmp_path, name="other.xlsx"), how))
    assert found.problems == ()
    assert values(found) == values(whole)


def delete_a_row(book: Any) -> None:
    book["Figures"].delete_rows(FIRST + 1)


def merge(book: Any) -> None:
    book["Figures"].merge_cells(start_row=FIRST, end_row=FIRST + 1, start_column=3, end_column=3)


def write_in_a_locked_cell(book: Any) -> None:
    book["Figures"].cell(FIRST, 2).value = 12


def write_where_nothing_is_asked(book: Any) -> None:
    book["Figures"].cell(LAST, 5).value = 12


def change_a_head(book: Any) -> None:
    book["Figures"].cell(HEAD, 3).value = "Numbers"


def paste_below(book: Any) -> None:
    for column in range(2, 5):
        book["Figures"].cell(LAST + 3, column).value = column


def paste_twice(book: Any) -> None:
    page = book["Figures"]
    for column in range(1, 7):
        page.cell(LAST + 1, column).value = page.cell(FIRST, column).value


def change_a_reference(book: Any) -> None:
    page = book["Figures"]
    page.cell(FIRST, 1).value, page.cell(LAST, 1).value = page.cell(LAST, 1).value, page.cell(FIRST, 1).value


HARMFUL = {
    "Figures: line 2-": delete_a_row,
    "Figures!C5: cells are merged here": merge,
    "Figures!A5: a locked cell of line 1-": write_in_a_locked_cell,
    "Figures!A7: a locked cell of line 3-": write_where_nothing_is_asked,
    "the sheet 'Figures' is not there, or the heads of its columns were changed": change_a_head,
    "Figures!B10: this row is none of the workbook's own": paste_below,
    "Figures!A8: line 1-": paste_twice,
    "Figures!A5: a locked cell of line 3-": change_a_reference,
}


@pytest.mark.parametrize("words", HARMFUL)
def test_what_does_harm_is_told_with_its_cell(tmp_path: Path, words: str) -> None:
    _, found = read(altered(saved(tmp_path), HARMFUL[words]))
    assert any(str(one).startswith(words) for one in found.problems), list(map(str, found.problems))


def test_rows_of_another_workbook_are_known_as_such(tmp_path: Path) -> None:
    other = openpyxl.load_workbook(saved(tmp_path, workbook(quarter="2025-26-Q1"), "other.xlsx"))["Figures"]

    def paste(book: Any) -> None:
        for column in range(1, 7):
            book["Figures"].cell(FIRST, column).value = other.cell(FIRST, column).value

    _, found = read(altered(saved(tmp_path), paste))
    assert [one.address for one in found.problems] == ["Figures!A5", "Figures"]
    assert "is no line of this workbook: it was pasted or changed" in found.problems[0].words
    assert found.problems[1].words.startswith("line 1-")


def test_a_sheet_that_was_put_in_is_told_of(tmp_path: Path) -> None:
    _, found = read(altered(saved(tmp_path), lambda book: book.create_sheet("Cases").append(["a", 1])))
    assert [one.title for one in found.others] == ["Cases"]


def test_a_copy_of_the_sheet_is_not_read_in_its_place(tmp_path: Path) -> None:
    def copied(book: Any) -> None:
        book.copy_worksheet(book["Figures"])
        del book["Figures"]
        book.copy_worksheet(book["Figures Copy"])

    _, found = read(altered(saved(tmp_path), copied))
    assert found.problems[0] == Problem(
        "",
        "the sheet 'Figures' is not there, or the heads of its columns were changed: copy what was filled in "
        "into the workbook that was sent out",
    )


def test_a_stamp_that_is_gone_or_changed_is_said_to_be(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book["lif"].cell(4, 2).value = "fire-service"

    def drop(book: Any) -> None:
        del book["lif"]

    changed = opened(altered(saved(tmp_path), change))
    assert (changed.stamp, changed.was_stamped) == (None, True)
    assert changed.unknown.startswith("the hidden sheet by which lif knows this workbook was changed")
    gone = opened(altered(saved(tmp_path), drop))
    assert (gone.stamp, gone.was_stamped) == (None, True)


# What the file itself is.

TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def repacked(path: Path, **parts: bytes) -> Path:
    """The workbook with parts replaced or added; `_` in a name is `/`, the ending is .xml."""
    with zipfile.ZipFile(path) as package:
        kept = {name: package.read(name) for name in package.namelist()}
    kept |= {f"{name.replace('_', '/')}.xml": content for name, content in parts.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in kept.items():
            package.writestr(name, content)
    return path


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-900])


def a_hole(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[200:900] = bytes(700)
    path.write_bytes(content)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def no_zip(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 but nothing more")


def a_letter(path: Path) -> None:
    path.write_text("Dear all, the figures are as last time.", encoding="utf-8")


def an_old_one(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096) + "Workbook".encode("utf-16-le"))


def a_password(path: Path) -> None:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    path.write_bytes(head + bytes(4096) + "EncryptedPackage".encode("utf-16-le"))


def macros(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/vbaProject.bin", b"x")


def another_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<a/>")


def open_document(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")


def sixty_megabytes(path: Path) -> None:
    with path.open("ab") as file:
        file.truncate(60_000_000)


def a_bomb(path: Path) -> None:
    repacked(path, xl_worksheets_sheet9=b"<a>" + b" " * 300_000_000 + b"</a>")


def many_parts(path: Path) -> None:
    repacked(path, **{f"xl_extra{number}": b"<a/>" for number in range(600)})


def a_far_cell(path: Path) -> None:
    cell = (
        b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    repacked(path, xl_worksheets_sheet1=cell)


def entities(path: Path) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><worksheet>&c;</worksheet>'
    repacked(path, xl_worksheets_sheet1=bomb)


def broken_sheet(path: Path) -> None:
    repacked(path, xl_worksheets_sheet1=b"<worksheet><sheetData><row")


def broken_book(path: Path) -> None:
    repacked(path, xl_workbook=b"<workbook><sheets>")


FILES: dict[Callable[[Path], None], str] = {
    truncated: "it is damaged or was not sent whole",
    a_hole: "it is damaged or was not sent whole",
    empty: "it is empty",
    no_zip: "it is damaged or was not sent whole",
    a_letter: "it is not a workbook",
    an_old_one: "it is a workbook of the old form (.xls)",
    a_password: "it is protected by a password",
    macros: "it holds macros (.xlsm)",
    another_zip: "it is not a workbook",
    open_document: "it is an OpenDocument file",
    sixty_megabytes: "it holds 60 MB",
    a_bomb: "unpacked it would hold more than 40 MB",
    many_parts: "it is made of",
    a_far_cell: "one of its sheets reaches to XFD1048576",
    entities: "it holds what no spreadsheet program writes",
    broken_sheet: "it is damaged",
    broken_book: "it is damaged",
}


@pytest.mark.parametrize("how", FILES)
def test_a_file_that_cannot_be_read_is_told_so_at_once_and_in_little_memory(
    tmp_path: Path, how: Callable[[Path], None]
) -> None:
    path = saved(tmp_path)
    how(path)
    tracemalloc.start()
    begun = monotonic()
    with pytest.raises(CannotOpen) as told:
        opened(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert str(told.value).startswith(FILES[how])
    assert monotonic() - begun < 20
    assert peak < 150_000_000


def test_a_size_that_is_not_true_is_not_believed(tmp_path: Path) -> None:
    """The directory of a zip can say ten bytes of a part that unpacks to many megabytes."""
    path = saved(tmp_path)
    a_bomb(path)
    content = path.read_bytes()
    told = (300_000_000 + len(b"<a></a>")).to_bytes(4, "little")
    assert content.count(told) >= 1
    path.write_bytes(content.replace(told, (10).to_bytes(4, "little")))
    with pytest.raises(CannotOpen, match=r"damaged|unpacked"):
        opened(path)


def test_a_real_open_document_file_is_known(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="OpenDocument"):
        opened(by_libreoffice(saved(tmp_path), tmp_path / "profile", "ods"))


def test_one_of_two_sheets_that_is_gone_leaves_the_other(tmp_path: Path) -> None:
    path = saved(tmp_path, workbook(sheet(), sheet("stories", "Stories")))
    _, found = read(altered(path, lambda book: book.remove(book["Stories"])))
    assert len(found.rows["figures"]) == 3
    assert found.rows["stories"] == ()
    assert len(found.problems) == 1
