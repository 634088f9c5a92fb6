"""A small board: a few areas, an indicator for each need, and mappings written for the tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lif.exchange.national.importing import import_files
from lif.exchange.national.making import Outcome, Wanted
from lif.workspace import Workspace

DAY = date(2026, 5, 1)

AREAS = """\
- id: england
  name: England
  sort: country
  codes:
    - code: E92000001
- id: london
  name: London
  sort: region
  codes:
    - code: E12000007
- id: barnsley
  name: Barnsley
  sort: local-authority
  codes:
    - code: E08000016
      until: 2025-04-30
    - code: E08000038
      since: 2025-05-01
  old_code: "370"
- id: hull
  name: Kingston upon Hull
  sort: local-authority
  aliases:
    - Kingston upon Hull, City of
    - Kingston Upon Hull, City of
  codes:
    - code: E06000010
  old_code: "810"
- id: old-dorset
  name: Dorset
  sort: local-authority
  codes:
    - code: E10000009
  old_code: "835"
"""

INDICATOR = """\
id: {id}
name: {id}
domain: Test
definition: |
  Counted for a test.
numerator: things
{denominator}unit: {unit}
{rate}counts: things
polarity: info
outcomes_class: how-much
measures:
  - id: year
    period_kind: {kind}
    series: published
    source_only: {source_only}
source_return: None
supplier: council
owner: analyst
group: board-group
"""


def indicator(
    id_: str, unit: str = "percent", kind: str = "financial-year", source_only: str = "false"
) -> str:
    """The text of an indicator with one published measure, `year`."""
    return INDICATOR.format(
        id=id_,
        unit=unit,
        kind=kind,
        source_only=source_only,
        denominator="" if unit == "count" else "denominator: all things\n",
        rate="rate_per: 10000\n" if unit == "rate" else "",
    )


Files = dict[str, str]


@pytest.fixture
def board(tmp_path: Path) -> Callable[[Files], Path]:
    """Writes a workspace of these files (path → text) beside areas, and gives its folder."""

    def written(files: Files) -> Path:
        texts = {"lif.yaml": "board: none\n", "framework/areas.yaml": AREAS, **files}
        for path, text in texts.items():
            target = tmp_path / "board" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        return tmp_path / "board"

    return written


@pytest.fixture
def importing(tmp_path: Path, board: Callable[[Files], Path]) -> Callable[..., list[Outcome]]:
    """Imports files (name → text or bytes) into a workspace of records, in memory; nothing is written."""

    def imported(
        records: Files, files: dict[str, str | bytes], kind: str = "ees", **asked: Any
    ) -> list[Outcome]:
        register = Workspace.load(board(records), DAY, checks=()).register
        paths = [put(tmp_path, name, text) for name, text in files.items()]
        return import_files(register, kind, paths, Wanted(DAY, **asked))

    return imported


def put(folder: Path, name: str, text: str | bytes) -> Path:
    """Writes a file to be imported."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def rows(outcome: Outcome) -> Sequence[str]:
    """The lines of the CSV without its header."""
    return outcome.series.csv_text().splitlines()[1:]
