"""A figure beside England, the region and neighbours: on how many areas it rests, of its own period."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.folders import Write
from tests.small_board import SMALL, indicator

from lif.calendars import parse_period
from lif.measures.assemble import assemble
from lif.measures.benchmarks import Beside, beside, compared
from lif.measures.values import Quantity, Value, ValueStatus
from lif.workspace import Workspace

BENCHMARKS = {
    "framework/neighbour-sets/near-2025.yaml": """
        id: near-2025
        area: hill-town
        model: "2025"
        since: 2025-01-01
        neighbours:
          - brook
          - ford
          - weir
          - mill
    """,
    "data/benchmarks.yaml": """
        - id: of-england
          name: England
          sort: england
          area: england
        - id: of-region
          name: The Dales
          sort: region
          area: the-dales
        - id: of-near
          name: Neighbours
          sort: neighbours
          neighbour_set: near-2025
          average: mean
        - id: of-near-median
          name: Neighbours
          sort: neighbours
          neighbour_set: near-2025
          average: median
    """,
}
NAMED = ("benchmarks:", "  - of-england", "  - of-region", "  - of-near", "  - of-near-median")
YEARLY = "  - id: year\n    period_kind: financial-year\n    series: published"
HEADER = "measure,period,area,breakdown,numerator,denominator,value,status\n"
SERIES = """
    id: r2024
    title: Figures
    source: stats-2025
    release: "2024"
    released_on: 2024-10-31
    file: f.csv
    sha256: "00"
    mapping: m
    imported_on: 2026-01-01
    rows: 1
"""
OWN = "plans/year,2023-24,hill-town,,30,40,,final"


def compare(workspace: Write, *rows: str, period: str = "2023-24", **files: str) -> dict[str, Beside]:
    """The comparisons of the small board's figure for a year, by benchmark."""
    given = {
        **SMALL,
        **BENCHMARKS,
        "framework/indicators/plans.yaml": indicator("plans", *NAMED, measures=YEARLY),
        "data/published/r2024.yaml": SERIES,
        "data/published/r2024.csv": HEADER + "".join(f"{row}\n" for row in (OWN, *rows)),
        **{path.replace("__", "/") + ".yaml": text for path, text in files.items()},
    }
    loaded = Workspace.load(workspace(given), date(2025, 5, 20), checks=())
    assert [d.message for d in loaded.diagnostics] == []
    figures = assemble(loaded.register, loaded.as_at)
    series = figures.find("plans/year")
    assert series is not None
    found = beside(loaded.register, figures, series, parse_period(period))
    order = ["of-england", "of-region", "of-near", "of-near-median"]
    assert sorted((each.benchmark.id for each in found), key=order.index) == [e.benchmark.id for e in found]
    return {each.benchmark.id: each for each in found}


def row(area: str, numerator: str, denominator: str, year: str = "2023-24", part: str = "") -> str:
    status = "final" if numerator else "suppressed"
    return f"plans/year,{year},{area},{part},{numerator},{denominator},,{status}"


def test_england_and_the_region_are_their_own_figures(workspace: Write) -> None:
    found = compare(workspace, row("england", "700", "1000"), row("the-dales", "2", "3"))
    assert {id_: (each.number, each.held, each.asked) for id_, each in found.items()} == {
        "of-england": (Fraction(70), 1, 1),
        "of-region": (Fraction(200, 3), 1, 1),
    }


def test_the_mean_of_neighbours_is_the_plain_mean_of_those_with_a_figure(workspace: Write) -> None:
    found = compare(workspace, row("brook", "1", "3"), row("ford", "1", "2"), row("weir", "", ""))
    near = found["of-near"]
    assert near.number == (Fraction(100, 3) + 50) / 2  # not 2 of 5
    assert (near.held, near.asked, near.model) == (2, 4, "2025")


