"""Every indicator sits in one cell of the matrix, named or counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.folders import Write, written
from tests.small_board import indicator
from tests.views.small_papers import FLAT, RISING, STEADY, lines, paper, returned

from lif.measures.icons import Holding, Variation
from lif.views import signs
from lif.views.scorecard.lines import Line
from lif.views.scorecard.matrix import COLUMNS, ROWS, SHOWN, matrix
from lif.views.signs import Sign

CHANGING = (*signs.CHANGING.values(), *signs.HOLDING.values(), signs.TOO_FEW, signs.NO_VARIATION)
MEETS = (*signs.MEETS.values(), signs.NO_TARGET, signs.A_RANGE, signs.ALWAYS_THE_SAME, signs.TOO_FEW)


@pytest.fixture(scope="module")
def some_line(tmp_path_factory: pytest.TempPathFactory) -> Line:
    """A line of which only the signs will matter."""
    root = tmp_path_factory.mktemp("board")

    def write(files: Mapping[str, str]) -> Path:
        return written(root, files)

    return lines(paper(write, {"framework/indicators/seen.yaml": indicator("seen")}))["seen"]


ANY = st.tuples(st.sampled_from([*CHANGING, signs.NO_FIGURES]), st.sampled_from(MEETS), st.booleans())


@settings(max_examples=200)
@given(st.lists(ANY, max_size=40))
def test_every_indicator_sits_in_exactly_one_cell(
    some_line: Line, given_signs: list[tuple[Sign, Sign, bool]]
) -> None:
    every = tuple(
        replace(some_line, id=f"i{n}", changing=changing, meets=meets, headline=headline)
        for n, (changing, meets, headline) in enumerate(given_signs)
    )
    made = matrix(every)
    named = Counter(id_ for _, cells in made.rows for cell in cells for id_, _ in cell.indicators)
    more = sum(cell.more for _, cells in made.rows for cell in cells)
    assert set(named.values()) <= {1}
    assert sum(named.values()) + more == len(every)
    assert set(named) <= {each.id for each in every if each.headline}
    assert all(len(cells) == len(COLUMNS) for _, cells in made.rows)
    assert [name for name, _ in made.rows][:3] == list(ROWS[:3])
    assert all(len(cell.indicators) <= SHOWN + (not cell.more) for _, cells in made.rows for cell in cells)
    assert all(
        not cell.more or len(cell.indicators) == SHOWN or not all(e.headline for e in every)
        for _, cells in made.rows
        for cell in cells
    )


def test_where_things_sit(workspace: Write) -> None:
    aim = ("targets:", "  - id: t", "    basis: target-now", "    since: 2020-01-01", "    value: 90")
    head = "headline_at: [operational]"
    files = {
        "framework/indicators/steady.yaml": indicator("steady", head, *aim),
        "framework/indicators/rising.yaml": indicator("rising", head, *aim),
        "framework/indicators/falling.yaml": indicator("falling", head, polarity="low"),
        "framework/indicators/told.yaml": indicator("told", head, polarity="info"),
        "framework/indicators/flat.yaml": indicator("flat", head, *aim),
        "framework/indicators/young.yaml": indicator("young", head, *aim),
        "framework/indicators/empty.yaml": indicator("empty", head, *aim),
        "framework/indicators/quiet.yaml": indicator("quiet", *aim),
    }
    values = {"steady": STEADY, "rising": RISING, "falling": RISING, "told": RISING, "flat": FLAT}
    view = paper(workspace, files | returned({**values, "young": STEADY[:5], "quiet": STEADY}))
    found = {
        id_: (row, COLUMNS[column])
        for row, cells in view.matrix.rows
        for column, cell in enumerate(cells)
        for id_, _ in cell.indicators
    }
    assert found == {
        "steady": ("No significant change", "Will miss target"),
        "rising": ("Improving", "Will miss target"),
        "falling": ("Getting worse", "No target, or too early to say"),
        "told": ("Unusual, for information", "No target, or too early to say"),
        "flat": ("No significant change", "No target, or too early to say"),
        "young": ("Too early or no figures", "No target, or too early to say"),
        "empty": ("Too early or no figures", "No target, or too early to say"),
    }
    assert (view.matrix.too_early, view.matrix.says_little) == (2, False)
    steady = view.matrix.rows[1][1][2]
    assert steady.more == 1  # the one that is no headline of this board is counted


def test_a_row_of_which_none_is_named_is_still_there(workspace: Write) -> None:
    view = paper(workspace, {"framework/indicators/empty.yaml": indicator("empty")})
    assert [(name, sum(cell.more for cell in cells)) for name, cells in view.matrix.rows][3:] == [
        ("Too early or no figures", 1)
    ]
    assert list(lines(view)) == ["empty"]
    assert (view.matrix.too_early, view.matrix.says_little) == (1, True)


def test_what_worsened_at_a_step_change_and_holds_is_not_getting_worse(some_line: Line) -> None:
    held = replace(some_line, changing=signs.HOLDING[Holding.WORSENED], headline=True)
    assert not held.getting_worse
    assert replace(held, changing=signs.CHANGING[Variation.CONCERN_HIGH]).getting_worse
    assert [cell.indicators for cell in matrix((held,)).rows[2][1]] == [(), (), (), ()]
