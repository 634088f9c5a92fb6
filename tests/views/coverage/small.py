"""A small board with one element, so that what shows a statement can be seen in each test."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tests.folders import Write
from tests.small_board import SMALL

from lif.measures.assemble import assemble
from lif.views.coverage import Coverage, Row, coverage
from lif.workspace import Workspace

ELEMENT: Mapping[str, str] = {
    **SMALL,
    "framework/elements/element-visits.yaml": """
        id: element-visits
        letter: A
        name: Visits
        context:
          - id: how
            text: |
              Visits stand first.
        good:
          - id: seen
            text: |
              Children are seen.
            audiences: [children]
          - id: heard
            text: |
              Children are heard.
            audiences: [children]
          - id: gone
            text: |
              Children are written to.
            audiences: [children]
            retired:
              on: 2024-01-01
              reason: |
                Nobody writes.
        board_actions:
          - id: watches
            text: |
              Watches visits.
        learning_routes:
          - id: to-training
            text: |
              What audits find goes into training.
            passes: audit themes
            from_groups: [audit-group]
            to_groups: [neglect-group]
            silent_after_days: 90
    """,
}


def covered(workspace: Write, files: Mapping[str, str] = {}, as_at: str = "2025-05-20") -> Coverage:
    """The coverage of the small board with these files, which load without a fault."""
    loaded = Workspace.load(workspace({**ELEMENT, **files}), date.fromisoformat(as_at), checks=())
    assert [d.message for d in loaded.diagnostics] == []
    return coverage(loaded.register, assemble(loaded.register, loaded.as_at), loaded.as_at)


def rows(found: Coverage) -> dict[str, Row]:
    """Every row by its address."""
    return {row.stated.address: row for row in found.rows}


def told(row: Row) -> list[tuple[str, str, str, str]]:
    """Each piece of a row: record, kind of evidence, day, leaning."""
    return [(p.record, p.sort, p.on.isoformat(), p.leaning) for p in row.pieces]
