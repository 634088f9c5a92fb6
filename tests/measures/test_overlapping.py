"""Rolling and pooled years that share days are drawn, and no rule of control charts judges them."""

from __future__ import annotations

from datetime import date

import pytest
from tests.folders import Write
from tests.small_board import SMALL, indicator

from lif.measures.assemble import assemble
from lif.measures.judged import Judged, judged
from lif.views import signs
from lif.views.scorecard.aimed import expected_range
from lif.workspace import Workspace

HEADER = "measure,period,area,breakdown,numerator,denominator,value,status\n"
RELEASE = """
    id: r
    title: Figures
    source: stats-2025
    release: "2024"
    released_on: 2024-10-31
    file: f.csv
    sha256: "00"
    mapping: m
    imported_on: 2024-11-01
    rows: 14
"""
AIM = ("targets:", "  - id: aim", "    value: 50", "    basis: target-now", "    since: 2000-01-01")


def judge(workspace: Write, kind: str, periods: list[str]) -> Judged:
    rows = [f"seen/year,{period},hill-town,,{40 + n},100,,final\n" for n, period in enumerate(periods)]
    measures = f"  - id: year\n    period_kind: {kind}\n    series: published"
    given = {
        **SMALL,
        "framework/indicators/seen.yaml": indicator("seen", *AIM, measures=measures),
        "data/published/r.yaml": RELEASE,
        "data/published/r.csv": HEADER + "".join(rows),
    }
    loaded = Workspace.load(workspace(given), date(2025, 6, 30), checks=())
    assert [d.message for d in loaded.diagnostics] == []
    series = assemble(loaded.register, loaded.as_at).find("seen/year")
    assert series is not None and len(series.figures) == len(periods)
    return judged(loaded.register, series, date(2025, 3, 31), loaded.as_at)


ROLLING = [f"year-to-{year}-{end}" for year in range(2017, 2024) for end in ("03-31", "09-30")]
YEARS = [f"{year}-{(year + 1) % 100:02d}" for year in range(2010, 2024)]


@pytest.mark.parametrize(("kind", "periods"), [("rolling-year", ROLLING)])
def test_periods_that_share_days_are_not_judged(workspace: Write, kind: str, periods: list[str]) -> None:
    found = judge(workspace, kind, periods)
    assert (found.chart, found.run, found.travel is None) == (None, None, True)
    assert len(found.points) == len(periods)
    assert signs.changing(found).words == signs.meets(found).words == "Not judged: the periods overlap"
    assert expected_range(found.series.indicator, found) == ("", "none: the periods overlap")


def test_years_one_after_the_other_are_judged(workspace: Write) -> None:
    found = judge(workspace, "financial-year", YEARS)
    assert found.chart is not None and found.chart.firm
    assert signs.changing(found).words == "Improving (higher)"
    apart = judge(workspace, "rolling-year", [p for p in ROLLING if p.endswith("03-31")])
    assert apart.chart is not None
