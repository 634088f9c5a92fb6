"""Papers asked for in a test: of a small board with the records that the test writes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tests.folders import Write
from tests.views.small_register import ROUND

from lif.calendars import parse_period
from lif.records.record import Record
from lif.views.papers import Question
from lif.workspace import Workspace

THEMES: Mapping[str, str] = {
    "framework/themes.yaml": """
        - id: neglect
          name: Neglect
        - id: dental-neglect
          name: Dental neglect
          part_of: neglect
        - id: sleep
          name: Safe sleep
    """,
}
"""Two themes, one of them with a narrower one."""


def asked(
    workspace: Write, files: Mapping[str, str], as_at: str, *about: str, year: str | None = None
) -> Question:
    """A question on the small board with these files; `about` are the ids of the records that are named."""
    loaded = Workspace.load(workspace({**ROUND, **THEMES, **files}), date.fromisoformat(as_at), checks=())
    assert [f"{d.location.path}: {d.message}" for d in loaded.diagnostics] == []
    found = [loaded.register.get(id_) for id_ in about]
    assert all(isinstance(one, Record) for one in found)
    named = tuple(one for one in found if isinstance(one, Record))
    period = parse_period(year) if year else None
    return Question(loaded.register, loaded.as_at, loaded.board, about=named, year=period)
