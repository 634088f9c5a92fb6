"""The small board with an outcome, a statement and three partners, and its yearly report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from textwrap import dedent

from tests.folders import Write
from tests.small_board import SMALL

from lif.calendars import PeriodKind, parse_period
from lif.records.board import Board
from lif.views.papers import Question
from lif.views.yearly_report import YearlyReport, yearly_report
from lif.workspace import Workspace

YEAR: Mapping[str, str] = {
    **SMALL,
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
    "framework/priorities.yaml": """
        - id: priority-neglect
          number: "1"
          name: Neglect
          rationale: |
            Too many children wait.
          outcomes:
            - id: cared-for
              text: |
                Children are cared for.
    """,
    "framework/elements/element-visits.yaml": """
        id: element-visits
        name: Visits
        good:
          - id: seen
            text: |
              Children are seen.
            audiences: [children]
          - id: trained
            text: |
              Staff know what to do.
            audiences: [professionals]
        board_actions:
          - id: watches
            text: |
              Watches visits.
    """,
}
"""One priority with one outcome, a statement about children and one about staff."""


def question(
    workspace: Write, files: Mapping[str, str] = {}, as_at: str = "2025-07-01", year: str | None = "2024-25"
) -> Question:
    """What the yearly report of the small board with these files is asked."""
    loaded = Workspace.load(workspace({**YEAR, **files}), date.fromisoformat(as_at), checks=())
    assert [d.message for d in loaded.diagnostics] == []
    board = loaded.register.record(Board, "hill")
    named = parse_period(year, PeriodKind.FINANCIAL_YEAR) if year else None
    return Question(loaded.register, loaded.as_at, board, year=named)


def report(
    workspace: Write, files: Mapping[str, str] = {}, as_at: str = "2025-07-01", year: str | None = "2024-25"
) -> YearlyReport:
    """The yearly report of the small board with these files."""
    return yearly_report(question(workspace, files, as_at, year))


def listed(kind: str, *records: str) -> dict[str, str]:
    """A list file of records, each written as the fields of one record; `kind` is the file's name."""
    items = []
    for record in records:
        first, *rest = dedent(record).strip("\n").split("\n")
        items.append("\n".join([f"- {first}", *(f"  {line}" if line else "" for line in rest)]))
    return {f"data/{kind}.yaml": "\n".join(items) + "\n"}


def action(id_: str = "act", *lines: str, sort: str = "data", agreed: str = "2024-05-01") -> str:
    """An action of the small board, not started and due in the year; `lines` are added."""
    return "\n".join(
        [
            f"id: {id_}",
            f"title: Do {id_}",
            "text: |",
            "  It is done.",
            "source: stats-2025",
            f"source_sort: {sort}",
            "owner: head-of-care",
            "group: neglect-group",
            f"agreed_on: {agreed}",
            "due: 2024-12-31",
            *lines,
        ]
    )


DONE = ("steps:", "  - state: reported-complete", "    on: 2024-11-01")


def looked(on: str = "2025-02-01", result: str = "shown", text: str = "Fewer wait.") -> tuple[str, ...]:
    """A look at whether an action helped."""
    words = ["  text: |", f"    {text}"] if text else []
    return (*DONE, "impact:", f"  checked_on: {on}", f"  result: {result}", *words)


NEGLECT = ("priorities: [priority-neglect]",)
