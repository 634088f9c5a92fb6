"""Registers made in a test from YAML that can be read there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tests.folders import Write

from lif.register import Register
from lif.workspace import Workspace

ROUND: Mapping[str, str] = {
    "lif.yaml": """
        board: hill
        extends: []
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
          statutory_partner: true
        - id: police
          name: Hill Police
          short_name: Police
          sector: police
          statutory_partner: true
    """,
    "framework/groups.yaml": """
        - id: quality-group
          name: Quality assurance group
          tier: subgroup
        - id: review-group
          name: Review group
          tier: subgroup
    """,
    "framework/roles.yaml": """
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
        - id: priority-early
          number: "2"
          name: Early help
          rationale: |
            It comes first.
    """,
}
"""A board with two agencies, two groups, one role and two priorities: tests add what they are about."""


def register_of(workspace: Write, files: Mapping[str, str], as_at: str) -> Register:
    """The register of the small board with these files; every record in them can be read."""
    loaded = Workspace.load(workspace({**ROUND, **files}), date.fromisoformat(as_at), checks=())
    said = [f"{d.location.path}: {d.message}" for d in loaded.diagnostics]
    assert said == []
    return loaded.register
