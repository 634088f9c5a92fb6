"""A site is of one day: what came later has no page, no link and no word in it."""

from __future__ import annotations

from collections.abc import Mapping

from tests.folders import Write
from tests.small_board import indicator
from tests.views.site.site_of import leads_to, page, said, site_of

from lif.views.site.pieces import refs_in

LOOP: Mapping[str, str] = {
    "framework/themes.yaml": """
        - id: recording
          name: Recording
    """,
    "data/reviews/review-x.yaml": """
        id: review-x
        title: Review X
        sort: learning-review
        group: review-group
        milestones:
          - step: decision
            on: 2025-01-10
          - step: completed
            on: 2025-04-30
        themes: [recording]
        findings:
          - id: unread
            text: |
              Nobody read the file.
        recommendations:
          - id: read-it
            text: |
              Read the file before the visit.
            finding: unread
            response: accepted
            responded_on: 2025-05-15
    """,
    "data/actions/action-read.yaml": """
        id: action-read
        title: Read files before visits
        text: |
          Ask for it in supervision.
        source: review-x/read-it
        source_sort: review
        owner: police-lead
        group: review-group
        themes: [recording]
        agreed_on: 2025-05-20
        due: 2025-07-31
        due_changes:
          - on: 2025-07-01
            from_due: 2025-07-31
            to_due: 2025-09-30
            reason: |
              The system was down.
            agreed_by: review-group
        steps:
          - state: in-progress
            on: 2025-06-02
          - state: reported-complete
            on: 2025-09-20
        evidence: [evidence-read]
    """,
    "data/evidence.yaml": """
        - id: evidence-read
          title: Twelve supervision notes
          sort: observation
          text: |
            Eleven of twelve ask for it.
          on: 2025-09-18
          shows: [action-read]
    """,
}
REVIEW, ACTION = "reviews/review-x.html", "actions/action-read.html"


def test_everything_is_there_and_linked_both_ways_once_it_had_happened(workspace: Write) -> None:
    found = site_of(workspace, LOOP, "2025-10-01")
    action = page(found, ACTION)
    assert leads_to(action) >= {REVIEW, "evidence/evidence-read.html", "groups/review-group.html"}
    assert leads_to(page(found, REVIEW)) >= {ACTION, "themes/recording.html"}
    assert leads_to(page(found, "themes/recording.html")) >= {REVIEW, ACTION}
    assert leads_to(page(found, "evidence/evidence-read.html")) >= {ACTION}
    assert "The system was down." in said(action)
    assert "30 September 2025" in said(action)


def test_what_came_later_is_not_in_it(workspace: Write) -> None:
    found = site_of(workspace, LOOP, "2025-06-15")
    paths = {each.path for each in found.pages}
    assert ACTION in paths
    assert "evidence/evidence-read.html" not in paths
    action = said(page(found, ACTION))
    assert "Work began" in action
    for later in ("Twelve supervision notes", "The system was down", "30 September", "Reported complete"):
        assert later not in action
    everything = "\n".join(map(said, found.pages))
    assert "Twelve supervision notes" not in everything
    assert "The system was down" not in everything


def test_before_the_report_a_review_tells_neither_finding_nor_recommendation(workspace: Write) -> None:
    found = site_of(workspace, LOOP, "2025-04-01")
    assert {each.path for each in found.pages} >= {REVIEW}
    everything = "\n".join(map(said, found.pages))
    for later in ("Nobody read the file", "Read the file before the visit", "Read files before visits"):
        assert later not in everything


def test_a_day_before_everything_makes_a_site_too(workspace: Write) -> None:
    found = site_of(workspace, LOOP, "2015-01-01")
    assert {each.path for each in found.pages} >= {"index.html", "actions/index.html", "a-z.html"}
    assert "No action is recorded." in said(page(found, "actions/index.html"))
    assert found.lately == ()


def test_a_recommendation_is_the_anchor_that_its_action_leads_to(workspace: Write) -> None:
    found = site_of(workspace, LOOP, "2025-10-01")
    refs = [ref for ref in refs_in(page(found, ACTION).body) if ref.path.startswith("reviews/")]
    assert {(ref.path, ref.name) for ref in refs} == {
        (f"{REVIEW}#read-it", "Review X: Read the file before the visit.")
    }


def test_kinds_that_do_not_say_so_are_known_from_their_own_day(workspace: Write) -> None:
    """A new phase of a chart before it was agreed, figures before they were published, a lockdown to come."""
    files = {
        "framework/sources.yaml": """
            - id: stats
              title: Statistics
              publisher: The statisticians
              sort: statistics
        """,
        "framework/import-mappings.yaml": """
            - id: the-file
              title: The file
              format: csv
              source: stats
              period: financial-year
              columns:
                - measure: calls/quarter
                  numerator: [n]
        """,
        "data/published/stats-2025.yaml": """
            id: stats-2025
            title: Figures
            source: stats
            release: of March
            released_on: 2025-03-20
            file: stats.csv
            sha256: "00"
            mapping: the-file
            imported_on: 2024-01-01
            rows: 0
        """,
        "data/published/stats-2025.csv": """
            measure,period,area,breakdown,numerator,denominator,value,status
        """,
        "framework/indicators/calls.yaml": indicator(
            "calls", supplier="police", owner="police-lead", group="quality-group"
        ),
        "framework/step-changes/new-desk.yaml": """
            id: new-desk
            measure: calls/quarter
            period: 2023-24-Q1
            label: A new desk
            reason: |
              Calls are answered at once.
            agreed_by: quality-group
            agreed_on: 2025-03-12
        """,
        "framework/annotations/flood.yaml": """
            id: flood
            measure: calls/quarter
            period: 2025-26-Q1
            label: The flood
        """,
    }
    later = ("of March", "A new desk", "The flood")
    before = "\n".join(map(said, site_of(workspace, files, "2025-03-01").pages))
    after = "\n".join(map(said, site_of(workspace, files, "2025-05-01").pages))
    assert [words for words in later if words in before] == []
    assert [words for words in later if words in after] == list(later)
