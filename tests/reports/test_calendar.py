"""The calendar as a page: in order, without a slip, hostile words stay words, Markdown says the same."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reports.reader import read, words

from lif.reports.calendar import render, title
from lif.reports.papers import Stamp, frame
from lif.views.calendar.months import MonthCell, Months
from lif.views.calendar.page import MonthRows, Page, QuarterRows, Row

ROW = Row(
    *("Fri 20", "Action due", "Review every plan", "act-plans", "Detective Superintendent", "Review group"),
    *("in 10 days", ("moved once, first 31 May 2025",), True),
)
LATE = Row(
    *("30 May 2025", "Partner's report", "Police", "police-report", "", "", "late by 11 days", (), False),
)
TODAY = Row("Tue 10", "", "Today, 10 June 2025", "", "", "", "", (), False, today=True)
AUDIT = Row(
    *("1 Apr 2025 to 30 Jun 2025", "Audit", "Plans", "audit-plans", "", "Quality group"),
    *("under way until 30 Jun 2025", (), False),
)
MONTHS = Months(
    (("June 2025", "Q1 25/26"), ("July 2025", "Q2 25/26")),
    (("Audits", (MonthCell(2, "late"), MonthCell(1, "to-come"))),),
    0,
)
VIEW = Page(
    *("", "10 June 2025", "31 July 2025", "10 June 2025", "8 July 2025", 1, 2),
    late=(LATE,),
    months=MONTHS,
    quarters=(
        QuarterRows(
            "Quarter 1 2025/26 (April to June 2025)",
            (AUDIT,),
            (MonthRows("June 2025", "month-2025-06", (TODAY, ROW)),),
        ),
        QuarterRows(
            "Quarter 2 2025/26 (July to September 2025)",
            (),
            (MonthRows("July 2025", "month-2025-07", ()),),
        ),
    ),
    count=2,
    undated=("Plans group meets every quarter.",),
    illustrative=True,
)


def made(view: Page, form: str) -> str:
    paper = frame(
        *(title(view), "Hill Safeguarding Children Partnership", date(2025, 6, 10)),
        Stamp("1.0", None, None),
        illustrative=view.illustrative,
    )
    return render(view, paper, form)


def hostile(text: str) -> Page:
    row = Row("Fri 20", text, text, text, text, text, text, (text,), False)
    months = (MonthRows("June 2025", "month-2025-06", (row,)),)
    return Page(
        *(text, "10 June 2025", "31 July 2025", "10 June 2025", "8 July 2025", 1, 2),
        *((row,), MONTHS, (QuarterRows("Quarter 1", (row,), months),), 2, (text,), False),
    )


def test_the_page_asks_first_and_goes_by_quarter_and_month() -> None:
    page = read(made(VIEW, "html"))
    assert page.slips == ()
    assert page.headings == [
        (1, "Calendar"),
        (2, "What is asked of you"),
        (2, "Late and still wanted"),
        (2, "Without a day yet"),
        (2, "Quarter 1 2025/26 (April to June 2025)"),
        (3, "For the whole quarter"),
        (3, "June 2025"),
        (2, "Quarter 2 2025/26 (July to September 2025)"),
        (3, "July 2025"),
    ]
    said = words(page.tree)
    for sentence in (
        "Settle what is late: for 1 date that has passed, what was promised is still wanted.",
        "to 8 July 2025: 1 meeting or training session, and 2 things that fall due.",
        "Nothing stands in the calendar.",
        "Plan the next meeting of 1 group: no day is entered.",
        "Plans group meets every quarter.",
        "Today, 10 June 2025",
        "nobody named",
        "Holds illustrative figures.",
    ):
        assert sentence in said


def test_every_link_leads_somewhere_and_no_id_stands_twice() -> None:
    page = read(made(VIEW, "html"))
    ids = page.values("id")
    assert len(set(ids)) == len(ids)
    assert [a for a in page.values("href") if a.startswith("#") and a[1:] not in ids] == []
    assert page.all("script") == []


def test_a_made_up_date_says_so_in_its_row() -> None:
    rows = [words(row) for row in read(made(VIEW, "html")).all("tr")]
    assert [row for row in rows if "illustrative" in row] == [
        "Fri 20 Action due: Review every plan illustrativeact-plans · moved once, first 31 May 2025 "
        "Detective SuperintendentReview group in 10 days"
    ]


def test_markdown_says_the_same() -> None:
    text = made(VIEW, "md")
    assert (
        "| Fri 20 | **Action due:** Review every plan (illustrative); "
        "act-plans · moved once, first 31 May 2025 | Detective Superintendent; Review group | in 10 days |\n"
    ) in text
    assert "| **Tue 10** | **Today, 10 June 2025** | | |\n" in text
    assert "1. Settle what is late: for 1 date that has passed" in text
    assert "3. Plan the next meeting of 1 group: no day is entered.\n" in text
    assert "- Plans group meets every quarter.\n" in text


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "a | b\n# c", '"><img src=x onerror=1>', "[x](javascript:1)", "{{ 7 }}"],
)
def test_hostile_words_change_nothing_but_words(text: str) -> None:
    assert read(made(hostile(text), "html")).shape == read(made(hostile("plain"), "html")).shape
    lines, plain = made(hostile(text), "md").splitlines(), made(hostile("plain"), "md").splitlines()
    assert len(lines) == len(plain)
    assert [line[:2] for line in lines] == [line[:2] for line in plain]


def test_the_same_bytes_twice() -> None:
    assert made(VIEW, "html") == made(VIEW, "html")
