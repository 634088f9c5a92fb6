"""Two states of the small board, as a test describes them: what stood before, and what is other now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tests.folders import written
from tests.small_board import SMALL

from lif.views.changes import Between, Moment
from lif.workspace import Workspace

BEFORE, AFTER = date(2025, 3, 1), date(2025, 6, 1)

ACTION = """
    id: act-visits
    title: Write the visits down
    text: |
      Every visit is written down.
    source: stats-2025
    source_sort: data
    owner: head-of-care
    group: neglect-group
    agreed_on: 2025-01-10
    due: 2025-04-30
"""


def between(
    folder: Path,
    before: Mapping[str, str],
    after: Mapping[str, str],
    days: tuple[date, date] = (BEFORE, AFTER),
    whole: bool = True,
) -> Between:
    """The two states: `after` is added to `before`, and an empty text takes a file away.

    With `whole` every record in both can be read.
    """
    now = {path: text for path, text in {**before, **after}.items() if text}
    moments = []
    for name, files, day in (("before", before, days[0]), ("after", now, days[1])):
        loaded = Workspace.load(written(folder / name, {**SMALL, **files}), day, checks=())
        assert not whole or [f"{d.location}: {d.message}" for d in loaded.diagnostics] == []
        moments.append(Moment(loaded.register, day))
    return Between(*moments)


def by_dates(folder: Path, files: Mapping[str, str], days: tuple[date, date] = (BEFORE, AFTER)) -> Between:
    """One state of the records, read from two days."""
    loaded = Workspace.load(written(folder / "now", {**SMALL, **files}), days[1], checks=())
    assert [f"{d.location}: {d.message}" for d in loaded.diagnostics] == []
    return Between(Moment(loaded.register, days[0]), Moment(loaded.register, days[1]))