@pytest.mark.parametrize(
    ("shares", "median"),
    [((10, 20, 90), Fraction(20)), ((10, 20, 31, 90), Fraction(51, 2)), ((7,), Fraction(7))],
)
def test_the_median_of_neighbours(workspace: Write, shares: tuple[int, ...], median: Fraction) -> None:
    areas = ("mill", "weir", "ford", "brook")
    rows = [row(area, str(share), "100") for area, share in zip(areas, shares, strict=False)]
    near = compare(workspace, *rows)["of-near-median"]
    assert (near.number, near.held, near.asked) == (median, len(shares), 4)


def test_a_neighbour_at_nought_counts_and_one_without_a_figure_does_not(workspace: Write) -> None:
    near = compare(workspace, row("brook", "0", "10"), row("ford", "10", "10"), row("weir", "", ""))[
        "of-near"
    ]
    assert (near.number, near.held) == (Fraction(50), 2)


def test_there_is_no_comparison_with_another_period(workspace: Write) -> None:
    assert compare(workspace, row("england", "7", "10", "2022-23"), row("brook", "1", "2", "2022-23")) == {}


def test_there_is_no_comparison_of_a_whole_with_a_part(workspace: Write) -> None:
    assert compare(workspace, row("england", "7", "10", part="age = 10 to 15")) == {}


def test_the_boards_own_figure_is_no_part_of_its_neighbours(workspace: Write) -> None:
    assert compare(workspace, row("brook", "1", "2"))["of-near"].number == 50


EARLIER = """
    id: near-2021
    area: hill-town
    model: "2021"
    since: 2021-04-01
    neighbours:
      - brook
      - ford
"""


@pytest.mark.parametrize("period", ["2023-24", "2021-22"])
def test_every_period_is_compared_with_the_set_that_is_named(workspace: Write, period: str) -> None:
    rows = [row(area, "1", "2", period) for area in ("brook", "ford", "weir")]
    near = compare(workspace, *rows, period=period, **{"framework__neighbour-sets__near-2021": EARLIER})
    assert (near["of-near"].held, near["of-near"].asked, near["of-near"].model) == (3, 4, "2025")


@pytest.mark.parametrize("median", ["of-near", "of-near-median"])
def test_a_set_that_is_not_public_yet_gives_way_to_the_one_that_is(workspace: Write, median: str) -> None:
    later = BENCHMARKS["framework/neighbour-sets/near-2025.yaml"].replace("2025-01-01", "2025-05-21")
    sets = {"framework__neighbour-sets__near-2021": EARLIER, "framework__neighbour-sets__near-2025": later}
    rows = [row(area, "1", "2") for area in ("brook", "ford", "weir")]
    near = compare(workspace, *rows, **sets)[median]
    assert (near.held, near.asked, near.model) == (2, 2, "2021")


def test_no_neighbours_where_no_set_is_public_yet(workspace: Write) -> None:
    later = BENCHMARKS["framework/neighbour-sets/near-2025.yaml"].replace("2025-01-01", "2025-05-21")
    rows = [row(area, "1", "2") for area in ("england", "brook", "ford", "weir")]
    found = compare(workspace, *rows, **{"framework__neighbour-sets__near-2025": later})
    assert set(found) == {"of-england"}


READY = """
    - id: of-england
      name: England
      sort: england
      area: england
      values:
        - measure: plans/year
          period: {period}
          value: 68.5
          release: "2024"
    - id: of-near
      name: Neighbours
      sort: neighbours
      neighbour_set: near-2025
      average: mean
      values:
        - measure: plans/year
          period: {period}
          value: 61
          areas_with_figure: 3
          release: "2024"
"""


def test_a_ready_made_figure_counts_before_the_published_series(workspace: Write) -> None:
    ready = READY.format(period="2023-24")
    found = compare(workspace, row("england", "7", "10"), row("brook", "1", "2"), data__benchmarks=ready)
    assert {id_: (each.number, each.held, each.asked) for id_, each in found.items()} == {
        "of-england": (Fraction(137, 2), 1, 1),
        "of-near": (Fraction(61), 3, 4),
    }
    assert found["of-near"].model == "2025"


