"""How tables are laid out: every place filled once, widths by what stands in them, facts two to a line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.reports.printed.papers import cell, paper, said, table

from lif.reports.printed.blocks import Card, Cell, Definitions, Listing, Run, Sign, Table
from lif.reports.printed.facts import facts_grid, facts_widths
from lif.reports.printed.grid import Grid, Row, grid
from lif.reports.printed.layout import Layouts, Place, terms_layout
from lif.reports.printed.reading import words
from lif.reports.printed.widths import GUTTER, measured, widths

PLACE = Place(510.0, 10.0)


def told(found: Cell) -> str:
    return words(found.blocks[0].pieces) if found.blocks else ""  # type: ignore[union-attr]


def texts(rows: tuple[Row, ...]) -> list[list[str]]:
    return [[told(placed.cell) for placed in row] for row in rows]


CELLS = some.builds(
    lambda text, across, down: cell(text, across=across, down=down),
    some.text("ab ", max_size=9),
    some.integers(1, 4),
    some.integers(1, 4),
)


@settings(deadline=None)
@given(some.lists(some.lists(CELLS, max_size=4).map(tuple), max_size=5).map(tuple))
def test_every_place_of_a_table_is_filled_once(rows: tuple[tuple[Cell, ...], ...]) -> None:
    found = grid(Table((Run("T"),), (), rows))
    for group in found.groups:
        taken = [
            (y + i, placed.column + j)
            for y, row in enumerate(group.rows)
            for placed in row
            for i in range(placed.cell.down)
            for j in range(placed.cell.across)
        ]
        assert sorted(taken) == [(y, x) for y in range(len(group.rows)) for x in range(found.columns)]
        assert all(row == tuple(sorted(row, key=lambda placed: placed.column)) for row in group.rows)
    before = [told(each) for row in rows for each in row if each.blocks]
    after = [told(placed.cell) for group in found.groups for row in group.rows for placed in row]
    assert [text for text in after if text] == [text for text in before if text]


def test_a_heading_over_all_columns_begins_a_group_and_one_over_some_does_not() -> None:
    rows = (
        (cell("a"), cell("b"), cell("c")),
        (cell("North", scope="rowgroup", across=3),),
        (cell("d", down=5), cell("e"), cell("f")),
        (cell("South", scope="rowgroup", across=3),),
        (cell("part", scope="rowgroup", across=2), cell("g")),
    )
    found = grid(Table((Run("T"),), (), rows))
    assert [told(group.heading) if group.heading else "" for group in found.groups] == ["", "North", "South"]
    assert texts(found.groups[1].rows) == [["d", "e", "f"]]
    assert found.groups[1].rows[0][0].cell.down == 1
    assert texts(found.groups[2].rows) == [["part", "g"]]


@pytest.mark.parametrize("room", [510.0, 200.0, 60.0])
@pytest.mark.parametrize("even", [False, True])
def test_columns_fill_the_room(room: float, even: bool) -> None:
    found = widths(grid(table(5, 8)), room, 9.0, even)
    assert len(found) == 5
    assert sum(found) == pytest.approx(room)
    assert min(found) > 0


def columns(*rows: tuple[str, ...]) -> tuple[float, ...]:
    return widths(grid(Table((Run("T"),), (), tuple(tuple(map(cell, row)) for row in rows))), 510.0, 9.0)


def test_long_words_get_room_and_figures_do_not() -> None:
    narrow, wide, middling = columns(
        (
            "12",
            "What was found is long to tell and takes many lines wherever it stands. " * 4,
            "Two or three",
        ),
        ("3", "Less.", "words"),
    )
    assert narrow < middling < wide
    assert wide > 300
    assert narrow < 120


def test_no_word_is_parted_while_there_is_room() -> None:
    found = columns(("accommodation", "x " * 400), ("a", "y"))
    assert found[0] >= measured(cell("accommodation"), 9.0).lines[0].word + GUTTER


def test_short_words_alone_stand_evenly() -> None:
    first, *others = columns(("a", "1", "2"), ("b", "3", "4"))
    assert [first] * 2 == pytest.approx(others)


def test_one_long_cell_among_many_rows_is_not_overlooked() -> None:
    rows = [("period", "7", "none")] * 300
    rows[149] = ("period", "7", "between one and five, and kept back as in the published figure " * 3)
    assert columns(*rows)[2] > 250


def test_tables_under_the_same_heads_have_the_same_columns_wherever_they_stand() -> None:
    one = table(3, 2)
    row = (cell("R"), cell("much is said here, and more than in the other table " * 3), cell("s"))
    other = replace(one, body=(row, *one.body))
    layouts = Layouts(paper(one, Card((other,))))
    assert layouts(one, PLACE).columns == layouts(other, PLACE).columns
    assert layouts(one, PLACE).columns != Layouts(paper(one))(one, PLACE).columns
    assert layouts(one, Place(300.0, 10.0)).width == pytest.approx(300.0)


def test_many_columns_have_smaller_letters_but_never_tiny_ones() -> None:
    sizes = [Layouts(paper())(table(count, 2), PLACE).size for count in (3, 6, 9, 14, 40)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 9.0
    assert sizes[-1] == 7.0


def facts(*pairs: tuple[str, str]) -> Grid:
    body = tuple((cell(name, scope="row"), cell(text)) for name, text in pairs)
    return facts_grid(Table((Run("T"),), (), body, "facts"), 510.0, 9.0)


def test_facts_stand_two_to_a_line_and_a_long_one_alone() -> None:
    long = "Whatever is developed is meant to treat nobody worse than others on any of these grounds. " * 3
    found = facts(("For", "Board"), ("On", "1 May"), ("Equality", long), ("Status", "Draft"), ("By", "Chair"))
    assert texts(found.rows) == [
        ["For", "Board", "On", "1 May"],
        ["Equality", " ".join(long.split())],
        ["Status", "Draft", "By", "Chair"],
    ]
    assert [placed.cell.across for placed in found.rows[1]] == [1, 3]
    assert texts(facts(("For", "Board"), ("Equality", long)).rows)[0] == ["For", "Board"]
    assert sum(facts_widths(510.0)) == pytest.approx(510.0)


def test_a_fact_without_a_name_is_kept() -> None:
    body = ((cell("name", scope="row"), cell("said"), cell("more")), (cell("last", scope="row"),))
    found = facts_grid(Table((Run("T"),), (), body, "facts"), 510.0, 9.0)
    assert [text for row in texts(found.rows) for text in row if text] == ["name", "said", "more", "last"]


def test_terms_head_what_they_mean() -> None:
    found = terms_layout(Definitions((((Run("term"),), (said("a"), said("b"))), ((Run("t"),), ()))), PLACE)
    assert [[placed.cell.scope for placed in row] for row in found.grid.rows] == [["row", ""], ["row", ""]]
    assert found.width == pytest.approx(510.0)


def test_a_sign_takes_room_beside_its_words() -> None:
    sign = Sign("<svg/>", size=15.0)
    with_sign = replace(cell(""), blocks=(replace(said(""), pieces=(sign, Run("words"))),))
    plain, bulleted = cell("words"), replace(cell(""), blocks=(Listing(((said("words"),),)),))
    least = [measured(each, 9.0).least(0.0) for each in (plain, bulleted, with_sign)]
    assert least == sorted(least)
    assert least[0] < least[1] < least[2]
