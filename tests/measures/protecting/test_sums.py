"""Propagation and elimination, against trying every assignment."""

from __future__ import annotations

import random
from itertools import product

import pytest

from lif.measures.protecting.sums import UNBOUNDED, Sum, determined, propagated


def test_bounds_follow_from_a_sum_both_ways() -> None:
    sums = [Sum.of("t", ["a", "b"])]
    assert propagated(sums, {"t": (10, 12), "a": (3, 4)})["b"] == (6, 9)
    assert propagated(sums, {"a": (3, 4), "b": (1, 2)})["t"] == (4, 6)
    assert propagated([Sum.of("t", ["a"], at_least=True)], {"t": (5, 7)})["a"] == (0, 7)


def test_a_cycle_fixes_what_no_single_sum_does() -> None:
    sums = [Sum.of("p", ["a", "b"]), Sum.of("q", ["b", "c"]), Sum.of("r", ["a", "c"])]
    bounds = propagated(sums, {"p": (100, 100), "q": (120, 120), "r": (110, 110)})
    assert bounds["a"][0] < bounds["a"][1]
    assert determined(sums, bounds) == {"a", "b", "c"}


def test_what_is_open_is_not_determined() -> None:
    sums = [Sum.of("p", ["a", "b"]), Sum.of("p", ["c", "d"])]
    bounds = propagated(sums, {"p": (100, 100)})
    assert determined(sums, bounds) == frozenset()
    assert bounds["a"] == (0, 100)
    assert propagated([Sum.of("x", ["y"])], {})["x"] == (0, UNBOUNDED)


@pytest.mark.parametrize("seed", range(60))
def test_no_assignment_lies_outside_the_bounds_and_what_is_determined_never_varies(seed: int) -> None:
    rng = random.Random(seed)
    names = "abcde"
    given = {name: tuple(sorted((rng.randint(0, 4), rng.randint(0, 4)))) for name in names}
    sums = [
        Sum.of(rng.choice(names), rng.sample(names, rng.randint(1, 3)), at_least=rng.random() < 0.2)
        for _ in range(rng.randint(1, 4))
    ]
    bounds = propagated(sums, {name: (low, high) for name, (low, high) in given.items()})
    fixed = determined(sums, bounds)
    seen: dict[str, set[int]] = {name: set() for name in names}
    for values in product(*(range(low, high + 1) for low, high in given.values())):
        at = dict(zip(names, values, strict=True))
        left = [sum(factor * at[name] for factor, name in one.terms) for one in sums]
        if all(rest >= 0 if one.at_least else rest == 0 for rest, one in zip(left, sums, strict=True)):
            for name in names:
                seen[name].add(at[name])
                assert bounds[name][0] <= at[name] <= bounds[name][1]
    for name in fixed:
        assert len(seen[name]) <= 1
