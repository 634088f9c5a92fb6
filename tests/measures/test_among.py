"""A figure among all local authorities: only where all are held, and only the board's own."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from tests.folders import Write
from tests.measures.test_benchmarks import HEADER, SERIES, YEARLY
from tests.small_board import SMALL, indicator

from lif.calendars import parse_period
from lif.measures.among import ALL, FEWEST, Among, among
from lif.measures.assemble import assemble
from lif.workspace import Workspace


def far(n: int, hidden: int) -> tuple[str, list[str]]:
    """So many further authorities; those that are not hidden have 1%, 2%, ... up to 100%, and again."""
    areas = "".join(
        f"        - id: far-{i}\n          name: Far {i}\n          sort: local-authority\n" for i in range(n)
    )
    rows = [
        f"plans/year,2023-24,far-{i},,,,,suppressed"
        if i < hidden
        else f"plans/year,2023-24,far-{i},,{i % 100 + 1},100,,final"
        for i in range(n)
    ]
    return areas, rows


def find(
    workspace: Write,
    n: int = ALL - 1,
    hidden: int = 0,
    area: str = "hill-town",
    geography: str = "board",
    measures: str = YEARLY,
    polarity: str = "low",
) -> Among | None:
    areas, rows = far(n, hidden)
    own = ["plans/year,2023-24,hill-town,,5,100,,final", "plans/year,2022-23,hill-town,,15,200,,final"]
    about = indicator("plans", f"geography: {geography}", polarity=polarity, measures=measures)
    given = {
        **SMALL,
        "framework/areas.yaml": SMALL["framework/areas.yaml"].rstrip() + "\n" + areas,
        "framework/indicators/plans.yaml": about,
        "data/published/r2024.yaml": SERIES,
        "data/published/r2024.csv": HEADER + "".join(f"{row}\n" for row in (*own, *rows)),
    }
    loaded = Workspace.load(workspace(given), date(2025, 5, 20), checks=())
    assert [d.message for d in loaded.diagnostics] == []
    figures = assemble(loaded.register, loaded.as_at)
    series = figures.find("plans/year", area)
    assert series is not None
    return among(loaded.register, figures, series, parse_period("2023-24"))


def test_all_authorities_are_held(workspace: Write) -> None:
    found = find(workspace)
    assert found is not None
    assert (found.rank.place, found.rank.of, found.rank.tied, found.rank.band) == (9, ALL, 3, "A")
    assert (found.change, str(found.before)) == (Fraction(-5, 2), "2022-23")


def test_an_authority_without_a_figure_is_held_and_not_ranked(workspace: Write) -> None:
    found = find(workspace, hidden=100)
    assert found is not None
    assert (found.rank.place, found.rank.of, found.rank.tied) == (5, ALL - 100, 2)


def test_no_rank_among_a_few_neighbours(workspace: Write) -> None:
    assert find(workspace, n=ALL - 2) is None


def test_no_rank_where_nearly_all_are_hidden(workspace: Write) -> None:
    assert find(workspace, hidden=ALL - FEWEST + 1) is None
    assert find(workspace, hidden=ALL - FEWEST) is not None


def test_no_rank_of_another_authority(workspace: Write) -> None:
    assert find(workspace, area="far-3") is None


@pytest.mark.parametrize("geography", ["police-force", "health-board", "pan-area"])
def test_a_wider_figure_is_never_ranked(workspace: Write, geography: str) -> None:
    assert find(workspace, geography=geography) is None


@pytest.mark.parametrize("polarity", ["info", "band"])
def test_no_rank_where_neither_way_is_good(workspace: Write, polarity: str) -> None:
    assert find(workspace, polarity=polarity) is None


def test_no_band_where_its_publisher_says_so(workspace: Write) -> None:
    found = find(workspace, measures=YEARLY + "\n    no_quartiles: true")
    assert found is not None
    assert (found.rank.place, found.rank.band) == (9, None)
