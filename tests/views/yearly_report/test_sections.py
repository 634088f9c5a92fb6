"""Each section of the yearly report, counts worked by hand; what was not known on the day never counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.folders import Write, written
from tests.views.yearly_report.small import DONE, NEGLECT, action, listed, looked, question, report

from lif.exchange.papers import plain
from lif.views.papers import CannotBeMade
from lif.views.yearly_report import YearlyReport, yearly_report
from lif.views.yearly_report.heads import TITLES


def heads(view: YearlyReport) -> dict[str, str]:
    """What each section says is not recorded."""
    return {each.head.id: each.head.gap for each in view.contents}


def test_every_section_is_there_in_order_and_an_empty_one_says_so(workspace: Write) -> None:
    view = report(workspace)
    assert [(each.head.number, each.head.id) for each in view.contents] == list(enumerate(TITLES, 1))
    said = {id_ for id_, gap in heads(view).items() if gap}
    assert set(TITLES) - said == {"next-year", "not-working"}
    assert heads(view)["priorities"].startswith("No improvement plan for 2024/25 is recorded")


def test_a_year_that_has_not_begun_is_refused(workspace: Write) -> None:
    with pytest.raises(CannotBeMade, match="the year 2026/27 has not begun"):
        report(workspace, year="2026-27")


def test_a_year_can_straddle_two_bodies(workspace: Write) -> None:
    view = report(workspace, year="2019-20")
    assert view.arrangements.bodies == (
        "Hill Local Safeguarding Children Board",
        "Hill Safeguarding Children Partnership",
    )
    assert [(each.on, each.text) for each in view.arrangements.changes] == [
        (date(2019, 9, 29), "Hill Safeguarding Children Partnership began.")
    ]
    assert report(workspace).arrangements.bodies == ("Hill Safeguarding Children Partnership",)


MEETINGS = listed(
    "meetings",
    """
    id: first
    group: top-board
    on: 2024-06-01
    held: true
    present: [social-care]
    apologies: [police]
    decisions:
      - id: one
        text: |
          Look at neglect.
        minute: "3"
        outcome: |
          It was looked at.
        outcome_on: 2025-06-30
    """,
    """
    id: second
    group: working-board
    on: 2025-03-31
    held: true
    present: [social-care, police]
    decisions:
      - id: two
        text: |
          Ask about fathers.
    """,
    """
    id: missed
    group: top-board
    on: 2024-12-01
    held: false
    """,
    """
    id: after
    group: top-board
    on: 2025-04-01
    held: true
    present: [police]
    decisions:
      - id: three
        text: |
          Of the next year.
    """,
)


def test_decisions_of_the_two_boards_stand_with_what_came_of_them_by_the_day(workspace: Write) -> None:
    found = report(workspace, MEETINGS).arrangements.decisions
    assert [(each.group, each.text, each.outcome, each.outcome_on) for each in found] == [
        ("Top board", "Look at neglect.", "It was looked at.", date(2025, 6, 30)),
        ("Working board", "Ask about fathers.", "", None),
    ]
    earlier = report(workspace, MEETINGS, as_at="2025-06-29").arrangements.decisions
    assert earlier[0].outcome == ""


def test_attendance_counts_meetings_that_were_held_in_the_year(workspace: Write) -> None:
    part = report(workspace, MEETINGS).attendance
    assert (part.meetings, part.not_held) == (2, 1)
    assert [(each.agency, each.expected, each.came, each.apologies) for each in part.lines] == [
        ("Police", 2, 1, 1),
        ("Social care", 2, 2, 0),
    ]


def test_promises_are_what_stood_due_in_the_year_when_it_began(workspace: Write) -> None:
    before = "2024-01-10"
    files = listed(
        "actions",
        action("kept", *looked("2025-02-01", "partly-shown"), agreed=before),
        action("open", agreed=before),
        action("new", agreed="2024-04-02"),
        action("ended", "steps:", "  - state: closed", "    on: 2024-03-01", agreed=before),
    )
    found = report(workspace, files).priorities.promises
    assert [(each.title, each.standing, each.helped) for each in found.actions] == [
        ("Do kept", "awaiting-assurance", "partly-shown"),
        ("Do open", "overdue", None),
    ]
    assert (found.done, found.helped, found.open) == (1, 1, 1)


def test_a_priority_says_what_was_done_in_the_year_and_what_stood_open_at_its_end(workspace: Write) -> None:
    later = ("steps:", "  - state: reported-complete", "    on: 2025-05-01")
    files = listed(
        "actions",
        action("done", *DONE, *NEGLECT),
        action("later", *later, *NEGLECT),
        action("open", *NEGLECT),
    )
    (part,) = report(workspace, files).priorities.parts
    assert [each.title for each in part.done] == ["Do done"]
    assert (part.still_open, part.overdue) == (2, 2)


def test_what_was_heard_stands_with_what_was_done_about_it_by_the_day(workspace: Write) -> None:
    voice = """
        id: {0}
        title: Heard {0}
        on: {1}
        from_whom: children
        method: group
        heard: 7
        text: |
          We wait.
        done: |
          A letter was written.
        done_on: {2}
        """
    counts = """
        id: {0}
        agency: social-care
        period: {1}
        received: 2025-05-01
        complaints: 5
        upheld: 2
        compliments: 3
        """
    files = listed(
        "voice", voice.format("a", "2024-06-01", "2024-09-01"), voice.format("b", "2025-03-31", "2025-09-01")
    ) | listed("complaints-and-compliments", counts.format("x", "2024-25"), counts.format("y", "2025-26-Q1"))
    part = report(workspace, files).voice
    assert [(each.title, each.done) for each in part.heard] == [
        ("Heard a", "A letter was written."),
        ("Heard b", ""),
    ]
    assert (part.acted_on, part.complaints, part.upheld, part.compliments, part.agencies) == (1, 5, 2, 3, 1)


def test_reviews_of_the_year_stand_with_their_recommendations_and_what_is_owed(workspace: Write) -> None:
    review = """
        id: {0}
        title: Review {0}
        sort: learning-review
        group: audit-group
        milestones:
          - step: started
            on: {1}
          - step: completed
            on: {2}
        recommendations:
          - id: first
            text: |
              Visit.
            response: accepted
            responded_on: {2}
        """
    incident = """
        id: {0}
        sort: serious-harm
        group: audit-group
        aware: {1}
        notified: {2}
        """
    files = listed(
        "reviews",
        review.format("in-year", "2024-05-01", "2024-09-01"),
        review.format("before", "2020-05-01", "2020-09-01"),
    ) | listed(
        "incidents",
        incident.format("known", "2024-06-01", "2024-06-03"),
        incident.format("later", "2025-04-01", "2025-04-03"),
    )
    part = report(workspace, files).reviews
    assert (part.incidents, part.notified) == (1, 1)
    assert [each.id for each in part.reviews] == ["in-year"]
    assert [(each.record, each.overall) for each in part.recommendations] == [("in-year", "no-action")]


def test_training_counts_places_and_answers_of_the_years_sessions(workspace: Write) -> None:
    course = """
        id: course
        title: Visits
        sort: multi-agency
        group: audit-group
        evaluations:
          - id: liked
            level: reaction
            on: 2025-05-01
            sessions: [held]
            question: Did you like it?
            asked: 20
            answered: 15
            positive: 12
          - id: old
            level: reaction
            on: 2025-05-01
            sessions: [earlier]
            question: Did you like it?
            asked: 99
            answered: 99
            positive: 99
        """
    session = """
        id: {0}
        course: course
        on: {1}
        capacity: 20
        {2}
        places:
          - agency: police
            booked: 12
            attended: 10
            no_shows: 2
            walk_ins: 3
        """
    files = listed("courses", course) | listed(
        "training-sessions",
        session.format("held", "2025-02-01", "note: one"),
        session.format("off", "2025-03-01", "cancelled_on: 2025-02-20"),
        session.format("earlier", "2024-02-01", "note: two"),
    )
    part = report(workspace, files).training
    assert (part.courses, part.sessions, part.cancelled, part.capacity) == (1, 1, 1, 20)
    assert (part.booked, part.attended, part.walk_ins) == (12, 10, 3)
    assert (part.own_sessions, part.own_came) == (0, 0)
    alone = files | listed("courses", course.replace("sort: multi-agency", "sort: single-agency"))
    own = report(workspace, alone).training
    assert (own.sessions, own.own_sessions, own.own_came) == (1, 1, 13)
    first, *others = part.levels
    assert (first.level, first.courses, first.asked, first.answered, first.positive) == (
        "reaction",
        1,
        20,
        15,
        12,
    )
    assert all(each.courses == 0 for each in others)


def test_money_is_of_the_firmest_accounts_known_on_the_day(workspace: Write) -> None:
    accounts = """
        id: {0}
        period: {1}
        status: {2}
        on: {3}
        brought_forward: 100
        contributions:
          - agency: social-care
            pounds: {4}
          - agency: police
            in_kind: Rooms
        spending:
          - head: Reviews
            pounds: 30.50
        """
    files = listed(
        "accounts",
        accounts.format("budget", "2024-25", "budget", "2024-03-01", "50"),
        accounts.format("final", "2024-25", "final", "2025-06-01", "40"),
        accounts.format("past", "2023-24", "final", "2024-06-01", "45"),
    )
    view = report(workspace, files)
    part = view.money
    assert (part.status, part.income, part.spending, part.left, part.before) == (
        "final",
        Decimal(40),
        Decimal("30.50"),
        Decimal("109.50"),
        Decimal(45),
    )
    assert [(each.agency, each.pounds, each.in_kind) for each in part.gave] == [
        ("Social care", Decimal(40), ""),
        ("Police", None, "Rooms"),
    ]
    earlier = report(workspace, files, as_at="2025-05-31")
    assert (earlier.money.status, earlier.money.income) == ("budget", Decimal(50))
    assert heads(earlier)["money"] == "The accounts are budget, not final."


def test_what_did_not_work_names_late_actions_with_the_reason_that_is_recorded(workspace: Write) -> None:
    moved = (
        "due_changes:",
        "  - on: 2024-12-01",
        "    from_due: 2024-12-31",
        "    to_due: 2025-02-28",
        "    reason: nobody had time",
        "    agreed_by: audit-group",
    )
    files = listed("actions", action("late", *moved, *NEGLECT), action("silent"))
    part = report(workspace, files).not_working
    assert [(each.title, each.days, each.slips, each.why) for each in part.late] == [
        ("Do silent", 90, 0, ""),
        ("Do late", 31, 1, "nobody had time"),
    ]
    assert part.without_reason == 1
    (priority,) = part.priorities
    assert priority.words == (
        "Nothing shows what became different. No action done in the year, 1 open at its end, 1 of them "
        "overdue."
    )
    assert priority.why == ("Do late: nobody had time",)


LEDGER = {
    **listed(
        "publications",
        """
        id: the-report
        title: Yearly report 2024-25
        sort: yearly-report
        period: 2024-25
        planned: 2025-09-26
        published: 2025-09-26
        """,
    ),
    **listed(
        "statements",
        """
        id: foreword
        title: Foreword
        sort: foreword
        about: the-report
        by_role: head-of-care
        on: 2025-06-01
        text: |
          We say what did not work.
        """,
        """
        id: care-signs
        title: Social care signs
        sort: sign-off
        about: the-report
        by_agency: social-care
        on: 2025-09-20
        """,
        """
        id: sent
        title: Sent
        sort: circulation
        about: the-report
        on: 2025-09-30
        circulated:
          - to: The panel
            on: 2025-09-30
        """,
    ),
}


@pytest.mark.parametrize(
    ("as_at", "unsigned", "sent", "published", "first"),
    [
        ("2025-07-01", ("Hill Police", "Social care"), 0, None, "Decision: approve, sign and publish"),
        ("2025-09-20", ("Hill Police",), 0, None, "Decision: approve, sign and publish"),
        (
            "2025-09-30",
            ("Hill Police",),
            1,
            date(2025, 9, 26),
            "Assurance: what was published, as known today",
        ),
    ],
)
def test_sign_off_and_circulation_are_those_known_on_the_day(
    workspace: Write, as_at: str, unsigned: tuple[str, ...], sent: int, published: date | None, first: str
) -> None:
    view = report(workspace, LEDGER, as_at=as_at)
    assert view.sign_off.unsigned == unsigned
    assert (len(view.sign_off.sent), view.sign_off.published) == (sent, published)
    assert view.opening.purpose == first
    assert [each.text for each in view.commentary.foreword] == ["We say what did not work."]


def test_a_review_of_restraint_is_whatever_says_that_it_is(workspace: Write) -> None:
    duty = {
        "framework/duties.yaml": """
            - id: duty-yearly-report-restraint
              title: Review restraint
              text: |
                It is reviewed.
              owner: The partners
              trigger: The report is written
              force: statutory-guidance
              source: a page
        """
    }
    audit = """
        id: restraint
        title: Restraint
        sort: single-agency
        group: audit-group
        planned: 2024-25-Q2
        reported: {0}
        question: |
          How is it used?
        bears_on: [duty-yearly-report-restraint]
        """
    inside = listed("audits", audit.format("2024-09-01")) | duty
    outside = listed("audits", audit.format("2025-09-01")) | duty
    assert [each.text for each in report(workspace, inside).watched.restraint] == ["How is it used?"]
    assert report(workspace, outside).watched.restraint == ()


def test_next_years_priorities_stand_with_their_reason(workspace: Write) -> None:
    part = report(workspace).next_year
    assert part.year == "2025/26"
    assert [(each.name, each.rationale) for each in part.priorities] == [
        ("Neglect", "Too many children wait.")
    ]


LATER: Mapping[str, str] = {
    **listed("actions", action("act", *looked("2025-07-02"), *NEGLECT, agreed="2025-07-02")),
    **listed(
        "evidence",
        """
        id: ev
        title: Counted
        sort: numbers
        text: |
          It was counted.
        on: 2025-07-02
        shows: [priority-neglect/cared-for]
        """,
    ),
    **listed(
        "improvement-plans",
        """
        id: plan
        title: Plan
        period: 2024-25
        group: audit-group
        approved_on: 2025-07-02
        lines:
          - id: less
            text: |
              Fewer wait.
        """,
    ),
    **listed(
        "accounts",
        """
        id: final
        period: 2024-25
        status: final
        on: 2025-07-02
        """,
    ),
}
"""Records that nobody knew on 1 July 2025."""


def test_what_was_not_known_on_the_day_changes_nothing(tmp_path: Path) -> None:
    def made(name: str, files: Mapping[str, str], as_at: str) -> object:
        return plain(yearly_report(question(lambda each: written(tmp_path / name, each), files, as_at)))

    assert made("with", LATER, "2025-07-01") == made("without", {}, "2025-07-01")
    assert made("with", LATER, "2025-07-02") != made("without", {}, "2025-07-02")


def test_deaths_and_serious_harm_stand_by_year_from_the_first_on_record(workspace: Write) -> None:
    def incident(id_: str, sort: str, aware: str, notified: str, more: str = "") -> dict[str, str]:
        text = f"id: {id_}\nsort: {sort}\ngroup: quality-group\naware: {aware}\nnotified: {notified}\n{more}"
        return {f"data/incidents/{id_}.yaml": text}

    files = (
        incident("incident-1", "death", "2022-06-06", "2022-06-08")
        | incident("incident-2", "serious-harm", "2024-05-07", "2024-05-09", "children: 2\n")
        | incident("incident-3", "death", "2025-03-31", "2025-04-02")
    )
    view = report(workspace, files)
    assert [(one.year, one.deaths, one.seriously_harmed) for one in view.reviews.harm] == [
        ("2024/25", 1, 2),
        ("2023/24", 0, 0),
        ("2022/23", 1, 0),
    ]
