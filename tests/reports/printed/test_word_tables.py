"""Tables in Word: a head that is repeated, columns that fit, and what a reader of the screen is told."""

from __future__ import annotations

from tests.reports.printed.word_pieces import A4_BETWEEN_MARGINS, TABLE, cell, head, made
from tests.reports.printed.word_reader import W, text_of, value

from lif.reports.printed.blocks import Cell, Run, Table


def test_a_table_repeats_its_head_keeps_its_rows_and_is_named() -> None:
    found = made(TABLE)
    (table,) = found.tables
    rows = table.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert value(table, "tblPr/tblCaption") == "Visits by quarter"
    assert value(table, "tblPr/tblDescription") == "2 rows, 3 columns: Indicator, Latest, Remarks"
    look = table.find(f"{W}tblPr/{W}tblLook")
    assert look is not None
    assert (look.get(f"{W}firstRow"), look.get(f"{W}noHBand")) == ("1", "1")
    caption = found.paragraphs[0]
    assert (caption.style.name, caption.text) == ("Caption", "Visits by quarter")
    assert caption.paragraph_format.keep_with_next


def test_a_long_row_may_be_parted_by_the_end_of_a_page() -> None:
    rows = ((cell("Short", scope="row"), cell("a")), (cell("Long", scope="row"), cell("many words " * 300)))
    found = made(Table((Run("T"),), head("A", "B"), rows))
    split = [row.find(f"{W}trPr/{W}cantSplit") is None for row in found.tables[0].findall(f"{W}tr")]
    assert split == [False, False, True]


def test_the_first_column_is_told_to_head_rows_only_where_it_does() -> None:
    for scope, told in (("row", "1"), ("", "0")):
        found = made(Table((Run("T"),), head("A", "B"), ((cell("a", scope=scope), cell("b")),)))
        look = found.tables[0].find(f"{W}tblPr/{W}tblLook")
        assert look is not None
        assert look.get(f"{W}firstColumn") == told


def test_columns_have_widths_on_the_grid_and_on_every_cell_and_fill_the_page() -> None:
    (table,) = made(TABLE).tables
    assert value(table, "tblPr/tblLayout", "type") == "fixed"
    grid = [int(each.get(f"{W}w", "0")) for each in table.findall(f"{W}tblGrid/{W}gridCol")]
    assert sum(grid) == A4_BETWEEN_MARGINS == int(value(table, "tblPr/tblW", "w") or 0)
    assert grid[2] > grid[1]
    for row in table.findall(f"{W}tr"):
        at = 0
        for each in row.findall(f"{W}tc"):
            across = int(value(each, "tcPr/gridSpan") or 1)
            assert int(value(each, "tcPr/tcW", "w") or 0) == sum(grid[at : at + across])
            at += across
        assert at == len(grid)


def test_numbers_stand_to_the_right_and_their_heading_too() -> None:
    found = made(TABLE)
    assert found.styled("Table Number") == ["45", "7"]
    assert found.styled("Table Number Heading") == ["Latest"]
    for name in ("Table Number", "Table Number Heading"):
        assert found.document.styles[name].paragraph_format.alignment == 2  # right


def test_cells_that_reach_across_and_down_leave_no_hole() -> None:
    tall = cell("Tall", scope="row", down=2)
    rows = ((tall, cell("a"), cell("b")), (cell("wide", across=2),), (cell("c"), cell("d"), cell("e")))
    (table,) = made(Table((Run("T"),), head("A", "B", "C"), rows)).document.tables
    assert [[each.text for each in row.cells] for row in table.rows] == [
        ["A", "B", "C"],
        ["Tall", "a", "b"],
        ["Tall", "wide", "wide"],
        ["c", "d", "e"],
    ]


def test_a_raised_cell_is_shaded_and_has_a_bar() -> None:
    (table,) = made(TABLE).tables
    raised = [each for each in table.iter(f"{W}tc") if value(each, "tcPr/shd", "fill")]
    assert [text_of(each)[:14] for each in raised] == ["too few to say"]
    assert value(raised[0], "tcPr/tcBorders/left", "color") == "b8500c"


def test_a_caption_that_is_only_spoken_is_a_property_and_no_words() -> None:
    found = made(
        Table((Run("About this paper"),), (), ((cell("For", scope="row"), cell("Board")),), spoken=True)
    )
    assert value(found.tables[0], "tblPr/tblCaption") == "About this paper"
    assert "About" not in text_of(found.body)


def test_two_tables_stay_two() -> None:
    spoken = Table((Run("T"),), (), ((cell("a"),),), spoken=True)
    found = made(spoken, spoken)
    kinds = [each.tag.removeprefix(W) for each in found.body]
    assert kinds == ["tbl", "p", "tbl", "p", "sectPr"]


def test_every_cell_ends_in_a_paragraph() -> None:
    inner = Table((Run("Inner"),), (), ((cell("x"),),))
    found = made(Table((Run("Outer"),), (), ((Cell((inner,)), Cell(())),)))
    for each in found.body.iter(f"{W}tc"):
        assert list(each)[-1].tag == f"{W}p"


def test_one_long_cell_among_many_short_rows_is_given_room() -> None:
    rows = [(cell(f"Quarter {n}", scope="row"), cell("illustrative")) for n in range(150)]
    rows[7] = (rows[7][0], cell("Between one and five, and kept back as in the published figure. " * 4))
    (table,) = made(Table((Run("T"),), head("Period", "Remarks"), tuple(rows))).tables
    first, second = (int(each.get(f"{W}w", "0")) for each in table.findall(f"{W}tblGrid/{W}gridCol"))
    assert second > 3 * first


def test_columns_of_short_words_share_what_is_left() -> None:
    rows = tuple((cell("Quarter 4", scope="row"), cell("45"), cell("7")) for _ in range(9))
    (table,) = made(Table((Run("T"),), head("Period", "Figure", "Counts"), rows)).tables
    grid = [int(each.get(f"{W}w", "0")) for each in table.findall(f"{W}tblGrid/{W}gridCol")]
    assert max(grid) < 3 * min(grid)


def test_a_low_table_stays_on_one_page_and_a_long_one_with_its_head() -> None:
    for count, kept in ((5, [True] * 5 + [False]), (60, [True] + [False] * 60)):
        rows = tuple((cell(f"Quarter {n}", scope="row"), cell("45")) for n in range(count))
        (table,) = made(Table((Run("T"),), head("Period", "Figure"), rows)).tables
        found = [
            all(p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p"))
            for row in table.findall(f"{W}tr")
        ]
        assert found == kept
