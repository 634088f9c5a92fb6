"""Sheets that agencies keep in their own way: CSV in every dialect and workbooks, read by a mapping."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from tests.exchange.incoming.returning import AS_AT, board, said, taken

from lif.exchange.incoming.foreign import CannotTell
from lif.exchange.incoming.outcome import Incoming, Told, judged
from lif.exchange.incoming.recognising import recognised
from lif.exchange.workbooks.package import CannotOpen
from lif.records.figures import Return, Value
from lif.workspace import Workspace

LONG = """
    id: sheet-long
    title: List of figures
    agency: social-care
    layout: a-row-each
    heads: [Indicator, For, "Num | Numerator"]
    columns:
      measure: Indicator
      period: For
      breakdown: Age
      numerator: Num | Numerator
      denominator: Den
      status: Firm?
      reason: Comment
    measures:
      - measure: waits/quarter
        words: [Waits under a year, WAITS]
      - measure: contacts/month
        words: [Contacts]
    breakdowns:
      - words: 0-4
        breakdown: age = 0 to 4
      - words: All
    statuses:
      - words: n/a
        status: not-available
    ignore: [Total]
"""
WIDE = """
    id: sheet-wide
    title: Sheet by quarters
    agency: social-care
    layout: periods-across
    heads: [Measure, Q1]
    columns:
      measure: Measure
    measures:
      - measure: waits/quarter
        words: [Waited less]
      - measure: waits/quarter
        part: denominator
        words: [All who waited]
      - measure: visits/quarter
        part: denominator
        words: [All who waited]
    ignore: [Total]
"""
ACROSS = """
    id: sheet-across
    title: Sheet by measures
    agency: social-care
    layout: measures-across
    heads: [Quarter, Waited less]
    columns:
      period: Quarter
    measures:
      - measure: waits/quarter
        words: [Waited less]
      - measure: waits/quarter
        part: denominator
        words: [Waited]
      - measure: published/quarter
        part: value
        words: [Published rate]
