"""Partners' yearly reports: owed and come, approved at home and by the board, what each shows and learned."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from tests.folders import Write
from tests.views.small_question import question_of

from lif.views.partner_reports import PartnerReports, ReportLine, partner_reports

MEETING = {
    "data/meetings.yaml": """
        - id: quality-group-2025-09-10
          group: quality-group
          on: 2025-09-10
          held: true
    """
}


def report(agency: str, year: str = "2024-25", *lines: str, due: str = "2025-06-30") -> dict[str, str]:
    """A report of an agency for a year, with these further lines."""
    head = [f"id: pr-{agency}-{year}", f"title: Report of {agency}", f"agency: {agency}"]
    text = "\n".join([*head, f"period: {year}", f"due: {due}", *lines])
    return {f"data/partner-reports/pr-{agency}-{year}.yaml": f"{text}\n"}


GOOD = (
    "own_approval: Chief officers",
    "own_approval_on: 2025-06-10",
    "received: 2025-06-16",
    "taken_at: quality-group-2025-09-10",
    "outcome: approved",
    "text: Searches are made on the day.",
    "impact: Fewer children go missing twice.",
)
POLICE = MEETING | report("police", "2024-25", *GOOD)
CARE = MEETING | report("social-care", "2024-25", *GOOD)


def seen(
    workspace: Write, files: Mapping[str, str], *about: str, as_at: str = "2025-12-10", year: str = ""
) -> PartnerReports:
    return partner_reports(question_of(workspace, files, as_at, *about, year=year))


def lines(view: PartnerReports) -> dict[str, ReportLine]:
    return {line.agency: line for line in view.reports}


def test_nothing_recorded_is_said_in_words(workspace: Write) -> None:
    view = seen(workspace, {})
    assert view.opening.asked == (
        "Agree which partners report to the board, and by when: no report is recorded.",
    )
    assert (view.year, view.reports, view.learned) == ("", (), ())
    assert view.opening.name == "partner-reports"


def test_a_year_of_which_nothing_is_recorded_still_has_its_partners(workspace: Write) -> None:
    view = seen(workspace, POLICE, year="2021-22")
    assert {agency: line.stand for agency, line in lines(view).items()} == {
        "Police": "not-asked",
        "Social care": "not-asked",
    }
    assert view.opening.asked == (
        "Agree whether Police and Social care owe a report: none is recorded for the year.",
    )


@pytest.mark.parametrize(
    ("as_at", "stand", "late"),
    [
        ("2025-06-15", "awaited", 0),
        ("2025-06-16", "not-taken", 0),
        ("2025-09-09", "not-taken", 0),
        ("2025-09-10", "approved", 0),
    ],
)
def test_a_report_through_its_life(workspace: Write, as_at: str, stand: str, late: int) -> None:
    line = lines(seen(workspace, POLICE, as_at=as_at, year="2024-25"))["Police"]
    assert (line.stand, line.days_late) == (stand, late)
    assert line.text == ("" if stand == "awaited" else "Searches are made on the day.")
    assert line.taken_on == (date(2025, 9, 10) if stand == "approved" else None)


@pytest.mark.parametrize(("as_at", "late"), [("2025-06-30", 0), ("2025-07-01", 1), ("2025-12-10", 163)])
def test_a_report_that_has_not_come(workspace: Write, as_at: str, late: int) -> None:
    view = seen(workspace, report("police"), as_at=as_at, year="2024-25")
    line = lines(view)["Police"]
    assert (line.stand, line.days_late) == ("overdue" if late else "awaited", late)
    asked = [each for each in view.opening.asked if each.startswith("Ask Police")]
    days = "1 day" if late == 1 else f"{late} days"
    words = f"Ask Police for its report, due on 30 June 2025: it is {days} late."
    assert asked == ([words] if late else [])


def test_a_report_that_came_late_stays_late(workspace: Write) -> None:
    late = report("police", "2024-25", "received: 2025-07-25", "own_approval: Chief officers")
    view = seen(workspace, CARE | late)
    assert (lines(view)["Police"].days_late, lines(view)["Police"].stand) == (25, "not-taken")
    asked = view.opening.asked
    assert "Decide on the report of Police: received, and not taken at a meeting." in asked
    assert "Note what came late: the report of Police (25 days)." in asked
    assert view.opening.purpose.startswith("Decision")


def test_approved_at_home_before_it_was_sent(workspace: Write) -> None:
    after = report("police", "2024-25", *(one.replace("2025-06-10", "2025-06-20") for one in GOOD))
    view = seen(workspace, MEETING | after)
    assert lines(view)["Police"].approved_first is False
    assert "Ask Police to send a report only once its own governance has approved it." in view.opening.asked


def test_nobody_at_home_is_said_to_have_approved_it(workspace: Write) -> None:
    bare = MEETING | report("police", "2024-25", *GOOD[2:])
    view = seen(workspace, bare)
    assert lines(view)["Police"].approved_first is False
    assert (
        "Ask Police which of its own governance approved the report: it does not say." in view.opening.asked
    )


def test_what_the_board_sent_back_is_asked_for_again(workspace: Write) -> None:
    back = [*GOOD[2:4], "outcome: returned"]
    view = seen(workspace, MEETING | report("police", "2024-25", *back))
    asked = view.opening.asked
    assert "Ask Police when its report comes again: the board returned it on 10 September 2025." in asked
    assert not any("which of its own governance" in each for each in asked)  # it was returned: that is known


def test_a_report_without_impact_is_challenged(workspace: Write) -> None:
    view = seen(workspace, CARE | report("police", "2024-25", *GOOD[:6]))
    assert view.without_impact == ("Police",)
    assert (
        "Challenge Police: its report says nothing of what became different for children."
        in view.opening.asked
    )


def test_nothing_owed_is_said_so(workspace: Write) -> None:
    view = seen(workspace, POLICE | CARE)
    assert view.opening.asked == (
        "Note that 2 reports came in time, approved at home, and read what each says of what became "
        "different for children, or that it cannot tell.",
    )
    assert view.opening.purpose.startswith("Assurance")
    assert [(one.stand, one.count, one.agencies) for one in view.stands] == [
        ("approved", 2, ("Police", "Social care"))
    ]


def test_the_last_year_that_was_due_is_told_and_set_against_the_one_before(workspace: Write) -> None:
    files = (
        POLICE | report("police", "2023-24", due="2024-06-30") | report("police", "2025-26", due="2026-06-30")
    )
    view = seen(workspace, files)
    assert (view.year, lines(view)["Police"].before) == ("2024/25", "overdue")
    later = seen(workspace, files, as_at="2026-07-01")
    assert (later.year, lines(later)["Police"].stand, lines(later)["Police"].before) == (
        "2025/26",
        "overdue",
        "approved",
    )


def test_two_years_running_without_a_report(workspace: Write) -> None:
    files = report("police") | report("police", "2023-24", due="2024-06-30")
    asked = seen(workspace, files).opening.asked[0]
    assert asked.endswith("it is 163 days late, and the one before it did not come either.")


def evidence(id_: str, on: str, strength: str, agency: str = "police") -> dict[str, str]:
    return {
        f"data/evidence/{id_}.yaml": f"id: {id_}\ntitle: {id_}\nsort: numbers\ntext: It shows.\non: {on}\n"
        f"shows: [priority-neglect]\nstrength: {strength}\nsupplied_by: {agency}\n"
    }


def test_evidence_that_a_partner_supplied(workspace: Write) -> None:
    files = {
        **POLICE,
        **evidence("before", "2024-03-31", "supports"),
        **evidence("first", "2024-04-01", "supports"),
        **evidence("mixed", "2025-05-01", "mixed"),
        **evidence("theirs", "2025-05-01", "contradicts", "social-care"),
        **evidence("later", "2025-12-11", "contradicts"),
    }
    shown = lines(seen(workspace, files))["Police"].evidence
    assert (shown.supports, shown.mixed, shown.contradicts, shown.count) == (1, 1, 0, 2)


LEARNED = {
    "data/section11-returns/s11-police.yaml": """
        id: s11-police
        agency: police
        cycle: "2024"
        group: quality-group
        opened: 2024-10-01
        due: 2024-11-08
        submitted: 2024-11-07
        moderated: 2024-12-13
        audit_text: |
          Forty forms were read.
    """,
    "data/complaints-and-compliments/complaints.yaml": """
        id: complaints
        agency: social-care
        period: 2024-25-Q2
        received: 2024-11-15
        complaints: 4
        compliments: 2
        text: |
          Letters were late.
    """,
    "data/good-practice/look.yaml": """
        id: look
        title: A daily look
        on: 2025-01-10
        text: |
          Each report is read.
        sources: [s11-police]
        group: quality-group
        agencies: [police]
    """,
    "data/good-practice/both.yaml": """
        id: both
        title: Together
        on: 2025-01-10
        text: |
          They met.
        sources: [s11-police]
        group: quality-group
        agencies: [police, social-care]
    """,
}


def test_what_agencies_learned_by_themselves(workspace: Write) -> None:
    files = POLICE | LEARNED
    found = [(line.agency, line.source, line.text) for line in seen(workspace, files).learned]
    assert found == [
        ("Police", "own-audits", "Forty forms were read."),
        ("Police", "good-practice", "Each report is read."),
        ("Social care", "complaints", "Letters were late."),
    ]
    assert [line.agency for line in seen(workspace, files, "social-care").learned] == ["Social care"]
    early = seen(workspace, files, as_at="2024-11-14", year="2024-25").learned
    assert early == ()  # not moderated, not received, not agreed yet


def test_one_partner_alone(workspace: Write) -> None:
    view = seen(workspace, POLICE | CARE, "police")
    assert [line.agency for line in view.reports] == ["Police"]
    assert view.opening.title == "Partners' reports 2024/25: Hill Police"
    assert view.opening.name == "partner-reports-2024-25-police"
