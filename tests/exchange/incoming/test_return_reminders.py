"""A return that comes in is the answer to the reminders that were sent of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.exchange.incoming.returning import AS_AT, board, filled_in, workbook, written_in

from lif.records.figures import Return
from lif.workspace import Workspace

AWAITED = """
    # Asked for twice.
    id: social-care-2025-26-q1
    agency: social-care
    period: 2025-26-Q1
    due: 2025-07-30
    chases:
      - on: 2025-07-05
        to: head-of-care # by telephone
      - on: 2025-07-11
        to: head-of-care
"""


def test_a_workbook_that_comes_answers_what_was_sent_before_it(tmp_path: Path) -> None:
    path = "data/returns/social-care-2025-26-q1.yaml"
    hill = board(tmp_path / "hill", **{path: AWAITED})
    found = written_in(hill, filled_in(workbook(hill), {"Waits": {"Numerator": 4, "Denominator": 9}}))
    assert ("not answered", "answered on 10 July 2025") in [(one.before, one.after) for one in found.changes]
    return_ = Workspace.load(hill, AS_AT, checks=()).register.record(Return, "social-care-2025-26-q1")
    assert return_.received == AS_AT
    assert [one.answered_on for one in return_.chases] == [date(2025, 7, 10), None], "one is of a later day"
    assert "to: head-of-care # by telephone" in (hill / path).read_text("utf-8")
