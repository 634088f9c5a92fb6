"""Groups that promise to meet and have no meeting ahead: named, with the day on which the next would fall."""

from __future__ import annotations

from datetime import date

from tests.folders import Write
from tests.views.small_register import register_of

from lif.views.calendar import calendar
from lif.views.calendar.page import page

GROUP = """
    id: plans-group
    name: Plans group
    tier: subgroup
    meets: every-two-months
"""


def meeting(day: str, held: str = "") -> dict[str, str]:
    text = f"""
        id: plans-{day}
        group: plans-group
        on: {day}
    """
    return {f"data/meetings/plans-{day}.yaml": f"{text}    held: {held}\n" if held else text}


def told(workspace: Write, files: dict[str, str], as_at: str, until: str | None = None) -> list[str]:
    register = register_of(workspace, {"framework/groups/plans-group.yaml": GROUP, **files}, as_at)
    last = date.fromisoformat(until) if until else None
    return list(page(calendar(register, date.fromisoformat(as_at), None, last, "plans-group")).undated)


def test_nothing_is_recorded(workspace: Write) -> None:
    assert told(workspace, {}, "2025-06-10") == [
        "Plans group meets every two months, and no meeting of it is recorded or planned."
    ]


def test_the_next_falls_an_interval_after_the_last(workspace: Write) -> None:
    files = {**meeting("2025-05-06", "true"), **meeting("2025-06-03", "false")}
    (line,) = told(workspace, files, "2025-06-10")
    assert line == (
        "Plans group meets every two months and last met on 6 May 2025: the next would fall by 5 July 2025."
    )  # 365 days by 6 are 60


def test_a_planned_meeting_is_enough_however_far(workspace: Write) -> None:
    assert told(workspace, meeting("2027-01-01"), "2025-06-10") == []


def test_so_is_one_of_today(workspace: Write) -> None:
    assert told(workspace, meeting("2025-06-10"), "2025-06-10") == []
    assert told(workspace, meeting("2025-06-10"), "2025-06-11") != []


def test_a_calendar_of_what_was_says_nothing_of_it(workspace: Write) -> None:
    assert told(workspace, {}, "2025-06-10", "2025-06-10") == []


def test_a_group_that_has_ended_meets_no_more(workspace: Write) -> None:
    files = {"framework/groups/plans-group.yaml": GROUP + "    until: 2025-06-09\n"}
    assert told(workspace, files, "2025-06-10") == []
    assert told(workspace, files, "2025-06-09") != []
