"""What a record said on a day: nothing that came later, and nothing that was said with it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from tests.folders import Write
from tests.views.small_register import register_of

from lif.records.oversight import Challenge
from lif.register import Register
from lif.views.as_known import AHEAD
from lif.views.listing import listing
from lif.views.showing import Plain, Shown, shown

FILES = {
    "data/challenges/challenge-1.yaml": """
        id: challenge-1
        title: Reports that did not come
        on: 2024-09-11
        by_group: quality-group
        to: [police]
        text: |
          Why do reports not come?
        response_due: 2024-10-31
        responded_on: 2024-10-25
        response: |
          Three mailboxes.
        satisfied: false
        closed_on: 2025-06-11
        closed_at: meeting-2025-06-11
        impact: shown
        impact_text: |
          They come now.
        actions: [one-mailbox]
    """,
    "data/actions/one-mailbox.yaml": """
        id: one-mailbox
        title: One mailbox
        text: |
          Have one mailbox.
        source: challenge-1
        source_sort: escalation
        intended_outcome: |
          Conferences hear what the police know.
        owner: police-lead
        group: quality-group
        agreed_on: 2024-11-06
        due: 2025-01-31
    """,
    "data/meetings/meeting-2025-06-11.yaml": """
        id: meeting-2025-06-11
        group: quality-group
        on: 2025-06-11
        held: true
        present: [police]
        quorate: false
        decisions:
          - id: close-it
            text: |
              Close the challenge.
            about: [one-mailbox]
            outcome: |
              Nobody has asked again.
            outcome_on: 2025-12-01
    """,
    "data/partner-reports/police-2024-25.yaml": """
        id: police-2024-25
        title: Police report
        agency: police
        period: 2024-25
        due: 2025-06-30
        received: 2025-06-02
        taken_at: meeting-2025-06-11
        outcome: returned
    """,
    "data/reviews/review-1.yaml": """
        id: review-1
        title: Review 1
        sort: serious-case-review
        group: review-group
        milestones:
          - step: started
            on: 2017-10-30
          - step: completed
            on: 2018-11-05
          - step: published
            planned: 2019-01-15
            on: 2019-01-30
          - step: board-response
            on: 2019-02-20
        parallel:
          - process: criminal
            status: ended
            ended: 2018-10-19
        publication: published
        published_at: The website
        keep_published_until: 2020-01-30
        board_response: |
          Accepted.
        findings:
          - id: pieces
            text: |
              Each held a piece.
        recommendations:
          - id: one-view
            text: |
              Have one view.
            finding: pieces
            response: not-accepted
            response_reason: |
              There is one.
            responded_on: 2019-02-20
    """,
    "data/risks/risk-1.yaml": """
        id: risk-1
        title: A risk
        cause: |
          A post is empty.
        event: |
          Nobody reads.
        consequence: |
          A child waits.
        group: quality-group
        owner: police-lead
        opened: 2025-01-10
        inherent: {likelihood: 4, impact: 5}
        residual: {likelihood: 4, impact: 4}
        target: {likelihood: 2, impact: 4}
        reviews:
          - on: 2025-05-02
            residual: {likelihood: 2, impact: 4}
        review_due: 2025-08-01
    """,
    "data/audits/audit-1.yaml": """
        id: audit-1
        title: An audit
        sort: dip-sample
        group: quality-group
        planned: 2025-26-Q1
        postponed:
          - from_quarter: 2024-25-Q2
            to_quarter: 2024-25-Q4
            on: 2024-07-03
            reason: |
              An inspection came.
            agreed_by: quality-group
          - from_quarter: 2024-25-Q4
            to_quarter: 2025-26-Q1
            on: 2025-02-12
            reason: |
              Nobody to do it.
            agreed_by: quality-group
        started: 2025-04-28
        reported: 2025-06-20
        sent_back: 0
        findings:
          - id: late
            text: |
              Help came late.
    """,
}


@pytest.fixture
def small(workspace: Write) -> Register:
    return register_of(workspace, FILES, "2025-12-10")


def on(register: Register, address: str, day: str) -> Shown:
    found = shown(register, address, date.fromisoformat(day))
    assert found is not None
    return found


def fields(register: Register, address: str, day: str) -> dict[str, Plain]:
    return on(register, address, day).fields


def test_a_challenge_is_not_answered_nor_closed_before_it_was(small: Register) -> None:
    first = fields(small, "challenge-1", "2024-10-24")
    assert "responded_on" not in first
    assert "response" not in first
    assert "satisfied" not in first
    assert "actions" not in first
    assert first["response_due"] == "2024-10-31"
    answered = fields(small, "challenge-1", "2025-06-10")
    assert answered["response"] == "Three mailboxes.\n"
    assert answered["satisfied"] is False
    assert answered["actions"] == ["one-mailbox"]
    assert not {"closed_on", "closed_at", "impact", "impact_text"} & answered.keys()
    closed = on(small, "challenge-1", "2025-06-11")
    assert (closed.fields["impact"], closed.known) == ("shown", "whole")


def test_a_listing_of_the_past_does_not_know_how_it_ended(small: Register) -> None:
    def row(day: str) -> object:
        return listing(small, Challenge, date.fromisoformat(day)).rows[0]["impact"]

    assert row("2025-06-10") is None
    assert row("2025-06-11") == "shown"


def test_nothing_is_said_of_what_did_not_exist(small: Register) -> None:
    before = on(small, "challenge-1", "2024-09-10")
    assert (before.known, before.fields, before.links_to, before.name) == ("nothing", {}, (), "challenge-1")
    assert on(small, "review-1", "2017-10-29").known == "nothing"
    assert on(small, "one-mailbox", "2024-11-05").known == "nothing"


def test_a_review_tells_its_findings_with_its_report_and_its_answer_with_the_answer(small: Register) -> None:
    running = on(small, "review-1", "2018-11-04")
    assert running.known == "part"
    assert "findings" not in running.fields
    assert running.fields["milestones"] == [
        {"step": "started", "on": "2017-10-30"},
        {"step": "published", "planned": "2019-01-15"},
    ]
    assert on(small, "review-1/pieces", "2018-11-04").known == "nothing"
    reported = fields(small, "review-1", "2019-01-29")
    assert "findings" in reported
    assert not {"publication", "published_at", "keep_published_until"} & reported.keys()
    assert "response" not in fields(small, "review-1/one-view", "2019-02-19")
    out = fields(small, "review-1", "2019-02-19")
    assert (out["publication"], out["published_at"]) == ("published", "The website")
    assert "board_response" not in out
    assert on(small, "review-1", "2019-02-20").known == "whole"


def test_a_process_beside_a_review_was_open_until_it_ended(small: Register) -> None:
    assert fields(small, "review-1", "2018-10-18")["parallel"] == [{"process": "criminal", "status": "open"}]
    assert fields(small, "review-1", "2018-10-19")["parallel"] == [
        {"process": "criminal", "status": "ended", "ended": "2018-10-19"}
    ]


def test_a_meeting_said_nothing_before_it_was_held(small: Register) -> None:
    before = fields(small, "meeting-2025-06-11", "2025-06-10")
    assert before == {"id": "meeting-2025-06-11", "group": "quality-group", "on": "2025-06-11"}
    day = fields(small, "meeting-2025-06-11", "2025-06-11")
    assert day["quorate"] is False
    assert day["decisions"] == [
        {"id": "close-it", "text": "Close the challenge.\n", "about": ["one-mailbox"]}
    ]
    report = fields(small, "police-2024-25", "2025-06-10")
    assert report["received"] == "2025-06-02"
    assert not {"taken_at", "outcome"} & report.keys()


def test_links_to_a_record_are_those_that_stood_in_others(small: Register) -> None:
    def linked(day: str) -> list[str]:
        return sorted(one.address for one in on(small, "one-mailbox", day).linked_from)

    assert linked("2025-06-10") == ["challenge-1"]
    assert linked("2025-06-11") == ["challenge-1", "meeting-2025-06-11"]


def test_a_risk_is_due_to_be_looked_at_only_once_the_last_look_said_when(small: Register) -> None:
    assert not {"reviews", "review_due"} & fields(small, "risk-1", "2025-05-01").keys()
    assert fields(small, "risk-1", "2025-05-02")["review_due"] == "2025-08-01"


def test_an_audit_stood_in_the_quarter_it_had_not_been_put_off_from(small: Register) -> None:
    planned = {
        day: fields(small, "audit-1", day)["planned"] for day in ("2024-07-02", "2025-02-11", "2025-02-12")
    }
    assert list(planned.values()) == ["2024-25-Q2", "2024-25-Q4", "2025-26-Q1"]
    assert "sent_back" not in fields(small, "audit-1", "2025-04-27")
    assert fields(small, "audit-1", "2025-04-28")["sent_back"] == 0
    assert on(small, "audit-1/late", "2025-06-19").known == "nothing"
    assert on(small, "audit-1/late", "2025-06-20").fields["text"] == "Help came late.\n"


def test_a_figure_is_the_one_that_stood_before_its_revision(workspace: Write) -> None:
    files = {
        "framework/indicators/visits.yaml": """
            id: visits
            title: Visits
            measures:
              - id: quarter
                period: quarter
        """,
        "data/returns/police-2024-25-q1.yaml": """
            id: police-2024-25-q1
            agency: police
            period: 2024-25-Q1
            due: 2024-08-15
            received: 2024-08-12
            values:
              - id: one
                measure: visits/quarter
                period: 2024-25-Q1
                value: 0
                revisions:
                  - until: 2024-10-01
                    value: 7
                    status: provisional
                    reason: |
                      Counted twice.
        """,
    }
    from lif.records.figures import Return
    from lif.views.as_known import as_known
    from lif.workspace import Workspace

    root = workspace({"lif.yaml": "board: hill\nextends: []\n", **files})
    register = Workspace.load(root, date(2025, 1, 1), checks=()).register
    sent = register.find(Return, "police-2024-25-q1")
    assert sent is not None
    then = as_known(register, sent, date(2024, 9, 30)).values[0]
    assert (str(then.value), then.status, then.revisions) == ("7", "provisional", ())
    assert str(as_known(register, sent, date(2024, 10, 1)).values[0].value) == "0"
    assert as_known(register, sent, date(2024, 8, 11)).values == ()


def test_no_record_of_this_repository_shows_a_day_that_had_not_come(root: Path) -> None:
    """Dates that look ahead apart, and the days in the name of what was planned ahead."""
    from lif.workspace import Workspace

    day = date(2025, 1, 15)
    register = Workspace.load(root, day, checks=()).register
    planned = {"meeting", "training-session", "bank-holidays", "amendment", "forecast", "published-series"}
    later: list[tuple[str, str, str]] = []

    def walk(address: str, value: object) -> None:
        if isinstance(value, dict):
            for name, one in value.items():
                if name not in AHEAD and isinstance(one, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", one):
                    later.extend([(address, name, one)] if date.fromisoformat(one) > day else [])
                walk(address, one)
        elif isinstance(value, list):
            for one in value:
                walk(address, one)

    for address, entry in register.entries.items():
        found = shown(register, address, day)
        assert found is not None
        if entry.record.kind not in planned:
            walk(address, found.fields)
    assert later == []
