"""Intervals, benchmarks and funnels agree with the reference results, and behave as intervals must."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.measures.vectors import Case, agree, rate_cases

from lif.measures.binomial import exact_share
from lif.measures.funnels import (
    FunnelRow,
    proportion_curve,
    proportion_funnel,
    rate_curve,
    rate_funnel,
)
from lif.measures.intervals import (
    Good,
    Interval,
    Level,
    Position,
    compare,
    compare_proportion,
    compare_rate,
    exact_count,
    proportion_interval,
    rate_interval,
)
from lif.measures.poisson import gamma_quantile, lower_gamma

LEVELS = ((Level.P95, "95", "2s"), (Level.P99_8, "99_8", "3s"))


def by_id(section: str) -> list[object]:
    return [pytest.param(case, id=case["id"]) for case in rate_cases(section)]


def same(interval: Interval, lower: float, upper: float) -> bool:
    return agree(interval.lower, lower) and agree(interval.upper, upper)


@pytest.mark.parametrize("case", by_id("proportions"))
def test_proportions(case: Case) -> None:
    for level, name, _ in LEVELS:
        ours = proportion_interval(case["x"], case["n"], level=level)
        assert same(ours, case[f"lower{name}"], case[f"upper{name}"])
    assert agree(100 * case["x"] / case["n"], case["value"])
    assert same(proportion_interval(case["x"], case["n"]), *case["r_prop_test_95"])
    low, high = exact_share(case["x"], case["n"], Level.P95.tail)
    assert same(Interval(100 * low, 100 * high), *case["clopper_pearson_95"])


@pytest.mark.parametrize("case", by_id("rates"))
def test_rates(case: Case) -> None:
    for level, name, _ in LEVELS:
        for per, suffix in ((10_000, ""), (100_000, "_per_100000")):
            if f"lower{name}{suffix}" in case:
                ours = rate_interval(case["x"], case["n"], per=per, level=level)
                assert same(ours, case[f"lower{name}{suffix}"], case[f"upper{name}{suffix}"])
    exact = exact_count(case["x"])
    scale = 10_000 / case["n"]
    assert same(Interval(exact.lower * scale, exact.upper * scale), *case["exact_poisson_test_95"])


@pytest.mark.parametrize("case", by_id("benchmark"))
def test_benchmarks(case: Case) -> None:
    beside = compare_proportion if case["kind"] == "percentage" else compare_rate
    ours = beside(case["x"], case["n"], case["benchmark"], Good(case["polarity"]))
    assert (ours.position95, ours.position99_8) == (case["position95"], case["position99_8"])
    assert (ours.result, ours.two_level) == (case["result"], case["result_two_level"])
    percent = case["kind"] == "percentage"
    for level, name, _ in LEVELS:
        interval: Callable[..., Interval] = proportion_interval if percent else rate_interval
        limits = interval(case["x"], case["n"], level=level)
        assert same(limits, case[f"lower{name}"], case[f"upper{name}"])


@pytest.mark.parametrize("case", by_id("funnels"))
def test_funnels(case: Case) -> None:
    areas = [(row["x"], row["n"]) for row in case["rows"]]
    per = case["multiplier"]
    funnel = (proportion_funnel if case["statistic"] == "proportion" else rate_funnel)(areas, per=per)
    assert agree(funnel.baseline, case["baseline"])
    for ours, theirs in zip(funnel.rows, case["rows"], strict=True):
        assert agree(ours.value, theirs["value"])
        assert ours.significance == theirs["significance"]
        if "lower_2s" in theirs:
            check_row(ours, theirs)
    for place in case["curve"]:
        for level, _, name in LEVELS:
            if "events" in place:
                check_rate_curve(case["baseline"], place, per, level, name)
            else:
                curve = proportion_curve(case["baseline"], place["population"], per=per, level=level)
                assert same(curve, place[f"lower_{name}"], place[f"upper_{name}"])


def check_row(ours: FunnelRow, theirs: Case) -> None:
    assert ours.limits95 is not None
    assert ours.limits99_8 is not None
    assert same(ours.limits95, theirs["lower_2s"], theirs["upper_2s"])
    assert same(ours.limits99_8, theirs["lower_3s"], theirs["upper_3s"])


def check_rate_curve(baseline: float, place: Case, per: int, level: Level, name: str) -> None:
    """The package solves its curve to 5e-5, so it is compared to 1e-4."""
    ours = rate_curve(baseline, place["events"], per=per, level=level)
    assert agree(ours.lower, place[f"lower_{name}"], 1e-4)
    assert agree(ours.upper, place[f"upper_{name}"], 1e-4)
    assert agree(ours.lower_population, place[f"lower_{name}_population"], 1e-4)
    assert agree(ours.upper_population, place[f"upper_{name}_population"], 1e-4)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["call"]) for case in rate_cases("errors")])
def test_refusals(case: Case) -> None:
    match = re.match(r"(proportion|rate) x=(-?\d+) n=(\d+)", case["call"])
    assert match
    interval: Callable[..., Interval] = proportion_interval if match[1] == "proportion" else rate_interval
    x, n = int(match[2]), int(match[3])
    if case["error"] == "no error":
        assert interval(x, n).upper > 0
        return
    with pytest.raises(ValueError, match=r"more than all|must be more than 0|cannot be less than 0"):
        interval(x, n)


@pytest.mark.parametrize("interval", [proportion_interval, rate_interval])
def test_what_is_no_number_is_refused(interval: Callable[..., Interval]) -> None:
    with pytest.raises(ValueError, match="not a pair of numbers"):
        interval(float("nan"), 10)


def test_on_the_end_of_an_interval_is_similar() -> None:
    ends = Interval(10.0, 20.0)
    found = [compare(ends, ends, benchmark, Good.HIGH).position95 for benchmark in (9.9, 10, 20, 20.1)]
    assert found == [Position.HIGHER, Position.SIMILAR, Position.SIMILAR, Position.LOWER]


def test_a_funnel_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no area"):
        rate_funnel([])


def test_a_curve_needs_events_and_a_baseline() -> None:
    with pytest.raises(ValueError, match="must be more than 0"):
        rate_curve(0, 3)


def test_a_curve_of_another_multiplier_ends_at_the_whole() -> None:
    assert proportion_curve(0.9, 5, per=1).upper == 1
    assert proportion_curve(0.9, 5, per=1, ceiling=100).upper > 1


counts = st.integers(1, 400)


@given(n=counts, data=st.data())
def test_wilson_rises_with_the_numerator_and_holds_the_proportion(n: int, data: st.DataObject) -> None:
    x = data.draw(st.integers(0, n - 1))
    lower, higher = proportion_interval(x, n), proportion_interval(x + 1, n)
    assert lower.lower < higher.lower
    assert lower.upper < higher.upper
    assert lower.holds(100 * x / n)
    assert 0 <= lower.lower <= lower.upper <= 100


@given(x=st.integers(0, 60), more=st.integers(1, 60))
def test_wilson_of_the_complement_is_the_complement(x: int, more: int) -> None:
    n = x + more
    ours, other = proportion_interval(x, n), proportion_interval(more, n)
    assert math.isclose(ours.lower, 100 - other.upper, abs_tol=1e-9)


@given(x=st.integers(0, 300), n=st.integers(1, 10**6))
def test_the_wider_level_holds_the_narrower(x: int, n: int) -> None:
    near, far = rate_interval(x, n), rate_interval(x, n, level=Level.P99_8)
    assert far.lower <= near.lower <= x / n * 10_000 <= near.upper <= far.upper


@given(x=st.integers(0, 40))
def test_the_exact_limits_leave_the_tails_they_promise(x: int) -> None:
    """Checked by adding up the Poisson terms themselves."""
    ours = exact_count(x)

    def at_most(count: int, mean: float) -> float:
        return math.fsum(math.exp(-mean) * mean**k / math.factorial(k) for k in range(count + 1))

    assert math.isclose(at_most(x, ours.upper), 0.025, rel_tol=1e-9)
    if x:
        assert math.isclose(1 - at_most(x - 1, ours.lower), 0.025, rel_tol=1e-9)


@pytest.mark.parametrize("shape", [0.5, 1.0, 7.0, 1000.0, 250_000.0])
@pytest.mark.parametrize("probability", [1e-6, 0.001, 0.5, 0.999])
def test_a_quantile_goes_back_to_its_probability(shape: float, probability: float) -> None:
    assert math.isclose(lower_gamma(shape, gamma_quantile(probability, shape)), probability, rel_tol=1e-9)


def test_known_quantiles_of_chi_squared() -> None:
    """Two degrees of freedom have a closed form; ten are from the tables of Fisher and Yates."""
    assert math.isclose(2 * gamma_quantile(0.95, 1), -2 * math.log(0.05), rel_tol=1e-12)
    assert math.isclose(2 * gamma_quantile(0.95, 5), 18.307038, rel_tol=1e-7)


@pytest.mark.parametrize(("probability", "shape"), [(0, 1), (1, 1), (0.5, 0)])
def test_no_quantile_at_the_edges(probability: float, shape: float) -> None:
    with pytest.raises(ValueError, match="no quantile"):
        gamma_quantile(probability, shape)
