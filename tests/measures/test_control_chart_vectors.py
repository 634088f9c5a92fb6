"""Control charts agree with the health service's reference package, but for departures listed by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.measures.vectors import Case, agree, spc_cases

from lif.measures.points import Point
from lif.measures.rules import RULES, Rules
from lif.measures.signals import Cause
from lif.measures.variation import Assurance, ControlChart, Improvement, Variation, control_chart

# A constant series has no limits and "no variation", whether or not moving ranges are screened.
CONSTANT = {"constant-20"}
# Screening would leave only moving ranges of nought: the unscreened ones are used.
COLLAPSED = {"constant-last-blip-14"}
# Rows without a value are dropped: the package itself fails on some gaps.
MISSING = {"missing-inside-trend", "missing-one-mid"}

CASES = {case["id"]: case for case in spc_cases()}
RUNS = [(name, screening) for name in CASES for screening in (True, False)]


def chart(case: Case, screening: bool, rules: Rules = RULES) -> ControlChart:
    given = case["input"]
    return control_chart(
        [
            Point(date.fromisoformat(day), value)
            for day, value in zip(given["dates"], given["values"], strict=True)
        ],
        improvement=Improvement(given["improvement_direction"]),
        target=given["target"],
        step_changes=[date.fromisoformat(day) for day in given["rebase"]],
        fix_after=given["fix_after_n_points"],
        rules=replace(rules, screening=screening),
    )


def expected(case: Case, screening: bool) -> Case:
    runs = case.get("expected_missing_rows_dropped") or case["expected"]
    found: Case = runs[f"screen_outliers_{'true' if screening else 'false'}"]
    return found


def check_phases(ours: ControlChart, theirs: Case) -> None:
    assert len(ours.phases) == len(theirs["segments"])
    for phase, segment in zip(ours.phases, theirs["segments"], strict=True):
        assert (phase.number, phase.start.isoformat(), phase.end.isoformat(), phase.n, phase.short) == (
            segment["rebase_group"],
            segment["start"],
            segment["end"],
            segment["n"],
            segment["short_group_warning"],
        )
        limits = phase.limits
        pairs = {
            "mean": phase.mean,
            "amr": phase.mean_range,
            "lpl": limits.lower if limits else None,
            "upl": limits.upper if limits else None,
            "near_lpl": limits.near_lower if limits else None,
            "near_upl": limits.near_upper if limits else None,
        }
        assert {name for name, number in pairs.items() if not agree(number, segment[name])} == set()


def check_points(ours: ControlChart, theirs: Case) -> None:
    points = theirs["points"]
    assert [point.day.isoformat() for point in ours.points] == points["date"]
    assert [point.value for point in ours.points] == points["value"]
    assert [point.phase for point in ours.points] == points["rebase_group"]
    assert [point.side for point in ours.points] == points["relative_to_mean"]
    assert [point.outside for point in ours.points] == points["outside_limits"]
    assert [point.near for point in ours.points] == points["near_limits"]
    assert [point.special for point in ours.points] == points["special_cause_flag"]
    assert [point.cause.value for point in ours.points] == points["special_cause_type"]
    assert [point.judgement.value for point in ours.points] == points["short_name"]
    for point, used in zip(ours.points, points["moving_range_used"], strict=True):
        assert agree(point.moving_range, used)


def check_icons(ours: ControlChart, theirs: Case) -> None:
    assert ours.variation.value == theirs["variation_icon"]
    assert (ours.assurance.value if ours.assurance else None) == theirs["assurance_icon"]
    assert ours.any_short == theirs["warning"]
    assert ours.latest.judgement.value == theirs["latest"]["short_name"]
    assert ours.latest.cause.value == theirs["latest"]["special_cause_type"]


@pytest.mark.parametrize(("name", "screening"), [run for run in RUNS if run[0] not in CONSTANT])
def test_agrees_with_the_reference_package(name: str, screening: bool) -> None:
    case = CASES[name]
    theirs = expected(case, screening and name not in COLLAPSED)
    if theirs["status"] == "error":
        with pytest.raises(ValueError, match=r"^\d{4}-\d\d-\d\d has two values|^the baseline is fixed after"):
            chart(case, screening)
        return
    ours = chart(case, screening)
    check_phases(ours, theirs)
    check_points(ours, theirs)
    check_icons(ours, theirs)


@pytest.mark.parametrize("name", sorted(CONSTANT))
@pytest.mark.parametrize("screening", [True, False])
def test_a_constant_series_has_no_limits_and_no_variation(name: str, screening: bool) -> None:
    ours = chart(CASES[name], screening)
    assert ours.no_variation
    assert ours.phases[0].limits is None
    assert not ours.firm
    assert (ours.variation, ours.assurance) == (Variation.COMMON_CAUSE, Assurance.INCONSISTENT)
    assert not any(point.special for point in ours.points)


def test_the_departures_are_needed() -> None:
    """Each name is a real case in which the package's own answer is not ours."""
    for name in CONSTANT:
        theirs = expected(CASES[name], screening=False)["segments"][0]
        assert theirs["lpl"] == theirs["upl"]
    for name in COLLAPSED:
        theirs = expected(CASES[name], screening=True)
        assert all(theirs["points"]["special_cause_flag"])


