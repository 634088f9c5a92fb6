"""A return goes out, is filled in, and comes back: what is written, what is kept, what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from tests.exchange.incoming.returning import (
    AS_AT,
    QUARTER,
    Cells,
    board,
    filled_in,
    said,
    taken,
    workbook,
    written_in,
)

from lif.calendars import PeriodKind, quarter
from lif.exchange.incoming.outcome import Told
from lif.exchange.incoming.recognising import recognised
from lif.exchange.workbooks.filled import filled
from lif.exchange.workbooks.layout import Origin
from lif.exchange.workbooks.making import made
from lif.exchange.workbooks.opening import opened
from lif.exchange.workbooks.package import CannotOpen
from lif.exchange.workbooks.return_book import return_book
from lif.records.figures import Return
from lif.views.returns_asked import asked_for
from lif.views.returns_asked.periods import due_within
from lif.workspace import Workspace

BEFORE = quarter(2024, 4)
NEW = "social-care-2025-26-q1"
OLD = "social-care-2024-25-q4"
WHOLE: Cells = {
    "Waits": {"Numerator": 0, "Denominator": 402},
    "Waits – age: 0 to 4": {"Numerator": "1,204", "Denominator": " 1,300 "},
    "Visits": {"Status": "not available", "Reason or comment": "The system was changed."},
    "Contacts/1": {"Numerator": 9},
    "Contacts/2": {"Numerator": 8, "Status": "provisional"},
    "Contacts/3": {"Numerator": "<5"},
    "Plans": {"Numerator": 51, "Denominator": 20100, "Status": "estimated"},
    "Published": {"Figure": 62.25},
}


@pytest.fixture
def hill(tmp_path: Path) -> Path:
    return board(tmp_path / "hill")


def held(folder: Path, id_: str) -> Return:
    return Workspace.load(folder, AS_AT, checks=()).register.record(Return, id_)


def text(folder: Path, id_: str) -> str:
    return (folder / f"data/returns/{id_}.yaml").read_text(encoding="utf-8")


def test_every_sort_of_figure_is_asked_for_once(hill: Path) -> None:
    rows = filled(opened(workbook(hill))).rows["figures"]
    assert [row.id.split("|", 1)[1] for row in rows] == [
        "waits/quarter|2025-26-Q1||",
        "waits/quarter|2025-26-Q1||age = 0 to 4",
        "visits/quarter|2025-26-Q1||",
        "contacts/month|2025-04||",
        "contacts/month|2025-05||",
        "contacts/month|2025-06||",
        "plans/rolling|year-to-2025-06-30||",
        "published/quarter|2025-26-Q1||",
    ]
    assert [row.open for row in rows][3] == ("numerator", "status", "reason")
    assert [row.open for row in rows][7] == ("value", "status", "reason")
    told = {row.id.split("|")[1]: row.cells["before"].value for row in rows}
    assert told["waits/quarter"] == "Q4 24/25: 20 of 101 (19.8%)"
    assert told["contacts/month"] == "Jan 25: 10\nFeb 25: 12\nMar 25: 0"


def test_an_unchanged_workbook_changes_nothing(hill: Path) -> None:
    for of in (QUARTER, BEFORE):
        found = taken(hill, workbook(hill, of=of))
        assert (found.problems, found.changes, found.writes) == ((), (), False)


def test_a_return_that_is_awaited_is_written_whole(hill: Path) -> None:
    found = written_in(hill, filled_in(workbook(hill), WHOLE))
    assert [one.subject for one in found.changes][:2] == [
        "the return for Quarter 1 2025/26 (April to June 2025)",
        "Waits, Q1 25/26",
    ]
    assert [(one.before, one.after) for one in found.changes][1:] == [
        ("nothing yet", "0 of 402 (0.0%)"),
        ("nothing yet", "1,204 of 1,300 (92.6%)"),
        ("nothing yet", "not available"),
        ("nothing yet", "9"),
        ("nothing yet", "8, provisional"),
        ("nothing yet", "suppressed"),
        ("nothing yet", "51 of 20,100 (25.4), estimated"),
        ("nothing yet", "62.3%"),
    ]
    now = held(hill, NEW)
    assert (now.received, now.supplied_by, now.due) == (AS_AT, "head-of-care", date(2025, 7, 30))
    by_id = {value.id: value for value in now.values}
    assert list(by_id) == [
        "waits",
        "waits-0-to-4",
        "visits",
        "contacts",
        "contacts-2",
        "contacts-3",
        "plans",
        "published",
    ]
    assert (by_id["waits"].numerator, by_id["waits"].status) == (Decimal(0), "final")
    assert (by_id["visits"].numerator, by_id["visits"].status) == (None, "not-available")
    assert (by_id["contacts-3"].numerator, by_id["contacts-3"].status) == (None, "suppressed")
    assert by_id["published"].value == Decimal("62.25")
    assert "numerator: 1204\n" in text(hill, NEW)
    again = taken(hill, Path(found.path))
    assert (again.problems, again.changes, again.writes) == ((), (), False)


def test_a_line_left_empty_is_told_of_and_not_written(hill: Path) -> None:
    found = written_in(hill, filled_in(workbook(hill), {"Waits": {"Numerator": 3, "Denominator": 4}}))
    assert [value.id for value in held(hill, NEW).values] == ["waits"]
    assert any("7 lines are still empty" in note.words for note in found.notes)


def test_a_correction_keeps_what_was_there(hill: Path) -> None:
    before = text(hill, OLD)
    path = filled_in(
        workbook(hill, of=BEFORE),
        {"Waits": {"Numerator": 86, "Reason or comment": "Two were entered late."}},
    )
    found = written_in(hill, path)
    assert [(one.before, one.after) for one in found.changes] == [("84 of 431 (19.5%)", "86 of 431 (20.0%)")]
    (waits, *_) = held(hill, OLD).values
    (was,) = waits.revisions
    assert (waits.numerator, waits.denominator, waits.reason) == (Decimal(86), Decimal(431), None)
    assert (was.numerator, was.denominator, was.until) == (Decimal(84), Decimal(431), AS_AT)
    assert was.reason.strip() == "Two were entered late."
    kept = [line for line in before.splitlines() if line not in text(hill, OLD).splitlines()]
    assert kept == ["    numerator: 84"] or kept == []  # it stands in the revision now
    assert "denominator: 431 # checked" in text(hill, OLD)
    assert taken(hill, path).writes is False


def test_a_correction_without_a_reason_is_refused_and_taken_with_one_from_the_importer(hill: Path) -> None:
    path = filled_in(workbook(hill, of=BEFORE), {"Waits": {"Numerator": 86}})
    (words,) = said(taken(hill, path)).values()
    assert words == (
        "84 of 431 (19.5%) was sent before, and this says 86 of 431 (20.0%): say why it changes, in the "
        "comment or with --reason"
    )
    written_in(hill, path, reason="The census return has it.")
    assert held(hill, OLD).values[0].revisions[0].reason.strip() == "The census return has it."


def test_a_figure_that_was_awaited_is_no_correction(hill: Path) -> None:
    written_in(
        hill,
        filled_in(
            workbook(hill, of=BEFORE),
            {"Visits": {"Numerator": 0, "Denominator": 7, "Status": None, "Reason or comment": None}},
        ),
    )
    visits = held(hill, OLD).values[2]
    assert (visits.numerator, visits.status) == (Decimal(0), "final")
    assert (visits.revisions, visits.reason) == ((), None)
    assert visits.reported_on == AS_AT


def test_a_figure_can_be_withdrawn_and_is_never_just_taken_out(hill: Path) -> None:
    out = {"Numerator": None, "Denominator": None}
    path = filled_in(workbook(hill, of=BEFORE), {"Waits": out})
    assert "the number is not here" in next(iter(said(taken(hill, path)).values()))
    filled_in(path, {"Waits": {"Status": None}})
    assert "was taken out: to withdraw it choose a status" in next(iter(said(taken(hill, path)).values()))
    filled_in(path, {"Waits": {"Status": "not available", "Reason or comment": "It was the wrong team."}})
    written_in(hill, path)
    waits = held(hill, OLD).values[0]
    assert (waits.numerator, waits.status, waits.reason) == (None, "not-available", "It was the wrong team.")
    assert waits.revisions[0].numerator == 84


WRONG: Mapping[str, tuple[str, Mapping[str, object], str]] = {
    "half a pair": ("Waits", {"Numerator": 3}, "the denominator is not here"),
    "more than the whole": ("Waits", {"Numerator": 9, "Denominator": 3}, "more than the whole"),
    "words": ("Waits", {"Numerator": "about three", "Denominator": 3}, "or why there is none"),
    "a date": ("Waits", {"Numerator": date(2025, 3, 4), "Denominator": 9}, "the cell holds a date"),
    "a formula": ("Contacts", {"Numerator": "=4+5"}, "worked out by a formula"),
    "a formula in words": ("Contacts", {"Reason or comment": "=A1"}, "worked out by a formula"),
    "a comment alone": ("Contacts", {"Reason or comment": "later"}, "there is a comment, and no number"),
    "final and nothing": ("Contacts", {"Status": "final"}, "the number is not here"),
    "a number that is not": ("Contacts", {"Numerator": 4, "Status": "not available"}, "take one of them out"),
    "two words": ("Contacts", {"Numerator": "low", "Status": "final"}, "let both say the same"),
    "no status": ("Contacts", {"Numerator": 4, "Status": "good"}, "none of the choices"),
    "below nought": ("Contacts", {"Numerator": -4}, "is negative"),
    "two ways": ("Contacts", {"Numerator": "1.204"}, "can be read as 1204 or as a decimal"),
    "a dash": ("Contacts", {"Numerator": "-"}, "a dash is not a number"),
    "a slash": ("Contacts", {"Numerator": "n/a"}, "can mean"),
    "a part of a child": ("Contacts", {"Numerator": 4.5}, "4.5 is not a whole number"),
    "a percentage for a number": (
        "Waits",
        {"Numerator": 0.12, "Denominator": 40},
        "0.12 is not a whole number",
    ),
    "a share for a percentage": ("Published", {"Figure": 0.62}, "0.62 can be read as 0.62% or as 62%"),
    "a comment too long": (
        "Contacts",
        {"Numerator": 4, "Reason or comment": "long " * 900},
        "a figure bears 1,000",
    ),
    "a hidden sign": (
        "Contacts",
        {"Numerator": 4, "Reason or comment": "late\u202eetal"},
        "is not seen (U+202E)",
    ),
    "a date of birth": (
        "Contacts",
        {"Numerator": 4, "Reason or comment": "born 12/03/2014"},
        "there is a date of birth in this cell",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_cell_is_named_and_nothing_of_the_workbook_is_written(hill: Path, case: str) -> None:
    row, cells, words = WRONG[case]
    right = {"Plans": {"Numerator": 51, "Denominator": 20100}}
    path = filled_in(workbook(hill), {**right, row: cells})
    found = taken(hill, path)
    problem = next((one for one in found.problems if words in one.words), None)
    assert problem is not None, list(map(str, found.problems))
    assert problem.address.startswith("Figures!")
    assert "2014" not in str(found.problems)


def test_a_story_is_taken_with_its_author_and_an_earlier_one_is_kept(hill: Path) -> None:
    path = filled_in(
        workbook(hill, of=BEFORE),
        {
            "Waits": {
                "The story behind the figure": "A clinic closed.\n\nIt opened again in March.",
                "Written by (role)": "Business manager",
            }
        },
        "Story",
    )
    written_in(hill, path)
    (story,) = held(hill, OLD).stories
    assert (story.author, story.written_on) == ("business-manager", AS_AT)
    assert story.story == "A clinic closed.\nIt opened again in March.\n"
    assert taken(hill, path).writes is False
    later = workbook(hill, date(2025, 7, 20), BEFORE, "later.xlsx")
    filled_in(later, {"Waits": {"The story behind the figure": "A clinic closed for good."}}, "Story")
    written_in(hill, later, date(2025, 7, 20))
    assert [one.id for one in held(hill, OLD).stories] == ["story-waits", "story-waits-2"]


def test_an_explanation_that_was_asked_for_is_shown_as_asked(hill: Path) -> None:
    asked = {
        row.id: row.cells["asked"].value for row in filled(opened(workbook(hill, of=BEFORE))).rows["stories"]
    }
    assert asked["2024-25-Q4|waits"] == "yes, on 2 May 2025"
    assert asked["2024-25-Q4|visits"] == "if something changed"


def test_a_workbook_of_older_definitions_is_refused_where_it_was_filled_in(hill: Path) -> None:
    path = filled_in(workbook(hill), WHOLE)
    record = hill / "framework/indicators/waits.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("What is counted.", "What is now counted."))
    assert list(said(taken(hill, path)).values()) == [
        "what 'Waits' counts was changed since this workbook was made: export the workbook again, and copy "
        "what was filled in into it",
        "what 'Waits – age: 0 to 4' counts was changed since this workbook was made: export the workbook "
        "again, and copy what was filled in into it",
    ]


def test_what_was_changed_in_the_records_meanwhile_is_not_written_over(hill: Path) -> None:
    path = workbook(hill, of=BEFORE)
    filled_in(path, {"Waits": {"Numerator": 86, "Reason or comment": "Late entries."}})
    record = hill / f"data/returns/{OLD}.yaml"
    record.write_text(text(hill, OLD).replace("numerator: 84", "numerator: 85"), encoding="utf-8")
    (words,) = said(taken(hill, path)).values()
    assert words.startswith("the records were changed since this workbook was made, to 85 of 431 (19.7%)")


def test_a_measure_that_is_owed_no_more_is_refused(hill: Path) -> None:
    path = filled_in(workbook(hill), WHOLE)
    record = hill / "framework/return-schedules/returns-social-care.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("visits/quarter, ", ""), encoding="utf-8")
    (words,) = said(taken(hill, path)).values()
    assert words.startswith("'visits/quarter' is not asked of this agency for 2025-26-Q1 any more")


CHILDREN: list[list[str | date]] = [
    ["Forename", "Surname", "Date of birth", "Waiting since"],
    ["Kayleigh", "Marsh", date(2014, 3, 12), date(2025, 4, 2)],
    ["Tyler", "Brook", date(2011, 4, 3), date(2025, 4, 9)],
    ["Amina", "Field", date(2016, 9, 30), date(2025, 5, 21)],
]


@pytest.mark.parametrize("where", ["a sheet of its own", "below", "over the sheet", "beside"])
def test_a_list_of_children_is_refused_wherever_it_was_put(hill: Path, where: str) -> None:
    path = filled_in(workbook(hill), WHOLE)
    book = openpyxl.load_workbook(path)
    page = book.create_sheet("Cases") if where == "a sheet of its own" else book["Figures"]
    down, right = {"below": (30, 0), "beside": (5, 14)}.get(where, (0, 0))
    for row, cells in enumerate(CHILDREN, start=1):
        for column, value in enumerate(cells, start=1):
            page.cell(row + down, column + right).value = value
    book.save(path)
    with pytest.raises(CannotOpen, match="this is about single people") as told:
        taken(hill, path)
    assert "Kayleigh" not in str(told.value)


@pytest.mark.parametrize("example", ["hull", "southend", "liverpool"])
def test_no_workbook_of_an_example_is_taken_for_a_list_of_people(
    root: Path, tmp_path: Path, example: str
) -> None:
    folder = root / "examples" / example
    workspace = Workspace.load(folder, date(2026, 1, 20))
    origin = Origin(workspace.register.board_id, "A board", date(2026, 1, 20), "0.1.0", "", "somebody")
    for asking in asked_for(workspace.register, workspace.as_at, quarter(2025, 2), None):
        path = tmp_path / f"{asking.agency}.xlsx"
        path.write_bytes(made(return_book(asking, origin)))
        found = recognised(workspace, path, Told(date(2026, 1, 20)))
        assert (found.problems, found.changes) == ((), ())


def test_a_return_that_was_made_when_it_was_asked_for_is_filled_in(tmp_path: Path) -> None:
    hill = board(
        tmp_path / "hill",
        **{
            f"data/returns/{NEW}.yaml": """
                id: social-care-2025-26-q1
                agency: social-care
                period: 2025-26-Q1
                due: 2025-08-05 # they asked for a week more
            """
        },
    )
    found = written_in(hill, filled_in(workbook(hill), WHOLE))
    assert found.changes[0].before == "awaited"
    now = held(hill, NEW)
    assert (now.received, now.due, now.supplied_by) == (AS_AT, date(2025, 8, 5), "head-of-care")
    assert len(now.values) == 8
    assert "# they asked for a week more" in text(hill, NEW)


def test_monthly_returns_of_a_quarter_are_in_one_workbook_and_come_back_apart(tmp_path: Path) -> None:
    schedule = """
        id: returns-social-care-monthly
        agency: social-care
        every: month
        due_days_after: 10
        since: 2025-04
        measures: [contacts/month]
        contact: head-of-care
    """
    name = "framework/return-schedules/returns-social-care-monthly.yaml"
    hill = board(tmp_path / "hill", **{name: schedule})
    (hill / "framework/return-schedules/returns-social-care.yaml").unlink()
    path = workbook(hill)
    assert [row.id for row in filled(opened(path)).rows["figures"]] == [
        "2025-04|contacts/month|2025-04||",
        "2025-05|contacts/month|2025-05||",
        "2025-06|contacts/month|2025-06||",
    ]
    written_in(hill, filled_in(path, {"Contacts/1": {"Numerator": 4}, "Contacts/3": {"Numerator": 0}}))
    register = Workspace.load(hill, AS_AT, checks=()).register
    assert [one.id for one in register.all(Return)] == [
        OLD,
        "social-care-2025-04",
        "social-care-2025-06",
    ]
    assert [value.numerator for value in held(hill, "social-care-2025-06").values] == [0]


def test_a_yearly_figure_is_asked_for_in_the_quarter_in_which_its_year_ends() -> None:
    kinds = (PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR, PeriodKind.CALENDAR_YEAR, PeriodKind.POOLED)
    quarters = [quarter(2025, number) for number in (1, 2, 3, 4)]
    told = [[str(found) for one in quarters for found in due_within(kind, one)] for kind in kinds]
    assert told == [["2025-26"], ["2024-25-academic"], ["2025"], []]
    assert [str(one) for one in due_within(PeriodKind.SNAPSHOT, quarters[0])] == ["2025-06-30"]
    assert [one.end for one in due_within(PeriodKind.TERM, quarters[3])] == [date(2026, 3, 31)]
    assert [one.start for one in due_within(PeriodKind.YEAR_TO_DATE, quarters[2])] == [date(2025, 4, 1)]


def test_a_second_workbook_of_the_same_return_corrects_the_first(hill: Path) -> None:
    first = filled_in(workbook(hill), {"Contacts/1": {"Numerator": 9}})
    second = filled_in(workbook(hill, name="second.xlsx"), {"Contacts/1": {"Numerator": 11}})
    written_in(hill, first)
    (words,) = said(taken(hill, second)).values()
    assert words.startswith("the records were changed since this workbook was made, to 9")


def test_a_provisional_figure_is_confirmed_without_a_word(hill: Path) -> None:
    written_in(hill, filled_in(workbook(hill), {"Contacts/1": {"Numerator": 9, "Status": "provisional"}}))
    later = workbook(hill, date(2025, 7, 20), name="later.xlsx")
    written_in(hill, filled_in(later, {"Contacts/1": {"Status": "final"}}), date(2025, 7, 20))
    (contacts,) = held(hill, NEW).values
    assert (contacts.status, contacts.revisions[0].status) == ("final", "provisional")
    assert contacts.revisions[0].reason.strip() == "Confirmed as it was sent."


COMMENTS = (
    *("yes", "null", "- x", "# x", "a: b", "'x'", '"q" and \\', "{x}", "[1]", "@x", "&x *y", "x: "),
    *("0123", "1e5", "2025-01-01", "<<<<<<< HEAD", "Åéł – “quoted” …", "😀 fine", "a" * 900, "two\nlines"),
)
STORIES = (
    *("---", "- a\n- b", "# Head\ntext", "  indented\n    more", "a\n\n\nb", "| x", "{{ x }}", "a: b\nc: d"),
    *("https://example.org/" + "x" * 200, "1. one\n2. two", "> quote", "w " * 3000),
)


@pytest.mark.parametrize("number", range(len(COMMENTS)))
def test_any_comment_and_any_story_stand_in_the_record_as_they_were_written(hill: Path, number: int) -> None:
    comment, story = COMMENTS[number], STORIES[number % len(STORIES)]
    path = filled_in(workbook(hill), {"Contacts/1": {"Numerator": 4, "Reason or comment": comment}})
    written_in(hill, filled_in(path, {"Waits": {"The story behind the figure": story}}, "Story"))
    now = held(hill, NEW)
    assert now.values[0].reason == " ".join(comment.split())
    assert now.stories[0].story.split() == story.split()
    assert taken(hill, path).writes is False
