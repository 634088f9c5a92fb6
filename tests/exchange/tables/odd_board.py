"""A board whose records hold what goes wrong in tables: formulas, lines, quotes, long numbers."""

from __future__ import annotations

from collections.abc import Mapping

from tests.cli.board import BOARD

ODD: Mapping[str, str] = {
    **BOARD,
    "framework/themes.yaml": """
        - id: missing
          name: Missing children
        - id: formula
          name: "=HYPERLINK(1)"
          aliases:
            - "+1"
            - 'a "quoted", thing'
        - id: minus
          name: "-2 and @x"
    """,
    "framework/indicators/odd-rate.yaml": """
        id: odd-rate
        name: Odd rate
        domain: Tests
        definition: |
          Two lines,
          with a "quote".
        unit: percent
        numerator: those seen
        denominator: all
        counts: children
        polarity: high
        outcomes_class: how-well
        measures:
          - id: quarter
            period_kind: quarter
            series: returns
            supplier: social-care
            roll_up: weighted
        supplier: social-care
        owner: business-manager
        group: neglect-group
        source_return: A form
        status: live
        disclosure: none
    """,
    "data/returns/social-care-2024-25-q4.yaml": """
        id: social-care-2024-25-q4
        agency: social-care
        period: 2024-25-Q4
        due: 2025-05-15
        received: 2025-05-19
        values:
          - id: odd
            measure: odd-rate/quarter
            numerator: 1234567.12345678
            denominator: 9876543
          - id: none
            measure: odd-rate/quarter
            breakdown: age = under 5
            status: not-available
            reason: nobody counted
          - id: nought
            measure: odd-rate/quarter
            breakdown: age = 5 to 9
            numerator: 0
            denominator: 12
    """,
}