@pytest.mark.parametrize("name", [n for n, c in CASES.items() if c.get("second_opinion_qicharts2")])
def test_another_package_finds_the_same_points_outside(name: str) -> None:
    if name in CONSTANT:
        return
    theirs = CASES[name]["second_opinion_qicharts2"]["i_unscreened"]["sigma_signal"]
    assert [point.outside for point in chart(CASES[name], screening=False).points] == theirs


# The options. The cases name under which of them some point's type would be another.
DIFFERS = {
    Rules(run_length=6): {"trend_of_6", "shift_of_6"},
    Rules(two_in_three="2023"): {"mdc2023_two_in_three_counts_points_outside"},
}


@pytest.mark.parametrize("rules", DIFFERS, ids=["six points", "two in three of 2023"])
def test_under_an_option_the_named_cases_differ_and_no_others(rules: Rules) -> None:
    named, differing = set(), set()
    for name, case in CASES.items():
        if expected(case, True)["status"] == "error" or name in CONSTANT | COLLAPSED:
            continue
        if DIFFERS[rules] & set(case["differs_under"]):
            named.add(name)
        for screening in (True, False):
            usual, chosen = chart(case, screening), chart(case, screening, rules)
            assert chosen.phases == usual.phases
            if [p.cause for p in usual.points] != [p.cause for p in chosen.points]:
                differing.add(name)
    assert named
    assert differing == named


def test_the_rule_of_2023_only_adds_points_near_a_limit_and_never_takes_a_label_away() -> None:
    rules = Rules(two_in_three="2023")
    added = 0
    for case in CASES.values():
        if expected(case, True)["status"] == "error":
            continue
        for usual, chosen in zip(chart(case, True).points, chart(case, True, rules).points, strict=True):
            if usual.cause is not chosen.cause:
                added += 1
                assert chosen.near
                assert chosen.cause in (Cause.TWO_IN_THREE_HIGH, Cause.TWO_IN_THREE_LOW)
                assert not usual.outside
    assert added


def test_six_points_are_said_as_six() -> None:
    assert Cause.RISING.words(Rules(run_length=6)) == "six or more points rising"
    assert Cause.SHIFT_LOW.words() == "seven or more points below the mean"


def test_where_rows_were_missing_the_answer_is_the_one_without_them() -> None:
    """The third departure, by name: every case with a gap is held to the rows that have a value."""
    gaps = {name for name, case in CASES.items() if None in case["input"]["values"]}
    assert gaps == {name for name, case in CASES.items() if case.get("expected_missing_rows_dropped")}
    assert gaps == MISSING
