"""What a paper is asked, over the small register of a test."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tests.folders import Write
from tests.views.small_register import register_of

from lif.calendars import parse_period
from lif.records.board import Board
from lif.records.record import Record
from lif.views.papers import Question


def question_of(
    workspace: Write, files: Mapping[str, str], as_at: str, *about: str, year: str = ""
) -> Question:
    """The question about the records of these ids, on this day, for this financial year if one is given."""
    register = register_of(workspace, files, as_at)
    named: list[Record] = [register.entries[id_].record for id_ in about]
    board = register.find(Board, "hill")
    assert board is not None
    period = parse_period(year) if year else None
    return Question(register, date.fromisoformat(as_at), board, about=tuple(named), year=period)
