"""Rank and quartile band: on figures of all local authorities against another computation, and by hand."""

from __future__ import annotations

import csv
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.measures.benchmarks import average
from lif.measures.ranks import Rank, band_of, quartiles, ranked

FOLDER = Path(__file__).resolve().parent.parent / "data" / "national-ranks"
Row = dict[str, str]


def rows(name: str) -> list[Row]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def numbers() -> dict[str, dict[str, Fraction]]:
    """The figures that are there, by measure and area."""
    found: dict[str, dict[str, Fraction]] = defaultdict(dict)
    for row in rows("figures"):
        if row["value"] != "-":
            found[row["measure"]][row["number"]] = Fraction(row["value"])
    return found


NUMBERS = numbers()
MEASURES = {row["measure"]: row for row in rows("measures")}
NEIGHBOURS: dict[str, list[str]] = defaultdict(list)
for _row in rows("neighbours"):
    NEIGHBOURS[_row["number"]].append(_row["neighbour"])


@pytest.mark.parametrize("row", [pytest.param(r, id=f"{r['measure']}-{r['area']}") for r in rows("expected")])
def test_real_figures_of_all_local_authorities(row: Row) -> None:
    here, measure = NUMBERS[row["measure"]], MEASURES[row["measure"]]
    rank = ranked(here, row["number"], measure["polarity"], banded=measure["quartiles"] == "yes")
    found = (str(rank.place), str(rank.of), rank.band or "") if rank else ("", "", "")
    assert found == (row["rank"], row["of"], row["band"])
    near = [here[each] for each in NEIGHBOURS[row["number"]] if each in here]
    assert len(near) == int(row["neighbours"])
    assert float(average(near, "mean")) == pytest.approx(float(row["mean"]), abs=6e-5)
    assert float(average(near, "median")) == pytest.approx(float(row["median"]), abs=6e-5)


def test_the_set_holds_both_ways_of_good_ties_missing_figures_and_measures_without_quartiles() -> None:
    assert {row["polarity"] for row in MEASURES.values()} == {"high", "low", "info"}
    assert any(row["quartiles"] == "no" and row["polarity"] != "info" for row in MEASURES.values())
    found = [
        ranked(NUMBERS[r["measure"]], r["number"], MEASURES[r["measure"]]["polarity"])
        for r in rows("expected")
    ]
    assert {rank.band for rank in found if rank} == {"A", "B", "C", "D"}
    assert max(rank.tied for rank in found if rank) > 5
    assert min(len(each) for each in NUMBERS.values()) < 100 < 150 < max(len(e) for e in NUMBERS.values())


FIVE = {name: Fraction(value) for name, value in zip("abcde", (10, 20, 20, 40, 50), strict=True)}


@pytest.mark.parametrize(
    ("area", "polarity", "expected"),
    [
        ("a", "low", Rank(1, 5, 1, "A")),
        ("b", "low", Rank(2, 5, 2, "A")),  # 20 is the lower quartile itself: the band of lower values
        ("d", "low", Rank(4, 5, 1, "C")),  # 40 is the upper quartile itself
        ("e", "low", Rank(5, 5, 1, "D")),
        ("e", "high", Rank(1, 5, 1, "A")),
        ("d", "high", Rank(2, 5, 1, "B")),
        ("b", "high", Rank(3, 5, 2, "D")),
        ("a", "high", Rank(5, 5, 1, "D")),
    ],
)
def test_five_areas(area: str, polarity: str, expected: Rank) -> None:
    assert ranked(FIVE, area, polarity) == expected


@pytest.mark.parametrize("polarity", ["info", "band", "none", ""])
def test_no_rank_where_neither_way_is_good(polarity: str) -> None:
    assert ranked(FIVE, "a", polarity) is None


def test_no_rank_for_an_area_without_a_figure() -> None:
    assert ranked(FIVE, "elsewhere", "low") is None


def test_a_rank_without_a_band_where_quartiles_are_not_to_be_used() -> None:
    assert ranked(FIVE, "a", "low", banded=False) == Rank(1, 5, 1, None)


def test_quartiles_lie_between_two_figures_in_proportion() -> None:
    """Type 7: of 1, 2, 3, 4 the quartiles are 1.75, 2.5 and 3.25."""
    assert quartiles([Fraction(n) for n in (4, 2, 1, 3)]) == (Fraction(7, 4), Fraction(5, 2), Fraction(13, 4))
    assert quartiles([Fraction(7)]) == (Fraction(7),) * 3
    with pytest.raises(ValueError, match="no figures"):
        quartiles([])


def test_a_band_is_refused_where_neither_way_is_good() -> None:
    with pytest.raises(ValueError, match="neither way is good"):
        band_of(Fraction(1), [Fraction(1)], "info")


@pytest.mark.parametrize(
    ("rank", "words", "band"),
    [
        (Rank(37, 145, 1, "B"), "rank 37 of 145", "second quartile (B)"),
        (Rank(12, 151, 2, "A"), "rank 12 of 151, equal with 1 other", "best quartile (A)"),
        (Rank(12, 151, 9, "C"), "rank 12 of 151, equal with 8 others", "third quartile (C)"),
        (Rank(151, 151, 1, "D"), "rank 151 of 151", "worst quartile (D)"),
        (Rank(3, 9, 1, None), "rank 3 of 9", ""),
    ],
)
def test_words(rank: Rank, words: str, band: str) -> None:
    assert (rank.words, rank.band_words) == (words, band)


values = st.lists(st.integers(0, 30), min_size=1, max_size=60)


@given(values)
def test_turning_what_is_good_round_turns_the_order_round(given: list[int]) -> None:
    areas = {str(place): Fraction(value) for place, value in enumerate(given)}
    for area in areas:
        up, down = ranked(areas, area, "high"), ranked(areas, area, "low")
        assert up is not None and down is not None
        assert up.tied == down.tied
        assert up.place + down.place + up.tied - 1 == len(areas) + 1


@given(values)
def test_ranks_count_the_areas_that_are_better(given: list[int]) -> None:
    areas = {str(place): Fraction(value) for place, value in enumerate(given)}
    for area, value in areas.items():
        rank = ranked(areas, area, "low")
        assert rank is not None
        assert rank.place == 1 + sum(other < value for other in areas.values())
