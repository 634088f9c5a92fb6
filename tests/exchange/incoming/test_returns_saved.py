"""Returns that another program saved: LibreOffice, openpyxl, and a file that LibreOffice saved long ago."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from tests.exchange.incoming.returning import AS_AT, Cells, board, filled_in, taken, workbook, written_in
from tests.exchange.workbooks.sample import by_libreoffice

from lif.records.figures import Return, Value
from lif.workspace import Workspace

NEW = "social-care-2025-26-q1"
WHOLE: Cells = {
    "Waits": {"Numerator": 0, "Denominator": 402},
    "Waits – age: 0 to 4": {"Numerator": 12, "Denominator": 96, "Reason or comment": "+ two from June"},
    "Visits": {"Status": "not available", "Reason or comment": "The system was changed."},
    "Contacts/1": {"Numerator": 9},
    "Contacts/2": {"Numerator": 8, "Status": "provisional"},
    "Contacts/3": {"Status": "suppressed"},
    "Plans": {"Numerator": 51, "Denominator": 20100, "Status": "estimated"},
    "Published": {"Figure": 62.25},
}
STORY: Cells = {"Waits": {"The story behind the figure": "A clinic closed in May, and opened again in June."}}
SAYS = [
    ("waits", Decimal(0), Decimal(402), None, "final", None),
    ("waits-0-to-4", Decimal(12), Decimal(96), None, "final", "+ two from June"),
    ("visits", None, None, None, "not-available", "The system was changed."),
    ("contacts", Decimal(9), None, None, "final", None),
    ("contacts-2", Decimal(8), None, None, "provisional", None),
    ("contacts-3", None, None, None, "suppressed", None),
    ("plans", Decimal(51), Decimal(20100), None, "estimated", None),
    ("published", None, None, Decimal("62.25"), "final", None),
]


def told(value: Value) -> tuple[str, Decimal | None, Decimal | None, Decimal | None, str, str | None]:
    return (value.id, value.numerator, value.denominator, value.value, value.status, value.reason)


def held(folder: Path) -> Return:
    return Workspace.load(folder, AS_AT, checks=()).register.record(Return, NEW)


def by_openpyxl(path: Path) -> Path:
    openpyxl.load_workbook(path).save(path)
    return path


def twice(path: Path) -> Path:
    return by_openpyxl(by_libreoffice(by_libreoffice(path, path.parent / "p"), path.parent / "p"))


SAVERS: dict[str, Callable[[Path], Path]] = {
    "openpyxl": by_openpyxl,
    "LibreOffice": lambda path: by_libreoffice(path, path.parent / "p"),
    "LibreOffice twice and openpyxl": twice,
}


@pytest.mark.parametrize("saver", SAVERS)
def test_what_was_filled_in_is_in_the_records_whoever_saved_it(tmp_path: Path, saver: str) -> None:
    hill = board(tmp_path / "hill")
    path = filled_in(filled_in(workbook(hill), WHOLE), STORY, "Story")
    written_in(hill, SAVERS[saver](path))
    now = held(hill)
    assert [told(value) for value in now.values] == SAYS
    assert [one.story for one in now.stories] == ["A clinic closed in May, and opened again in June.\n"]


def test_a_workbook_that_libreoffice_saved_in_2025_is_still_read(tmp_path: Path, root: Path) -> None:
    """A workbook is out for months: what lif makes of it later must be what it would have made then."""
    hill = board(tmp_path / "hill")
    path = tmp_path / "came.xlsx"
    shutil.copy(root / "tests/data/workbooks/returned-by-libreoffice.xlsx", path)
    written_in(hill, path)
    assert [told(value) for value in held(hill).values] == SAYS
    assert taken(hill, path).writes is False


def test_a_workbook_that_libreoffice_saved_untouched_changes_nothing(tmp_path: Path) -> None:
    hill = board(tmp_path / "hill")
    found = taken(hill, by_libreoffice(workbook(hill), tmp_path / "p"))
    assert (found.problems, found.changes) == ((), ())


COUNTS = some.integers(0, 999_999_999)
PARTS = some.decimals(1, 999_999, places=3, allow_nan=False, allow_infinity=False)
REASONS = some.none() | some.text(some.sampled_from("abcdefgh =+-@'\"<&;.,éł"), min_size=1, max_size=40)
FIRM = some.sampled_from([None, "final", "provisional", "estimated"])
NONE = some.sampled_from(["not available", "not applicable", "suppressed", "low, not nought", "awaited"])
KEPT = {None: "final", "low, not nought": "low"}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    some.tuples(PARTS, FIRM, REASONS) | some.tuples(some.none(), NONE, REASONS),
    some.tuples(COUNTS, FIRM, REASONS) | some.tuples(some.none(), NONE, REASONS),
)
def test_any_figures_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory,
    published: tuple[Decimal | None, str | None, str | None],
    contacts: tuple[int | None, str | None, str | None],
) -> None:
    hill = board(tmp_path_factory.mktemp("any") / "hill")
    rows: dict[str, dict[str, object]] = {}
    for name, (number, status, reason) in (("Published", published), ("Contacts", contacts)):
        rows[name] = {"Status": status, "Figure" if name == "Published" else "Numerator": number}
        if reason and not reason.startswith("="):  # the third program would make a formula of it
            rows[name]["Reason or comment"] = reason
    found = written_in(hill, filled_in(workbook(hill), rows))
    assert found.changes
    by_measure = {value.measure: value for value in held(hill).values}
    for address, name, (number, status, _) in (
        ("published/quarter", "Published", published),
        ("contacts/month", "Contacts", contacts),
    ):
        value = by_measure[address]
        assert (value.value if name == "Published" else value.numerator) == number
        assert value.status == KEPT.get(status, (status or "").replace(" ", "-"))
        given_ = str(rows[name].get("Reason or comment") or "")
        assert (value.reason or "") == " ".join(given_.split())


def test_the_file_of_2025_is_the_one_that_is_told_of(root: Path) -> None:
    words = (root / "tests/data/workbooks/README.md").read_text(encoding="utf-8")
    assert "returned-by-libreoffice.xlsx" in words
    assert date(2025, 7, 10) == AS_AT
