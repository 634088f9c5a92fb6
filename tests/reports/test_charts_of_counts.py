"""The grid and the strand: nothing collides, nothing leaves the picture, and every number is said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports.drawing import SVG, boxes, collisions, outside, parsed
from tests.reports.series import HOSTILE

from lif.reports.charts import (
    NARROW,
    WIDE,
    GridCell,
    GridColumn,
    GridData,
    Knot,
    Mark,
    Size,
    StrandData,
    both,
    grid,
    strand,
)

MONTHS = tuple(GridColumn(name, name[0], f"Q{1 + i // 3}") for i, name in enumerate("AMJJASONDJFM"))
KINDS = tuple(GridColumn(name, str(i)) for i, name in enumerate(("Numbers", "Children and parents"), 1))
_words = st.one_of(st.text(max_size=60), st.just(HOSTILE), st.just("W" * 60))
_counts = st.integers(0, 10_000)
_cells = st.builds(GridCell, _counts, st.sampled_from(Mark), st.booleans())
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])


@settings(max_examples=120, deadline=None)
@given(data=st.data(), size=st.sampled_from([WIDE, NARROW]))
def test_no_grid_makes_words_collide(data: st.DataObject, size: Size) -> None:
    columns = tuple(
        GridColumn(
            data.draw(_words), data.draw(st.text(max_size=2)), data.draw(st.sampled_from(["", "Q1", "Q2"]))
        )
        for _ in range(data.draw(st.integers(0, 14)))
    )
    rows = tuple(
        (data.draw(_words), tuple(data.draw(_cells) for _ in columns))
        for _ in range(data.draw(st.integers(0, 6)))
    )
    key = tuple((data.draw(_cells), data.draw(_words)) for _ in range(data.draw(st.integers(0, 4))))
    here = data.draw(st.one_of(st.none(), st.integers(0, max(0, len(columns) - 1))))
    svg = grid(GridData("T", "D", columns, rows, key, here), "c", size)
    assert collisions(svg) == []
    assert outside(svg) == []


@settings(max_examples=120, deadline=None)
@given(
    knots=st.lists(st.builds(Knot, _words, _counts, _words, _words, _words, _words), max_size=10),
    size=st.sampled_from([WIDE, NARROW]),
)
def test_no_strand_makes_words_collide(knots: list[Knot], size: Size) -> None:
    svg = strand(StrandData("T", "D", tuple(knots)), "c", size)
    assert collisions(svg) == []
    assert outside(svg) == []


@SIZES
def test_every_number_of_a_grid_is_said_and_nothing_where_there_is_nothing(size: Size) -> None:
    rows = (("Meetings", tuple(GridCell(i) for i in range(12))), ("Audits", (GridCell(),) * 12))
    said = [box.text for box in boxes(grid(GridData("T", "D", MONTHS, rows), "c", size))]
    assert sorted(int(word) for word in said if word.isdigit()) == list(range(1, 12))
    assert {"Meetings", "Audits", "Q1", "Q4"} <= set(said)


def test_a_phone_has_the_whole_names_of_numbered_columns_below() -> None:
    data = GridData("T", "D", KINDS, (("All", (GridCell(1), GridCell(2))),))
    said = [box.text for box in boxes(grid(data, "c", NARROW))]
    assert "1 Numbers" in said
    assert "2 Children and parents" in said


def test_a_row_has_one_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="one cell for each column"):
        GridData("T", "D", KINDS, (("All", (GridCell(1),)),))


@SIZES
def test_a_strand_says_where_it_breaks_and_draws_it_in_dashes(size: Size) -> None:
    knots = (Knot("Finding", 2, "one; two", broken="nothing came of one"), Knot("Action", 0))
    svg = strand(StrandData("T", "D", knots), "c", size)
    said = [box.text for box in boxes(svg)]
    assert {"Finding: 2", "Action: none", "nothing came of one"} <= set(said)
    assert svg.count("stroke-dasharray") == 1
    whole = strand(StrandData("T", "D", (Knot("Finding", 2), Knot("Action", 1))), "c", size)
    assert "stroke-dasharray" not in whole


def test_both_sizes_have_ids_of_their_own_and_their_words() -> None:
    made = both(strand, StrandData("T", "What it shows", (Knot("Finding", 1),)), "x")
    for svg, prefix in ((made.wide, "x--wide"), (made.narrow, "x--narrow")):
        assert [node.text for node in parsed(svg).iter(f"{SVG}desc")] == ["What it shows"]
        assert f'id="{prefix}-t"' in svg
