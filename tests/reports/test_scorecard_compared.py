"""Comparisons of the scorecard in every form: the groups that differ, the rank, the funnel of areas."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.folders import Write
from tests.measures.test_among import far
from tests.measures.test_benchmarks import HEADER, SERIES, YEARLY
from tests.measures.test_groups import FOUR
from tests.small_board import SMALL, indicator

from lif.cli.running import run

BOTH = f"  - id: quarter\n    period_kind: quarter\n    series: returns\n{YEARLY}"
BENCHMARK = """
    - id: of-england
      name: England
      sort: england
      area: england
"""
VALUES = "\n".join(FOUR).replace("\n", "\n  ")


def files() -> dict[str, str]:
    """An indicator off its target, with groups in its return and the counts of all authorities."""
    areas, rows = far(150, 3)
    own = ["plans/year,2023-24,hill-town,,30,100,,final", "plans/year,2023-24,england,,2500,10000,,final"]
    return {
        **SMALL,
        "framework/areas.yaml": SMALL["framework/areas.yaml"].rstrip() + "\n" + areas,
        "data/benchmarks.yaml": BENCHMARK,
        "framework/indicators/plans.yaml": indicator(
            "plans",
            "headline_at:",
            "  - subgroup",
            "  - operational",
            "benchmarks:",
            "  - of-england",
            "targets:",
            "  - id: t",
            "    basis: target-now",
            "    since: 2023-04-01",
            "    value: 5",
            polarity="low",
            measures=BOTH,
        ),
        "data/returns/r.yaml": "id: r\nagency: social-care\nperiod: 2024-25-Q4\ndue: 2025-04-15\n"
        "received: 2025-04-10\nvalues:\n  - id: t\n    measure: plans/quarter\n    numerator: 369\n"
        f"    denominator: 2562\n  {VALUES}\n",
        "data/published/r2024.yaml": SERIES,
        "data/published/r2024.csv": HEADER + "".join(f"{row}\n" for row in (*own, *rows)),
    }


def made(workspace: Write, tmp_path: Path, form: str, *more: str) -> str:
    root, out = workspace(files()), tmp_path / "out"
    asked = ["scorecard", "--quarter", "2024-25-Q4", "--format", form, "--out", str(out), "--root", str(root)]
    assert run([*asked, "--as-at", "2025-05-20", "--draft", *more]) == 0
    (path,) = out.iterdir()
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("group", ["working-board", "neglect-group"])
def test_the_page_says_what_differs(workspace: Write, tmp_path: Path, form: str, group: str) -> None:
    text = made(workspace, tmp_path, form, "--group", group)
    assert "1.8 times as likely as all others (95% interval 1.4 to 2.3)" in text
    assert "Differences between groups" in text
    assert "A difference says where to look, not why." in text
    assert "too few to compare" in text
    assert "Rank 56 of 148, equal with 2 others" in text
    assert "Hill is within the limits" in text
    assert ("Areas by size: Plans" if form == "html" else "**Areas by size, 2023/24.**") in text


def test_the_data_hold_the_same(workspace: Write, tmp_path: Path) -> None:
    view = json.loads(made(workspace, tmp_path, "json"))
    cards: list[Any] = [*view["cards"], *view["annex_cards"]]
    (card,) = cards
    assert [(row["name"], row["times"], row["interval"]) for row in view["differences"][0]["rows"]][2] == (
        "mixed",
        "1.8 times",
        "1.4 to 2.3",
    )
    standing = card["strip"]["standing"]
    assert (standing["place"], standing["of"], standing["letter"]) == (56, 148, "B")
    assert card["funnel"]["own"]["sort"] == "own"
    assert card["funnel"]["without"] == 3