@pytest.mark.parametrize("period", ["2022-23", "2024-03-31"])
def test_a_ready_made_figure_of_another_period_does_not_count(workspace: Write, period: str) -> None:
    ready = READY.format(period=period)
    assert compare(workspace, row("england", "7", "10"), data__benchmarks=ready)["of-england"].number == 70


def test_a_ready_made_figure_is_of_the_whole_and_not_of_a_part(workspace: Write) -> None:
    part = row("hill-town", "1", "2", part="age = 10 to 15")
    ready = {**BENCHMARKS, "data/benchmarks.yaml": READY.format(period="2023-24")}
    given = {
        **SMALL,
        **ready,
        "framework/indicators/plans.yaml": indicator("plans", *NAMED, measures=YEARLY),
        "data/published/r2024.yaml": SERIES,
        "data/published/r2024.csv": f"{HEADER}{part}\n",
    }
    loaded = Workspace.load(workspace(given), date(2025, 5, 20), checks=())
    figures = assemble(loaded.register, loaded.as_at)
    series = figures.find("plans/year", breakdown="age = 10 to 15")
    assert series is not None
    assert beside(loaded.register, figures, series, parse_period("2023-24")) == ()


EXAMPLES = YEARLY + "\n    illustrative: true"


@pytest.mark.parametrize("ready", ["", READY.format(period="2023-24")])
def test_an_example_is_never_set_beside_a_real_benchmark(workspace: Write, ready: str) -> None:
    files = {"framework__indicators__plans": indicator("plans", *NAMED, measures=EXAMPLES)}
    files["data__published__r2024"] = SERIES + "    illustrative: true\n"
    if ready:
        files["data__benchmarks"] = ready
    assert compare(workspace, row("england", "7", "10"), row("brook", "1", "2"), **files) == {}


def test_a_real_figure_is_never_set_beside_an_example_of_a_benchmark(workspace: Write) -> None:
    ready = READY.format(period="2023-24").replace("      values:", "      illustrative: true\n      values:")
    assert compare(workspace, row("england", "7", "10"), data__benchmarks=ready) == {}


@pytest.mark.parametrize(
    ("polarity", "numerator", "result"),
    [
        ("high", 90, "better"),
        ("high", 52, "similar"),
        ("high", 10, "worse"),
        ("low", 90, "worse"),
        ("low", 10, "better"),
        ("high", 0, "worse"),
        ("high", 100, "better"),
        ("info", 90, "higher"),
        ("band", 10, "lower"),
    ],
)
def test_a_share_of_a_hundred_beside_fifty_per_cent(polarity: str, numerator: int, result: str) -> None:
    comparison = compared(Value(numerator=numerator, denominator=100, per=100), Fraction(50), polarity)
    assert comparison is not None
    assert comparison.result == result


def test_few_cases_are_similar_where_many_are_not() -> None:
    few = compared(Value(numerator=7, denominator=10, per=100), Fraction(50), "high")
    many = compared(Value(numerator=700, denominator=1000, per=100), Fraction(50), "high")
    assert few is not None and many is not None
    assert (few.result, many.result) == ("similar", "better")


def test_a_rate_beside_england() -> None:
    """1,758 children in need of 33,522 against England's 319.1 per 10,000."""
    comparison = compared(Value(numerator=1758, denominator=33522, per=10_000), Fraction("319.1"), "low")
    assert comparison is not None
    assert comparison.result == "worse"


@pytest.mark.parametrize(
    ("numerator", "denominator", "per"),
    [
        (Decimal("5254.6"), Decimal("33119"), 100),
        (5, Decimal("33.5"), 100),
        (120, 100, 100),
        (-1, 100, 100),
        (337, 21, 1),
        (12, None, None),
    ],
)
def test_nothing_is_said_where_counts_are_not_known(
    numerator: Quantity, denominator: Quantity | None, per: int | None
) -> None:
    assert compared(Value(ValueStatus.FINAL, numerator, denominator, per), Fraction(50), "high") is None
    assert compared(Value(per=100, source_only=Decimal("63.2")), Fraction(50), "high") is None
    assert compared(Value(ValueStatus.SUPPRESSED, per=100), Fraction(50), "high") is None
