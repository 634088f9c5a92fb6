"""A funnel of areas: which are in it, what they are to the board, and limits that agree with the points."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from tests.folders import Write
from tests.measures.test_benchmarks import HEADER, SERIES, YEARLY
from tests.small_board import SMALL, indicator

from lif.calendars import parse_period
from lif.measures.area_funnel import AreaFunnel, area_funnel
from lif.measures.assemble import assemble
from lif.measures.funnels import Significance
from lif.measures.intervals import Level
from lif.workspace import Workspace

NEAR = """
    id: near
    area: hill-town
    model: "2025"
    since: 2025-01-01
    neighbours:
      - brook
      - ford
"""
BENCHMARK = """
    - id: of-near
      name: Neighbours
      sort: neighbours
      neighbour_set: near
      average: mean
"""
COUNTS = {
    "hill-town": (30, 100),
    "brook": (20, 100),
    "ford": (45, 100),
    "weir": (250, 1000),
    "mill": (150, 1000),
}
MORE = {f"far-{i}": (10 + i, 50) for i in range(4)}


def row(area: str, top: object, bottom: object, status: str = "final") -> str:
    return f"plans/year,2023-24,{area},,{top},{bottom},,{status}\n"


def find(
    workspace: Write,
    areas_of: Mapping[str, tuple[object, object]] = {**COUNTS, **MORE},
    unit: str = "percent",
    england: tuple[int, int] = (2500, 10000),
    more: str = "",
    **fields: Any,
) -> AreaFunnel | None:
    areas = "".join(
        f"        - id: {a}\n          name: {a}\n          sort: local-authority\n" for a in MORE
    )
    known = (
        SMALL["framework/areas.yaml"]
        .replace(
            "name: Weir\n          sort: local-authority",
            "name: Weir\n          sort: local-authority\n          region: the-dales",
        )
        .replace("sort: local-authority\n", "sort: local-authority\n          region: the-dales\n", 1)
    )
    given = {
        **SMALL,
        "framework/areas.yaml": known.rstrip() + "\n" + areas,
        "framework/neighbour-sets/near.yaml": NEAR,
        "data/benchmarks.yaml": BENCHMARK,
        "framework/indicators/plans.yaml": indicator(
            "plans", "benchmarks:", "  - of-near", unit=unit, measures=YEARLY, **fields
        ),
        "data/published/r2024.yaml": SERIES,
        "data/published/r2024.csv": HEADER
        + row("england", *england)
        + "".join(row(area, *each) for area, each in areas_of.items())
        + more,
    }
    loaded = Workspace.load(workspace(given), date(2025, 5, 20), checks=())
    assert [d.message for d in loaded.diagnostics] == []
    figures = assemble(loaded.register, loaded.as_at)
    series = figures.find("plans/year")
    return area_funnel(loaded.register, figures, series, parse_period("2023-24")) if series else None


def test_what_each_area_is_and_where_it_lies(workspace: Write) -> None:
    found = find(workspace, more=row("far-0", "", "", "suppressed").replace("far-0", "far-9"))
    assert found is not None
    assert (found.baseline, found.per, found.own.area) == (25.0, 100, "hill-town")
    assert [(each.area, each.sort) for each in found.points[:4]] == [
        ("hill-town", "own"),
        ("brook", "neighbour"),
        ("ford", "neighbour"),
        ("weir", "region"),
    ]
    lies = {each.area: each.significance for each in found.points}
    assert lies["hill-town"] is Significance.NOT
    assert lies["ford"] is Significance.HIGH_FAR
    assert lies["mill"] is Significance.LOW_FAR


def test_a_hidden_area_is_counted_and_not_drawn(workspace: Write) -> None:
    hidden = {**COUNTS, **MORE, "mill": ("", "")}
    text = row("mill", "", "", "suppressed")
    found = find(workspace, {area: each for area, each in hidden.items() if area != "mill"}, more=text)
    assert found is not None
    assert (len(found.points), found.without) == (8, 1)
    assert "mill" not in {each.area for each in found.points}


@pytest.mark.parametrize("unit", ["percent", "rate"])
def test_the_limits_agree_with_where_the_points_lie(workspace: Write, unit: str) -> None:
    counts = {area: (x * 10, n * 10) for area, (x, n) in {**COUNTS, **MORE}.items()}
    found = find(workspace, counts, unit)
    assert found is not None
    for point in found.points:
        size = float(point.denominator)
        for limit in found.limits:
            places = limit.places
            after = next((i for i, (at, _) in enumerate(places) if at >= size), None)
            if not after:
                continue
            (a, low), (b, high) = places[after - 1], places[after]
            edge = low + (high - low) * (size - a) / (b - a)
            beyond = point.number > edge * 1.003 if limit.upper else point.number < edge * 0.997
            if beyond:
                far = (Significance.HIGH_FAR, Significance.LOW_FAR)
                near = (Significance.HIGH, Significance.LOW)
                assert point.significance in (far if limit.level is Level.P99_8 else (*far, *near))


def test_no_funnel_of_few_areas(workspace: Write) -> None:
    assert find(workspace, COUNTS) is None


@pytest.mark.parametrize(
    ("fields", "unit"),
    [
        ({"geography": "police-force"}, "percent"),
        ({"counts": "sessions"}, "percent"),
        ({}, "count"),
        ({}, "mean"),
    ],
)
def test_no_funnel_of_what_is_no_share_of_ones_own(
    workspace: Write, fields: dict[str, Any], unit: str
) -> None:
    counts = {area: (x, "" if unit == "count" else n) for area, (x, n) in {**COUNTS, **MORE}.items()}
    assert find(workspace, counts, unit, **fields) is None


def test_no_funnel_without_the_boards_own_counts_or_england(workspace: Write) -> None:
    counts = {**COUNTS, **MORE}
    assert find(workspace, counts, england=(0, 10000)) is None
    own = {**counts, "hill-town": (30.5, 100)}
    assert find(workspace, own) is None
