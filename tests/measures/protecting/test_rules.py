"""Rules: what a profile asks for, the floor under it, and rounding that is the same on every machine."""

from __future__ import annotations

import pytest

from lif.measures.protecting import DEFAULT, FLOOR, Rule, weaknesses
from lif.measures.protecting.outcome import PublicFigures
from lif.records.references import DisclosureProfile


def profile(**settings: object) -> DisclosureProfile:
    given = {"id": "p", "name": "P", "audience": "public", "marking": "M", "reason": "R", "hide_to": "5"}
    texts = {key: value if value is None else str(value) for key, value in settings.items()}
    return DisclosureProfile.model_validate({**given, **texts})


@pytest.mark.parametrize(
    ("settings", "word"),
    [
        ({"hide_to": 4}, "up to 5"),
        ({"hide_to": 0}, "up to 5"),
        ({"hide_to": None}, "up to 5"),
        ({"hide_from": 3}, "hides from 3"),
        ({"least_denominator": 9}, "fewer than 10"),
        ({"audience": "board"}, "audience"),
    ],
)
def test_d51_a_profile_below_the_floor_is_called_weak(settings: dict[str, object], word: str) -> None:
    assert any(word in one for one in weaknesses(profile(**settings)))


def test_a_profile_at_the_floor_or_above_is_not() -> None:
    assert weaknesses(profile()) == ()
    assert weaknesses(profile(hide_from=0, hide_to=7, round_to=10, least_denominator=30)) == ()


@pytest.mark.parametrize("base", [1, 3, 5, 10])
def test_d49_rounding_is_in_whole_numbers_half_upwards_and_its_bounds_are_exact(base: int) -> None:
    rule = Rule("r", 7, base, 20)
    behind: dict[int, list[int]] = {}
    for count in range(10_001):
        shown = rule.rounded(count)
        assert shown % base == 0
        assert abs(shown - count) * 2 <= base
        if not rule.is_small(count):
            behind.setdefault(shown, []).append(count)
    assert rule.rounded(5) == {1: 5, 3: 6, 5: 5, 10: 10}[base]
    for shown, counts in list(behind.items())[:-1]:
        assert rule.behind(shown) == (counts[0], counts[-1])


def test_the_floor_is_below_the_rule_for_indicators_without_a_profile() -> None:
    assert FLOOR.hide_to <= DEFAULT.hide_to
    assert FLOOR.least_denominator <= DEFAULT.least_denominator


def test_public_figures_are_made_by_nobody_else() -> None:
    with pytest.raises(TypeError, match="protect"):
        PublicFigures(None, "", {})
