"""The calendar in words: today is marked, lateness is counted in days, months hold what begins in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.folders import Write
from tests.views.small_register import register_of

from lif.views.calendar import Entry, calendar
from lif.views.calendar.page import Page, page, stands

FILES = {
    "data/meetings/quality-2025-06-02.yaml": """
        id: quality-2025-06-02
        group: quality-group
        on: 2025-06-02
        held: true
    """,
    "data/meetings/quality-2025-06-20.yaml": """
        id: quality-2025-06-20
        illustrative: true
        group: quality-group
        on: 2025-06-20
    """,
    "data/partner-reports/police-report.yaml": """
        id: police-report
        title: Police, yearly report
        agency: police
        period: 2024-25
        due: 2025-05-30
    """,
    "data/partner-reports/care-report.yaml": """
        id: care-report
        title: Social care, yearly report
        agency: social-care
        period: 2024-25
        due: 2025-07-08
    """,
    "data/audits/audit-plans.yaml": """
        id: audit-plans
        title: Plans
        sort: dip-sample
        group: quality-group
        planned: 2025-26-Q2
    """,
}


def made(workspace: Write, as_at: str, since: str | None = None) -> Page:
    register = register_of(workspace, FILES, as_at)
    first = date.fromisoformat(since) if since else None
    return page(calendar(register, date.fromisoformat(as_at), first, date(2025, 8, 31)))


def test_what_is_asked_counts_four_weeks_and_what_is_late(workspace: Write) -> None:
    found = made(workspace, "2025-06-10")
    assert (found.soon_until, found.meetings, found.due) == ("8 July 2025", 1, 1)
    assert [(row.day, row.title, row.stands) for row in found.late] == [
        ("30 May 2025", "Police, yearly report", "late by 11 days")
    ]
    assert made(workspace, "2025-06-09").due == 0  # the report is due in 29 days


def test_today_stands_where_it_falls(workspace: Write) -> None:
    june = made(workspace, "2025-06-10", "2025-06-01").quarters[0].months[0]
    assert [(row.day, row.title, row.stands) for row in june.rows] == [
        ("Mon 2", "Quality assurance group", "done"),
        ("Tue 10", "Today, 10 June 2025", ""),
        ("Fri 20", "Quality assurance group", "in 10 days"),
    ]
    last = made(workspace, "2025-06-30", "2025-06-01").quarters[0].months[0]
    assert [row.title for row in last.rows][-1] == "Today, 30 June 2025"


def test_an_audit_stands_above_the_months_of_its_quarter(workspace: Write) -> None:
    first, second = made(workspace, "2025-06-10").quarters
    assert [row.title for row in first.whole] == []
    assert [(row.day, row.title, row.stands) for row in second.whole] == [
        ("1 Jul 2025 to 30 Sep 2025", "Plans", "in 21 days")
    ]
    assert [(month.name, len(month.rows)) for month in second.months] == [
        ("July 2025", 1),
        ("August 2025", 0),
    ]


def test_it_says_whether_anything_is_made_up(workspace: Write) -> None:
    assert made(workspace, "2025-06-10").illustrative
    assert not made(workspace, "2025-06-21").illustrative


ENTRY = Entry(
    *("a.due", "action", "action due", "A", date(2025, 7, 1), date(2025, 7, 1), "", "", "", "a", "ahead"),
    *(None, 0, None, True, "", False),
)


@pytest.mark.parametrize(
    ("as_at", "standing", "words"),
    [
        ("2025-06-30", "ahead", "in 1 day"),
        ("2025-07-01", "today", "today"),
        ("2025-07-02", "late", "late by 1 day"),
        ("2020-01-01", "ahead", "in 2,008 days"),  # 366 + 4 × 365 + 1 + 181
        ("2025-07-02", "past", "past, and nothing is recorded of it"),
        ("2025-07-02", "cancelled", "cancelled"),
    ],
)
def test_where_it_stands_in_words(as_at: str, standing: str, words: str) -> None:
    entry = replace(ENTRY, standing=standing)  # type: ignore[arg-type]
    assert stands(entry, date.fromisoformat(as_at)) == words


def test_a_span_says_until_when() -> None:
    span = replace(ENTRY, end=date(2025, 9, 30), standing="under-way")
    assert stands(span, date(2025, 8, 1)) == "under way until 30 Sep 2025"
