"""Calendar files, read back by another library: days, names that stay, moves, and words that bite."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from lif.exchange.calendar_files import CalendarFile, as_ics
from lif.views.calendar import Entry

ABOUT = CalendarFile("Hill Safeguarding Children Partnership", "hill", "1.0", date(2025, 6, 30))

ACTION = Entry(
    key="act-plans.due",
    sort="action",
    label="action due",
    title="Review every plan",
    start=date(2025, 9, 30),
    end=date(2025, 9, 30),
    group="review-group",
    group_name="Review group",
    who="Detective Superintendent",
    record="act-plans",
    standing="ahead",
    first=None,
    moved=0,
    changed_on=None,
    firm=True,
    note="",
    illustrative=False,
)


def read(text: str) -> list[Any]:
    """The events, as the other library reads them; it refuses what the standard does not allow."""
    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)
    found: list[Any] = calendar.vevent_list
    return found


def written(*entries: Entry, about: CalendarFile = ABOUT) -> str:
    return as_ics(entries, about)


def test_an_action_as_another_calendar_reads_it() -> None:
    (event,) = read(written(ACTION))
    assert event.uid.value == "act-plans.due@hill.lif"
    assert (event.dtstart.value, event.dtend.value) == (date(2025, 9, 30), date(2025, 10, 1))
    assert event.dtstart.params == {"VALUE": ["DATE"]}
    assert event.summary.value == "Action due: Review every plan"
    assert event.description.value == (
        "Review every plan\nGroup: Review group\nWho: Detective Superintendent\nStands: ahead\n"
        "Record: act-plans"
    )
    assert event.categories.value == ["Action"]
    assert (event.status.value, event.transp.value, event.sequence.value) == ("CONFIRMED", "TRANSPARENT", "0")
    assert event.dtstamp.value == datetime(2025, 6, 30, tzinfo=UTC)
    assert event.last_modified.value == datetime(2025, 6, 30, tzinfo=UTC)


def test_the_file_says_what_it_is() -> None:
    text = written(ACTION)
    assert text.startswith("BEGIN:VCALENDAR\r\n") and text.endswith("END:VCALENDAR\r\n")
    for line in (
        "VERSION:2.0",
        "PRODID:-//lif//lif 1.0//EN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Hill Safeguarding Children Partnership",
        "DTSTART;VALUE=DATE:20250930",
        "DTEND;VALUE=DATE:20251001",
    ):
        assert f"\r\n{line}\r\n" in text


def test_a_quarter_is_a_span_whose_end_is_the_day_after() -> None:
    audit = replace(
        ACTION, key="audit-plans.quarter", sort="audit", start=date(2026, 1, 1), end=date(2026, 3, 31)
    )
    (event,) = read(written(audit))
    assert (event.dtstart.value, event.dtend.value) == (date(2026, 1, 1), date(2026, 4, 1))


def test_a_second_import_updates_what_moved() -> None:
    moved = replace(
        ACTION,
        start=date(2025, 12, 31),
        end=date(2025, 12, 31),
        first=date(2025, 9, 30),
        moved=1,
        changed_on=date(2025, 7, 14),
    )
    later = replace(ABOUT, as_at=date(2025, 8, 1))
    (before,), (after,) = read(written(ACTION)), read(written(moved, about=later))
    assert before.uid.value == after.uid.value
    assert int(after.sequence.value) == int(before.sequence.value) + 1
    assert after.dtstamp.value > before.dtstamp.value
    assert after.last_modified.value == datetime(2025, 7, 14, tzinfo=UTC)
    assert after.dtstart.value == date(2025, 12, 31)
    assert "Moved once; first date 30 September 2025" in after.description.value


@pytest.mark.parametrize(
    ("standing", "firm", "summary", "status", "sequence"),
    [
        ("ahead", False, "Action due: Review every plan", "TENTATIVE", "0"),
        ("late", True, "Action due: Review every plan", "CONFIRMED", "0"),
        ("done", False, "Done: action due: Review every plan", "CONFIRMED", "0"),
        ("cancelled", True, "Cancelled: action due: Review every plan", "CANCELLED", "1"),
    ],
)
def test_where_it_stands(standing: Any, firm: bool, summary: str, status: str, sequence: str) -> None:
    (event,) = read(written(replace(ACTION, standing=standing, firm=firm)))
    assert (event.summary.value, event.status.value, event.sequence.value) == (summary, status, sequence)


def test_what_is_made_up_says_so_first() -> None:
    (event,) = read(written(replace(ACTION, illustrative=True)))
    assert event.summary.value == "(Illustrative) Action due: Review every plan"
    assert event.categories.value == ["Action", "Illustrative"]
    assert event.description.value.endswith("no decision should rest on it.")


HOSTILE = (
    "commas, semicolons; colons: and \\ backslashes \\n \\, in it",
    "quotes \" and ' and <b>tags</b> & ampersands",
    "lines\nthat\r\nbreak\tBEGIN:VEVENT\nUID:stolen",
    "emoji 👧🏽 and accents ééé and Łódź and 漢字",
    "=cmd|' /C calc'!A0",
)


@pytest.mark.parametrize("title", HOSTILE, ids=range(len(HOSTILE)))
def test_words_stay_words(title: str) -> None:
    text = written(replace(ACTION, title=title))
    (event,) = read(text)
    said = " ".join(title.split())
    assert event.summary.value == f"Action due: {said}"
    assert event.description.value.split("\n")[0] == said
    assert event.uid.value == "act-plans.due@hill.lif"
    assert text.count("\nBEGIN:VEVENT\r") == 1


def test_characters_that_do_not_show_are_made_to() -> None:
    (event,) = read(written(replace(ACTION, title="left\u202eright")))
    assert event.summary.value == "Action due: left<U+202E>right"


def test_a_title_that_is_cut_stands_whole_in_the_description() -> None:
    (event,) = read(written(replace(ACTION, title="é" * 300)))
    assert event.summary.value == f"Action due: {'é' * 237}…"  # 12 + 237 + 1 = 250
    assert event.description.value.split("\n")[0] == "é" * 300


@given(st.text(max_size=400), st.text(max_size=80))
def test_lines_are_short_and_end_as_they_must_whatever_is_said(title: str, who: str) -> None:
    text = written(replace(ACTION, title=title, who=who))
    assert text == written(replace(ACTION, title=title, who=who))
    lines = text.encode("utf-8").split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert len(read(text)) == 1
