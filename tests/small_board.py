"""The smallest board that a paper can be made for: tests add what they are about."""

from __future__ import annotations

from collections.abc import Mapping

SMALL: Mapping[str, str] = {
    "lif.yaml": """
        board: hill
        extends: []
        as_at: 2025-05-20
    """,
    "framework/boards/hill.yaml": """
        id: hill
        name: Hill
        area: hill-town
        bodies:
          - id: lscb
            name: Hill Local Safeguarding Children Board
            kind: lscb
            until: 2019-09-28
          - id: partnership
            name: Hill Safeguarding Children Partnership
            kind: partnership
            since: 2019-09-29
        equality:
          - id: fair
            text: |
              Nobody is treated less favourably.
    """,
    "framework/areas.yaml": """
        - id: hill-town
          name: Hill
          sort: local-authority
        - id: england
          name: England
          sort: country
        - id: the-dales
          name: The Dales
          sort: region
        - id: brook
          name: Brook
          sort: local-authority
        - id: ford
          name: Ford
          sort: local-authority
        - id: weir
          name: Weir
          sort: local-authority
        - id: mill
          name: Mill
          sort: local-authority
    """,
    "framework/agencies.yaml": """
        - id: social-care
          name: Social care
          sector: council
        - id: police
          name: Hill Police
          sector: police
    """,
    "framework/roles.yaml": """
        - id: head-of-care
          name: Head of Care
          agency: social-care
        - id: business-manager
          name: Business manager
          agency: social-care
        - id: police-lead
          name: Police lead
          agency: police
    """,
    "framework/groups.yaml": """
        - id: top-board
          name: Top board
          tier: leadership
        - id: working-board
          name: Working board
          tier: operational
          reports_to: top-board
        - id: neglect-group
          name: Neglect group
          tier: subgroup
          reports_to: working-board
        - id: audit-group
          name: Audit group
          tier: subgroup
          reports_to: working-board
    """,
    "framework/priorities.yaml": """
        - id: priority-neglect
          name: Neglect
          rationale: |
            Too many children wait.
        - id: priority-early
          name: Early help
          rationale_missing: |
            The source states none.
    """,
    "framework/themes.yaml": """
        - id: theme-neglect
          name: Neglect
        - id: theme-voice
          name: Voice of the child
    """,
    "framework/questions.yaml": """
        - id: question-needs
          number: "1"
          text: What are the needs?
          answered_by: population
        - id: question-how-well
          number: "2"
          text: How well?
          answered_by: how-well
        - id: question-unknown
          number: "3"
          text: What do we not know?
          answered_by: development-agenda
    """,
    "framework/sources.yaml": """
        - id: stats-2025
          title: Statistics 2025
          publisher: The statisticians
          sort: statistics
    """,
}
"""Board, areas, two agencies, three roles, four groups, two priorities, themes, questions and a source."""


def indicator(
    id_: str, *lines: str, unit: str = "percent", polarity: str = "high", measures: str = "", **fields: str
) -> str:
    """An indicator of the small board as YAML; `lines` are added, `fields` replace what stands here."""
    text = {
        "name": id_.replace("-", " ").capitalize(),
        "domain": "Front door",
        "definition": "|\n  What is counted.",
        "numerator": "those that did",
        "denominator": "" if unit == "count" else "all of them",
        "unit": unit,
        "rate_per": "10000" if unit == "rate" else "",
        "counts": "children",
        "polarity": polarity,
        "outcomes_class": "how-well",
        "source_return": "a census",
        "supplier": "social-care",
        "owner": "head-of-care",
        "group": "neglect-group",
        **fields,
    }
    head = [f"id: {id_}", *(f"{name}: {value}" for name, value in text.items() if value)]
    series = measures or "  - id: quarter\n    period_kind: quarter\n    series: returns"
    return "\n".join([*head, "measures:", series.strip("\n"), *lines]) + "\n"
