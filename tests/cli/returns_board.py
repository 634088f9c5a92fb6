"""Returns for the tests: quarterly of the police, monthly of social care, yearly of a school agency."""

from __future__ import annotations

from collections.abc import Mapping

_INDICATOR = """
    id: {id}
    name: {name}
    domain: Front door
    definition: |
      All in the period.
    numerator: reports
    counts: reports
    unit: count
    polarity: info
    group: neglect-group
    owner: police-lead
    outcomes_class: how-much
    source_return: The police return
    supplier: police
    measures:
      - id: quarter
        series: returns
        period_kind: quarter
      - id: month
        series: returns
        period_kind: month
      - id: year
        series: returns
        period_kind: financial-year
"""

RETURNS: Mapping[str, str] = {
    "framework/indicators/calls.yaml": _INDICATOR.format(id="calls", name="Calls *about* neglect"),
    "framework/indicators/notices.yaml": _INDICATOR.format(id="notices", name="Notices sent"),
    "framework/agencies.yaml": """
        - id: social-care
          name: Social care
          sector: council
        - id: police
          name: Hill Police
          sector: police
        - id: ccg
          name: Hill Clinical Commissioning Group
          short_name: CCG
          sector: health
          until: 2024-12-31
          successor: icb
        - id: icb
          name: Dales Integrated Care Board
          short_name: ICB
          sector: health
          since: 2025-01-01
    """,
    "framework/roles.yaml": """
        - id: business-manager
          name: Business manager
          agency: social-care
        - id: police-lead
          name: Detective Superintendent
          agency: police
        - id: old-nurse
          name: Designated Nurse, CCG
          agency: ccg
          until: 2024-12-31
        - id: head-of-service
          name: Head of service
          agency: social-care
          retired:
            on: 2025-04-01
            reason: The post was merged.
            replaced_by: assistant-director
        - id: assistant-director
          name: Assistant Director
          agency: social-care
          contact:
            mailbox: safeguarding.team@hill.example
    """,
    "framework/return-schedules.yaml": """
        - id: police-quarters
          agency: police
          every: quarter
          due_days_after: 30
          since: 2024-25-Q1
          measures:
            - calls/quarter
            - notices/quarter
          contact: police-lead
        - id: social-care-months
          agency: social-care
          every: month
          due_days_after: 20
          since: 2025-04
          measures:
            - calls/month
          contact: head-of-service
        - id: ccg-years
          agency: ccg
          every: year
          due_days_after: 60
          since: "2023-24"
          until: "2023-24"
          measures:
            - calls/year
          contact: old-nurse
    """,
    "data/returns/police-2024-25-q1.yaml": """
        id: police-2024-25-q1
        agency: police
        period: 2024-25-Q1
        due: 2024-07-30
        received: 2024-07-30
        values:
          - id: calls
            measure: calls/quarter
            numerator: 4
          - id: notices
            measure: notices/quarter
            numerator: 0
    """,
    "data/returns/police-2024-25-q2.yaml": """
        id: police-2024-25-q2
        agency: police
        period: 2024-25-Q2
        due: 2024-10-30
        received: 2024-11-04
        values:
          - id: calls
            measure: calls/quarter
            numerator: 4
          - id: notices
            measure: notices/quarter
            status: not-available
            reason: The system was replaced.
    """,
    "data/returns/police-2024-25-q4.yaml": """
        id: police-2024-25-q4
        agency: police
        period: 2024-25-Q4
        due: 2025-04-30
        received: 2025-04-28
        queries:
          - on: 2025-05-06
            text: |
              Twice as many as before: is it a new way of counting?
          - on: 2025-05-09
            text: |
              Which stations are in it?
            answered_on: 2025-05-12
        values:
          - id: calls
            measure: calls/quarter
            numerator: 9
          - id: notices
            measure: notices/quarter
            status: awaited
    """,
    "data/returns/social-care-2025-04.yaml": """
        id: social-care-2025-04
        agency: social-care
        period: 2025-04
        due: 2025-05-20
        received: 2025-05-20
        values:
          - id: calls
            measure: calls/month
            numerator: 3
    """,
    "data/section11-returns/s11-police-2025.yaml": """
        id: s11-police-2025
        agency: police
        cycle: "2025"
        group: neglect-group
        opened: 2025-03-01
        due: 2025-05-31
        author: police-lead
    """,
}
