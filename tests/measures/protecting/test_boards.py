"""A thousand invented boards and two hundred linked series, against an attacker with an exact solver."""

from __future__ import annotations

import random
from datetime import date

import pytest
from tests.measures.protecting.boards import some_board, some_series
from tests.measures.protecting.oracle import known_from, leaks

ON = date(2026, 1, 1)


@pytest.mark.parametrize("first", range(0, 1000, 50))
def test_nothing_hidden_can_be_worked_back_from_a_publication(first: int) -> None:
    for seed in range(first, first + 50):
        board = some_board(random.Random(seed), quarters=0 if seed % 3 == 0 else 1)
        outcome = board.published(ON)
        assert outcome.refusals == ()
        assert leaks(known_from([(ON, board, outcome)]), seed, False) == [], seed


@pytest.mark.parametrize("first", range(2000, 2100, 50))
def test_nor_by_one_who_was_told_which_of_the_hidden_counts_are_small(first: int) -> None:
    for seed in range(first, first + 50):
        board = some_board(random.Random(seed))
        outcome = board.published(ON)
        assert leaks(known_from([(ON, board, outcome)]), seed, True) == [], seed


@pytest.mark.parametrize("first", range(4000, 4200, 25))
def test_nor_from_publications_in_a_row_with_revisions_between_them(first: int) -> None:
    for seed in range(first, first + 25):
        publications = some_series(seed, plain=seed % 5 > 0, policies=seed % 3 == 0)
        assert leaks(known_from(publications), seed, False) == [], seed
