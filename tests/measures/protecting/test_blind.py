"""Other hidden counts, the same publication: nothing in it was chosen by what is hidden."""

from __future__ import annotations

import random
from datetime import date

import pytest
from tests.measures.protecting.boards import some_board
from tests.measures.protecting.oracle import another

ON = date(2026, 1, 1)


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_d34_d35_other_hidden_counts_give_the_same_publication(first: int) -> None:
    changed = 0
    for seed in range(first, first + 50):
        board = some_board(random.Random(seed))
        for one in board.counted:
            one.yearly = False
        outcome = board.published(ON)
        other = another(board, outcome, seed)
        changed += any(a.counts != b.counts for a, b in zip(board.counted, other.counted, strict=True))
        again = other.published(ON)
        assert again.shown == outcome.shown, seed
        assert (again.notes, again.refusals) == (outcome.notes, outcome.refusals)
        assert again.figures.series == outcome.figures.series
    assert changed > 20
