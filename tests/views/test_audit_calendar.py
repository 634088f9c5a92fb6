"""The audit calendar of a year: which audits belong to it, what slipped, and what is not covered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from tests.folders import Write
from tests.views.small_question import question_of

from lif.views.audit_calendar import AuditCalendar, audit_calendar

AGENCIES = """
    - id: social-care
      name: Social care
      sector: council
      statutory_partner: true
    - id: police
      name: Hill Police
      short_name: Police
      sector: police
      statutory_partner: true
    - id: trust
      name: Hospital trust
      sector: health
"""
THEMES = {
    "framework/themes.yaml": """
        - id: theme-visits
          name: Visits to the home
    """,
    "framework/agencies.yaml": AGENCIES,
}
ELEMENT = {
    "framework/elements/element-looking.yaml": """
        id: element-looking
        letter: C
        name: Looking at practice
        audit_activity:
          - id: on-plans
            text: |
              Audits of plans, every three years.
            every_years: 3
          - id: on-visits
            text: |
              Audits of visits.
    """
}


def audit(
    id_: str, quarter: str, *lines: str, title: str = "", group: str = "quality-group"
) -> dict[str, str]:
    """An audit of the small board with these further lines."""
    head = [
        f"id: {id_}",
        f"title: {title or id_}",
        "sort: multi-agency",
        f"group: {group}",
        f"planned: {quarter}",
    ]
    return {f"data/audits/{id_}.yaml": "\n".join([*head, *lines]) + "\n"}


WHOLE = ("why: It matters.", "agencies: [social-care]")


def put_off(from_: str, to: str, on: str) -> tuple[str, ...]:
    first = f"  - from_quarter: {from_}"
    return (
        first,
        f"    to_quarter: {to}",
        f"    on: {on}",
        "    reason: Nobody was free.",
        "    agreed_by: quality-group",
    )


def seen(
    workspace: Write, files: Mapping[str, str], *about: str, as_at: str = "2025-06-15", year: str = ""
) -> AuditCalendar:
    return audit_calendar(question_of(workspace, files, as_at, *about, year=year))


def places(view: AuditCalendar) -> dict[str, str]:
    return {line.id: line.place for line in view.lines}


def test_nothing_in_the_calendar_is_itself_a_question(workspace: Write) -> None:
    view = seen(workspace, {})
    assert (view.year, view.begins, view.ends) == ("2025/26", date(2025, 4, 1), date(2026, 3, 31))
    assert view.opening.asked == (
        "Agree the audits of 2025/26: none stands in the calendar.",
        "Decide whether to audit work on “Neglect” and “Early help”: no audit that names them was reported "
        "in the twelve months before 15 June 2025, and none is planned for the twelve after it.",
    )
    assert view.opening.purpose == "Decision: what is audited, and when"
    assert (view.quarters, view.stages, view.slipped, view.repeats, view.left_out) == ((), (), (), (), ())


FOUR = {
    **audit("this-year", "2025-26-Q2", *WHOLE),
    **audit("left-over", "2024-25-Q4", *WHOLE),
    **audit("done-before", "2024-25-Q2", *WHOLE, "started: 2024-07-01", "reported: 2024-09-01"),
    **audit(
        "gone-on", "2026-27-Q1", *WHOLE, "postponed:", *put_off("2025-26-Q1", "2026-27-Q1", "2025-05-01")
    ),
    **audit("next-year", "2026-27-Q2", *WHOLE),
    **audit("given-up", "2025-26-Q1", *WHOLE, "cancelled: 2025-05-02", "cancelled_reason: Too few cases."),
}


def test_audits_of_the_year_are_those_of_its_quarters_left_over_and_moved_out(workspace: Write) -> None:
    view = seen(workspace, FOUR)
    assert places(view) == {
        "left-over": "carried-over",
        "given-up": "planned",
        "this-year": "planned",
        "gone-on": "moved-out",
    }
    assert [quarter.name for quarter in view.quarters][:2] == [
        "Quarter 4 2024/25 (January to March 2025)",
        "Quarter 1 2025/26 (April to June 2025)",
    ]
    # moved out counts at no stage of this year
    assert [(one.stage, one.count) for one in view.stages] == [("planned", 1), ("late", 1), ("given-up", 1)]
    assert next(line for line in view.lines if line.id == "given-up").given_up_because == "Too few cases."


def test_a_change_that_came_later_is_not_known_yet(workspace: Write) -> None:
    assert places(seen(workspace, FOUR, as_at="2025-04-30"))["gone-on"] == "planned"
    assert seen(workspace, FOUR, as_at="2025-04-30").slipped == ()


@pytest.mark.parametrize(("year", "ids"), [("2024-25", {"left-over", "done-before"}), ("2027-28", set())])
def test_another_year_is_asked_for_by_name(workspace: Write, year: str, ids: set[str]) -> None:
    assert set(places(seen(workspace, FOUR, year=year))) == ids


def test_what_is_late_and_what_was_put_off_is_asked_first(workspace: Write) -> None:
    twice = (
        *put_off("2024-25-Q4", "2025-26-Q1", "2025-02-01"),
        *put_off("2025-26-Q1", "2025-26-Q3", "2025-06-01"),
    )
    files = audit("left-over", "2024-25-Q4", *WHOLE) | audit(
        "visits", "2025-26-Q3", *WHOLE, "postponed:", *twice
    )
    view = seen(workspace, files)
    assert view.opening.asked[:2] == (
        "Ask why “left-over” (Q4 24/25) has not begun: the quarter is over.",
        "Challenge why “visits” was put off twice, from Q4 24/25 to Q3 25/26, and agree that it is not put "
        "off again.",
    )
    assert [(one.from_quarter, one.to_quarter, one.reason, one.agreed_by) for one in view.slipped] == [
        ("Q4 24/25", "Q1 25/26", "Nobody was free.", "Quality assurance group"),
        ("Q1 25/26", "Q3 25/26", "Nobody was free.", "Quality assurance group"),
    ]


def test_what_is_to_be_repeated_and_by_which_audit(workspace: Write) -> None:
    told = ("started: 2024-04-02", "reported: 2024-06-01")
    files = {
        **audit("alone", "2024-25-Q1", *WHOLE, *told, "re_audit_due: 2026-03-31"),
        **audit("passed", "2024-25-Q1", *WHOLE, *told, "re_audit_due: 2025-05-31"),
        **audit("later", "2024-25-Q1", *WHOLE, *told, "re_audit_due: 2026-04-01"),
        **audit("again", "2025-26-Q3", *WHOLE, "earlier_round: twice"),
        **audit("twice", "2024-25-Q1", *WHOLE, *told, "re_audit_due: 2025-12-31"),
    }
    view = seen(workspace, files)
    assert [(one.id, one.repeated_by, one.late) for one in view.repeats] == [
        ("passed", "", True),
        ("twice", "again", False),
        ("alone", "", False),
    ]
    none = "and no audit in the calendar repeats it."
    assert [each for each in view.opening.asked if each.startswith("Agree when “")] == [
        f"Agree when “passed” is repeated: it was due by 31 May 2025, {none}",
        f"Agree when “alone” is repeated: it is due by 31 March 2026, {none}",
    ]


def test_priorities_and_audits_of_the_framework_without_an_audit(workspace: Write) -> None:
    told = ("started: 2023-04-02", "reported: 2023-06-20")
    on = "bears_on: [element-looking/on-plans]"
    files = ELEMENT | audit("plans", "2023-24-Q1", *WHOLE, *told, on, "priorities: [priority-neglect]")
    view = seen(workspace, files)
    # 2023-06-20 is two years before: inside the three-year cycle, outside the twelve months for a priority
    assert [(one.what, one.state, one.last_on) for one in view.framework] == [
        ("Audits of plans, every three years.", "covered", date(2023, 6, 20)),
        ("Audits of visits.", "gap", None),
    ]
    assert [(one.what, one.state) for one in view.priorities] == [("Neglect", "gap"), ("Early help", "gap")]
    asked = "\n".join(view.opening.asked)
    assert "Decide whether to audit work on “Neglect” and “Early help”: no audit that names them was" in asked
    assert "or that it no longer does: “Audits of visits.”" in asked
    after = seen(workspace, files, as_at="2026-06-20")
    assert [one.state for one in after.framework] == ["gap", "gap"]


def test_an_audit_that_should_have_begun_is_late_and_no_cover(workspace: Write) -> None:
    files = audit("late", "2024-25-Q4", *WHOLE, "priorities: [priority-neglect]")
    (neglect,) = (one for one in seen(workspace, files).priorities if one.what == "Neglect")
    assert (neglect.state, neglect.late, neglect.coming) == ("late", ("late",), "")


def test_agencies_that_take_part_in_nothing(workspace: Write) -> None:
    files = (
        THEMES
        | audit("one", "2025-26-Q2", *WHOLE)
        | audit("old", "2020-21-Q1", "agencies: [trust]", "reported: 2020-06-01")
    )
    view = seen(workspace, files)
    assert view.left_out == ("Police", "Hospital trust")
    assert view.opening.asked[-1] == "Note that Police and Hospital trust take part in no audit of the year."


def test_an_audit_without_a_reason_or_agencies_keeps_the_paper_a_draft(workspace: Write) -> None:
    view = seen(workspace, audit("bare", "2025-26-Q2", title="Bare audit"))
    assert view.opening.unfinished == (
        "The calendar does not say why it is held or who takes part, for the audit “Bare audit”.",
    )


def test_a_whole_programme_is_no_draft_and_its_reader_is_told_so(workspace: Write) -> None:
    both = ("why: It matters.", "agencies: [social-care, police]")
    on = "priorities: [priority-neglect, priority-early]"
    view = seen(workspace, audit("whole", "2025-26-Q2", *both, on))
    assert view.opening.unfinished == ()
    assert view.opening.asked == (
        "Note that every audit of 2025/26 is in its quarter and no priority is left out.",
    )
    assert view.opening.purpose == "Assurance: that audits follow the priorities"


def test_a_group_has_its_own_calendar(workspace: Write) -> None:
    files = audit("ours", "2025-26-Q2", *WHOLE) | audit("theirs", "2025-26-Q2", *WHOLE, group="review-group")
    view = seen(workspace, files, "review-group")
    assert set(places(view)) == {"theirs"}
    assert view.opening.title == "Audit calendar 2025/26: Review group"
    assert view.opening.name == "audit-calendar-2025-26-review-group"


def rows(view: AuditCalendar) -> dict[str, str]:
    """Each row of the year as a letter a month: planned, late, worked on, reported, to be repeated."""
    letters = {"": ".", "planned": "p", "late": "l", "worked": "w", "reported": "r", "repeat": "t"}
    return {row.name: "".join(letters[state] for state in row.months) for row in view.rows}


def test_the_year_by_month(workspace: Write) -> None:
    told = ("started: 2025-05-10", "fieldwork_ended: 2025-06-05", "reported: 2025-08-01")
    files = {
        **audit("told", "2025-26-Q1", *WHOLE, *told, "re_audit_due: 2026-03-31"),
        **audit("field", "2025-26-Q2", *WHOLE, "started: 2025-07-20"),
        **audit("ahead", "2025-26-Q4", *WHOLE),
        **audit("late", "2025-26-Q1", *WHOLE),
        **audit("gone", "2025-26-Q1", *WHOLE, "cancelled: 2025-05-01", "cancelled_reason: Few."),
    }
    view = seen(workspace, files, as_at="2025-09-15")
    assert (view.months[0], view.months[-1], view.here) == ("April 2025", "March 2026", 5)
    assert rows(view) == {
        "told": ".wwwr.......",
        "late": "lll.........",
        "field": "...www......",  # to the month of the paper
        "ahead": ".........ppp",
        "Repeat of told": "...........t",
    }
    before = rows(seen(workspace, files, as_at="2025-05-15"))
    assert before["told"] == ".w.........."  # nothing of what came later
    assert before["late"] == "ppp........."


def test_a_year_without_an_audit_has_no_picture(workspace: Write) -> None:
    assert seen(workspace, {}).rows == ()


RETURN = """
    id: s11-police
    agency: police
    cycle: "2024"
    group: quality-group
    opened: 2024-10-01
    due: 2024-11-08
    submitted: 2024-11-07
    moderated: 2024-12-13
    audit_themes: [theme-visits]
    audit_text: |
      Forty forms were read.
"""


def test_what_agencies_audit_alone_is_known_once_moderated(workspace: Write) -> None:
    files = THEMES | {"data/section11-returns/s11-police.yaml": RETURN}
    assert seen(workspace, files, as_at="2024-12-12").alone == ()
    (line,) = seen(workspace, files, as_at="2024-12-13").alone
    assert (line.agency, line.themes, line.found) == (
        "Police",
        ("Visits to the home",),
        "Forty forms were read.",
    )


def test_a_late_self_assessment_is_asked_for(workspace: Write) -> None:
    late = RETURN.split("submitted")[0]
    view = seen(workspace, THEMES | {"data/section11-returns/s11-police.yaml": late})
    assert (
        "Ask for the section 11 self-assessment of Police (due 8 November 2024): it has not come."
        in view.opening.asked
    )
