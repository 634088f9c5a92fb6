"""A small board for the tests of commands: two groups, three roles, actions in several states."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

Write = Callable[[Mapping[str, str]], Path]
"""Writes texts under their paths into the folder of the test (the fixture `workspace`)."""


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Lif = Callable[[str], Ran]
"""Runs `lif` with the words of a line, read as a shell reads them (the fixture `lif`)."""

BOARD: Mapping[str, str] = {
    "lif.yaml": """
        board: hill
        extends: []
        as_at: 2025-06-30
    """,
    "framework/boards/hill.yaml": """
        id: hill
        name: Hill
        area: hill-town
        bodies:
          - id: partnership
            name: Hill Safeguarding Children Partnership
            kind: partnership
        equality:
          - id: fair
            text: |
              Nobody is treated less favourably.
    """,
    "framework/areas.yaml": """
        - id: hill-town
          name: Hill
          sort: local-authority
    """,
    "framework/agencies.yaml": """
        - id: social-care
          name: Social care
          sector: council
        - id: police
          name: Hill Police
          aliases:
            - The Constabulary
          sector: police
    """,
    "framework/groups.yaml": """
        - id: hill-board
          name: Hill board
          tier: leadership
        - id: neglect-group
          name: Neglect sub group
          tier: subgroup
          aliases:
            - The neglect lot
          reports_to: hill-board
        - id: learning-group
          name: Learning and development group
          tier: subgroup
          reports_to: hill-board
    """,
    "framework/roles.yaml": """
        - id: business-manager
          name: Business manager
          agency: social-care
        - id: police-lead
          name: Detective Superintendent
          agency: police
    """,
    "framework/priorities.yaml": """
        - id: priority-neglect
          number: "1"
          name: Neglect
          rationale: |
            It is named most often.
          lead: neglect-group
    """,
    "framework/themes.yaml": """
        - id: neglect
          name: Neglect
        - id: missing
          name: Missing children
          aliases:
            - Runaways
    """,
    "data/meetings/hill-board-2024-09-10.yaml": """
        id: hill-board-2024-09-10
        group: hill-board
        on: 2024-09-10
        held: true
        decisions:
          - id: interviews
            text: |
              Offer every missing child an interview.
    """,
    "data/actions/act-2024-interviews.yaml": """
        id: act-2024-interviews
        title: Interviews within three days
        text: |
          Offer each missing child an interview within three days.
        source: hill-board-2024-09-10/interviews
        source_sort: board-decision
        owner: police-lead
        group: neglect-group
        priorities:
          - priority-neglect
        themes:
          - missing
        agreed_on: 2024-09-10
        due: 2024-12-31
        due_changes:
          - on: 2024-12-20
            from_due: 2024-12-31
            to_due: 2025-03-31
            reason: |
              The post was vacant.
            agreed_by: neglect-group
        steps:
          - state: in-progress
            on: 2024-10-01
        progress:
          - on: 2024-11-05
            by: police-lead
            text: |
              A rota is drafted.
          - on: 2025-05-02
            by: police-lead
            text: |
              =The rota | starts in June.
    """,
    "data/actions/act-2024-briefing.yaml": """
        id: act-2024-briefing
        illustrative: true
        title: A briefing for schools
        text: |
          Write a briefing for schools.
        source: hill-board-2024-09-10
        source_sort: board-decision
        owner: business-manager
        group: learning-group
        agreed_on: 2024-09-10
        due: 2025-01-31
        steps:
          - state: in-progress
            on: 2024-09-30
          - state: reported-complete
            on: 2025-02-10
          - state: assured
            on: 2025-05-20
        evidence:
          - evidence-briefing
        assurance:
          on: 2025-05-20
          group: learning-group
          agencies:
            - police
    """,
    "data/actions/act-2025-survey.yaml": """
        id: act-2025-survey
        title: A survey of staff
        text: |
          Ask staff what they know.
        source: hill-board-2024-09-10
        source_sort: board-decision
        owner: business-manager
        group: learning-group
        agreed_on: 2025-05-12
        due: 2025-07-20
    """,
    "data/evidence.yaml": """
        - id: evidence-briefing
          title: The briefing
          sort: document
          text: |
            The briefing, as sent to all schools.
          on: 2025-02-10
          shows:
            - act-2024-briefing
    """,
}
