"""What control charts promise beyond the reference results: gaps, orders, units, phases, step changes."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lif.calendars import quarter
from lif.measures.points import Point
from lif.measures.rules import Rules
from lif.measures.signals import Cause
from lif.measures.variation import Holding, Improvement, Judgement, Variation, control_chart

DAYS = [quarter(2005 + n // 4, n % 4 + 1).start for n in range(80)]
FLIPPED = {
    Improvement.INCREASE: Improvement.DECREASE,
    Improvement.DECREASE: Improvement.INCREASE,
}


def points(*values: float | Decimal | None) -> list[Point]:
    return [Point(day, value) for day, value in zip(DAYS, values, strict=False)]


def alternating(count: int, low: int = 10, high: int = 14) -> list[float]:
    return [low if n % 2 else high for n in range(count)]


def test_a_missing_value_is_left_out_and_its_neighbours_meet() -> None:
    with_gap = control_chart(points(10, 12, None, 15), improvement=Improvement.INCREASE)
    assert [point.moving_range for point in with_gap.points] == [None, 2, 3]


def test_a_step_change_at_a_missing_value_is_said_to_be_lost() -> None:
    chart = control_chart(points(1, 2, None, 4, 3), improvement=Improvement.INCREASE, step_changes=[DAYS[2]])
    assert chart.lost == (DAYS[2],)
    assert len(chart.phases) == 1


def test_decimals_give_what_the_same_floats_give() -> None:
    floats = control_chart(points(80.2, 67.0, 81.8), improvement=Improvement.INCREASE, target=80.0)
    decimals = control_chart(
        points(Decimal("80.2"), Decimal("67.0"), Decimal("81.8")),
        improvement=Improvement.INCREASE,
        target=Decimal("80"),
    )
    assert floats == decimals


@pytest.mark.parametrize("values", [(), (None, None)])
def test_a_series_without_values_is_refused(values: tuple[None, ...]) -> None:
    with pytest.raises(ValueError, match="no value in the series"):
        control_chart(points(*values), improvement=Improvement.NEUTRAL)


def test_a_value_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="2005-04-01 has nan"):
        control_chart(points(float("nan")), improvement=Improvement.NEUTRAL)


def test_a_day_twice_is_refused_even_when_one_value_is_missing() -> None:
    twice = [Point(date(2024, 4, 1), 3), Point(date(2024, 4, 1), None)]
    with pytest.raises(ValueError, match="2024-04-01 has two values"):
        control_chart(twice, improvement=Improvement.NEUTRAL)


def test_twelve_points_are_short_and_thirteen_are_firm() -> None:
    short, firm = (control_chart(points(*alternating(n)), improvement=Improvement.NEUTRAL) for n in (12, 13))
    assert (short.short, short.firm) == (True, False)
    assert (firm.short, firm.firm) == (False, True)


def test_only_the_last_phase_must_be_long_enough() -> None:
    chart = control_chart(
        points(*alternating(5), *alternating(14)), improvement=Improvement.INCREASE, step_changes=[DAYS[5]]
    )
    assert chart.any_short
    assert chart.firm


@pytest.mark.parametrize(
    ("improvement", "said"),
    [
        (Improvement.INCREASE, Holding.IMPROVED),
        (Improvement.DECREASE, Holding.WORSENED),
        (Improvement.NEUTRAL, None),
    ],
)
def test_after_a_step_change_a_steady_series_holds(improvement: Improvement, said: Holding | None) -> None:
    values = [*alternating(13), *alternating(13, 20, 24)]
    assert control_chart(points(*values), improvement=improvement, step_changes=[DAYS[13]]).holding is said
    assert control_chart(points(*values), improvement=improvement).holding is None


def test_nothing_holds_while_the_latest_point_is_a_signal() -> None:
    values = [*alternating(13), *alternating(13, 20, 24), 90]
    chart = control_chart(points(*values), improvement=Improvement.INCREASE, step_changes=[DAYS[13]])
    assert chart.variation is Variation.IMPROVEMENT_HIGH
    assert chart.holding is None


def test_a_step_change_at_the_first_point_changes_only_the_number() -> None:
    plain, stepped = (
        control_chart(points(*alternating(14)), improvement=Improvement.NEUTRAL, step_changes=steps)
        for steps in ([], [DAYS[0]])
    )
    assert (plain.phases[0].number, stepped.phases[0].number) == (0, 1)
    assert plain.phases[0].limits == stepped.phases[0].limits
    assert stepped.holding is None


def test_two_rises_parted_by_a_level_step_are_both_rises() -> None:
    values = [*range(1, 8), *range(7, 14)]
    chart = control_chart(points(*values), improvement=Improvement.INCREASE)
    inside = [point for point in chart.points if not point.outside]
    assert {point.cause for point in inside} == {Cause.RISING}


def test_a_blip_among_equal_values_is_the_only_signal_outside() -> None:
    chart = control_chart(points(*[0] * 19, 5), improvement=Improvement.DECREASE)
    assert [point.outside for point in chart.points] == [*[False] * 19, True]


def test_two_equal_values_have_no_variation_and_one_value_has_nothing() -> None:
    pair, single = (control_chart(points(*[4] * n), improvement=Improvement.NEUTRAL) for n in (2, 1))
    assert (pair.no_variation, single.no_variation) == (True, False)
    assert single.phases[0].limits is None
    assert single.points[0].outside is None


def test_a_constant_phase_after_a_step_change_has_no_variation_and_no_limits() -> None:
    chart = control_chart(
        points(*alternating(13), *[30] * 13), improvement=Improvement.INCREASE, step_changes=[DAYS[13]]
    )
    assert chart.no_variation
    assert not chart.firm
    assert chart.holding is Holding.IMPROVED


series = st.lists(st.integers(0, 500), min_size=2, max_size=40)
chosen = st.builds(Rules, st.booleans(), st.sampled_from([6, 7]), st.sampled_from(["classic", "2023"]))
ways = st.sampled_from([Improvement.INCREASE, Improvement.DECREASE])


def off_the_limits(values: list[int]) -> bool:
    """Whether no value is so near a limit that rounding decides."""
    for phase in control_chart(points(*values), improvement=Improvement.NEUTRAL).phases:
        limits = phase.limits
        if limits and any(
            abs(value - edge) < 1e-6
            for value in values
            for edge in (limits.lower, limits.upper, limits.near_lower, limits.near_upper)
        ):
            return False
    return True


@given(
    values=series,
    way=ways,
    rules=chosen,
    factor=st.sampled_from([0.25, 2, 3, 10]),
    shift=st.integers(-1000, 1000),
)
def test_signals_do_not_depend_on_the_unit(
    values: list[int], way: Improvement, rules: Rules, factor: float, shift: int
) -> None:
    assume(off_the_limits(values))
    plain = control_chart(points(*values), improvement=way, rules=rules)
    there = points(*[value * factor + shift for value in values])
    moved = control_chart(there, improvement=way, rules=rules)
    for one, other in zip(plain.phases, moved.phases, strict=True):
        assert (one.limits is None) == (other.limits is None)
        if one.limits and other.limits:
            assert math.isclose(one.limits.upper * factor + shift, other.limits.upper, abs_tol=1e-6)
            assert math.isclose(one.limits.lower * factor + shift, other.limits.lower, abs_tol=1e-6)
    assert [point.cause for point in plain.points] == [point.cause for point in moved.points]
    assert plain.variation is moved.variation


@given(values=series, way=ways, rules=chosen)
def test_the_other_polarity_swaps_improvement_and_concern(
    values: list[int], way: Improvement, rules: Rules
) -> None:
    swapped = {
        Judgement.IMPROVEMENT: Judgement.CONCERN,
        Judgement.CONCERN: Judgement.IMPROVEMENT,
        Judgement.COMMON: Judgement.COMMON,
    }
    plain = control_chart(points(*values), improvement=way, rules=rules)
    other = control_chart(points(*values), improvement=FLIPPED[way], rules=rules)
    assert [swapped[point.judgement] for point in plain.points] == [point.judgement for point in other.points]
    assert plain.phases == other.phases


@given(values=series, way=ways, rules=chosen)
def test_upside_down_is_the_other_way_round(values: list[int], way: Improvement, rules: Rules) -> None:
    plain = control_chart(points(*values), improvement=way, rules=rules)
    turned = control_chart(points(*[-value for value in values]), improvement=FLIPPED[way], rules=rules)
    assert [point.judgement for point in plain.points] == [point.judgement for point in turned.points]
    assert [point.cause.height for point in plain.points] == [-point.cause.height for point in turned.points]


@given(values=series, data=st.data())
def test_the_order_in_which_points_come_does_not_matter(values: list[int], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(points(*values)))
    assert control_chart(shuffled, improvement=Improvement.INCREASE) == control_chart(
        points(*values), improvement=Improvement.INCREASE
    )


@given(first=series, second=series, rules=chosen)
def test_nothing_crosses_a_step_change(first: list[int], second: list[int], rules: Rules) -> None:
    assume(len(set(first)) > 1 and len(set(second)) > 1)
    whole = control_chart(
        points(*first, *second),
        improvement=Improvement.INCREASE,
        step_changes=[DAYS[len(first)]],
        rules=rules,
    )
    alone = control_chart(
        [Point(day, value) for day, value in zip(DAYS[len(first) :], second, strict=False)],
        improvement=Improvement.INCREASE,
        rules=rules,
    )
    assert whole.phases[1].limits == alone.phases[0].limits
    assert [point.cause for point in whole.points[len(first) :]] == [point.cause for point in alone.points]


@given(values=series)
def test_a_judgement_goes_with_a_cause(values: list[int]) -> None:
    for point in control_chart(points(*values), improvement=Improvement.INCREASE).points:
        assert point.special == (point.judgement is not Judgement.COMMON)
        assert point.cause.words()
