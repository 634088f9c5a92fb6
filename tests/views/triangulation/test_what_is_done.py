"""What is done about a topic and watched: learning, challenges, risks, escalations, complaints, scrutiny."""

from __future__ import annotations

import pytest
from tests.folders import Write
from tests.views.coverage.test_gathering import record
from tests.views.triangulation.test_triangulation import entries, seen

from lif.views.triangulation.entries import Entry

LEARNING = """
    id: learning-1
    title: Home visits matter
    on: 2025-01-10
    text: |
      See the bedroom.
    sources: [hill]
    group: neglect-group
    themes: [theme-neglect]
    products:
      - id: briefing
        sort: briefing
        title: The bedroom
        on: 2025-02-01
      - id: event
        sort: event
        title: An hour on bedrooms
        due: 2025-09-01
    test:
      method: survey
      due: 2025-04-01
      checked_on: 2025-04-10
      result: {result}
"""


def one(found: tuple[Entry, ...]) -> Entry:
    (entry,) = found
    return entry


@pytest.mark.parametrize(
    ("result", "leaning"),
    [
        ("landed", "for"),
        ("partly-landed", "mixed"),
        ("not-landed", "against"),
        ("cannot-be-told", "silent"),
    ],
)
def test_learning_leans_by_the_test_of_whether_it_landed(workspace: Write, result: str, leaning: str) -> None:
    files = record("learning", "learning-1", LEARNING.format(result=result))
    entry = one(entries(seen(workspace, files), "learning"))
    words = result.replace("-", " ").capitalize()
    assert entry.leaning == leaning
    assert entry.facts == ("See the bedroom.", "Told in 1 of 2 forms planned.", f"Did it land? {words}.")
    before = one(entries(seen(workspace, files, as_at="2025-04-09"), "learning"))
    assert (before.leaning, before.facts[-1]) == ("silent", "Did it land? Not known yet.")
    assert before.on is not None
    assert before.on.isoformat() == "2025-02-01"


CHALLENGE = """
    id: challenge-1
    title: Visits to homes
    on: 2025-01-10
    by_group: neglect-group
    to: [police]
    text: |
      Why were homes not seen?
    responded_on: 2025-02-10
    response: |
      A post stood empty.
    closed_on: 2025-04-10
    impact: not-shown
    themes: [theme-neglect]
"""


@pytest.mark.parametrize(
    ("as_at", "facts", "leaning"),
    [
        ("2025-02-09", ("Answer: not answered yet",), "silent"),
        ("2025-04-09", ("Answer: A post stood empty.",), "silent"),
        ("2025-04-10", ("Answer: A post stood empty.", "Did it make a difference? Not shown."), "against"),
    ],
)
def test_a_challenge_leans_once_it_is_closed(
    workspace: Write, as_at: str, facts: tuple[str, ...], leaning: str
) -> None:
    files = record("challenges", "challenge-1", CHALLENGE)
    entry = one(entries(seen(workspace, files, as_at=as_at), "watch"))
    assert entry.facts == ("Challenge to Hill Police: Why were homes not seen?", *facts)
    assert entry.leaning == leaning


RISK = """
    id: risk-1
    title: Empty posts
    cause: |
      Few apply.
    event: |
      Homes are not seen.
    consequence: |
      Children are hurt.
    group: neglect-group
    owner: police-lead
    opened: 2025-01-10
    inherent: {likelihood: 5, impact: 5}
    residual: {likelihood: 4, impact: 5}
    target: {likelihood: 2, impact: 3}
    reviews:
      - on: 2025-03-01
        residual: {likelihood: 3, impact: 4}
    themes: [theme-neglect]
"""


@pytest.mark.parametrize(
    ("as_at", "stands"), [("2025-02-28", "20 of 25 (4 × 5)"), ("2025-03-01", "12 of 25 (3 × 4)")]
)
def test_a_risk_stands_as_it_was_last_looked_at(workspace: Write, as_at: str, stands: str) -> None:
    entry = one(entries(seen(workspace, record("risks", "risk-1", RISK), as_at=as_at), "watch"))
    assert entry.facts == ("Risk: Homes are not seen.", f"Stands at {stands}; the board can live with 6.")
    assert entry.leaning == "silent"


def test_escalations_and_complaints_are_counts_that_say_nothing_either_way(workspace: Write) -> None:
    files = record(
        "escalations",
        "escalations-1",
        """
        id: escalations-1
        quarter: 2024-25-Q4
        group: neglect-group
        received: 2025-04-20
        counts:
          - stage: 1
            theme: theme-neglect
            raised: 4
            resolved: 3
          - stage: 2
            theme: theme-voice
            raised: 1
        """,
    ) | record(
        "complaints-and-compliments",
        "complaints-1",
        """
        id: complaints-1
        agency: police
        period: 2024-25
        received: 2025-05-01
        complaints: 30
        compliments: 9
        by_theme:
          - theme: theme-neglect
            complaints: 7
            compliments: 2
        """,
    )
    view = seen(workspace, files)
    raised = one(entries(view, "watch"))
    assert (raised.name, raised.facts) == (
        "Escalations, Neglect group, 2024-25-Q4",
        ("Stage 1: 4 raised, 3 resolved at that stage.",),
    )
    said = one(entries(view, "children-and-parents"))
    assert (said.name, said.facts) == (
        "Complaints and compliments, Hill Police, 2024-25",
        ("Neglect: 7 complaints, 2 compliments.",),
    )
    assert {raised.leaning, said.leaning} == {"silent"}
    assert entries(seen(workspace, files, as_at="2025-04-19"), "watch") == ()


def test_scrutiny_and_inspections_are_told_from_the_day_they_were_reported(workspace: Write) -> None:
    files = record(
        "scrutiny",
        "scrutiny-1",
        """
        id: scrutiny-1
        title: Are homes seen?
        by: business-manager
        group: neglect-group
        question: |
          Who sees the home?
        reported: 2025-03-10
        themes: [theme-neglect]
        findings:
          - id: nobody
            text: |
              Nobody goes upstairs.
        """,
    ) | record(
        "inspections",
        "inspection-1",
        """
        id: inspection-1
        title: The inspection
        sort: police
        inspectorates: [The inspectorate]
        agencies: [police]
        group: audit-group
        published: 2025-04-01
        themes: [theme-neglect]
        judgements:
          - id: overall
            area: Response to neglect
            judgement: Requires improvement
        """,
    )
    view = seen(workspace, files)
    assert [(entry.record, entry.facts, entry.leaning) for entry in entries(view, "reviews")] == [
        ("inspection-1", ("Response to neglect: Requires improvement.",), "silent"),
        ("scrutiny-1", ("Asked: Who sees the home?", "Finding: Nobody goes upstairs."), "silent"),
    ]
    assert entries(seen(workspace, files, as_at="2025-03-09"), "reviews") == ()


def test_actions_are_counted_by_where_they_stand(workspace: Write) -> None:
    def action(id_: str, due: str) -> dict[str, str]:
        return record(
            "actions",
            id_,
            f"""
            id: {id_}
            title: {id_}
            text: |
              Do it.
            source: hill
            source_sort: board-decision
            owner: police-lead
            group: neglect-group
            themes: [theme-neglect]
            agreed_on: 2025-01-10
            due: {due}
            """,
        )

    view = seen(workspace, action("act-late", "2025-05-19") | action("act-on-time", "2025-12-01"))
    (panel,) = [panel for panel in view.panels if panel.source == "actions"]
    assert panel.head == "By where they stand: 1 on track, 1 overdue."
    assert panel.more == (
        "2 of 2 actions have not been looked at for whether they helped, and no day is ahead.",
    )
