"""Each rule is needed: without it, and without the audit that makes up for it, something is worked back."""

from __future__ import annotations

import random
from datetime import date

import pytest
from tests.measures.protecting.boards import some_board
from tests.measures.protecting.oracle import known_from, leaks
from tests.measures.protecting.weakened import without

ON = date(2026, 1, 1)


@pytest.mark.parametrize("rule", ["complements", "whole or nothing", "margins of cross tables"])
def test_without_a_rule_something_is_worked_back(rule: str) -> None:
    with without(rule):
        for seed in range(150):
            board = some_board(random.Random(seed))
            if leaks(known_from([(ON, board, board.published(ON))]), seed, False):
                return
    raise AssertionError(f"nothing was found in 150 boards without '{rule}'")


def test_the_audit_alone_makes_up_for_a_rule_that_is_left_out() -> None:
    with without("whole or nothing", audited=True):
        for seed in range(40):
            board = some_board(random.Random(seed))
            assert leaks(known_from([(ON, board, board.published(ON))]), seed, False) == [], seed