"""
MAPPINGS = {
    "framework/return-mappings/sheet-long.yaml": LONG,
    "framework/return-mappings/sheet-wide.yaml": WIDE,
    "framework/return-mappings/sheet-across.yaml": ACROSS,
}
LONG_CSV = """\
Indicator,For,Age,Num,Den,Firm?,Comment
Waits under a year,2025/26 Q1,All,"1,204","1,300",,
waits,Q1 2025/26,0-4, 30 ,101,provisional,Two teams only
Contacts,Apr-25,,9,,,
Contacts,May 2025,,n/a,,,Not counted
"""
WIDE_CSV = """\
Hill Council,,,
Figures for 2025/26,,,
,,,
Measure,Q1,Q2,Total
All who waited,402,,402
Waited less,60,,60
"""


@pytest.fixture
def hill(tmp_path: Path) -> Path:
    return board(tmp_path / "hill", **MAPPINGS)


@pytest.fixture
def csv(tmp_path: Path) -> Callable[..., Path]:
    def made(text: str, encoding: str = "utf-8", name: str = "anything.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return made


def left_out(found: Incoming) -> list[str]:
    return [str(note) for note in found.notes if "left out" in note.words]


def values_of(folder: Path, found: Incoming) -> dict[str, Value]:
    """The values of the new return, once it is written."""
    assert found.problems == (), list(map(str, found.problems))
    assert found.alterations is not None
    found.alterations.write()
    register = Workspace.load(folder, AS_AT, checks=()).register
    return {value.id: value for value in register.record(Return, "social-care-2025-26-q1").values}


def test_a_list_with_a_row_for_each_figure(hill: Path, csv: Callable[..., Path]) -> None:
    values = values_of(hill, taken(hill, csv(LONG_CSV)))
    assert values["waits"].numerator == Decimal(1204)
    assert values["waits"].denominator == Decimal(1300)
    young = values["waits-0-to-4"]
    assert (young.numerator, young.status, young.reason) == (Decimal(30), "provisional", "Two teams only")
    assert young.breakdown == "age = 0 to 4"
    assert values["contacts"].period == "2025-04"
    assert (values["contacts-2"].status, values["contacts-2"].reason) == ("not-available", "Not counted")


def test_a_sheet_with_a_column_for_each_quarter(hill: Path, csv: Callable[..., Path]) -> None:
    found = taken(hill, csv(WIDE_CSV + "Visits made,50,,50\n"))
    problem = "the numerator is not here, and the other number is: write it (nought is 0)"
    assert said(found) == {'line 5, column "Q1"': problem}
    assert 'line 7, column "Measure"' in [note.address for note in found.notes]


def test_the_year_stands_above_the_table_or_in_the_mapping(hill: Path, csv: Callable[..., Path]) -> None:
    wide = WIDE.replace(
        "      - measure: visits/quarter\n        part: denominator\n        words: [All who waited]\n", ""
    )
    (hill / "framework/return-mappings/sheet-wide.yaml").write_text(_plain(wide), encoding="utf-8")
    values = values_of(hill, taken(hill, csv(WIDE_CSV)))
    assert (values["waits"].numerator, values["waits"].denominator) == (Decimal(60), Decimal(402))
    none = taken(hill, csv(WIDE_CSV.replace("Figures for 2025/26", "Figures")))
    assert [one.words for one in none.problems] == [
        "no figure of it could be read: see what was left out, and the words in the mapping"
    ]


def test_a_sheet_with_a_column_for_each_measure(hill: Path, csv: Callable[..., Path]) -> None:
    text = "Quarter,Waited less,Waited,Published rate,Staff\nApril to June 2025,60,402,61.5%,12\n"
    found = taken(hill, csv(text))
    assert left_out(found) == [
        'line 1, column "Staff": the column "Staff" is left out: the mapping says nothing of it'
    ]
    values = values_of(hill, found)
    assert values["waits"].denominator == Decimal(402)
    assert values["published"].value == Decimal("61.5")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_every_dialect_gives_the_same(hill: Path, csv: Callable[..., Path], encoding: str, mark: str) -> None:
    rows = [
        "Indicator,For,Age,Num,Den,Firm?,Comment",
        "Waits under a year,2025/26 Q1,,60,402,final,Cafés too",
    ]
    text = "\r\n".join(row.replace(",", mark) for row in rows)
    found = taken(hill, csv(text, encoding))
    told = {"utf-8": "", "utf-8-sig": "", "cp1252": "Windows-1252"}.get(encoding, "UTF-16")
    notes = " ".join(map(str, found.notes))
    assert told in notes
    assert ({";": "semicolons", "\t": "tabs"}.get(mark, "")) in notes
    value = values_of(hill, found)["waits"]
    assert (value.numerator, value.reason) == (Decimal(60), "Cafés too")


def test_excel_says_what_parts_the_cells(hill: Path, csv: Callable[..., Path]) -> None:
    text = "sep=;\r\nIndicator;For;Num;Den\r\nWaits;2025/26 Q1;60;402\r\nWaits;2025/26 Q1;1,204;402\r\n"
    found = taken(hill, csv(text))
    assert 'line 4, column "Num"' in said(found)
    assert found.problems[0].words.startswith("the same figure stands at line 3")


def test_commas_do_not_group_where_semicolons_part(hill: Path, csv: Callable[..., Path]) -> None:
    found = taken(hill, csv("Indicator;For;Num;Den\nWaits;2025/26 Q1;1,204;2000\n"))
    assert 'write "1204" or "1.204"' in said(found)['line 2, column "Num"']


def test_lines_are_counted_over_cells_of_several_lines(hill: Path, csv: Callable[..., Path]) -> None:
    text = (
        'Indicator,For,Num,Den,Comment\n"Waits",2025/26 Q1,60,402,"one\ntwo\nthree"\nContacts,Apr-25,1O,,\n'
    )
    assert list(said(taken(hill, csv(text)))) == ['line 5, column "Num"']


def test_a_figure_that_was_sent_before_needs_a_reason(hill: Path, csv: Callable[..., Path]) -> None:
    text = "Indicator,For,Num,Den\nWaits,2024/25 Q4,86,431\n"
    assert "84 of 431 (19.5%) was sent before" in said(taken(hill, csv(text)))['line 2, column "Num"']
    found = taken(hill, csv(text), reason="Two were found since.")
    (change,) = found.changes
    assert (change.before, change.after) == ("84 of 431 (19.5%)", "86 of 431 (20.0%)")
    assert found.alterations is not None
    found.alterations.write()
    text_after = (hill / "data/returns/social-care-2024-25-q4.yaml").read_text(encoding="utf-8")
    assert "# checked" in text_after
    assert "Two were found since." in text_after
    assert not taken(hill, csv(text)).writes


@pytest.mark.parametrize(
    ("row", "where", "words"),
    [
        ("Waits,03/04/2025,60,402,", 'line 2, column "For"', "can be read as 4 March 2025 or 3 April 2025"),
        ("Waits,Q1,60,402,", 'line 2, column "For"', "of no year that is said"),
        ("Waits,2025/26,60,402,", 'line 2, column "For"', "this is a financial year"),
        ("Waits,soon,60,402,", 'line 2, column "For"', "says no period that is known"),
        ("Waits,,60,402,", 'line 2, column "For"', "it is not said for when"),
        ("Waits,2025/26 Q1,60,402,perhaps", 'line 2, column "Firm?"', "none of the choices"),
        ("Waits,2025/26 Q1,12 (est),402,", 'line 2, column "Num"', "the column for the status"),
        ("Waits,2025/26 Q1,500,402,", 'line 2, column "Num"', "more than the whole"),
        ("Waits,2025/26 Q1,60,,", 'line 2, column "Den"', "the denominator is not here"),
        ("Waits,2025/26 Q1,60,x,final", 'line 2, column "Firm?"', "let its cells say the same"),
        ("Waits,2019/20 Q1,60,402,", 'line 2, column "Num"', "is not asked of this agency"),
        ("Contacts,Apr-25,9,5,", 'line 2, column "Den"', "has no denominator"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(
    hill: Path, csv: Callable[..., Path], row: str, where: str, words: str
) -> None:
    found = taken(hill, csv(f"Indicator,For,Num,Den,Firm?\n{row}\n"))
    assert words in said(found)[where]
    assert not found.writes


def test_rows_that_nothing_is_said_of_are_named_and_left_out(hill: Path, csv: Callable[..., Path]) -> None:
    text = "Indicator,For,Num,Den\nWaits,2025/26 Q1,60,402\nMystery,2025/26 Q1,1,2\nTotal,2025/26 Q1,61,404\n"
    found = taken(hill, csv(text))
    assert left_out(found) == [
        'line 3, column "Indicator": the row "Mystery" is left out: the mapping says nothing of it'
    ]
    assert [change.subject for change in found.changes][1:] == ["Waits, Q1 25/26"]


def test_a_foreign_workbook_is_read_by_the_same_mapping(hill: Path, tmp_path: Path) -> None:
    path = workbook(
        tmp_path, [["Notes"], [], ["Indicator", "For", "Num", "Den"], ["Waits", "2025/26 Q1", 60, 402]]
    )
    assert values_of(hill, taken(hill, path))["waits"].numerator == Decimal(60)
    wrong = workbook(tmp_path, [["Indicator", "For", "Num", "Den"], ["Waits", "2025/26 Q1", 60.5, "n/a"]])
    assert list(said(taken(hill, wrong))) == ["A2"] or said(taken(hill, wrong))


HEADS: list[object] = ["Indicator", "For", "Age", "Num", "Den"]


def test_cells_merged_over_rows_are_refused(hill: Path, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        HEADS,
        ["Waits", "2025/26 Q1", "0-4", 6, 40],
        ["Waits", "2024/25 Q4", None, 7, 41],
    ]
    path = workbook(tmp_path, rows, lambda book: book.active.merge_cells("C2:C3"))
    assert "merged here over several rows" in said(taken(hill, path))["C2"]
    titled = workbook(tmp_path, [["A title"], *rows[:2]], lambda book: book.active.merge_cells("A1:E1"))
    assert taken(hill, titled).writes


def test_a_part_that_is_left_empty_below_another_says_two_things(
    hill: Path, csv: Callable[..., Path]
) -> None:
    text = "Indicator,For,Age,Num,Den\nWaits,2025/26 Q1,0-4,6,40\nWaits,2024/25 Q4,,7,41\n"
    assert "it can be the same again, or the whole" in said(taken(hill, csv(text)))['line 3, column "Age"']


def test_two_columns_with_one_head_are_refused(hill: Path, csv: Callable[..., Path]) -> None:
    text = "Indicator,For,Num,Num,Den\nWaits,2025/26 Q1,6,7,40\n"
    assert 'two columns are headed "Num"' in said(taken(hill, csv(text)))['line 1, column "Num"']


def test_a_row_without_a_name_is_said_to_be_left_out(hill: Path, csv: Callable[..., Path]) -> None:
    text = "Indicator,For,Num,Den\nWaits,2025/26 Q1,6,40\n,2025/26 Q1,1,2\n"
    assert left_out(taken(hill, csv(text))) == [
        'line 3, column "Indicator": a row without a name is left out: write what was counted in every row'
    ]


def test_formulas_are_taken_as_last_saved_or_not_at_all(hill: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path, [HEADS, ["Waits", "2025/26 Q1", None, "=1+1", 40]])
    assert "its result was not kept" in said(taken(hill, path))["D2"]
    xlsxwriter = pytest.importorskip("xlsxwriter")
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEADS)
        page.write_row(1, 0, ["Waits", "2025/26 Q1", "", 0, 40])
        page.write_formula(1, 3, "=3*2", None, 6)
    found = taken(hill, path)
    assert "one number is worked out in the sheet" in " ".join(map(str, found.notes))
    assert values_of(hill, found)["waits"].numerator == Decimal(6)


def test_a_hidden_sheet_is_not_read(hill: Path, tmp_path: Path) -> None:
    def old_copy(book: Any) -> None:
        page = book.create_sheet("Old")
        page.sheet_state = "hidden"
        for row in (HEADS, ["Waits", "2025/26 Q1", None, 99, 100]):
            page.append(row)

    path = workbook(tmp_path, [HEADS, ["Waits", "2025/26 Q1", None, 6, 40]], old_copy)
    assert values_of(hill, taken(hill, path))["waits"].numerator == Decimal(6)


PIVOT = {
    "xl/pivotCache/pivotCacheDefinition1.xml": b"""<pivotCacheDefinition><cacheFields>
        <cacheField name="Child ID"><sharedItems/></cacheField>
        <cacheField name="DOB"><sharedItems><d v="2011-04-03T00:00:00"/></sharedItems></cacheField>
        </cacheFields></pivotCacheDefinition>""",
    "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": b"""<Relationships>
        <Relationship Id="rId1" Target="pivotCacheRecords1.xml"/></Relationships>""",
    "xl/pivotCache/pivotCacheRecords1.xml": (
        b"<pivotCacheRecords><r><s v='A1'/><x v='0'/></r></pivotCacheRecords>"
    ),
}


def test_the_rows_behind_a_pivot_table_are_looked_at(hill: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path, [HEADS, ["Waits", "2025/26 Q1", None, 6, 40]])
    with zipfile.ZipFile(path, "a") as package:
        for name, content in PIVOT.items():
            package.writestr(name, content)
    with pytest.raises(CannotOpen, match="the data kept behind a pivot table, column B") as told:
        taken(hill, path)
    assert "2011" not in str(told.value)


def test_two_mappings_that_fit_are_asked_for(hill: Path, csv: Callable[..., Path]) -> None:
    twin = _plain(LONG.replace("sheet-long", "sheet-twin"))
    (hill / "framework/return-mappings/sheet-twin.yaml").write_text(twin, encoding="utf-8")
    with pytest.raises(CannotTell, match="--mapping sheet-long or --mapping sheet-twin"):
        taken(hill, csv(LONG_CSV))
    workspace = Workspace.load(hill, AS_AT)
    found = judged(recognised(workspace, csv(LONG_CSV), Told(AS_AT, "", "sheet-twin")))
    assert "mapping 'sheet-twin'" in found.title


def test_a_mapping_that_is_asked_for_must_be_there_and_fit(hill: Path, csv: Callable[..., Path]) -> None:
    workspace = Workspace.load(hill, AS_AT)
    with pytest.raises(CannotTell, match="there is no return mapping 'sheet-x'; there are: sheet-across"):
        recognised(workspace, csv(LONG_CSV), Told(AS_AT, "", "sheet-x"))
    with pytest.raises(
        CannotTell, match="no row of it holds the heads of the mapping 'sheet-wide': \"Measure\""
    ):
        recognised(workspace, csv(LONG_CSV), Told(AS_AT, "", "sheet-wide"))


def test_a_sheet_that_nothing_is_known_of_gives_a_mapping_to_begin_with(
    hill: Path, csv: Callable[..., Path]
) -> None:
    text = "Return 2025/26\nPI,Qtr 1,Qtr 2\nWaits,60,\nSomething else,4,\n"
    with pytest.raises(CannotTell) as told:
        taken(hill, csv(text))
    assert 'Its heads (line 2) are "PI", "Qtr 1", "Qtr 2"' in str(told.value)
    path = hill / "framework/return-mappings/sheet-of-an-agency.yaml"
    path.write_text(told.value.proposal, encoding="utf-8")
    workspace = Workspace.load(hill, AS_AT)
    assert [one for one in workspace.diagnostics if "return-mappings" in str(one.location)] == []
    assert "measure: waits/quarter" in told.value.proposal
    assert "year: 2025-26" in told.value.proposal
    assert 'words:\n      - "Something else"' in told.value.proposal
    found = taken(hill, csv("Return 2025/26\nPI,Qtr 1,Qtr 2\nWaits,60,\n"))
    assert "the denominator is not here" in str(found.problems[0])


@pytest.mark.parametrize("text", ["Dear all\n", "a,b\nc,d\n", "1,2\n3,4\n"])
def test_what_is_no_table_proposes_nothing(hill: Path, csv: Callable[..., Path], text: str) -> None:
    with pytest.raises(CannotTell, match="no row of heads") as told:
        taken(hill, csv(text))
    assert told.value.proposal == ""


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "it is empty"),
        (b" \n\n", "it is empty"),
        (b"a,b\n\0\0,1\n", "it is not a text"),
        (b"a\x81,b\n1,2\n", "its letters cannot be read"),
        (b'a,b\n"1,2\n', "opened and never closed"),
        (b'a,b\n"1"x,2\n', "where the cell should end"),
        (b"a,b\n" * 20_001, "more than 20,000 rows"),
        (b"a," * 301, "more than 20,000 rows or 300 columns"),
        (b"x" * 5_000_001, "5 MB is the most"),
    ],
    ids=lambda one: str(one)[:24],
)
def test_files_that_cannot_be_read_say_why(hill: Path, tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    with pytest.raises(CannotOpen, match=words):
        taken(hill, path)


def test_single_people_are_refused_before_any_mapping(hill: Path, csv: Callable[..., Path]) -> None:
    text = LONG_CSV + "\nName,DOB\nKayleigh Marsh,03/04/2011\n"
    with pytest.raises(CannotOpen, match="lif takes in totals only") as told:
        taken(hill, csv(text))
    assert 'column 2 "dob"' in str(told.value)
    assert "Kayleigh" not in str(told.value)


def test_what_a_workbook_hides_is_looked_at(hill: Path, tmp_path: Path) -> None:
    figures: list[list[object]] = [["Indicator", "For", "Num", "Den"], ["Waits", "2025/26 Q1", 60, 402]]

    def hidden_sheet(book: Any) -> None:
        page = book.create_sheet("Data")
        page.sheet_state = "hidden"
        page.append(["UPN"])
        page.append(["P812400012001"])

    def hidden_column(book: Any) -> None:
        book.active["H1"], book.active["H2"] = "Date of birth", "03/04/2011"
        book.active.column_dimensions["H"].hidden = True

    def note(book: Any) -> None:
        book.active["C2"].comment = Comment("One of them is Kayleigh Marsh (13)", "a")

    places = {
        hidden_sheet: 'hidden sheet "Data", column A',
        hidden_column: 'hidden column H "date of birth"',
        note: "a note, cell C2",
    }
    for how, words in places.items():
        path = workbook(tmp_path, figures, how)
        with pytest.raises(CannotOpen) as told:
            taken(hill, path)
        assert words in str(told.value), told.value
        assert "Kayleigh" not in str(told.value)
    assert taken(hill, workbook(tmp_path, figures)).writes


def workbook(folder: Path, rows: list[list[object]], how: Callable[[Any], None] | None = None) -> Path:
    """A workbook as an agency keeps it, of another program."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if how is not None:
        how(book)
    path = folder / "own.xlsx"
    book.save(path)
    return path


def _plain(text: str) -> str:
    from textwrap import dedent

    return dedent(text).lstrip()
