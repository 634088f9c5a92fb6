"""A figure of a whole police force never passes for the board's own: in every form, and never ranked."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from tests.folders import Write
from tests.small_board import SMALL, indicator

from lif.calendars import parse_period
from lif.cli.running import run
from lif.measures.assemble import assemble
from lif.measures.benchmarks import beside
from lif.workspace import Workspace

LABEL = "for the whole police force area"
QUARTER = "  - id: quarter\n    period_kind: quarter\n    series: returns\n    area: three-hills"
AREA = """
        - id: three-hills
          name: Three Hills Police area
          sort: police-force
"""
BENCHMARKS = """
    - id: of-england
      name: England
      sort: england
      area: england
      values:
        - measure: crimes/quarter
          period: 2024-25-Q4
          value: 15
          release: "2025"
    - id: of-region
      name: The Dales
      sort: region
      area: the-dales
      values:
        - measure: crimes/quarter
          period: 2024-25-Q4
          value: 12
          release: "2025"
"""


def files(unit: str = "percent") -> dict[str, str]:
    bottom = "" if unit == "count" else "    denominator: 78\n"
    return {
        **SMALL,
        "framework/areas.yaml": SMALL["framework/areas.yaml"].rstrip() + AREA,
        "data/benchmarks.yaml": BENCHMARKS,
        "framework/indicators/crimes.yaml": indicator(
            "crimes",
            "geography: police-force",
            "headline_at:",
            "  - subgroup",
            "  - operational",
            "benchmarks:",
            "  - of-england",
            "  - of-region",
            unit=unit,
            measures=QUARTER,
        ),
        "data/returns/r.yaml": "id: r\nagency: social-care\nperiod: 2024-25-Q4\ndue: 2025-04-15\n"
        "received: 2025-04-10\nvalues:\n  - id: crimes\n    measure: crimes/quarter\n    numerator: 11\n"
        + bottom,
    }


def test_it_stands_beside_england_alone(workspace: Write) -> None:
    loaded = Workspace.load(workspace(files()), date(2025, 5, 20), checks=())
    figures = assemble(loaded.register, loaded.as_at)
    series = figures.find("crimes/quarter")
    assert series is not None
    found = beside(loaded.register, figures, series, parse_period("2024-25-Q4"))
    assert [each.benchmark.id for each in found] == ["of-england"]


@pytest.mark.parametrize("unit", ["percent", "count"])
@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_every_form_of_the_scorecard_says_whose_it_is(
    workspace: Write, tmp_path: Path, form: str, unit: str
) -> None:
    root, out = workspace(files(unit)), tmp_path / "out"
    asked = ["scorecard", "--quarter", "2024-25-Q4", "--format", form, "--out", str(out), "--root", str(root)]
    assert run([*asked, "--as-at", "2025-05-20", "--draft"]) == 0
    (made,) = out.iterdir()
    text = made.read_text(encoding="utf-8")
    if form == "json":
        (line,) = [line for group in json.loads(text)["tables"] for line in group["lines"]]
        assert line["latest"]["whose"] == LABEL
        assert line["latest"]["parts"].endswith(LABEL)
        assert line["geography"]
    assert LABEL in text


def test_the_site_says_whose_it_is(workspace: Write, tmp_path: Path) -> None:
    root, out = workspace(files()), tmp_path / "site"
    assert run(["site", "--out", str(out), "--root", str(root), "--as-at", "2025-05-20", "--draft"]) == 0
    page = (out / "indicators" / "crimes.html").read_text(encoding="utf-8")
    assert LABEL in page
    assert "The Dales" not in page.partition("How it is defined")[0]
