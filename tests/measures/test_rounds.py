"""Promises that come back every so often: which rounds there are, and what kept each."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.folders import written
from tests.small_board import SMALL

from lif.measures.promises_due import Occasion, occasions
from lif.measures.rounds import Deed, Round, kept_on, rounds
from lif.records.promised import Every, Promised
from lif.views.calendar import calendar
from lif.views.deadlines import all_deadlines
from lif.workspace import Workspace

AS_AT = date(2025, 3, 10)
ELEMENT = """\
id: element-telling
name: How learning is told
promises:
  - id: newsletter
    text: |
      A newsletter goes out each quarter.
    what: each-round
    every: quarter
    within_days: 14
    since: 2024-04-01
  - id: own-audits
    text: |
      The police and the council report their own audits twice a year.
    what: each-round
    every: half-year
    within_days: 30
    since: 2024-04-01
    agencies:
      - police
      - social-care
"""


def promised(every: Every | None, since: date, until: date | None = None) -> Promised:
    said = {"id": "kept", "text": "It is kept.", "what": "each-round", "within_days": "0"}
    days = {"since": since.isoformat(), **({"until": until.isoformat()} if until else {})}
    return Promised.model_validate({**said, **days, **({"every": every} if every else {})})


@pytest.mark.parametrize(
    ("every", "labels"),
    [
        ("month", ["January 2025", "February 2025", "March 2025"]),
        ("quarter", ["Quarter 4 2024/25"]),
        ("half-year", ["October 2024 to March 2025"]),
        ("year", []),
        (None, []),
    ],
)
def test_rounds_begin_on_or_after_the_first_day(every: Every | None, labels: list[str]) -> None:
    since = date(2024, 10, 1) if every == "half-year" else date(2025, 1, 1)
    assert [one.label for one in rounds(promised(every, since), AS_AT)] == labels


def test_a_year_is_a_financial_one_and_nothing_begins_after_the_last_day() -> None:
    years = rounds(promised(None, date(2022, 4, 1)), AS_AT)
    assert [(one.start.year, one.end) for one in years] == [
        (2022, date(2023, 3, 31)),
        (2023, date(2024, 3, 31)),
        (2024, date(2025, 3, 31)),
    ]
    assert len(rounds(promised("year", date(2022, 4, 1), date(2023, 3, 31)), AS_AT)) == 1


def test_what_is_done_in_the_days_of_grace_keeps_the_round_before_and_counts_once() -> None:
    first = Round(date(2024, 4, 1), date(2024, 6, 30), "first")
    second = Round(date(2024, 7, 1), date(2024, 9, 30), "second")
    late, again, other = (Deed(date(2024, 7, day), (), False) for day in (5, 6, 30))
    grace = timedelta(days=14)
    assert kept_on((first, second), grace, [late]) == (late, None)
    assert kept_on((first, second), grace, [late, again]) == (late, again)
    assert kept_on((first, second), grace, [other]) == (None, other)


def evidence(id_: str, on: str, shows: str, more: str = "") -> dict[str, str]:
    text = f"id: {id_}\ntitle: It was done\nsort: document\ntext: |\n  It was.\non: {on}\n"
    return {f"data/evidence/{id_}.yaml": f"{text}shows:\n  - element-telling/{shows}\n{more}"}


@pytest.fixture
def board(tmp_path: Path) -> Path:
    files = {
        **SMALL,
        "framework/elements/element-telling.yaml": ELEMENT,
        **evidence("evidence-summer", "2024-05-20", "newsletter"),
        **evidence("evidence-against", "2024-08-20", "newsletter", "strength: contradicts\n"),
        **evidence("evidence-police", "2024-09-02", "own-audits", "supplied_by: police\n"),
    }
    return written(tmp_path, files)


def named(found: tuple[Occasion, ...]) -> list[tuple[str, str, date | None]]:
    return [(one.about, one.part, one.kept) for one in found]


def test_each_agency_keeps_its_own_rounds(board: Path) -> None:
    found = occasions(Workspace.load(board, AS_AT).register, AS_AT)
    assert named(found) == [
        ("element-telling", "Quarter 1 2024/25", date(2024, 5, 20)),
        ("element-telling", "Quarter 2 2024/25", None),
        ("element-telling", "Quarter 3 2024/25", None),
        ("element-telling", "Quarter 4 2024/25", None),
        ("police", "April 2024 to September 2024", date(2024, 9, 2)),
        ("police", "October 2024 to March 2025", None),
        ("social-care", "April 2024 to September 2024", None),
        ("social-care", "October 2024 to March 2025", None),
    ]


def test_the_last_round_that_was_missed_is_told_and_no_other(board: Path) -> None:
    said = [each for each in Workspace.load(board, AS_AT).diagnostics if each.code == "A494"]
    assert [each.message.partition(", due")[0] for each in said] == [
        "nothing shows it for Quarter 3 2024/25",
        "'social-care': nothing shows it for April 2024 to September 2024",
    ]


def test_the_round_that_runs_stands_among_deadlines_and_in_the_calendar(board: Path) -> None:
    register = Workspace.load(board, AS_AT).register
    lines = [one for one in all_deadlines(register, AS_AT) if one.what.startswith("A newsletter")]
    assert [(one.due, one.state) for one in lines] == [
        (date(2024, 7, 14), "met"),
        (date(2024, 10, 14), "breached"),
        (date(2025, 1, 14), "breached"),
        (date(2025, 4, 14), "not-yet-due"),
    ]
    coming = [one for one in calendar(register, AS_AT).entries if one.label.startswith("A newsletter")]
    assert [one.start for one in coming if one.start > AS_AT] == [
        date(2025, 4, 14),
        date(2025, 7, 14),
        date(2025, 10, 14),
        date(2026, 1, 14),
    ]
