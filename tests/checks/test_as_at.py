"""What is wrong does not depend on the day that is asked about; what is awaited does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.checks.anyshire import ANYSHIRE, AS_AT, printed, write
from tests.checks.examples import CODES_FOLDER, examples
from tests.conftest import ROOT

from lif.checks.registry import CHECKS
from lif.diagnostics import Diagnostic, Severity
from lif.views.actions import overdue
from lif.workspace import Workspace

DAYS = (date(2012, 4, 1), date(2019, 9, 29), date(2024, 11, 26), date(2025, 3, 10), date(2031, 1, 1))
STRUCTURAL = sorted(code for code in examples() if code[0] in "ILDAFEW")


def errors(folder: Path, as_at: date) -> list[Diagnostic]:
    loaded = Workspace.load(folder, as_at)
    return [diagnostic for diagnostic in loaded.diagnostics if diagnostic.severity is Severity.ERROR]


@pytest.mark.parametrize("code", STRUCTURAL)
def test_an_error_is_one_on_every_day(code: str) -> None:
    folder = CODES_FOLDER / code
    expected = errors(folder, AS_AT)
    for day in DAYS:
        assert errors(folder, day) == expected, day


def test_the_repositorys_own_records_have_no_error_on_any_day() -> None:
    for day in DAYS:
        assert errors(ROOT, day) == []


def test_the_day_of_a_return_decides_whether_it_is_awaited(tmp_path: Path) -> None:
    path = "data/returns/council-2024-25-q3.yaml"
    text = ANYSHIRE[path].replace("received: 2025-01-24\nsupplied_by: help-lead\n", "")
    board = write(tmp_path, changed={path: text})
    assert printed(board, date(2025, 1, 28)) == []
    assert printed(board, date(2025, 1, 29)) == [
        f"{path}:4:6: warning F102 due on 2025-01-28, and 'council' has not sent it "
        "(ask for it; enter 'received' when it comes)"
    ]


def test_a_return_without_a_record_is_missing_from_the_day_after_it_was_due(tmp_path: Path) -> None:
    board = write(tmp_path)
    assert printed(board, date(2025, 4, 28)) == []
    assert printed(board, date(2025, 4, 29)) == [
        "framework/return-schedules.yaml:5:10: warning F101 no return from 'council' for 2024-25-Q4 "
        "(ask for it, or make 'council-2024-25-q4' with the day it was due)"
    ]


def test_an_action_is_late_only_by_the_date_that_was_agreed_by_then(tmp_path: Path) -> None:
    path = "data/actions/act-2024-supervision.yaml"
    late = ANYSHIRE[path].replace("on: 2025-02-11", "on: 2025-03-04")
    board = write(tmp_path, changed={path: late})
    assert printed(board, date(2025, 2, 28)) == []
    assert [line.split(" (")[0] for line in printed(board, date(2025, 3, 1))] == [
        f"{path}:12:6: warning A201 in-progress, and 1 day overdue: due 2025-02-28"
    ]
    assert printed(board, date(2025, 3, 4)) == []


def test_a_later_step_does_not_excuse_an_earlier_day(tmp_path: Path) -> None:
    """Closed in January, the action was late in the weeks before it was reported complete."""
    path = "data/actions/act-2024-visits.yaml"
    text = ANYSHIRE[path].replace("due: 2024-11-29", "due: 2024-11-15")
    board = write(tmp_path, changed={path: text})
    assert [line.split(" (")[0] for line in printed(board, date(2024, 11, 20))] == [
        f"{path}:12:6: warning A201 in-progress, and 5 days overdue: due 2024-11-15"
    ]
    assert printed(board) == []


def test_the_warnings_about_overdue_actions_are_the_list_for_the_chair() -> None:
    late = [check for check in CHECKS if check.number == "A201"]
    for day in (date(2024, 11, 26), date(2025, 6, 1), date(2025, 12, 10)):
        loaded = Workspace.load(ROOT, day, late)
        warned = {one.record for one in (*loaded.diagnostics, *loaded.accepted) if one.code == "A201"}
        assert warned == {line.id for line in overdue(loaded.register, day)}
